"""Finds people of the termbase with a given name that they have nowhere: one spelt otherwise, or somebody else's.

That is «Владімір Путін», and «Арсеній Прокопенко» for Denys Prokopenko where Arsenii is somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termkit.model import Kind, Mention, Name, TermType

from .names import NameIndex
from .near import edit_distance, opens_sentence, tolerance
from .paradigms import Paradigm, Paradigms, WholeForm
from .scene import Scene
from .words import Word, is_joined

__all__ = ["wrong_given_names"]

_SHORTEST = 4
_FULL = 2  # words of a name: given name and surname


def wrong_given_names(
    scene: Scene, index: NameIndex, paradigms: Paradigms, in_full: frozenset[str]
) -> Iterator[Mention]:
    """Near mentions of people with a surname of theirs and, in front of it, a wrong given name.

    `in_full` are the people whom the source names with both; not those whom the text names so itself. Wrong is the
    given name of somebody else in the termbase, and a word like the right one.
    """
    for name in scene.names:
        place = scene.places[name.span]
        value = name.value
        if not isinstance(value, Name) or not name.hard or len(place) != 1 or not place.start:
            continue
        concepts = {c.concept for c in value.candidates if c.term.type is TermType.SURNAME and c.concept in in_full}
        before = scene.words[place.start - 1]
        if not concepts or not _may_be_given(before, scene, place.start):
            continue
        found = [paradigm for concept in sorted(concepts) for paradigm in paradigms.of(concept) if _is_full(paradigm)]
        if any(_is_own(before.key, paradigm) for paradigm in found):
            continue
        absent = [paradigm for paradigm in found if not _is_named_in_full(scene, paradigm)]
        wanted = list(_wanted(scene.words[place.start], absent))
        if not _is_another_s(before, index):
            is_name = not (index.entries[before.key] or opens_sentence(before, scene.folded.string))
            wanted = [form for form in wanted if is_name and _is_like(before.key, form.words[0])]
        if wanted:
            yield _mention(scene, place.start, wanted, index)


def _is_another_s(word: Word, index: NameIndex) -> bool:
    """Whether other names of the termbase with as many words begin with a word; a title is none."""
    return _FULL in index.lengths[word.key] and word.key not in index.stand_ins


def _is_full(paradigm: Paradigm) -> bool:
    return len(paradigm.words) == _FULL


def _is_own(word: str, paradigm: Paradigm) -> bool:
    """Whether a word is a form of a person's given name, or so near to one that it is found alone."""
    return any(edit_distance(word, given, tolerance(given)) is not None for given in paradigm.words[0])


def _may_be_given(word: Word, scene: Scene, start: int) -> bool:
    if len(word.text) < _SHORTEST or not word.text.isalpha() or not word.text[0].isupper() or word.text.isupper():
        return False
    return start - 1 not in scene.taken and is_joined(scene.words[start - 1 : start + 1], scene.folded.string)


def _wanted(surname: Word, paradigms: Sequence[Paradigm]) -> Iterator[WholeForm]:
    """The forms of names in full that have this surname."""
    forms = (form for paradigm in paradigms for of_case in paradigm.forms.values() for form in of_case)
    return (form for form in forms if form.words[1] == surname.key)


def _is_like(word: str, given: str) -> bool:
    return word[0] == given[0] and edit_distance(word, given, len(given) // 2) is not None


def _is_named_in_full(scene: Scene, paradigm: Paradigm) -> bool:
    return any(
        isinstance(name.value, Name) and paradigm.concept in name.value.concepts and len(scene.places[name.span]) > 1
        for name in scene.names
    )


def _mention(scene: Scene, start: int, wanted: list[WholeForm], index: NameIndex) -> Mention:
    before = scene.words[start - 1]
    distances = [edit_distance(before.key, form.words[0], len(form.words[0])) or 0 for form in wanted]
    best = wanted[distances.index(min(distances))]
    rivals = {form.text for form, distance in zip(wanted, distances, strict=True) if distance == min(distances)}
    span = scene.span(range(start - 1, start + 1))
    value = Name((index.candidate(best.reading),), near=True, expected=best.text, sure=len(rivals) == 1)
    return Mention(Kind.NAME, span, scene.text.string[slice(*span)], value)
