"""The comparable parts of facts: the day and year of a date are numbers like any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from termkit.model import Date, Measure, Mention, Number, Span, Time

PART_KINDS = ("number", "month", "weekday", "relative", "period")


class Part(NamedTuple):
    """A comparable part of a fact: a number, a month, a weekday, or a day or longer time counted from today."""

    kind: str  # one of PART_KINDS
    readings: tuple[Decimal, ...]
    span: Span
    text: str
    hard: bool
    sort: str  # Number.sort; date and time for parts of those
    measures: tuple[Measure, ...] = ()
    currencies: tuple[str, ...] = ()
    bound: str = ""
    half: str = ""  # am or pm, of a time
    zone: str = ""  # of a time, as it is written
    ahead: tuple[Decimal, ...] = ()  # the hours that the zone may be ahead of UTC
    convention: str = ""  # what decided between two readings of a separator
    other: str = ""  # as the locale writes the second of them
    written: str = ""  # all that is written of a date in digits, of which this is a part

    @property
    def is_date(self) -> bool:
        """Whether it belongs to a date."""
        return self.sort == "date"


def parts(mentions: Iterable[Mention]) -> Iterator[Part]:
    """The comparable parts of mentions, names left out."""
    for mention in mentions:
        value = mention.value
        if isinstance(value, Number):
            yield Part(
                "number",
                value.readings,
                mention.span,
                mention.text,
                mention.hard,
                value.sort,
                value.measures,
                value.currencies,
                value.bound,
                convention=value.convention,
                other=value.other,
            )
        elif isinstance(value, Time):
            shares = (60, 100)  # 17:30 may be met by the number 17,30
            readings = tuple(Decimal(hour) + Decimal(value.minute) / share for share in shares for hour in value.hours)
            part = Part("number", readings, mention.span, mention.text, mention.hard, "time")
            yield part._replace(half=value.half, zone=value.zone, ahead=value.ahead)
        elif isinstance(value, Date):
            yield from _date_parts(value, mention)


def _date_parts(date: Date, mention: Mention) -> Iterator[Part]:
    values = {
        "year": date.year,
        "month": date.month,
        "day": date.day,
        "weekday": date.weekday,
        "relative": date.relative,
        "period": date.period,
    }
    for name, value in values.items():
        if value is None:
            continue
        readings = [value]
        if date.ambiguous and name in {"month", "day"}:
            readings.append(values["day" if name == "month" else "month"] or value)
        span = date.spans.get(name, mention.span)
        text = mention.text[span.start - mention.span.start : span.end - mention.span.start]
        kind = name if name in PART_KINDS else "number"
        yield Part(kind, tuple(map(Decimal, readings)), span, text, mention.hard, "date", written=mention.text)
