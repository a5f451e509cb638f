"""A comment to termkit can't be understood, names an unknown rule, or gives no reason.

## Why

A suppression that is misspelt does nothing, and one without a reason can't be judged by the
next reader.

**What is reported**: every comment line that begins with `termkit:` and is not of the form

    termkit: ignore[number-mismatch] rounded by the agency
    termkit: ignore[number-mismatch, date-mismatch] the desk updated the figures on 12 May

where each name in the brackets is a rule's and a reason stands behind them. Such a comment suppresses
nothing.

## How to fix it

Write it so; `termkit rules` lists the names.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule

from ._faults import report_faults

RULE = Rule(
    name="invalid-ignore",
    category=Category.STRUCTURE,
    summary="a suppression that can't be understood or gives no reason",
    mqm="other",
)

EXAMPLES: tuple[Example, ...] = ()  # a fault stands in a file, not in two texts: see tests/cli


def check(comparison: Comparison) -> Iterator[Finding]:
    """The comments to termkit that say nothing it can act on."""
    yield from report_faults(RULE, comparison)
