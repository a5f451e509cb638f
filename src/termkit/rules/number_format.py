"""A number is right only if it is read as the source's language writes numbers.

## Why

``1,279`` is a thousand in English, and one and a quarter in Ukrainian: the translator kept the digits and the sign, and
the reader reads another number.

## What is compared

Numbers that agree with the source where their point or comma is taken for a thousands separator and, as the locale
writes numbers, would be a decimal sign; or the other way round.

## What is not

Signs that can be read in one way alone, and dates.

## How to fix it

Write the number as the locale does, which the fix does; the message says what it is read as.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from termkit.model import Category, Comparison, Example, Finding, Fix, Rule, Severity, plain_digits

from ._facts import all_matches, finding

RULE = Rule(
    name="number-format",
    category=Category.FORMAT,
    summary="a number is written as in the source's language and reads as another one",
    mqm="locale-convention/number-format",
    severity=Severity.WARNING,
)

EXAMPLES = (
    Example(
        source=("en", "1,279 of them have come home."),
        target=("uk", "Додому повернулися ⟦1,279⟧ із них."),
        messages=("“1,279” reads as 1.279 here, where the source says 1279",),
    ),
    Example(source=("en", "1,279 of them have come home."), target=("uk", "Додому повернулися 1279 із них.")),
    Example(source=("en", "1,279 of them have come home."), target=("de", "1.279 von ihnen sind heimgekehrt.")),
)

_SEPARATED = re.compile(r"\d+[.,]\d{3}\b")


def check(comparison: Comparison) -> Iterator[Finding]:
    """Findings for numbers in the format of another locale."""
    for pair, match in all_matches(comparison):
        source, target = match
        ambiguous = target.is_date or len(target.readings) < 2 or not _SEPARATED.match(target.text)
        if ambiguous or source.readings[0] == target.readings[0]:
            continue
        read, said = plain_digits(target.readings[0]), plain_digits(source.readings[0])
        found = finding(RULE, pair, match, f"“{target.text}” reads as {read} here, where the source says {said}")
        yield replace(found, fix=Fix(target.span, target.other)) if target.other else found
