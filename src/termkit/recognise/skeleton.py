"""How a word sounds, roughly, in whatever script it is written, and how far two such sounds are apart."""

from __future__ import annotations

import functools
import importlib.resources
import itertools
import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from termkit.yaml_data import read_yaml

__all__ = [
    "consonants",
    "fewest_consonants",
    "has_slip",
    "is_slip",
    "likeness",
    "likeness_inside",
    "skeleton",
    "sounds_around",
    "sounds_mask",
    "sounds_near",
]

_VOWELS = "aeiou"
_SOUNDS = "abcdefghijklmnopqrstuvwxyzSCZJGBDN"
_WEIGHTS = {sound: 0.3 if sound in _VOWELS else 0.75 for sound in _SOUNDS}
_APART = 1.0  # between two sounds that nobody writes one for the other
_MIXED = 1.2  # between a vowel and a consonant
_LOST = 0.8  # a consonant without a counterpart
_LAST = 0.5  # the share of that for the last sound
_TAIL = 0.04  # a letter of an ending
_LONGEST_ENDING = 4
_SHORTEST_SLIP = 4
_SLIP = 0.6  # how unlike two sounds are that nobody hears one for the other
_MISWRITTEN = 0.45  # the same of two letters
_MENDED = 0.9  # how like a name a word is when its slip is mended
_GAIN = 0.12  # and how much more than before
_HOPELESS = 0.5  # a word that is less like a name is not compared to its end
_SHARED = 0.5  # the share of a name's consonants that a word like it has
_NEAR = 0.45
_LAYERS = 4  # how many of the same consonant count
_INSIDE = 0.12  # how much less like a name a compound with it is
_COMPOUND = 5  # sounds that a name has in a compound
_ROUNDING = 1e-9
_MOST_REMEMBERED = 100_000
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class _Sounds:
    """The data file, read: what letters sound like, and what it costs to take one sound for another or to lose it."""

    letters: Mapping[str, str]
    letter: re.Pattern[str]
    spellings: Mapping[str, str]
    spelling: re.Pattern[str]
    initial: Mapping[str, str]
    nasals: Mapping[str, str]
    nasal: re.Pattern[str]
    apart: Mapping[str, Mapping[str, float]]
    lost: Mapping[str, float]


@functools.cache
def _sounds() -> _Sounds:
    data = read_yaml((importlib.resources.files("termkit") / "skeleton.yaml").read_text("utf-8"))
    letters = dict(pair.split("=") for row in data["letters"].values() for pair in row.split())
    spellings = dict(pair.split("=") for pair in data["spellings"].split())
    nasals = dict(pair.split("=") for pair in data["nasal"].split())
    longest = sorted(letters, key=len, reverse=True)
    lost = dict.fromkeys(_SOUNDS, _LOST) | dict.fromkeys(_VOWELS, float(data["vowels"]["lost"]))
    return _Sounds(
        letters,
        re.compile("|".join(map(re.escape, longest))),
        spellings,
        re.compile("|".join(map(re.escape, spellings))),
        dict(pair.split("=") for pair in data["initial"].split()),
        nasals,
        re.compile("|".join(map(re.escape, nasals))),
        _apart(dict(pair.split("=") for pair in data["alike"].split()), float(data["vowels"]["apart"])),
        lost | {sound: float(cost) for sound, cost in data["lost"].items()},
    )


def _apart(alike: Mapping[str, str], vowels: float) -> dict[str, dict[str, float]]:
    apart = {one: {other: _unlike(one, other, vowels) for other in _SOUNDS} for one in _SOUNDS}
    for group, cost in alike.items():
        for one in group:
            for other in group:
                if one != other and one in apart and other in apart:
                    apart[one][other] = min(apart[one][other], float(cost))
    return apart


def _unlike(one: str, other: str, vowels: float) -> float:
    if one == other:
        return 0.0
    if one in _VOWELS and other in _VOWELS:
        return vowels
    return _APART if (one in _VOWELS) == (other in _VOWELS) else _MIXED


@functools.lru_cache(maxsize=_MOST_REMEMBERED)
def skeleton(word: str) -> str:
    """The sounds of a word, a letter each; empty for a word in a script that is not known.

    >>> skeleton("Sturridge"), skeleton("Старрідж"), skeleton("東京")
    ('sturiJe', 'stariJ', '')
    """
    sounds = _sounds()
    lower = word.lower()
    if lower.isascii():
        latin = lower
    else:
        known = sounds.letter.sub(lambda match: sounds.letters[match[0]], lower)
        latin = "".join(char for char in unicodedata.normalize("NFD", known) if char.isascii() and char.isalpha())
    if lower.isascii() or unicodedata.name(lower[0], "").startswith("LATIN"):
        latin = sounds.spelling.sub(lambda match: sounds.spellings[match[0]], latin)
    sound = _DOUBLED.sub(r"\1", "".join(char for char in latin if char.isalpha()))
    sound = sounds.initial.get(sound[:2], sound[:2]) + sound[2:]
    return sounds.nasal.sub(lambda match: sounds.nasals[match[0]], sound)


@functools.lru_cache(maxsize=_MOST_REMEMBERED)
def likeness(name: str, word: str, least: float = _HOPELESS) -> float:
    """How much a word sounds like a name or a form of it: 1 for the same sounds, 0 or less for none in common.

    Both are skeletons. What is less than `least` is not exact: to know that it is less costs less.
    """
    if not name or not word:
        return 0.0
    weight = _weight(name)
    return 1 - _distance(name, word, _sounds(), (1 - least) * weight + _ROUNDING) / weight


@functools.lru_cache(maxsize=_MOST_REMEMBERED)
def _weight(name: str) -> float:
    return sum(map(_WEIGHTS.__getitem__, name))


