"""A name has no forms, and its language declines names.

## Why

*Київ* stands in texts as *Києва*, *Києву*, *Києві*. A form that nobody gave is not found, and translators who do not
know the name have to guess.

**What is reported**: names in use without `forms` that are not `indeclinable`, in languages that decline names. Where
termkit has tables of endings or a library for the language it derives forms, which are mostly right: there it is an
info finding.

## What is not

Acronyms, abbreviations, adjectives, names of inhabitants, phrases; a name that lists some of its forms.

## How to fix it

Add `forms`; `termkit glossary show ID` shows those that are derived, to be copied where they are right. Where the name
never changes, add `indeclinable: true`.

## Sources

CLDR, grammatical features of languages.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from termkit.language import load_language
from termkit.model import Category, Locale, Rule, Severity, TermType

from ._glossary import Glossary, GlossaryExample, Remark, live_terms
from ._grammar import has_cases

RULE = Rule(
    name="forms-missing",
    category=Category.LANGUAGE,
    summary="a name without forms in a language that declines",
    mqm="terminology",
    severity=Severity.WARNING,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    hy: ⟦Կիև⟧
    en: Kyiv
""",
        ("`Կիև` has no forms, and names decline in `hy`: add `forms`, or `indeclinable: true`",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    uk: {term: ⟦Київ⟧, gender: masculine}
""",
        (
            (
                "`Київ` has no forms, and names decline in `uk`: `termkit glossary show place-kyiv` has "
                "those that termkit derives"
            ),
        ),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    hy: {term: Կիև, forms: {gen: Կիևի}}
    en: Kyiv
""",
    ),
    GlossaryExample(
        """\
- id: place-baku
  kind: place
  terms:
    uk: {term: Баку, indeclinable: true}
""",
    ),
)


_NOT_DECLINED = frozenset(
    (TermType.ACRONYM, TermType.ABBREVIATION, TermType.ADJECTIVE, TermType.DEMONYM, TermType.PHRASE)
)


_WORD_FORMATION = {"adjective", "demonym", "possessive"}  # tables that inflect no names


def check(glossary: Glossary) -> Iterator[Remark]:
    """The names in use that are given in the nominative alone."""
    for placed in live_terms(glossary):
        term = placed.term
        if not term.forms and not term.indeclinable and term.type not in _NOT_DECLINED and has_cases(term.locale):
            derived = _derives(term.locale)
            advice = (
                f"`termkit glossary show {placed.concept.id}` has those that termkit derives"
                if derived
                else "add `forms`, or `indeclinable: true`"
            )
            yield placed.remark(
                f"`{term.term}` has no forms, and names decline in `{term.locale}`: {advice}",
                severity=Severity.INFO if derived else None,
            )


@functools.cache
def _derives(locale: Locale) -> bool:
    """Whether termkit has data to make forms with."""
    names = load_language(locale).names
    return names.proposer is not None or not names.tables.keys() <= _WORD_FORMATION
