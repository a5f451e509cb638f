"""What termkit knows of a language: CLDR through Babel, and our own `languages/<tag>.yaml`.

A language file holds what CLDR lacks: number words in their cases, month and weekday names in theirs,
and examples, which are its tests. A locale without a file still has CLDR's digits, separators, month
and weekday names.
"""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

import yaml
from babel import Locale as CldrLocale
from babel.core import UnknownLocaleError
from babel.numbers import get_decimal_symbol, get_group_symbol

from .folding import fold_string
from .language_names import NameData, read_names
from .model import Locale
from .yaml_data import read_yaml

__all__ = [
    "DetectData",
    "LanguageData",
    "LanguageError",
    "Lexeme",
    "NumberData",
    "Unit",
    "has_data",
    "languages_with_data",
    "load_language",
    "load_units",
]


class LanguageError(ValueError):
    """A language file is wrong; the message says which and where."""


class Lexeme(NamedTuple):
    """One reading of a word: its sort and its value.

    Sorts: cardinal, ordinal, fraction, hundred (multiplies what stands before it), scale, multiple,
    article (a word for one that is also an article or a pronoun), month, weekday, unit (with the name of
    the `unit`), and the marks am, pm, hour. `capital` says that only the capitalised word counts ("May"); `beside`
    that it counts only beside a number or behind one of the language's `date_prepositions` ("march");
    `abbreviated` that it counts only beside a number, or there with a point behind it ("Sept.");
    `loose` that the word may stand for the value and need not ("Oktoberfest").
    """

    sort: str
    value: Decimal
    capital: bool = False
    beside: bool = False
    abbreviated: bool = False
    loose: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class NumberData:
    """How a language writes numbers and dates.

    `words` is keyed by the folded, lower-case word. `compounds` are prefixes that count what follows
    in the same word (``семи`` + ``тижнев``…), only before one of `compound_stems`.
    """

    words: Mapping[str, tuple[Lexeme, ...]]
    connectors: frozenset[str] = frozenset()
    agglutinated: bool = False
    inverted: str | None = None
    vigesimal: bool = False
    compounds: Mapping[str, Decimal] = field(default_factory=dict)
    compound_stems: tuple[str, ...] = ()
    decimal: str = "."
    group: str = ","
    month_first: bool = False
    date_prepositions: frozenset[str] = frozenset()
    decade_suffixes: frozenset[str] = frozenset()
    scale_suffixes: Mapping[str, Decimal] = field(default_factory=dict)
    roman_suffixes: frozenset[str] = frozenset()
    not_behind: frozenset[str] = frozenset()


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


_SECTIONS = {"language", "sources", "numbers", "units", "dates", "detect", "names", "examples"}
_NUMBER_KEYS = {
    "endings", "cardinal", "ordinal", "fraction", "hundred", "scale", "multiple", "article", "connectors",
    "agglutinated", "inverted", "vigesimal", "compounds", "compound-stems", "decade-suffixes", "scale-suffixes",
    "roman-suffixes", "not-behind",
}  # fmt: skip
_DATE_KEYS = {
    "endings",
    "months",
    "weekdays",
    "capital",
    "lowercase",
    "beside",
    "abbreviations",
    "before",
    "am",
    "pm",
    "hour",
    "month-first",
}
_DETECT_KEYS = {"letters", "words"}
_WORD_SORTS = ("cardinal", "ordinal", "fraction", "hundred", "scale", "multiple", "article")


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
    numbers, detect = _numbers(locale, sections), _detect(sections.get("detect", {}))
    return LanguageData(locale, numbers, detect, sections, _names(tag, sections))


