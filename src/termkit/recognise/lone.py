"""Which words and numbers say the same wherever they stand alone, so that each of them is read only once.

A text has most of its numbers and units by themselves among words that say nothing about them. Such a *lone* piece is
looked up. What stands beside it must be *quiet*: neither a sign nor a word that changes what is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from termkit.language_facts import Lexeme, NumberData

from .phrase import NUMERALS
from .signs import lower_codes, signs
from .tokens import Token

__all__ = ["MASK", "is_lone", "is_loud", "words_heard"]

MASK = "\ue000"  # stands for markup and other protected text, which is neither word nor space
# What a time of day is told by: it looks far, and one half of the day in a text counts for all of it.
_OF_TIMES = frozenset({"am", "pm", "night", "hour", "o-clock", "clock", "minutes", "zone"})
_DATES = frozenset({"month", "weekday"})
_SEPARATED = re.compile(r"\d[./:-] ?\d")  # may be a date or a time
_OPEN = re.compile(r"[°º'′\"″”]\W*$")  # what goes on behind the sign of degrees, feet or inches
_STOPS = ".,;:!?"
_DEGREES = frozenset("°º")  # the second one is a letter
_CODE = 3  # letters
_ROMAN = frozenset("IVXІХ")


def words_heard(data: NumberData) -> frozenset[str]:
    """The words that change what is read of a number or word beside them, and are no part of it."""
    behind_hours = {words[0] for words, _ in data.clock.behind}
    return data.not_behind | data.every | data.numbering | data.of | behind_hours


def is_loud(piece: str, tokens: Sequence[Token], heard: frozenset[str]) -> bool:
    """Whether a piece may change what is read of one beside it that is lone.

    >>> is_loud("people,", [Token(0, 6, "people")], frozenset()), is_loud("€", [], frozenset())
    (False, True)
    """
    if not tokens or not piece[0].isalpha() or piece[0] in _DEGREES or not piece.rstrip(_STOPS)[-1:].isalnum():
        return True
    first, last = tokens[0], tokens[-1]
    if first.word in heard or last.word in heard or first.word in lower_codes() or last.word in lower_codes():
        return True
    return piece[:_CODE] in signs() or (last.end - last.start == 1 and piece[last.start] in _ROMAN)


def is_lone(piece: str, tokens: Sequence[Token], heard: frozenset[str]) -> bool:
    """Whether a piece says the same wherever quiet pieces stand beside it."""
    if MASK in piece or _SEPARATED.search(piece) or _OPEN.search(piece):
        return False
    numbers = 0
    for token in tokens:
        if token.word in heard or any(_looks_about(lexeme, token, piece) for lexeme in token.lexemes):
            return False
        numbers += bool(token.readings) or any(lexeme.sort in NUMERALS for lexeme in token.lexemes)
    return numbers <= 1


def _looks_about(lexeme: Lexeme, token: Token, piece: str) -> bool:
    """Whether what a word says depends on words that may stand anywhere, or on the one behind it."""
    if lexeme.sort in _DATES:
        is_capitalised = lexeme.capital and piece[token.start].isupper()
        may_be_in_a_name = is_capitalised and token.end == len(piece)  # with another word: Sunday Times
        return may_be_in_a_name or lexeme.beside or lexeme.abbreviated
    return lexeme.sort in _OF_TIMES
