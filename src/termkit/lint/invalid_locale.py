"""A language tag is none that CLDR knows, or is not written as CLDR writes it.

## Why

Terms under `ua` are never used: Ukrainian is `uk`. Tools disagree about `pt_br` and `zh-hant`.

**What is reported**: unknown and retired tags, and capitals or underscores where they do not belong. Norwegian is `no`
or `nb`; it needs no quotes here.

## How to fix it

Write the tag that the message names. `--fix` puts capitals and hyphens right; which language is meant it leaves to you.

## Sources

BCP 47; Unicode CLDR.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule
from termkit.tags import parse_locale

from ._glossary import Glossary, GlossaryExample, Remark, report_faults

RULE = Rule(
    name="invalid-locale",
    category=Category.LANGUAGE,
    summary="a language tag that does not exist or is not written so",
    mqm="other",
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    ⟦ua⟧: Київ
""",
        ("`ua` is no language tag known to CLDR; did you mean `uk`?",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    ⟦pt_br⟧: Kiev
""",
        ("the language tag `pt_br` is written `pt-BR`",),
        fixed="""\
- id: place-kyiv
  kind: place
  terms:
    pt-BR: Kiev
""",
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    pt-BR: Kiev
    ⟦pt_br⟧: Quieve
""",
        ("the language tag `pt_br` is written `pt-BR`",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    uk: Київ
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """What the loader found."""
    return report_faults(RULE, glossary, _canonical)


def _canonical(tag: str) -> str | None:
    try:
        return parse_locale(tag)
    except ValueError:
        return None
