"""JSON with everything there is, in the structure of a glossary file: `--glossary` reads it as it reads YAML."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from termkit.model import AdministrativeStatus, Concept, Locale, Term, TermType

from ._format import Format, Losses, Scope
from .fields import LABELS

__all__ = ["JSON"]


def _write(scope: Scope, losses: Losses) -> Iterator[str]:
    del losses  # there are none
    last = len(scope.concepts) - 1
    yield "["
    for number, concept in enumerate(scope.concepts):
        entry = json.dumps(_entry(concept, scope.sections(concept)), ensure_ascii=False)
        yield entry if number == last else f"{entry},"
    yield "]"


def _entry(concept: Concept, sections: Mapping[Locale, tuple[Term, ...]]) -> dict[str, Any]:
    values = {
        "id": concept.id,
        "kind": concept.kind,
        "definition": dict(concept.definition),
        "status": concept.status,
        "sex": concept.sex,
        "source": list(concept.source),
        "updated": concept.updated and concept.updated.isoformat(),
        "note_translators": dict(concept.note_translators),
        "related": [{"type": kind, "target": other} for kind, other in concept.related],
        "terms": {locale: list(map(_term, terms)) for locale, terms in sections.items()},
    }
    return {name: value for name, value in values.items() if value}


def _term(term: Term) -> dict[str, Any]:
    days = {"from": term.valid_from, "to": term.valid_to}
    values = {
        "term": term.term,
        "status": None if term.status is AdministrativeStatus.PREFERRED else term.status,
        "type": None if term.type is TermType.FULL_FORM else term.type,
        "gender": term.gender,
        "number": term.number,
        "forms": {"other" if case == "*" else case: list(forms) for case, forms in term.forms.items()},
        "indeclinable": term.indeclinable,
        "case": "sensitive" if term.case_sensitive else "insensitive",
        "ambiguous": term.ambiguous,
        "replace_with": term.replace_with,
        "reason": term.reason,
        "except": list(term.exceptions),
        "valid": {name: day.isoformat() for name, day in days.items() if day},
        "transliteration": _transliteration(term),
        "note": term.note,
    }
    return {name: value for name, value in values.items() if value}


def _transliteration(term: Term) -> dict[str, str]:
    values = {"system": term.transliteration, "of": term.transliteration_of}
    return {name: value for name, value in values.items() if value}


JSON = Format(
    name="json",
    suffix="json",
    readers="termkit, programs of your own",
    carries={field: field for field in ("id", "terms.term", *LABELS)},
    write=_write,
    bilingual=False,
    drafts=True,
    retired=True,
)
