"""`replace_with` names no term that may be written, or stands where there is nothing to replace.

## Why

The replacement is what an article is told to write, and what the fix writes.

**What is reported**: a replacement that is no term of the same entry and language, or is itself superseded, deprecated
or forbidden; `replace_with` of a term that is in use.

## How to fix it

Name a preferred or admitted term, spelt as it stands in the entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule

from ._glossary import Glossary, GlossaryExample, Remark, report_faults

RULE = Rule(
    name="invalid-replacement",
    category=Category.CONSISTENCY,
    summary="a replacement that is no term in use",
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
      - {term: Kiev, status: forbidden, replace_with: ⟦Kiyv⟧}
""",
        ("`replace_with` names `Kiyv`, which is no term of this concept in `en`; did you mean `Kyiv`?",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en:
      - Kyiv
      - {term: Kiev, status: forbidden, replace_with: Kyiv}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """What the loader found."""
    return report_faults(RULE, glossary)