def _names(tag: str | None, sections: Mapping[str, Any]) -> NameData:
    try:
        return read_names(sections.get("names", {}))
    except ValueError as error:
        raise LanguageError(f"languages/{tag}.yaml: names: {error}") from error


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its dimension, the factor to the SI unit, and what is taken off before it is applied."""

    dimension: str
    factor: Decimal
    offset: Decimal | None = None


@functools.cache
def load_units() -> Mapping[str, Unit]:
    """The units that translators convert, by name.

    >>> load_units()["mile"].factor
    Decimal('1609.344')
    """
    text = (importlib.resources.files("termkit") / "units.yaml").read_text("utf-8")
    rows = read_yaml(text)
    return {
        name: Unit(row["dimension"], Decimal(row["factor"]), Decimal(row["offset"]) if "offset" in row else None)
        for name, row in rows.items()
    }


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
    _refuse_unknown(f"{name}: numbers", data.get("numbers", {}), _NUMBER_KEYS)
    _refuse_unknown(f"{name}: dates", data.get("dates", {}), _DATE_KEYS)
    _refuse_unknown(f"{name}: detect", data.get("detect", {}), _DETECT_KEYS)
    return dict(data)


def _refuse_unknown(where: str, data: Mapping[str, Any], known: set[str]) -> None:
    for key in data:
        if key not in known:
            raise LanguageError(f"{where}: unknown key {key!r}; known are {', '.join(sorted(known))}")


def _expand(words: str, endings: Mapping[str, str]) -> Iterator[str]:
    """The words of a list; ``stem~set`` stands for the stem with every ending of the set.

    ``-`` in a set is the empty ending.
    """
    for word in words.split():
        stem, tilde, name = word.partition("~")
        if not tilde:
            yield fold_string(word).lower()
            continue
        for ending in endings[name].split():
            yield fold_string(stem + ending.strip("-")).lower()


def _numbers(locale: Locale, sections: Mapping[str, Any]) -> NumberData:
    numbers, dates = sections.get("numbers", {}), sections.get("dates", {})
    words: dict[str, tuple[Lexeme, ...]] = {}
    unit_words = _unit_words(sections.get("units", {}))
    for word, lexeme in (*_number_words(numbers), *_date_words(locale, dates), *unit_words):
        if lexeme not in words.get(word, ()):
            words[word] = (*words.get(word, ()), lexeme)
    decimal, group = _separators(locale)
    return NumberData(
        words=words,
        connectors=frozenset(numbers.get("connectors", "").split()),
        agglutinated=numbers.get("agglutinated") == "true",
        inverted=numbers.get("inverted"),
        vigesimal=numbers.get("vigesimal") == "true",
        compounds={
            prefix: Decimal(value)
            for value, prefixes in numbers.get("compounds", {}).items()
            for prefix in _expand(prefixes, {})
        },
        compound_stems=tuple(_expand(numbers.get("compound-stems", ""), {})),
        decimal=decimal,
        group=group,
        month_first=dates.get("month-first") == "true",
        date_prepositions=frozenset(dates.get("before", "").split()),
        decade_suffixes=frozenset(_expand(numbers.get("decade-suffixes", ""), {})),
        not_behind=frozenset(numbers.get("not-behind", "").split()),
        roman_suffixes=frozenset(numbers.get("roman-suffixes", "").split()),
        scale_suffixes={
            suffix: Decimal(value)
            for value, suffixes in numbers.get("scale-suffixes", {}).items()
            for suffix in _expand(suffixes, {})
        },
    )


def _detect(section: Mapping[str, str]) -> DetectData:
    letters, words = section.get("letters", ""), section.get("words", "")
    return DetectData(frozenset(_expand(letters, {})), frozenset(_expand(words, {})))


def _number_words(numbers: Mapping[str, Any]) -> Iterator[tuple[str, Lexeme]]:
    for sort in _WORD_SORTS:
        for value, words in numbers.get(sort, {}).items():
            for word in _expand(words, numbers.get("endings", {})):
                yield word, Lexeme(sort, _value(value))


def _unit_words(units: Mapping[str, Any]) -> Iterator[tuple[str, Lexeme]]:
    for name, words in units.items():
        if name == "endings":
            continue
        if name not in load_units():
            raise LanguageError(f"units: unknown unit {name!r}; known are {', '.join(sorted(load_units()))}")
        for word in _expand(words, units.get("endings", {})):
            yield word, Lexeme("unit", Decimal(1), unit=name)


def _value(text: str) -> Decimal:
    """The value of a row's key: a decimal, or a fraction such as 2/3."""
    above, slash, below = text.partition("/")
    return Decimal(above) / Decimal(below) if slash else Decimal(above)


def _date_words(locale: Locale, dates: Mapping[str, Any]) -> Iterator[tuple[str, Lexeme]]:
    capital = dates.get("capital") == "true"
    small, beside, short = (
        frozenset(_expand(dates.get(key, ""), dates.get("endings", {})))
        for key in ("lowercase", "beside", "abbreviations")
    )
    for sort, key in (("month", "months"), ("weekday", "weekdays")):
        for value, words in dates.get(key, {}).items():
            for word in _expand(words, dates.get("endings", {})):
                capitalised = capital and word not in small
                yield word, Lexeme(sort, Decimal(value), capitalised, word in beside, abbreviated=word in short)
    for sort, value, word in _cldr_names(locale):
        yield word, Lexeme(sort, Decimal(value), capital, word in beside)
    for mark in ("am", "pm", "hour"):
        for word in _expand(dates.get(mark, ""), {}):
            yield word, Lexeme(mark, Decimal(0))


def _cldr(locale: str) -> CldrLocale | None:
    try:
        return CldrLocale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _cldr_names(locale: Locale) -> Iterable[tuple[str, int, str]]:
    """CLDR's full month and weekday names, as (sort, value, word); only those that are one word."""
    cldr = _cldr(locale)
    if cldr is None:
        return
    for sort, table in (("month", cldr.months), ("weekday", cldr.days)):
        for style in ("format", "stand-alone"):
            for value, name in table[style]["wide"].items():
                word = fold_string(name).lower()
                if word.replace("-", "").replace("'", "").isalpha():
                    yield sort, value, word


def _separators(locale: Locale) -> tuple[str, str]:
    """The decimal and the grouping separator of a locale, folded; point and comma where CLDR has none."""
    cldr = _cldr(locale)
    if cldr is None:
        return ".", ","
    return get_decimal_symbol(cldr), fold_string(get_group_symbol(cldr))
