"""An approved entry does not say where its spellings come from.

## Why

Whoever doubts a spelling has to ask who decided on it, and when.

**What is reported**: entries that are approved, as those without a `status` are, and have no `source`.

## How to fix it

Add `source`: a law, a style guide with its date, or who decided in the house. Where nobody has agreed yet, the
`status` is proposed.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule, Severity

from ._glossary import Glossary, GlossaryExample, Remark

RULE = Rule(
    name="provenance-missing",
    category=Category.STRUCTURE,
    summary="an approved entry that does not say where it comes from",
    mqm="other",
    severity=Severity.INFO,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: ⟦place-kyiv⟧
  kind: place
  terms: {en: Kyiv}
""",
        ("the entry is approved and has no `source`: say who decided on the spellings",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  source: House style, May 2024
  terms: {en: Kyiv}
""",
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  status: proposed
  terms: {en: Kyiv}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """The approved entries without a source."""
    message = "the entry is approved and has no `source`: say who decided on the spellings"
    for concept in glossary.concepts.values():
        if concept.status == "approved" and not concept.source:
            yield Remark(message, concept.id, ("id",))
