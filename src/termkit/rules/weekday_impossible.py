"""A weekday that its date does not have: 23 May 2025 was a Friday.

## Why

A wrong weekday beside a full date contradicts itself: one of the two is wrong, in the source as well as in a
translation that copied it.

## What is compared

A weekday with the day, month and year that stand beside it. Where the year is not written, the year in which the
article was published decides (the `date` of its front matter): of the dates within half a year of it, the nearest.

## What is not

A weekday without a day and a month, and a date whose year neither it nor the article gives. Where a translation has
another day, month or year than its source, that is a `date-mismatch`; the weekday is looked at when it is put right.

## How to fix it

Look the date up and correct the weekday or the day; if the source is wrong, tell its author.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping

from termkit.model import Category, Comparison, Date, Example, Finding, Mention, Pair, Rule

from ._facts import all_differences

RULE = Rule(
    name="weekday-impossible",
    category=Category.DATE,
    summary="the weekday does not fit the date beside it",
    mqm="accuracy/mistranslation",
)

EXAMPLES = (
    Example(
        source=("en", "on 23 May 2025"),
        target=("uk", "у ⟦четвер⟧, 23 травня 2025 року"),
        messages=("2025-05-23 is a Friday, not a Thursday",),
    ),
    Example(
        source=("en", "on Saturday 24 May"),
        target=("de", "am ⟦Sonntag⟧, dem 24. Mai"),
        messages=("2025-05-24 is a Saturday, not a Sunday",),
        date=datetime.date(2025, 5, 29),
    ),
    Example(source=("en", "on Saturday 24 May"), target=("fr", "samedi 24 mai"), date=datetime.date(2025, 5, 29)),
    Example(source=("en", "on Sunday 24 May"), target=("fr", "dimanche 24 mai")),
    Example(source=("en", "on Friday 23 May"), target=("pl", "w piątek 23 marca"), date=datetime.date(2025, 5, 29)),
)

_HALF_A_YEAR = datetime.timedelta(days=183)
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check(comparison: Comparison) -> Iterator[Finding]:
    """Findings for the weekdays that their dates do not have, in source and target."""
    published = comparison.document.date
    other = _other_dates(comparison)
    for pair in comparison.pairs:
        for mention in pair.target:
            if not any(mention.span.start <= start < mention.span.end for start in other[id(pair)]):
                yield from _findings(pair, mention, published, in_source=False)
        for mention in pair.source:
            yield from _findings(pair, mention, published, in_source=True)


def _other_dates(comparison: Comparison) -> Mapping[int, list[int]]:
    """By the identity of a pair, where its target has a day, month or year that is not the source's."""
    starts: defaultdict[int, list[int]] = defaultdict(list)
    for pair, (_, part) in all_differences(comparison):
        if part and part.is_date and part.kind != "weekday":
            starts[id(pair)].append(part.span.start)
    return starts


def _findings(pair: Pair, mention: Mention, published: datetime.date | None, *, in_source: bool) -> Iterator[Finding]:
    value = mention.value
    if not isinstance(value, Date) or value.weekday is None or value.ambiguous:
        return
    date = _full(value, published)
    if date is None or date.weekday() == value.weekday:
        return
    span = value.spans.get("weekday", mention.span)
    expected, found = _NAMES[date.weekday()], _NAMES[value.weekday]
    yield RULE.finding(
        pair,
        f"{date} is a {expected}, not a {found}",
        source_span=span if in_source else None,
        target_span=None if in_source else span,
        in_source=in_source,
        expected=f"weekday {date.isoweekday()}",
        found=f"weekday {value.weekday + 1}",
    )


def _full(value: Date, published: datetime.date | None) -> datetime.date | None:
    """The date in full, its year from the day of publication where it has none."""
    if value.day is None or value.month is None:
        return None
    if value.year is not None:
        return _date(value.year, value.month, value.day)
    if published is None:
        return None
    dates = [_date(published.year + years, value.month, value.day) for years in (0, -1, 1)]
    return min(
        (date for date in dates if date and abs(date - published) <= _HALF_A_YEAR),
        key=lambda date: abs(date - published),
        default=None,
    )


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
