"""Finds names of the termbase in a form that they don't have, or that the words around them exclude.

Three things are told apart. The parts of a name may disagree: each is a form of its word, but they share no case
(«Дениса Прокопенко»). A surname may have a form of the other sex («Верещука» for a woman). And the words in front
may ask for another case («від Денис Прокопенко»). On the way a long name is found of which one word is another.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from termkit.folding import Folded, fold
from termkit.language import LanguageData
from termkit.language_names import CASES
from termkit.model import Candidate, Certainty, Concept, Kind, Mention, Name, Span, Text
from termkit.termbase.schema import CASE_NAMES

from .names import NameIndex
from .paradigms import GENDERS, Paradigm, Paradigms, WholeForm
from .slots import Slots
from .words import WORD, Word, first_piece, is_joined, split_pieces, split_words

__all__ = ["Inflections"]

_MANY = 3  # words of which one may be another and the name is known all the same
_OTHER_FORMS = {"male": "a woman's form of a man's surname", "female": "a man's form of a woman's surname"}


class _Mixed(NamedTuple):
    """A name in a form that the index does not have: its words and the nearest form.

    Where it is wrong, what is said of it, how sure that is, and whether it is sure that the form is the right one.
    """

    start: int
    end: int
    form: WholeForm
    said: str = ""
    certainty: Certainty | None = None
    sure: bool = True
    near: bool = False


class _Scene(NamedTuple):
    """A text with its names and its words; `taken` are the words in names, each with all words of its name."""

    text: Text
    folded: Folded
    words: Sequence[Word]
    names: Sequence[Mention]
    taken: Mapping[int, range]

    def span(self, place: range) -> Span:
        """Where some words stand in the text."""
        return self.folded.original(self.words[place.start].start, self.words[place.stop - 1].end)


class Inflections:
    """Marks the names in a wrong form in the texts of one locale."""

    def __init__(self, index: NameIndex, language: LanguageData, concepts: Mapping[str, Concept]) -> None:
        self._index = index
        self._paradigms = Paradigms(index, language, concepts)
        self._slots = Slots(language.names)

    def mark(
        self, text: Text, mentions: Sequence[Mention], expected: frozenset[str], named: frozenset[str]
    ) -> Sequence[Mention]:
        """The mentions of a text, with those names marked whose form is wrong.

        `expected` are the concepts that the article names, `named` those that the source of this text does.
        """
        openings = self._paradigms.openings(expected)
        names = [mention for mention in mentions if isinstance(mention.value, Name) and mention.value.candidates]
        folded = fold(text.string)
        is_suspect = not openings.keys().isdisjoint(split_pieces(folded.string, self._index.clitics))
        if not is_suspect and not any(self._slots.may_ask(folded, name.span) for name in names):
            return mentions
        words = split_words(folded.string, self._index.clitics, [folded.folded(span) for span in text.protected])
        scene = _Scene(text, folded, words, names, dict(_taken(words, folded, names)))
        marked = [self._mention(scene, mixed) for mixed in self._mixed(scene, openings, named)] if is_suspect else []
        kept = [name for name in names if not any(_overlap(name, other) for other in marked)]
        kept = [self._placed(scene, name, named) for name in kept]
        return [*(mention for mention in mentions if mention not in names), *kept, *marked]

    def _mention(self, scene: _Scene, mixed: _Mixed) -> Mention:
        span = scene.span(range(mixed.start, mixed.end))
        candidates = (self._index.candidate(mixed.form.reading),)
        expected = _mended(scene, mixed) if mixed.certainty or mixed.near else None
        name = Name(candidates, mixed.near, expected, mixed.sure, mixed.certainty)
        return Mention(Kind.NAME, span, scene.text.string[slice(*span)], name, reading=mixed.said)

    # Parts that disagree, and forms of the other sex

    def _mixed(
        self, scene: _Scene, openings: Mapping[str, Sequence[Paradigm]], named: frozenset[str]
    ) -> Iterator[_Mixed]:
        end = 0
        for number, word in enumerate(scene.words):
            paradigms = openings.get(first_piece(word.key, self._index.clitics), ()) if number >= end else ()
            mixed = next(filter(None, (self._mixed_at(scene, number, paradigm, named) for paradigm in paradigms)), None)
            if mixed:
                yield mixed
                end = mixed.end

    def _mixed_at(self, scene: _Scene, start: int, paradigm: Paradigm, named: frozenset[str]) -> _Mixed | None:
        end = start + len(paradigm.words)
        words = scene.words[start:end]
        if len(words) < end - start or not is_joined(words, scene.folded.string) or not _are_capital(words, paradigm):
            return None
        if any(_is_of_another(scene.taken.get(number), range(start, end)) for number in range(start, end)):
            return None
        if len(words) == 1:
            return self._lone_surname(scene, start, paradigm) if paradigm.concept in named else None
        return self._in_parts(scene, start, words, paradigm) or (
            self._with_another_word(scene, start, words, paradigm) if paradigm.concept in named else None
        )

    def _with_another_word(self, scene: _Scene, start: int, words: Sequence[Word], paradigm: Paradigm) -> _Mixed | None:
        """A name of three words or more, one of which is another word: «бригада «Азов» Національної поліції».

        Unless that may be another thing, because the text has the name as well.
        """
        cases = [known.get(word.key, frozenset()) for known, word in zip(paradigm.words, words, strict=True)]
        right = [of_word for of_word in cases if of_word]
        if paradigm.sex or len(words) < _MANY or len(right) != len(words) - 1 or not cases[0]:
            return None
        odd = start + cases.index(frozenset())
        # A shorter name and any word behind it is none: «бригада «Азов» Денис …».
        is_shorter = all(number in scene.taken for number in range(start, start + len(words)) if number != odd)
        is_named = any(len(place) >= len(words) for place in self._places_of(scene, paradigm.concept))
        is_a_name = odd in scene.taken or self._index.entries[scene.words[odd].key]
        if is_shorter or is_named or is_a_name or not frozenset.intersection(*right):
            return None
        near = _nearest(paradigm, words, [case for case in CASES if case in frozenset.intersection(*right)])
        return near and _Mixed(start, start + len(words), near, sure=False, near=True)

    def _places_of(self, scene: _Scene, concept: str) -> Iterator[range]:
        """The words of the names of a concept in a text."""
        for name in scene.names:
            if isinstance(name.value, Name) and concept in name.value.concepts:
                yield next((place for place in scene.taken.values() if scene.span(place) == name.span), range(0))

    def _in_parts(self, scene: _Scene, start: int, words: Sequence[Word], paradigm: Paradigm) -> _Mixed | None:
        """A name of several words each of which has a form of its own, and the last perhaps one of the other sex."""
        end = start + len(words)
        cases = [known.get(word.key, frozenset()) for known, word in zip(paradigm.words, words, strict=True)]
        if not all(cases[:-1]):
            return None
        if not cases[-1]:
            if words[-1].key not in paradigm.others:
                return None
            meant = frozenset.intersection(*cases[:-1])
            right = _nearest(paradigm, words, [case for case in CASES if case in meant])
            return right and _Mixed(start, end, right, _of_other_sex(words[-1], paradigm), Certainty.CERTAIN)
        if frozenset.intersection(*cases) or _is_foreign_order(cases, paradigm):
            near = _nearest(paradigm, words, CASES)
            return near and _Mixed(start, end, near)
        return self._disagreeing(scene, start, paradigm, cases)

    def _lone_surname(self, scene: _Scene, start: int, paradigm: Paradigm) -> _Mixed | None:
        """A surname in a form of the other sex, unless that may be somebody else: «Олега Верещука»."""
        words = scene.words
        word = words[start]
        if not paradigm.is_alike or word.key not in paradigm.others or start in scene.taken:
            return None
        if start and is_joined(words[start - 1 : start + 1], scene.folded.string):
            before = words[start - 1]
            if before.text[0].isupper() and not self._slots.is_title(before):
                return None
        right = _nearest(paradigm, [word], [case for case in CASES if case in paradigm.others[word.key]])
        return right and _Mixed(start, start + 1, right, _of_other_sex(word, paradigm), Certainty.CERTAIN)

    def _disagreeing(
        self, scene: _Scene, start: int, paradigm: Paradigm, cases: Sequence[frozenset[str]]
    ) -> _Mixed | None:
        """Words of a name that share no case.

        The words in front tell which is meant, else the first word of the name; then the first may as well be wrong.
        """
        end = start + len(cases)
        words = scene.words[start:end]
        counts = Counter(case for of_word in cases for case in of_word)
        most = [case for case in CASES if counts[case] == max(counts.values())]
        demand = self._slots.by_preposition(scene.words, start, scene.folded.string)
        titled = self._slots.title_cases(scene.words, start, scene.folded.string)
        asked = [case for case in (demand.cases if demand else titled) if case in most]
        meant = asked or [case for case in most if case in cases[0]] or most
        right = _nearest(paradigm, words, meant)
        if right is None:
            return None
        odd = [word.text for word, wanted in zip(words, right.words, strict=True) if word.key != wanted]
        even = [word.text for word, wanted in zip(words, right.words, strict=True) if word.key == wanted]
        said = f"“{' '.join(odd)}” does not agree with “{' '.join(even) or (demand and demand.words)}”"
        return _Mixed(start, end, right, said, Certainty.CERTAIN, sure=bool(asked))

    # Names in a form that the words in front exclude

    def _placed(self, scene: _Scene, name: Mention, named: frozenset[str]) -> Mention:
        """The name with the readings that what stands in front leaves it; marked if there are none."""
        place = next((place for place in scene.taken.values() if place and scene.span(place) == name.span), None)
        if not isinstance(name.value, Name) or not name.hard or place is None:
            return name
        candidates = [c for c in name.value.candidates if c.concept in named] or list(name.value.candidates)
        paradigms = [p for c in candidates for p in self._paradigms.of_candidate(c) if len(p.words) == len(place)]
        genders = {GENDERS.get(paradigm.sex or "") for paradigm in paradigms}
        gender = genders.pop() if len(genders) == 1 else None
        demand = self._slots.demand(scene.words, place, scene.folded.string, gender, scene.taken)
        if demand is None:
            return name
        fitting = tuple(candidate for candidate in name.value.candidates if _may_be(candidate, demand.cases))
        if any(candidate in fitting for candidate in candidates):
            return name._replace(value=replace(name.value, candidates=fitting))
        wanted = [form for case in demand.cases for p in paradigms for form in p.forms.get(case, ())]
        if not wanted or len(paradigms) < len(candidates):
            return name
        is_plain = len({form.text for form in wanted}) == 1
        case = candidates[0].case
        said = f"it is {CASE_NAMES.get(case, case)}, which can't stand behind “{demand.words}”"
        right = self._index.candidate(wanted[0].reading)
        value = Name(
            (right, *name.value.candidates), expected=wanted[0].text, sure=is_plain, inflection=demand.certainty
        )
        return name._replace(value=value, reading=said)


def _mended(scene: _Scene, mixed: _Mixed) -> str:
    """What is written with the words that are wrong put right; quotation marks around others stay."""
    right = [match[0] for match in WORD.finditer(mixed.form.text)]
    words = scene.words[mixed.start : mixed.end]
    if len(right) != len(words):
        return mixed.form.text
    mended, end = "", words[0].start
    for word, key, wanted in zip(words, mixed.form.words, right, strict=True):
        written = (slice(*scene.folded.original(*place)) for place in ((end, word.start), (word.start, word.end)))
        between, as_it_is = (scene.text.string[place] for place in written)
        mended += between + (as_it_is if word.key == key else wanted)
        end = word.end
    return mended


def _may_be(candidate: Candidate, cases: Sequence[str]) -> bool:
    return candidate.case in (*cases, "*") or candidate.term.indeclinable


def _of_other_sex(word: Word, paradigm: Paradigm) -> str:
    subject = f"“{word.text}”" if len(paradigm.words) > 1 else "it"
    return f"{subject} is {_OTHER_FORMS[paradigm.sex or '']}"


def _are_capital(words: Sequence[Word], paradigm: Paradigm) -> bool:
    """Whether words have a capital wherever the name has one."""
    return all(word.text[0].isupper() or not capital for capital, word in zip(paradigm.capitals, words, strict=True))


def _is_of_another(taken: range | None, place: range) -> bool:
    """Whether a word is in a name that has just these words, or goes beyond them."""
    return taken is not None and (taken == place or taken.start < place.start or place.stop < taken.stop)


def _is_foreign_order(cases: Sequence[frozenset[str]], paradigm: Paradigm) -> bool:
    """Whether only the last of several names of a person is declined, as in «Кім Чен Ина»."""
    return paradigm.sex is not None and len(cases) > 2 and all("nom" in of_word for of_word in cases[:-1])


def _nearest(paradigm: Paradigm, words: Sequence[Word], cases: Sequence[str]) -> WholeForm | None:
    """The form in one of some cases that has most words in common with those that are written."""
    forms = [form for case in cases for form in paradigm.forms.get(case, ())]
    written = [word.key for word in words]
    return max(forms, key=lambda form: sum(map(str.__eq__, form.words, written)), default=None)


def _overlap(one: Mention, other: Mention) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _taken(words: Sequence[Word], folded: Folded, names: Sequence[Mention]) -> Iterator[tuple[int, range]]:
    """The words that are in names, each with all words of the longest name that it is in."""
    starts = [word.start for word in words]
    ends = [word.end for word in words]
    for name in sorted(names, key=lambda name: name.span.end - name.span.start):
        span = folded.folded(name.span)
        place = range(bisect.bisect_left(starts, span.start), bisect.bisect_right(ends, span.end))
        yield from ((number, place) for number in place)
