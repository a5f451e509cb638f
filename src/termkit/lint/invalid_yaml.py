"""A glossary file can't be read, or not as the list of concept entries that it must be.

## Why

What can't be read is not checked with: no other command works until it is put right.

**What is reported**: a file that can't be opened, is not UTF-8 or no valid YAML; keys given twice, of which YAML keeps
the last; anchors, aliases, tags and further documents, which have no use in a glossary.

## How to fix it

The message says what to do; mostly it is the indentation, or quotes round a text that holds a colon and a space.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule

from ._glossary import Glossary, GlossaryExample, Remark, report_faults

RULE = Rule(
    name="invalid-yaml",
    category=Category.STRUCTURE,
    summary="a glossary file that can't be read",
    mqm="other",
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en: [Kyiv]
    ⟦en⟧: [Kiev]
""",
        ("the key `en` is given twice, first on line 4: keep one",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en: [Kyiv]
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """What the loader found."""
    return report_faults(RULE, glossary)
