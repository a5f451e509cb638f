"""CSV with a row for each term of every locale: the whole termbase for a spreadsheet.

The columns are documented in docs/glossary-export.md. Definition and note to translators are those in the locale of
the row. A cell that a spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Concept, Term

from ._csv import csv_lines, guarded
from ._format import Format, Losses, Scope
from .fields import LABELS, concept_facts, term_facts

__all__ = ["CSV"]

_CONCEPT = ("kind", "status", "sex", "definition", "note_translators", "source", "updated", "related")
_TERM = tuple(field for field in LABELS if field.startswith("terms."))
_HEADER = ("id", "locale", "term", *(_name.removeprefix("terms.") for _name in _TERM))
_COLUMNS = (*_HEADER, *("entry_status" if name == "status" else name for name in _CONCEPT))


def _write(scope: Scope, losses: Losses) -> Iterator[str]:
    yield from csv_lines(_rows(scope, losses))


def _rows(scope: Scope, losses: Losses) -> Iterator[list[str]]:
    yield list(_COLUMNS)
    for concept in scope.concepts:
        sections = scope.sections(concept)
        for terms in sections.values():
            for term in terms:
                yield [guarded(cell) for cell in _row(concept, term)]
        for locale in dict.fromkeys((*concept.definition, *concept.note_translators)):
            if locale not in sections:
                losses.add(f"the definition or note to translators in {locale}, where it has no term", concept)


def _row(concept: Concept, term: Term) -> list[str]:
    of_term = {fact.field: fact.value for fact in term_facts(term)}
    of_concept = {
        "status": concept.status,
        **{fact.field: fact.value for fact in concept_facts(concept, [term.locale])},
    }
    # A spreadsheet has no default that a reader would know: these are always told.
    of_term["terms.type"] = term.type
    of_term["terms.case"] = "sensitive" if term.case_sensitive else "insensitive"
    return [
        concept.id,
        term.locale,
        term.term,
        *(of_term.get(field, "") for field in _TERM),
        *(of_concept.get(field, "") for field in _CONCEPT),
    ]


CSV = Format(
    name="csv",
    suffix="csv",
    readers="spreadsheets, and programs of your own",
    carries={
        "id": "id",
        "terms.term": "term",
        **{field: field.removeprefix("terms.") for field in _TERM},
        **{field: "entry_status" if field == "status" else field for field in _CONCEPT},
    },
    write=_write,
    bilingual=False,
    drafts=True,
    retired=True,
    spreadsheet=True,
)
