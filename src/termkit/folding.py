"""A copy of a text for matching, with a way back to the text as written.

Text is matched folded and reported untouched: the folded copy is in NFC, has one apostrophe (of the
three that Ukrainian is written with: U+0027, U+2019, U+02BC), one space, one hyphen, and no soft
hyphens or other invisible characters.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_right
from typing import NamedTuple

from .model import Span

_APOSTROPHES = "\u2019\u02bc\u2018\u0060\u00b4\uff07"
_SPACES = "\u00a0\u202f\u2009\u2007\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u3000\t\n\r\x0b\x0c\x85\u2028\u2029"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
_WIDE = "".join(map(chr, range(0xFF01, 0xFF5F)))  # full-width letters, digits and signs
# Invisible: soft hyphen, zero-width space and joiners, word joiner, BOM, bidi marks and isolates.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u061c" + "".join(
    chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
_ONE_TO_ONE = str.maketrans(
    {wide: chr(ord(wide) - 0xFEE0) for wide in _WIDE}
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_HYPHENS, "-")
)
# Arabic vowel signs and the stroke that lengthens a word, Hebrew points: texts have them or not.
_POINTS = "\u0640\u0670" + "".join(
    chr(c)
    for c in (*range(0x064B, 0x0653), *range(0x0591, 0x05BE), 0x05BF, *range(0x05C1, 0x05C8))
    if c not in {0x05C3, 0x05C6}
)
_DELETED = frozenset(_INVISIBLE + _POINTS)
_SPECIAL = re.compile("[" + re.escape(_APOSTROPHES + _SPACES + _HYPHENS + _WIDE + "".join(_DELETED)) + "]")


class Folded(NamedTuple):
    """A folded string and the offset in the original of each of its code points.

    `starts` is None where nothing was added or taken out, so that offsets are the same on both sides.
    """

    string: str
    starts: tuple[int, ...] | None = None

    def original(self, start: int, end: int) -> Span:
        """The span of the original that the folded code points `start` to `end` came from."""
        if self.starts is None:
            return Span(start, end)
        return Span(self.starts[start], self.starts[end])

    def folded(self, span: Span) -> Span:
        """The folded code points that a span of the original became."""
        if self.starts is None:
            return span
        start = bisect_right(self.starts, span.start) - 1
        end = start if span.end <= span.start else bisect_right(self.starts, span.end - 1)
        return Span(max(start, 0), min(end, len(self.string)))


@functools.lru_cache(maxsize=256)  # each recogniser asks for the same few texts in turn
def fold(string: str) -> Folded:
    """A folded copy of a string.

    >>> fold("п\\u02bcять\\u00a0тисяч").string
    "п'ять тисяч"
    >>> folded = fold("Азов\\u00adсталь")
    >>> folded.string, folded.original(0, 9)
    ('Азовсталь', Span(start=0, end=10))
    """
    if not unicodedata.is_normalized("NFC", string):
        return _fold_slowly(string)
    special = frozenset(_SPECIAL.findall(string))
    starts = None
    if not special.isdisjoint(_DELETED):
        kept = [at for at, char in enumerate(string) if char not in _DELETED]
        without = "".join([string[at] for at in kept])
        if not unicodedata.is_normalized("NFC", without):
            return _fold_slowly(string)
        string, starts = without, (*kept, len(string))
    for char in special - _DELETED:  # there are few of them, so that this takes half of the time of str.translate
        string = string.replace(char, _ONE_TO_ONE[ord(char)])
    return Folded(string, starts)


def fold_string(string: str) -> str:
    """The folded string alone, for lists of words that are matched against folded text."""
    if _SPECIAL.search(string) is None and unicodedata.is_normalized("NFC", string):  # as most words
        return string
    return fold(string).string


def _fold_slowly(string: str) -> Folded:
    pieces: list[str] = []
    starts: list[int] = []
    position = 0
    while position < len(string):
        end = position + 1
        if string[position] in _DELETED:
            position = end
            continue
        # A base character and its combining marks are composed together.
        while end < len(string) and unicodedata.combining(string[end]):
            end += 1
        written = string[position:end]
        bare = "".join(char for char in written if char not in _DELETED)
        composed = unicodedata.normalize("NFC", bare).translate(_ONE_TO_ONE)
        pieces.append(composed)
        # A mark that composes with nothing stays a code point of its own, at its own place.
        places = range(position, end) if len(composed) == len(written) else [position] * len(composed)
        starts.extend(places)
        position = end
    starts.append(len(string))
    return Folded("".join(pieces), tuple(starts))
