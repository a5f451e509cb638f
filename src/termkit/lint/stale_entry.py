"""Nobody has looked at an entry for a long time, or what it says has run out.

## Why

Names change: offices are filled anew, regiments become brigades, towns get their old names back. An entry that was
right is believed for years.

**What is reported**: entries whose `updated` lies more than 730 days back, or as many as the setting `lint-stale-after`
or `--stale-after` says; languages of an entry whose terms in use have all run out by their `valid` dates.

## What is not

Entries without `updated`; retired entries.

## How to fix it

Look at the entry, and write today's date into `updated`; retire it when the concept is out of use.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from termkit.model import LIVE, Category, Concept, Rule, Severity
from termkit.termbase import KEY

from ._glossary import Glossary, GlossaryExample, Remark

RULE = Rule(
    name="stale-entry",
    category=Category.DATE,
    summary="an entry that nobody has looked at for long",
    mqm="other",
    severity=Severity.INFO,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  updated: ⟦2019-08-14⟧
  terms: {en: Kyiv}
""",
        ("nobody has looked at this entry for 2657 days: is it still right?",),
    ),
    GlossaryExample(
        """\
- id: unit-azov
  kind: military-unit
  terms:
    ⟦en⟧: {term: Azov Regiment, valid: {to: 2023-02-09}}
""",
        ("all terms in use in `en` ran out on 2023-02-09: add the one for today, or retire the entry",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  updated: 2026-08-14
  terms: {en: Kyiv}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """The entries that are old, and the languages whose terms have run out."""
    for concept in glossary.concepts.values():
        if concept.status == "retired":
            continue
        age = (glossary.today - concept.updated).days if concept.updated else 0
        if age > glossary.stale_after:
            message = f"nobody has looked at this entry for {age} days: is it still right?"
            yield Remark(message, concept.id, ("updated",), found=str(concept.updated))
        yield from _ended(concept, glossary.today)


def _ended(concept: Concept, today: datetime.date) -> Iterator[Remark]:
    for locale, terms in concept.terms.items():
        ends = [term.valid_to or datetime.date.max for term in terms if term.status in LIVE]
        if ends and max(ends) < today:
            message = (
                f"all terms in use in `{locale}` ran out on {max(ends)}: add the one for today, or retire the entry"
            )
            yield Remark(message, concept.id, ("terms", locale, KEY), locale)
