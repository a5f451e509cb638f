"""A language of an entry has two preferred terms of one type at the same time.

## Why

There is one spelling that the house writes. Two are no decision, and a translator takes either.

**What is reported**: the second term that is preferred. A term without a status is preferred.

## What is not

Terms of different types, and terms whose dates do not overlap.

## How to fix it

Make one of them admitted, or say from when to when each is valid.

## Sources

ISO 704: one preferred term for a concept in a language.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule

from ._glossary import Glossary, GlossaryExample, Remark, report_faults

RULE = Rule(
    name="preferred-twice",
    category=Category.CONSISTENCY,
    summary="two preferred terms at the same time",
    mqm="terminology",
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    de:
      - Kyjiw
      - {term: Kiew, status: ⟦preferred⟧}
""",
        (
            (
                "`Kiew` and `Kyjiw` are both the preferred full-form in `de`: make one admitted, or give "
                "them dates that do not overlap; the other is on line 5"
            ),
        ),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    de:
      - {term: Kyjiw, valid: {from: 2024-02-23}}
      - {term: Kiew, valid: {to: 2024-02-22}}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """What the loader found."""
    return report_faults(RULE, glossary)
