"""A deprecated or forbidden term does not say what to write instead.

## Why

A finding without advice is looked up or ignored; where an entry has a full name and a surname, termkit can't know
which of them replaces a wrong surname.

**What is reported**: deprecated and forbidden terms without `replace_with`, in languages that have a term in use.

## What is not

Superseded terms, which were right once; retired entries.

## How to fix it

Add `replace_with` with the term of the same type.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule, Severity

from ._glossary import BANNED, LIVE, Glossary, GlossaryExample, Remark, terms_of

RULE = Rule(
    name="replacement-missing",
    category=Category.CONSISTENCY,
    summary="an unwanted term that says nothing of what to write",
    mqm="terminology",
    severity=Severity.WARNING,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en:
      - Kyiv
      - {term: ⟦Kiev⟧, status: forbidden}
""",
        ("`Kiev` is forbidden and does not say what to write: add `replace_with: Kyiv`",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en:
      - Kyiv
      - {term: Kiev, status: forbidden, replace_with: Kyiv}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """The unwanted terms without advice."""
    for placed in terms_of(glossary):
        term = placed.term
        if term.status in BANNED and not term.replace_with:
            live = [other for other in placed.concept.terms[term.locale] if other.status in LIVE]
            wanted = next((other for other in live if other.type is term.type), live[0] if live else None)
            if wanted:
                advice = f"add `replace_with: {wanted.term}`"
                message = f"`{term.term}` is {term.status} and does not say what to write: {advice}"
                yield placed.remark(message, expected=wanted.term)
