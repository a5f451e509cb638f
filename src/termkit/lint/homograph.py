"""Several concepts share a name.

## Why

*Azov* is a regiment and a sea. Where the name counts for both by itself, `termkit check` has to guess which is meant.

**What is reported**: a name in use that is a name in use of another entry, in the same language, unless it is marked
`ambiguous`.

## What is not

Adjectives and names of inhabitants; entries of one kind that prefer the same name (`doublette`); names of the source
language whose translations differ (`export-collision`); retired entries.

## How to fix it

Mark the name `ambiguous: true` in each entry for which it must not count alone: then it counts where something else in
the article names the concept.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule, Severity

from ._glossary import Glossary, GlossaryExample, PlacedTerm, Remark
from ._names import are_doublettes, collide, shared_names

RULE = Rule(
    name="homograph",
    category=Category.CONSISTENCY,
    summary="a name that several concepts share",
    mqm="terminology",
    severity=Severity.INFO,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: unit-azov
  kind: military-unit
  terms: {uk: ⟦Азов⟧}
- id: place-azov
  kind: place
  terms: {uk: ⟦Азов⟧}
""",
        (
            "`Азов` is a name of place-azov too: mark it `ambiguous: true` if it must not count alone",
            "`Азов` is a name of unit-azov too: mark it `ambiguous: true` if it must not count alone",
        ),
    ),
    GlossaryExample(
        """\
- id: unit-azov
  kind: military-unit
  terms: {uk: [полк «Азов», {term: Азов, type: short-form, ambiguous: true}]}
- id: place-azov
  kind: place
  terms: {uk: {term: Азов, ambiguous: true}}
""",
    ),
)


_MOST = 20  # entries with one name that are compared with one another


def check(glossary: Glossary) -> Iterator[Remark]:
    """The shared names that are not marked."""
    for group in shared_names(glossary):
        for placed in group:
            if not placed.term.ambiguous:
                others = [other for other in group[:_MOST] if _is_homograph(placed, other, glossary)]
                if others:
                    ids = ", ".join(other.concept.id for other in others[:3])
                    message = f"`{placed.term.term}` is a name of {ids} too: {_ADVICE}"
                    yield placed.remark(message)


_ADVICE = "mark it `ambiguous: true` if it must not count alone"


def _is_homograph(one: PlacedTerm, other: PlacedTerm, glossary: Glossary) -> bool:
    return one is not other and not are_doublettes(one, other) and not collide(one, other, glossary)
