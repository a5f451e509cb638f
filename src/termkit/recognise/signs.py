"""The signs and codes of units and currencies that stand beside numbers: %, $, km, USD."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple

from termkit.units import load_currencies, load_units

from .lexicon import lower_case

__all__ = ["NOTHING", "Beside", "last_letters", "lower_codes", "signs"]


class Beside(NamedTuple):
    """What stands beside a number: the names of units, and those of currencies."""

    units: tuple[str, ...] = ()
    currencies: tuple[str, ...] = ()


NOTHING = Beside()


@functools.cache
def signs() -> Mapping[str, Beside]:
    """Sign or ISO code -> the units and currencies that it may stand for."""
    found: dict[str, Beside] = {}
    for name, unit in load_units().items():
        found |= {symbol: Beside(units=(name,)) for symbol in unit.symbols}
    for name, currency in load_currencies().items():
        for sign in (*currency.symbols, *currency.codes):
            found[sign] = Beside(currencies=(*found.get(sign, NOTHING).currencies, name))
    return found


@functools.cache
def last_letters() -> frozenset[str]:
    """The last characters of all signs and codes."""
    return frozenset(sign[-1] for sign in signs())


@functools.cache
def lower_codes() -> frozenset[str]:
    """All signs and codes in lower case, as words are."""
    return frozenset(map(lower_case, signs()))
