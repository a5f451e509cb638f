"""A term is forbidden or deprecated, and in use as well.

## Why

Both can't be kept. Where another entry uses the term, `termkit check` can't tell which of the two is meant, and never
reports it.

**What is reported**: a forbidden or deprecated term that is also a term in use, or a form of one, of the same entry (an
error), or a term in use of another entry (a warning), in the same language.

## What is not

Terms whose dates do not overlap; across entries, terms marked `ambiguous`, and those of retired entries.

## How to fix it

Keep one. Where two concepts share a name that only one of them may go by, mark it `ambiguous: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.folding import fold_string
from termkit.model import BANNED, Category, Rule, Severity

from ._glossary import Glossary, GlossaryExample, PlacedTerm, Remark, report_faults, terms_of
from ._names import live_names, sign

RULE = Rule(
    name="term-contradiction",
    category=Category.CONSISTENCY,
    summary="a term that is forbidden and in use",
    mqm="terminology",
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en:
      - Kyiv
      - {term: ⟦Kyiv⟧, status: forbidden, type: variant}
""",
        (
            (
                "`Kyiv` is both forbidden and preferred: keep one, or give them dates that do not overlap; "
                "the other is on line 5"
            ),
        ),
    ),
    GlossaryExample(
        """\
- id: unit-azov
  kind: military-unit
  terms:
    en:
      - Azov Regiment
      - {term: ⟦Azov⟧, status: deprecated}
- id: place-azov
  kind: place
  terms: {en: Azov}
""",
        (
            (
                "`Azov` is deprecated here and the preferred term of place-azov: nothing will be reported; "
                "mark it `ambiguous: true` or take it out"
            ),
        ),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    en:
      - Kyiv
      - {term: Kiev, status: forbidden}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """Contradictions inside an entry, and between entries."""
    yield from report_faults(RULE, glossary)
    for placed in terms_of(glossary):
        if placed.term.status in BANNED and not placed.term.ambiguous:
            yield from _between(placed, glossary)


def _between(placed: PlacedTerm, glossary: Glossary) -> Iterator[Remark]:
    term = placed.term
    for other in live_names(glossary).get((term.locale, sign(term.term)), ()):
        # Where capitals count, "us" is not "US".
        same = not term.case_sensitive or fold_string(other.term.term) == fold_string(term.term)
        if same and other.concept is not placed.concept and not other.term.ambiguous:
            yield placed.remark(
                f"`{term.term}` is {term.status} here and the {other.term.status} term of {other.concept.id}: nothing "
                "will be reported; mark it `ambiguous: true` or take it out",
                severity=Severity.WARNING,
            )
            return
