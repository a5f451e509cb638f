"""The forms of a term have a nominative that is another word.

## Why

A term is given in the nominative; the forms are probably those of another term, or one of the two is misspelt.

**What is reported**: `forms` with a `nom` among which the term itself is not.

## How to fix it

Correct the term or the form, or take `nom` out: the term is its own nominative.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.folding import fold_string
from termkit.model import Category, Rule, Severity

from ._glossary import Glossary, GlossaryExample, Remark, terms_of

RULE = Rule(
    name="nominative-missing",
    category=Category.LANGUAGE,
    summary="forms whose nominative is not the term",
    mqm="terminology",
    severity=Severity.WARNING,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    uk: {term: Київ, forms: {nom: ⟦Киів⟧, gen: Києва}}
""",
        ("the nominative of `Київ` is given as `Киів`: correct one of the two",),
    ),
    GlossaryExample(
        """\
- id: place-kyiv
  kind: place
  terms:
    uk: {term: Київ, forms: {nom: Київ, gen: Києва}}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """The terms that their own forms lack."""
    for placed in terms_of(glossary):
        if nominatives := placed.term.forms.get("nom"):
            term = placed.term.term
            if fold_string(term) not in map(fold_string, nominatives):
                given = "`, `".join(nominatives)
                message = f"the nominative of `{term}` is given as `{given}`: correct one of the two"
                yield placed.remark(message, "forms", "nom", 0, expected=term, found=nominatives[0])
