"""Finds people of the termbase whose given name is spelt in a way that it has nowhere: «Владімір Путін»."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Kind, Mention, Name, TermType

from .names import NameIndex
from .near import edit_distance, opens_sentence, tolerance
from .paradigms import Paradigm, Paradigms, WholeForm
from .scene import Scene
from .words import Word, is_joined

__all__ = ["wrong_given_names"]

_SHORTEST = 4


def wrong_given_names(
    scene: Scene, index: NameIndex, paradigms: Paradigms, in_full: frozenset[str]
) -> Iterator[Mention]:
    """Near mentions of people with a surname of theirs and, in front of it, a word like their given name.

    `in_full` are the people whom the source names with both; not those whom the text names so itself.
    """
    for name in scene.names:
        place = scene.places[name.span]
        value = name.value
        if not isinstance(value, Name) or not name.hard or len(place) != 1 or not place.start:
            continue
        concepts = {c.concept for c in value.candidates if c.term.type is TermType.SURNAME and c.concept in in_full}
        before = scene.words[place.start - 1]
        if not concepts or not _may_be_given(before, scene, place.start, index):
            continue
        wanted = list(_wanted(before, scene.words[place.start], concepts, paradigms))
        if wanted and not any(_is_named_in_full(scene, paradigm) for paradigm, _ in wanted):
            yield _mention(scene, place.start, [form for _, form in wanted], index)


def _may_be_given(word: Word, scene: Scene, start: int, index: NameIndex) -> bool:
    if len(word.text) < _SHORTEST or not word.text.isalpha() or not word.text[0].isupper() or word.text.isupper():
        return False
    if start - 1 in scene.taken or index.entries[word.key] or opens_sentence(word, scene.folded.string):
        return False
    return is_joined(scene.words[start - 1 : start + 1], scene.folded.string)


def _wanted(
    before: Word, surname: Word, concepts: set[str], paradigms: Paradigms
) -> Iterator[tuple[Paradigm, WholeForm]]:
    """The names in full, with this surname, whose given name begins like a word and has half of its letters.

    None where the word is a form of a given name, or so near to one that it is found alone.
    """
    found = [paradigm for concept in sorted(concepts) for paradigm in paradigms.of(concept) if len(paradigm.words) == 2]
    if any(_is_near(before.key, given) for paradigm in found for given in paradigm.words[0]):
        return
    for paradigm in found:
        for form in (form for forms in paradigm.forms.values() for form in forms):
            if form.words[1] == surname.key and _is_like(before.key, form.words[0]):
                yield paradigm, form


def _is_near(word: str, given: str) -> bool:
    return edit_distance(word, given, tolerance(given)) is not None


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
