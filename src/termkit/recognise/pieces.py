"""What stands between two spaces, looked at once: whether it is part of a fact, and the words and numbers in it.

Texts are made of what was seen before, and of what is no part of a fact. So the pieces of a text are looked up, each
of them in one step, and only those near something known are taken apart.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Sequence

from termkit.language_facts import Lexeme
from termkit.model import Locale

from .lexicon import MAX_REMEMBERED, Lexicon, lexicon
from .tokens import Token, read_tokens

__all__ = ["Pieces", "pieces", "says_more_than_units"]

# What a piece may say, one bit each, so that those of a text make a string of bytes that is searched fast.
_KNOWN = 1  # it holds a number, or a word that can be part of a fact
_UNIT = 2  # … and not only one beside facts
_FACT = 4  # … and not only a unit
_PHRASE = 8  # it holds two words that stand together in a phrase
_FIRST = 16  # its last word begins phrases
_SAYS = 32  # … that are facts or part of one
_SECOND = 64  # its first word is the second one of phrases
_DIGIT = 128  # it holds digits, or what may stand before them
_BESIDE_SORTS = frozenset({
    "am", "pm", "night", "hour", "o-clock", "month-after", "month-before", "above", "below", "above-after",
    "below-after", "points", "minus", "difference", "difference-after", "parts", "of-which", "era", "floor",
    "tenths-left", "zone", "decimal-point",
})  # fmt: skip
_UNIT_SORTS = frozenset({"unit", "money"})
_UNITS_ALONE = _UNIT_SORTS | _BESIDE_SORTS
# Readers of facts look at most three words away from what is known, and four to the next that is known; a sign that
# stands alone is a piece too.
_NEAR = 3
_FEW = 20_000  # pieces taken apart are remembered up to this many
# Digits may go on behind a space: 1 279, +380 (44) 123.
_PART = re.compile(r" (?![\d() -])|(?<![\d()+ -]) ")
_HAS_DIGIT = re.compile(r"\d|\+$")


def _any(bits: int) -> str:
    """A class of the bytes that have one of some bits."""
    return "[" + "".join(f"\\x{byte:02x}" for byte in range(256) if byte & bits) + "]"


def _pattern(*alternatives: str) -> re.Pattern[bytes]:
    return re.compile("|".join(alternatives).encode())


_IS_KNOWN = _pattern(_any(_KNOWN), f"{_any(_FIRST)}(?={_any(_SECOND)})")
_SAYS_FACT = _pattern(_any(_FACT), _any(_SAYS) + _any(_SECOND))
_SAYS_UNIT = _pattern(_any(_UNIT), _any(_FIRST) + _any(_SECOND))
_HAS_PHRASE = _pattern(_any(_PHRASE), _any(_FIRST) + _any(_SECOND))
_GOES_ON = _pattern(_any(_DIGIT) * 2)


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


class Pieces(dict[str, int]):
    """A piece of folded text -> what it may say."""

    def __init__(self, known: Lexicon) -> None:
        super().__init__()
        self.lexicon = known
        self.data = known.data
        self._words = _Words(known)

    def __missing__(self, piece: str) -> int:
        tokens = read_tokens(piece, self.lexicon)
        says = _DIGIT * (_HAS_DIGIT.search(piece) is not None)
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
        if len(self) > MAX_REMEMBERED:
            self.clear()
        self[piece] = says
        return says

    def _at_the_ends(self, first: str, last: str) -> int:
        phrases = self.lexicon.phrases(last)
        says = _SECOND * (first in self._seconds) | _FIRST * bool(phrases)
        return says | _SAYS * any(_says(lexemes) & _FACT for _, lexemes in phrases)

    @functools.cached_property
    def _seconds(self) -> frozenset[str]:
        """All words that are the second one of a phrase."""
        return frozenset(rest[0] for phrases in self.data.phrases.values() for rest, _ in phrases)

    def near_facts(self, string: str, *, units: bool) -> tuple[list[Token], bool]:
        """The words and numbers that are known, with those about them, and whether there are phrases among them.

        None of them where nothing is a fact or part of one; without `units` also where there are units alone.
        """
        parts = string.split(" ")
        says = bytes(map(self.__getitem__, parts))
        if not (_SAYS_UNIT if units else _SAYS_FACT).search(says):
            return [], False
        if _GOES_ON.search(says):
            parts = _PART.split(string)
            says = bytes(map(self.__getitem__, parts))
        places: list[int] = []
        done = 0
        for match in _IS_KNOWN.finditer(says):
            at = match.start()
            if says[at] & _KNOWN or self._is_phrase(parts[at], parts[at + 1]):
                places += range(max(at - _NEAR, done), done := min(at + 1 + _NEAR, len(parts)))
        return self._tokens(parts, places), _HAS_PHRASE.search(says) is not None

    def _is_phrase(self, left: str, right: str) -> bool:
        """Whether the last word of a piece and the first of the next one stand together in phrases."""
        second = self._words[right][0].word
        return any(rest[0] == second for rest, _ in self.lexicon.phrases(self._words[left][-1].word))

    def _tokens(self, parts: Sequence[str], places: Sequence[int]) -> list[Token]:
        """The words and numbers of some parts of a text, with their offsets in it."""
        words, new = self._words, tuple.__new__  # a third of the time of Token(), which fills in defaults
        starts = [0, *itertools.accumulate(map(len, parts))]
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
