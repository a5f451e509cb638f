"""Search of the termbase: the terms that a text may be a form of, however it is written."""

from __future__ import annotations

import enum
import functools
import itertools
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from termkit.folding import fold_string
from termkit.language import load_language
from termkit.model import Concept, Locale, Term

from .forms import term_forms
from .near import edit_distance

__all__ = ["Found", "How", "TermSearch", "search_terms"]

# A letter off makes another word of a short one.
_SHORTEST = 4
_BEGINNING = 3  # letters, of which words that are alike share all but one
_ENDING = 5  # letters that a term may gain or lose
_CHANGING = 5  # a word of fewer letters may change in its middle: Рим, Рима; Ріг, Рогу; Лев, Лева; Aika, Ajan


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
    return TermSearch(concepts).find(text, locale)


class TermSearch:
    """Terms by how they begin, for whoever searches more than once: few of a large termbase are inflected each time.

    Proposed forms differ from the term in the endings of its words; listed ones may begin otherwise, and are looked up
    by their own beginnings.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._entries: list[_Entry] = []
        self._by_beginning: defaultdict[str, list[int]] = defaultdict(list)
        for concept in concepts:
            for term in itertools.chain.from_iterable(concept.terms.values()):
                self._add(concept, term)

    def _add(self, concept: Concept, term: Term) -> None:
        texts = (term.term, *itertools.chain.from_iterable(term.forms.values()))
        bare = (_words(_bare(text)) for text in texts)
        for words in {tuple(word[:_CHANGING] for word in words): words for words in bare}.values():
            for key in _keys(words[0][:_CHANGING]) if words else ():
                self._by_beginning[key].append(len(self._entries))
            self._entries.append(_Entry(words, concept, term))

    def find(self, text: str, locale: Locale | None = None) -> list[Found]:
        """What `search_terms` finds."""
        wanted = " ".join(text.split())
        bare = _bare(wanted)
        best = (
            _best(term, concept, wanted, bare)
            for concept, term in self._candidates(bare)
            if locale is None or term in concept.terms_in(locale)
        )
        return sorted(filter(None, best), key=lambda item: _RANK[item.how])

    def _candidates(self, bare: str) -> Iterator[tuple[Concept, Term]]:
        """The terms that a text may be a form of, in their order, each once."""
        words = _words(bare)
        firsts = {*words[:1], "".join(words[:2])}  # the first space may be one too many
        keys = set(itertools.chain.from_iterable(map(_sought, firsts)))
        numbers = {number for key in keys for number in self._by_beginning.get(key, ())}
        found = (self._entries[number] for number in sorted(numbers))
        terms = {id(entry.term): entry for entry in found if _begin_alike(entry.words, words)}
        return ((entry.concept, entry.term) for entry in terms.values())


def _words(bare: str) -> tuple[str, ...]:
    """The words of a text; the parts of a compound are words too, which people may write with a space."""
    return tuple(bare.replace("-", " ").split())


class _Entry(NamedTuple):
    """A term, and the words of one of its forms, bare."""

    words: tuple[str, ...]
    concept: Concept
    term: Term


def _begin_alike(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether words begin as the wanted ones do, with a space more or less if the texts are about as long."""
    if len(words) == len(wanted):
        return all(
            not _keys(word[:_CHANGING]).isdisjoint(_sought(other)) for word, other in zip(words, wanted, strict=True)
        )
    if abs(len(words) - len(wanted)) != 1 or abs(sum(map(len, words)) - sum(map(len, wanted))) > _ENDING:
        return False
    if len(words) < len(wanted):
        return any(_begin_alike(words, joined) for joined in _joined(wanted))
    return any(_begin_alike(joined, wanted) for joined in _joined(words))


def _joined(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Words with one of the spaces between them left out."""
    for n in range(1, len(words)):
        yield (*words[: n - 1], words[n - 1] + words[n], *words[n + 1 :])


@functools.lru_cache(100_000)
def _keys(word: str) -> frozenset[str]:
    """How a word may begin if one letter is wrong: without each of its first letters; of a short word less may stay."""
    beginning = word[:_BEGINNING]
    fewer = (beginning[:n] + beginning[n + 1 :] for n in range(len(beginning)))
    letters = word[:2] if len(word) < _CHANGING else ""
    return frozenset(filter(None, (beginning, *fewer, *letters)))


def _sought(word: str) -> frozenset[str]:
    """The keys of all words that may be meant by one."""
    return _keys(word[:_CHANGING]) | frozenset(word[:2])


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
