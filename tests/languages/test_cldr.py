"""Every language reads back what CLDR writes in it: dates in words, and numbers spelled out."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from babel.dates import format_date
from unicode_rbnf import RbnfEngine

from termkit.language import has_data, languages_with_data
from termkit.model import Date, Kind, Locale, Number, Text
from termkit.recognise.facts import recognise_facts

from .spellout import LANGUAGES

TAGS = sorted(filter(has_data, map(Locale, languages_with_data())))
NUMBERS = [
    *range(2, 100),
    *range(100, 1000, 37),
    1000,
    1500,
    2023,
    9999,
    12_345,
    100_000,
    654_321,
    1_000_000,
    7_000_000,
]
# What is not read, and why.
DATES_NOT_READ = {
    ("he", "medium"): "months of CLDR's medium style in Hebrew carry their preposition and a mark",
    ("hi", "medium"): "abbreviations that end in the Devanagari sign ॰",
    ("it", "medium"): "“set” is a set of tennis, and no month without its point",
    ("ka", "medium"): "“იან.” is the ending of years too",
}
NUMBERS_NOT_READ = {
    "ar": "a few numerals of two words before a thousand",
    "el": "CLDR writes «χίλιάδες»",
    "is": "CLDR writes “sjó” for seven, which is the sea",
    "ko": "numerals in Chinese characters of one syllable are other words",
    "lt": "a wrong rule of CLDR",
    "sl": "CLDR writes “šesto” for six hundred, which is the sixth",
    "vi": "numerals that are words of time too",
}


def _facts(text: str, tag: str) -> list[object]:
    mentions = recognise_facts(Text(text, Locale(tag)))
    return [mention.value for mention in mentions if mention.kind is not Kind.UNIT]


@pytest.mark.parametrize(
    ("tag", "style"),
    [
        pytest.param(tag, style, marks=pytest.mark.xfail(reason=DATES_NOT_READ[tag, style]))
        if (tag, style) in DATES_NOT_READ
        else (tag, style)
        for tag in TAGS
        for style in ("full", "long", "medium")
    ],
)
def test_dates_are_read_back(tag: str, style: str) -> None:
    wrong = []
    for date in (datetime.date(2022, month, day) for month in range(1, 13) for day in (1, 9, 23, 28)):
        text = format_date(date, style, locale=tag)
        weekday = date.weekday() if style == "full" else None
        found = [replace(value, ambiguous=False) for value in _facts(text, tag) if isinstance(value, Date)]
        if found != [Date(date.year, date.month, date.day, weekday)]:
            wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize(
    "tag",
    [
        pytest.param(tag, marks=pytest.mark.xfail(reason=NUMBERS_NOT_READ[tag])) if tag in NUMBERS_NOT_READ else tag
        for tag in TAGS
    ],
)
def test_numbers_are_read_back(tag: str) -> None:
    engine = RbnfEngine.for_language(LANGUAGES[tag])
    wrong = []
    for number in NUMBERS:
        text = engine.format_number(number, ruleset_names=["spellout-numbering"]).text
        found = _facts(text, tag)
        if not (len(found) == 1 and isinstance(found[0], Number) and number in found[0].readings):
            wrong.append((number, text))
    assert wrong == []
