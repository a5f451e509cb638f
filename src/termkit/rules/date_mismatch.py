"""A date of the source is another one in the translation, is gone, or is new there.

## Why

"Friday 23 May" that becomes "п'ятницю, 23 червня" sends the reader to the wrong day, and no digit has changed.

## What is compared

Months and weekdays in words, in every case and with every ending that the languages' data knows, in numeric and ISO
dates; days, weeks, months and years counted from today (yesterday, last week, next year) and what comes again (every
hour, daily); and the days and years that belong to a date. "May 10", "10 травня" and "2022-05-10" agree.

## What is not

A month or weekday inside a name (the Sunday Times, Oktoberfest) may be kept or translated. A date that is said twice on
one side and once on the other is said. A weekday that only one side has is an info finding: it closes no gate, since
translators leave it out where the context says it; one that was exchanged for another is an error. Whether a weekday
fits its date is the business of `weekday-impossible`.

## How to fix it

Write the date of the source. Where a translator rightly made "on Friday" of a date, say so beside it:
``termkit: ignore[date-mismatch] the desk writes dates``.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule, Severity

from ._facts import Difference, all_differences, finding

RULE = Rule(
    name="date-mismatch",
    category=Category.DATE,
    summary="a date, month or weekday differs from the source, is missing, or is not in the source",
    mqm="accuracy/mistranslation",
)

EXAMPLES = (
    Example(
        source=("en", "On Friday 23 May, 390 people came home."),
        target=("uk", "У п'ятницю, 23 ⟦червня⟧, додому повернулися 390 людей."),
        messages=("the source says “May”, the translation “червня”",),
    ),
    Example(
        source=("en", "Vereshchuk said on May 10 that fighters remained."),
        target=("de", "Wereschtschuk sagte am ⟦16⟧. Mai, Kämpfer seien geblieben."),
        messages=("the source says 10, the translation 16",),
    ),
    Example(
        source=("en", "They made their appeal in Rome on Friday."),
        target=("pl", "Zaapelowały w Rzymie w ⟦czwartek⟧."),
        messages=("the source says “Friday”, the translation “czwartek”",),
    ),
    Example(
        source=("en", "They made their appeal in Rome on Friday."),
        target=("cs", "⟦Svou výzvu přednesly v Římě.⟧"),
        messages=("the source says “Friday”, the translation does not",),
    ),
    Example(
        source=("en", "They made their appeal in Rome."),
        target=("fr", "Elles ont lancé leur appel à Rome ⟦vendredi⟧."),
        messages=("the translation says “vendredi”, the source does not",),
    ),
    Example(
        source=("en", "They came home last week."),
        target=("uk", "Вони повернулися додому ⟦минулого місяця⟧."),
        messages=("the source says “last week”, the translation “минулого місяця”",),
    ),
    Example(
        source=("en", "The bridge is checked every hour."),
        target=("pl", "Most jest sprawdzany ⟦codziennie⟧."),
        messages=("the source says “every hour”, the translation “codziennie”",),
    ),
    Example(source=("en", "They came home last week."), target=("uk", "Вони щойно повернулися додому.")),
    Example(source=("en", "on May 10, 2022"), target=("uk", "10.05.2022")),
    Example(source=("en", "a reporter of the Sunday Times"), target=("es", "un periodista del Sunday Times")),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    """Findings for the dates that do not agree."""
    for pair, difference in all_differences(comparison):
        if difference.is_date:
            yield finding(RULE, pair, difference, severity=Severity.INFO if _is_lone_weekday(difference) else None)


def _is_lone_weekday(difference: Difference) -> bool:
    """Whether a weekday is only gone or only new: translators leave it out where the date or the context says it."""
    source, target = difference
    return (source is None or target is None) and all(part.kind == "weekday" for part in difference if part)
