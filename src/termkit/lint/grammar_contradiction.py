"""An entry says two things about a name that can't both be true.

## Why

Forms are made and checked by these facts; which of the two is meant can't be known.

**What is reported**: `indeclinable: true` beside `forms`; `sex` of what is no person.

## How to fix it

Take one of the two out.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule

from ._glossary import Glossary, GlossaryExample, Remark, report_faults

RULE = Rule(
    name="grammar-contradiction",
    category=Category.LANGUAGE,
    summary="facts about a name's grammar that exclude each other",
    mqm="other",
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    uk: {term: Баку, indeclinable: true, forms: ⟦{gen: Баку}⟧}
""",
        ("`forms` of an indeclinable term: take out one or the other",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    uk: {term: Баку, indeclinable: true}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """What the loader found."""
    return report_faults(RULE, glossary)
