"""Finds military units of the termbase that are called another sort of unit: «рота «Азов»» for the Azov Regiment."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termkit.model import Kind, Mention, Name

from .names import NameIndex
from .paradigms import Paradigm, Paradigms, WholeForm
from .scene import Scene, mended
from .words import Word, end_of, is_joined

__all__ = ["wrong_units"]

_PARTS = 2  # the word for the sort of unit, and its name


class _Unit(NamedTuple):
    """A unit whose name has a word for its sort, and which of the two words that is."""

    paradigm: Paradigm
    sort: int


def wrong_units(
    scene: Scene, index: NameIndex, paradigms: Paradigms, sorts: tuple[str, ...], units: frozenset[str]
) -> Iterator[Mention]:
    """Near mentions of the `units` that the source names, where the text has another sort beside the name.

    `sorts` are the beginnings of the words for them. A unit that the text names rightly, and a name that the termbase
    has, are left out.
    """
    for unit in _units(paradigms, sorts, units):
        if not _is_named(scene, unit.paradigm.concept):
            starts = (n for n in range(len(scene.words) - 1) if _is_wrong(scene, range(n, n + _PARTS), unit, sorts))
            start = next((n for n in starts if not index.entries[_key(scene.words[n : n + _PARTS])]), None)
            if start is not None:
                yield _mention(scene, range(start, start + _PARTS), unit, index)


def _units(paradigms: Paradigms, sorts: tuple[str, ...], units: frozenset[str]) -> Iterator[_Unit]:
    for paradigm in (paradigm for concept in sorted(units) for paradigm in paradigms.of(concept)):
        if len(paradigm.words) == _PARTS:
            found = [number for number, forms in enumerate(paradigm.words) if any(w.startswith(sorts) for w in forms)]
            if len(found) == 1:
                yield _Unit(paradigm, found[0])


def _is_named(scene: Scene, concept: str) -> bool:
    """Whether a text names a unit by more than its name alone."""
    return any(
        isinstance(name.value, Name) and concept in name.value.concepts and len(scene.places[name.span]) >= _PARTS
        for name in scene.names
    )


def _is_wrong(scene: Scene, place: range, unit: _Unit, sorts: tuple[str, ...]) -> bool:
    words = scene.words[place.start : place.stop]
    sort, name = words[unit.sort], words[1 - unit.sort]
    return (
        sort.key.startswith(sorts)
        and sort.key not in unit.paradigm.words[unit.sort]
        and name.key in unit.paradigm.words[1 - unit.sort]
        and name.text[0].isupper()
        and len(scene.taken.get(place.start, ())) < _PARTS
        and is_joined(words, scene.folded.string)
    )


def _key(words: Sequence[Word]) -> str:
    return " ".join(word.key for word in words)


def _mention(scene: Scene, place: range, unit: _Unit, index: NameIndex) -> Mention:
    """The mention; the form that is expected is the one whose ending is most like that of the wrong word."""
    wrong = scene.words[place.start + unit.sort].key

    def likeness(form: WholeForm) -> int:
        pairs = zip(reversed(form.words[unit.sort]), reversed(wrong), strict=False)
        return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))

    form = max((form for forms in unit.paradigm.forms.values() for form in forms), key=likeness)
    words = scene.words[place.start : place.stop]
    end = end_of(words, scene.folded.string)
    span = scene.folded.original(words[0].start, end)
    expected = mended(scene, place, form) + scene.folded.string[words[-1].end : end]
    value = Name((index.candidate(form.reading),), near=True, expected=expected, sure=False)
    return Mention(Kind.NAME, span, scene.text.string[slice(*span)], value)
