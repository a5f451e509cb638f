"""A deprecated or forbidden term does not say what to write instead.

## Why

A finding without advice is looked up or ignored; where an entry has a full name and a surname, termkit can't know
which of them replaces a wrong surname.

**What is reported**: deprecated and forbidden terms without `replace_with`, in languages that have a term in use.

## What is not

Superseded terms, which were right once; retired entries.

## How to fix it

Add `replace_with` with the term of the same type. `--fix` does where there is one preferred term of that type, or one
at all, and it has no dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import BANNED, LIVE, AdministrativeStatus, Category, Rule, Severity, Term

from ._glossary import Edit, Glossary, GlossaryExample, Remark, terms_of

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
        fixed="""\
- id: place-kyiv
  kind: place
  terms:
    en:
      - Kyiv
      - {term: Kiev, status: forbidden, replace_with: Kyiv}
""",
    ),
    GlossaryExample(
        """\
- id: person-denys-prokopenko
  kind: person
  terms:
    en:
      - Denys Prokopenko
      - {term: Redis, type: nickname}
      - {term: ⟦Prokopenka⟧, type: surname, status: forbidden}
""",
        ("`Prokopenka` is forbidden and does not say what to write: add `replace_with: Denys Prokopenko`",),
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
            of_type = [other for other in live if other.type is term.type]
            if wanted := next(iter(of_type or live), None):
                advice = f"add `replace_with: {wanted.term}`"
                message = f"`{term.term}` is {term.status} and does not say what to write: {advice}"
                edit = Edit(placed.steps("replace_with"), None, wanted.term)
                edits = (edit,) if len(of_type or live) == 1 and _is_lasting(wanted) else ()
                yield placed.remark(message, expected=wanted.term, edits=edits)


def _is_lasting(term: Term) -> bool:
    return term.status is AdministrativeStatus.PREFERRED and not (term.valid_from or term.valid_to)
