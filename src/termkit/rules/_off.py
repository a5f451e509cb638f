"""Where a rule is off by default: the languages that it is not good enough for yet, from off.yaml."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType

from termkit.model import Locale
from termkit.yaml_data import read_yaml

_Places = Mapping[str, Mapping[str, str]]


@functools.cache
def off_places() -> _Places:
    """Why a rule is off, by rule and by place: ``ja``, ``en-ja`` or ``ja-*``."""
    text = resources.files(__package__).joinpath("off.yaml").read_text("utf-8")
    return MappingProxyType(read_yaml(text))


def is_off(rule: str, source: Locale, target: Locale, places: _Places | None = None) -> bool:
    """Whether a rule is off by default for translations from one locale into another.

    >>> places = {"x": {"ja": "…", "en-de": "…", "he-*": "…"}}
    >>> from termkit.tags import parse_locale as tag
    >>> is_off("x", tag("uk"), tag("ja"), places), is_off("x", tag("en-GB"), tag("de-AT"), places)
    (True, True)
    >>> is_off("x", tag("he"), tag("en"), places), is_off("x", tag("uk"), tag("de"), places)
    (True, False)
    """
    off = (off_places() if places is None else places).get(rule)
    if not off:
        return False
    here, there = (locale.partition("-")[0] for locale in (source, target))
    return not off.keys().isdisjoint((there, f"{here}-{there}", f"{here}-*"))


def shown_place(place: str) -> str:
    """A place of off.yaml for people.

    >>> shown_place("ja"), shown_place("en-ja"), shown_place("ja-*")
    ('into ja', 'from en into ja', 'from ja')
    """
    source, _, target = place.rpartition("-")
    said = (f"from {source}" if source else "", f"into {target}" if target != "*" else "")
    return " ".join(filter(None, said))
