"""A relation names an id that no entry has.

## Why

Relations let one name stand for another (Washington for the United States); one that leads nowhere does nothing.

**What is reported**: the `target` of a relation, where the files of the termbase were all read.

## How to fix it

Correct the id, add the entry, or take the relation out.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule

from ._glossary import Glossary, GlossaryExample, Remark, report_faults

RULE = Rule(
    name="unknown-relation",
    category=Category.STRUCTURE,
    summary="a relation to an entry that there is not",
    mqm="other",
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: unit-azov
  kind: military-unit
  related: {type: located-in, target: ⟦place-mariupl⟧}
  terms: {en: Azov}
- {id: place-mariupol, kind: place, terms: {en: Mariupol}}
""",
        ("no concept has the id `place-mariupl`; did you mean `place-mariupol`?",),
    ),
    GlossaryExample(
        """\
- id: unit-azov
  kind: military-unit
  related: {type: located-in, target: place-mariupol}
  terms: {en: Azov}
- {id: place-mariupol, kind: place, terms: {en: Mariupol}}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """What the loader found."""
    return report_faults(RULE, glossary)
