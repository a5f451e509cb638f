"""The words and numbers of a text that can be part of a fact; ordinary words are left out."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from termkit.folding import Folded, fold
from termkit.language_facts import Lexeme, NumberData
from termkit.model import Span, Text

from .digits import DIGITS, read_digits
from .lexicon import SIGNED, SIGNED_WORD, WORD, Lexicon, lower_case

_TOKEN = re.compile(f"({WORD})|({DIGITS})")
_SIGNED_TOKEN = re.compile(f"({SIGNED_WORD})|({DIGITS})")
_POWERS = frozenset("23")
_COUNTED_ALONE = frozenset({"cardinal", "ordinal", "article", "multiple"})  # 20세 is 20 years, though 세 is three
_PHRASE_GAPS = frozenset({"", " ", "-", "/", ".", ". ", "·", "⋅", '"', "\u05f4", "“", "”"})
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
_new = tuple.__new__  # a third of the time of Token(), which fills in defaults; most tokens are ordinary words
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
    """A folded text and its tokens; ordinary words are tokens without lexemes.

    `known` are the places of the other tokens, and `sorts` those of all lexemes: what is not there need not be sought.
    """

    folded: Folded
    string: str
    tokens: tuple[Token, ...]
    known: tuple[int, ...]
    sorts: frozenset[str]

    def is_capitalised(self, at: int) -> bool:
        """Whether a token begins with a capital letter, or the last word of a phrase does (thứ Hai)."""
        token = self.tokens[at]
        last = token.word.rpartition("_")[2] if "_" in token.word else ""
        return self.string[token.start].isupper() or (last != "" and self.string[token.end - len(last)].isupper())

    def gap(self, left: int, right: int) -> str:
        """What stands between two tokens, markup left out."""
        return self.string[self.tokens[left].end : self.tokens[right].start].replace(MASK, "")


def scan(text: Text, lexicon: Lexicon, *, units: bool = True) -> Scan | None:
    """The tokens of a text, or None where no word and no digit of it can be part of a fact.

    Without `units` words for units alone make none.
    """
    folded = fold(text.string)
    string = masked(folded, text.protected) if text.protected else folded.string
    if not lexicon.unspaced and not lexicon.says_fact(string, units=units):
        return None
    lower = lower_case(string)
    tokens = _tokens(lower, lexicon)
    _read_roman(tokens, string, lexicon.data.roman_suffixes)
    if lexicon.data.prefixes or not lexicon.data.phrases.keys().isdisjoint([token.word for token in tokens]):
        tokens = _with_phrases(tokens, lower, lexicon.data)
    known = tuple([at for at, token in enumerate(tokens) if token.lexemes or token.readings])
    sorts = frozenset([lexeme.sort for at in known for lexeme in tokens[at].lexemes])
    return Scan(folded, string, tuple(tokens), known, sorts) if known else None


def masked(folded: Folded, protected: Sequence[Span]) -> str:
    """The folded string with every protected span overwritten by `MASK`."""
    pieces, position = [], 0
    for span in protected:
        start, end = folded.folded(span)
        pieces += [folded.string[position:start], MASK * (end - max(start, position))]
        position = max(end, position)
    return "".join([*pieces, folded.string[position:]])


def _tokens(lower: str, lexicon: Lexicon) -> list[Token]:
    tokens: list[Token] = []
    behind_digits, end = -1, 0
    glued, written_apart = lexicon.data.glued, lexicon.unspaced is None and not lexicon.data.glued
    for gap, word, run in _pieces(lower, lexicon):
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
            tokens.append(_new(Token, (start, end, word, lexicon[word], ())))
    return tokens


def _pieces(lower: str, lexicon: Lexicon) -> Iterator[tuple[str, str | None, str]]:
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


def _with_phrases(tokens: list[Token], lower: str, data: NumberData) -> list[Token]:
    """The tokens with those that make a phrase of the language as one: percentage points, o'clock."""
    merged: list[Token] = []
    at, end = 0, len(tokens)
    while at < end:
        token = tokens[at]
        phrases = data.phrases.get(token.word) or (data.prefixes and _behind_prefix(token.word, data))
        if phrases:
            following = tokens[at + 1].word if at + 1 < end else ""
            for rest, lexemes in phrases:
                last = at + len(rest)
                if rest[0] == following and last < end and _reads(tokens, lower, at, rest):
                    token, at = Token(token.start, tokens[last].end, "_".join((token.word, *rest)), lexemes), last
                    break
        merged.append(token)
        at += 1
    return merged


def _behind_prefix(word: str, data: NumberData) -> Sequence[tuple[tuple[str, ...], tuple[Lexeme, ...]]]:
    """The phrases that begin with a word without what the language writes to it in front."""
    for prefix in data.prefixes:
        phrases = data.phrases.get(word.removeprefix(prefix), ()) if word.startswith(prefix) else ()
        if phrases:
            joined = prefix == data.inverted
            return [(rest, tuple(lexeme._replace(joined=joined) for lexeme in found)) for rest, found in phrases]
    return ()


def _reads(tokens: list[Token], lower: str, first: int, rest: Sequence[str]) -> bool:
    """Whether the words behind a token are those of a phrase."""
    return all(
        tokens[at].word == word and lower[tokens[at - 1].end : tokens[at].start] in _PHRASE_GAPS
        for at, word in enumerate(rest, first + 1)
    )


def _read_roman(tokens: list[Token], string: str, suffixes: frozenset[str]) -> None:
    """Give Roman numerals their values, single letters where a word follows that is numbered so: X століття."""
    for match in _ROMAN.finditer(string):
        at = bisect.bisect_left(tokens, match.start(), key=lambda token: token.start)
        if at == len(tokens) or (tokens[at].start, tokens[at].end) != match.span() or tokens[at].lexemes:
            continue
        if match["ending"] in suffixes or (not match["ending"] and (len(match[0]) > 1 or _is_numbered(tokens, at + 1))):
            tokens[at] = tokens[at]._replace(lexemes=_roman_value(match["letters"]))


def _is_numbered(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and any(lex.unit == "century" or lex.sort == "numbered" for lex in tokens[at].lexemes)


def _roman_value(letters: str) -> tuple[Lexeme, ...]:
    values = [_ROMAN_VALUES[letter] for letter in letters.translate(_ROMAN_ASCII)]
    total = sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
    return (Lexeme("roman", Decimal(total)),)
