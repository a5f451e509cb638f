"""A part of the file can't be read: it breaks the rules of its format.

## Why

What termkit can't read it can't check, and a gate that passes over it in silence is no gate.
Other programs may refuse the file, or drop the part in question without a word.

**What is reported**: in PO files a string without its closing quotation mark, an unknown keyword or
escape, a message that breaks off. Reading goes on behind the fault, so everything else in the file is
still checked.

## How to fix it

Open the file at the line that is named and mend it; `msgfmt --check` helps with PO.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule

from ._faults import report_faults

RULE = Rule(
    name="syntax-error",
    category=Category.FORMAT,
    summary="a part of the file that can't be read",
    mqm="design/markup",
)

EXAMPLES: tuple[Example, ...] = ()  # a fault stands in a file, not in two texts: see tests/cli


def check(comparison: Comparison) -> Iterator[Finding]:
    """What could not be read of the file."""
    yield from report_faults(RULE, comparison)
