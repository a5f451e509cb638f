"""Units and currencies beside numbers, so that a conversion can be told from a mistake: 10 miles and 16 km."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from termkit.language_facts import load_currencies, load_units
from termkit.model import Measure

from .numbers import RANGE_GAP, Quantity
from .tokens import Scan, Token

_DEGREE = re.compile(r" ?[°º] ?([CFСФ])?(?![^\W\d_])")  # typed with Cyrillic letters too
_DEGREE_UNITS = {
    None: ("celsius", "fahrenheit"),
    "C": ("celsius",),
    "С": ("celsius",),
    "F": ("fahrenheit",),
    "Ф": ("fahrenheit",),
}
_UNIT_GAP = re.compile(r"[ -]?|-?[^\W\d_]{1,2}[ -]|\. ?| [^\W\d_]{1,2} ")
_MONEY_GAP = re.compile(r"[ -]?|\. ?| \w+[.]? | (?:[^\W\d_]\. ?){1,3}")  # 50 US dollars, 50 millions de dollars
_COUNTABLE = frozenset({"digits", "score", "cardinal", "fraction", "scale", "article"})
_SHARES = frozenset({"percent", "permille", "percentage-point"})
_INCHES = Decimal(12)


def with_measures(scan: Scan, numbers: Sequence[Quantity]) -> list[Quantity]:
    """The numbers with their measures; feet and the inches behind them become one number in feet."""
    found = [number._replace(units=_units(scan, number)) for number in numbers]
    found = _shared_units(scan, _feet_and_inches(found))
    return [number._replace(measures=tuple(_measures(number))) if number.units else number for number in found]


def lone_units(scan: Scan) -> Iterator[tuple[Token, tuple[str, ...]]]:
    """Words for money and shares, which may belong to any number of their sentence."""
    for token in scan.tokens:
        names = tuple(lexeme.unit for lexeme in token.lexemes if lexeme.sort == "money" or lexeme.unit in _SHARES)
        if names:
            yield token, names


@functools.cache
def _signs() -> Mapping[str, tuple[str, ...]]:
    """Sign -> the units and currencies that it may stand for."""
    signs: dict[str, tuple[str, ...]] = {}
    for name, entry in (*load_units().items(), *load_currencies().items()):
        for symbol in entry.symbols:
            signs[symbol] = (*signs.get(symbol, ()), name)
    return signs


@functools.cache
def _codes() -> Mapping[str, str]:
    return {code: name for name, currency in load_currencies().items() for code in currency.codes}


def _units(scan: Scan, number: Quantity) -> tuple[str, ...]:
    if number.sort not in _COUNTABLE:
        return ()
    symbol = _DEGREE.match(scan.string, number.end)
    if symbol:
        return _DEGREE_UNITS[symbol[1]]
    return _signed(scan, number) or _worded(scan, number)


def _signed(scan: Scan, number: Quantity) -> tuple[str, ...]:
    """The units of a sign or code beside a number, a space at most between them: $5, 5 %, USD 5."""
    behind = scan.string[number.end : number.end + 2].lstrip(" ")[:1]
    before = scan.string[max(number.start - 2, 0) : number.start].rstrip(" ")[-1:]
    signs = _signs()
    if before in signs or behind in signs:
        return signs.get(before) or signs[behind]
    for at in (number.first - 1, number.last + 1):
        if 0 <= at < len(scan.tokens):
            token = scan.tokens[at]
            code = _codes().get(scan.string[token.start : token.end])
            left, right = (at, number.first) if at < number.first else (number.last, at)
            if code and scan.gap(left, right) in {"", " "}:
                return (code,)
    return ()


def _worded(scan: Scan, number: Quantity) -> tuple[str, ...]:
    for at in (number.last, *range(number.last + 1, min(number.last + 3, len(scan.tokens)))):
        token = scan.tokens[at]
        if at == number.last and token.readings:
            continue
        gap = "" if at == number.last else scan.gap(number.last, at)
        units = [
            lexeme.unit
            for lexeme in token.lexemes
            if (lexeme.sort == "unit" and _UNIT_GAP.fullmatch(gap)) or (lexeme.sort == "money" and _MONEY_GAP.fullmatch(gap))
        ]
        if units:
            return tuple(dict.fromkeys(units))
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
    """1 to 4 inches, $5 to 6: the numbers of a range have the unit of either."""
    for at in range(len(numbers) - 1, 0, -1):
        left, right = numbers[at - 1], numbers[at]
        if bool(left.units) == bool(right.units) or not {left.sort, right.sort} <= _COUNTABLE:
            continue
        if RANGE_GAP.fullmatch(scan.string[left.end : right.start].strip("".join(_signs()))):
            numbers[at - 1], numbers[at] = (n._replace(units=left.units or right.units) for n in (left, right))
    return numbers


def _measures(number: Quantity) -> Iterator[Measure]:
    value = number.readings[0]
    decimals = max(-int(value.as_tuple().exponent), 0) if number.sort in {"digits", "score"} else 0
    step = Decimal("0.5").scaleb(-decimals)
    for name in number.units:
        unit = load_units().get(name)
        if unit is None:
            continue
        if unit.offset is None:
            yield Measure(unit.dimension, name, value * unit.factor, step * unit.factor)
            continue
        # A difference of temperatures is converted without the offset.
        yield Measure(unit.dimension, name, (value - unit.offset) * unit.factor, step * unit.factor)
        yield Measure(f"{unit.dimension}-difference", name, value * unit.factor, step * unit.factor)
