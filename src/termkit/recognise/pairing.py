"""Puts the names of two sides together by their sound and by CLDR's names of places."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from termkit.model import Locale

from .places import places_of
from .sides import Side, Word, word_of
from .skeleton import consonants, fewest_consonants, likeness, likeness_inside

__all__ = ["Pairs", "pair_names"]

# How like a name a word has to sound: one with a capital; how much more one in small letters or a part of a compound;
# a word for a name of two sounds; and one against which other things speak. Measured on the sets of the accuracy page.
_ALIKE = 0.6
_SMALL = 0.2
_ADJECTIVE = 0.05  # where adjectives of names have small letters
_INSIDE = 0.12
_SHORT = 0.75
_READ = 0.5  # for a name in characters, which write foreign sounds as well as they can
_SURELY = 0.8
_SAME = 0.95  # for an abbreviation that is written as a word
_SHORTEST = 3
_SHORTEST_SMALL = 4
_LONGEST_ENDING = 4
_SHARED = 0.55  # the share of its consonants that a longer word has that sounds like it
_STEM = 4
_REPEATED = 0.75
_COUNTRY = 2  # letters by which ISO 3166 tells a country
_TRANSLATED = 0.9  # for a word that CLDR has for the place


class Pairs(NamedTuple):
    """What each name of the source has become, with how like the two are, and the known names of either side."""

    forms: Mapping[str, tuple[str, float]]
    here: frozenset[str]
    there: frozenset[str]


def pair_names(here: Side, there: Side) -> Pairs:
    """The names of two sides put together; one is the counterpart of one only."""
    forms: dict[str, tuple[str, float]] = {}
    owners: dict[str, str] = {}
    for like, one, other in sorted(_likely(here, there), reverse=True):
        owner = owners.get(other)
        if one not in forms and (owner is None or owner[:_STEM] == one[:_STEM] or like >= _SURELY):
            forms[one] = (other, like)
            owners[other] = one
        elif owner is None and one in forms and _is_form(other, forms[one][0]):
            owners[other] = one
    known = owners.keys() | _of_places(there, here)
    known |= _in_one(here, there, known)
    return Pairs(forms, frozenset(forms.keys() | _of_places(here, there) | _repeated(here, forms)), frozenset(known))


def _is_form(one: str, other: str) -> bool:
    """Whether two words differ in a short ending only."""
    return one[:_STEM] == other[:_STEM] and abs(len(one) - len(other)) < _SHORTEST


def _of_places(side: Side, other: Side) -> set[str]:
    """The names of a side that are of places which the other side names too."""
    places = other.places
    return {name.key for name in side.names if not places.isdisjoint(places_of(name.key, side.locale))}


def _repeated(side: Side, forms: Iterable[str]) -> set[str]:
    """The names of a side that are forms of one that has a counterpart."""
    sounds = [side.words[key].sound for key in forms if side.words[key].capital]
    return {
        name.key
        for name in side.names
        if any(likeness(sound, side.words[name.key].sound) >= _REPEATED for sound in sounds)
    }


def _in_one(here: Side, there: Side, known: Container[str]) -> set[str]:
    """The names of the target of two words that the source has as one: Uherskobrodsko is about Uherský Brod."""
    found: set[str] = set()
    for one, other in itertools.pairwise(there.names):
        is_known = one.key in known and other.key in known
        if one.piece.end + 1 == other.piece.start and not is_known and (one.sure or other.sure):
            name = word_of(one.key + other.key, there.locale, is_capital=True)
            if any(_alike(name, here.words.values(), there.locale, here)):
                found |= {one.key, other.key}
    return found


def _likely(here: Side, there: Side) -> Iterator[tuple[float, str, str]]:
    """The words of the two sides that may be the same name: in the source, those that do more than begin a sentence."""
    names = {name.key for name in here.names if name.sure or not name.piece.opens}
    others = {name.key for name in there.names}
    same = (names | others) & here.words.keys() & there.words.keys()
    yield from ((1.0, key, key) for key in same)
    for key in names - same:
        yield from _alike(here.words[key], there.words.values(), here.locale, there)
    rest = [word for word in here.words.values() if word.key not in names]
    if not here.has_case:  # the names of countries are known, and need not be heard
        others -= {key for key in others if any(len(place) == _COUNTRY for place in places_of(key, there.locale))}
    for key in others - same:
        found = _alike(there.words[key], rest, there.locale, here)
        yield from ((like, word, other) for like, other, word in found)


def _alike(name: Word, words: Iterable[Word], locale: Locale, other: Side) -> Iterator[tuple[float, str, str]]:
    """The words of the other side that sound like a name, or name the same place."""
    if not name.sound:
        return
    places = places_of(name.key, locale)
    for word in words:
        if places and (word.capital or not word.common) and places & places_of(word.key, other.locale):
            yield _TRANSLATED + (1 - _TRANSLATED) * likeness(name.sound, word.sound), name.key, word.key
            continue
        like = _likeness_of(name, word, other) if other.has_case else _likeness_without_case(name, word, other)
        if like:
            yield like, name.key, word.key


def _likeness_without_case(name: Word, word: Word, side: Side) -> float:
    """How much a word without capitals sounds like a name, all of which must be heard in it; 0 where it does not."""
    if len(name.sound) < 2 or not -2 <= len(word.sound) - len(name.sound) <= _LONGEST_ENDING + 1:
        return 0.0
    least = _READ if side.data.reading else _ALIKE if len(name.sound) >= _SHORTEST else _SHORT
    if (consonants(name.sound) & word.around).bit_count() < fewest_consonants(name.sound, least):
        return 0.0
    like = likeness(name.sound, word.sound, least)
    return like if like >= least else 0.0


def _likeness_of(one: Word, other: Word, side: Side) -> float:
    """How much two words sound like forms of one name; 0 where they do not."""
    if not _may_be_alike(one, other):
        return 0.0
    both = one.capital and other.capital
    return _likeness(one, other, 0.0 if both else _SMALL if side.data.common else _ADJECTIVE)


def _may_be_alike(one: Word, other: Word) -> bool:
    """Whether two words are worth a closer look, which most are not: it costs much more than this one."""
    shorter, longer = (one, other) if len(one.sound) <= len(other.sound) else (other, one)
    length = len(shorter.sound)
    if length < 2:
        return False
    if not (one.capital and other.capital):
        if length < _SHORTEST_SMALL or len(longer.sound) > length + _LONGEST_ENDING or not one.near & other.first:
            return False
    elif not one.near & other.first and len(longer.sound) <= length + 1 and length < _SHORTEST_SMALL:
        return False
    wanted = consonants(shorter.sound)
    return (wanted & longer.around).bit_count() >= _SHARED * wanted.bit_count()


@functools.lru_cache(maxsize=100_000)
def _likeness(one: Word, other: Word, small: float) -> float:
    """How much two words sound like forms of one name; 0 where they do not."""
    shorter, longer = (one.sound, other.sound) if len(one.sound) <= len(other.sound) else (other.sound, one.sound)
    least = _least(one, other)
    like = likeness(shorter, longer, least + small) - small
    if like >= least:
        return like
    less = _INSIDE + small
    like = likeness_inside(shorter, longer, _ALIKE + less) - less if len(longer) > len(shorter) + 1 else 0.0
    return like if like >= _ALIKE else 0.0


def _least(one: Word, other: Word) -> float:
    """How like a name a word must sound at least: more where either is a common word, or they begin otherwise."""
    if one.upper != other.upper:
        return _SAME
    if one.common or other.common or not one.near & other.first:
        return _SURELY
    return _ALIKE if min(len(one.sound), len(other.sound)) > _SHORTEST else _SHORT
