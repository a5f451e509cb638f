"""All recognisers of a run; each looks at a text once, however many translations the text has."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from termkit.language import has_data, languages_with_clues, load_language
from termkit.model import Concept, Document, Kind, Locale, Mention, Name, Pair, Segment, Span, State, Text

from .countries import recognise_countries
from .derived import derived_names
from .facts import fact_keys, recognise_facts
from .inflection import Inflections
from .languages import recognise_language
from .names import NameIndex, near_names, recognise_names
from .names_cache import load_names
from .near import name_words

__all__ = ["Recognisers"]

_Key = tuple[str, Locale, tuple[Span, ...]]


class Recognisers:
    """What all recognisers see in texts, given the concepts of a termbase.

    With the digest of the termbase its compiled names are kept between runs.
    """

    def __init__(self, concepts: Mapping[str, Concept], digest: str | None = None) -> None:
        self.concepts = concepts
        self._digest = digest
        self._indexes: dict[Locale, NameIndex] = {}
        self._inflections: dict[Locale, Inflections] = {}
        self._facts: dict[tuple[str, Locale, tuple[Span, ...], bool, bool], tuple[Mention, ...]] = {}
        self._found_names: dict[_Key, list[Mention]] = {}
        self._found_countries: dict[_Key, list[Mention]] = {}

    def index(self, locale: Locale) -> NameIndex:
        """The names of the termbase in one locale."""
        if locale not in self._indexes:
            self._indexes[locale] = load_names(self.concepts, load_language(locale), self._digest)
        return self._indexes[locale]

    def keys(self, text: Text) -> frozenset[str]:
        """The facts of a text and the concepts it names, in words free of language, for aligning."""
        names = (m.value for m in self._with_names(text, self.facts(text)) if isinstance(m.value, Name))
        return fact_keys(self.facts(text)) | {f"name:{concept}" for name in names for concept in name.concepts}

    def facts(self, text: Text, *, words: bool = True, units: bool = False) -> tuple[Mention, ...]:
        """The numbers, dates and times of a text; without `words` those in digits alone.

        With `units` also the units of a text that has nothing else: they cost most, and matter only beside other facts.
        """
        key = (text.string, text.locale, text.protected, words, units)
        found = self._facts.get(key)
        if found is None:
            found = recognise_facts(text, words=words, units=units)
            if found:  # most texts have none, and say so at the first look: they are not worth the memory
                self._facts[key] = found
        return found

    def mentions(self, text: Text) -> tuple[Mention, ...]:
        """The facts, names and countries of a text in the order of their places."""
        found = self._with_names(text, self.facts(text))
        countries = self._countries(text)
        return _in_order([*found, *countries]) if countries else found

    def _with_names(self, text: Text, facts: tuple[Mention, ...]) -> tuple[Mention, ...]:
        names = self._names(text) if self.concepts else []
        return _in_order([*facts, *names]) if names else facts

    def _names(self, text: Text) -> list[Mention]:
        """The names of a text, in order."""
        key = (text.string, text.locale, text.protected)
        if key not in self._found_names:
            self._found_names[key] = recognise_names(text, self.index(text.locale))
        return self._found_names[key]

    def _countries(self, text: Text) -> list[Mention]:
        """The words for countries in a text."""
        key = (text.string, text.locale, text.protected)
        if key not in self._found_countries:
            self._found_countries[key] = recognise_countries(text)
        return self._found_countries[key]

    def expected(self, document: Document) -> frozenset[str]:
        """The concepts that the source of a document names anywhere."""
        if not self.concepts:
            return frozenset()
        names = (m.value for segment in document.segments for m in self._names(segment.source))
        return frozenset(concept for name in names if isinstance(name, Name) for concept in name.concepts)

    def pair(self, segment: Segment, expected: frozenset[str], *, follow: bool = False) -> Pair:
        """A segment with the mentions of both its sides, as far as the two can be compared.

        The names of the `expected` concepts are found in the target also where they are misspelt, with `follow` also
        the names of either side that the termbase does not have.

        Nothing is sought where there is no finished translation: gettext does not use a fuzzy one, and a passage
        that is missing is one finding, whatever stands in it. A passage without a source has no fact to differ
        from, but it can name people wrongly or be in a foreign language.
        """
        if segment.state is State.SOURCE_MISSING:
            names = [mention for mention in self.mentions(segment.target) if mention.kind is Kind.NAME]
            return Pair(segment, (), _in_order([*names, *_language(segment.target, segment.source.locale)]))
        if segment.state is not State.TRANSLATED:
            return Pair(segment, (), ())
        # A number word or a month can be compared only where the words of both languages are known.
        words = all(has_data(text.locale) for text in (segment.source, segment.target))
        found = [self.facts(text, words=words) for text in (segment.source, segment.target)]
        if any(found) and not all(found):
            found = [
                facts or self.facts(text, words=words, units=True)
                for text, facts in zip((segment.source, segment.target), found, strict=True)
            ]
        source, target = map(self._with_names, (segment.source, segment.target), found)
        target = self._inflected(segment.target, target, expected, source)
        foreign = _language(segment.target, segment.source.locale)
        if foreign or segment.source.string == segment.target.string:  # what is foreign in the source may stay so
            source = _in_order([*source, *_language(segment.source, segment.target.locale)])
        derived = self._derived(segment.target, target, source)
        near = self._near_names(segment, expected, (*target, *derived), source)
        more = [*derived, *near, *foreign]
        countries = self._countries(segment.source)
        # Most texts name no country; one side's alone say nothing.
        if countries and (others := self._countries(segment.target)):
            source = _in_order([*source, *countries])
            more += others
        if follow and not foreign:
            unlisted, strangers = _follow(segment, source)
            source = _in_order([*source, *unlisted]) if unlisted else source
            more += strangers
        return Pair(segment, source, _in_order([*target, *more]) if more else target)

    def _inflected(
        self, text: Text, target: tuple[Mention, ...], expected: frozenset[str], source: tuple[Mention, ...]
    ) -> tuple[Mention, ...]:
        """The mentions of a target text, with those names marked that are in a wrong form."""
        if not expected:
            return target
        if text.locale not in self._inflections:
            index, language = self.index(text.locale), load_language(text.locale)
            self._inflections[text.locale] = Inflections(index, language, self.concepts)
        return _in_order(self._inflections[text.locale].mark(text, target, expected, source))

    def _derived(self, text: Text, target: tuple[Mention, ...], source: tuple[Mention, ...]) -> list[Mention]:
        """The words of a target text that are made from names of the source that it does not have otherwise."""
        wanted = _concepts(mention for mention in source if mention.hard) - _concepts(target)
        if not wanted:
            return []
        concepts = [self.concepts[concept] for concept in sorted(wanted)]
        return derived_names(
            text, load_language(text.locale), concepts, [m.span for m in target if m.kind is Kind.NAME]
        )

    def _near_names(
        self, segment: Segment, expected: frozenset[str], target: tuple[Mention, ...], source: tuple[Mention, ...]
    ) -> list[Mention]:
        """The expected names that stand in a target text misspelt; a word that the source has too is right.

        Not a person's name in the termbase, which says how that is written in the target's language.
        """
        if not expected:
            return []
        index = self.index(segment.target.locale)
        near = near_names(segment.target, index, expected, target)
        if near:  # seldom, and only then are the words of the source of interest
            people = [Text(mention.text, segment.source.locale) for mention in source if _is_person(mention)]
            clitics = self.index(segment.source.locale).clitics
            known = name_words(segment.source, clitics).difference(*(name_words(text, clitics) for text in people))
            near = near_names(segment.target, index, expected, target, known)
        return near


def _concepts(mentions: Iterable[Mention]) -> set[str]:
    return {concept for mention in mentions if isinstance(mention.value, Name) for concept in mention.value.concepts}


def _is_person(mention: Mention) -> bool:
    value = mention.value
    return (
        isinstance(value, Name) and bool(value.candidates) and all(c.concept_kind == "person" for c in value.candidates)
    )


def _follow(segment: Segment, source: tuple[Mention, ...]) -> tuple[list[Mention], list[Mention]]:
    """The names of either side that the termbase does not have."""
    from .follow import follow  # noqa: PLC0415  few runs follow names

    named = [m.span for m in source if isinstance(m.value, Name) and m.value.candidates]
    return follow(segment.source, segment.target, named)


def _language(text: Text, other: Locale) -> list[Mention]:
    """The foreign part of a text that may be in the other text's language or in any that is known well."""
    found = recognise_language(text, _candidates(other))
    return [found] if found else []


@functools.cache
def _candidates(other: Locale) -> frozenset[str]:
    return languages_with_clues() | {other}


def _in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: mention.span))
