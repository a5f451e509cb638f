"""What can be wrong with a concept whose every value is right by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termkit.folding import fold_string
from termkit.model import BANNED, REPLACED, AdministrativeStatus, Locale, Term

from .faults import closest
from .nodes import Items, Scalar, place_of
from .spelling import script_fault

if TYPE_CHECKING:
    from .entry import Entry, PlacedTerm
    from .faults import FileFaults
    from .nodes import Node

_NO_FORMS = "`forms` of an indeclinable term: take out one or the other"
_NOT_A_PERSON = "`sex` belongs to a person: take it out or correct `kind`"


def check_entry(entry: Entry, faults: FileFaults) -> None:
    """Add the faults that one concept entry has in itself."""
    if entry.concept.sex and entry.concept.kind not in ("person", ""):
        faults.add(place_of(entry.node, "sex"), _NOT_A_PERSON, "grammar-contradiction")
    for locale, terms in entry.terms.items():
        for placed in terms:
            _check_scripts(placed, locale, faults)
            _check_term(placed, faults)
        if len(terms) > 1:
            _check_pairs(terms, locale, faults)
        _check_replacements(terms, locale, faults)


def _check_scripts(placed: PlacedTerm, locale: Locale, faults: FileFaults) -> None:
    term, node = placed
    if fault := script_fault(term.term, locale):
        faults.add(place_of(node, "term"), f"`{term.term}` {fault.message}", fault.rule)
    for case, forms in term.forms.items():
        for form in forms:
            if fault := script_fault(form, locale):
                listed = place_of(node, "forms", "other" if case == "*" else case)
                faults.add(_scalar_of(listed, form), f"`{form}` {fault.message}", fault.rule)


def _scalar_of(node: Node, value: str) -> Node:
    items = node.items if isinstance(node, Items) else ()
    return next((item for item in items if isinstance(item, Scalar) and item.value == value), node)


def _check_term(placed: PlacedTerm, faults: FileFaults) -> None:
    term, node = placed
    if term.indeclinable and term.forms:
        faults.add(place_of(node, "forms"), _NO_FORMS, "grammar-contradiction")
    if term.valid_from and term.valid_to and term.valid_from > term.valid_to:
        faults.add(
            place_of(node, "valid"),
            f"`valid` ends on {term.valid_to} before it begins on {term.valid_from}: correct the dates",
            "invalid-dates",
        )
    if term.replace_with and term.status not in REPLACED:
        faults.add(
            place_of(node, "replace_with"),
            f"`replace_with` of a term that is {term.status}: take it out, or make the term superseded, deprecated or "
            "forbidden",
            "invalid-replacement",
        )


def _check_pairs(terms: list[PlacedTerm], locale: Locale, faults: FileFaults) -> None:
    for index, placed in enumerate(terms):
        for other in terms[:index]:
            if not placed.term.overlaps(other.term):
                continue
            if found := _clash(placed.term, other.term, locale):
                rule, key, message = found
                told = f"{message}; the other is on line {other.node.line}"
                faults.add(place_of(placed.node, key), told, rule)


def _clash(term: Term, other: Term, locale: Locale) -> tuple[str, str, str] | None:
    """The rule, the key and the message for two terms that cannot both stand."""
    if fault := _contradiction(term, other) or _contradiction(other, term):
        return "term-contradiction", "term", f"{fault}: keep one, or give them dates that do not overlap"
    if term.type is not other.type:
        return None
    if fold_string(term.term) == fold_string(other.term):
        return "duplicate-term", "term", f"`{term.term}` is given twice in `{locale}`: keep one"
    if term.status is other.status is AdministrativeStatus.PREFERRED:
        return (
            "preferred-twice",
            "status",
            (
                f"`{term.term}` and `{other.term}` are both the preferred {term.type} in `{locale}`: "
                "make one admitted, or give them dates that do not overlap"
            ),
        )
    return None


def _contradiction(banned: Term, live: Term) -> str | None:
    if banned.status not in BANNED or live.status in REPLACED:
        return None
    bad = _seen(banned.term, banned)
    if bad == _seen(live.term, banned):
        return f"`{banned.term}` is both {banned.status} and {live.status}"
    if bad in {_seen(form, banned) for forms in live.forms.values() for form in forms}:
        return f"`{banned.term}` is {banned.status}, and a form of `{live.term}`, which is {live.status}"
    return None


def _seen(string: str, term: Term) -> str:
    folded = fold_string(string)
    return folded if term.case_sensitive else folded.casefold()


def _check_replacements(terms: list[PlacedTerm], locale: Locale, faults: FileFaults) -> None:
    live = {placed.term.term for placed in terms if placed.term.status not in REPLACED}
    for placed in terms:
        wanted = placed.term.replace_with
        if wanted is None or wanted in live or placed.term.status not in REPLACED:
            continue
        rule, message = _replacement_fault(placed.term, terms, sorted(live), locale)
        faults.add(place_of(placed.node, "replace_with"), message, rule)


def _replacement_fault(term: Term, terms: list[PlacedTerm], live: list[str], locale: Locale) -> tuple[str, str]:
    by_name = {placed.term.term: placed.term for placed in terms}
    chain = [term.term]
    while (wanted := by_name[chain[-1]].replace_with) in by_name and wanted not in chain:
        chain.append(str(wanted))
    right = f"name {' or '.join(f'`{name}`' for name in live[:3])}" if live else "add the right term"
    if wanted in chain:
        circle = " → ".join(f"`{name}`" for name in [*chain, wanted])
        return "circular-replacement", f"`replace_with` goes in a circle, {circle}: {right}"
    wanted = str(term.replace_with)
    if wanted in by_name:
        return (
            "invalid-replacement",
            f"`replace_with` names `{wanted}`, which is {by_name[wanted].status} itself: {right}",
        )
    meant = closest(wanted, live)
    hint = f"did you mean `{meant}`?" if meant else "add that term or name another"
    return (
        "invalid-replacement",
        f"`replace_with` names `{wanted}`, which is no term of this concept in `{locale}`; {hint}",
    )
