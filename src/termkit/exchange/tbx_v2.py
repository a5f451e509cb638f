"""TBX v2 (ISO 30042:2008, `martif`): one file a locale, as Weblate, translate-toolkit, OmegaT and Lokalize read it.

A `termEntry` is a source term with one rendering: a term that must not be written, in one entry with the right
one, hides that entry from older readers. Weblate takes the first administrative status of an entry for the
rendering's, so the source term's is told in the note.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import REPLACED, Concept, Term

from ._format import Format, Losses, Scope
from ._xml import XmlLines
from .categories import STATUSES, TERM_TYPES
from .fields import LABELS, PREFERRED, concept_facts, term_facts
from .pairs import Pair, pairs

__all__ = ["TBX_V2"]

_FORBIDDEN = "forbidden"  # not of the standard; what Weblate reads for "must not be written"
_STRUCTURED = ("terms.gender", "terms.number")


def _write(scope: Scope, losses: Losses) -> Iterator[str]:
    xml = XmlLines()
    with xml.element("martif", {"type": "TBX", "xml:lang": scope.source}):
        with xml.element("martifHeader"), xml.element("fileDesc"), xml.element("sourceDesc"):
            xml.leaf("p", "Written by termkit")
        with xml.element("text"), xml.element("body"):
            concept, number = None, 0
            for pair in pairs(scope, losses):
                number = number + 1 if pair.concept is concept else 1
                concept = pair.concept
                _entry(xml, pair, concept.id if number == 1 else f"{concept.id}.{number}", scope)
                yield xml.take()
    yield xml.take()


def _entry(xml: XmlLines, pair: Pair, identifier: str, scope: Scope) -> None:
    with xml.element("termEntry", {"id": identifier}):
        others = list(_concept(xml, pair.concept, scope))
        with xml.element("langSet", {"xml:lang": scope.source}), xml.element("tig"):
            xml.leaf("term", pair.source.term)
        with xml.element("langSet", {"xml:lang": scope.target}):
            source = [f"source {fact}" for fact in term_facts(pair.source) if fact != PREFERRED]
            note = [str(fact) for fact in term_facts(pair.target) if fact.field not in _STRUCTURED]
            # Weblate and the toolkit show the notes of a translator with the rendering.
            xml.leaf("note", "\n".join([*note, *source, *others]), {"from": "translator"})
            _rendering(xml, pair.target)


def _concept(xml: XmlLines, concept: Concept, scope: Scope) -> Iterator[str]:
    """Write the elements for what there is to say of a concept, and give the rest."""
    for fact in concept_facts(concept, scope.locales):
        if fact.field == "kind":
            xml.leaf("descrip", fact.value, {"type": "subjectField"})
        elif fact.field == "definition":
            xml.leaf("descrip", fact.value, {"type": "definition", "xml:lang": str(fact.locale)})
        else:
            yield str(fact)


def _rendering(xml: XmlLines, term: Term) -> None:
    status = _FORBIDDEN if term.status in REPLACED else STATUSES[term.status]
    with xml.element("tig"):
        xml.leaf("term", term.term)
        for name, value in (
            ("administrativeStatus", status),
            ("termType", TERM_TYPES[term.type]),
            ("grammaticalGender", term.gender),
            ("grammaticalNumber", term.number),
        ):
            if value:
                xml.leaf("termNote", value, {"type": name})


TBX_V2 = Format(
    name="tbx-v2",
    suffix="tbx",
    readers="Weblate, translate-toolkit, OmegaT, Lokalize",
    carries={
        **dict.fromkeys(LABELS, "a line of the note"),
        "id": "id of the termEntry",
        "kind": "descrip subjectField",
        "definition": "descrip definition",
        "terms.term": "term",
        "terms.status": "a line of the note; termNote administrativeStatus of the rendering",
        "terms.type": "a line of the note; termNote termType of the rendering",
        "terms.gender": "termNote grammaticalGender of the rendering; a line of the note for the source term",
        "terms.number": "termNote grammaticalNumber of the rendering; a line of the note for the source term",
    },
    write=_write,
)
