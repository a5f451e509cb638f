"""TBX v3 (ISO 30042:2019, data categories as attributes): one file for all locales, concept by concept.

TBX-Basic and TBX-Linguist differ in what has an element of its own: the grammatical number and the transliteration
have one in TBX-Linguist only. What has none in either stands in notes, one fact a note, as `label: value`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from termkit.model import AdministrativeStatus, Concept, Locale, Term, TermType

from ._format import Format, Losses, Scope
from ._xml import XmlLines
from .categories import STATUSES, TERM_TYPES
from .fields import LABELS, Fact, concept_facts, term_facts

__all__ = ["TBX_BASIC", "TBX_LINGUIST"]

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_BASIC = {"terms.gender": "grammaticalGender"}
_LINGUIST = {**_BASIC, "terms.number": "grammaticalNumber", "terms.transliteration": "transferComment"}
# The types that a word of TBX says whole; of the others a note says more.
_WHOLE_TYPES = frozenset(
    (
        TermType.FULL_FORM,
        TermType.SHORT_FORM,
        TermType.ACRONYM,
        TermType.ABBREVIATION,
        TermType.VARIANT,
        TermType.PHRASE,
    )
)


def _write(scope: Scope, losses: Losses, *, dialect: str, elements: Mapping[str, str]) -> Iterator[str]:
    del losses  # every concept and term of the scope has its place
    xml = XmlLines()
    ids = frozenset(concept.id for concept in scope.concepts)
    root = {"type": dialect, "style": "dca", "xml:lang": scope.source, "xmlns": _NAMESPACE}
    with xml.element("tbx", root):
        with xml.element("tbxHeader"), xml.element("fileDesc"), xml.element("sourceDesc"):
            xml.leaf("p", "Written by termkit")
        with xml.element("text"), xml.element("body"):
            for concept in scope.concepts:
                _entry(xml, concept, scope.sections(concept), ids, elements)
                yield xml.take()
    yield xml.take()


def _entry(
    xml: XmlLines,
    concept: Concept,
    sections: Mapping[Locale, tuple[Term, ...]],
    ids: frozenset[str],
    elements: Mapping[str, str],
) -> None:
    texts = tuple(map(Locale, {**concept.definition, **concept.note_translators}))
    facts = list(concept_facts(concept, texts))
    with xml.element("conceptEntry", {"id": concept.id}):
        for fact in facts:
            if fact.locale not in sections:
                _concept_fact(xml, fact)
        _relations(xml, concept, ids)
        for locale, terms in sections.items():
            with xml.element("langSec", {"xml:lang": locale}):
                for fact in facts:
                    if fact.locale == locale:
                        _concept_fact(xml, fact)
                for term in terms:
                    _term(xml, term, elements)


def _concept_fact(xml: XmlLines, fact: Fact) -> None:
    locale = {"xml:lang": fact.locale} if fact.locale else {}
    if fact.field == "kind":
        xml.leaf("descrip", fact.value, {"type": "subjectField"})
    elif fact.field == "definition":
        xml.leaf("descrip", fact.value, {"type": "definition", **locale})
    elif fact.field == "source":
        xml.leaf("admin", fact.value, {"type": "source"})
    elif fact.field == "updated":
        with xml.element("transacGrp"):
            xml.leaf("transac", "modification", {"type": "transactionType"})
            xml.leaf("date", fact.value)
    elif fact.field == "note_translators":
        xml.leaf("note", fact.value, locale)
    elif fact.field != "related":
        xml.leaf("note", str(fact))


def _relations(xml: XmlLines, concept: Concept, ids: frozenset[str]) -> None:
    for kind, other in concept.related:
        # A cross-reference must lead to an entry of the same file.
        if other in ids:
            xml.leaf("ref", kind, {"type": "crossReference", "target": other})
        else:
            xml.leaf("note", str(Fact("related", f"{kind} {other}")))


def _term(xml: XmlLines, term: Term, elements: Mapping[str, str]) -> None:
    facts = list(term_facts(term))
    with xml.element("termSec"):
        xml.leaf("term", term.term)
        xml.leaf("termNote", STATUSES[term.status], {"type": "administrativeStatus"})
        if term.type is TermType.ADJECTIVE:
            xml.leaf("termNote", "adjective", {"type": "partOfSpeech"})
        xml.leaf("termNote", TERM_TYPES[term.type], {"type": "termType"})
        for fact in facts:
            if fact.field in elements:
                xml.leaf("termNote", fact.value, {"type": elements[fact.field]})
        for fact in facts:
            if fact.field not in elements and not _is_told(fact, term):
                xml.leaf("note", str(fact))


def _is_told(fact: Fact, term: Term) -> bool:
    """Whether a term note says all that a fact does."""
    if fact.field == "terms.status":
        return term.status is not AdministrativeStatus.FORBIDDEN
    return fact.field == "terms.type" and term.type in _WHOLE_TYPES


def _format(name: str, dialect: str, elements: Mapping[str, str]) -> Format:
    return Format(
        name=name,
        suffix="tbx",
        readers="MultiTerm through Glossary Converter, memoQ, archives, validators",
        carries={
            **dict.fromkeys(LABELS, "note"),
            "id": "id of the conceptEntry",
            "kind": "descrip subjectField",
            "definition": "descrip definition of the langSec",
            "source": "admin source",
            "updated": "transacGrp, modification",
            "note_translators": "note of the langSec",
            "related": "ref crossReference",
            "terms.term": "term",
            "terms.status": "termNote administrativeStatus; a note where it is forbidden",
            "terms.type": "termNote termType; a note where TBX has no such type",
            **{field: f"termNote {element}" for field, element in elements.items()},
        },
        write=functools.partial(_write, dialect=dialect, elements=elements),
        bilingual=False,
        drafts=True,
        retired=True,
    )


TBX_BASIC = _format("tbx-basic", "TBX-Basic", _BASIC)
TBX_LINGUIST = _format("tbx-linguist", "TBX-Linguist", _LINGUIST)
