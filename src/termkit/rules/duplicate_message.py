"""Two messages of a PO file have the same msgctxt and msgid.

## Why

Gettext compiles only one of them, and `msgfmt` refuses the file. Which of the two
translations readers will see is left to chance.

**What is reported**: the second and every later message with the msgctxt and msgid of an earlier one.
Both are still checked. Obsolete messages (`#~`) don't count.

## How to fix it

Delete one of the two, or tell them apart with a msgctxt; `msguniq` does it for a file.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule

from ._faults import report_faults

RULE = Rule(
    name="duplicate-message",
    category=Category.FORMAT,
    summary="two messages of a PO file have the same msgctxt and msgid",
    mqm="design/markup",
)

EXAMPLES: tuple[Example, ...] = ()  # a fault stands in a file, not in two texts: see tests/cli


def check(comparison: Comparison) -> Iterator[Finding]:
    """The messages that stand in the file more than once."""
    yield from report_faults(RULE, comparison)
