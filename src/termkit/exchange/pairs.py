"""The terms of two locales side by side, as bilingual formats want them.

Each target term stands beside the source term that it is the rendering of; a source term that no target term chose
stands beside its best rendering. A name is paired with a name of its own type first: a surname with a surname.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from termkit.model import PARTS, REPLACED, AdministrativeStatus, Concept, Term

from ._format import Losses, Scope

__all__ = ["Pair", "live_terms", "pairs", "pairs_by_concept", "rendering"]

_RANKS = {status: rank for rank, status in enumerate(AdministrativeStatus)}


class Pair(NamedTuple):
    """A source term with one target term. `key` is the concept's id, with more behind it for further renderings."""

    concept: Concept
    source: Term
    target: Term
    key: str


def pairs(scope: Scope, losses: Losses) -> Iterator[Pair]:
    """The pairs of a bilingual file, concept by concept, the preferred terms first."""
    for _, found in pairs_by_concept(scope, losses):
        yield from found


def pairs_by_concept(scope: Scope, losses: Losses) -> Iterator[tuple[Concept, list[Pair]]]:
    """Each concept of a bilingual file with its pairs, the preferred terms first."""
    for concept in scope.concepts:
        found = list(_pairs(concept, concept.terms_in(scope.source), concept.terms_in(scope.target), losses))
        yield concept, list(_keyed(concept, found))


def live_terms(terms: Iterable[Term]) -> list[Term]:
    """The terms that may be written, the preferred ones first.

    >>> from termkit.model import Locale
    >>> kyiv, kiev = Term("Kyiv", Locale("en")), Term("Kiev", Locale("en"), AdministrativeStatus.FORBIDDEN)
    >>> [term.term for term in live_terms([kiev, kyiv])]
    ['Kyiv']
    """
    return sorted(_live(terms), key=_rank)


def _live(terms: Iterable[Term]) -> list[Term]:
    return [term for term in terms if term.status not in REPLACED]


def rendering(term: Term, others: Sequence[Term]) -> Term | None:
    """The live term of another locale that says what a term says; None where there is none."""
    if term.type in PARTS:  # "Ukrainian" is no rendering of "Україна"
        found = [other for other in others if other.type is term.type]
    else:
        found = [other for other in others if other.type not in PARTS]
    if len(found) < 2:
        return found[0] if found else None
    return min(
        found,
        key=lambda other: (not term.overlaps(other), _RANKS[other.status], other.type is not term.type, _age(other)),
    )


def _rank(term: Term) -> tuple[int, int]:
    return _RANKS[term.status], _age(term)


def _age(term: Term) -> int:
    """What holds for longest comes first; of two preferred terms with dates it is the one in use now."""
    return -term.valid_to.toordinal() if term.valid_to else _LASTING


_LASTING = -datetime.date.max.toordinal()


def _pairs(
    concept: Concept, sources: Sequence[Term], targets: Sequence[Term], losses: Losses
) -> Iterator[tuple[Term, Term]]:
    sources, targets = sorted(sources, key=_rank), sorted(targets, key=_rank)
    live_sources, live_targets = _live(sources), _live(targets)
    used = set()
    for target in targets:
        meant = _instead(target, targets)
        # A surname or an adjective that the source locale lacks is still a rendering of the whole name.
        source = rendering(meant, live_sources) or next(iter(live_sources), None)
        if source is None:
            losses.add("there is no term in use in the source locale", concept, target)
        else:
            used.add(id(source))
            yield source, target
    for source in sources:
        if id(source) not in used:
            if best := rendering(_instead(source, sources), live_targets):
                yield source, best
            else:
                losses.add("there is no such term in use in the target locale", concept, source)


def _instead(term: Term, terms: Sequence[Term]) -> Term:
    """The term that stands in for a replaced one, or the term itself."""
    return next((other for other in terms if other.term == term.replace_with and other.status not in REPLACED), term)


def _keyed(concept: Concept, found: Sequence[tuple[Term, Term]]) -> Iterator[Pair]:
    """The pairs with keys that are unique beside their source term, and change only with the terms themselves."""
    taken = set()
    for source, target in found:
        for key in _keys(concept, target):
            if (key, source.term) not in taken:
                taken.add((key, source.term))
                yield Pair(concept, source, target, key)
                break


def _keys(concept: Concept, target: Term) -> Iterator[str]:
    yield concept.id
    yield (longer := f"{concept.id}/{target.term}")
    yield (longest := f"{longer}/{target.type}")
    number = 1
    while True:
        number += 1
        yield f"{longest}/{number}"
