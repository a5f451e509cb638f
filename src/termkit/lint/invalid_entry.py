"""A concept entry has a key that does not exist, lacks one that it needs, or has a value that can't stand there.

## Why

A misspelt key is a fact that is lost. `docs/termbase.md` lists the keys and their values, and an editor with a YAML
language server completes them.

**What is reported**: unknown keys; missing `id`, `kind`, `terms` or `term`; ids that are not small letters and digits
with single hyphens; values of the wrong shape, empty ones, words and dates that are none of those allowed.

## How to fix it

The message names what was probably meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule

from ._glossary import Glossary, GlossaryExample, Remark, report_faults

RULE = Rule(
    name="invalid-entry",
    category=Category.STRUCTURE,
    summary="a key or value that a concept entry can't have",
    mqm="other",
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  ⟦definitoin⟧: {en: Capital of Ukraine.}
  terms:
    en: Kyiv
""",
        ("unknown key `definitoin` in a concept entry; did you mean `definition`?",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  definition: {en: Capital of Ukraine.}
  terms:
    en: Kyiv
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """What the loader found."""
    return report_faults(RULE, glossary)
