"""The examples in the language files are their tests: each pins all facts of a text, or that it has none.

The facts of an example are written in order, with `;` between them:

- a number in plain digits, with the units or currencies that it may be in: ``25000``, ``10 mile``, ``15
  celsius/fahrenheit``, ``5 dollar``; ``>`` or ``<`` before it where it is a limit: ``> 1000``,
  and ``of it`` behind it where it counts some of the number before it;
- a date: ``2014-05-23 Friday``, ``2014-05``, ``--05-23``, ``--05``, ``Friday``;
- a day counted from today: ``today``, ``today-1``, and a longer time: ``last week``, ``every year``;
- a time of day: ``19:30``, with ``am`` or ``pm`` where the text says which half of the day;
- ``?`` behind a soft fact, which may come and go in translation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pytest

from termkit.folding import fold_string
from termkit.language import has_data, languages_with_data, load_language
from termkit.language_facts import expand
from termkit.model import PERIODS, Date, Kind, Locale, Mention, Number, Text, Time
from termkit.recognise.facts import recognise_facts
from termkit.recognise.pieces import pieces
from termkit.recognise.scan import scan

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBER_ROWS = (
    "cardinal",
    "ordinal",
    "fraction",
    "hundred",
    "scale",
    "multiple",
    "article",
    "compounds",
    "scale-suffixes",
    "eras",
    "hemispheres",
)
_NUMBER_LISTS = (
    *("connectors", "decade-suffixes", "roman-suffixes", "of"),
    *(
        "about",
        "above",
        "below",
        "above-after",
        "below-after",
        "parts",
        "of-which",
        "points",
        "minus",
        "floor",
        "tenths-left",
        "decimal-point",
    ),
    *("difference", "difference-after"),
)
_DATE_LISTS = ("before", "am", "pm", "night", "hour", "month-after", "month-before", "minutes-lacking")
_UNKNOWN_LETTER = "ѫ"  # of no language here: a word of it is no number, month or unit


class Example(NamedTuple):
    """A text with its facts in the notation above; `fails` says why it does not give them yet."""

    text: str
    facts: str
    fails: str | None = None


def examples(tag: str) -> list[Example]:
    return [Example(**example) for example in load_language(Locale(tag)).sections["examples"]]


CASES = [
    pytest.param(
        tag,
        example,
        id=f"{tag}-{number}",
        marks=pytest.mark.xfail(reason=example.fails, strict=True) if example.fails else (),
    )
    for tag in sorted(filter(has_data, map(Locale, languages_with_data())))
    for number, example in enumerate(examples(tag))
]


@pytest.mark.parametrize(("tag", "example"), CASES)
def test_example(tag: str, example: Example) -> None:
    assert facts(example.text, tag) == example.facts


def facts(text: str, tag: str) -> str:
    """All facts of a text in the notation of the examples."""
    mentions = recognise_facts(Text(text, Locale(tag)))
    return "; ".join(_written(mention) for mention in mentions if mention.kind is not Kind.UNIT)


def _written(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, Date):
        written = _written_date(value)
    elif isinstance(value, Time):
        written = f"{value.hours[0]:02}:{value.minute:02} {value.half}".rstrip()
    else:
        assert isinstance(value, Number)
        units = (*(measure.unit for measure in value.measures), *value.currencies)
        bound = {"above": "> ", "below": "< ", "about": "~ ", "": ""}[value.bound]
        written = f"{bound}{value.plain} {'/'.join(dict.fromkeys(units))}".rstrip() + " of it" * value.part
    return written if mention.hard else f"{written}?"


def _written_date(date: Date) -> str:
    parts = []
    if date.month is not None:
        year = "-" if date.year is None else str(date.year)
        parts.append(f"{year}-{date.month:02}" + ("" if date.day is None else f"-{date.day:02}"))
    if date.weekday is not None:
        parts.append(_WEEKDAYS[date.weekday])
    if date.relative is not None:
        parts.append(f"today{date.relative:+}" if date.relative else "today")
    if date.period is not None:
        parts.append(PERIODS[date.period])
    return " ".join(parts)


@pytest.mark.parametrize("tag", sorted(filter(has_data, map(Locale, languages_with_data()))))
def test_examples_of_both_kinds_and_none_twice(tag: str) -> None:
    texts = [example.text for example in examples(tag)]
    assert len(set(texts)) == len(texts)
    assert any(example.facts for example in examples(tag))
    assert any(not example.facts for example in examples(tag))


@pytest.mark.parametrize("tag", sorted(filter(has_data, map(Locale, languages_with_data()))))
def test_every_row_of_the_language_file_is_reached_by_an_example(tag: str) -> None:
    reached = {word for example in examples(tag) for word in _words_that_count(example.text, tag)}
    assert [name for name, words in _rows(tag) if not _is_reached(name, words, reached)] == []


def _words_that_count(text: str, tag: str) -> Iterator[str]:
    """The words of a text, folded and in lower case, without which its facts would be others."""
    locale = Locale(tag)
    string = fold_string(text)
    scanned = scan(Text(string, locale), pieces(locale))
    given = [_comparable(mention) for mention in recognise_facts(Text(string, locale))]
    for token in scanned.tokens if scanned else ():
        if not token.word:
            continue
        without = string[: token.start] + _UNKNOWN_LETTER * (token.end - token.start) + string[token.end :]
        if [_comparable(mention) for mention in recognise_facts(Text(without, locale))] != given:
            yield token.word


def _comparable(mention: Mention) -> tuple[object, ...]:
    return mention.kind, mention.value, mention.hard


def _rows(tag: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Every row of hand-written data: its name, and its words."""
    sections = load_language(Locale(tag)).sections
    numbers, dates = (sections.get(name, {}) for name in ("numbers", "dates"))
    for key in _NUMBER_ROWS:
        yield from _table(key, numbers.get(key, {}), numbers)
    for key in _NUMBER_LISTS:
        yield from _list(key, numbers)
    for key in ("units", "money"):
        section = sections.get(key, {})
        rows = {name: words for name, words in section.items() if name not in {"endings", "not", "before"}}
        yield from _table(key, rows, section)
    for key in ("months", "weekdays", "relative", "periods", "minutes", "minutes-behind", "clock-words", "zones"):
        yield from _table(key, dates.get(key, {}), dates)
    for key in _DATE_LISTS:
        yield from _list(key, dates)


