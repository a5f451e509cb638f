"""Names that several concepts share."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from termkit.folding import fold_string
from termkit.model import PARTS, AdministrativeStatus, Locale, TermType

from ._glossary import Glossary, PlacedTerm, live_terms

__all__ = ["are_doublettes", "collide", "live_names", "shared_names", "sign"]

_WORD_FORMATION = (TermType.ADJECTIVE, TermType.DEMONYM)


def sign(string: str) -> str:
    """What two spellings share that differ in capitals, apostrophes and the like only."""
    return fold_string(string).casefold()


@functools.lru_cache(1)
def live_names(glossary: Glossary) -> Mapping[tuple[str, str], Sequence[PlacedTerm]]:
    """The terms in use by locale and sign."""
    names: dict[tuple[str, str], list[PlacedTerm]] = {}
    for placed in live_terms(glossary):
        names.setdefault((placed.term.locale, sign(placed.term.term)), []).append(placed)
    return names


@functools.lru_cache(1)
def shared_names(glossary: Glossary) -> Sequence[Sequence[PlacedTerm]]:
    """The names in use that more than one concept has, each with one term of every concept."""
    shared = []
    for group in live_names(glossary).values():
        if len(group) > 1:
            concepts = {p.concept.id: p for p in reversed(group) if p.term.type not in _WORD_FORMATION}
            if len(concepts) > 1:
                shared.append(list(reversed(concepts.values())))
    return shared


def are_doublettes(one: PlacedTerm, other: PlacedTerm) -> bool:
    """Whether two concepts of one kind have a name in common that both prefer and neither calls ambiguous."""
    return one.concept.kind == other.concept.kind and all(
        placed.term.status is AdministrativeStatus.PREFERRED
        and placed.term.type not in PARTS
        and not placed.term.ambiguous
        for placed in (one, other)
    )


def collide(one: PlacedTerm, other: PlacedTerm, glossary: Glossary) -> str | None:
    """The first locale in which the translations of a name of the source locale depend on the concept meant."""
    if one.term.locale != glossary.source_locale or one.term.ambiguous or other.term.ambiguous:
        return None
    both = (locale for locale in one.concept.terms if locale in other.concept.terms and locale != one.term.locale)
    return next((locale for locale in both if _written(one, locale) != _written(other, locale)), None)


def _written(placed: PlacedTerm, locale: Locale) -> str | None:
    terms = [term for term in placed.concept.terms.get(locale, ()) if term.type is placed.term.type]
    return min(((list(AdministrativeStatus).index(t.status), t.term) for t in terms), default=(0, None))[1]
