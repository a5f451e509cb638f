"""A term of one to three letters counts wherever these letters are a word.

## Why

*us* for the United States would be found in every second sentence.

**What is reported**: terms in use of up to three letters for which capitals do not count.

## What is not

Terms marked `ambiguous`; terms with capitals, unless they are `case: insensitive`; scripts without capitals.

## How to fix it

Add `case: sensitive` or `ambiguous: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule, Severity

from ._glossary import Glossary, GlossaryExample, Remark, live_terms

RULE = Rule(
    name="short-term",
    category=Category.TERM,
    summary="a term that is too short to count everywhere",
    mqm="terminology",
    severity=Severity.WARNING,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-us
  kind: place
  terms:
    en: [United States, {term: ⟦US⟧, type: acronym, case: insensitive}]
""",
        ("`US` is short and counts without its capitals: add `case: sensitive` or `ambiguous: true`",),
    ),
    GlossaryExample(
        """\
- id: place-us
  kind: place
  terms:
    en: [United States, {term: US, type: acronym}]
""",
    ),
)


_SHORT = 3
_ADVICE = "add `case: sensitive` or `ambiguous: true`"


def check(glossary: Glossary) -> Iterator[Remark]:
    """The short terms in use."""
    for placed in live_terms(glossary):
        term = placed.term
        if len(term.term) <= _SHORT and not term.case_sensitive and not term.ambiguous and _has_capitals(term.term):
            yield placed.remark(f"`{term.term}` is short and counts without its capitals: {_ADVICE}")


def _has_capitals(term: str) -> bool:
    return term.upper() != term.lower()
