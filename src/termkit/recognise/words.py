"""The words of a folded text, as names are matched by them."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from termkit.folding import Folded
from termkit.model import Span, Text

__all__ = [
    "PIECE",
    "WORD",
    "Clitics",
    "Word",
    "end_of",
    "first_piece",
    "is_joined",
    "is_part_of_compound",
    "pieces_of",
    "split_pieces",
    "split_words",
    "word_texts",
]

# Letters with points between them (U.N.) are one word; apostrophes and accents stay inside a word.
WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?|[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f']+[^\W_]+)*")
# Where no spaces part the words, a Han character stands for itself, and a run of katakana is a word.
_HAN, _KATAKANA = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f", "\u30a1-\u30fa\u30fc-\u30fe"
_UNSPACED = re.compile(rf"[{_HAN}]|[{_KATAKANA}]+|(?:(?![{_HAN}{_KATAKANA}])[^\W_])+")
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])")
_INNER_POINT = re.compile(r"\.[^\W\d_]")
PIECE = re.compile(r"[^\W_]+")
_MARKS = str.maketrans("", "", "«»„“”‟\"‹›'*_()[]\u0300\u0301·・‧「」『』《》")
_SPACED = re.compile(r" {0,2}")
_MOST_REMEMBERED = 50_000  # words
_HYPHENS = "-\u2010\u2011"


class Clitics(NamedTuple):
    """What a language writes to a word with an apostrophe, before it (l'Ukraine) and behind it (Yusov's).

    And whether it parts words by `spaces` at all, and the vowel `signs` of its script, which are no letters.
    """

    before: frozenset[str]
    after: frozenset[str]
    spaces: bool = True
    signs: str = ""


class Word(NamedTuple):
    """A word as written and in lower case; the outer offsets are those with what is written to it."""

    text: str
    key: str
    start: int
    end: int
    outer_start: int
    outer_end: int


def split_words(string: str, clitics: Clitics, protected: Sequence[Span] = ()) -> tuple[Word, ...]:
    r"""The words of a folded string outside its protected spans.

    >>> clitics = Clitics(frozenset({"l"}), frozenset({"s"}))
    >>> [word.text for word in split_words("l'Ukraine and Yusov's U.N. п'ять", clitics)]
    ['Ukraine', 'and', 'Yusov', 'UN', "п'ять"]
    >>> signed = Clitics(frozenset(), frozenset(), signs="\u093f\u094d\u0940\u0947\u0902")
    >>> [word.text for word in split_words("दिल्ली में", signed)]
    ['दिल्ली', 'में']
    >>> unspaced = Clitics(frozenset(), frozenset(), spaces=False)
    >>> [word.text for word in split_words("基辅的プロコペンコ氏", unspaced)]
    ['基', '辅', '的', 'プロコペンコ', '氏']
    """
    return _split(string, clitics, tuple(protected))


@functools.lru_cache(maxsize=64)  # the recognisers of names look at a text in turn
def _split(string: str, clitics: Clitics, protected: tuple[Span, ...]) -> tuple[Word, ...]:
    words = []
    spans = iter(protected)
    span = next(spans, None)
    for match in _pattern(clitics).finditer(string):
        start, end = match.span()
        while span is not None and span.end <= start:
            span = next(spans, None)
        if span is None or end <= span.start:
            text = match[0]
            plain = text.isalnum()
            words.append(
                Word(text, text.lower(), start, end, start, end) if plain else _word(text, start, end, clitics)
            )
    return tuple(words)


def word_texts(string: str, clitics: Clitics) -> list[str]:
    """The words of a folded string without their places, at less cost.

    >>> word_texts("l'Ukraine (U.N.)", Clitics(frozenset({"l"}), frozenset()))
    ['Ukraine', 'UN']
    """
    return [
        text if text.isalnum() else _word(text, 0, len(text), clitics).text
        for text in _pattern(clitics).findall(string)
    ]


def _pattern(clitics: Clitics) -> re.Pattern[str]:
    if clitics.signs:
        return _signed(clitics.signs)
    return WORD if clitics.spaces else _UNSPACED


@functools.cache
def _signed(signs: str) -> re.Pattern[str]:
    """The pattern of words whose letters have signs behind them."""
    return re.compile(rf"[^\W_](?:[^\W_]|[{re.escape(signs)}])*")


def pieces_of(clitics: Clitics) -> re.Pattern[str]:
    """The pattern of the pieces of a language's words."""
    if clitics.signs:
        return _signed(clitics.signs)
    return PIECE if clitics.spaces else _UNSPACED


