"""What became of the names of a document: the evidence that its other segments give for one of them."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from termkit.model import Comparison, Mention, Pair, Proof, Unlisted

__all__ = ["Followed", "Named", "beside", "follow", "is_sure", "small_words", "unlisted", "words"]

Named = tuple[Mention, Unlisted]
"""A name without an entry, where it stands and what became of it."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5  # letters that inflected forms share
_SHARED = 3  # letters that two forms of one name share at least
_LIKE = 0.72  # from here on a word is a name's counterpart whatever the name is elsewhere
_LESS_LIKE = 0.12  # below this it is another word than the name's usual counterpart, or another name's
_PLAIN = 0.8  # from here on a counterpart is none by chance
_SAME_NAME = 4  # letters that names of one stem share: Korea, Korean
_NEVER = 3  # how often a name is lost and never found that has another name in the target's language
_SURELY = 0.9  # from here on it shows that a word which may be any is a name
_INFLECTED = 2  # letters that an inflected form may have other


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of each name of a document: its forms with their likeness and number.

    `found` and `lost` tell how often it has a counterpart and how often none; `owners` gives for each form the name
    that it is most like and how like, `stems` the sure names by the beginnings of their plain forms, `kept` the pairs
    of common words side by side that a translation has as they are, `translated` the words that stand for a name
    that is translated, and `known` the names that are sure somewhere and have a plain counterpart there.
    """

    likeness: Mapping[str, Mapping[str, float]]
    counts: Mapping[str, Counter[str]]
    found: Counter[str]
    lost: Counter[str]
    owners: Mapping[str, tuple[float, str]]
    stems: Mapping[str, frozenset[str]]
    kept: frozenset[tuple[str, str]]
    translated: Mapping[str, frozenset[str]]
    known: frozenset[str]

    def is_found(self, name: Unlisted) -> bool:
        """Whether a name has a counterpart that is no other word than its usual one, and no other name's."""
        if not name.form:
            return False
        like, owner = self.owners[name.form]
        if not name.by_capital and owner[:_SAME_NAME] != name.key[:_SAME_NAME] and like - name.like >= _LESS_LIKE:
            return False
        return name.like >= _LIKE or self._is_usual(name)

    def is_kept(self, name: Unlisted) -> bool:
        """Whether the document shows that a word is a name: elsewhere it can be nothing else, or is plainly kept."""
        if name.key in self.known:
            return name.proof != Proof.NONE
        return name.proof == Proof.KEPT and max(self.likeness[name.key].values(), default=0.0) >= _SURELY

    def is_heard(self, name: Unlisted) -> bool:
        """Whether a name has a counterpart somewhere, and a word that is hardly one in most places."""
        found, lost = self.found[name.key], self.lost[name.key]
        return found >= (1 if name.proof == Proof.KEPT else max(1, lost))

    def _is_usual(self, name: Unlisted) -> bool:
        if sum(times for form, times in self.counts[name.key].items() if form[:_STEM] == name.form[:_STEM]) > 1:
            return True
        best, like = max(self.likeness[name.key].items(), key=lambda item: item[1])
        is_form = best[: _SHARED + 1] in name.form or best[:_SHARED] == name.form[:_SHARED]
        return is_form or like - name.like < _LESS_LIKE

    def is_lost(self, name: Unlisted, pair: Pair) -> bool:
        """Whether a name has no counterpart, not even one that it is translated with."""
        if self.is_found(name) or self._is_never_found(name):
            return False
        return self.translated.get(name.key, frozenset()).isdisjoint(_strangers(pair))

    def _is_never_found(self, name: Unlisted) -> bool:
        """Whether a word is no name or has a translation: it never has a counterpart that sounds like it."""
        return name.by_capital and self.lost[name.key] >= _NEVER and not self.found[name.key]

    def is_other(self, word: str, pair: Pair) -> bool:
        """Whether a word is a form of a name that the document has elsewhere, and the segment's source has not."""
        keys, source = self.owners_of(word), pair.segment.source.string.lower()
        return bool(keys) and word not in source and not any(key in source for key in keys)

    def owners_of(self, word: str) -> frozenset[str]:
        """The sure names of which a word of the target is a form."""
        ends = range(max(len(word) - _INFLECTED, _STEM), len(word) + 1)
        return frozenset(key for end in ends for key in self.stems.get(word[:end], ()))


def unlisted(mentions: Iterable[Mention]) -> Iterator[Named]:
    """The mentions of names without an entry."""
    for mention in mentions:
        if isinstance(mention.value, Unlisted):
            yield mention, mention.value


