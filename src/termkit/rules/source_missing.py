"""A translated Markdown article has no source article to be checked against.

## Why

`locales/uk/news/x.md` is checked against `locales/en/news/x.md`. Without that file there is
nothing to compare, and the article is released unchecked.

**What is reported**: the first line of the article, with the path at which its source was sought, or
with the reason why that file could not be opened.

## How to fix it

Give the translation the file name of its source; move it back if it was moved alone; or
say with `--source-locale` (or `source-locale` in the configuration) which locale is the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule

from ._faults import report_faults

RULE = Rule(
    name="source-missing",
    category=Category.STRUCTURE,
    summary="a translated article has no source article",
    mqm="accuracy/addition",
)

EXAMPLES: tuple[Example, ...] = ()  # a fault stands in a file, not in two texts: see tests/cli


def check(comparison: Comparison) -> Iterator[Finding]:
    """The missing source article."""
    yield from report_faults(RULE, comparison)
