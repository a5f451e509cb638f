"""A text with the names in it, word by word: what is looked at to tell whether the names are in a right form."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from termkit.folding import Folded
from termkit.model import Mention, Span, Text

from .paradigms import WholeForm
from .words import WORD, Word

__all__ = ["Scene", "mended", "scene_of"]


class Scene(NamedTuple):
    """A text with its names and its words.

    `places` are the words of each name, by its span; `taken` the words in names, each with all words of its name.
    """

    text: Text
    folded: Folded
    words: Sequence[Word]
    names: Sequence[Mention]
    places: Mapping[Span, range]
    taken: Mapping[int, range]

    def span(self, place: range) -> Span:
        """Where some words stand in the text."""
        return self.folded.original(self.words[place.start].start, self.words[place.stop - 1].end)


def scene_of(text: Text, folded: Folded, words: Sequence[Word], names: Sequence[Mention]) -> Scene:
    """The scene of a text and its names."""
    starts, ends = [word.start for word in words], [word.end for word in words]
    places = {}
    for name in sorted(names, key=lambda name: name.span.end - name.span.start):  # the longest name has a word
        span = folded.folded(name.span)
        places[name.span] = range(bisect.bisect_left(starts, span.start), bisect.bisect_right(ends, span.end))
    taken = {number: place for place in places.values() for number in place}
    return Scene(text, folded, words, names, places, taken)


def mended(scene: Scene, place: range, form: WholeForm) -> str:
    """What some words would be in a form of their name, with the quotation marks that stand around them."""
    right = [match[0] for match in WORD.finditer(form.text)]
    words = scene.words[place.start : place.stop]
    if len(right) != len(words):
        return form.text
    written, end = "", words[0].start
    for word, key, wanted in zip(words, form.words, right, strict=True):
        spans = (scene.folded.original(*span) for span in ((end, word.start), (word.start, word.end)))
        between, as_it_is = (scene.text.string[slice(*span)] for span in spans)
        written += between + (as_it_is if word.key == key else wanted)
        end = word.end
    return written
