"""Concepts made from the values of concept entries."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from termkit.model import AdministrativeStatus, Concept, Locale, Term, TermType

from .nodes import Node, Pairs, place_of
from .schema import ENTRY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .faults import FileFaults


_PLAIN = frozenset(("gender", "number", "indeclinable", "ambiguous", "replace_with", "reason", "note"))
_STATUSES = {str(status): status for status in AdministrativeStatus}
_TYPES = {str(kind): kind for kind in TermType}


class PlacedTerm(NamedTuple):
    """A term and the node it was read from."""

    term: Term
    node: Node


Values = dict[str, Any]
"""What an entry says, or a term in it, in plain data that JSON holds too."""


class Entry(NamedTuple):
    """The values of an entry, their concept, the node they were read from, and the terms with theirs."""

    values: Values
    concept: Concept
    node: Pairs
    terms: dict[Locale, list[PlacedTerm]]


def read_entry(node: Node, faults: FileFaults) -> Entry | None:
    """A concept entry, without the parts that have faults; None where not even its id could be read."""
    values = ENTRY.read(node, faults)
    if not isinstance(node, Pairs) or values is None or "id" not in values:
        return None
    terms = {locale: _placed(found, locale, node) for locale, found in values.get("terms", {}).items()}
    concept = concept_of(values, {locale: tuple([placed.term for placed in found]) for locale, found in terms.items()})
    return Entry(values, concept, node, terms)


def _placed(found: Iterable[Values | None], locale: Locale, node: Node) -> list[PlacedTerm]:
    return [
        PlacedTerm(term_of(values, locale), place_of(node, "terms", locale, index))
        for index, values in enumerate(found)
        if values and "term" in values
    ]


def concept_of(values: Values, terms: Mapping[Locale, tuple[Term, ...]]) -> Concept:
    """The concept that an entry describes; which others are related to it may stand in `referred_by`."""
    return Concept(
        id=values["id"],
        kind=values.get("kind", ""),
        terms=terms,
        definition=values.get("definition", {}),
        status=values.get("status", "approved"),
        sex=values.get("sex"),
        source=tuple([_source(source) for source in values.get("source", ()) if source]),
        updated=_day(values.get("updated")),
        note_translators=values.get("note_translators", {}),
        related=tuple([(r["type"], r["target"]) for r in values.get("related", ()) if r and len(r) == 2]),
        referred_by=tuple([(kind, other) for kind, other in values.get("referred_by", ())]),
    )


def _day(written: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(written) if written else None


def term_of(values: Values, locale: Locale) -> Term:
    """The term that some values describe."""
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
        given |= {"valid_from": _day(valid.get("from")), "valid_to": _day(valid.get("to"))}
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
