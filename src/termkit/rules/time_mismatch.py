"""A time of day of the source is another one in the translation, is gone, or is new there.

## Why

"3 p.m." that becomes "о 3 годині ночі" sends the reader twelve hours off, and the digit is the same.

## What is compared

Hour and minute of times with a colon, and of hours beside a word that marks them: a.m. and p.m., o'clock, the words for
morning, afternoon, evening and night. "3 p.m." agrees with 15:00; where both sides say which half of the day is meant,
by a word or by an hour above 12, the halves must agree. Where both name a time zone, the moment must be the same:
3 p.m. EST is 21 Uhr MEZ, and is not 15 Uhr MEZ.

## What is not

A time on a 12-hour clock agrees with one of 24 hours where only one of them says which half of the day is meant. A zone
that only one side names is taken for the other's too.

## How to fix it

Write the time of the source, on the clock that the language uses.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule

from ._facts import all_differences, finding

RULE = Rule(
    name="time-mismatch",
    category=Category.DATE,
    summary="a time of day differs from the source, is missing, or is not in the source",
    mqm="accuracy/mistranslation",
)

EXAMPLES = (
    Example(
        source=("en", "The buses left at 3 p.m."),
        target=("uk", "Автобуси вирушили о ⟦3⟧ годині ночі."),
        messages=("the source says 15:00 (“3”), the translation 3:00 (“3”)",),
    ),
    Example(
        source=("en", "The shelling began at 4:15 a.m."),
        target=("fr", "Les tirs ont commencé à ⟦16:15⟧."),
        messages=("the source says 4:15, the translation 16:15",),
    ),
    Example(
        source=("en", "The talks began at 19:30."),
        target=("de", "⟦Die Gespräche begannen am Abend.⟧"),
        messages=("the source says 19:30, the translation does not",),
    ),
    Example(
        source=("en", "The launch is at 09:00 UTC."),
        target=("fr", "Le lancement est prévu à ⟦9 h 00⟧ EST."),
        messages=("the source says 9:00 UTC (“09:00”), the translation 9:00 EST (“9 h 00”)",),
    ),
    Example(source=("en", "The race starts at 3 p.m. EST."), target=("de", "Das Rennen beginnt um 21 Uhr MEZ.")),
    Example(source=("en", "at 7:30 p.m."), target=("cs", "v 19:30")),
    Example(source=("en", "at 3 p.m."), target=("pl", "o 15")),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    """Findings for the times of day that do not agree."""
    for pair, difference in all_differences(comparison):
        if difference.is_time and not difference.is_date:
            yield finding(RULE, pair, difference)
