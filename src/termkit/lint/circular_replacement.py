"""Following `replace_with` leads back to where it began.

## Why

Nobody learns what to write: every term of the circle sends readers to the next.

**What is reported**: each term of the circle.

## How to fix it

Let all of them name the term in use.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule

from ._glossary import Glossary, GlossaryExample, Remark, report_faults

RULE = Rule(
    name="circular-replacement",
    category=Category.CONSISTENCY,
    summary="terms that replace one another in a circle",
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
      - {term: Kiev, status: deprecated, replace_with: ⟦Kieff⟧}
      - {term: Kieff, status: forbidden, replace_with: ⟦Kiev⟧}
""",
        (
            "`replace_with` goes in a circle, `Kiev` → `Kieff` → `Kiev`: name `Kyiv`",
            "`replace_with` goes in a circle, `Kieff` → `Kiev` → `Kieff`: name `Kyiv`",
        ),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en:
      - Kyiv
      - {term: Kiev, status: deprecated, replace_with: Kyiv}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """What the loader found."""
    return report_faults(RULE, glossary)
