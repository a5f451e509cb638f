"""What the rules about names without an entry share: which names of a document are lost, and which are misspelt."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from termkit.model import Comparison, Mention, Pair, Unlisted

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5  # letters that inflected forms share
_SHARED = 3  # letters that two forms of one name share at least
_LIKE = 0.72  # from here on a word is a name's counterpart whatever the name is elsewhere
_LESS_LIKE = 0.12  # below this it is another word than the name's usual counterpart
_ENDING = 3
_NEVER = 3  # how often a name is lost and never found that has another name in the target's language
_USUAL = 2  # how often a form stands that is the right one


class Lost(NamedTuple):
    """A name of a segment's source without a counterpart, and a name of the document that stands in its place."""

    pair: Pair
    name: Mention
    stranger: Mention | None


@dataclass(frozen=True, slots=True)
class _Followed:
    """What became of each name of a document: its forms with their likeness and number.

    `found` and `lost` tell how often it has a counterpart and how often none; `names` gives the sure names by the
    beginnings of their counterparts, and `translated` the words that stand for a name that is translated.
    """

    likeness: Mapping[str, Mapping[str, float]]
    counts: Mapping[str, Counter[str]]
    found: Counter[str]
    lost: Counter[str]
    names: Mapping[str, frozenset[str]]
    translated: Mapping[str, frozenset[str]]


def unlisted(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, Unlisted]]:
    """The mentions of names without an entry."""
    for mention in mentions:
        if isinstance(mention.value, Unlisted):
            yield mention, mention.value


@functools.lru_cache(maxsize=1)  # two rules look at a document in turn
def lost_names(comparison: Comparison) -> tuple[Lost, ...]:
    """The names of a document that are missing where they must stand.

    One that can be another word must stand only where a name of the document that the source does not have is in its
    place.
    """
    followed = _follow(comparison)
    lost = []
    for number, pair in enumerate(comparison.pairs):
        for mention, name in unlisted(pair.source):
            if not _is_lost(name, pair, followed) or _is_moved(number, mention, name, followed, comparison):
                continue
            strangers = (stranger for stranger, value in unlisted(pair.target) if _is_other(value.key, pair, followed))
            stranger = next(strangers, None)
            if stranger is None and name.stood_for and followed.found[name.key]:
                continue
            if is_sure(name, small_words(comparison).source) or (stranger and followed.found[name.key]):
                lost.append(Lost(pair, mention, stranger))
    return tuple(lost)


def misspelt_names(comparison: Comparison) -> Iterator[tuple[Pair, Mention, Unlisted]]:
    """The names of a document whose counterpart has a letter wrong."""
    followed = _follow(comparison)
    for pair in comparison.pairs:
        for mention, name in unlisted(pair.source):
            if name.form and name.form != name.key and _is_misspelt(name, followed.counts[name.key]):
                yield pair, mention, name


class SmallWords(NamedTuple):
    """The words that a document has in small letters, on either side: they are no names where they have a capital."""

    source: frozenset[str]
    target: frozenset[str]


@functools.lru_cache(maxsize=1)
def small_words(comparison: Comparison) -> SmallWords:
    """The words of a document in small letters."""
    segments = [pair.segment for pair in comparison.pairs]
    return SmallWords(
        frozenset(word for segment in segments for word in _WORD.findall(segment.source.string) if word[0].islower()),
        frozenset(word for segment in segments for word in _WORD.findall(segment.target.string) if word[0].islower()),
    )


@functools.lru_cache(maxsize=1)
def _follow(comparison: Comparison) -> _Followed:
    likeness: defaultdict[str, dict[str, float]] = defaultdict(dict)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    sources = [[name for _, name in unlisted(pair.source)] for pair in comparison.pairs]
    for name in itertools.chain.from_iterable(sources):
        if name.form:
            likeness[name.key][name.form] = name.like
            counts[name.key][name.form] += 1
    found, names = Counter[str](), defaultdict[str, set[str]](set)
    lost: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair, here in zip(comparison.pairs, sources, strict=True):
        for name in here:
            if not _is_found(name, likeness):
                lost[name.key].append(pair)
                continue
            found[name.key] += 1
            if name.sure and len(name.form) > _SHARED:
                names[name.form if len(name.form) <= _STEM else name.form[:-2]].add(name.key)
    return _Followed(
        likeness,
        counts,
        found,
        Counter({key: len(pairs) for key, pairs in lost.items()}),
        {stem: frozenset(keys) for stem, keys in names.items()},
        _translated(comparison, lost),
    )


