"""An entry has no term in use in a language that the house translates into.

## Why

Translators into that language get no answer, and `termkit check` can't tell whether the name is right.

**What is reported**: each entry that has no preferred or admitted term in a locale of the setting `lint-locales`, or of
`--require-locale`. Without them nothing is reported. Terms in `pt` serve `pt-BR` too.

## What is not

Retired and draft entries.

## How to fix it

Add the term, or make the entry a draft until somebody has.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import LIVE, Category, Concept, Locale, Rule, Severity
from termkit.termbase import KEY

from ._glossary import Glossary, GlossaryExample, Remark

RULE = Rule(
    name="locale-missing",
    category=Category.TERM,
    summary="an entry without a term in a language that must have one",
    mqm="terminology",
    severity=Severity.WARNING,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  ⟦terms⟧: {en: Kyiv, de: Kyjiw}
""",
        ("there is no term in use in `uk`: add one",),
        locales=("en", "uk"),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en: Kyiv
    uk: Київ
""",
        locales=("en", "uk"),
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """The required languages that entries lack."""
    for concept in glossary.concepts.values():
        missing = [locale for locale in glossary.locales if not _is_in(concept, locale)]
        if missing and concept.status not in ("draft", "retired"):
            named = ", ".join(f"`{locale}`" for locale in missing)
            yield Remark(f"there is no term in use in {named}: add one", concept.id, ("terms", KEY), missing[0])


def _is_in(concept: Concept, locale: Locale) -> bool:
    return any(term.status in LIVE for term in concept.terms_in(locale))
