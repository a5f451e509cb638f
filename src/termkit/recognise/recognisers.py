"""All recognisers of a run; each looks at a text once, however many translations the text has."""

from __future__ import annotations

from collections.abc import Mapping

from termkit.language import has_data, languages_with_data, load_language
from termkit.model import Concept, Kind, Locale, Mention, Name, Pair, Segment, Span, State, Text

from .facts import fact_keys, recognise_facts
from .languages import recognise_language
from .names import NameIndex, compile_names, near_names, recognise_names

__all__ = ["Recognisers"]

_Key = tuple[str, Locale, tuple[Span, ...]]


class Recognisers:
    """What all recognisers see in texts, given the concepts of a termbase."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        self.concepts = concepts
        self._indexes: dict[Locale, NameIndex] = {}
        self._facts: dict[tuple[_Key, bool], tuple[Mention, ...]] = {}
        self._mentions: dict[tuple[_Key, bool], tuple[Mention, ...]] = {}

    def index(self, locale: Locale) -> NameIndex:
        """The names of the termbase in one locale."""
        if locale not in self._indexes:
            self._indexes[locale] = compile_names(self.concepts, locale, load_language(locale))
        return self._indexes[locale]

    def keys(self, text: Text) -> frozenset[str]:
        """The facts of a text and the concepts it names, in words free of language, for aligning."""
        names = (m.value for m in self.mentions(text) if isinstance(m.value, Name))
        return fact_keys(self.facts(text)) | {f"name:{concept}" for name in names for concept in name.concepts}

    def facts(self, text: Text, *, words: bool = True) -> tuple[Mention, ...]:
        """The numbers, dates and times of a text; without `words` those in digits alone."""
        key = ((text.string, text.locale, text.protected), words)
        if key not in self._facts:
            self._facts[key] = recognise_facts(text, words=words)
        return self._facts[key]

    def mentions(self, text: Text, *, words: bool = True) -> tuple[Mention, ...]:
        """The facts and names of a text in the order of their places."""
        key = ((text.string, text.locale, text.protected), words)
        if key not in self._mentions:
            names = recognise_names(text, self.index(text.locale)) if self.concepts else []
            self._mentions[key] = _in_order([*self.facts(text, words=words), *names])
        return self._mentions[key]

    def pair(self, segment: Segment) -> Pair:
        """A segment with the mentions of both its sides, as far as the two can be compared.

        Nothing is sought where there is no finished translation: gettext does not use a fuzzy one, and a passage
        that is missing is one finding, whatever stands in it. A passage without a source has no fact to differ
        from, but it can name people wrongly or be in a foreign language.
        """
        if segment.state is State.SOURCE_MISSING:
            names = [mention for mention in self.mentions(segment.target) if mention.kind is Kind.NAME]
            return Pair(segment, (), _in_order([*names, *_language(segment.target, segment.source.locale)]))
        if segment.state is not State.TRANSLATED:
            return Pair(segment, (), ())
        # A number word or a month can be compared only where the words of both languages are known.
        words = all(has_data(text.locale) for text in (segment.source, segment.target))
        source, target = self.mentions(segment.source, words=words), self.mentions(segment.target, words=words)
        foreign = _language(segment.target, segment.source.locale)
        if foreign or segment.source.string == segment.target.string:  # what is foreign in the source may stay so
            source = _in_order([*source, *_language(segment.source, segment.target.locale)])
        more = [*self._near_names(segment.target, source, target), *foreign]
        return Pair(segment, source, _in_order([*target, *more]) if more else target)

    def _near_names(self, text: Text, source: tuple[Mention, ...], target: tuple[Mention, ...]) -> list[Mention]:
        """The names of the source that stand in a target text misspelt."""
        expected = {concept for m in source if isinstance(m.value, Name) for concept in m.value.concepts}
        return near_names(text, self.index(text.locale), expected, target) if expected else []


def _language(text: Text, other: Locale) -> list[Mention]:
    """The foreign part of a text that may be in the other text's language or in any that is known well."""
    found = recognise_language(text, languages_with_data() | {other})
    return [found] if found else []


def _in_order(mentions: list[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: mention.span))
