"""The names of a termbase word by word: which cases each form of each word may be."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from termkit.folding import fold_string
from termkit.language import LanguageData
from termkit.language_names import CASES
from termkit.model import LIVE, SOFT, Candidate, Concept, Term, TermType

from .forms import term_forms
from .names import NameIndex
from .words import first_piece, word_texts

__all__ = ["GENDERS", "Paradigm", "Paradigms", "WholeForm"]

GENDERS = {"male": "masculine", "female": "feminine"}
_OTHER = {"male": "female", "female": "male"}
_NAMES = frozenset({TermType.FULL_FORM, TermType.VARIANT, TermType.SURNAME})
_ANY = frozenset(CASES)


class WholeForm(NamedTuple):
    """A form of a name as it is written, its words in lower case, and the number of its reading in the index."""

    text: str
    words: tuple[str, ...]
    reading: int


@dataclass(frozen=True, slots=True)
class Paradigm:
    """A term in use: its forms by case, and the cases that each form of each of its words may be.

    `others` are the cases of the forms that its last word has as a surname of the other sex; with `is_alike` that
    surname is the same for both sexes, so that these can be forms of nothing else.
    """

    concept: str
    kind: str  # of the concept
    term: Term
    sex: str | None  # of a person
    words: Sequence[Mapping[str, frozenset[str]]]
    capitals: Sequence[bool]
    forms: Mapping[str, Sequence[WholeForm]]
    others: Mapping[str, frozenset[str]]
    is_alike: bool


class Paradigms:
    """The paradigms of a termbase's names in one locale, made when they are asked for."""

    def __init__(self, index: NameIndex, language: LanguageData, concepts: Mapping[str, Concept]) -> None:
        self._index = index
        self._language = language
        self._concepts = concepts
        self.of = functools.lru_cache(10_000)(self._of)
        self.openings = functools.lru_cache(16)(self._openings)

    def of_candidate(self, candidate: Candidate) -> Iterator[Paradigm]:
        """The paradigms of the term that a name is a form of."""
        return (paradigm for paradigm in self.of(candidate.concept) if paradigm.term is candidate.term)

    def _openings(self, expected: frozenset[str]) -> Mapping[str, Sequence[Paradigm]]:
        """The paradigms of some concepts by the first pieces of words that a wrong form may begin with."""
        openings: dict[str, list[Paradigm]] = {}
        for concept in sorted(expected):
            for paradigm in self.of(concept):
                first = paradigm.words[0] if len(paradigm.words) > 1 else paradigm.others
                for piece in {first_piece(word, self._index.clitics) for word in first}:
                    openings.setdefault(piece, []).append(paradigm)
        return openings

    def _of(self, concept: str) -> Sequence[Paradigm]:
        """The paradigms of a concept's terms; one for each number of words that the forms of a term have."""
        forms: dict[tuple[int, int], dict[str, list[WholeForm]]] = {}
        for key in self._index.keys[concept]:
            words = tuple(key.split(" "))
            for spelling in self._index.entries[key]:
                for number in spelling.readings:
                    reading = self._index.readings[number]
                    owner, _, term = self._index.terms[reading.term]
                    if owner == concept and term.status in LIVE and term.type not in SOFT:
                        by_case = forms.setdefault((reading.term, len(words)), {})
                        by_case.setdefault(reading.case, []).append(WholeForm(spelling.text, words, number))
        return [
            self._paradigm(self._concepts[concept], self._index.terms[number][2], count, by_case)
            for (number, count), by_case in forms.items()
        ]

    def _paradigm(self, concept: Concept, term: Term, count: int, forms: Mapping[str, Sequence[WholeForm]]) -> Paradigm:
        words: list[dict[str, frozenset[str]]] = [{} for _ in range(count)]
        if term.indeclinable:
            forms = dict.fromkeys(CASES, tuple(itertools.chain(*forms.values())))
        for case, of_case in forms.items():
            cases = _ANY if case == "*" else frozenset({case})
            for form in of_case:
                for known, word in zip(words, form.words, strict=True):
                    known[word] = known.get(word, frozenset()) | cases
        written = word_texts(fold_string(term.term), self._index.clitics)
        sex, surname = _sex(concept, term), written[-1]
        counterpart = self._counterpart(surname, sex) if sex and term.type in _NAMES else surname
        others = self._of_other_sex(concept, term, sex, counterpart) if sex and term.type in _NAMES else {}
        return Paradigm(
            concept.id,
            concept.kind,
            term,
            sex,
            words,
            [word[0].isupper() for word in written] if len(written) == count else [False] * count,
            forms,
            {word: cases for word, cases in others.items() if word not in words[-1]},
            counterpart == surname,
        )

    def _counterpart(self, surname: str, sex: str) -> str:
        """A surname as a person of the other sex has it."""
        pairs = self._language.names.women if sex == "male" else [(b, a) for a, b in self._language.names.women]
        fitting = [pair for pair in pairs if surname.endswith(pair[0])]
        here, there = max(fitting, key=lambda pair: len(pair[0]), default=("", ""))
        return surname.removesuffix(here) + there

    def _of_other_sex(self, concept: Concept, term: Term, sex: str, surname: str) -> Mapping[str, frozenset[str]]:
        other = _OTHER[sex]
        as_other = replace(
            term, term=surname, type=TermType.SURNAME, gender=GENDERS[other], forms={}, indeclinable=False
        )
        cases: dict[str, frozenset[str]] = {}
        for form in term_forms(as_other, replace(concept, sex=other), self._language):
            words = word_texts(fold_string(form.text), self._index.clitics)
            if len(words) == 1 and form.case != "*":
                cases[words[0].lower()] = cases.get(words[0].lower(), frozenset()) | {form.case}
        return cases


def _sex(concept: Concept, term: Term) -> str | None:
    """The sex of a person, as the termbase has it or as the term's gender tells it."""
    if concept.kind != "person":
        return None
    return concept.sex or next((sex for sex, gender in GENDERS.items() if gender == term.gender), None)
