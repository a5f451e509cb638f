"""The names of articles that the termbase does not have, and what they have become in each locale."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from termkit.language import load_language
from termkit.model import Document, Locale, Mention, Pair, Segment, Text, Unlisted
from termkit.recognise.recognisers import Recognisers
from termkit.recognise.skeleton import likeness, skeleton

__all__ = ["NamesFound", "SeenName"]

_LIKE = 0.7  # from here on a word is a name's counterpart
_GOES_ON = re.compile(r"-\w|[ \xa0][A-ZÀ-Þ]\w?(?!\w|\.)")
_CAPITAL_BEFORE = re.compile(r"(?<!\w)(?P<word>[A-ZÀ-Þ]\w*)[ \xa0]$")
_OPENING = re.compile(r"(?:^|[.!?…:\n])\W*$")
_JOINTS = frozenset({" ", "-", "\N{NO-BREAK SPACE}"})


class _Word(NamedTuple):
    """A word of a name: as the source writes it, whether it is sure to be a name's, and as the target writes it."""

    text: str
    sure: bool
    target: str


class _Sighting(NamedTuple):
    """A name at one place: its words with what joins them, and the whole as the target writes it, if it does.

    `opener` is the word before it, in lower case, where that begins a sentence: part of the name (New York) or not.
    """

    locales: tuple[Locale, Locale]
    words: tuple[_Word, ...]
    joints: tuple[str, ...]
    target: str
    opener: str

    @property
    def key(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(word.text.lower() for word in self.words)

    def without_first(self, string: str) -> _Sighting:
        """The same less its first word."""
        return _Sighting(self.locales, self.words[1:], self.joints[1:], _written(self.words[1:], string), "")


@dataclass(slots=True)
class SeenName:
    """A name that was seen: its words, how often it stands in the articles of each locale, and what it is there.

    `sure` tells that it can hardly be anything but a name.
    `wholes` has it in the forms of the target, and `parts` has the forms of each of its words.
    """

    text: str
    words: tuple[str, ...]
    joints: tuple[str, ...]
    source_locale: Locale
    sure: bool = False
    counts: Counter[Locale] = field(default_factory=Counter)
    wholes: defaultdict[Locale, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    parts: dict[Locale, tuple[Counter[str], ...]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How often the source has it: a source text is read once for each of its translations."""
        return max(self.counts.values())

    def add(self, sighting: _Sighting) -> None:
        """Count a place."""
        locale = sighting.locales[1]
        self.sure = self.sure or any(word.sure for word in sighting.words)
        self.counts[locale] += 1
        if sighting.target:
            self.wholes[locale][sighting.target] += 1
        parts = self.parts.setdefault(locale, tuple(Counter[str]() for _ in self.words))
        for part, word in zip(parts, sighting.words, strict=True):
            if word.target:
                part[word.target] += 1


class NamesFound:
    """Collects the names without an entry from documents, one by one."""

    def __init__(self, recognisers: Recognisers) -> None:
        self._recognisers = recognisers
        self._sightings: list[tuple[_Sighting, str]] = []

    def add(self, document: Document) -> None:
        """Collect the names of a document."""
        for segment in document.segments:
            pair = self._recognisers.pair(segment, frozenset(), follow=True)
            self._sightings += ((sighting, segment.target.string) for sighting in _sightings(pair))

    def names(self) -> list[SeenName]:
        """The names in the order in which they were met, without the words before them that are no part of them."""
        times = Counter(sighting.key for sighting, _ in self._sightings)
        seen: dict[tuple[Locale, tuple[str, ...]], SeenName] = {}
        for sighting, string in self._sightings:
            if times[sighting.opener, *sighting.key]:
                continue  # less than the name
            name = _trimmed(sighting, string, times)
            source, words = name.locales[0], tuple(word.text for word in name.words)
            new = SeenName(_joined(words, name.joints), words, name.joints, source)
            seen.setdefault((source, name.key), new).add(name)
        return list(seen.values())


def _sightings(pair: Pair) -> Iterator[_Sighting]:
    """The names of a segment: words that stand side by side are one name."""
    run: list[tuple[Mention, Unlisted]] = []
    for mention in pair.source:
        if not isinstance(mention.value, Unlisted) or _is_title(mention.value.key, pair.segment.source.locale):
            continue
        if run and _joint(run[-1][0], mention, pair.segment) is None:
            yield from _sighting(run, pair.segment)
            run = []
        run.append((mention, mention.value))
    if run:
        yield from _sighting(run, pair.segment)


def _is_title(key: str, locale: Locale) -> bool:
    """Whether a word stands for people who are not named: president, she."""
    return key in load_language(locale).names.stand_ins


def _joint(before: Mention, after: Mention, segment: Segment) -> str | None:
    """What joins two words of one name; None where they are of two."""
    between = segment.source.string[before.span.end : after.span.start]
    return between if between in _JOINTS else None


def _sighting(run: Sequence[tuple[Mention, Unlisted]], segment: Segment) -> Iterator[_Sighting]:
    """The name that some words are; none in capitals, and where they are a part of it: Kim Jong-un, Xi Jinping."""
    opener = _opener(segment.source, run[0][0].span.start)
    shouted = len(run) > 1 and all(mention.text.isupper() for mention, _ in run)
    if shouted or opener is None or _GOES_ON.match(segment.source.string, run[-1][0].span.end):
        return
    string = segment.target.string
    words = []
    for mention, name in run:
        form = name.form if name.like >= _LIKE else ""
        written = _find([form], string) if form else ""
        words.append(_Word(mention.text, name.sure, written))
    joints = tuple(_joint(before, after, segment) or "" for (before, _), (after, _) in itertools.pairwise(run))
    locales = segment.source.locale, segment.target.locale
    if not _written(words, string):
        words = _side_by_side(words, string)
    yield _Sighting(locales, tuple(words), joints, _written(words, string), opener)


def _side_by_side(words: Sequence[_Word], string: str) -> list[_Word]:
    """The words with those that stand behind one another in the target, where they sound alike.

    Two people of one surname may be in a text, and a name is followed to one word of it only.
    """
    found = [words[0]]
    for word in words[1:]:
        behind = re.search(rf"\b{re.escape(found[-1].target)}[\s-](\w+)", string) if found[-1].target else None
        alike = behind is not None and likeness(skeleton(word.text), skeleton(behind[1])) >= _LIKE
        found.append(word._replace(target=behind[1]) if behind and alike else word)
    return found


def _opener(text: Text, start: int) -> str | None:
    """The word with a capital before a name where it begins a sentence; None where it must belong to the name."""
    if text.string[start - 1 : start] == "-":
        return None
    before = _CAPITAL_BEFORE.search(text.string[:start])
    if before is None or _is_title(before["word"].lower(), text.locale):
        return ""
    return before["word"].lower() if _OPENING.search(text.string[: before.start("word")]) else None


def _written(words: Sequence[_Word], string: str) -> str:
    """The whole name as a target writes it; empty where its words do not stand side by side."""
    return _find([word.target for word in words], string) if all(word.target for word in words) else ""


def _find(words: Sequence[str], string: str) -> str:
    """Some words side by side as a text writes them, with a capital, where its script has such."""
    pattern = r"[\s-]".join(map(re.escape, words))
    places = re.finditer(rf"\b{pattern}\b", string, re.IGNORECASE)
    return next((place[0] for place in places if not place[0][0].islower()), "")


def _joined(words: Sequence[str], joints: Sequence[str]) -> str:
    return "".join(word + joint for word, joint in zip(words, (*joints, ""), strict=True))


def _trimmed(sighting: _Sighting, string: str, times: Counter[tuple[str, ...]]) -> _Sighting:
    """A name without the common words before it that it mostly stands without: Hurricane Rosa, but New York."""
    while len(sighting.words) > 1 and not sighting.words[0].sure:
        if times[sighting.key[1:]] < times[sighting.key]:
            break
        sighting = sighting.without_first(string)
    return sighting
