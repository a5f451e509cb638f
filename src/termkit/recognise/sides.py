"""The two sides that names are followed between: a text with its words, their sounds, and those that may be names."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from termkit.folding import Folded, fold
from termkit.language import load_language
from termkit.language_names import NameData
from termkit.model import Kind, Locale, Mention, Span, Text, Unlisted

from .candidates import Candidate, Piece, capitals, pieces
from .han import is_han, readings
from .places import Named, is_place, is_written_place, places_in, places_of
from .skeleton import skeleton, sounds_around, sounds_mask, sounds_near

__all__ = ["BESIDE", "Groups", "Side", "Word", "groups", "runs", "side_of", "word_of"]

BESIDE = re.compile(r"[ '-]|'s ")
_LONGEST_ABBREVIATION = 5
_QUOTES = tuple("\"'«„“”‘(")


class Word(NamedTuple):
    """A word of a text with its sound."""

    key: str
    sound: str
    around: int  # the sounds that may be written for its own
    first: int
    near: int  # what sounds like its first sound
    capital: bool
    common: bool
    upper: bool  # an abbreviation


class Side(NamedTuple):
    """A text with its words by key, and those of them that may be names.

    `has_case` tells that capitals tell names from other words, `is_heard` that it is known how all words sound. In a
    script without capitals `named` are the places that it names.
    """

    text: Text
    folded: Folded
    words: Mapping[str, Word]
    names: Sequence[Candidate]
    named: Sequence[Named]
    has_case: bool
    is_heard: bool

    @property
    def locale(self) -> Locale:
        """The locale of the text."""
        return self.text.locale

    @property
    def data(self) -> NameData:
        """What its language does to names."""
        return load_language(self.text.locale).names

    @property
    def is_latin(self) -> bool:
        """Whether it is written in Latin letters."""
        return any(key.isascii() and key.isalpha() for key in self.words)

    @property
    def tells_people(self) -> bool:
        """Whether names of several words are people's, since institutions have small ones in theirs."""
        return self.data.nouns or self.data.institutions == "first"

    @property
    def places(self) -> frozenset[str]:
        """The places that it names."""
        if not self.has_case:
            return frozenset(named.place for named in self.named).union(*self._places_of_words())
        return frozenset().union(*self._places_of_words())

    def _places_of_words(self) -> Iterator[frozenset[str]]:
        for word in self.words.values():
            if word.capital or not word.common:
                yield places_of(word.key, self.locale)

    def is_sure(self, name: Candidate) -> bool:
        """Whether a word can hardly be anything but a name."""
        return name.sure or is_written_place(name.key, self.locale)

    def is_common(self, name: Candidate) -> bool:
        """Whether a word with a capital may be any word."""
        return not (self.is_sure(name) or name.piece.text.isupper())

    def is_quoted(self, name: Candidate) -> bool:
        """Whether a word begins a quotation: that is often a title, and is translated."""
        before = self.folded.string[: name.piece.start]
        return before[-1:] in _QUOTES and not (before[-1:] == "'" and before[-2:-1].isalpha())

    def is_compounded(self, name: Candidate) -> bool:
        """Whether a word is the first part of a compound."""
        return self.folded.string[name.piece.end :][:1] == "-"

    def listed(self, run: Sequence[Candidate]) -> Iterator[Sequence[Candidate]]:
        """The names of a run that a conjunction parts."""
        part: list[Candidate] = []
        for name in run:
            between = self.folded.string[part[-1].piece.end : name.piece.start] if part else ""
            if not self.data.gaps.get("conjunctions", frozenset()).isdisjoint(between.split()):
                yield part
                part = []
            part.append(name)
        yield part

    def mention(self, start: int, end: int, value: Unlisted) -> Mention:
        """What stands at a place of the folded text."""
        return self.mention_at(self.folded.original(start, end), value)

    def mention_at(self, span: Span, value: Unlisted) -> Mention:
        """What stands at a place of the text."""
        return Mention(Kind.NAME, span, self.text.string[slice(*span)], value, hard=value.sure)


