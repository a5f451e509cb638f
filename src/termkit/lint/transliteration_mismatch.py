"""A term is not what the transliteration system that it names gives.

## Why

The entry says where its spelling comes from, and that is not so: one of the two is a slip.

**What is reported**: a term with `transliteration` whose system, applied to `of`, gives another spelling; a system that
does not exist; an `of` that is no term of the entry in the language that the system reads.

## What is not

Spellings that the system allows beside its usual one, capitals as passports have them, systems that nobody has
reviewed (these give an info finding).

## How to fix it

Correct the term, or take `transliteration` out where the house has decided on a spelling of its own.
`termkit transliterate` shows what a system gives, `--list` shows the systems.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.folding import fold_string
from termkit.model import Category, Rule, Severity
from termkit.transliterate import (
    Confidence,
    System,
    expected_spelling,
    follows,
    load_system,
    system_ids,
    unknown_system,
)

from ._glossary import Glossary, GlossaryExample, PlacedTerm, Remark, terms_of

RULE = Rule(
    name="transliteration-mismatch",
    category=Category.LANGUAGE,
    summary="a spelling that its transliteration system does not give",
    mqm="terminology",
    severity=Severity.WARNING,
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: place-zhytomyr
  kind: place
  terms:
    uk: Житомир
    en: {term: ⟦Zhitomir⟧, transliteration: {system: uk-Latn-kmu2010, of: Житомир}}
""",
        ("uk-Latn-kmu2010 gives `Zhytomyr` for `Житомир`, not `Zhitomir`",),
    ),
    GlossaryExample(
        """\
- id: place-zhytomyr
  kind: place
  terms:
    uk: Житомир
    en: {term: Zhytomyr, transliteration: {system: ⟦uk-Latn-kmu2011⟧, of: Житомир}}
""",
        ("unknown system `uk-Latn-kmu2011`; did you mean `uk-Latn-kmu2010`?",),
    ),
    GlossaryExample(
        """\
- id: place-zhytomyr
  kind: place
  terms:
    uk: Житомир
    en: {term: Zhytomyr, transliteration: {system: uk-Latn-kmu2010, of: Житомир}}
""",
    ),
)


def check(glossary: Glossary) -> Iterator[Remark]:
    """The terms that say which system they follow, and do not."""
    for placed in terms_of(glossary):
        if name := placed.term.transliteration:
            if name not in system_ids():
                yield placed.remark(unknown_system(name), "transliteration", "system", found=name)
            elif placed.term.transliteration_of:
                yield from _compared(placed, placed.term.transliteration_of, load_system(name))


def _compared(placed: PlacedTerm, original: str, system: System) -> Iterator[Remark]:
    term = placed.term.term
    expected = expected_spelling(system.id, original)
    if term != expected and not follows(term, original, system.id):
        yield placed.remark(
            f"{system.id} gives `{expected}` for `{original}`, not `{term}`",
            severity=Severity.INFO if system.confidence is Confidence.UNVERIFIED else None,
            expected=expected,
            found=term,
        )
    known = placed.concept.terms_in(system.source)
    if known and not any(fold_string(other.term) == fold_string(original) for other in known):
        message = f"`{original}` is no term of this entry in `{system.source}`"
        yield placed.remark(message, "transliteration", "of", found=original)
