"""The names of countries, languages and large cities that CLDR has, and how like they are in two languages."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from babel import Locale as CldrLocale
from babel import UnknownLocaleError
from babel.core import get_global

from termkit.folding import fold_string
from termkit.model import Locale

from .skeleton import likeness, skeleton

__all__ = ["PlaceNames", "place_names"]

_WORD = re.compile(r"[^\W\d_]{3,}")
_ALIKE = 0.62
_STEM = 5


class PlaceNames(NamedTuple):
    """The words that a place may be called by with their beginnings, and whether they sound like its name.

    `whole` tells that the word alone names the place; then what other places are called does not count.
    """

    words: tuple[str, ...]
    stems: tuple[str, ...]
    alike: bool
    whole: bool


@functools.cache
def _cldr(locale: Locale) -> CldrLocale | None:
    try:
        return CldrLocale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@functools.cache
def _places(locale: Locale) -> dict[str, str]:
    """The names of countries and cities by what they are of."""
    cldr = _cldr(locale)
    if cldr is None:
        return {}
    places = {f"territory {code}": name for code, name in cldr.territories.items()}
    for zone in get_global("zone_territories"):
        city = cldr.time_zones.get(zone, {}).get("city")
        if city or zone.count("/") == 1:  # of others (America/Indiana/Knox) the last part is no large city
            places[f"zone {zone}"] = city or zone.rpartition("/")[2].replace("_", " ")
    return {key: fold_string(name).lower() for key, name in places.items() if isinstance(name, str)}


@functools.cache
def _words(locale: Locale) -> dict[str, list[str]]:
    """By word, the places whose names it is in."""
    words: dict[str, list[str]] = {}
    for place, name in _places(locale).items():
        for word in _WORD.findall(name):
            words.setdefault(word, []).append(place)
    return words


@functools.lru_cache(maxsize=10_000)
def place_names(key: str, source: Locale, target: Locale) -> PlaceNames | None:
    """What a place is called in another language; None for a word that names no place.

    >>> place_names("singapore", Locale("en"), Locale("uk"))
    PlaceNames(words=('сінгапур',), stems=('сінга',), alike=True, whole=True)
    """
    places = _words(source).get(key)
    if places is None:
        return None
    here, there = _places(source), _places(target)
    whole = [place for place in places if here[place] == key]
    places = whole or places
    sound = skeleton(key)
    words = {word for place in places for word in _WORD.findall(there.get(place, ""))}
    alike = {word for word in words if likeness(sound, skeleton(word)) >= _ALIKE}
    called = tuple(sorted(alike or words))
    return PlaceNames(
        called, tuple({_stem(word): None for word in called}), bool(alike), any(here[place] == key for place in places)
    )


def _stem(word: str) -> str:
    return word[: max(min(len(word) - 1, _STEM), 3)]
