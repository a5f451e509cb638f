"""CSV as memoQ exports and imports its term bases: one row an entry, a column for each term of a language.

Its columns are matched with the fields of the term base when they are imported, by name; a language with several
terms has its column several times. memoQ's mark for forbidden terms in a file is not documented, so such terms
are named in the note of the entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import babel

from termkit.model import REPLACED, Concept, Locale, Term

from ._csv import csv_lines
from ._format import Format, Losses, Scope
from .pairs import live_terms

__all__ = ["MEMOQ_CSV"]

_DELIMITER = ";"
_ENTRY = ("Entry_ID", "Entry_Subject", "Entry_Note")


def _write(scope: Scope, losses: Losses) -> Iterator[str]:
    yield from csv_lines(_rows(scope, losses), _DELIMITER)


def _rows(scope: Scope, losses: Losses) -> Iterator[list[str]]:
    widths = {
        locale: max((len(live_terms(concept.terms_in(locale))) for concept in scope.concepts), default=0)
        for locale in scope.locales
    }
    yield [*_ENTRY, *(name for locale, width in widths.items() for name in _columns(locale, width))]
    for concept in scope.concepts:
        row = [concept.id, concept.kind, _note(concept, scope)]
        for locale, width in widths.items():
            terms = [term.term for term in live_terms(concept.terms_in(locale))]
            row += [concept.definition.get(locale, ""), *terms, *[""] * (width - len(terms))]
        yield row
        for term in _replaced(concept, scope):
            losses.add("memoQ's mark for forbidden terms is not documented; it is named in Entry_Note", concept, term)


def _columns(locale: Locale, width: int) -> list[str]:
    name = babel.Locale.parse(locale, sep="-").get_display_name("en") or locale
    name = "_".join(re.findall(r"\w+", name))  # as in English_United_States
    return [f"{name}_Def", *[name] * width]


def _note(concept: Concept, scope: Scope) -> str:
    notes = [concept.note_translators[i] for i in scope.locales if i in concept.note_translators]
    wrong = [f"{term.locale}: not {term.term}" + _instead(term) for term in _replaced(concept, scope)]
    return "\n".join((*notes, *wrong))


def _replaced(concept: Concept, scope: Scope) -> list[Term]:
    return [term for locale in scope.locales for term in concept.terms_in(locale) if term.status in REPLACED]


def _instead(term: Term) -> str:
    return f" but {term.replace_with}" if term.replace_with else ""


MEMOQ_CSV = Format(
    name="memoq-csv",
    suffix="csv",
    readers="memoQ, memoQ web",
    carries={
        "id": "Entry_ID",
        "kind": "Entry_Subject",
        "definition": "a column for each language",
        "note_translators": "Entry_Note",
        "terms.term": "a column for each term of a language, the preferred ones first",
        "terms.replace_with": "Entry_Note",
    },
    write=_write,
    spreadsheet=True,
)
