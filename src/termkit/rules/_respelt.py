"""Whether two words are forms of one name, or the name spelt in two ways."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator

from termkit.model import Span
from termkit.slips import shared_letters

_ENDING = 3  # letters that two forms of a word differ in at their ends
_STEM = 3  # letters that two forms of a word share at least
_CHANGED = 2  # letters at most that one spelling has for as many of the other
_ALIKE = 2  # letters behind a difference of one letter in which two spellings agree, so that it is no ending
_MORE_ALIKE = 3  # the same behind a difference of more, or in the first letter


@functools.lru_cache(maxsize=4096)
def is_form(one: str, other: str) -> bool:
    """Whether two words in lower case may be forms of one word: they differ in their endings at most.

    >>> is_form("федусюк", "федусюкові"), is_form("федусюк", "федосюка")
    (True, False)
    """
    one, other = _plain(one), _plain(other)
    shorter, shared = min(len(one), len(other)), shared_letters(one, other)
    return one == other or (shared >= _STEM and shared >= shorter - _ENDING)


@functools.lru_cache(maxsize=4096)
def is_respelt(one: str, other: str) -> bool:
    """Whether two words in lower case differ in a letter or two, and not in their endings alone.

    Signs on letters do not count, for some are optional (ё), and some move with the ending.

    >>> is_respelt("федусюк", "федосюка"), is_respelt("молінарі", "моллінарі"), is_respelt("уейда", "вейд")
    (True, True, True)
    >>> is_respelt("федусюк", "федусюкові"), is_respelt("київ", "києва"), is_respelt("пекинг", "кине")
    (False, False, False)
    """
    one, other = _plain(one), _plain(other)
    at = shared_letters(one, other)
    if at == min(len(one), len(other)) or _is_prefixed(one, other, at):
        return False
    for gone, new in itertools.product(range(_CHANGED + 1), repeat=2):
        alike = _ALIKE if at and max(gone, new) == 1 else _MORE_ALIKE
        cut = not at and abs(gone - new) > 1  # Пекинг is not Кине
        if (gone or new) and not cut and _end_alike(one[at + gone :], other[at + new :], alike):
            return True
    return False


def places(words: Iterable[str], string: str) -> Iterator[Span]:
    """Where words stand in a text, in whatever letter case.

    >>> list(places(["вейда", "вейд"], "Вейд зустрів Вейда"))
    [Span(start=0, end=4), Span(start=13, end=18)]
    """
    either = "|".join(map(re.escape, words))
    return (Span(*place.span()) for place in re.finditer(rf"\b(?:{either})\b", string, re.IGNORECASE))


def _is_prefixed(one: str, other: str, at: int) -> bool:
    """Whether what differs may be a preposition: languages without letter case write them to the word."""
    return one[0] == one[0].upper() and (at == 0 or one.endswith(other) or other.endswith(one))


def _end_alike(one: str, other: str, alike: int) -> bool:
    shared = shared_letters(one, other)
    return shared >= alike and max(len(one), len(other)) - shared <= _ENDING


def _plain(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