@functools.lru_cache(maxsize=4096)
def words(string: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(_WORD.findall(string))


def beside(place: int, names: Sequence[Named], pair: Pair) -> tuple[list[Named], list[Named]]:
    """The words with a capital right before a name and right behind it, from near to far."""
    return _run(range(place, 0, -1), -1, names, pair), _run(range(place, len(names) - 1), 1, names, pair)


def _run(places: range, step: int, names: Sequence[Named], pair: Pair) -> list[Named]:
    found = []
    for place in places:
        one, other = sorted((names[place][0].span, names[place + step][0].span))
        if pair.segment.source.string[one.end : other.start] != " ":
            break
        found.append(names[place + step])
    return found


class SmallWords(NamedTuple):
    """The words that a document has in small letters, on either side: they are no names where they have a capital."""

    source: frozenset[str]
    target: frozenset[str]


@functools.lru_cache(maxsize=1)
def small_words(comparison: Comparison) -> SmallWords:
    """The words of a document in small letters."""
    segments = [pair.segment for pair in comparison.pairs]
    return SmallWords(
        frozenset(word for segment in segments for word in words(segment.source.string) if word[0].islower()),
        frozenset(word for segment in segments for word in words(segment.target.string) if word[0].islower()),
    )


def is_sure(name: Unlisted, small: frozenset[str]) -> bool:
    """Whether a word can hardly be anything but a name, in a document that has some words in small letters."""
    return name.sure and small.isdisjoint({name.key, name.key.removesuffix("s"), f"{name.key}s"})


@functools.lru_cache(maxsize=1)  # several rules look at a document in turn
def follow(comparison: Comparison) -> Followed:
    """What became of the names of a document."""
    sources = [list({name.key: name for _, name in unlisted(pair.source)}.values()) for pair in comparison.pairs]
    names = list(itertools.chain.from_iterable(sources))
    likeness, counts, owners = _forms(names)
    followed = Followed(
        likeness,
        counts,
        Counter(),
        Counter(),
        owners,
        _owned(names),
        _kept(comparison),
        {},
        frozenset(name.key for name in names if name.sure and name.like >= _PLAIN),
    )
    places: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair, here in zip(comparison.pairs, sources, strict=True):
        for name in here:
            if followed.is_found(name):
                followed.found[name.key] += 1
            else:
                followed.lost[name.key] += 1
                if name.by_capital or not followed.counts[name.key]:
                    places[name.key].append(pair)
    never = {key: pairs for key, pairs in places.items() if len(pairs) > 1}
    return replace(followed, translated=_translated(comparison, never))


def _forms(
    names: Iterable[Unlisted],
) -> tuple[Mapping[str, Mapping[str, float]], Mapping[str, Counter[str]], Mapping[str, tuple[float, str]]]:
    likeness: defaultdict[str, dict[str, float]] = defaultdict(dict)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    owners: dict[str, tuple[float, str]] = {}
    for name in names:
        if name.form:
            likeness[name.key][name.form] = name.like
            counts[name.key][name.form] += 1
            owners[name.form] = max(owners.get(name.form, (0.0, "")), (name.like, name.key))
    return likeness, counts, owners


def _owned(names: Iterable[Unlisted]) -> Mapping[str, frozenset[str]]:
    """The sure names by the beginnings of their plain forms."""
    stems: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.sure and name.like >= _PLAIN and len(name.form) >= _STEM:
            stems[name.form[: max(_STEM, len(name.form) - _INFLECTED)]].add(name.key)
        if (name.sure or name.proof == Proof.KEPT) and len(name.key) >= _STEM:
            stems[name.key].add(name.key)
    return {stem: frozenset(keys) for stem, keys in stems.items()}


def _kept(comparison: Comparison) -> frozenset[tuple[str, str]]:
    kept = set()
    for pair in comparison.pairs:
        names = list(unlisted(pair.source))
        for (one, name), (other, next_name) in itertools.pairwise(names):
            if (
                name.common
                and next_name.common
                and one.span.end + 1 == other.span.start
                and {one.text, other.text} <= words(pair.segment.target.string)
            ):
                kept |= {(name.key, next_name.key), (next_name.key, name.key)}
    return frozenset(kept)


def _translated(comparison: Comparison, lost: Mapping[str, list[Pair]]) -> Mapping[str, frozenset[str]]:
    """By name, the words that stand in most places where the name is lost, and seldom elsewhere."""
    if not lost:
        return {}
    everywhere = Counter(itertools.chain.from_iterable(_strangers(pair) for pair in comparison.pairs))
    translated = {}
    for key, pairs in lost.items():
        here = Counter(itertools.chain.from_iterable(_strangers(pair) for pair in pairs))
        translated[key] = frozenset(
            stem
            for stem, times in here.items()
            if times > 1 and 2 * times > len(pairs) and 2 * times > everywhere[stem]
        )
    return translated


def _strangers(pair: Pair) -> frozenset[str]:
    """The beginnings of the words of a target with a capital, but for the counterparts of names."""
    return _stems(pair.segment.target.string) - {name.form[:_STEM] for _, name in unlisted(pair.source)}


@functools.lru_cache(maxsize=4096)
def _stems(string: str) -> frozenset[str]:
    return frozenset(word[:_STEM].lower() for word in words(string) if not word[0].islower())
