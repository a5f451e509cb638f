"""The front matter of a Markdown article can't be read.

## Why

The title and other values in it are shown to readers, so they are checked as the body is; its
date says which year "10 May" lies in. Site generators stop at front matter that is not YAML.

**What is reported**: front matter that is not closed, is not YAML, or is no list of keys with values;
a `date` that is no date. The body of the article is still checked.

## How to fix it

Mend the YAML between the two `---` lines; quote values that hold a colon. Write the
date as `2022-05-10`.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule, Severity

from ._faults import report_faults

RULE = Rule(
    name="invalid-front-matter",
    category=Category.FORMAT,
    summary="the front matter of an article can't be read",
    mqm="design/markup",
    severity=Severity.WARNING,
)

EXAMPLES: tuple[Example, ...] = ()  # a fault stands in a file, not in two texts: see tests/cli


def check(comparison: Comparison) -> Iterator[Finding]:
    """What is wrong with the front matter."""
    yield from report_faults(RULE, comparison)
