"""The words of a text that may belong to names."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from termkit.folding import fold
from termkit.language import load_language
from termkit.language_names import NameData
from termkit.model import Locale, Text

__all__ = ["Candidate", "Piece", "candidates", "pieces"]

# Signs that stand on a letter belong to the word: accents, Hebrew and Arabic points, Hindi vowels.
_MARK = r"\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0670\u0900-\u0903\u093a-\u094f"
_EUROPEAN = "A-Za-zÀ-ɏͰ-ԯἀ-῿"  # Latin, Greek and Cyrillic: one word may mix them, by mistake
_WORD = re.compile(rf"[ァ-ヺヴー]+|[{_EUROPEAN}][\u0300-\u036f{_EUROPEAN}]*|[^\W\d_](?:[^\W\d_ァ-ー]|[{_MARK}])*")
_SENTENCE_ENDS = ".!?…:;\n"
_OPENING = " '\"«»„“”‘’([—–-*_¿¡"
_HEADING = 0.6  # the share of capitals from which a text is a heading
_SHORTEST_HEADING = 4  # words with a capital
_SHORTEST = 3
_SHORTEST_SLIP = 7


class Piece(NamedTuple):
    """A word, or a part of one between hyphens and apostrophes, at its place in the folded text."""

    text: str
    start: int
    end: int
    opens: bool  # it begins a sentence

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital, or is in a script that has none."""
        return not self.text[0].islower()


class Candidate(NamedTuple):
    """A word that may belong to a name: whether it can hardly be anything else, and whether it is a common word."""

    piece: Piece
    key: str
    sure: bool
    common: bool


@functools.lru_cache(maxsize=1024)
def pieces(string: str) -> tuple[Piece, ...]:
    """The pieces of a folded string."""
    found = []
    for match in _WORD.finditer(string):
        before = string[: match.start()].rstrip(_OPENING)
        found.append(Piece(match[0], *match.span(), not before or before[-1] in _SENTENCE_ENDS))
    return tuple(found)


def candidates(text: Text) -> tuple[Candidate, ...]:
    """The words of a text that may belong to a name, in order; none of those that are protected."""
    folded = fold(text.string)
    found = _candidates(folded.string, text.locale)
    if not text.protected:
        return found
    protected = [folded.folded(span) for span in text.protected]
    return tuple(
        candidate
        for candidate in found
        if not any(span.start < candidate.piece.end and candidate.piece.start < span.end for span in protected)
    )


@functools.lru_cache(maxsize=1024)
def _candidates(string: str, locale: Locale) -> tuple[Candidate, ...]:
    language = load_language(locale)
    words = pieces(string)
    names, numbers = language.names, language.numbers.words
    capitals = [piece for piece in words if piece.text[0].isupper()]
    heading = len(capitals) > _HEADING * len(words) and len(capitals) >= _SHORTEST_HEADING
    small = {piece.text for piece in words if piece.text[0].islower()}
    found = []
    for place, piece in enumerate(words):
        if not piece.text[0].isupper() or len(piece.text) < _SHORTEST:
            continue
        key = piece.text.lower()
        before, behind = _are_beside(words, place)
        if key in language.detect.words or (key in numbers and not behind):
            continue
        common = key in numbers or _is_common(key, names) or _is_misspelt_common(key, names)
        opens = piece.opens and not _is_name_beside(words, place, names)
        sure = not (common or heading or names.nouns or piece.text.isupper() or opens or key in small)
        if sure or before or behind or not piece.opens:
            found.append(Candidate(piece, key, sure, common))
    return tuple(found)


def _are_beside(words: tuple[Piece, ...], place: int) -> tuple[bool, bool]:
    """Whether words with a capital stand right before and behind a word: together they may be a name."""
    return (
        place > 0 and _is_joined(words[place - 1], words[place]),
        place + 1 < len(words) and _is_joined(words[place], words[place + 1]),
    )


def _is_joined(one: Piece, other: Piece) -> bool:
    return one.text[0].isupper() and other.text[0].isupper() and not other.opens and one.end + 1 == other.start


def _is_name_beside(words: tuple[Piece, ...], place: int, names: NameData) -> bool:
    """Whether the next word is a name, too: that is one even at the start of a sentence."""
    if place + 1 == len(words):
        return False
    piece, after = words[place], words[place + 1]
    return after.text[0].isupper() and after.start == piece.end + 1 and not _is_common(after.text.lower(), names)


def _is_common(key: str, names: NameData) -> bool:
    return (
        key in names.common
        or (key.endswith("s") and key[:-1] in names.common)
        or key in names.stand_ins
        or key.endswith(names.common_endings or ("\0",))
    )


def _is_misspelt_common(key: str, names: NameData) -> bool:
    """Whether the source has one letter too many in a common word."""
    return len(key) >= _SHORTEST_SLIP and any(key[:at] + key[at + 1 :] in names.common for at in range(1, len(key) - 1))
