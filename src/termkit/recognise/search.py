"""Search of the termbase: the terms that a text may be a form of, however it is written."""

from __future__ import annotations

import enum
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from termkit.folding import fold_string
from termkit.language import load_language
from termkit.model import Concept, Locale, Term

from .forms import term_forms
from .near import edit_distance

__all__ = ["Found", "How", "search_terms"]

# A letter off makes another word of a short one.
_SHORTEST = 4


class How(enum.StrEnum):
    """How a form answers to the text that was searched for, best first."""

    EXACT = "exact"  # the term, as written
    INFLECTED = "inflected"  # another form of it, as written
    FOLDED = "folded"  # but for case, apostrophes and accents
    NEAR = "near"  # but for these and one letter


class Found(NamedTuple):
    """A term that was found: its concept, the form that the text is, and how."""

    concept: Concept
    term: Term
    form: str
    how: How


_RANK = {how: rank for rank, how in enumerate(How)}


def search_terms(concepts: Iterable[Concept], text: str, locale: Locale | None = None) -> list[Found]:
    """The terms of all locales or of one that the text is a form of, the best matches first.

    >>> uk = Locale("uk")
    >>> kyiv = Concept("place-kyiv", "place", {uk: (Term("Київ", uk, gender="masculine"),)})
    >>> [(found.form, str(found.how)) for text in ("Київ", "Києва", "києва", "Кієва") for found in search_terms([kyiv], text)]
    [('Київ', 'exact'), ('Києва', 'inflected'), ('Києва', 'folded'), ('Києва', 'near')]
    >>> search_terms([kyiv], "Львів")
    []
    """
    wanted = " ".join(text.split())
    bare = _bare(wanted)
    found = (_best(term, concept, wanted, bare) for concept in concepts for term in _terms(concept, locale))
    return sorted(filter(None, found), key=lambda item: _RANK[item.how])


def _terms(concept: Concept, locale: Locale | None) -> Iterator[Term]:
    if locale is not None:
        yield from concept.terms_in(locale)
    else:
        for terms in concept.terms.values():
            yield from terms


def _best(term: Term, concept: Concept, wanted: str, bare: str) -> Found | None:
    """The form of a term that is nearest to the text."""
    if term.term == wanted:
        return Found(concept, term, term.term, How.EXACT)
    best: Found | None = None
    for form in term_forms(term, concept, load_language(term.locale)):
        how = _how(form.text, wanted, bare)
        if how and (best is None or _RANK[how] < _RANK[best.how]):
            best = Found(concept, term, form.text, how)
    return best


def _how(form: str, wanted: str, bare: str) -> How | None:
    if form == wanted:
        return How.INFLECTED
    folded = _bare(form)
    if folded == bare:
        return How.FOLDED
    is_near = len(bare) >= _SHORTEST and edit_distance(folded, bare, 1) is not None
    return How.NEAR if is_near else None


def _bare(text: str) -> str:
    """A text without what people leave out or write otherwise: capitals, accents, the kind of apostrophe."""
    decomposed = unicodedata.normalize("NFD", fold_string(text).casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