def _is_found(name: Unlisted, likeness: Mapping[str, Mapping[str, float]]) -> bool:
    """Whether a name has a counterpart that is no other word than its usual one."""
    if not name.form or name.like >= _LIKE:
        return bool(name.form)
    best, like = max(likeness[name.key].items(), key=lambda item: item[1])
    return best[:_SHARED] == name.form[:_SHARED] or like - name.like < _LESS_LIKE


def _translated(comparison: Comparison, lost: Mapping[str, list[Pair]]) -> Mapping[str, frozenset[str]]:
    """By name, the words that stand mostly where the name is lost, and in half of those places at least."""
    several = {key: pairs for key, pairs in lost.items() if len(pairs) > 1}
    if not several:
        return {}
    everywhere = Counter(stem for pair in comparison.pairs for stem in _stems(pair.segment.target.string))
    translated = {}
    for key, pairs in several.items():
        beside = Counter(stem for pair in pairs for stem in _free_stems(pair))
        translated[key] = frozenset(
            stem
            for stem, times in beside.items()
            if times > 1 and 2 * times >= len(pairs) and 2 * times >= everywhere[stem]
        )
    return translated


@functools.lru_cache(maxsize=4096)
def _stems(string: str) -> frozenset[str]:
    return frozenset(word[:_STEM].lower() for word in _WORD.findall(string) if not word[0].islower())


def _free_stems(pair: Pair) -> frozenset[str]:
    """The beginnings of a target's words with a capital, but for the counterparts of names."""
    return _stems(pair.segment.target.string) - {name.form[:_STEM] for _, name in unlisted(pair.source)}


def _is_lost(name: Unlisted, pair: Pair, followed: _Followed) -> bool:
    if _is_found(name, followed.likeness) or _is_never_found(name, followed):
        return False
    return followed.translated.get(name.key, frozenset()).isdisjoint(_stems(pair.segment.target.string))


def _is_never_found(name: Unlisted, followed: _Followed) -> bool:
    """Whether a word is no name or has a translation: it never has a counterpart that sounds like it."""
    return name.by_capital and followed.lost[name.key] >= _NEVER and not followed.found[name.key]


def is_sure(name: Unlisted, small: frozenset[str]) -> bool:
    """Whether a word can hardly be anything but a name, in a document that has some words in small letters."""
    return name.sure and not (name.by_capital and name.key in small)


def _is_other(word: str, pair: Pair, followed: _Followed) -> bool:
    """Whether a word is a form of a name that the document has elsewhere, and the segment's source has not."""
    ends = range(max(len(word) - _ENDING - 1, _SHARED), len(word) + 1)
    keys = {key for end in ends for key in followed.names.get(word[:end], ())}
    source = pair.segment.source.string.lower()
    return bool(keys) and word not in source and not any(key in source for key in keys)


def _is_moved(number: int, mention: Mention, name: Unlisted, followed: _Followed, comparison: Comparison) -> bool:
    """Whether a neighbouring segment names what its own source does not."""
    for other in (number - 1, number + 1):
        if 0 <= other < len(comparison.pairs):
            segment = comparison.pairs[other].segment
            if name.key in segment.source.string.lower():
                continue
            target = segment.target.string
            if mention.text in target or any(form in target.lower() for form in followed.counts.get(name.key, ())):
                return True
    return False


def _is_misspelt(name: Unlisted, counts: Counter[str]) -> bool:
    """Whether the form of a name has a letter wrong: it is near to the name, or to what the name is elsewhere."""
    same = sum(times for form, times in counts.items() if form[:_STEM] == name.form[:_STEM])
    if name.near and same == 1:
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


def slip(usual: str, form: str) -> int | None:
    """Where a form has one letter other, more, less or swapped than another form, its ending left alone.

    >>> slip("сімпсона", "сімплоном"), slip("сімпсона", "сімпсоном"), slip("widodo", "wididi")
    (4, None, None)
    """
    shorter = min(len(usual), len(form))
    at = next((n for n in range(shorter) if usual[n] != form[n]), shorter)
    if shorter < _STEM or at >= shorter - 1:
        return None
    rests = [(usual[at + 1 :], form[at + 1 :]), (usual[at:], form[at + 1 :]), (usual[at + 1 :], form[at:])]
    if usual[at : at + 2] == form[at : at + 2][::-1]:
        rests.append((usual[at + 2 :], form[at + 2 :]))
    return at if any(_differ_in_ending(one, other) for one, other in rests) else None


def _differ_in_ending(one: str, other: str) -> bool:
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared > 1 and max(len(one), len(other)) - shared <= _ENDING
