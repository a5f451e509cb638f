"""Numbers of a text, in digits and in words, and what becomes of two that stand together."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from termkit.language_facts import NumberData

from .figures import read_figures
from .numerals import read_numeral
from .phrase import NUMERALS
from .quantity import Quantity, shares
from .scan import Scan
from .tokens import Token

_PERCENT = 100
_REACH = 6  # tokens from one number to the next that may say something about it: one person out of every four
_DECADE = 4  # … from a decade to its century
_AND, _AND_WORDS = 3, 2  # letters of the words for *and*, and how many they are with an article
_HALF = Decimal("0.5")
_TENTHS = 10
_COUNTS = frozenset({"digits", "cardinal", "article"})
AND_GAP = re.compile(r" (?:[^\W\d_]{1,3} ){1,2}")
_BEGINNINGS = NUMERALS | {"digits"}
_MARKS = frozenset({"about", "above", "below", "above-after", "below-after", "of-which", "floor", "tenths-left"})
_ORDINAL_GAP = re.compile(r"\. ?|-?[^\W\d_]{1,3}\.? ")  # 9th, 3., 3e
_BOUND_GAP = re.compile(r"\W{0,3}|\W?\w{1,8}\W?")  # a unit, or one small word, may stand between
_OF_GAP = re.compile(r" (?:[^\W\d_]{1,2} ){0,2}")
# 5-7, 5 to 7, 5至7: in scripts without spaces a short word stands right between the numbers.
RANGE_GAP = re.compile(
    r" ?[-/~〜～] ?| [^\W\d_]{1,5} | [^\W\d_]{1,3} [^\W\d_]{1,3} |[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{1,3} ?"
)


def read_numbers(scan: Scan, data: NumberData) -> list[Quantity]:
    """All numbers of a text, in order, not overlapping."""
    if scan.sorts.isdisjoint(_BEGINNINGS):
        return []
    quantities = _read(scan, data)
    if scan.sorts.isdisjoint(_MARKS):
        return quantities
    return [_with_marks(scan, number) for number in quantities]


def _with_marks(scan: Scan, number: Quantity) -> Quantity:
    bound, part = _bound(scan, number), _is_part(scan, number)
    number = _of_floor(scan, _discount(scan, number))
    return number._replace(bound=bound, part=part) if bound or part else number


def _discount(scan: Scan, number: Quantity) -> Quantity:
    """八折: what is taken off a price of which eight tenths are left, 20 per cent."""
    at, left = number.last + 1, number.readings[0]
    if not _has_mark(scan, at, "tenths-left") or scan.gap(at - 1, at) or not 0 < left < _TENTHS:
        return number
    last = scan.tokens[at]
    return number._replace(last=at, end=last.end, readings=((_TENTHS - left) * _TENTHS,), units=("percent",))


def _of_floor(scan: Scan, number: Quantity) -> Quantity:
    """The third floor, the first of which may be the ground: the fourth where that is counted."""
    for at in (number.last + 1, number.last + 2):
        gap = scan.string[number.end : scan.tokens[at].start] if _has_mark(scan, at, "floor") else ""
        if (gap == " " and number.sort == "ordinal") or (gap and _ORDINAL_GAP.fullmatch(gap)):
            return number._replace(readings=(*number.readings, number.readings[0] + 1))
    return number


def _has_mark(scan: Scan, at: int, mark: str) -> bool:
    return at < len(scan.tokens) and scan.tokens[at].lexeme(mark) is not None


def _is_part(scan: Scan, number: Quantity) -> bool:
    """Whether words right before a number say that it counts some of the number before it."""
    at = number.first - 1
    return (
        at >= 0 and scan.tokens[at].lexeme("of-which") is not None and scan.gap(at, number.first) in {" ", ", ", ": "}
    )


def _bound(scan: Scan, number: Quantity) -> str:
    """Whether a word right before a number, or one behind it and its unit, makes a limit of it, or rounds it."""
    for at, marks in (
        (number.first - 1, ("above", "below", "about")),
        *((number.last + n, ("above-after", "below-after")) for n in (1, 2)),
    ):
        if not 0 <= at < len(scan.tokens):
            continue
        left, right = (at, number.first) if at < number.first else (number.last, at)
        for mark in marks:
            if scan.tokens[at].lexeme(mark) and _BOUND_GAP.fullmatch(scan.gap(left, right)):
                return mark.removesuffix("-after")
    return ""


def _read(scan: Scan, data: NumberData) -> list[Quantity]:
    quantities: list[Quantity] = []
    last = -1
    for at in scan.known:
        if at <= last:
            continue
        found = _begun(scan, at, data)
        if found is None:
            continue
        near = bool(quantities) and found.first - quantities[-1].last <= _REACH
        if near:
            found = _taken_in(scan, quantities, found, data)
        if data.every and found.sort == "ordinal" and at and scan.tokens[at - 1].word in data.every:
            found = _as_share(found, Decimal(1))
        if near and quantities:
            found = _multiply(scan, quantities, found)
            if quantities:
                quantities[-1] = _share_scale(scan, quantities[-1], found)
        quantities.append(found)
        last = found.last
    return quantities


def _taken_in(scan: Scan, quantities: list[Quantity], found: Quantity, data: NumberData) -> Quantity:
    """A number with what is taken into it of the one before it, and the share that either may be."""
    found = _decade_of_century(scan, quantities, found)
    if quantities:
        found = (
            _of_parts(scan, quantities, found)
            or _decimals(scan, quantities, found)
            or _add_half(scan, quantities, found, data)
        )
    if quantities:
        quantities[-1], found = _shares(scan, quantities[-1], found, data)
    return found


def _begun(scan: Scan, at: int, data: NumberData) -> Quantity | None:
    """The number that begins at a token."""
    token = scan.tokens[at]
    if (token.lexemes or not data.spaces) and at and scan.tokens[at - 1].word in data.not_behind:
        return None
    if token.readings:
        return read_figures(scan, at, data)
    # A list: they are few.
    return read_numeral(scan, at, data) if any([lex.sort in NUMERALS for lex in token.lexemes]) else None  # noqa: C419


def _decade_of_century(scan: Scan, quantities: list[Quantity], right: Quantity) -> Quantity:
    """20世纪80年代, v 80. letech 20. století: a decade beside its century is the 1980s."""
    left = quantities[-1]
    if right.first - left.last > _DECADE:
        return right
    for decade, century in ((left, right), (right, left)):
        value, number = decade.readings[0], century.readings[0]
        if value % 10 == 0 and 0 < value < _PERCENT and 1 < number < 22 and _counts(scan, century, "century"):
            quantities.pop()
            year = (number - 1) * _PERCENT + value
            last = max(left.last, right.last)
            return right._replace(
                first=left.first, last=last, start=left.start, readings=(year, value), sort="digits", hard=decade.hard
            )
    return right


def _counts(scan: Scan, number: Quantity, unit: str) -> bool:
    """Whether one of the two words behind a number is the unit."""
    behind = scan.tokens[number.last + 1 : number.last + 3]
    return any(lexeme.unit == unit for token in behind for lexeme in token.lexemes)


def _of_parts(scan: Scan, quantities: list[Quantity], right: Quantity) -> Quantity | None:
    """三分之二, of three parts two: the left number divides the right one, and is taken into it."""
    left = quantities[-1]
    if right.first - left.last != 2 or not scan.tokens[left.last + 1].lexeme("parts") or not left.readings[0]:
        return None
    if scan.gap(left.last, left.last + 1).strip() or scan.gap(left.last + 1, right.first).strip():
        return None
    quantities.pop()
    value = right.readings[0] / left.readings[0]
    hard = left.readings[0] == _PERCENT
    return right._replace(first=left.first, start=left.start, readings=shares(value), sort="fraction", hard=hard)


def _decimals(scan: Scan, quantities: list[Quantity], right: Quantity) -> Quantity | None:
    """Two point five, один крапка один: the decimals behind the word for their sign are added to the left number."""
    left = quantities[-1]
    if right.first - left.last != 2 or not scan.tokens[left.last + 1].lexeme("decimal-point"):
        return None
    scale = right.scale or Decimal(1)
    whole, decimals = left.readings[0], right.readings[0] / scale
    if not {left.sort, right.sort} <= _COUNTS or whole % 1 or decimals % 1:
        return None
    if (scan.gap(left.last, left.last + 1), scan.gap(left.last + 1, right.first)) != (" ", " "):
        return None
    quantities.pop()
    value = Decimal(f"{whole:.0f}.{decimals:.0f}") * scale
    return right._replace(first=left.first, start=left.start, readings=(value,), sort="cardinal", hard=True)


def _shares(scan: Scan, left: Quantity, right: Quantity, data: NumberData) -> tuple[Quantity, Quantity]:
    """One in four, 三人に一人: of two numbers the larger one may be read as a share too, 0.25 or 25 per cent."""
    between = scan.string[left.end : right.start].strip()
    if left.readings[0] < right.readings[0] <= _PERCENT and _ends_in(between, data.out_of):
        return left, _as_share(right, left.readings[0])
    if right.readings[0] < left.readings[0] <= _PERCENT and between in data.of_each:
        return _as_share(left, right.readings[0]), right
    return left, right


def _ends_in(between: str, words: Collection[str]) -> bool:
    """Whether some words stand between two numbers, behind one other word at most: one *person* in four."""
    return between in words or (" " in between and between.partition(" ")[2] in words)


def _as_share(number: Quantity, part: Decimal) -> Quantity:
    value = number.readings[0]
    if value % 1 or part % 1 or not value:
        return number
    return number._replace(readings=(*number.readings, *shares(part / value)))


def _add_half(scan: Scan, quantities: list[Quantity], right: Quantity, data: NumberData) -> Quantity:
    """Two and a half, deux millions et demi: the half is added to what it is half of, and is taken into it."""
    left = quantities[-1]
    counts = left.sort in _COUNTS or (left.sort == "scale" and left.scale is not None)
    between = scan.string[left.end : right.start]
    if between.strip() in data.clock.between:
        return right  # fünf vor halb sechs
    if right.sort != "fraction" or not counts or left.readings[0] % 1:
        return right
    sign = not between and right.end - right.start == 1  # 2½
    half = right.readings[0] == _HALF and (AND_GAP.fullmatch(between) or _counted(scan, left, right))
    if not (sign or half):
        return right
    quantities.pop()
    value = left.readings[0] + right.readings[0] * (left.scale or 1)
    sort, hard = ("cardinal", True) if left.scale else ("fraction", sign)
    return right._replace(first=left.first, start=left.start, readings=(value,), sort=sort, hard=hard)


def _counted(scan: Scan, left: Quantity, right: Quantity) -> bool:
    """Whether a unit stands between two numbers, and an *and* at most: 3年半, two years and a half."""
    unit, *words = scan.tokens[left.last + 1 : right.first] or [Token(0, 0)]
    if len(words) > _AND_WORDS or any(len(token.word) > _AND for token in words):
        return False
    gaps = "".join(scan.gap(at, at + 1) for at in range(left.last, right.first))
    is_clock = unit.lexeme("hour") is not None and not words  # 7時半
    return unit.lexeme("unit") is not None and not is_clock and not gaps.strip()


def _multiply(scan: Scan, quantities: list[Quantity], right: Quantity) -> Quantity:
    """Hundreds of thousands, half a million: what stands before a bare scale multiplies it and is taken into it."""
    left = quantities[-1]
    if left.sort not in {"scale", "fraction"} or right.sort != "scale" or left.readings[0] >= right.readings[0]:
        return right
    if not _OF_GAP.fullmatch(scan.string[left.end : right.start]):
        return right
    quantities.pop()
    # A fraction has its percentage for a second reading, which multiplies nothing.
    factors = left.readings if left.sort == "scale" else left.readings[:1]
    readings = tuple(factor * right.readings[0] for factor in factors)
    # "Hundreds of thousands" is as vague as either; half a million is a number.
    exact = left.sort == "fraction"
    return right._replace(
        first=left.first, start=left.start, readings=readings, sort="cardinal" if exact else "scale", hard=exact
    )


def _share_scale(scan: Scan, left: Quantity, right: Quantity) -> Quantity:
    """The left number with a second reading where it may share the scale of the right one: five or six hundred."""
    value, scale = left.readings[0], right.scale
    if scale is None or left.scale is not None or not 0 < value < right.readings[0] / scale:
        return left
    if not RANGE_GAP.fullmatch(scan.string[left.end : right.start]):
        return left
    return left._replace(readings=(*left.readings, value * scale))
