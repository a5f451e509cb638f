"""The section ``countries:`` of a language's file: what a language calls countries, their people and what is theirs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from .folding import fold_string

__all__ = ["HEAD", "CountryData", "CountryWord", "WordPart", "read_countries"]

HEAD = 2
"""How many letters words for countries are looked up by."""

_CODE = re.compile("[A-Z]{2}")
_NONE = "-"
_EXAMPLES = "examples"
_PREFIX = "*"
_JOINT = re.compile(r"[_' -]")


class WordPart(NamedTuple):
    """A word or, with `is_prefix`, what words begin with."""

    text: str
    is_prefix: bool

    def fits(self, word: str) -> bool:
        """Whether a word of a text is this one; one in capitals stands as it is, and one that has a capital needs one.

        >>> [WordPart("Pole", False).fits(word) for word in ("Pole", "pole", "Poles")]
        [True, False, False]
        >>> WordPart("polsk", True).fits("Polskie"), WordPart("US", False).fits("us"), WordPart("US", False).fits("Us")
        (True, False, False)
        """
        if self.text[1:].isupper():
            return word == self.text
        if self.text[0].isupper() and not word[0].isupper():
            return False
        word, text = word.lower(), self.text.lower()
        return word.startswith(text) if self.is_prefix else word == text


class CountryWord(NamedTuple):
    """A word or phrase for a country, and its code; None for what is none: Latin America."""

    parts: tuple[WordPart, ...]
    code: str | None


CountryData = Mapping[str, tuple[CountryWord, ...]]
"""The words for countries by the first letters of the first word, in small letters, phrases first."""


def read_countries(section: Mapping[str, Any]) -> CountryData:
    """The section ``countries:`` of a language's file; ValueError says what is wrong with it.

    >>> read_countries({"US": "US Vereinigt*_Staaten"})["us"]
    (CountryWord(parts=(WordPart(text='US', is_prefix=False),), code='US'),)
    """
    found = defaultdict(list)
    for code, words in section.items():
        if code == _EXAMPLES:
            continue
        if code != _NONE and not _CODE.fullmatch(code):
            raise ValueError(f"`{code}` under countries: is no country: write its code of ISO 3166-1, or -")
        for word in words.split():
            parts = tuple(_part(part) for part in _JOINT.split(fold_string(word)))
            found[parts[0].text[:HEAD].lower()].append(CountryWord(parts, None if code == _NONE else code))
    return {head: tuple(sorted(words, key=_length, reverse=True)) for head, words in found.items()}


def _part(written: str) -> WordPart:
    return WordPart(written.removesuffix(_PREFIX), written.endswith(_PREFIX))


def _length(word: CountryWord) -> tuple[int, int]:
    return len(word.parts), max(len(part.text) for part in word.parts)
