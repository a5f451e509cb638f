"""A term is in a script that its language is not written in.

## Why

It stands under the wrong language, where texts will not have it, and goes to the wrong translators.

**What is reported**: letters of a script in which CLDR does not write the language.

## What is not

Latin letters, which stand in texts of every language (*AFP*); a Greek letter alone, which is a symbol (*β-carotene*).

## How to fix it

Move the term under its own language; `sr-Latn` and `sr` are two.

## Sources

Unicode CLDR, the names of languages and territories.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule

from ._glossary import Glossary, GlossaryExample, Remark, report_faults

RULE = Rule(
    name="wrong-script",
    category=Category.LANGUAGE,
    summary="a term in a script that its language is not written in",
    mqm="other",
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    de: ⟦Київ⟧
""",
        ("`Київ` has Cyrillic letters, and `de` is written in Latin: put it under its own language",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    uk: Київ
- {id: term-beta-carotene, kind: term, terms: {en: β-carotene, uk: β-каротин}}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """What the loader found."""
    return report_faults(RULE, glossary)
