"""Two concepts share a name in the source language, and exports keep one of their translations.

## Why

The glossaries of DeepL, Google Cloud Translation and Amazon Translate take one translation for a source term, so the
second concept would be translated with the name of the first. Weblate and OmegaT show both to a translator without
saying which is which; in PO the two have a `msgctxt` each, in CSV an `id`.

**What is reported**: the second of two entries that have a name of the source language in common, where their terms in
some other language differ.

## What is not

Names that are marked `ambiguous` in one of the entries, which those glossaries leave out; concepts whose translations
are the same; retired entries.

## How to fix it

Mark the name `ambiguous: true`, and give both concepts a longer one; merge entries that are about the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule, Severity

from ._glossary import Glossary, GlossaryExample, Remark
from ._names import collide, shared_names

RULE = Rule(
    name="export-collision",
    category=Category.CONSISTENCY,
    summary="two terms that become one in what is exported",
    mqm="terminology",
    severity=Severity.WARNING,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-azov
  kind: place
  terms: {en: Azov, de: Asow}
- id: unit-azov
  kind: military-unit
  terms: {en: ⟦Azov⟧, de: Asow-Regiment}
""",
        (
            (
                "`Azov` is a name of place-azov too, with another translation into `de`, and some exports "
                "keep only one: mark both `ambiguous: true`"
            ),
        ),
    ),
    GlossaryExample(
        """\
- id: place-azov
  kind: place
  terms: {en: {term: Azov, ambiguous: true}, de: Asow}
- id: unit-azov
  kind: military-unit
  terms: {en: {term: Azov, ambiguous: true}, de: Asow-Regiment}
""",
    ),
)


_MOST = 20  # entries with one name that each other one is compared with


def check(glossary: Glossary) -> Iterator[Remark]:
    """The names of the source language that stand for another concept already."""
    for group in shared_names(glossary):
        for number, placed in enumerate(group):
            for first in group[: min(number, _MOST)]:
                if locale := collide(first, placed, glossary):
                    yield placed.remark(
                        f"`{placed.term.term}` is a name of {first.concept.id} too, with another translation into "
                        f"`{locale}`, and some exports keep only one: mark both `ambiguous: true`"
                    )
                    break
