"""What the readers of numbers make: a number in a text, with its place and how it is written."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from termkit.model import Measure

from .scan import Scan
from .tokens import Token

_PLACES = 9
_HUNDRED, _THOUSAND = 100, 1000


class Quantity(NamedTuple):
    """A number in a text: its tokens (first and last), offsets, readings, and how it is written."""

    first: int
    last: int
    start: int
    end: int
    readings: tuple[Decimal, ...]
    sort: str
    hard: bool
    scale: Decimal | None = None  # the scale word that multiplies it
    units: tuple[str, ...] = ()
    currencies: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    bound: str = ""  # above (more than, at least), below (nearly, at most) or about (some)
    part: bool = False  # of them 38


def adjacent(scan: Scan, left: int) -> bool:
    """Whether the token after `left` stands right beside it, with a space or hyphen at most between them."""
    return left + 1 < len(scan.tokens) and scan.gap(left, left + 1) in {"", " ", "-", ". ", "'"}


def is_hundreds(token: Token) -> bool:
    """Whether a token is three digits of a hundred or more, which may stand behind the word for a thousand."""
    return bool(token.readings) and token.end - token.start == 3 and _HUNDRED <= token.readings[0] < _THOUSAND


def shares(value: Decimal) -> tuple[Decimal, ...]:
    """The readings of a fraction: itself, and per cent, rounded too.

    >>> shares(Decimal("0.5"))
    (Decimal('0.5'), Decimal('50.0'))
    >>> [str(round(reading, 2)) for reading in shares(Decimal(1) / 3)]
    ['0.33', '33.33', '33.00']

    A part that has no end is rounded, so that it is the same whichever way it was reckoned.
    """
    rounded = round(value, _PLACES)
    value = value if value == rounded else rounded
    percent = value * 100
    return (value, percent) if percent % 1 == 0 else (value, percent, percent.to_integral())
