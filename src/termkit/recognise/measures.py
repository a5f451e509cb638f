"""Units and currencies beside numbers, so that a conversion can be told from a mistake: 10 miles and 16 km."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from termkit.language_facts import Lexeme, load_currencies, load_units
from termkit.model import Measure, UnitWord

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
_MONEY_GAP = re.compile(r"[ -]?|\. ?| \w+ | (?:[^\W\d_]\. ?){1,3}")  # 50 US dollars, 50 millions de dollars
_COUNTABLE = frozenset({"digits", "score", "cardinal", "fraction", "scale", "article"})
_SHARES = frozenset({"percent", "permille", "percentage-point"})
_INCHES = Decimal(12)


class _Beside(NamedTuple):
    """What stands beside a number: the names of units, and those of currencies."""

    units: tuple[str, ...] = ()
    currencies: tuple[str, ...] = ()


def with_measures(scan: Scan, numbers: Sequence[Quantity]) -> list[Quantity]:
    """The numbers with their measures and currencies; feet and the inches behind them become one number in feet."""
    found = [number._replace(**_beside(scan, number)._asdict()) for number in numbers]
    found = _shared_units(scan, _feet_and_inches(found))
    return [number._replace(measures=tuple(_measures(number))) if number.units else number for number in found]


def unit_words(scan: Scan) -> Iterator[tuple[Token, UnitWord]]:
    """Words for money and shares, which may belong to any number of their sentence."""
    for token in scan.tokens:
        found = _lexemes(token.lexemes)
        shares = tuple(unit for unit in found.units if unit in _SHARES)
        if shares or found.currencies:
            yield token, UnitWord(shares, found.currencies)


def _lexemes(lexemes: Iterable[Lexeme]) -> _Beside:
    found = list(lexemes)
    return _Beside(*(tuple(dict.fromkeys(lex.unit for lex in found if lex.sort == sort)) for sort in ("unit", "money")))


@functools.cache
def _signs() -> Mapping[str, _Beside]:
    """Sign or ISO code -> the units and currencies that it may stand for."""
    signs: dict[str, _Beside] = {}
    for name, unit in load_units().items():
        signs |= {symbol: _Beside(units=(name,)) for symbol in unit.symbols}
    for name, currency in load_currencies().items():
        for sign in (*currency.symbols, *currency.codes):
            signs[sign] = _Beside(currencies=(*signs.get(sign, _Beside()).currencies, name))
    return signs


def _beside(scan: Scan, number: Quantity) -> _Beside:
    if number.sort not in _COUNTABLE:
        return _Beside()
    symbol = _DEGREE.match(scan.string, number.end)
    if symbol:
        return _Beside(units=_DEGREE_UNITS[symbol[1]])
    return _signed(scan, number) or _worded(scan, number)


def _signed(scan: Scan, number: Quantity) -> _Beside | None:
    """What a sign or code beside a number says, a space at most between them: $5, 5 %, USD 5."""
    signs = _signs()
    behind = scan.string[number.end : number.end + 2].lstrip(" ")[:1]
    before = scan.string[max(number.start - 2, 0) : number.start].rstrip(" ")[-1:]
    for sign in (before, behind):
        if sign in signs:
            return signs[sign]
    for at in (number.first - 1, number.last + 1):
        if 0 <= at < len(scan.tokens):
            code = scan.string[slice(*scan.tokens[at][:2])]
            left, right = (at, number.first) if at < number.first else (number.last, at)
            if code in signs and scan.gap(left, right) in {"", " "}:
                return signs[code]
    return None


def _worded(scan: Scan, number: Quantity) -> _Beside:
    """What the words behind a number say; between it and money another word may stand (50 US dollars)."""
    for at in range(number.last, min(number.last + 3, len(scan.tokens))):
        token = scan.tokens[at]
        if at == number.last and token.readings:
            continue
        gap = "" if at == number.last else scan.gap(number.last, at)
        near, far = _UNIT_GAP.fullmatch(gap), _MONEY_GAP.fullmatch(gap)
        found = _lexemes(lex for lex in token.lexemes if near or (far and lex.sort == "money"))
        if found != _Beside():
            return found
    return _Beside()


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
        if _is_measured(left) == _is_measured(right) or not {left.sort, right.sort} <= _COUNTABLE:
            continue
        if RANGE_GAP.fullmatch(scan.string[left.end : right.start].replace("%", "")):
            known = left if _is_measured(left) else right
            numbers[at - 1] = left._replace(units=known.units, currencies=known.currencies)
            numbers[at] = right._replace(units=known.units, currencies=known.currencies)
    return numbers


def _is_measured(number: Quantity) -> bool:
    return bool(number.units or number.currencies)


def _measures(number: Quantity) -> Iterator[Measure]:
    value = number.readings[0]
    decimals = max(-int(value.as_tuple().exponent), 0) if number.sort in {"digits", "score"} else 0
    step = Decimal("0.5").scaleb(-decimals)
    for name in number.units:
        unit = load_units()[name]
        given = step * unit.factor, unit.factor
        if unit.offset is None:
            yield Measure(unit.dimension, name, value * unit.factor, *given)
            continue
        # A difference of temperatures is converted without the offset.
        yield Measure(unit.dimension, name, (value - unit.offset) * unit.factor, *given, unit.offset)
        yield Measure(f"{unit.dimension}-difference", name, value * unit.factor, *given)
