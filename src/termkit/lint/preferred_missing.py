"""A language of an entry has terms, and none of them is preferred.

## Why

Nobody is told what to write, and exports have no translation to give.

**What is reported**: a language whose terms are all admitted, or all superseded, deprecated or forbidden.

## What is not

Retired entries; languages that have no terms at all, for which see `locale-missing`.

## How to fix it

Make one term preferred, or add the one that should be written.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import LIVE, AdministrativeStatus, Category, Rule, Severity
from termkit.termbase import KEY

from ._glossary import Glossary, GlossaryExample, Remark

RULE = Rule(
    name="preferred-missing",
    category=Category.CONSISTENCY,
    summary="a language without a preferred term",
    mqm="terminology",
    severity=Severity.WARNING,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    uk: Київ
    ⟦en⟧: [{term: Kyiv, status: admitted}]
""",
        ("no term in `en` is preferred: make `Kyiv` preferred, or add the one to write",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    uk: Київ
    ⟦en⟧: [{term: Kiev, status: forbidden}]
""",
        ("`en` has no term in use, only what is not to be written: add the one to write",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    uk: Київ
    en: [Kyiv, {term: Kiev, status: admitted}]
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """The languages of each entry in which nothing is preferred."""
    for concept in glossary.concepts.values():
        if concept.status == "retired":
            continue
        for locale, terms in concept.terms.items():
            if not any(term.status is AdministrativeStatus.PREFERRED for term in terms):
                live = next((term.term for term in terms if term.status in LIVE), None)
                yield Remark(_message(locale, live), concept.id, ("terms", locale, KEY), locale)


def _message(locale: str, live: str | None) -> str:
    if live is None:
        return f"`{locale}` has no term in use, only what is not to be written: add the one to write"
    return f"no term in `{locale}` is preferred: make `{live}` preferred, or add the one to write"
