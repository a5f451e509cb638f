"""Concepts made from the values of concept entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from termkit.model import AdministrativeStatus, Concept, Locale, Term, TermType

from .nodes import Node, Pairs, place_of
from .schema import ENTRY

if TYPE_CHECKING:
    from .faults import FileFaults


_PLAIN = frozenset(("gender", "number", "indeclinable", "ambiguous", "replace_with", "reason", "note"))
_STATUSES = {str(status): status for status in AdministrativeStatus}
_TYPES = {str(kind): kind for kind in TermType}


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
    # Most terms have few of the values, and a termbase very many terms.
    given = {name: values[name] for name in _PLAIN & values.keys()}
    if "status" in values:
        given["status"] = _STATUSES[values["status"]]
    if "type" in values:
        given["type"] = _TYPES[values["type"]]
    if "forms" in values:
        given["forms"] = _forms(values["forms"])
    if "except" in values:
        given["exceptions"] = tuple(filter(None, values["except"]))
    if valid := values.get("valid"):
        given |= {"valid_from": valid.get("from"), "valid_to": valid.get("to")}
    if way := values.get("transliteration"):
        given |= {"transliteration": way.get("system"), "transliteration_of": way.get("of")}
    term, case = values["term"], values.get("case")
    # "filtration camp" may open a sentence; "Azov" is no name where it is not capitalised.
    sensitive = case == "sensitive" if case else term != term.lower()
    return Term(term, locale, case_sensitive=sensitive, **given)


def _forms(forms: dict[str, tuple[str | None, ...]]) -> dict[str, tuple[str, ...]]:
    return {("*" if case == "other" else case): tuple(filter(None, found)) for case, found in forms.items()}


def _source(values: dict[str, str]) -> str:
    text = values.get("text", "")
    return f"{text} <{values['url']}>" if "url" in values else text
