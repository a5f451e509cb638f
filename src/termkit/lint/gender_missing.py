"""A name does not tell its gender, and its language asks for it.

## Why

The gender decides how a name declines, and the endings of the words beside it. termkit makes forms by it, and
translators who do not know the name need it.

**What is reported**: full and short forms and parts of people's names that are in use, without `gender`, in languages
that give nouns genders.

## What is not

Names in the plural (`number: plural`), names of people whose `sex` the entry tells, abbreviations, variants,
adjectives; languages in which the gender of most places is not settled (French, Spanish, Italian, Portuguese).

## How to fix it

Add `gender: masculine`, `feminine` or `neuter`; `number: plural` for names such as *Stany Zjednoczone*; for a person
`sex: male` or `female` in the entry.

## Sources

CLDR, grammatical features of languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule, Severity, TermType

from ._glossary import Glossary, GlossaryExample, PlacedTerm, Remark, live_terms
from ._grammar import has_genders

RULE = Rule(
    name="gender-missing",
    category=Category.LANGUAGE,
    summary="a name without the gender that its language asks for",
    mqm="terminology",
    severity=Severity.WARNING,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    uk: ⟦Київ⟧
    en: Kyiv
""",
        ("`Київ` has no gender, and names in `uk` need one: add `gender`",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    uk: {term: Київ, gender: masculine}
    en: Kyiv
""",
    ),
)


_NAMES = frozenset((TermType.FULL_FORM, TermType.SHORT_FORM, TermType.SURNAME, TermType.GIVEN_NAME, TermType.NICKNAME))


def check(glossary: Glossary) -> Iterator[Remark]:
    """The names in use that lack a gender."""
    for placed in live_terms(glossary):
        term = placed.term
        if not term.gender and has_genders(term.locale) and _needs_gender(placed):
            advice = "add `sex` to the entry, or `gender`" if placed.concept.kind == "person" else "add `gender`"
            yield placed.remark(f"`{term.term}` has no gender, and names in `{term.locale}` need one: {advice}")


def _needs_gender(placed: PlacedTerm) -> bool:
    # What is neither name nor title may be any part of speech.
    concept, term = placed.concept, placed.term
    return term.number != "plural" and term.type in _NAMES and not concept.sex and concept.kind != "term"
