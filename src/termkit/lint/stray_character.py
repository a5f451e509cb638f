"""A term, a form or an exception holds a character that nobody sees.

## Why

A zero-width space in a term looks right and matches nothing, and it goes to every translator who copies it.

**What is reported**: spaces at the edges, double spaces, tabs, line breaks and special spaces; invisible characters
(zero-width space, soft hyphen, marks of direction); accented letters that are not in Unicode's composed form NFC.

## What is not

Joiners in scripts that are spelt with them.

## How to fix it

`--fix` leaves plain single spaces between words, takes out what is invisible and composes the letters; a character of
private use stays for you. A plain space in a term matches every kind of space in an article.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule
from termkit.termbase.spelling import repaired_spelling

from ._glossary import Glossary, GlossaryExample, Remark, report_faults

RULE = Rule(
    name="stray-character",
    category=Category.FORMAT,
    summary="a space or invisible character that does not belong in a term",
    mqm="other",
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en: ⟦Ky\u200biv⟧
""",
        ("`term` holds the invisible character U+200B ZERO WIDTH SPACE: delete it",),
        fixed="""\
- id: place-kyiv
  kind: place
  terms:
    en: Kyiv
""",
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en: ⟦Ky\ue000iv⟧
""",
        ("`term` holds the invisible character U+E000: delete it",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en: Kyiv
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """What the loader found."""
    return report_faults(RULE, glossary, repaired_spelling)