@functools.lru_cache(maxsize=64)  # the recognisers of names look at a text in turn
def split_pieces(string: str, clitics: Clitics) -> Sequence[str]:
    """The pieces of a folded string's words, in lower case: what can be told of its words at little cost.

    >>> split_pieces("l'Ukraine of the U.N.", Clitics(frozenset(), frozenset()))
    ['l', 'ukraine', 'of', 'the', 'u', 'n', 'un']
    """
    lower = string.lower()
    pieces = pieces_of(clitics).findall(lower)
    if _INNER_POINT.search(lower):  # seldom; looking for whole dotted words at every letter takes its time
        pieces += [found.replace(".", "") for found in _DOTTED.findall(lower)]
    return pieces


@functools.lru_cache(maxsize=_MOST_REMEMBERED)
def first_piece(word: str, clitics: Clitics) -> str:
    """The first piece of a word that is in lower case."""
    return split_pieces(word, clitics)[0]


def _word(text: str, start: int, end: int, clitics: Clitics) -> Word:
    outer_start, outer_end = start, end
    if "'" in text:
        before, _, rest = text.partition("'")
        if before.lower() in clitics.before:
            text, start = rest, start + len(before) + 1
        rest, _, after = text.rpartition("'")
        if rest and after.lower() in clitics.after:
            text, end = rest, end - len(after) - 1
    elif "." in text:
        text = text.replace(".", "")
    return Word(text, text.lower(), start, end, outer_start, outer_end)


def is_joined(words: Sequence[Word], string: str) -> bool:
    """Whether nothing but spaces, hyphens, quotation marks and emphasis stands between some words.

    A full stop may stand behind an abbreviation ("EE. UU.", "ds."), which has three letters at most.
    """
    for left, right in itertools.pairwise(words):
        gap = string[left.outer_end : right.outer_start]
        if gap in (" ", "-"):
            continue
        if len(left.text) <= 3:
            gap = gap.removeprefix(".")
        if not _SPACED.fullmatch(gap.translate(_MARKS)):
            return False
    return True


def is_part_of_compound(words: Sequence[Word], start: int, end: int, text: Text, folded: Folded) -> bool:
    """Whether a hyphen ties the words to another ("Moscow-backed", "Dunkirk-style").

    A short ending behind an acronym ("ONZ-u", "МКЧХ-у") does not count as a word.
    """
    first, last = words[start], words[end - 1]
    if start and words[start - 1].outer_end == first.outer_start - 1 and _hyphen(first.outer_start - 1, text, folded):
        return True
    if end == len(words) or words[end].outer_start != last.outer_end + 1:
        return False
    is_ending = last.text.isupper() and len(words[end].text) <= 3
    return _hyphen(last.outer_end, text, folded) and not is_ending


def _hyphen(offset: int, text: Text, folded: Folded) -> bool:
    """Whether the text itself has a hyphen there; folding makes one of a dash too ("Kyiv–Moscow")."""
    return text.string[folded.original(offset, offset + 1).start] in _HYPHENS


def end_of(words: Sequence[Word], string: str) -> int:
    """Where a name of some words ends; the quotation mark that closes one opened inside it belongs to it.

    >>> string = "полк «Азов» пішов"
    >>> end_of(split_words(string, Clitics(frozenset(), frozenset()))[:2], string) == len("полк «Азов»")
    True
    """
    start, end = words[0].start, words[-1].end
    opened = sum(1 if mark in "«„“‹" else -1 for mark in string[start:end] if mark in "«„“‹»”›")
    straight = string.count('"', start, end) % 2
    if end < len(string) and ((opened > 0 and string[end] in "»“”›") or (straight and string[end] == '"')):
        return end + 1
    return end
