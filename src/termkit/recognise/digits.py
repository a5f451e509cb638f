"""What a run of digits with separators says: one number in one or two readings, or several numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from termkit.language_facts import NumberData

# A telephone number, whatever its groups; a run of digits with separators; or decimals alone (.77).
DIGITS = r"\+ ?(?:\d[ ()-]{0,2}){8,14}\d|\d+(?:[.,' ٬٫،]\d+)*|(?<![\w.,])[.,]\d+(?![.,]?\d)"
_SEPARATOR = re.compile(r"[.,' ٬٫،]")
_LONGEST = 27  # a longer one is no number of a text, and Decimal reckons with 28 digits
_ARABIC = {"٬": ",", "،": ",", "٫": "."}  # the Arabic grouping and decimal separators


class Digits(NamedTuple):
    """A number in digits: its offsets in the run, and its readings."""

    start: int
    end: int
    readings: tuple[Decimal, ...]


def read_digits(run: str, data: NumberData) -> Iterator[Digits]:
    """The numbers of a run of digits and single separators, under a locale's conventions.

    A separator that can group or mark decimals gives both readings, the locale's own first.

    >>> from termkit.language import load_language
    >>> english, german = load_language("en").numbers, load_language("de").numbers
    >>> [digits.readings for digits in read_digits("1,279", english)]
    [(Decimal('1279'), Decimal('1.279'))]
    >>> [digits.readings for digits in read_digits("1.279,5", german)]
    [(Decimal('1279.5'),)]
    >>> [digits.readings for digits in read_digits("2014 1 279", german)]
    [(Decimal('2014'),), (Decimal('1279'),)]
    >>> [digits.readings for digits in read_digits(".77", english)]
    [(Decimal('0.77'), Decimal('77'))]
    """
    if run[0] == "+":
        yield Digits(0, len(run), (Decimal("".join(re.findall(r"\d", run))),))
        return
    if len(run) > _LONGEST:
        return
    if run[0] in ".,":
        yield Digits(0, len(run), (Decimal(f"0.{_ascii(run[1:])}"), Decimal(_ascii(run[1:]))))
        return
    if run.isascii() and run.isdigit():  # as most are
        yield Digits(0, len(run), (Decimal(run),))
        return
    groups = [(match.start(), match.end()) for match in re.finditer(r"\d+", run)]
    at = 0
    while at < len(groups):
        count = _grouped(run, groups, at)
        start, end = groups[at][0], groups[at + count - 1][1]
        following = at + count
        separator = _ARABIC.get(run[end : end + 1], run[end : end + 1])
        if following < len(groups) and separator in {".", ","} and _is_fraction(run, groups, at, count):
            end = groups[following][1]
            whole = _joined(run[start : groups[at + count - 1][1]])
            readings: tuple[Decimal, ...] = (Decimal(f"{whole}.{_ascii(run[slice(*groups[following])])}"),)
            following += 1
        else:
            readings = _readings(run[start:end], data)
        yield Digits(start, end, readings)
        at = following


def _grouped(run: str, groups: list[tuple[int, int]], at: int) -> int:
    """How many groups from `at` on form one number by one grouping separator: 1 279 500 gives three."""
    start, end = groups[at]
    if end - start > 3 or at + 1 == len(groups):
        return 1
    separator = run[end]
    count = 1
    while at + count < len(groups):
        low, high = groups[at + count]
        size = high - low
        if run[low - 1] != separator or size not in {2, 3}:
            break
        if size == 2 and not _indian(run, groups, at, count, separator):
            break
        count += 1
    # 0.125 and 1.279 have one separator only: whether that groups is for the readings to say.
    return 1 if separator in ".," and run[start] == "0" and count > 1 else count


def _indian(run: str, groups: list[tuple[int, int]], at: int, count: int, separator: str) -> bool:
    """Whether a group of two belongs to an Indian number such as 1,00,000."""
    if separator != ",":
        return False
    for low, high in groups[at + count + 1 :]:
        if run[low - 1] != separator:
            return False
        if high - low == 3:
            return True
        if high - low != 2:
            return False
    return False


def _is_fraction(run: str, groups: list[tuple[int, int]], at: int, count: int) -> bool:
    """Whether the group after a number is its decimals, not the next of a list such as 1.2.3."""
    low, _ = groups[at + count]
    if count == 1:
        next_is_same = at + 2 < len(groups) and run[groups[at + 2][0] - 1] == run[low - 1]
        return not next_is_same
    return run[low - 1] != run[groups[at][1]]


def _readings(number: str, data: NumberData) -> tuple[Decimal, ...]:
    plain = Decimal(_joined(number))
    separators = _SEPARATOR.findall(number)
    if len(separators) != 1 or separators[0] in " '":
        return (plain,)
    separator = _ARABIC.get(separators[0], separators[0])
    whole, _, decimals = number.partition(separators[0])
    fraction = Decimal(f"{_ascii(whole)}.{_ascii(decimals)}")
    if fraction % 1 == 0:  # nobody writes 25 as 25.000
        return (plain,)
    return (plain, fraction) if separator == data.group else (fraction, plain)


def _joined(number: str) -> str:
    return _ascii(_SEPARATOR.sub("", number))


def _ascii(digits: str) -> str:
    return digits if digits.isascii() else "".join(str(int(digit)) for digit in digits)
