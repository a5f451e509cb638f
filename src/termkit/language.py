"""What termkit knows of a language: CLDR through Babel, and our own `languages/<tag>.yaml`.

A language file holds what CLDR lacks: number words in their cases, month and weekday names in theirs,
and examples, which are its tests. A locale without a file still has CLDR's digits, separators, month
and weekday names.
"""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Any

import yaml

from .language_facts import DATE_KEYS, NUMBER_KEYS, NumberData, expand, read_facts
from .language_names import NameData, read_names
from .model import Locale
from .yaml_data import read_yaml

__all__ = [
    "DetectData",
    "LanguageData",
    "LanguageError",
    "has_data",
    "languages_with_data",
    "load_language",
]


class LanguageError(ValueError):
    """A language file is wrong; the message says which and where."""


@dataclass(frozen=True, slots=True)
class DetectData:
    """What gives a language away: letters that its neighbours have not, and its most frequent words.

    Empty where the language has no file of its own.
    """

    letters: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class LanguageData:
    """Everything that is known of one language. `sections` holds the file as it was written."""

    locale: Locale
    numbers: NumberData
    detect: DetectData
    sections: Mapping[str, Any]
    names: NameData = field(default_factory=NameData)


_SECTIONS = {"language", "sources", "numbers", "units", "money", "dates", "detect", "names", "examples"}
_DETECT_KEYS = {"letters", "words"}


@functools.cache
def languages_with_data() -> frozenset[str]:
    """The tags of the languages that have a file of their own."""
    folder = importlib.resources.files("termkit") / "languages"
    return frozenset(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml"))


@functools.cache
def load_language(locale: Locale) -> LanguageData:
    """What is known of a locale's language; the language's file serves all its locales.

    >>> [(lexeme.sort, lexeme.value) for lexeme in load_language(Locale("uk")).numbers.words["сорока"]]
    [('cardinal', Decimal('40'))]
    """
    tag = _file_tag(locale)
    sections = _read_file(tag) if tag else {}
    try:
        numbers, names = read_facts(locale, tag, sections), read_names(sections.get("names", {}))
    except ValueError as error:
        raise LanguageError(f"languages/{tag}.yaml: {error}") from error
    return LanguageData(locale, numbers, _detect(sections.get("detect", {})), sections, names)


def has_data(locale: Locale) -> bool:
    """Whether the number words, months and weekdays of a locale's language are known.

    >>> has_data(Locale("de-AT")), has_data(Locale("sw"))
    (True, False)
    """
    return "numbers" in load_language(locale).sections


def _file_tag(locale: str) -> str | None:
    for tag in (locale, locale.split("-", maxsplit=1)[0]):
        if tag in languages_with_data():
            return tag
    return None


def _read_file(tag: str) -> dict[str, Any]:
    name = f"languages/{tag}.yaml"
    text = (importlib.resources.files("termkit") / "languages" / f"{tag}.yaml").read_text("utf-8")
    try:
        data = read_yaml(text)
    except yaml.YAMLError as error:
        raise LanguageError(f"{name}: {error}") from error
    _refuse_unknown(name, data, _SECTIONS)
    _refuse_unknown(f"{name}: numbers", data.get("numbers", {}), NUMBER_KEYS)
    _refuse_unknown(f"{name}: dates", data.get("dates", {}), DATE_KEYS)
    _refuse_unknown(f"{name}: detect", data.get("detect", {}), _DETECT_KEYS)
    return dict(data)


def _refuse_unknown(where: str, data: Mapping[str, Any], known: Set[str]) -> None:
    for key in data:
        if key not in known:
            raise LanguageError(f"{where}: unknown key {key!r}; known are {', '.join(sorted(known))}")


def _detect(section: Mapping[str, str]) -> DetectData:
    letters, words = section.get("letters", ""), section.get("words", "")
    return DetectData(frozenset(expand(letters, {})), frozenset(expand(words, {})))
