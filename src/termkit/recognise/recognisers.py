"""All recognisers of a run; each looks at a text once, however many translations the text has."""

from __future__ import annotations

from collections.abc import Mapping

from termkit.language import load_language
from termkit.model import Concept, Locale, Mention, Name, Pair, Segment, Span, Text

from .facts import fact_keys, recognise_facts
from .languages import recognise_language
from .names import NameIndex, compile_names, near_names, recognise_names

__all__ = ["Recognisers"]

_Key = tuple[str, Locale, tuple[Span, ...]]


class Recognisers:
    """What all recognisers see in texts, given the concepts of a termbase."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        self.concepts = concepts
        self._indexes: dict[Locale, NameIndex] = {}
        self._facts: dict[_Key, list[Mention]] = {}
        self._mentions: dict[_Key, tuple[Mention, ...]] = {}

    def index(self, locale: Locale) -> NameIndex:
        """The names of the termbase in one locale."""
        if locale not in self._indexes:
            self._indexes[locale] = compile_names(self.concepts, locale, load_language(locale))
        return self._indexes[locale]

    def keys(self, text: Text) -> frozenset[str]:
        """The facts of a text and the concepts it names, in words free of language, for aligning."""
        names = (m.value for m in self.mentions(text) if isinstance(m.value, Name))
        return fact_keys(self.facts(text)) | {f"name:{concept}" for name in names for concept in name.concepts}

    def facts(self, text: Text) -> list[Mention]:
        """The numbers, dates and times of a text."""
        key = (text.string, text.locale, text.protected)
        if key not in self._facts:
            self._facts[key] = list(recognise_facts(text))
        return self._facts[key]

    def mentions(self, text: Text) -> tuple[Mention, ...]:
        """The facts and names of a text and the language it is in, in the order of their places."""
        key = (text.string, text.locale, text.protected)
        if key not in self._mentions:
            names = recognise_names(text, self.index(text.locale))
            language = recognise_language(text)
            self._mentions[key] = _in_order([*self.facts(text), *names, *([language] if language else [])])
        return self._mentions[key]

    def pair(self, segment: Segment) -> Pair:
        """A segment with the mentions of both its sides.

        Names that the source has are sought in the target also where they are misspelt.
        """
        source, target = self.mentions(segment.source), self.mentions(segment.target)
        expected = {concept for m in source if isinstance(m.value, Name) for concept in m.value.concepts}
        if expected:
            near = near_names(segment.target, self.index(segment.target.locale), expected, target)
            target = _in_order([*target, *near])
        return Pair(segment, source, target)


def _in_order(mentions: list[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: mention.span))
