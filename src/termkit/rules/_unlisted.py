"""What the rules about names without an entry share: which names of a document are lost, and which are misspelt."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termkit.language import load_language
from termkit.model import Comparison, Mention, Pair, Unlisted
from termkit.slips import slip

from ._followed import Followed, Named, beside, follow, is_sure, small_words, unlisted, words

__all__ = ["Lost", "lost_names", "misspelt_names", "strange_names", "unlisted"]

_SHORTEST = 5  # letters of a name of which there is enough to hear
_STEM = 5
_ENDING = 3
_USUAL = 2  # how often a form stands that is the right one
_NEAR = 20  # segments in which a translation may name what the source only points to


class Lost(NamedTuple):
    """A name of a segment's source without a counterpart, and a name of the document that stands in its place."""

    pair: Pair
    name: Mention
    stranger: Mention | None


@functools.lru_cache(maxsize=1)  # two rules look at a document in turn
def lost_names(comparison: Comparison) -> tuple[Lost, ...]:
    """The names of a document that are missing where they must stand.

    One that can be another word must stand only where a name of the document that the source does not have is in its
    place, or where the rest of the name that it belongs to is kept as it is.
    """
    followed, small = follow(comparison), small_words(comparison).source
    lost = []
    for number, pair in enumerate(comparison.pairs):
        names = list(unlisted(pair.source))
        for place, (mention, name) in enumerate(names):
            if followed.is_lost(name, pair) and not _is_moved(number, mention, name, comparison):
                stranger = _stranger(number, comparison)
                is_far = stranger is not None and _is_far(number, stranger, comparison)
                is_other = stranger is not None and not mention.text.isupper()
                is_replaced = is_other and (is_far or followed.is_heard(name))
                is_meant = is_sure(name, small) or is_replaced or followed.is_kept(name)
                if (is_meant and _is_audible(name)) or _is_kept(place, names, pair, followed):
                    lost.append(Lost(pair, mention, stranger))
    return tuple(lost)


def strange_names(comparison: Comparison) -> Iterator[tuple[Pair, Mention]]:
    """The names of the targets of a document that come from nowhere; those that stand for another are with that one."""
    followed, small = follow(comparison), small_words(comparison).target
    replaced = {id(lost.stranger) for lost in lost_names(comparison)}
    for number, pair in enumerate(comparison.pairs):
        for mention, name in unlisted(pair.target):
            if not name.key or id(mention) in replaced:
                continue
            is_other = not mention.text.isupper() and followed.is_other(name.key, pair)
            if is_sure(name, small) or (is_other and _is_far(number, mention, comparison)):
                yield pair, mention


def _stranger(number: int, comparison: Comparison) -> Mention | None:
    pair, followed = comparison.pairs[number], follow(comparison)
    return next((mention for mention, name in unlisted(pair.target) if followed.is_other(name.key, pair)), None)


def _is_far(number: int, stranger: Mention, comparison: Comparison) -> bool:
    """Whether no source near a segment has a name that its target has: no translator writes it for "he" or "there"."""
    word = stranger.text.lower()
    if word in small_words(comparison).target:
        return False
    keys = follow(comparison).owners_of(word)
    near = comparison.pairs[max(number - _NEAR, 0) : number + _NEAR + 1]
    return not any(key in pair.segment.source.string.lower() for pair in near for key in keys)


def _is_audible(name: Unlisted) -> bool:
    """Whether there is enough of a name to hear it; a short one is too often not seen in what it has become."""
    return name.by_capital or len(name.key) >= _SHORTEST


def _is_moved(number: int, mention: Mention, name: Unlisted, comparison: Comparison) -> bool:
    """Whether a neighbouring segment names what its own source does not, of a word that need not be a name."""
    if not name.by_capital:
        return False
    counts, stem = follow(comparison).counts[name.key], name.key[:_STEM]  # the source may inflect it
    for other in (number - 1, number + 1):
        if 0 <= other < len(comparison.pairs):
            segment = comparison.pairs[other].segment
            target = segment.target.string
            if stem not in segment.source.string.lower() and (
                mention.text in target or any(form in target.lower() for form in counts)
            ):
                return True
    return False


def _is_kept(place: int, names: Sequence[Named], pair: Pair, followed: Followed) -> bool:
    """Whether a common word belongs to a name that is kept as it is, but for this word: the Evening News."""
    word = names[place][1]
    if not word.common:
        return False
    before, behind = beside(place, names, pair)
    if not all(followed.is_found(name) for _, name in (*before, *behind)):
        return False
    target = words(pair.segment.target.string)
    kept = {name.key for mention, name in (*before, *behind) if name.common and mention.text in target}
    near = {name.key for _, name in (*before[:1], *behind[:1])} & kept
    if not near:
        return _is_title_kept(place, names, pair)
    if not behind and word.key in load_language(pair.segment.source.locale).names.heads:
        return False
    return len(kept) > 1 or any((word.key, other) in followed.kept or _is_foreign(other, pair) for other in near)


def _is_foreign(key: str, pair: Pair) -> bool:
    """Whether a word of the source can be none of the target's language: a day's name, or one in other letters."""
    source, target = pair.segment.source, pair.segment.target
    days = load_language(source.locale).numbers.words
    if key in days and key not in load_language(target.locale).numbers.words:
        return True
    letters = [letter for letter in target.string if letter.isalpha()]
    return key.isascii() and 2 * sum(letter.isascii() for letter in letters) < len(letters)


def _is_title_kept(place: int, names: Sequence[Named], pair: Pair) -> bool:
    """Whether the next word of a title is kept together with the small word between them: Game of Thrones."""
    source, target = pair.segment.source, pair.segment.target.string
    here = names[place][0]
    for other, name in (*names[max(place - 1, 0) : place], *names[place + 1 : place + 2]):
        one, last = sorted((here.span, other.span))
        between = source.string[one.end : last.start]
        if not name.common or between.strip(" ") not in load_language(source.locale).names.joints:
            continue
        kept = f"{other.text}{between}" if one == other.span else f"{between}{other.text}"
        if re.search(rf"\b{re.escape(kept.strip())}\b", target):
            return True
    return False


def misspelt_names(comparison: Comparison) -> Iterator[tuple[Pair, Mention, Unlisted]]:
    """The names of a document whose counterpart has a letter wrong."""
    followed = follow(comparison)
    for pair in comparison.pairs:
        names = list(unlisted(pair.source))
        for place, (mention, name) in enumerate(names):
            if name.form and name.form != name.key:
                near = name.near and (not name.common or _is_kept(place, names, pair, followed))
                if _is_misspelt(name, followed.counts[name.key], near=near):
                    yield pair, mention, name


def _is_misspelt(name: Unlisted, counts: Counter[str], *, near: bool) -> bool:
    """Whether the form of a name has a letter wrong: it is near to the name, or to what the name is elsewhere."""
    stem = name.form[: max(_STEM, len(name.form) - _ENDING)]
    if near and sum(times for form, times in counts.items() if form.startswith(stem)) == 1:
        return True
    unlike: Counter[int] = Counter()
    for form, times in counts.items():
        at = slip(form, name.form)
        if at is not None:
            unlike[at] += times
    return any(
        times >= _USUAL and sum(n for form, n in counts.items() if form[: at + 1] == name.form[: at + 1]) == 1
        for at, times in unlike.items()
    )
