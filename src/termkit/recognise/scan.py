"""The words and numbers of a text that can be part of a fact, with those about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from termkit.folding import Folded, fold
from termkit.language_facts import Lexeme
from termkit.model import Span, Text

from .lexicon import Lexicon
from .lone import MASK
from .pieces import Near, Pieces, says_more_than_units
from .tokens import Token, read_tokens, roman_letter

__all__ = ["MASK", "Scan", "scan"]

_PHRASE_GAPS = frozenset({"", " ", "-", "/", ".", ". ", "·", "⋅", '"', "\u05f4", "“", "”"})
_DIGITS = (Lexeme("digits", Decimal(0)),)  # what digits are among the sorts
_ROMAN_LETTER = re.compile(r"[IVXІХ](?![^\W\d_])")


class Scan(NamedTuple):
    """A folded text and its tokens near what is known; ordinary words are tokens without lexemes.

    `known` are the places of the other tokens, and `sorts` those of all lexemes, and digits: what is not there need not
    be sought. `lone` are pieces of the text, with their offsets, that say the same wherever they stand.
    """

    folded: Folded
    string: str
    tokens: tuple[Token, ...]
    known: tuple[int, ...]
    sorts: frozenset[str]
    lone: Sequence[tuple[int, str]] = ()

    def is_capitalised(self, at: int) -> bool:
        """Whether a token begins with a capital letter, or the last word of a phrase does (thứ Hai)."""
        token = self.tokens[at]
        last = token.word.rpartition("_")[2] if "_" in token.word else ""
        return self.string[token.start].isupper() or (last != "" and self.string[token.end - len(last)].isupper())

    def gap(self, left: int, right: int) -> str:
        """What stands between two tokens, markup left out."""
        return self.string[self.tokens[left].end : self.tokens[right].start].replace(MASK, "")


def scan(text: Text, pieces: Pieces, *, units: bool = True, lone: bool = False) -> Scan | None:
    """The tokens of a text, or None where no word and no digit of it can be part of a fact.

    Without `units` words for units alone make none. With `lone` the pieces that say the same wherever they stand are
    no tokens.
    """
    folded = fold(text.string)
    string = masked(folded, text.protected) if text.protected else folded.string
    if pieces.lexicon.unspaced:
        near = Near(read_tokens(string, pieces.lexicon), has_phrases=True)
    else:
        near = pieces.near_facts(string, units=units, lone=lone and folded.starts is None)
    tokens = near.tokens
    if not (tokens or near.lone):
        return None
    if tokens and _ROMAN_LETTER.search(string):
        _read_roman_letters(tokens, string)
    if tokens and near.has_phrases:
        tokens = _with_phrases(tokens, string, pieces.lexicon)
    known = tuple([at for at, token in enumerate(tokens) if token[3] or token[4]])
    sorts = frozenset([lexeme[0] for at in known for lexeme in tokens[at][3] or _DIGITS])
    if not (known or near.lone) or not (units or near.says_fact or says_more_than_units(sorts)):
        return None
    return Scan(folded, string, tuple(tokens), known, sorts, near.lone)


def masked(folded: Folded, protected: Sequence[Span]) -> str:
    """The folded string with every protected span overwritten by `MASK`."""
    pieces, position = [], 0
    for span in protected:
        start, end = folded.folded(span)
        pieces += [folded.string[position:start], MASK * (end - max(start, position))]
        position = max(end, position)
    return "".join([*pieces, folded.string[position:]])


def _read_roman_letters(tokens: list[Token], string: str) -> None:
    """Give Roman numerals of one letter their values, where a word follows that is numbered so: X століття."""
    for at, token in enumerate(tokens):
        if token[3] and at and any(lex.unit == "century" or lex.sort == "numbered" for lex in token.lexemes):
            tokens[at - 1] = roman_letter(tokens[at - 1], string)


def _with_phrases(tokens: list[Token], string: str, lexicon: Lexicon) -> list[Token]:
    """The tokens with those that make a phrase of the language as one: percentage points, o'clock."""
    merged: list[Token] = []
    at, end = 0, len(tokens)
    while at < end:
        token = tokens[at]
        phrases = lexicon.phrases(token.word)
        if phrases:
            following = tokens[at + 1].word if at + 1 < end else ""
            for rest, lexemes in phrases:
                last = at + len(rest)
                if rest[0] == following and last < end and _reads(tokens, string, at, rest):
                    token, at = Token(token.start, tokens[last].end, "_".join((token.word, *rest)), lexemes), last
                    break
        merged.append(token)
        at += 1
    return merged


def _reads(tokens: list[Token], string: str, first: int, rest: Sequence[str]) -> bool:
    """Whether the words behind a token are those of a phrase."""
    return all(
        tokens[at].word == word and string[tokens[at - 1].end : tokens[at].start] in _PHRASE_GAPS
        for at, word in enumerate(rest, first + 1)
    )
