"""A term's time of validity ends before it begins.

## Why

Such a term is valid on no day.

**What is reported**: `valid` with a `to` that lies before its `from`.

## How to fix it

Correct the dates; `from` is the first day and `to` the last.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule

from ._glossary import Glossary, GlossaryExample, Remark, report_faults

RULE = Rule(
    name="invalid-dates",
    category=Category.DATE,
    summary="a time of validity that ends before it begins",
    mqm="other",
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    de: {term: Kiew, valid: ⟦{from: 2024-02-23, to: 2019-10-16}⟧}
""",
        ("`valid` ends on 2019-10-16 before it begins on 2024-02-23: correct the dates",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    de: {term: Kiew, valid: {from: 2019-10-16, to: 2024-02-23}}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """What the loader found."""
    return report_faults(RULE, glossary)
