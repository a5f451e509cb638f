"""Concepts made from the values of concept entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from termkit.model import AdministrativeStatus, Concept, Locale, Term, TermType

from .nodes import Node, Pairs, place_of
from .schema import ENTRY

if TYPE_CHECKING:
    from .faults import FileFaults


class PlacedTerm(NamedTuple):
    """A term and the node it was read from."""

    term: Term
    node: Node


class Entry(NamedTuple):
    """A concept, the node it was read from, and its terms with theirs."""

    concept: Concept
    node: Pairs
    terms: dict[Locale, list[PlacedTerm]]


def read_entry(node: Node, faults: FileFaults) -> Entry | None:
    """A concept entry, without the parts that have faults; None where not even its id could be read."""
    values = ENTRY.read(node, faults)
    if not isinstance(node, Pairs) or values is None or "id" not in values:
        return None
    terms = {locale: _terms(found, locale, node) for locale, found in values.get("terms", {}).items()}
    concept = Concept(
        id=values["id"],
        kind=values.get("kind", ""),
        terms={locale: tuple(placed.term for placed in found) for locale, found in terms.items()},
        definition=values.get("definition", {}),
        status=values.get("status", "approved"),
        sex=values.get("sex"),
        source=tuple(_source(source) for source in values.get("source", ()) if source),
        updated=values.get("updated"),
        note_translators=values.get("note_translators", {}),
        related=tuple((r["type"], r["target"]) for r in values.get("related", ()) if r and len(r) == 2),
    )
    return Entry(concept, node, terms)


def _terms(found: tuple[dict[str, Any] | None, ...], locale: Locale, node: Node) -> list[PlacedTerm]:
    return [
        PlacedTerm(_term(values, locale), place_of(node, "terms", locale, index))
        for index, values in enumerate(found)
        if values and "term" in values
    ]


def _term(values: dict[str, Any], locale: Locale) -> Term:
    term = values["term"]
    valid = values.get("valid", {})
    transliteration = values.get("transliteration", {})
    case = values.get("case")
    return Term(
        term=term,
        locale=locale,
        status=AdministrativeStatus(values.get("status", "preferred")),
        type=TermType(values.get("type", "full-form")),
        gender=values.get("gender"),
        number=values.get("number"),
        indeclinable=values.get("indeclinable", False),
        forms=_forms(values.get("forms", {})),
        # "filtration camp" may open a sentence; "Azov" is no name where it is not capitalised.
        case_sensitive=case == "sensitive" if case else term != term.lower(),
        ambiguous=values.get("ambiguous", False),
        replace_with=values.get("replace_with"),
        reason=values.get("reason"),
        exceptions=tuple(filter(None, values.get("except", ()))),
        valid_from=valid.get("from"),
        valid_to=valid.get("to"),
        transliteration=transliteration.get("system"),
        transliteration_of=transliteration.get("of"),
        note=values.get("note"),
    )


def _forms(forms: dict[str, tuple[str | None, ...]]) -> dict[str, tuple[str, ...]]:
    return {("*" if case == "other" else case): tuple(filter(None, found)) for case, found in forms.items()}


def _source(values: dict[str, str]) -> str:
    text = values.get("text", "")
    return f"{text} <{values['url']}>" if "url" in values else text
