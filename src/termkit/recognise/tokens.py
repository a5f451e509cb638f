"""The words and numbers of a text that can be part of a fact; ordinary words are left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from termkit.folding import Folded, fold
from termkit.language import Lexeme
from termkit.model import Span, Text

from .digits import DIGITS, read_digits
from .lexicon import Lexicon

# A word, apostrophes inside it included, or letters with points between them (p.m., U.N.).
WORD = r"[^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])|[^\W\d_]+(?:'[^\W\d_]+)*"
_WORD = re.compile(WORD)
_PIECE = re.compile(r"\w+")
_TOKEN = re.compile(f"(?P<word>{WORD})|(?P<digits>{DIGITS})")
_DIGIT = re.compile(r"\d")
# A Roman numeral, of two letters or more where no ending follows (XIXe); Cyrillic texts often type it with
# their own look-alikes.
_ROMAN = re.compile(r"([IVXІХ]{1,7})([^\W\d_]{0,3})")
_MAYBE_ROMAN = re.compile(r"[IVXІХ]{2}|[IVX]e")
_ROMAN_ASCII = str.maketrans("ІХ", "IX")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
MASK = "\ue000"  # stands for markup and other protected text, which is neither word nor space


class Token(NamedTuple):
    """A word with its lexemes, or a number in digits with its readings; offsets in the folded text."""

    start: int
    end: int
    word: str = ""
    lexemes: tuple[Lexeme, ...] = ()
    readings: tuple[Decimal, ...] = ()

    def lexeme(self, sort: str) -> Lexeme | None:
        """The word's lexeme of a sort, if it has one."""
        for lexeme in self.lexemes:
            if lexeme.sort == sort:
                return lexeme
        return None


class Scan(NamedTuple):
    """A folded text and its tokens; ordinary words are tokens without lexemes."""

    folded: Folded
    string: str
    tokens: tuple[Token, ...]

    def is_capitalised(self, at: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.string[self.tokens[at].start].isupper()

    def gap(self, left: int, right: int) -> str:
        """What stands between two tokens, markup left out."""
        return self.string[self.tokens[left].end : self.tokens[right].start].replace(MASK, "")


def scan(text: Text, lexicon: Lexicon) -> Scan | None:
    """The tokens of a text, or None where no word and no digit of it can be part of a fact."""
    folded = fold(text.string)
    string = masked(folded, text.protected) if text.protected else folded.string
    lower = lower_case(string)
    # A word is its pieces where no apostrophe joins them; points join only letters of a mark (p.m.).
    words = (_WORD if "'" in lower else _PIECE).findall(lower)
    if not (_DIGIT.search(string) or any(map(lexicon.says.__getitem__, words)) or _MAYBE_ROMAN.search(string)):
        return None
    return Scan(folded, string, tuple(_tokens(string, lower, lexicon)))


def masked(folded: Folded, protected: Sequence[Span]) -> str:
    """The folded string with every protected span overwritten by `MASK`."""
    pieces, position = [], 0
    for span in protected:
        start, end = folded.folded(span)
        pieces += [folded.string[position:start], MASK * (end - max(start, position))]
        position = max(end, position)
    return "".join([*pieces, folded.string[position:]])


def lower_case(string: str) -> str:
    """The string in lower case, of the same length (İ alone would become two code points)."""
    lower = string.lower()
    if len(lower) == len(string):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in string)


def _tokens(string: str, lower: str, lexicon: Lexicon) -> list[Token]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(lower):
        start, end = match.span()
        if match.lastgroup == "digits":
            tokens += [
                Token(start + digits.start, start + digits.end, readings=digits.readings)
                for digits in read_digits(match[0], lexicon.data)
            ]
            continue
        lexemes = lexicon[match[0]] or _roman(string[start:end], lexicon.data.roman_suffixes)
        tokens.append(Token(start, end, match[0], lexemes))
    return tokens


def _roman(word: str, suffixes: frozenset[str]) -> tuple[Lexeme, ...]:
    match = _ROMAN.fullmatch(word)
    if not match or (match[2] not in suffixes if match[2] else len(match[1]) == 1):
        return ()
    values = [_ROMAN_VALUES[letter] for letter in match[1].translate(_ROMAN_ASCII)]
    total = sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
    return (Lexeme("roman", Decimal(total)),)
