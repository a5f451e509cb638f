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
from termkit.recognise.bases import guess_base, shared_bases
from termkit.recognise.recognisers import Recognisers
from termkit.recognise.skeleton import likeness, skeleton

from .places import cldr_places
from .sounds import ratio

__all__ = ["NamesFound", "SeenName"]

_LIKE = 0.7  # from here on a word is a name's counterpart
_GOES_ON = re.compile(r"-\w|[ \xa0][A-ZÀ-Þ]\w?(?!\w|\.)")
_CAPITAL_BEFORE = re.compile(r"(?<!\w)(?P<word>[A-ZÀ-Þ]\w*)[ \xa0]$")
_OPENING = re.compile(r"(?:^|[.!?…:\n])\W*$")
_SPACE = re.compile(r"\s")
_JOINTS = frozenset({" ", "-", "\N{NO-BREAK SPACE}"})


class _Word(NamedTuple):
    """A word of a name: as the source writes it, whether it is sure to be a name's, and as the target writes it."""

    text: str
    sure: bool
    target: str


class _Sighting(NamedTuple):
    """A name at one place: its words with what joins them, and the whole as the target writes it, if it does.

    `opener` is the word before it, in lower case, where that begins a sentence: part of the name (New York) or not.
    `string` is the target.
    """

    locales: tuple[Locale, Locale]
    words: tuple[_Word, ...]
    joints: tuple[str, ...]
    target: str
    opener: str
    string: str

    def part(self, start: int, end: int) -> _Sighting:
        """Some of its words."""
        words = self.words[start:end]
        target = _written(words, self.string)
        return self._replace(words=words, joints=self.joints[start : end - 1], target=target, opener="")


@dataclass(slots=True)
class SeenName:
    """A name that was seen: its words, how often it stands in the articles of each locale, and what it is there.

    `sure` tells that it can hardly be anything but a name. `spellings` has the forms of each of its words in the
    source, `parts` those in each target, and `wholes` the forms of the whole there.
    """

    source_locale: Locale
    words: tuple[str, ...]
    joints: tuple[str, ...]
    sure: bool = False
    spellings: tuple[Counter[str], ...] = ()
    counts: Counter[Locale] = field(default_factory=Counter)
    wholes: defaultdict[Locale, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    parts: dict[Locale, tuple[Counter[str], ...]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The name in its base form."""
        return "".join(word + joint for word, joint in zip(self.words, (*self.joints, ""), strict=True))

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
        self.spellings = self.spellings or tuple(Counter[str]() for _ in self.words)
        parts = self.parts.setdefault(locale, tuple(Counter[str]() for _ in self.words))
        for part, spelling, word in zip(parts, self.spellings, sighting.words, strict=True):
            spelling[word.text] += 1
            if word.target:
                part[word.target] += 1

    def settle(self) -> None:
        """Take the base forms for its words: those that sound most like what stands for them in the targets."""
        for place, spelling in enumerate(self.spellings):
            targets = sum((parts[place] for parts in self.parts.values()), Counter[str]())
            word = _settled(spelling, targets, self.source_locale)
            self.words = (*self.words[:place], word, *self.words[place + 1 :])


def _settled(spelling: Counter[str], targets: Counter[str], source: Locale) -> str:
    sound = skeleton(max(targets, key=lambda form: targets[form], default=""))
    return guess_base(spelling, load_language(source), lambda _: False, lambda base: ratio(sound, skeleton(base)))


class NamesFound:
    """Collects the names without an entry from documents, one by one."""

    def __init__(self, recognisers: Recognisers) -> None:
        self._recognisers = recognisers
        self._sightings: list[_Sighting] = []

    def add(self, document: Document) -> None:
        """Collect the names of a document."""
        for segment in document.segments:
            self._sightings += _sightings(self._recognisers.pair(segment, frozenset(), follow=True))

    def names(self) -> list[SeenName]:
        """The names in the order in which they were met, without the words before them that are no part of them."""
        words = _Words(self._sightings)
        sightings = [part for sighting in self._sightings for part in words.parts(sighting)]
        times = Counter(words.key(sighting) for sighting in sightings)
        seen: dict[tuple[Locale, tuple[str, ...]], SeenName] = {}
        for sighting in sightings:
            if times[sighting.opener, *words.key(sighting)]:
                continue  # less than the name
            name = _trimmed(sighting, words, times)
            source = name.locales[0]
            new = SeenName(source, tuple(word.text for word in name.words), name.joints)
            seen.setdefault((source, words.key(name)), new).add(name)
        for found in seen.values():
            found.settle()
        return list(seen.values())


class _Words:
    """The words of all names of the sources, each with what its forms have in common."""

    def __init__(self, sightings: Sequence[_Sighting]) -> None:
        counts: defaultdict[Locale, Counter[str]] = defaultdict(Counter)
        for sighting in sightings:
            counts[sighting.locales[0]].update(word.text for word in sighting.words)
        self._bases = {locale: shared_bases(words, load_language(locale)) for locale, words in counts.items()}

    def base(self, word: _Word, locale: Locale) -> str:
        """What all forms of a word have in common, in lower case."""
        return self._bases[locale][word.text].lower()

    def key(self, sighting: _Sighting) -> tuple[str, ...]:
        """The same of all words of a name."""
        return tuple(self.base(word, sighting.locales[0]) for word in sighting.words)

    def parts(self, sighting: _Sighting) -> Iterator[_Sighting]:
        """The names that stand side by side: places, in a language that does not tell its common words from names."""
        source, key, start = sighting.locales[0], self.key(sighting), 0
        if not load_language(source).names.common and " ".join(key) not in cldr_places(source):
            for place, base in enumerate(key):
                if base in cldr_places(source):
                    if start < place:
                        yield sighting.part(start, place)
                    yield sighting.part(place, place + 1)
                    start = place + 1
        if start < len(key):
            yield sighting.part(start, len(key)) if start else sighting


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
    return _SPACE.sub(" ", between) if between in _JOINTS else None


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
    yield _Sighting(locales, tuple(words), joints, _written(words, string), opener, string)


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
    return next((_SPACE.sub(" ", place[0]) for place in places if not place[0][0].islower()), "")


def _trimmed(sighting: _Sighting, words: _Words, times: Counter[tuple[str, ...]]) -> _Sighting:
    """A name without the common words before it that it mostly stands without: Hurricane Rosa, but New York."""
    while len(sighting.words) > 1 and not sighting.words[0].sure:
        key = words.key(sighting)
        if times[key[1:]] < times[key]:
            break
        sighting = sighting.part(1, len(key))
    return sighting
