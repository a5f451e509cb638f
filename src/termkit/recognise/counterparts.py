"""The words of a text that sound like the names of another: what each name has become."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from .candidates import Candidate, words_of
from .skeleton import (
    consonants,
    fewest_consonants,
    likeness,
    likeness_inside,
    skeleton,
    sounds_around,
    sounds_mask,
    sounds_near,
)

__all__ = ["Form", "Heard", "counterparts", "heard", "key_of"]

# How like a name a word has to sound: one with a capital; how much more one in small letters (less for a long name, of
# which it may be the adjective), a part of a compound, and one that begins otherwise; and a word for a name of two
# sounds. Measured on the sets of the accuracy page.
_ALIKE = 0.6
_SMALL = 0.2
_SMALL_LONG = 0.1
_LONG = 6
_INSIDE = 0.12
_SHORT = 0.75
_PLAIN = 0.8  # from here on nothing better is sought
_JOINED = 0.75  # for two words that have become one
_OTHERWISE = 0.05
_SHORTEST = 3
_STEM = 4
_MOST_REMEMBERED = 100_000
_COMPOUND = 9  # letters of a word that may be the counterpart of two names, if it is plainly like both
_LONG_COMPOUND = 13
SAME = 1.0
"""How like a name its own letters are."""


class Heard(NamedTuple):
    """A word with its sound."""

    text: str
    key: str
    sound: str
    around: int
    first: int
    capital: bool


class Form(NamedTuple):
    """The word that a name has become, in lower case, and how like the name it is; empty where there is none."""

    key: str = ""
    like: float = 0.0


@functools.lru_cache(maxsize=256)
def heard(string: str) -> tuple[Heard, ...]:
    """The words of a folded string with their sounds, but for small ones that are too short to be a name's form."""
    return tuple(word for word in map(_heard, words_of(string)) if word.capital or len(word.sound) >= _STEM)


def key_of(text: str) -> str:
    """A word in lower case, with a plain i for the Turkish İ."""
    return text.lower().replace("i\u0307", "i")


@functools.lru_cache(maxsize=_MOST_REMEMBERED)
def _heard(text: str) -> Heard:
    key = key_of(text)
    sound = skeleton(key)
    return Heard(text, key, sound, sounds_around(sound), sounds_mask(sound[:1]), not text[0].islower())


def counterparts(names: Sequence[Candidate], source: str, target: str) -> dict[str, Form]:
    """What each name has become, by key; a word of the target is the counterpart of one name only.

    Both texts are folded.
    """
    lower = target.lower()
    forms = {name.key: _verbatim(name, target, lower) for name in names}
    if all(form.key for form in forms.values()):
        return forms
    words = heard(target)
    same = set(map(str.lower, words_of(source)))
    taken = {word.key: word.key for word in words if word.key in same}
    for like, key, form in sorted(_likely(names, forms, words), reverse=True):
        owner = taken.get(form)
        if not forms[key].key and (owner is None or owner[:_STEM] == key[:_STEM] or _is_shared(like, form)):
            forms[key] = Form(form, like)
            taken.setdefault(form, key)
    return forms


def _is_shared(like: float, form: str) -> bool:
    """Whether a word is long enough to be two names in one: the Viktoriakreuz is the Victoria Cross."""
    return len(form) >= _LONG_COMPOUND or (like >= _PLAIN and len(form) >= _COMPOUND)


def _verbatim(name: Candidate, target: str, lower: str) -> Form:
    """The name itself where it stands in a text as it is, or with an ending behind it."""
    if name.piece.text not in target and (len(name.key) <= _STEM or name.key not in lower):
        return Form()  # most names
    found = Form()
    for word in heard(target):
        if word.key.startswith(name.key) and (word.capital or len(name.key) > _STEM):
            found = Form(word.key, SAME)
            if word.key == name.key:
                break
    return found


def _likely(
    names: Sequence[Candidate], forms: Mapping[str, Form], words: Sequence[Heard]
) -> Iterator[tuple[float, str, str]]:
    for place, name in enumerate(names):
        if not forms[name.key].key:
            sound = skeleton(name.piece.text)
            found = _alike(sound, words)
            if not any(like >= _PLAIN for like, _ in found):
                found += [
                    (like, form)
                    for joined in _joined(place, names)
                    for like, form in _alike(joined, words)
                    if like >= _JOINED
                ]
            yield from ((like, name.key, form) for like, form in found)


def _joined(place: int, names: Sequence[Candidate]) -> Iterator[str]:
    """The sounds of a name with the one before or behind it: Los Angeles is Losandželosa."""
    piece = names[place].piece
    if place and names[place - 1].piece.end + 1 == piece.start:
        yield skeleton(names[place - 1].piece.text + piece.text)
    if place + 1 < len(names) and piece.end + 1 == names[place + 1].piece.start:
        yield skeleton(piece.text + names[place + 1].piece.text)


def _alike(sound: str, words: Sequence[Heard]) -> list[tuple[float, str]]:
    """The words that sound like a name; those that begin otherwise only where no other sounds plainly like it."""
    if len(sound) < 2:
        return []
    first = sounds_near(sound[0])
    found = _closest(sound, [word for word in words if first & word.first])
    if any(like >= _PLAIN for like, _ in found):
        return found
    others = _closest(sound, [word for word in words if not first & word.first])
    return found + [(like - _OTHERWISE, form) for like, form in others]


def _closest(sound: str, words: Sequence[Heard]) -> list[tuple[float, str]]:
    least = _ALIKE if len(sound) >= _SHORTEST else _SHORT
    small = _SMALL if len(sound) < _LONG else _SMALL_LONG
    wanted = consonants(sound)
    fewest = fewest_consonants(sound, least), fewest_consonants(sound, least + small)
    found = []
    for word in words:
        if (wanted & word.around).bit_count() < fewest[not word.capital]:  # most words: no need to look closer
            continue
        less = 0 if word.capital else small
        like = likeness(sound, word.sound, least + less) - less
        if like < _PLAIN and len(word.sound) > len(sound) + 1:
            like = max(like, likeness_inside(sound, word.sound, least + _INSIDE) - _INSIDE)
        if like >= least:
            found.append((like, word.key))
    return found
