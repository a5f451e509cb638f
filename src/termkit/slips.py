"""Slips of the pen: where one word is another with a letter wrong."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["plain", "shared_letters", "slip"]

_SHORTEST = 5
_ENDING = 3
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN_IN_CYRILLIC = str.maketrans("aeopcxyij", "аеорсхуіј")


def plain(word: str) -> str:
    """A word without the signs on its letters, and Cyrillic throughout where it only looks so.

    >>> plain("Čeizler"), plain("Руaнда") == "Руанда"
    ('Ceizler', True)
    """
    if 2 * len(_CYRILLIC.findall(word)) > len(word):
        word = word.translate(_LATIN_IN_CYRILLIC)
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


def shared_letters(one: str, other: str) -> int:
    """How many letters two words share at their beginning.

    >>> shared_letters("Маріуполь", "Маріуполя")
    8
    """
    shorter = min(len(one), len(other))
    return next((n for n in range(shorter) if one[n] != other[n]), shorter)


def slip(usual: str, form: str) -> int | None:
    """Where a form has one letter other, more, less or swapped than another form, its ending left alone.

    >>> slip("сімпсона", "сімплоном"), slip("сімпсона", "сімпсоном"), slip("widodo", "wididi")
    (4, None, None)
    """
    shorter = min(len(usual), len(form))
    at = shared_letters(usual, form)
    if shorter < _SHORTEST or at >= shorter - 1:
        return None
    rests = [(usual[at + 1 :], form[at + 1 :]), (usual[at:], form[at + 1 :]), (usual[at + 1 :], form[at:])]
    if usual[at : at + 2] == form[at : at + 2][::-1]:
        rests.append((usual[at + 2 :], form[at + 2 :]))
    return at if any(_differ_in_ending(one, other) for one, other in rests) else None


def _differ_in_ending(one: str, other: str) -> bool:
    shared = shared_letters(one, other)
    return shared > 1 and max(len(one), len(other)) - shared <= _ENDING
