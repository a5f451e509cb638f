"""A term begins with a character that other tools take for something else.

## Why

Spreadsheets take `=`, `+`, `-`, `@`, `|` and `%` for the beginning of a formula, and Weblate refuses them in a
glossary; OmegaT takes `#` for a comment and leaves the term out. termkit's exports guard against it, which changes
what a translator sees.

**What is reported**: terms, and the terms that replace them, that begin so.

## How to fix it

Write the term without the character, or with a word before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule, Severity

from ._glossary import Glossary, GlossaryExample, Remark, terms_of

RULE = Rule(
    name="leading-symbol",
    category=Category.FORMAT,
    summary="a term that other tools take for a formula or a comment",
    mqm="other",
    severity=Severity.WARNING,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: term-free
  kind: term
  terms:
    en: ⟦"-free"⟧
""",
        ("`-free` begins with `-`, which other tools take for a formula or a comment: write it without",),
    ),
    GlossaryExample(
        """\
- id: term-free
  kind: term
  terms:
    en: drone-free
""",
    ),
)


_SYMBOLS = "=+-@|%#＝＋－＠"


def check(glossary: Glossary) -> Iterator[Remark]:
    """The terms that begin so."""
    for placed in terms_of(glossary):
        first = placed.term.term[:1]
        if first in _SYMBOLS:
            yield placed.remark(
                f"`{placed.term.term}` begins with `{first}`, which other tools take for a formula or a comment: "
                "write it without"
            )
