"""What the languages share: units of measure, currencies and time zones, one YAML file each."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from .yaml_data import read_yaml

__all__ = ["Currency", "Unit", "load_currencies", "load_units", "load_zones", "read_value"]


def read_value(text: str) -> Decimal:
    """The value of a row's key: a decimal, or a fraction such as 2/3."""
    above, slash, below = text.partition("/")
    return Decimal(above) / Decimal(below) if slash else Decimal(above)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its dimension, the factor to the SI unit, and what is taken off before it is applied.

    `cldr` is the unit's name in CLDR, empty where CLDR's words for it would say too much.
    """

    dimension: str
    factor: Decimal
    offset: Decimal | None = None
    cldr: str = ""
    symbols: tuple[str, ...] = ()


@functools.cache
def load_units() -> Mapping[str, Unit]:
    """The units of measure, by name.

    >>> load_units()["mile"].factor
    Decimal('1609.344')
    """
    rows = read_yaml((importlib.resources.files("termkit") / "units.yaml").read_text("utf-8"))
    return {
        name: Unit(
            row["dimension"],
            read_value(row["factor"]),
            Decimal(row["offset"]) if "offset" in row else None,
            row.get("cldr", ""),
            tuple(row.get("symbols", "").split()),
        )
        for name, row in rows.items()
    }


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency, or a family of those of one name: the signs and ISO 4217 codes that it is written with."""

    symbols: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@functools.cache
def load_currencies() -> Mapping[str, Currency]:
    """The currencies, by name.

    >>> load_currencies()["dollar"].symbols[0]
    '$'
    """
    rows = read_yaml((importlib.resources.files("termkit") / "currencies.yaml").read_text("utf-8"))
    return {
        name: Currency(tuple(row.get("symbols", "").split()), tuple(row.get("codes", "").split()))
        for name, row in rows.items()
    }


@functools.cache
def load_zones() -> Mapping[str, tuple[Decimal, ...]]:
    """The abbreviations of time zones, with the hours that each may be ahead of UTC.

    >>> load_zones()["ET"]
    (Decimal('-5'), Decimal('-4'))
    """
    rows = read_yaml((importlib.resources.files("termkit") / "zones.yaml").read_text("utf-8"))
    return {name: tuple(map(Decimal, row.split())) for name, row in rows.items()}
