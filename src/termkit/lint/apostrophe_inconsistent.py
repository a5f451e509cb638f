"""The terms of a language are written with different apostrophes.

## Why

termkit takes them for one, but the tools of translators compare character by character: a term with the other
apostrophe is not found there, or is reported as wrong.

**What is reported**: a term in use with an apostrophe between letters that is not the one most terms of its language
have, of ' (U+0027), ’ (U+2019) and ʼ (U+02BC).

## How to fix it

Write the apostrophe that the message names; `--fix` does, in the forms of the term and where it is a replacement too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from termkit.model import Category, Rule, Severity
from termkit.termbase import Steps

from ._glossary import Edit, Glossary, GlossaryExample, PlacedTerm, Remark, live_terms

RULE = Rule(
    name="apostrophe-inconsistent",
    category=Category.CONSISTENCY,
    summary="an apostrophe that is not the one of the other terms",
    mqm="terminology",
    severity=Severity.WARNING,
)

EXAMPLES = (
    GlossaryExample(
        """\
- {id: person-a, kind: person, terms: {uk: Лук’ян}}
- {id: person-b, kind: person, terms: {uk: В’ячеслав}}
- {id: person-c, kind: person, terms: {uk: ⟦Дем'ян⟧}}
""",
        ("`Дем'ян` has the apostrophe U+0027, most terms in `uk` have U+2019: write `Дем’ян`",),
        fixed="""\
- {id: person-a, kind: person, terms: {uk: Лук’ян}}
- {id: person-b, kind: person, terms: {uk: В’ячеслав}}
- {id: person-c, kind: person, terms: {uk: Дем’ян}}
""",
    ),
    GlossaryExample(
        """\
- {id: person-a, kind: person, terms: {uk: [Лук’ян, {term: Слов’янськ, status: admitted}]}}
- id: person-c
  kind: person
  terms:
    uk:
      - {term: ⟦"Дем'ян"⟧, forms: {gen: Дем'яна, dat: [Дем'янові, "Дем'яну"]}}
      - {term: Демян, status: forbidden, replace_with: Дем'ян}  # no apostrophe at all
""",
        ("`Дем'ян` has the apostrophe U+0027, most terms in `uk` have U+2019: write `Дем’ян`",),
        fixed="""\
- {id: person-a, kind: person, terms: {uk: [Лук’ян, {term: Слов’янськ, status: admitted}]}}
- id: person-c
  kind: person
  terms:
    uk:
      - {term: Дем’ян, forms: {gen: Дем’яна, dat: [Дем’янові, Дем’яну]}}
      - {term: Демян, status: forbidden, replace_with: Дем’ян}  # no apostrophe at all
""",
    ),
    GlossaryExample(
        """\
- {id: person-a, kind: person, terms: {uk: Лук’ян}}
- {id: person-b, kind: person, terms: {uk: В’ячеслав}}
""",
    ),
)


_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’ʼ](?=[^\W\d_])")


def check(glossary: Glossary) -> Iterator[Remark]:
    """The terms that do not do as most of their language."""
    found: dict[str, list[PlacedTerm]] = {}
    for placed in live_terms(glossary):
        if _APOSTROPHE.search(placed.term.term):
            found.setdefault(placed.term.locale, []).append(placed)
    for terms in found.values():
        counts = Counter(char for placed in terms for char in set(_APOSTROPHE.findall(placed.term.term)))
        usual = counts.most_common(1)[0][0]
        for placed in terms:
            if others := set(_APOSTROPHE.findall(placed.term.term)) - {usual}:
                yield _remark(placed, min(others), usual)


def _remark(placed: PlacedTerm, other: str, usual: str) -> Remark:
    term = placed.term.term
    expected = _APOSTROPHE.sub(usual, term)
    return placed.remark(
        f"`{term}` has the apostrophe U+{ord(other):04X}, most terms in `{placed.term.locale}` have "
        f"U+{ord(usual):04X}: write `{expected}`",
        expected=expected,
        found=term,
        edits=tuple(_edits(placed, usual)),
    )


def _edits(placed: PlacedTerm, usual: str) -> Iterator[Edit]:
    """The other apostrophe in a term and in its forms, and in what names it as the right one."""
    term = placed.term
    for steps, old in ((placed.steps("term"), term.term), *_forms(placed)):
        new = _APOSTROPHE.sub(usual, old)
        if new != old:
            yield Edit(steps, old, new)
    for number, other in enumerate(placed.concept.terms[term.locale]):
        if other.replace_with == term.term:
            steps = ("terms", term.locale, number, "replace_with")
            yield Edit(steps, term.term, _APOSTROPHE.sub(usual, term.term))


def _forms(placed: PlacedTerm) -> Iterator[tuple[Steps, str]]:
    for case, forms in placed.term.forms.items():
        for number, form in enumerate(forms):
            yield placed.steps("forms", "other" if case == "*" else case, number), form
