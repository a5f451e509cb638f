"""A term stands twice in one language of an entry.

## Why

Facts about one of the two are missed by whoever reads the other; exports have to drop one.

**What is reported**: two terms of one type that differ in nothing but apostrophes, hyphens and the like.

## What is not

Terms of different types (a surname that is a nickname too), and terms whose dates do not overlap.

## How to fix it

Keep one, with all that is said about both.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule

from ._glossary import Glossary, GlossaryExample, Remark, report_faults

RULE = Rule(
    name="duplicate-term",
    category=Category.CONSISTENCY,
    summary="a term that is given twice",
    mqm="terminology",
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en:
      - Kyiv
      - {term: ⟦Kyiv⟧, status: admitted}
""",
        ("`Kyiv` is given twice in `en`: keep one; the other is on line 5",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en:
      - Kyiv
      - {term: Kyïv, status: admitted}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """What the loader found."""
    return report_faults(RULE, glossary)
