"""A word mixes letters of several scripts that look alike: a Latin i in a Cyrillic word.

## Why

The eye can't see it and no text matches it, so the name is never found; search and sorting fail as well.

**What is reported**: a word of a term or of a form with letters of more than one of Latin, Cyrillic, Greek and
Armenian.

## What is not

Words of different scripts side by side (*AFP повідомило*); scripts whose letters do not look alike (*AFP通信*).

## How to fix it

Type the word again with one keyboard layout. The message names the letters of the script that has fewer. Where that is
one letter only, and the other script has one that looks the same, `--fix` writes that one.

## Sources

Unicode Technical Standard 39, mixed-script detection.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule
from termkit.termbase.spelling import repaired_scripts

from ._glossary import Glossary, GlossaryExample, Remark, report_faults

RULE = Rule(
    name="mixed-script",
    category=Category.LANGUAGE,
    summary="a word with letters of two scripts",
    mqm="other",
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    uk: ⟦Кuїв⟧
""",
        ("`Кuїв` mixes Cyrillic and Latin letters in the word `Кuїв` (Latin: u): type the word in one script",),
    ),
    GlossaryExample(
        """\
- id: place-lviv
  kind: place
  terms:
    en: ⟦Lvіv⟧
""",
        ("`Lvіv` mixes Cyrillic and Latin letters in the word `Lvіv` (Cyrillic: і): type the word in one script",),
        fixed="""\
- id: place-lviv
  kind: place
  terms:
    en: Lviv
""",
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
    return report_faults(RULE, glossary, repaired_scripts)
