"""A suppression names a rule that finds nothing there.

## Why

A suppression that outlives its cause hides the next, real fault at its place.

**What is reported**: a rule in `termkit: ignore[…]` that reported nothing in the segment which the
comment belongs to. Rules that did not run (`--select`, `--ignore`) are not counted as unused, nor are those that
compare all articles of a run (articles-inconsistent), for a run of more articles may need the comment.

## How to fix it

Take the rule out of the comment, and the comment out when it was the last. An example:

    # termkit: ignore[number-mismatch] rounded by the agency
    msgid "12 people came."
    msgstr "Прийшло 12 людей."

Nothing is wrong with the number, so the comment is reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule, Severity

from ._faults import report_faults

RULE = Rule(
    name="unused-ignore",
    category=Category.STRUCTURE,
    summary="a suppression that suppresses nothing",
    mqm="other",
    severity=Severity.WARNING,
)

EXAMPLES: tuple[Example, ...] = ()  # a fault stands in a file, not in two texts: see tests/cli


def check(comparison: Comparison) -> Iterator[Finding]:
    """The suppressions that no finding needed."""
    yield from report_faults(RULE, comparison)
