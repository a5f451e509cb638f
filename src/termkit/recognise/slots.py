"""What the words in front of a name ask of its case, by the prepositions and titles of a language's file."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from termkit.folding import Folded
from termkit.language_names import NameData
from termkit.model import Certainty, Span

from .words import PIECE, Word, is_joined

__all__ = ["Demand", "Slots", "title_forms"]

_LONGEST = 3  # words of a phrase that is used like a preposition
_NEAR = 40  # characters before a name
_DEPENDENT = frozenset({"gen", "acc"})
_CLOSING = "»”\"')*_"
_ENDS = ".!?…:;\n"


class Demand(NamedTuple):
    """The cases that a name may have, the likeliest first; the words that ask for it; and how sure that is."""

    cases: Sequence[str]
    words: str
    certainty: Certainty


class Slots:
    """What stands before names in one language."""

    def __init__(self, names: NameData) -> None:
        self._prepositions = {**names.prepositions, **names.agreeing}
        self._titles = title_forms(names)
        self._hints = {phrase.rpartition(" ")[2] for phrase in self._prepositions} | self._titles.keys()

    def may_ask(self, folded: Folded, span: Span) -> bool:
        """Whether a closer look at what stands before a span is worth its cost."""
        start = folded.folded(span).start
        return not self._hints.isdisjoint(PIECE.findall(folded.string[max(start - _NEAR, 0) : start].lower()))

    def is_title(self, word: Word) -> bool:
        """Whether a word is a form of a title."""
        return word.key in self._titles

    def demand(
        self, words: Sequence[Word], place: range, string: str, gender: str | None, named: Collection[int]
    ) -> Demand | None:
        """What is asked of the name in some words; `named` are the words that are in names.

        Nothing where a longer name may go on behind it, as in «для Нью-Йорк Таймс».
        """
        if place.start == 0 or _goes_on(words, place.stop, string):
            return None
        return self.by_preposition(words, place.start, string) or self._by_title(words, place, string, gender, named)

    def by_preposition(self, words: Sequence[Word], start: int, string: str) -> Demand | None:
        """What the preposition in front of a name asks for, if one stands there."""
        for count in range(min(_LONGEST, start), 0, -1):
            before = words[start - count : start]
            cases = self._prepositions.get(" ".join(word.key for word in before))
            gaps = [
                string[a.outer_end : b.outer_start] for a, b in itertools.pairwise(words[start - count : start + 1])
            ]
            if cases and gaps[-1] == " " and set(gaps) <= {" ", "-"}:
                return Demand(cases, string[before[0].start : before[-1].end], Certainty.CERTAIN)
        return None

    def title_cases(self, words: Sequence[Word], start: int, string: str) -> list[str]:
        """The cases that the title right in front of a name may be; none where there is no title."""
        before = words[start - 1] if start else None
        if before is None or not self.is_title(before) or string[before.outer_end : words[start].outer_start] != " ":
            return []
        return sorted({case for cases in self._titles[before.key].values() for case in cases})

    def _by_title(
        self, words: Sequence[Word], place: range, string: str, gender: str | None, named: Collection[int]
    ) -> Demand | None:
        """The genitive or accusative of a title that the name stands beside («…, дружина командира Денис Прокопенко.»).

        Only at the end of a sentence, and where no word in front of the titles can be what the name belongs to: «після
        розмови з президентом Володимир Зеленський сказав» is right, and so is «прессекретар президента Дмитро Пєсков».
        """
        if not _ends_sentence(words[place.stop - 1], string):
            return None
        start = first = place.start
        while first and is_joined(words[first - 1 : first + 1], string):
            if not self.is_title(words[first - 1]) and first - 1 not in named:
                if words[first - 1].key not in self._prepositions:
                    return None
                break
            first -= 1
        titles = [word for number, word in enumerate(words[first:start], first) if number not in named]
        cases = frozenset(case for word in titles for case in self._cases(word, gender))
        if not cases or not cases <= _DEPENDENT:
            return None
        return Demand(sorted(cases, reverse=True), titles[-1].text, Certainty.LIKELY)

    def _cases(self, title: Word, gender: str | None) -> Iterator[str]:
        """The cases in which a title may stand beside a name; a woman may have a man's title."""
        for of, cases in self._titles[title.key].items():
            if gender != "masculine" or of == "masculine":
                yield from cases


def title_forms(names: NameData) -> dict[str, dict[str, frozenset[str]]]:
    """The cases of the singular that the forms of titles may be, by their gender.

    >>> from termkit.language import Locale, load_language
    >>> sorted(title_forms(load_language(Locale("uk")).names)["командира"]["masculine"])
    ['acc', 'gen']
    """
    forms: dict[str, dict[str, frozenset[str]]] = {}
    for word, (gender, table) in itertools.product(sorted(names.roles), names.titles.items()):
        row = table.row(word)
        if row is None:
            continue
        for case, endings in {"nom": (row.suffix,), **row.endings}.items():
            for ending in endings:
                cases = forms.setdefault(word.removesuffix(row.suffix) + ending, {})
                cases[gender] = cases.get(gender, frozenset()) | {case}
    return forms


def _goes_on(words: Sequence[Word], end: int, string: str) -> bool:
    if end == len(words) or string[words[end - 1].outer_end : words[end].outer_start] not in (" ", "-"):
        return False
    first = words[end].text[0]
    return first.isupper() or first.isdigit()


def _ends_sentence(word: Word, string: str) -> bool:
    behind = string[word.outer_end :].lstrip(_CLOSING)
    return not behind or behind[0] in _ENDS