Groups = Sequence[Sequence[Candidate]]


def side_of(text: Text) -> Side:
    """A text made ready."""
    folded = fold(text.string)
    found = pieces(folded.string)
    has_case = 2 * sum(piece.text.lower() != piece.text.upper() for piece in found) > len(found)
    names = capitals(text)
    keys = frozenset(name.key for name in names)
    words = _words(folded.string, text.locale, keys if has_case else None)
    named = () if has_case else places_in(folded.string, text.locale)
    reading = load_language(text.locale).names.reading
    is_heard = has_case or all(skeleton(piece.text) or (reading and is_han(piece.text)) for piece in found)
    return Side(text, folded, words, names, named, has_case, is_heard)


@functools.lru_cache(maxsize=64)
def _words(string: str, locale: Locale, names: frozenset[str] | None) -> Mapping[str, Word]:
    """The words of a folded text by key; those that are no names count as small."""
    reading = load_language(locale).names.reading
    words: dict[str, Word] = {}
    for piece in pieces(string):
        key = piece.text.lower()
        if reading and is_han(key):
            words |= {part: word_of(part, locale, sound=read, is_capital=True) for part, read in readings(key) if read}
        elif key not in words or not words[key].capital:
            word = word_of(key, locale, is_capital=_is_capital(piece, key, names))
            words[key] = word._replace(upper=_is_abbreviation(piece.text))
    return words


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and len(word) <= _LONGEST_ABBREVIATION


def _is_capital(piece: Piece, key: str, names: frozenset[str] | None) -> bool:
    return piece.is_capital and (names is None or key in names)


def word_of(key: str, locale: Locale, *, is_capital: bool, sound: str | None = None) -> Word:
    """A word with how it sounds, or what it is read as does."""
    language = load_language(locale)
    sound = skeleton(key if sound is None else sound)
    if key in language.detect.words and not is_capital:
        sound = ""  # a word as frequent as that is the counterpart of no name
    first, near = (sounds_mask(sound[0]), sounds_near(sound[0])) if sound else (0, 0)
    return Word(key, sound, sounds_around(sound), first, near, is_capital, key in language.names.common, upper=False)


def groups(side: Side, known: Container[str]) -> list[Sequence[Candidate]]:
    """The runs of words that may be names of which none is known, and those parts of others that are whole names.

    Such are several words together, and one beside an abbreviation or a place: ČSSD Jiří Paroubek.
    """
    found: list[Sequence[Candidate]] = []
    for run in runs(side.names, side, BESIDE):
        before: Candidate | None = None
        for is_known, part in itertools.groupby(run, key=lambda name: name.key in known):
            words = list(part)
            if not is_known and (len(words) == len(run) or _is_apart(words, before, side)):
                found.append(words)
            before = words[-1]
    return found


def _is_apart(words: Sequence[Candidate], before: Candidate | None, side: Side) -> bool:
    """Whether words are no part of the name before them."""
    if len(words) > 1 and side.tells_people:
        return True
    return before is not None and (before.piece.text.isupper() or is_place(before.key, side.locale))


def runs(names: Sequence[Candidate], side: Side, between: re.Pattern[str] | None = None) -> list[list[Candidate]]:
    """Names that stand one behind the other, with no other words between them than names have."""
    between = between or _joined(side.locale)
    found: list[list[Candidate]] = []
    for name in names:
        if found and between.fullmatch(side.folded.string, found[-1][-1].piece.end, name.piece.start):
            found[-1].append(name)
        else:
            found.append([name])
    return found


@functools.cache
def _joined(locale: Locale) -> re.Pattern[str]:
    joints = "|".join(map(re.escape, load_language(locale).names.joints))
    return re.compile(rf"{BESIDE.pattern}|(?: (?:{joints}))+ ") if joints else BESIDE
