"""Two entries of one kind prefer the same name: they are probably about the same thing.

## Why

What is decided in one is not known in the other, and translators get two answers.

**What is reported**: the later of two entries of the same kind that prefer the same term in some language. Where the
two names differ in accents, spaces or punctuation it is an info finding.

## What is not

Surnames, given names, nicknames, adjectives and names of inhabitants; entries of different kinds, for which see
`homograph`; names that are marked `ambiguous`; retired entries.

## How to fix it

Merge the entries. Where they are two that share a name, mark it `ambiguous: true` in both.

## Sources

ISO 26162: doublettes; ISO 704: one concept, one entry.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from termkit.model import AdministrativeStatus, Category, Rule, Severity

from ._glossary import Glossary, GlossaryExample, PlacedTerm, Remark, live_terms
from ._names import are_doublettes, shared_names, sign

RULE = Rule(
    name="doublette",
    category=Category.CONSISTENCY,
    summary="two entries that seem to be about the same thing",
    mqm="terminology",
    severity=Severity.WARNING,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en: Kyiv
- id: place-kyiv-city
  kind: place
  terms: {en: ⟦Kyiv⟧}
""",
        (("`Kyiv` is the preferred name of place-kyiv too: merge the entries, or mark it `ambiguous: true` in both"),),
    ),
    GlossaryExample(
        """\
- id: place-kherson
  kind: place
  terms: {es: Jersón}
- id: place-herson
  kind: place
  terms: {es: ⟦Jerson⟧}
""",
        ("`Jerson` is nearly the preferred name of place-kherson, `Jersón`: is it the same place?",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en: Kyiv
- id: org-kyiv
  kind: organisation
  terms: {en: Kyiv}
""",
    ),
)


_MARKS = re.compile(r"[\W_]+")


def check(glossary: Glossary) -> Iterator[Remark]:
    """Each later entry, once."""
    reported: set[tuple[str, str]] = set()
    for first, other in _same(glossary):
        if _is_new(first, other, reported):
            yield other.remark(
                f"`{other.term.term}` is the preferred name of {first.concept.id} too: merge the entries, or mark it "
                "`ambiguous: true` in both"
            )
    for first, other in _near(glossary):
        if _is_new(first, other, reported):
            yield other.remark(
                f"`{other.term.term}` is nearly the preferred name of {first.concept.id}, `{first.term.term}`: is it "
                f"the same {other.concept.kind}?",
                severity=Severity.INFO,
            )


def _is_new(first: PlacedTerm, other: PlacedTerm, reported: set[tuple[str, str]]) -> bool:
    pair = first.concept.id, other.concept.id
    is_new = pair not in reported
    reported.add(pair)
    return is_new


def _same(glossary: Glossary) -> Iterator[tuple[PlacedTerm, PlacedTerm]]:
    for group in shared_names(glossary):
        firsts: dict[str, PlacedTerm] = {}  # by kind
        for placed in group:
            if are_doublettes(placed, placed):
                first = firsts.setdefault(placed.concept.kind, placed)
                if first is not placed:
                    yield first, placed


def _near(glossary: Glossary) -> Iterator[tuple[PlacedTerm, PlacedTerm]]:
    firsts: dict[tuple[str, str, str], PlacedTerm] = {}
    for placed in live_terms(glossary):
        if placed.term.status is AdministrativeStatus.PREFERRED:
            key = placed.concept.kind, placed.term.locale, _bare(placed.term.term)
            first = firsts.setdefault(key, placed)
            if first.concept is not placed.concept and are_doublettes(first, placed):
                yield first, placed


def _bare(term: str) -> str:
    """A term without accents on Latin letters, spaces and punctuation; one of nothing else stays as it is.

    >>> _bare("Saint-Étienne"), _bare("Край"), _bare("+")
    ('saintetienne', 'край', '+')
    """
    folded = sign(term)
    bare = "".join(char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char))
    return _MARKS.sub("", bare if bare.isascii() else folded) or folded
