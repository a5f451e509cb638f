"""The time zone behind a time of day: 3 p.m. EST, 15 Uhr MEZ, о 20:00 за Гринвічем."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from typing import NamedTuple

from termkit.units import load_zones

from .scan import Scan

__all__ = ["NO_ZONE", "Zone", "zone_behind"]

_GAP = re.compile(r"[ .,(]{0,3}")
_MARKS = frozenset({"am", "pm", "night", "hour", "o-clock"})
_REACH = 3  # words: 3 годині дня за Гринвічем


class Zone(NamedTuple):
    """A time zone as it is written, and the hours that it may be ahead of UTC."""

    written: str = ""
    ahead: tuple[Decimal, ...] = ()


NO_ZONE = Zone()


def zone_behind(scan: Scan, end: int) -> Zone:
    """The zone that is named behind a time that ends at an offset, over the words that mark it as a time."""
    first = bisect_left(scan.tokens, end, key=lambda token: token.start)
    for token in scan.tokens[first : first + _REACH]:
        if not _GAP.fullmatch(scan.string[end : token.start]):
            break
        written = scan.string[token.start : token.end]
        ahead = load_zones().get(written) or tuple(lex.value for lex in token.lexemes if lex.sort == "zone")
        if ahead:
            return Zone(written, ahead)
        if not any(lexeme.sort in _MARKS for lexeme in token.lexemes):
            break
        end = token.end
    return NO_ZONE
