"""SKOS (W3C), as Turtle and as JSON-LD: one file for all locales, for catalogues, archives and linked data.

SKOS knows a preferred label of each language, alternative labels, and hidden ones, which are found but not shown:
terms that must not be written. Addresses are relative to that of the file: `<#place-kyiv>`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from termkit.model import REPLACED, AdministrativeStatus, Concept, Locale, Term

from ._format import Format, Losses, Scope
from .pairs import live_terms

__all__ = ["SKOS", "SKOS_JSONLD"]

_PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_SCHEME = "#"
# `broader` says that the entry is broader than the other; `skos:broader` says that the other is.
_RELATIONS = {"broader": "skos:narrower", "narrower": "skos:broader"}
_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"}
_ESCAPED = re.compile(r'[\\"\n\r\t]')


class _Statement(NamedTuple):
    """A property of a concept with one value: an address, or a text with its locale or its type."""

    predicate: str
    text: str
    locale: str | None = None
    type: str | None = None
    is_address: bool = False


def _write_turtle(scope: Scope, losses: Losses) -> Iterator[str]:
    yield from (f"@prefix {name}: <{address}> ." for name, address in _PREFIXES.items())
    yield f"\n<{_SCHEME}> a skos:ConceptScheme ."
    for concept in scope.concepts:
        yield f"\n<#{concept.id}> a skos:Concept ;"
        statements = [f"  {s.predicate} {_turtle(s)}" for s in _statements(concept, scope, losses)]
        yield " ;\n".join(statements) + " ."


def _turtle(statement: _Statement) -> str:
    if statement.is_address:
        return f"<{statement.text}>"
    text = _ESCAPED.sub(lambda found: _ESCAPES[found[0]], statement.text)
    suffix = f"@{statement.locale}" if statement.locale else f"^^{statement.type}" if statement.type else ""
    return f'"{text}"{suffix}'


def _write_jsonld(scope: Scope, losses: Losses) -> Iterator[str]:
    yield f'{{"@context": {json.dumps(_PREFIXES)},'
    yield '"@graph": ['
    yield json.dumps({"@id": _SCHEME, "@type": "skos:ConceptScheme"})
    for concept in scope.concepts:
        node: dict[str, Any] = {"@id": f"#{concept.id}", "@type": "skos:Concept"}
        for statement in _statements(concept, scope, losses):
            node.setdefault(statement.predicate, []).append(_jsonld(statement))
        yield "," + json.dumps(node, ensure_ascii=False)
    yield "]}"


def _jsonld(statement: _Statement) -> dict[str, str]:
    if statement.is_address:
        return {"@id": statement.text}
    values = {"@value": statement.text, "@language": statement.locale, "@type": statement.type}
    return {name: value for name, value in values.items() if value}


def _statements(concept: Concept, scope: Scope, losses: Losses) -> Iterator[_Statement]:
    yield _Statement("skos:inScheme", _SCHEME, is_address=True)
    yield _Statement("skos:notation", concept.id)
    yield _Statement("dcterms:type", concept.kind)
    for locale, terms in scope.sections(concept).items():
        yield from _labels(concept, locale, terms, losses)
    yield from (_Statement("skos:definition", text, locale) for locale, text in concept.definition.items())
    yield from (_Statement("skos:scopeNote", text, locale) for locale, text in concept.note_translators.items())
    yield from (_Statement("dcterms:source", text) for text in concept.source)
    if concept.updated:
        yield _Statement("dcterms:modified", concept.updated.isoformat(), type="xsd:date")
    if concept.status == "retired":
        yield _Statement("owl:deprecated", "true", type="xsd:boolean")
    elif concept.status != "approved":
        yield _Statement("skos:editorialNote", concept.status)
    for kind, other in concept.related:
        yield _Statement(_RELATIONS.get(kind, "skos:related"), f"#{other}", is_address=True)


def _labels(concept: Concept, locale: Locale, terms: Sequence[Term], losses: Losses) -> Iterator[_Statement]:
    live = live_terms(terms)
    hidden = [term for term in terms if term.status in REPLACED]
    seen = set()
    for number, term in enumerate([*live, *hidden]):
        is_first = number == 0 and term.status is AdministrativeStatus.PREFERRED
        predicate = "skos:hiddenLabel" if term.status in REPLACED else "skos:prefLabel" if is_first else "skos:altLabel"
        # The three kinds of label are disjoint (SKOS Reference, S13).
        if term.term in seen:
            losses.add("SKOS has each label of a concept once", concept, term)
        else:
            seen.add(term.term)
            yield _Statement(predicate, term.term, locale)


_CARRIES = {
    "id": "address and skos:notation",
    "kind": "dcterms:type",
    "definition": "skos:definition",
    "status": "owl:deprecated where it is retired, else skos:editorialNote",
    "source": "dcterms:source",
    "updated": "dcterms:modified",
    "note_translators": "skos:scopeNote",
    "terms.term": "skos:prefLabel, altLabel and hiddenLabel",
}
_PARTLY = {
    "related": "broader and narrower; every other type is skos:related",
    "terms.status": "whether the term is the preferred one, may be written, or must not be",
}


def _format(name: str, suffix: str, notation: str, write: Callable[[Scope, Losses], Iterator[str]]) -> Format:
    readers = f"catalogues, archives and linked data ({notation})"
    return Format(name, suffix, readers, _CARRIES, write, partly=_PARTLY, bilingual=False, drafts=True, retired=True)


SKOS = _format("skos", "ttl", "Turtle", _write_turtle)
SKOS_JSONLD = _format("skos-jsonld", "jsonld", "JSON-LD", _write_jsonld)
