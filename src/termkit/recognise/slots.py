"""What the words in front of a name ask of its case, by the prepositions and titles of a language's file."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from termkit.language_names import NameData
from termkit.model import Certainty

from .words import Word, is_joined

__all__ = ["Demand", "Slots", "Subject", "title_forms"]

_LONGEST = 3  # words of a phrase that is used like a preposition
_DEPENDENT = frozenset({"gen", "acc"})
_OPENING = '«„“"'
_CLOSING = "»”\"')*_"
_ENDS = ".!?…:;\n"


class Demand(NamedTuple):
    """The cases that a name may have, the likeliest first; the words that ask for it; and how sure that is.

    A case that is `seldom` asked for is no excuse for a form that may as well be the nominative.
    """

    cases: Sequence[str]
    words: str
    certainty: Certainty
    seldom: frozenset[str] = frozenset()

    def cases_of(self, readings: Collection[str]) -> Sequence[str]:
        """The cases that count for a form with some readings."""
        return [case for case in self.cases if case not in self.seldom] if "nom" in readings else self.cases


class Subject(NamedTuple):
    """What of a name matters for what is asked of it; a thing belongs to people, and none of them is called so."""

    gender: str | None
    is_person: bool
    is_thing: bool
    is_nickname: bool


class Slots:
    """What stands before names in one language."""

    def __init__(self, names: NameData) -> None:
        self._prepositions = {**names.prepositions, **names.agreeing}
        self._seldom = names.seldom
        self._titles = title_forms(names, names.roles)
        self._owners = title_forms(names, names.roles | names.owners)
        for word in names.groups:
            self._owners.setdefault(word, {})["plural"] = frozenset({"nom"})
        self._classes = names.classes
        asking = {phrase.rpartition(" ")[2] for phrase in self._prepositions}
        self.hints = frozenset(asking).union(self._owners, self._classes)

    def may_ask(self, words: Sequence[Word], start: int, named: Collection[int]) -> bool:
        """Whether what stands in front of a name may ask for a case: at little cost."""
        return start > 0 and (words[start - 1].key in self.hints or start - 1 in named)

    def is_title(self, word: Word) -> bool:
        """Whether a word is a form of a title."""
        return word.key in self._titles

    def demand(
        self, words: Sequence[Word], place: range, string: str, subject: Subject, named: Collection[int]
    ) -> Demand | None:
        """What is asked of the name in some words; `named` are the words that are in names.

        Nothing where a longer name may go on behind it, as in «для Нью-Йорк Таймс».
        """
        start = place.start
        if _goes_on(words, place.stop, string, named):
            return None
        is_quoted = string[words[start].outer_start - 1] in _OPENING
        if is_quoted and not (subject.is_thing or subject.is_nickname):
            return None
        if is_quoted and words[start - 1].key in self._classes and _stands_before(words, start, string):
            return Demand(["nom"], words[start - 1].text, Certainty.LIKELY)
        demand = self.by_preposition(words, start, string) or self._by_owner(words, start, string, subject, named)
        if demand is None and subject.is_person:
            demand = self._by_title(words, place, string, subject.gender, named)
        return demand._replace(certainty=Certainty.LIKELY) if demand and is_quoted else demand

    def by_preposition(self, words: Sequence[Word], start: int, string: str) -> Demand | None:
        """What the preposition in front of a name asks for, if one stands there."""
        for count in range(min(_LONGEST, start), 0, -1):
            before = words[start - count : start]
            phrase = " ".join(word.key for word in before)
            cases = self._prepositions.get(phrase)
            gaps = [string[a.outer_end : b.outer_start] for a, b in itertools.pairwise(before)]
            if cases and set(gaps) <= {" ", "-"} and _stands_before(words, start, string):
                seldom = self._seldom.get(phrase, frozenset())
                return Demand(cases, string[before[0].start : before[-1].end], Certainty.CERTAIN, seldom)
        return None

    def _by_owner(
        self, words: Sequence[Word], start: int, string: str, subject: Subject, named: Collection[int]
    ) -> Demand | None:
        """The genitive of a thing behind somebody who belongs to it («заступник командира полк «Азов»»).

        And that of a man behind a title that no man has («дружина Арсеній Федусюк»). The subject of a sentence may
        stand behind any case but the nominative: «За словами президента Україна готова».
        """
        owner = words[start - 1]
        if owner.key not in self._owners or not _stands_before(words, start, string):
            return None
        is_other_s = subject.gender == "masculine" and self._owners[owner.key].keys() == {"feminine"}
        if not subject.is_thing and not is_other_s:
            return None
        first = start - 1
        while first and (words[first - 1].key in self._owners or first - 1 in named):
            if not is_joined(words[first - 1 : first + 1], string):
                break
            first -= 1
        chain = [word for number, word in enumerate(words[first:start], first) if number not in named]
        is_apposition = string[: words[first].outer_start].endswith(", ")
        if not is_apposition and not any("nom" in self._cases_of(word) for word in chain):
            return None
        return Demand(["gen"], owner.text, Certainty.LIKELY)

    def _cases_of(self, owner: Word) -> frozenset[str]:
        return frozenset().union(*self._owners.get(owner.key, {}).values())

    def title_cases(self, words: Sequence[Word], start: int, string: str, gender: str | None) -> list[str]:
        """The cases that the title right in front of a name leaves it; none where there is no title.

        Behind one that no man has a man's name is in the genitive: «дружина Арсенія Федусюка».
        """
        before = words[start - 1] if start else None
        if before is None or not self.is_title(before) or string[before.outer_end : words[start].outer_start] != " ":
            return []
        genders = self._titles[before.key]
        if gender == "masculine" and genders.keys() == {"feminine"}:
            return ["gen"]
        return sorted({case for cases in genders.values() for case in cases})

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


def title_forms(names: NameData, titles: Collection[str]) -> dict[str, dict[str, frozenset[str]]]:
    """The cases of the singular that the forms of titles may be, by their gender.

    >>> from termkit.language import Locale, load_language
    >>> sorted(title_forms(load_language(Locale("uk")).names, ["командир"])["командира"]["masculine"])
    ['acc', 'gen']
    """
    forms: dict[str, dict[str, frozenset[str]]] = {}
    for word, (gender, table) in itertools.product(sorted(titles), names.titles.items()):
        row = table.row(word)
        if row is None:
            continue
        for case, endings in {"nom": (row.suffix,), **row.endings}.items():
            for ending in endings:
                cases = forms.setdefault(word.removesuffix(row.suffix) + ending, {})
                cases[gender] = cases.get(gender, frozenset()) | {case}
    return forms


def _stands_before(words: Sequence[Word], start: int, string: str) -> bool:
    """Whether a word stands right before a name, which may be in quotation marks."""
    return string[words[start - 1].outer_end : words[start].outer_start].rstrip(_OPENING) == " "


def _goes_on(words: Sequence[Word], end: int, string: str, named: Collection[int]) -> bool:
    if end == len(words) or end in named or string[words[end - 1].outer_end : words[end].outer_start] not in (" ", "-"):
        return False
    first = words[end].text[0]
    return first.isupper() or first.isdigit()


def _ends_sentence(word: Word, string: str) -> bool:
    behind = string[word.outer_end :].lstrip(_CLOSING)
    return not behind or behind[0] in _ENDS
