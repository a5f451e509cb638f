"""An entry was last changed on a day that is still to come.

## Why

The date is a slip, and keeps the entry from ever being stale.

**What is reported**: `updated` later than tomorrow; where it is tomorrow already depends on the place.

## How to fix it

Write the day of the last change.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from termkit.model import Category, Rule, Severity

from ._glossary import Glossary, GlossaryExample, Remark

RULE = Rule(
    name="date-in-future",
    category=Category.DATE,
    summary="an entry that was changed on a day that is still to come",
    mqm="other",
    severity=Severity.WARNING,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  updated: ⟦2062-11-22⟧
  terms: {en: Kyiv}
""",
        ("`updated` is 2062-11-22, which is still to come: correct the date",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  updated: 2026-11-22
  terms: {en: Kyiv}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """The entries whose date can't be right."""
    tomorrow = glossary.today + datetime.timedelta(days=1)
    for concept in glossary.concepts.values():
        if concept.updated and concept.updated > tomorrow:
            message = f"`updated` is {concept.updated}, which is still to come: correct the date"
            yield Remark(message, concept.id, ("updated",), found=str(concept.updated))
