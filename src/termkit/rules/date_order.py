"""A date in digits, or a month with its day, is in the order of another language.

## Why

``05/10/2022`` is 10 May in an American text and 5 October in most others. And where the day stands before the month,
``май 10`` for *May 10* is an order of words taken over from the source.

## What is compared

Dates in digits whose day and month could be either, with the dates of the source; and a month with the day of the
source's date right behind it, in locales whose dates begin with the day.

## What is not

Dates in digits that can be read in one way only, and those of which the source does not tell either which day they are.

## How to fix it

Write the date in the order of the translation's language.

## Sources

CLDR: date formats; MQM, locale-convention/date-format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.model import Category, Certainty, Comparison, Date, Example, Finding, Mention, Pair, Rule, Severity, Span

RULE = Rule(
    name="date-order",
    category=Category.FORMAT,
    summary="a date is in the order of another language",
    mqm="locale-convention/date-format",
    severity=Severity.WARNING,
)

EXAMPLES = (
    Example(
        source=("en", "She was freed on May 10, 2022."),
        target=("uk", "Її звільнили ⟦05/10/2022⟧."),
        messages=("“05/10/2022” reads as day 5 of month 10 here, where the source says day 10 of month 5",),
    ),
    Example(
        source=("en", "She was freed on May 10."),
        target=("uk", "Її звільнили ⟦травня 10⟧."),
        messages=("“травня 10”: Ukrainian has the day before the month",),
    ),
    Example(source=("en", "She was freed on May 10, 2022."), target=("uk", "Її звільнили 10/05/2022.")),
    Example(source=("en", "She was freed on May 10."), target=("uk", "Її звільнили 10 травня.")),
    Example(source=("en", "In May 10 people were freed."), target=("uk", "У травні 10 людей звільнили.")),
)

_Days = set[tuple[int, int]]

_DAY_BEHIND = re.compile(r" (\d{1,2})(?:-?[^\W\d_]{1,2})?(?![\w:/-]|\.\d)(?=[,.;!?)»“]|$| \d{4}\b)")


def check(comparison: Comparison) -> Iterator[Finding]:
    """Findings for the dates of the translation."""
    conventions = comparison.conventions
    for pair in comparison.pairs if conventions else ():
        dates = [date for _, date in _dates(pair.source) if not date.ambiguous]
        given = {(date.month, date.day) for date in dates if date.month and date.day}
        for mention, date in _dates(pair.target) if given and conventions else ():
            yield from _swapped(pair, mention, date, given)
            if conventions and conventions.day_first and date.month and date.day is None:
                yield from _behind(pair, date, given, conventions.language)


def _dates(mentions: tuple[Mention, ...]) -> Iterator[tuple[Mention, Date]]:
    return ((mention, mention.value) for mention in mentions if isinstance(mention.value, Date))


def _swapped(pair: Pair, mention: Mention, date: Date, given: _Days) -> Iterator[Finding]:
    """A finding for a date in digits that says the source's date only with day and month exchanged."""
    if not (date.ambiguous and date.month and date.day):
        return
    if (date.month, date.day) not in given and (date.day, date.month) in given:
        read, said = f"day {date.day} of month {date.month}", f"day {date.month} of month {date.day}"
        message = f"“{mention.text}” reads as {read} here, where the source says {said}"
        yield RULE.finding(pair, message, target_span=mention.span, certainty=Certainty.LIKELY)


def _behind(pair: Pair, date: Date, given: _Days, language: str) -> Iterator[Finding]:
    """A finding for a month with its day behind it."""
    string, month = pair.segment.target.string, date.spans["month"]
    match = _DAY_BEHIND.match(string, month.end)
    if match and (date.month, int(match[1])) in given:
        span = Span(month.start, match.end(1))
        message = f"“{string[slice(*span)]}”: {language} has the day before the month"
        yield RULE.finding(pair, message, target_span=span, certainty=Certainty.LIKELY)
