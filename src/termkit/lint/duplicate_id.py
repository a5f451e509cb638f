"""Two entries have the same id.

## Why

An id names one concept: relations, findings and the glossaries of translators refer to it.

**What is reported**: the second entry with the id, in any file of the termbase.

## How to fix it

Merge the entries where they are one concept; else give the new one an id of its own. Ids that were published are never
used again.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule

from ._glossary import Glossary, GlossaryExample, Remark, report_faults

RULE = Rule(
    name="duplicate-id",
    category=Category.STRUCTURE,
    summary="an id that two entries have",
    mqm="other",
)

EXAMPLES = (
    GlossaryExample(
        """\
- {id: place-kyiv, kind: place, terms: {en: Kyiv}}
- {id: ⟦place-kyiv⟧, kind: place, terms: {uk: Київ}}
""",
        ("the id `place-kyiv` is taken by glossary.yaml:1: an id names one concept",),
    ),
    GlossaryExample(
        """\
- {id: place-kyiv, kind: place, terms: {en: Kyiv}}
- {id: place-kyiv-oblast, kind: place, terms: {en: Kyiv Oblast}}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """What the loader found."""
    return report_faults(RULE, glossary)
