"""How a locale writes numbers, signs and dates: what CLDR says, through Babel."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import babel
from babel.core import UnknownLocaleError
from babel.numbers import get_decimal_symbol, get_group_symbol
from babel.units import format_unit

from .folding import fold_string
from .language import load_language
from .language_facts import language_name
from .model import Conventions, Locale

__all__ = ["load_conventions"]

_SAMPLE = 5
_UNITS = (
    "length-kilometer", "length-meter", "length-centimeter", "length-millimeter", "mass-kilogram", "mass-gram",
    "mass-tonne", "area-hectare", "volume-liter", "volume-milliliter", "power-kilowatt", "power-megawatt",
    "digital-megabyte", "digital-gigabyte", "digital-terabyte",
)  # fmt: skip


@functools.cache
def load_conventions(locale: Locale) -> Conventions | None:
    """The conventions of a locale; None where CLDR has none.

    >>> german = load_conventions(Locale("de"))
    >>> german.language, german.decimal, german.group, german.percent_apart, german.day_first
    ('German', ',', '.', True, True)
    >>> "km" in german.units_apart, "km" in load_conventions(Locale("zh")).units_apart
    (True, False)
    """
    try:
        cldr = babel.Locale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    date = cldr.date_formats["short"].pattern
    return Conventions(
        language=language_name(locale),
        decimal=get_decimal_symbol(cldr),
        group=fold_string(get_group_symbol(cldr)),
        percent_apart=" " in fold_string(cldr.percent_formats[None].pattern),
        units_apart=frozenset(_units_apart(cldr)) if load_language(locale).numbers.spaces else frozenset(),
        day_first=date.index("d") < date.index("M"),
    )


def _units_apart(cldr: babel.Locale) -> Iterator[str]:
    """The signs of units that CLDR writes with a space before them."""
    for name in _UNITS:
        number, space, sign = fold_string(format_unit(_SAMPLE, name, "short", locale=cldr)).partition(" ")
        if space and number == str(_SAMPLE) and sign.isalpha():
            yield sign