@functools.lru_cache(maxsize=_MOST_REMEMBERED)
def consonants(name: str) -> int:
    """The consonants of a name as a bit mask, in which a consonant that it has twice has another bit.

    The bits that this has in common with `sounds_around` of a word are those consonants that the word may write.

    >>> (consonants(skeleton("Barbara")) & sounds_around(skeleton("Варвари"))).bit_count()
    4
    """
    mask = 0
    for sound in set(name).difference(_VOWELS):
        for layer in range(min(name.count(sound), _LAYERS)):
            mask |= 1 << (layer * len(_SOUNDS) + _SOUNDS.index(sound))
    return mask


@functools.lru_cache(maxsize=_MOST_REMEMBERED)
def fewest_consonants(name: str, least: float) -> int:
    """How many of its consonants a word must have to be as like a name as that: half of them, or more."""
    lost, last = _sounds().lost, len(name) - 1
    costs = sorted(
        min(lost[sound] * (_LAST if place == last else 1), _NEAR)
        for place, sound in enumerate(name)
        if sound not in _VOWELS
    )
    left = (1 - least) * _weight(name) + _ROUNDING
    missing = sum(cost <= left for cost in itertools.accumulate(costs))
    return max(len(costs) - missing, math.ceil(_SHARED * len(costs)))


@functools.lru_cache(maxsize=_MOST_REMEMBERED)
def sounds_mask(word: str) -> int:
    """The sounds of a word as a bit mask."""
    return functools.reduce(int.__or__, (1 << _SOUNDS.index(sound) for sound in word), 0)


@functools.lru_cache(maxsize=_MOST_REMEMBERED)
def sounds_around(word: str) -> int:
    """The sounds that may be written for those of a word, as a bit mask to go with `consonants`."""
    mask = functools.reduce(int.__or__, map(sounds_near, word), 0)
    return sum(mask << (layer * len(_SOUNDS)) for layer in range(_LAYERS))


def sounds_near(sound: str) -> int:
    """The sounds that may be written for a sound, as a bit mask."""
    return _near()[sound]


@functools.cache
def _near() -> Mapping[str, int]:
    """By sound, those that may be written for it."""
    return {
        one: sounds_mask("".join(other for other, cost in others.items() if cost < _NEAR))
        for one, others in _sounds().apart.items()
    }


@functools.lru_cache(maxsize=_MOST_REMEMBERED)
def likeness_inside(name: str, word: str, least: float = _HOPELESS) -> float:
    """The same where the word may be a compound with the name in it."""
    if len(name) < _COMPOUND or len(word) < len(name) + 2:
        return 0.0
    if word.startswith(name):
        return 0.9
    apart = _sounds().apart[name[0]]
    starts = [at for at in range(2, len(word) - len(name) + 2) if apart[word[at]] < 0.3]
    return max((likeness(name, word[at:], least + _INSIDE) for at in starts), default=0.0) - _INSIDE


def is_slip(letter: str, other: str, *, vowels: bool) -> bool:
    """Whether nobody writes one letter for the other but by mistake; with `vowels` also two that differ.

    >>> is_slip("t", "n", vowels=True), is_slip("c", "k", vowels=True), is_slip("a", "o", vowels=False)
    (True, False, False)
    """
    one, two = skeleton(letter), skeleton(other)
    if not one or not two:
        return True
    if one in _VOWELS and two in _VOWELS:
        return vowels and one != two
    return _sounds().apart[one[0]][two[0]] >= _MISWRITTEN


@functools.lru_cache(maxsize=_MOST_REMEMBERED)
def has_slip(name: str, word: str) -> bool:
    """Whether one wrong sound in a word hides that it is the name.

    >>> has_slip(skeleton("Trudell"), skeleton("Трунелл")), has_slip(skeleton("Trudell"), skeleton("Труделл"))
    (True, False)
    """
    if len(name) < _SHORTEST_SLIP:
        return False
    as_written = likeness(name, word)
    if as_written + _GAIN > 1:
        return False
    apart = _sounds().apart
    for at, sound in enumerate(word[: len(name) + 2]):
        for place in range(max(at - 1, 0), min(at + 2, len(name) - 2)):  # an ending changes the last two sounds
            if apart[name[place]][sound] >= _SLIP:
                mended = likeness(name, word[:at] + name[place] + word[at + 1 :])
                if mended >= max(_MENDED, as_written + _GAIN):
                    return True
    return False


def _distance(name: str, word: str, sounds: _Sounds, most: float) -> float:
    """What it costs to read a name as a word that may have an ending."""
    lost = sounds.lost
    costs = [lost[sound] for sound in word]
    row = [0.0]
    for cost in costs:
        row.append(row[-1] + cost)
    last = len(name) - 1
    for place, sound in enumerate(name):
        apart = sounds.apart[sound]
        drop = lost[sound] * (_LAST if place == last else 1)
        before = row
        left = least = before[0] + drop
        row = [left]
        add = row.append
        # Comparisons instead of min(): this is where following names takes its time.
        for diagonal, above, other, cost in zip(before, before[1:], word, costs, strict=False):
            left += cost
            taken = diagonal + apart[other]
            if taken < left:  # noqa: PLR1730
                left = taken
            dropped = above + drop
            if dropped < left:  # noqa: PLR1730
                left = dropped
            if left < least:  # noqa: PLR1730
                least = left
            add(left)
        if least > most:
            return most + _APART
    return _with_ending(row, len(word))


def _with_ending(row: list[float], length: int) -> float:
    """The least cost where what is left of the word is its ending."""
    best = row[-1]
    for at in range(length):
        tail = length - at
        cost = row[at] + _TAIL * tail + 0.25 * max(tail - _LONGEST_ENDING, 0)
        best = min(best, cost)
    return best
