"""A person's name has a gender that does not go with the person's sex.

## Why

The name is declined by one of the two: *Ірини Верещук*, but *Івана Верещука*.

**What is reported**: full forms, surnames and given names in use whose `gender` is not that of the entry's `sex`.

## What is not

Nicknames, short forms and variants, which may have a gender of their own.

## How to fix it

Correct the one that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule, Severity, TermType

from ._glossary import Glossary, GlossaryExample, Remark, live_terms

RULE = Rule(
    name="gender-contradiction",
    category=Category.LANGUAGE,
    summary="a person's name in the gender of the other sex",
    mqm="terminology",
    severity=Severity.WARNING,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: person-iryna-vereshchuk
  kind: person
  sex: female
  terms:
    uk: {term: Ірина Верещук, gender: ⟦masculine⟧}
""",
        ("`Ірина Верещук` is masculine, and the person is female: correct one of the two",),
    ),
    GlossaryExample(
        """\
- id: person-iryna-vereshchuk
  kind: person
  sex: female
  terms:
    uk: {term: Ірина Верещук, gender: feminine}
""",
    ),
)


_GENDERS = {"male": "masculine", "female": "feminine"}
_NAMES = frozenset((TermType.FULL_FORM, TermType.SURNAME, TermType.GIVEN_NAME))


def check(glossary: Glossary) -> Iterator[Remark]:
    """The names of people in use that have another gender."""
    for placed in live_terms(glossary):
        term, sex = placed.term, placed.concept.sex
        if sex and term.gender and term.type in _NAMES and term.gender != _GENDERS[sex]:
            message = f"`{term.term}` is {term.gender}, and the person is {sex}: correct one of the two"
            yield placed.remark(message, "gender", expected=_GENDERS[sex], found=term.gender)
