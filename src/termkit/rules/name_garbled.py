"""A name without a termbase entry has a letter wrong in the translation.

## Why

A name with a slip of the finger in it is found by nobody who searches for it, and offends who bears it.

## What is compared

A name's counterpart in the target with the name itself, sound by sound, and with the form that the
article has elsewhere, or CLDR for the place, letter by letter: one letter that is another, one too many or too few, or
two that are swapped. A common word counts where the name that it belongs to is kept as it is.

## What is not

Names with an entry in the termbase (see name-misspelt). The last letters of a name, where endings change it. Letters
that languages write one for the other (c and k, w and v).

## How often it is right

Together with its two neighbours (name-changed, name-garbled, name-missing) it flags 1.2 % of the rows of NTREX-128 in
27 languages, 0.7 % without the errors that the translators made, and finds 88 % of the exchanged names, 82 % of the
dropped and 73 % of those with a letter wrong (`benchmarks/names.py`). Into English they flag 0.9 % of the rows of WMT
2022 from four languages.

## How to fix it

Mend the name. If it is written so in the target's language, add it to the termbase.

## Sources

MQM, linguistic conventions/spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.model import Category, Certainty, Comparison, Example, Finding, Rule, Severity, Span

from ._unlisted import misspelt_names

RULE = Rule(
    name="name-garbled",
    category=Category.NAME,
    summary="a name without a termbase entry has a letter wrong",
    mqm="linguistic conventions/spelling",
    severity=Severity.WARNING,
    about_unlisted=True,
)

EXAMPLES = (
    Example(
        source=("en", "The coach praised Ramona Trudell."),
        target=("uk", "Тренер похвалив Рамону ⟦Трунелл⟧."),
        messages=("“Трунелл” does not sound like “Trudell”",),
    ),
    Example(source=("en", "The coach praised Ramona Trudell."), target=("uk", "Тренер похвалив Рамону Труделл.")),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    """The names of the target with a letter wrong."""
    for pair, mention, name in misspelt_names(comparison):
        place = re.search(rf"\b{re.escape(name.form)}\b", pair.segment.target.string, re.IGNORECASE)
        span = Span(*place.span()) if place else None
        yield RULE.finding(
            pair,
            f"“{place[0] if place else name.form}” does not sound like “{mention.text}”",
            source_span=mention.span,
            target_span=span,
            certainty=Certainty.LIKELY,
            expected=mention.text,
            found=name.form,
        )
