"""The names of countries, languages and large cities that CLDR has, and how like they are in two languages."""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from babel.core import get_global

from termkit.folding import fold_string
from termkit.language import load_language
from termkit.model import Locale
from termkit.slips import shared_letters

from .candidates import pieces
from .cldr import cldr_locale, country_languages
from .skeleton import likeness, skeleton

__all__ = [
    "Named",
    "PlaceNames",
    "is_place",
    "is_written_place",
    "place_names",
    "place_titles",
    "places_in",
    "places_of",
]

_WORD = re.compile(r"[^\W\d_]{3,}")
_ALIKE = 0.62
_STEM = 5
_SHORTEST = 3
_SHORTEST_WRITTEN = 2
_LONGEST_ENDING = 5
_LONG = 4  # letters of a word that tells a place
_WORLD = "001"


class PlaceNames(NamedTuple):
    """The words that a place may be called by with their beginnings, and whether they sound like its name.

    `whole` tells that the word alone names the place; then what other places are called does not count.
    """

    words: tuple[str, ...]
    stems: tuple[str, ...]
    alike: bool
    whole: bool


@functools.cache
def place_titles(locale: Locale) -> dict[str, str]:
    """The names of countries and cities as CLDR writes them, by what they are of."""
    cldr = cldr_locale(locale)
    if cldr is None:
        return {}
    places = {f"territory {code}": name for code, name in cldr.territories.items() if code != _WORLD}
    for zone, names in cldr.time_zones.items():
        places[f"zone {zone}"] = names.get("city", zone.rpartition("/")[2].replace("_", " "))
    return {key: name for key, name in places.items() if isinstance(name, str)}


@functools.cache
def _places(locale: Locale) -> dict[str, str]:
    """The same names folded, in lower case."""
    return {key: fold_string(name).lower() for key, name in place_titles(locale).items()}


@functools.cache
def _every_place(locale: Locale) -> dict[str, str]:
    """The same with the cities that CLDR calls as their zone; that of America/Indiana/Knox is no large one."""
    zones = (zone for zone in get_global("zone_territories") if zone.count("/") == 1)
    cities = {f"zone {zone}": zone.rpartition("/")[2].replace("_", " ").lower() for zone in zones}
    # The small letter of the Turkish İ is an i with a dot.
    return {place: name.replace("\u0307", "") for place, name in (cities | _places(locale)).items()}


@functools.cache
def _words(locale: Locale) -> dict[str, list[str]]:
    """By word, the places whose names it is in."""
    words: dict[str, list[str]] = {}
    for place, name in _every_place(locale).items():
        for word in _WORD.findall(name):
            words.setdefault(word, []).append(place)
    return words


@functools.lru_cache(maxsize=100_000)
def places_of(key: str, locale: Locale) -> frozenset[str]:
    """The places that a word in any of its forms names, or belongs to the name of; a people counts as its country.

    >>> places_of("německem", Locale("cs")) & places_of("german", Locale("en"))
    frozenset({'DE'})
    """
    found = (entry.places for entry in _by_stem(locale).get(key[:_SHORTEST], ()) if entry.has_form(key))
    return frozenset().union(*found)


class Named(NamedTuple):
    """A place that is named somewhere in a text."""

    place: str
    start: int
    end: int


def places_in(string: str, locale: Locale) -> list[Named]:
    """The places that a folded text without spaces or capitals names.

    >>> places_in("他在韩国。", Locale("zh"))
    [Named(place='KR', start=2, end=4)]
    """
    names, pattern = _written(locale)
    return [Named(names[match[0]], *match.span()) for match in pattern.finditer(string)]


@functools.cache
def _written(locale: Locale) -> tuple[Mapping[str, str], re.Pattern[str]]:
    """The places by their names, and what these look like."""
    names = {name: place.removeprefix("territory ") for place, name in _places(locale).items()}
    names |= {name: place for place, listed in load_language(locale).names.places.items() for name in listed}
    longest = sorted((name for name in names if len(name) >= _SHORTEST_WRITTEN), key=len, reverse=True)
    return names, re.compile("|".join(map(re.escape, longest)))


def is_place(key: str, locale: Locale) -> bool:
    """Whether a word in any of its forms is the whole name of a country or a city.

    >>> is_place("německem", Locale("cs")), is_place("united", Locale("en"))
    (True, False)
    """
    entries = (entry for entry in _by_stem(locale).get(key[:_SHORTEST], ()) if entry.word in _whole(locale))
    return is_written_place(key, locale) or any(entry.has_form(key) for entry in entries)


@functools.cache
def _whole(locale: Locale) -> frozenset[str]:
    listed = load_language(locale).names.places.values()
    names = _places(locale).values()
    return frozenset(name for name in itertools.chain(names, *listed) if " " not in name)


def is_written_place(key: str, locale: Locale) -> bool:
    """The same of the word as it is written."""
    return key in _whole(locale)


class _Entry(NamedTuple):
    """A word of the names of places, with the places, and how many of its letters its other forms may lack."""

    word: str
    places: frozenset[str]
    lost: int

    def has_form(self, key: str) -> bool:
        """Whether a word is this one with an ending of its own.

        >>> rusko, malta = _Entry("rusko", frozenset(), 1), _Entry("malta", frozenset(), 1)
        >>> rusko.has_form("ruska"), malta.has_form("malá")
        (True, False)
        """
        if len(self.word) <= _SHORTEST:
            return key == self.word
        shared = shared_letters(key, self.word)
        return len(self.word) - shared <= self.lost and len(key) - shared <= _LONGEST_ENDING


@functools.cache
def _by_stem(locale: Locale) -> Mapping[str, Sequence[_Entry]]:
    """The words of the names of places, by their beginnings."""
    places: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for place, name in _places(locale).items():
        for piece in pieces(name):
            if len(piece.text) >= _LONG:
                places[piece.text, _loss(piece.text)].add(place.removeprefix("territory "))
    data = load_language(locale).names
    for place, names in (*data.places.items(), *data.peoples.items()):
        for word in " ".join(names).split():
            places[word, _loss(word)].add(place)
    for place, words in country_languages(locale).items():
        for word in words:
            places[word, 0].add(place)
    stems: defaultdict[str, list[_Entry]] = defaultdict(list)
    for (word, lost), ids in places.items():
        stems[word[:_SHORTEST]].append(_Entry(word, frozenset(ids), lost))
    return stems


def _loss(word: str) -> int:
    return 1 if len(word) <= _STEM else 2


@functools.lru_cache(maxsize=10_000)
def place_names(key: str, source: Locale, target: Locale) -> PlaceNames | None:
    """What a place is called in another language; None for a word that names no place.

    >>> place_names("singapore", Locale("en"), Locale("uk"))
    PlaceNames(words=('сінгапур',), stems=('сінга',), alike=True, whole=True)
    """
    places = _words(source).get(key)
    if places is None:
        return None
    here, there = _every_place(source), _every_place(target)
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
