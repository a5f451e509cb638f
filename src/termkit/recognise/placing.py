"""Finds names of the termbase in a case that the words around them exclude.

The words in front ask for a case («від Денис Прокопенко»); or a name in a list is in another case than all the others
(«представники Збройних сил, Нацгвардія та Прикордонної служби»).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from termkit.language_names import CASES, NameData
from termkit.model import Candidate, Certainty, Mention, Name, TermType, Text
from termkit.termbase.schema import CASE_NAMES

from .names import NameIndex
from .paradigms import GENDERS, Paradigm, Paradigms
from .scene import Scene, mended
from .slots import Demand, Slots, Subject

__all__ = ["Placing"]

_FEWEST = 3  # names of a list in which one may be told to be in the wrong case
_MOST_REMEMBERED = 10_000
_QUOTES = str.maketrans("", "", '«»„“”"')


class _Meant(NamedTuple):
    """The readings of a name that the source allows, and the paradigms of their terms."""

    candidates: Sequence[Candidate]
    paradigms: Sequence[Paradigm]


class Placing:
    """Marks the names in a wrong case in the texts of one locale."""

    def __init__(self, index: NameIndex, names: NameData, paradigms: Paradigms, slots: Slots) -> None:
        self._index = index
        self._paradigms = paradigms
        self._slots = slots
        words = "|".join(sorted(names.conjunctions)) or "(?!)"
        self._last = re.compile(rf",? (?:{words}) ")
        self._has_cases = bool(names.prepositions)
        # By the identity of a name, which is kept with what it becomes.
        self._fittings: dict[tuple[int, tuple[str, ...]], tuple[Name, Name]] = {}

    def may_tell(self, pieces: Collection[str], names: Sequence[Mention]) -> bool:
        """Whether a closer look at some names in a text with some pieces of words is worth its cost."""
        return self._has_cases and (len(names) >= _FEWEST or not self._slots.hints.isdisjoint(pieces))

    def place(self, scene: Scene, names: Sequence[Mention], named: frozenset[str]) -> list[Mention]:
        """Some names with the readings that their places leave them; those are marked that have none.

        `named` are the concepts that the source names.
        """
        placed = [self._placed(scene, name, named) for name in names]
        return self._listed(scene, placed, named) if _may_list(scene.text, placed) else placed

    def _placed(self, scene: Scene, name: Mention, named: frozenset[str]) -> Mention:
        """The name with the readings that what stands in front leaves it; marked if there are none."""
        place = scene.places[name.span]
        if not isinstance(name.value, Name) or not name.hard or not place:
            return name
        if not self._slots.may_ask(scene.words, place.start, scene.taken):
            return name
        meant = self._meant(name.value, len(place), named)
        demand = self._slots.demand(scene.words, place, scene.folded.string, _subject(meant), scene.taken)
        if demand is None:
            return name
        cases = demand.cases_of({candidate.case for candidate in name.value.candidates})
        if any(_may_be(candidate, cases) for candidate in meant.candidates):
            return name._replace(value=self._fitting(name.value, tuple(cases)))
        why = f"which can't stand behind “{demand.words}”"
        return self._marked(scene, name, meant, demand._replace(cases=cases), why)

    def _fitting(self, name: Name, cases: tuple[str, ...]) -> Name:
        """A name with the readings that some cases leave it; made once, as articles repeat their names."""
        key = id(name), cases
        if key not in self._fittings:
            if len(self._fittings) > _MOST_REMEMBERED:
                self._fittings.clear()
            fitting = tuple(candidate for candidate in name.candidates if _may_be(candidate, cases))
            self._fittings[key] = name, replace(name, candidates=fitting)
        return self._fittings[key][1]

    def _meant(self, name: Name, count: int, named: frozenset[str]) -> _Meant:
        """What a name of some words may be."""
        candidates = [c for c in name.candidates if c.concept in named] or list(name.candidates)
        paradigms = [p for c in candidates for p in self._paradigms.of_candidate(c) if len(p.words) == count]
        return _Meant(candidates, paradigms)

    def _marked(self, scene: Scene, name: Mention, meant: _Meant, demand: Demand, why: str) -> Mention:
        """The name marked as one in a wrong case, if it has a form in the right one."""
        wanted = [form for case in demand.cases for p in meant.paradigms for form in p.forms.get(case, ())]
        if not isinstance(name.value, Name) or not wanted or len(meant.paradigms) < len(meant.candidates):
            return name
        is_plain = len({form.text for form in wanted}) == 1
        case = min((candidate.case for candidate in meant.candidates), key=CASES.index)
        right = self._index.candidate(wanted[0].reading)
        place = scene.places[name.span]
        # The quotation mark that closes behind the last word belongs to the name.
        expected = mended(scene, place, wanted[0]) + scene.text.string[scene.span(place).end : name.span.end]
        value = Name((right, *name.value.candidates), expected=expected, sure=is_plain, inflection=demand.certainty)
        return name._replace(value=value, reading=f"it is {CASE_NAMES.get(case, case)}, {why}")

    # Lists

    def _listed(self, scene: Scene, names: Sequence[Mention], named: frozenset[str]) -> list[Mention]:
        """The names, one marked in each list of three or more of which all others share a case that it has not.

        Never the first, behind which a clause may begin: «за словами Путіна, Україна та Росія домовилися».
        """
        odd: dict[int, Mention] = {}
        for run in self._lists(scene, names):
            cases = {number: _cases(names[number]) for number in run}
            told = {number: of_name for number, of_name in cases.items() if of_name}
            if len(told) < _FEWEST or frozenset.intersection(*told.values()):
                continue
            for number in run[1:]:
                if number not in told:
                    continue
                shared = frozenset.intersection(*(other for place, other in told.items() if place != number))
                value = names[number].value
                if shared and isinstance(value, Name) and value.inflection is None:
                    meant = self._meant(value, len(scene.places[names[number].span]), named)
                    demand = Demand([case for case in CASES if case in shared], "", Certainty.LIKELY)
                    odd[number] = self._marked(
                        scene, names[number], meant, demand, "unlike the other names of the list"
                    )
                    break
        return [odd.get(number, name) for number, name in enumerate(names)]

    def _lists(self, scene: Scene, names: Sequence[Mention]) -> Iterator[list[int]]:
        """The numbers of the names in each list: A, B and C, or A, B, C and …, less what is no name."""
        words, string = scene.words, scene.folded.string
        run: list[int] = []
        end = 0
        for number, name in sorted(enumerate(names), key=lambda item: item[1].span):
            place = scene.places[name.span]
            if not name.hard or not place:
                continue
            between = string[end : words[place.start].outer_start].translate(_QUOTES)
            end = words[place.stop - 1].outer_end
            if self._last.fullmatch(between):
                yield [*run, number]
                run = []
            else:
                run = [*run, number] if between == ", " else [number]
                if self._last.match(string, end):
                    yield run


def _may_list(text: Text, names: Sequence[Mention]) -> bool:
    """Whether there may be a list of names: right behind one of them stands a comma."""
    if len(names) < _FEWEST:
        return False
    return any("," in text.string[left.span.end : right.span.start][:2] for left, right in itertools.pairwise(names))


def _subject(meant: _Meant) -> Subject:
    """What of a name matters for what is asked of it."""
    genders = {GENDERS.get(paradigm.sex or "") for paradigm in meant.paradigms}
    return Subject(
        genders.pop() if len(genders) == 1 else None,
        is_person=any(candidate.concept_kind == "person" for candidate in meant.candidates),
        is_thing=all(candidate.concept_kind in _THINGS for candidate in meant.candidates),
        is_nickname=all(candidate.term.type is TermType.NICKNAME for candidate in meant.candidates),
    )


_THINGS = frozenset({"place", "organisation", "facility", "military-unit"})


def _cases(name: Mention) -> frozenset[str]:
    """The cases that a name may be in; none where it may be in any."""
    candidates = name.value.candidates if isinstance(name.value, Name) else ()
    if any(candidate.case == "*" or candidate.term.indeclinable for candidate in candidates):
        return frozenset()
    return frozenset(candidate.case for candidate in candidates)


def _may_be(candidate: Candidate, cases: Sequence[str]) -> bool:
    return candidate.case in (*cases, "*") or candidate.term.indeclinable
