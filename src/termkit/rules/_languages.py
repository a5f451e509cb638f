"""What the two rules about the language of a text share."""

from __future__ import annotations

from termkit.model import Language, Mention, Pair


def foreign(pair: Pair) -> list[Mention]:
    """The parts of the target in another language, save a language that the source has a part in as well."""
    allowed = {mention.value.locale for mention in pair.source if isinstance(mention.value, Language)}
    return [
        mention
        for mention in pair.target
        if isinstance(mention.value, Language) and mention.value.locale not in allowed
    ]


def language_of(mention: Mention) -> Language:
    """The language of a mention that `foreign` gave."""
    if not isinstance(mention.value, Language):
        raise TypeError(mention.value)
    return mention.value


def is_source_language(mention: Mention, pair: Pair) -> bool:
    """Whether it is the language of the source, in whatever region."""
    return _base(language_of(mention).locale) == _base(pair.segment.source.locale)


def _base(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0]
