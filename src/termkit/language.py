"""What termkit knows of a language: CLDR through Babel, and our own `languages/<tag>.yaml`.

A language file holds what CLDR lacks: number words in their cases, month and weekday names in theirs,
and examples, which are its tests. A locale without a file still has CLDR's digits, separators, month
and weekday names.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import yaml

from .language_countries import CountryData, read_countries
from .language_facts import DATE_KEYS, NUMBER_KEYS, NumberData, expand, read_facts
from .language_names import NameData, read_names
from .model import Locale
from .yaml_data import read_yaml

__all__ = [
    "DetectData",
    "LanguageData",
    "LanguageError",
    "has_data",
    "languages_with_clues",
    "languages_with_data",
    "load_language",
]


_Data = TypeVar("_Data")


class LanguageError(ValueError):
    """A language file is wrong; the message says which and where."""


@dataclass(frozen=True, slots=True)
class DetectData:
    """What gives a language away: letters that its neighbours have not, and its most frequent words.

    Empty where the language has no file of its own.
    """

    letters: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True)
class LanguageData:
    """Everything that is known of one language, each part read when it is asked for.

    `tag` is that of the language's file, None where it has none, and `sections` hold the file as it was written.
    """

    locale: Locale
    tag: str | None
    sections: Mapping[str, Any] = field(repr=False)

    @functools.cached_property
    def numbers(self) -> NumberData:
        """How the language writes numbers and dates."""
        return self._read(lambda: read_facts(self.locale, self.tag, self.sections))

    @functools.cached_property
    def names(self) -> NameData:
        """What the language does to names."""
        return self._read(lambda: read_names(self.sections.get("names", {})))

    @functools.cached_property
    def countries(self) -> CountryData:
        """What the language calls countries; empty where its file does not say."""
        return self._read(lambda: read_countries(self.sections.get("countries", {})))

    @functools.cached_property
    def detect(self) -> DetectData:
        """What gives the language away."""
        section = self.sections.get("detect", {})
        return DetectData(*(frozenset(expand(section.get(key, ""), {})) for key in ("letters", "words")))

    def _read(self, read: Callable[[], _Data]) -> _Data:
        try:
            return read()
        except ValueError as error:
            raise LanguageError(f"languages/{self.tag}.yaml: {error}") from error


# The sections of a file, with the keys of those whose keys are fixed here.
_SECTION_KEYS: Mapping[str, Collection[str] | None] = {
    "language": None,
    "sources": None,
    "numbers": NUMBER_KEYS,
    "units": None,
    "money": None,
    "dates": DATE_KEYS,
    "detect": ("letters", "words"),
    "names": None,
    "countries": None,
    "examples": None,
}
_SECTION = re.compile(r"^(\w+):", re.MULTILINE)


@functools.cache
def languages_with_data() -> frozenset[str]:
    """The tags of the languages that have a file of their own."""
    folder = importlib.resources.files("termkit") / "languages"
    return frozenset(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml"))


@functools.cache
def languages_with_clues() -> frozenset[str]:
    """The tags of the languages whose files say what gives them away."""
    return frozenset(tag for tag in languages_with_data() if "detect" in load_language(Locale(tag)).sections)


@functools.cache
def load_language(locale: Locale) -> LanguageData:
    """What is known of a locale's language; the language's file serves all its locales.

    >>> [(lexeme.sort, lexeme.value) for lexeme in load_language(Locale("uk")).numbers.words["сорока"]]
    [('cardinal', Decimal('40'))]
    """
    tag = _file_tag(locale)
    return LanguageData(locale, tag, _Sections(tag) if tag else {})


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


class _Sections(Mapping[str, Any]):
    """The sections of a language's file, each parsed when it is asked for: most of a file is examples.

    A section begins with its name at the beginning of a line, and ends where the next one begins.
    """

    def __init__(self, tag: str) -> None:
        self._name = f"languages/{tag}.yaml"
        text = (importlib.resources.files("termkit") / "languages" / f"{tag}.yaml").read_text("utf-8")
        starts = [*_SECTION.finditer(text)]
        ends = [*(match.start() for match in starts[1:]), len(text)]
        self._written = {match[1]: text[match.start() : end] for match, end in zip(starts, ends, strict=True)}
        self._parsed: dict[str, Any] = {}
        _refuse_unknown(self._name, self._written, _SECTION_KEYS)

    def __getitem__(self, name: str) -> Any:
        if name not in self._parsed:
            self._parsed[name] = self._parse(name, self._written[name])
        return self._parsed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)

    def _parse(self, name: str, written: str) -> Any:
        try:
            section = read_yaml(written)[name]
        except yaml.YAMLError as error:
            raise LanguageError(f"{self._name}: {error}") from error
        known = _SECTION_KEYS[name]
        if known is not None:
            _refuse_unknown(f"{self._name}: {name}", section, known)
        return section


def _refuse_unknown(where: str, data: Iterable[str], known: Collection[str]) -> None:
    for key in data:
        if key not in known:
            raise LanguageError(f"{where}: unknown key {key!r}; known are {', '.join(sorted(known))}")