def _table(key: str, table: Mapping[str, str], section: Mapping[str, Any]) -> Iterator[tuple[str, frozenset[str]]]:
    for value, words in table.items():
        yield f"{key} {value}", frozenset(expand(words, section.get("endings", {})))


def _list(key: str, section: Mapping[str, Any]) -> Iterator[tuple[str, frozenset[str]]]:
    if key in section:
        yield key, frozenset(expand(section[key], section.get("endings", {})))


def _is_reached(name: str, words: frozenset[str], reached: set[str]) -> bool:
    if name.startswith("compounds "):
        return any(word.startswith(prefix) and word != prefix for prefix in words for word in reached)
    if name == "roman-suffixes":  # they end a Roman numeral: XIXe
        return any(
            word.endswith(suffix) and word.rstrip("erèm").strip("ivx") == "" for suffix in words for word in reached
        )
    if name.startswith("minutes-behind "):  # phrases whose words are none of the lexicon: menos cuarto
        return any(reached.issuperset(word.split("_")) for word in words)
    return not words.isdisjoint(reached)


@pytest.mark.parametrize("tag", sorted(filter(has_data, map(Locale, languages_with_data()))))
def test_words_that_count_beside_a_number_only_are_months_or_weekdays(tag: str) -> None:
    language = load_language(Locale(tag))
    words = expand(language.sections["dates"].get("beside", ""), {})
    sorts = {word: {lexeme.sort for lexeme in language.numbers.words.get(word, ())} for word in words}
    assert [word for word, found in sorts.items() if found.isdisjoint({"month", "weekday"})] == []
