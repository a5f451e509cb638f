"""Follows the names of a source text that no termbase has into the target, by their sound.

A name is followed from the side whose language has a list of the words that names are made of (`common` in its
file): from the source, where each name must have a counterpart in the target, or else from the target, where a
name must come from the source.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from termkit.folding import Folded, fold
from termkit.language import load_language
from termkit.model import Kind, Locale, Mention, Span, Text, Unlisted

from .candidates import Candidate, candidates, pieces
from .follow_back import follow_back
from .places import PlaceNames, place_names
from .skeleton import (
    consonants,
    has_slip,
    is_slip,
    likeness,
    likeness_inside,
    plain,
    skeleton,
    sounds_mask,
    sounds_near,
)

__all__ = ["follow"]

# How like a name a word has to sound: one with a capital; how much more one in small letters or a part of a compound;
# and a word for a name of two sounds. Measured on the sets of the accuracy page.
_ALIKE = 0.6
_SMALL = 0.2
_INSIDE = 0.12
_SHORT = 0.75
_TRANSLATED = 0.9  # for a word that CLDR has for the place
_SURE = 0.8  # from here on the place need not be looked up
_SHORTEST = 3
_SHORTEST_MISWRITTEN = 5
_STEM = 4
_SAME = 1.0


class _Heard(NamedTuple):
    """A word with its sound and its place."""

    text: str
    key: str
    sound: str
    mask: int
    first: int
    start: int
    end: int
    capital: bool
    opens: bool


class _Form(NamedTuple):
    """The word that a name has become, in lower case, and how like the name it is; empty where there is none."""

    key: str = ""
    like: float = 0.0


@functools.lru_cache(maxsize=256)
def _heard(string: str) -> tuple[_Heard, ...]:
    heard = []
    for piece in pieces(string):
        key = piece.text.lower()
        sound = skeleton(key)
        place = (piece.start, piece.end, piece.is_capital, piece.opens)
        heard.append(_Heard(piece.text, key, sound, sounds_mask(sound), sounds_mask(sound[:1]), *place))
    return tuple(heard)


def follow(source: Text, target: Text, taken: Sequence[Span] = ()) -> tuple[list[Mention], list[Mention]]:
    """The names of a source text with what became of them, and words of the target that may be other names.

    `taken` are the spans of the source that name a concept of the termbase.
    """
    if not (_is_followed(source.locale) and _is_followed(target.locale)):
        return [], []
    if load_language(source.locale).names.common:
        return _forwards(source, target, taken)
    return follow_back(source, target, taken)


def _is_followed(locale: Locale) -> bool:
    return load_language(locale).names.follow


def _forwards(source: Text, target: Text, taken: Sequence[Span]) -> tuple[list[Mention], list[Mention]]:
    names = candidates(source)
    if not names:
        return [], []
    here, there = fold(source.string), fold(target.string)
    forms = _forms(names, here.string, there.string)
    is_lost = not all(form.key for form in forms.values())
    stood_for = is_lost and _stand_ins(target, there) > _stand_ins(source, here)
    found: list[Mention] = []
    for name in names:
        span = here.original(name.piece.start, name.piece.end)
        if not any(other.start < span.end and span.start < other.end for other in taken):
            value = _unlisted(
                name, forms[name.key], _place(name.key, source.locale, target.locale), there.string, stood_for=stood_for
            )
            found.append(Mention(Kind.NAME, span, source.string[slice(*span)], value, hard=value.sure))
    if not is_lost:
        return found, []
    return found, [_stranger(word, target, there) for word in _strangers(there.string, forms)]


def _unlisted(name: Candidate, form: _Form, place: PlaceNames | None, target: str, *, stood_for: bool) -> Unlisted:
    """What became of a name; that of a place may be translated."""
    sure = name.sure
    if place and form.like < _SURE:
        sure = sure and place.alike
        form = max(form, _translation(place, target), key=lambda found: found.like)
    near = bool(form.key) and form.like < _SAME and not place and _is_misspelt(name.key, form.key, sure=sure)
    return Unlisted(name.key, sure, form.key, form.like, near, stood_for and not form.key)


def _place(key: str, source: Locale, target: Locale) -> PlaceNames | None:
    """What a place is called, one of several of the same name (the Koreas) too."""
    return place_names(key, source, target) or place_names(key.removesuffix("s"), source, target)


def _translation(place: PlaceNames, target: str) -> _Form:
    words = (word.key for word in _heard(target) if word.key.startswith(place.stems))
    return next((_Form(word, _TRANSLATED) for word in words), _Form())


def _stand_ins(text: Text, folded: Folded) -> int:
    """How many words of a text may stand for a person; of two letters none does, for it is often another word too."""
    known = load_language(text.locale).names.stand_ins
    return sum(word.key in known for word in _heard(folded.string) if len(word.key) >= _SHORTEST)


def _is_misspelt(key: str, form: str, *, sure: bool) -> bool:
    """Whether a word is a name with one sound or letter wrong."""
    return (sure and has_slip(skeleton(key), skeleton(form))) or _is_miswritten(key, form, vowels=sure)


def _is_miswritten(key: str, form: str, *, vowels: bool) -> bool:
    """Whether a word has all letters of a name but one, which is not its first or last.

    >>> _is_miswritten("sturridge", "sturrudge", vowels=True), _is_miswritten("victoria", "viktoria", vowels=True)
    (True, False)
    """
    if len(key) < _SHORTEST_MISWRITTEN:
        return False
    key, form = plain(key), plain(form)
    at = next((n for n, (one, other) in enumerate(zip(key, form, strict=False)) if one != other), None)
    if (
        at is None
        or len(key) - at < (_SHORTEST if vowels else _SHORTEST + 1)
        or not form[at + 1 :].startswith(key[at + 1 :])
    ):
        return False
    return is_slip(key[at], form[at], vowels=vowels)


# The counterparts of names


def _forms(names: Sequence[Candidate], source: str, target: str) -> dict[str, _Form]:
    """What each name has become, by key; a word of the target is the counterpart of one name only."""
    lower = target.lower()
    forms = {name.key: _Form(name.key, _SAME) if _is_verbatim(name, target, lower) else _Form() for name in names}
    if all(form.key for form in forms.values()):
        return forms
    same = {word.key for word in _heard(source)}
    taken = {word.key: word.key for word in _heard(target) if word.key in same}
    for like, key, form in sorted(_likely(names, forms, target), reverse=True):
        owner = taken.get(form)
        if not forms[key].key and (owner is None or owner[:_STEM] == key[:_STEM]):
            forms[key] = _Form(form, like)
            taken.setdefault(form, key)
    return forms


def _is_verbatim(name: Candidate, target: str, lower: str) -> bool:
    return name.piece.text in target or (len(name.key) > _STEM and name.key in lower)


def _likely(names: Sequence[Candidate], forms: Mapping[str, _Form], target: str) -> Iterator[tuple[float, str, str]]:
    for place, name in enumerate(names):
        if not forms[name.key].key:
            found = next(filter(None, (_alike(sound, target) for sound in _sounds(place, names))), [])
            yield from ((like, name.key, form) for like, form in found)


def _sounds(place: int, names: Sequence[Candidate]) -> Iterator[str]:
    """The sounds of a name, alone and with the one before or behind it: Los Angeles is Losandželosa."""
    piece = names[place].piece
    yield skeleton(piece.text)
    if place and names[place - 1].piece.end + 1 == piece.start:
        yield skeleton(names[place - 1].piece.text + piece.text)
    if place + 1 < len(names) and piece.end + 1 == names[place + 1].piece.start:
        yield skeleton(piece.text + names[place + 1].piece.text)


def _alike(sound: str, target: str) -> list[tuple[float, str]]:
    """The words of a target that sound like a name; those that begin like it if there are such."""
    if len(sound) < 2:
        return []
    heard = _heard(target)
    first = sounds_near(sound[0])
    begin_alike = [word for word in heard if first & word.first]
    return _closest(sound, begin_alike) or _closest(sound, [word for word in heard if not first & word.first])


def _closest(sound: str, words: Sequence[_Heard]) -> list[tuple[float, str]]:
    least = _ALIKE if len(sound) >= _SHORTEST else _SHORT
    wanted, most = consonants(sound)
    found = []
    for word in words:
        if not word.capital and len(word.sound) < _STEM:
            continue
        mask = word.mask
        if sum([1 for near in wanted if near & mask]) < most:  # most words: no need to look closer
            continue
        like = likeness(sound, word.sound) - (0 if word.capital else _SMALL)
        if like < least and len(word.sound) > len(sound) + 1:
            like = max(like, likeness_inside(sound, word.sound) - _INSIDE)
        if like >= least:
            found.append((like, word.key))
    return found


# The names that come from nowhere


def _stranger(word: _Heard, target: Text, folded: Folded) -> Mention:
    span = folded.original(word.start, word.end)
    return Mention(Kind.NAME, span, target.string[slice(*span)], Unlisted(word.key), hard=False)


def _strangers(target: str, forms: Mapping[str, _Form]) -> list[_Heard]:
    """The words of a target that begin with a capital and are no counterpart of a name."""
    counterparts = {form.key for form in forms.values()}
    return [
        word
        for word in _heard(target)
        if word.text[0].isupper() and not word.opens and len(word.text) >= _SHORTEST and word.key not in counterparts
    ]
