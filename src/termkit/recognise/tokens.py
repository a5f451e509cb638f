"""The words and numbers of a text, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from termkit.language_facts import Lexeme

from .digits import DIGITS, read_digits
from .lexicon import SIGNED, SIGNED_WORD, WORD, Lexicon, lower_case

__all__ = ["Token", "read_tokens", "roman_letter"]

_TOKEN = re.compile(f"({WORD})|({DIGITS})")
_SIGNED_TOKEN = re.compile(f"({SIGNED_WORD})|({DIGITS})")
_POWERS = frozenset("23")
_COUNTED_ALONE = frozenset({"cardinal", "ordinal", "article", "multiple"})  # 20세 is 20 years, though 세 is three
# A Roman numeral, of two letters or more where no ending follows (XIXe); Cyrillic texts often type it with
# their own look-alikes.
# What stands before the first letter is looked at when that is found, as a search for a letter is much faster.
# Kana and the like may stand right beside a numeral.
_LETTER = "A-Za-zÀ-\u024f\u0370-\u052f"
_ROMAN = re.compile(
    rf"(?P<letters>(?=[IVXІХ])(?<![{_LETTER}])[XХ]{{0,3}}(?:[IІ][VXХ]|V?[IІ]{{0,4}}))"
    rf"(?P<ending>[{_LETTER}]{{0,3}})(?![{_LETTER}])"
)
_ROMAN_ASCII = str.maketrans("ІХ", "IX")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


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


def read_tokens(string: str, lexicon: Lexicon) -> list[Token]:
    """The words and numbers of a folded string.

    >>> from termkit.model import Locale
    >>> from termkit.recognise.lexicon import lexicon
    >>> [(token.word, token.readings) for token in read_tokens("Of 12", lexicon(Locale("en")))]
    [('of', ()), ('', (Decimal('12'),))]
    """
    tokens: list[Token] = []
    behind_digits, end = -1, 0
    glued, written_apart = lexicon.data.glued, lexicon.unspaced is None and not lexicon.data.glued
    for gap, word, run in _split(lower_case(string), lexicon):
        start = end + len(gap)
        if word is None:
            end = behind_digits = start + len(run)
            if written_apart and run in _POWERS and tokens and tokens[-1].end == start and tokens[-1].lexeme("unit"):
                tokens[-1] = tokens[-1]._replace(end=end, lexemes=())  # м2 is no metre, and no 2
                continue
            tokens += [
                Token(start + digits.start, start + digits.end, readings=digits.readings)
                for digits in read_digits(run, lexicon.data)
            ]
            continue
        end = start + len(word)
        if glued and start == behind_digits:
            tokens += _glued(word, start, lexicon)
        else:
            tokens.append(Token(start, end, word, lexicon[word]))
    _read_roman(tokens, string, lexicon.data.roman_suffixes)
    return tokens


def _split(lower: str, lexicon: Lexicon) -> Iterator[tuple[str, str | None, str]]:
    """What stands between the tokens of a string, and the word or the run of digits behind that, in turn."""
    signed = not lower.isascii() and SIGNED.search(lower)
    pattern = lexicon.unspaced or (_SIGNED_TOKEN if signed else _TOKEN)
    pieces = iter(pattern.split(lower))
    return zip(pieces, pieces, pieces, strict=False)  # what stands behind the last one is left


def _glued(word: str, start: int, lexicon: Lexicon) -> Iterator[Token]:
    """The known words at the beginning of a word that is written to digits; the rest is a word without lexemes."""
    at = 0
    while at < len(word):
        size = next((size for size in range(len(word) - at, 0, -1) if word[at : at + size] in lexicon.data.words), 0)
        end = at + size if size else len(word)
        lexemes = tuple(
            lexeme for lexeme in lexicon.data.words.get(word[at:end], ()) if lexeme.sort not in _COUNTED_ALONE
        )
        yield Token(start + at, start + end, word[at:end], lexemes)
        at = end


def _read_roman(tokens: list[Token], string: str, suffixes: frozenset[str]) -> None:
    """Give Roman numerals their values, but those of one letter: what follows them may stand in another string."""
    for match in _ROMAN.finditer(string):
        if match["ending"] in suffixes or (not match["ending"] and len(match[0]) > 1):
            for at, token in enumerate(tokens):
                if token[:2] == match.span() and not token.lexemes:
                    tokens[at] = token._replace(lexemes=_roman_value(match["letters"]))


def roman_letter(token: Token, string: str) -> Token:
    """A token as a Roman numeral, if it is one of a single letter."""
    written = string[token.start : token.end]
    if len(written) != 1 or token.lexemes or not _ROMAN.fullmatch(string, *token[:2]):
        return token
    return token._replace(lexemes=_roman_value(written))


def _roman_value(letters: str) -> tuple[Lexeme, ...]:
    values = [_ROMAN_VALUES[letter] for letter in letters.translate(_ROMAN_ASCII)]
    total = sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
    return (Lexeme("roman", Decimal(total)),)
