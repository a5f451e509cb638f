"""What the recognisers pass over unread can hold nothing that they would find."""

from __future__ import annotations

from termkit import language_facts
from termkit.recognise import dates, numbers


def test_every_mark_of_a_date_or_time_opens_the_reader_of_dates() -> None:
    words = {"month", "weekday", "relative", "period", "minutes", "clock"}
    assert {*language_facts._DATE_MARKS, *words} == set(dates._SORTS)


def test_every_limit_and_part_is_looked_for() -> None:
    elsewhere = {"numbered", "parts", "points", "decimal-point", "half", "minus", "difference", "difference-after"}
    assert set(language_facts._NUMBER_MARKS) - elsewhere == set(numbers._MARKS)
