"""Independent sources of number words and dates, read back: num2words, and CLDR's date formats through Babel."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pytest
from babel.dates import format_date
from num2words import num2words

from termkit.model import Date, Kind, Locale, Mention, Number, Text
from termkit.recognise.facts import recognise_facts

_SAMPLE = sorted(random.Random(2022).sample(range(201, 1_000_000), 500))
_ROUND = [*range(1_000_000, 22_000_000, 1_000_000), 100_000_000, 250_000_000, 10**9, 2 * 10**9, 21 * 10**9]
CARDINALS = [*range(201), *_SAMPLE, *_ROUND]
ORDINALS = [
    *range(1, 201),
    *range(211, 1000, 100),
    *range(300, 1001, 100),
    2000,
    5000,
    21_000,
    100_000,
    1_000_000,
    2_000_000,
]


class Oracle(NamedTuple):
    """Number words of one kind that num2words writes.

    `wrong` matches those that are no words of the language: they are left out, with the reason in a comment.
    `known` matches those that are not read yet, by the reason why.
    """

    locale: str
    to: str
    options: Mapping[str, str] = {}
    wrong: str = "$^"
    known: Mapping[str, str] = {}

    @property
    def name(self) -> str:
        return "-".join([self.locale, self.to, *self.options.values()])

    def words(self) -> list[tuple[int, str]]:
        values = CARDINALS if self.to == "cardinal" else ORDINALS
        written = [(value, num2words(value, lang=self.locale, to=self.to, **self.options)) for value in values]
        return [(value, words) for value, words in written if not re.search(self.wrong, words)]


_RU_CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")

ORACLES = [
    Oracle("uk", "cardinal"),
    Oracle("uk", "cardinal", {"gender": "feminine"}),
    # двохсот and so on, ста, дев'яноста: num2words has forms that no grammar has.
    Oracle("uk", "cardinal", {"case": "genitive"}, wrong="(двох|трьох|ьох|и)ста"),
    Oracle("uk", "cardinal", {"case": "dative"}),
    Oracle("uk", "cardinal", {"case": "accusative"}),
    Oracle("uk", "cardinal", {"case": "instrumental"}, wrong="дев'яностами|^стами| стами"),
    Oracle("uk", "cardinal", {"case": "locative"}, wrong=r"\bстах\b"),
    Oracle("uk", "ordinal"),
    *(Oracle("ru", "cardinal", {"case": case}) for case in _RU_CASES),
    *(Oracle("ru", "cardinal", {"gender": gender}) for gender in ("feminine", "neuter")),
    *(
        Oracle("ru", "ordinal", {"case": case, "gender": gender})
        for case in _RU_CASES
        for gender in ("masculine", "feminine", "neuter")
    ),
    Oracle("pl", "cardinal"),
    Oracle("pl", "ordinal", known={"two ordinals that multiply a scale in one word": "pierwszytysięczny"}),
    Oracle("cs", "cardinal"),
    Oracle("de", "cardinal"),
    Oracle("de", "ordinal"),
    Oracle("fr", "cardinal"),
    Oracle(
        "fr",
        "ordinal",
        wrong="sième$(?<!deuxième)(?<!troisième)",  # quatre-vingtsième, deux centsième
    ),
    Oracle("es", "cardinal"),
    Oracle(
        "es",
        "ordinal",
        # Forms that the academy does not have: décimoprimero, quadragésimo, octigentésimo, dosmilésimo.
        wrong="décimo[ps]|qua|cuadrig|tigent|(dos|cinco|uno|cien)mi|dosmillon",
        known={"an ordinal of three ordinals is read as two": "centésimo décimo"},
    ),
    Oracle("en", "cardinal"),
    Oracle(
        "en",
        "ordinal",
        known={
            "hundredth, thousandth, millionth do not multiply": "(hundred|thousand|million)th",
        },
    ),
]


def _is_read(value: int, words: str, locale: str) -> bool:
    mentions = [m for m in recognise_facts(Text(words, Locale(locale))) if m.kind is not Kind.UNIT]
    return len(mentions) == 1 and mentions[0].text == words and _value(mentions[0]) == value


def _value(mention: Mention) -> int | None:
    return int(mention.value.readings[0]) if isinstance(mention.value, Number) else None


def _unread(oracle: Oracle, words: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    return [(value, written) for value, written in words if not _is_read(value, written, oracle.locale)]


@pytest.mark.parametrize("oracle", [pytest.param(oracle, id=oracle.name) for oracle in ORACLES])
def test_number_words_are_read_back(oracle: Oracle) -> None:
    pattern = "|".join(oracle.known.values()) or "$^"
    assert _unread(oracle, [row for row in oracle.words() if not re.search(pattern, row[1])]) == []


@pytest.mark.parametrize(
    ("oracle", "pattern"),
    [
        pytest.param(oracle, pattern, id=f"{oracle.name}-{number}", marks=pytest.mark.xfail(reason=reason, strict=True))
        for oracle in ORACLES
        for number, (reason, pattern) in enumerate(oracle.known.items())
    ],
)
def test_number_words_that_are_not_read_yet(oracle: Oracle, pattern: str) -> None:
    assert _unread(oracle, [row for row in oracle.words() if re.search(pattern, row[1])]) == []


LOCALES = ("cs", "de", "en", "es", "fr", "pl", "ru", "uk")
_DAYS = (1, 5, 23)
_YEARS = (2022, 2025)


@pytest.mark.parametrize(
    ("locale", "style", "month"),
    [
        pytest.param(
            locale,
            style,
            month,
            id=f"{locale}-{style}-{month}",
        )
        for locale in LOCALES
        for style in ("full", "long", "medium", "short")
        for month in range(1, 13)
    ],
)
def test_dates_of_cldr_are_read_back(locale: str, style: str, month: int) -> None:
    for date in (datetime.date(year, month, day) for year in _YEARS for day in _DAYS):
        text = format_date(date, style, locale=locale)
        found = [mention.value for mention in recognise_facts(Text(text, Locale(locale)))]
        weekday = date.weekday() if style == "full" else None
        ambiguous = locale != "de" and style == "short" and "/" in text and date.day <= 12
        assert found == [Date(date.year, date.month, date.day, weekday, ambiguous)], text
