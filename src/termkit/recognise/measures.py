"""Units beside numbers, so that a conversion can be told from a mistake: 10 miles and 16 km."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from termkit.language import load_units
from termkit.model import Measure

from .numbers import RANGE_GAP, Quantity
from .tokens import Scan

_DEGREE = re.compile(r" ?[°º] ?([CFСФ])?(?![^\W\d_])")  # typed with Cyrillic letters too
_DEGREE_UNITS = {
    None: ("celsius", "fahrenheit"),
    "C": ("celsius",),
    "С": ("celsius",),
    "F": ("fahrenheit",),
    "Ф": ("fahrenheit",),
}
_UNIT_GAP = re.compile(r"[ -]?|-?[^\W\d_]{1,2}[ -]|\. ?| [^\W\d_]{1,2} ")
_COUNTABLE = frozenset({"digits", "score", "cardinal", "fraction"})
_INCHES = Decimal(12)


def with_measures(scan: Scan, numbers: Sequence[Quantity]) -> list[Quantity]:
    """The numbers with their measures; feet and the inches behind them become one number in feet."""
    found = [number._replace(units=_units(scan, number)) for number in numbers]
    found = _shared_units(scan, _feet_and_inches(found))
    return [number._replace(measures=tuple(_measures(number))) if number.units else number for number in found]


def _units(scan: Scan, number: Quantity) -> tuple[str, ...]:
    if number.sort not in _COUNTABLE:
        return ()
    symbol = _DEGREE.match(scan.string, number.end)
    if symbol:
        return _DEGREE_UNITS[symbol[1]]
    for at in (number.last, *range(number.last + 1, min(number.last + 3, len(scan.tokens)))):
        units = tuple(lexeme.unit for lexeme in scan.tokens[at].lexemes if lexeme.sort == "unit")
        if at == number.last and scan.tokens[at].readings:
            continue
        if units and (at == number.last or _UNIT_GAP.fullmatch(scan.gap(number.last, at))):
            return units
    return ()


def _feet_and_inches(numbers: list[Quantity]) -> list[Quantity]:
    """6-foot-6, 6ft 6in."""
    merged: list[Quantity] = []
    for number in numbers:
        left = merged[-1] if merged else None
        if (
            left is not None
            and "foot" in left.units
            and number.units in {(), ("inch",)}
            and number.readings[0] < _INCHES
            and number.first - left.last in {1, 2}
            and number.start - left.end <= len(" feet, ")
        ):
            feet = left.readings[0] + number.readings[0] / _INCHES
            merged[-1] = number._replace(
                first=left.first, start=left.start, readings=(feet,), sort="cardinal", units=("foot",)
            )
        else:
            merged.append(number)
    return merged


def _shared_units(scan: Scan, numbers: list[Quantity]) -> list[Quantity]:
    """1 to 4 inches: the first number has the unit of the second."""
    for at in range(len(numbers) - 1, 0, -1):
        left, right = numbers[at - 1], numbers[at]
        between = scan.string[left.end : right.start]
        if right.units and not left.units and left.sort in _COUNTABLE and RANGE_GAP.fullmatch(between):
            numbers[at - 1] = left._replace(units=right.units)
    return numbers


def _measures(number: Quantity) -> list[Measure]:
    value = number.readings[0]
    decimals = max(-int(value.as_tuple().exponent), 0) if number.sort in {"digits", "score"} else 0
    step = Decimal("0.5").scaleb(-decimals)
    measures = []
    for name in number.units:
        unit = load_units()[name]
        if unit.offset is None:
            measures.append(Measure(unit.dimension, name, value * unit.factor, step * unit.factor))
            continue
        # A difference of temperatures is converted without the offset.
        measures.append(Measure(unit.dimension, name, (value - unit.offset) * unit.factor, step * unit.factor))
        measures.append(Measure(f"{unit.dimension}-difference", name, value * unit.factor, step * unit.factor))
    return measures
