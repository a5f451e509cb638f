"""Finds names of the termbase in a form that they don't have, or that the words around them exclude.

Three things are told apart. The parts of a name may disagree: each is a form of its word, but they share no case
(«Дениса Прокопенко»). A surname may have a form of the other sex («Верещука» for a woman). And the words in front
may ask for another case («від Денис Прокопенко»). On the way a long name is found of which one word is another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from termkit.folding import fold
from termkit.language import LanguageData
from termkit.language_names import CASES
from termkit.model import Certainty, Concept, Kind, Mention, Name, Text

from .given_names import wrong_given_names
from .names import NameIndex
from .paradigms import GENDERS, Paradigm, Paradigms, WholeForm
from .placing import Placing
from .scene import Scene, mended, scene_of
from .slots import Slots
from .units import wrong_units
from .words import Word, first_piece, is_joined, split_pieces, split_words

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


class Inflections:
    """Marks the names in a wrong form in the texts of one locale."""

    def __init__(self, index: NameIndex, language: LanguageData, concepts: Mapping[str, Concept]) -> None:
        self._index = index
        self._paradigms = Paradigms(index, language, concepts)
        self._slots = Slots(language.names)
        self._units = tuple(sorted(language.names.units))
        self._placing = Placing(index, language.names, self._paradigms, self._slots)

    def mark(
        self, text: Text, mentions: Sequence[Mention], expected: frozenset[str], source: Sequence[Mention]
    ) -> Sequence[Mention]:
        """The mentions of a text, with those names marked whose form is wrong.

        `expected` are the concepts that the article names, `source` the mentions of the source of this text.
        """
        named, in_full, units = _named(source)
        openings = self._paradigms.openings(expected)
        names = [mention for mention in mentions if isinstance(mention.value, Name) and mention.value.candidates]
        folded = fold(text.string)
        pieces = split_pieces(folded.string, self._index.clitics)
        is_suspect = not openings.keys().isdisjoint(pieces)
        if not (is_suspect or units or (names and (in_full or self._placing.may_tell(pieces, names)))):
            return mentions
        words = split_words(folded.string, self._index.clitics, [folded.folded(span) for span in text.protected])
        scene = scene_of(text, folded, words, names)
        marked = [self._mention(scene, mixed) for mixed in self._mixed(scene, openings, named)] if is_suspect else []
        marked += wrong_given_names(scene, self._index, self._paradigms, in_full) if in_full else ()
        marked += wrong_units(scene, self._index, self._paradigms, self._units, units) if units and self._units else ()
        kept = [name for name in names if not any(name.span.overlaps(other.span) for other in marked)]
        kept = self._placing.place(scene, kept, named)
        return [*(mention for mention in mentions if mention not in names), *kept, *marked]

    def _mention(self, scene: Scene, mixed: _Mixed) -> Mention:
        place = range(mixed.start, mixed.end)
        span = scene.span(place)
        candidates = (self._index.candidate(mixed.form.reading),)
        expected = mended(scene, place, mixed.form) if mixed.certainty or mixed.near else None
        name = Name(candidates, mixed.near, expected, mixed.sure, mixed.certainty)
        return Mention(Kind.NAME, span, scene.text.string[slice(*span)], name, reading=mixed.said)

    # Parts that disagree, and forms of the other sex

    def _mixed(
        self, scene: Scene, openings: Mapping[str, Sequence[Paradigm]], named: frozenset[str]
    ) -> Iterator[_Mixed]:
        end = 0
        for number, word in enumerate(scene.words):
            paradigms = openings.get(first_piece(word.key, self._index.clitics))
            if paradigms and number >= end:
                mixed = next(filter(None, (self._mixed_at(scene, number, p, named) for p in paradigms)), None)
                if mixed:
                    yield mixed
                    end = mixed.end

    def _mixed_at(self, scene: Scene, start: int, paradigm: Paradigm, named: frozenset[str]) -> _Mixed | None:
        end = start + len(paradigm.words)
        if _is_of_another(scene.taken.get(start), range(start, end)):
            return None
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

    def _with_another_word(self, scene: Scene, start: int, words: Sequence[Word], paradigm: Paradigm) -> _Mixed | None:
        """A name of three words or more, one of which is another word: «бригада «Азов» Національної поліції».

        Unless that may be another thing, because the text has the name as well. What a plant is called beside its own
        name may be said in many ways (complejo siderúrgico Azovstal).
        """
        cases = [known.get(word.key, frozenset()) for known, word in zip(paradigm.words, words, strict=True)]
        right = [of_word for of_word in cases if of_word]
        if (
            paradigm.sex
            or paradigm.kind == "facility"
            or len(words) < _MANY
            or len(right) != len(words) - 1
            or not cases[0]
        ):
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

    def _places_of(self, scene: Scene, concept: str) -> Iterator[range]:
        """The words of the names of a concept in a text."""
        for name in scene.names:
            if isinstance(name.value, Name) and concept in name.value.concepts:
                yield scene.places[name.span]

    def _in_parts(self, scene: Scene, start: int, words: Sequence[Word], paradigm: Paradigm) -> _Mixed | None:
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

    def _lone_surname(self, scene: Scene, start: int, paradigm: Paradigm) -> _Mixed | None:
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
        self, scene: Scene, start: int, paradigm: Paradigm, cases: Sequence[frozenset[str]]
    ) -> _Mixed | None:
        """Words of a name that share no case.

        The words in front tell which is meant, else the first word of the name; then the first may as well be wrong.
        """
        end = start + len(cases)
        words = scene.words[start:end]
        counts = Counter(case for of_word in cases for case in of_word)
        most = [case for case in CASES if counts[case] == max(counts.values())]
        demand = self._slots.by_preposition(scene.words, start, scene.folded.string)
        gender = GENDERS.get(paradigm.sex or "")
        titled = self._slots.title_cases(scene.words, start, scene.folded.string, gender)
        asked = [case for case in (demand.cases if demand else titled) if case in most]
        meant = asked or [case for case in most if case in cases[0]] or most
        right = _nearest(paradigm, words, meant)
        if right is None:
            return None
        odd = [word.text for word, wanted in zip(words, right.words, strict=True) if word.key != wanted]
        even = [word.text for word, wanted in zip(words, right.words, strict=True) if word.key == wanted]
        said = f"“{' '.join(odd)}” does not agree with “{' '.join(even) or (demand and demand.words)}”"
        return _Mixed(start, end, right, said, Certainty.CERTAIN, sure=bool(asked))


class _Named(NamedTuple):
    """The concepts that a source names; of these the people with more than one word, and the military units."""

    concepts: frozenset[str]
    in_full: frozenset[str]
    units: frozenset[str]


def _named(source: Sequence[Mention]) -> _Named:
    named = [
        (candidate.concept, candidate.concept_kind, " " in mention.text)
        for mention in source
        if isinstance(mention.value, Name)
        for candidate in mention.value.candidates
    ]
    return _Named(
        frozenset(concept for concept, _, _ in named),
        frozenset(concept for concept, kind, many in named if kind == "person" and many),
        frozenset(concept for concept, kind, _ in named if kind == "military-unit"),
    )


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
