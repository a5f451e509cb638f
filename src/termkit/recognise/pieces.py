"""What stands between two spaces, looked at once: whether it is part of a fact, and the words and numbers in it.

Texts are made of what was seen before, and of what is no part of a fact. So the pieces of a text are looked up, each
of them in one step, and only those near something known are taken apart.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from termkit.language_facts import Lexeme
from termkit.model import Locale

from .lexicon import MAX_REMEMBERED, Lexicon, lexicon
from .lone import is_lone, is_loud, words_heard
from .tokens import Token, read_tokens

__all__ = ["Near", "Pieces", "pieces", "says_more_than_units"]

# What a piece may say, one bit each, so that those of a text make a string of characters that is searched fast.
_KNOWN = 1  # it holds a number, or a word that can be part of a fact
_UNIT = 2  # … and not only one beside facts
_FACT = 4  # … and not only a unit
_PHRASE = 8  # it holds two words that stand together in a phrase
_FIRST = 16  # its last word begins phrases
_SAYS = 32  # … that are facts or part of one
_SECOND = 64  # its first word is the second one of phrases
_DIGIT = 128  # it holds digits, or what may stand before them
_LONE = 256  # it says the same wherever quiet pieces stand about it
_LOUD = 512  # it may change what a number or word beside it says
_BESIDE_SORTS = frozenset({
    "am", "pm", "night", "hour", "o-clock", "month-after", "month-before", "about", "above", "below", "above-after",
    "below-after", "points", "minus", "difference", "difference-after", "parts", "of-which", "era", "floor",
    "tenths-left", "zone", "decimal-point",
})  # fmt: skip
_UNIT_SORTS = frozenset({"unit", "money"})
_UNITS_ALONE = _UNIT_SORTS | _BESIDE_SORTS
# Readers of facts look at most three words away from what is known, and four to the next that is known; a sign that
# stands alone is a piece too.
_NEAR, _FAR = 3, 4
_FEW = 20_000  # pieces taken apart are remembered up to this many
# Digits may go on behind a space: 1 279, +380 (44) 123.
_PART = re.compile(r" (?![\d() -])|(?<![\d()+ -]) ")
_HAS_DIGIT = re.compile(r"\d|\+$")


def _any(bits: int, but: int = 0) -> str:
    """A class of the characters that have one of some bits, and none of some others."""
    return "[" + "".join(f"\\u{code:04x}" for code in range(2 * _LOUD) if code & bits and not code & but) + "]"


def _pattern(alone: int, first: int) -> re.Pattern[str]:
    """A pattern for pieces with one of some bits, or with one of others before one that is second."""
    # All that may match begins with one class, as a search for that is much faster than for either of two.
    return re.compile(f"{_any(alone | first)}(?:(?<={_any(alone)})|(?={_any(_SECOND)}))")


_IS_KNOWN = _pattern(_KNOWN, _FIRST)
_SAYS_FACT = _pattern(_FACT, _SAYS)
_SAYS_UNIT = _pattern(_UNIT, _FIRST)
_HAS_PHRASE = _pattern(_PHRASE, _FIRST)
_IS_LONE = re.compile(
    f"(?<!{_any(_LOUD)})(?:{_any(_LONE, but=_FIRST)}|{_any(_LONE)}(?!{_any(_SECOND)}))(?!{_any(_LOUD)})",
)
_GOES_ON = re.compile(_any(_DIGIT) * 2)


class _Words(dict[str, list[Token]]):
    """A piece of folded text -> the words and numbers in it."""

    def __init__(self, known: Lexicon) -> None:
        super().__init__()
        self._lexicon = known

    def __missing__(self, piece: str) -> list[Token]:
        if len(self) > _FEW:
            self.clear()
        self[piece] = found = read_tokens(piece, self._lexicon)
        return found


class Near(NamedTuple):
    """What is known in a text: tokens, some of which may be phrases, and lone pieces with their offsets.

    `says_fact` tells whether a lone piece is more than a unit or a word beside facts.
    """

    tokens: list[Token]
    has_phrases: bool = False
    lone: Sequence[tuple[int, str]] = ()
    says_fact: bool = False


_NOTHING = Near([])


class Pieces(dict[str, str]):
    """A piece of folded text -> what it may say."""

    def __init__(self, known: Lexicon) -> None:
        super().__init__()
        self.lexicon = known
        self.data = known.data
        self.words = _Words(known)
        self._heard = words_heard(known.data)

    def __missing__(self, piece: str) -> str:
        tokens = read_tokens(piece, self.lexicon)
        says = _DIGIT * (_HAS_DIGIT.search(piece) is not None) | _LOUD * is_loud(piece, tokens, self._heard)
        for token in tokens:
            says |= _says(token.lexemes)
            if token.readings:
                says |= _KNOWN | _UNIT | _FACT
        for left, right in itertools.pairwise(tokens):
            for rest, lexemes in self.lexicon.phrases(left.word):
                if rest[0] == right.word:
                    says |= _PHRASE | _says(lexemes)
        if tokens:
            says |= self._at_the_ends(tokens[0].word, tokens[-1].word)
        if says & _KNOWN and not says & _PHRASE:
            says |= _LONE * is_lone(piece, tokens, self._heard)
        if len(self) > MAX_REMEMBERED:
            self.clear()
        self[piece] = found = chr(says)
        return found

    def _at_the_ends(self, first: str, last: str) -> int:
        phrases = self.lexicon.phrases(last)
        says = _SECOND * (first in self._seconds) | _FIRST * bool(phrases)
        return says | _SAYS * any(_says(lexemes) & _FACT for _, lexemes in phrases)

    @functools.cached_property
    def _seconds(self) -> frozenset[str]:
        """All words that are the second one of a phrase."""
        return frozenset(rest[0] for phrases in self.data.phrases.values() for rest, _ in phrases)

    def near_facts(self, string: str, *, units: bool, lone: bool) -> Near:
        """What is known in a text: lone pieces, and the words and numbers of others with those about them.

        Nothing where none is a fact or part of one; without `units` also where there are units alone. Without `lone`
        no piece is taken for a lone one.
        """
        parts = string.split(" ")
        says = "".join(map(self.__getitem__, parts))
        if not (_SAYS_UNIT if units else _SAYS_FACT).search(says):
            return _NOTHING
        if _GOES_ON.search(says):
            parts = _PART.split(string)
            says = "".join(map(self.__getitem__, parts))
        starts = [0, *itertools.accumulate(map(len, parts))]
        places: list[int] = []
        alone: list[tuple[int, str]] = []
        says_fact = False
        before, done = -_FAR, 0
        known = self._known(says, parts)
        for at, behind in itertools.pairwise((*known, len(parts) + _FAR)):
            if lone and at - before > _FAR < behind - at and _IS_LONE.match(says, at):
                alone.append((starts[at] + at, parts[at]))
                says_fact = says_fact or ord(says[at]) & _FACT > 0
            else:
                places += range(max(at - _NEAR, done), done := min(at + 1 + _NEAR, len(parts)))
            before = at
        tokens = self._tokens(parts, starts, places) if places else []
        return Near(tokens, _HAS_PHRASE.search(says) is not None, alone, says_fact)

    def _known(self, says: str, parts: Sequence[str]) -> list[int]:
        """The places of the parts of a text that are known, or begin a phrase that is."""
        return [
            at
            for at in [match.start() for match in _IS_KNOWN.finditer(says)]
            if ord(says[at]) & _KNOWN or self._is_phrase(parts[at], parts[at + 1])
        ]

    def _is_phrase(self, left: str, right: str) -> bool:
        """Whether the last word of a piece and the first of the next one stand together in phrases."""
        second = self.words[right][0].word
        return any(rest[0] == second for rest, _ in self.lexicon.phrases(self.words[left][-1].word))

    def _tokens(self, parts: Sequence[str], starts: Sequence[int], places: Sequence[int]) -> list[Token]:
        """The words and numbers of some parts of a text, with their offsets in it."""
        words, new = self.words, tuple.__new__  # a third of the time of Token(), which fills in defaults
        return [
            new(Token, (start + shift, end + shift, word, lexemes, readings))
            for at in places
            for shift in (starts[at] + at,)
            for start, end, word, lexemes, readings in words[parts[at]]
        ]


def _says(lexemes: Iterable[Lexeme]) -> int:
    """What a word says by its lexemes, if it has any."""
    says = 0
    for lexeme in lexemes:
        beside = lexeme.sort in _BESIDE_SORTS
        says |= _KNOWN if beside else _KNOWN | _UNIT if lexeme.sort in _UNIT_SORTS else _KNOWN | _UNIT | _FACT
    return says


def says_more_than_units(sorts: frozenset[str]) -> bool:
    """Whether a text with tokens of some sorts holds a number or a word that is a fact."""
    return not sorts <= _UNITS_ALONE


@functools.cache
def pieces(locale: Locale, *, words: bool = True) -> Pieces:
    """The pieces of texts in a locale; without `words` its separators alone are known."""
    return Pieces(lexicon(locale, words=words))
