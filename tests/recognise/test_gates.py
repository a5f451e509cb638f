"""What the recognisers pass over unread can hold nothing that they would find."""

from __future__ import annotations

import pytest

from termkit import language_facts
from termkit.language import has_data, languages_with_data, load_language
from termkit.model import Locale
from termkit.recognise import dates, numbers


def test_every_mark_of_a_date_or_time_opens_the_reader_of_dates() -> None:
    words = {"month", "weekday", "relative", "period", "minutes", "clock"}
    assert {*language_facts._DATE_MARKS, *words} == set(dates._SORTS)


def test_every_limit_and_part_is_looked_for() -> None:
    elsewhere = {"numbered", "parts", "points", "decimal-point", "half", "minus", "difference", "difference-after"}
    assert set(language_facts._NUMBER_MARKS) - elsewhere == set(numbers._MARKS)


@pytest.mark.parametrize("tag", sorted(filter(has_data, map(Locale, languages_with_data()))))
def test_numbers_are_compared_as_far_as_the_words_of_shares_reach(tag: Locale) -> None:
    data = load_language(tag).numbers
    between = max((len(words.split()) for words in (*data.out_of, *data.of_each)), default=0)
    assert between + len(["one", "person"]) <= numbers._REACH


def test_every_mark_of_a_time_is_looked_for() -> None:
    marks = {"am", "pm", "night", "hour", "o-clock"}
    assert marks == set(dates._MARKS)
    assert marks < set(dates._SORTS)


@pytest.mark.parametrize("date", ["2018-09-29", "2018. 9. 29.", "29.09.2018", "9/29/18", "28. 4.", "28.4."])
def test_every_numeric_date_is_parted(date: str) -> None:
    assert dates._PARTED.search(date)
