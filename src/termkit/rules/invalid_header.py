"""The header of a PO file is missing, or something in it can't be as it says.

## Why

The header says which language the file is in, in which character set, and how its plural
forms are counted. Tools that read the file go by it.

**What is reported**: no header; a `Language` or `X-Source-Language` that is no locale CLDR knows; a
character set that does not exist or that the file is not in; a `Plural-Forms` that can't be read. termkit
then takes the locale from the file's path, or from `--locale`, and goes on.

## How to fix it

Write the header that `msginit` would write; `Language` holds a tag such as `uk` or
`pt_BR`, the character set is best UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule, Severity

from ._faults import report_faults

RULE = Rule(
    name="invalid-header",
    category=Category.FORMAT,
    summary="the header of a PO file is missing or says what can't be",
    mqm="design/markup",
    severity=Severity.WARNING,
)

EXAMPLES: tuple[Example, ...] = ()  # a fault stands in a file, not in two texts: see tests/cli


def check(comparison: Comparison) -> Iterator[Finding]:
    """What is wrong with the header."""
    yield from report_faults(RULE, comparison)
