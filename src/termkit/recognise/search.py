"""Search of the termbase: the terms that a text may be a form of, however it is written."""

from __future__ import annotations

import enum
import itertools
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
    >>> for text in ("Київ", "Києва", "києва", "Кієва"):
    ...     [found] = search_terms([kyiv], text)
    ...     print(found.form, found.how)
    Київ exact
    Києва inflected
    Києва folded
    Києва near
    >>> search_terms([kyiv], "Львів")
    []
    """
    wanted = " ".join(text.split())
    bare = _bare(wanted)
    found = (_best(term, concept, wanted, bare) for concept in concepts for term in _terms(concept, locale))
    return sorted(filter(None, found), key=lambda item: _RANK[item.how])


def _terms(concept: Concept, locale: Locale | None) -> Iterator[Term]:
    if locale is not None:
        return iter(concept.terms_in(locale))
    return itertools.chain.from_iterable(concept.terms.values())


def _best(term: Term, concept: Concept, wanted: str, bare: str) -> Found | None:
    """The form of a term that is nearest to the text."""
    if term.term == wanted:
        return Found(concept, term, term.term, How.EXACT)
    if not _begins_alike(term, bare):
        return None
    best: Found | None = None
    for form in term_forms(term, concept, load_language(term.locale)):
        how = _how(form.text, wanted, bare)
        if how and (best is None or _RANK[how] < _RANK[best.how]):
            best = Found(concept, term, form.text, how)
    return best


def _begins_alike(term: Term, bare: str) -> bool:
    """Whether the text can be a form of the term: they share one of their first two letters, whichever is wrong.

    To inflect all terms of a large termbase takes long. Proposed forms differ in their endings; listed ones may begin
    otherwise.
    """
    beginnings = (term.term, *itertools.chain.from_iterable(term.forms.values()))
    return any(not set(bare[:2]).isdisjoint(_bare(form[:4])[:2]) for form in beginnings)


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
