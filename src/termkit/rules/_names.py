"""What the rules about names share: which names of a segment have a counterpart, and which stand for another."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from termkit.model import (
    LIVE,
    SOFT,
    AdministrativeStatus,
    Candidate,
    Comparison,
    Concept,
    Kind,
    Locale,
    Mention,
    Name,
    Pair,
    Term,
    TermType,
)

_LAST_WORD = re.compile(r"\w+ $")
_FIRST_WORD = re.compile(r" \w+")
# A unit may be called by the name of the whole, and the whole by a part's: «Азов» for the Azov Regiment; a country by
# its capital: "talks between Kyiv and Moscow".
_METONYM = "metonym-of"
_LICENSING = frozenset({"broader", "narrower", _METONYM})
# The kinds of names that may change places; a country is called by its capital.
_EXCHANGED = tuple(frozenset({kind}) for kind in ("person", "organisation", "military-unit", "facility"))


class Reading(NamedTuple):
    """What a name may mean: the candidates that count, the ids and the kinds of their concepts.

    And whether it is nothing but a nickname.
    """

    candidates: tuple[Candidate, ...]
    concepts: frozenset[str]
    kinds: frozenset[str]
    is_nickname: bool


class NamedAs(NamedTuple):
    """A mention of a name, with what it may mean in its document, as `Reading` has it."""

    mention: Mention
    name: Name
    candidates: tuple[Candidate, ...]
    concepts: frozenset[str]
    kinds: frozenset[str]
    is_nickname: bool


@dataclass(frozen=True, slots=True)
class Side:
    """The names on one side of a segment, how often each concept is named, and the words that may stand for one.

    `concepts` are all that may be meant here. `foreign` tells that some of it is in another language than it should be;
    the names in that are left out.
    """

    names: tuple[NamedAs, ...]
    counts: Counter[str]
    concepts: frozenset[str]
    stand_ins: int
    foreign: bool


_NOTHING = Side((), Counter(), frozenset(), 0, foreign=False)


@dataclass(frozen=True, slots=True)
class Survey:
    """The names of a document, segment by segment; `related` gives the broader and narrower concepts of each.

    `required` are the concepts for which the termbase says how they are named in the target's locale.

    A term that is `ambiguous` counts only where the concept, or one that it is broader or narrower than, is
    named by another term somewhere in the document, on either side.
    """

    sources: tuple[Side, ...]
    targets: tuple[Side, ...]
    concepts: Mapping[str, Concept]
    locale: Locale
    related: Mapping[str, frozenset[str]]
    required: frozenset[str]

    def is_named(self, concepts: Iterable[str]) -> bool:
        """Whether the target document names one of the concepts anywhere."""
        wanted = frozenset(concepts)
        return any(not wanted.isdisjoint(side.concepts) for side in self.targets)


def _unambiguous(names: Iterable[Name]) -> frozenset[str]:
    """The concepts that some names name by a term that can mean nothing else."""
    return frozenset(
        candidate.concept
        for name in names
        if not name.near
        for candidate in name.candidates
        if not candidate.term.ambiguous
    )


@functools.lru_cache(maxsize=1)  # all name rules look at a document in turn
def survey(comparison: Comparison) -> Survey:
    """The names of a document on both its sides."""
    sides = [(pair.source, pair.target) for pair in comparison.pairs]
    values = {id(m.value): m.value for pair in sides for side in pair for m in side if isinstance(m.value, Name)}
    mentioned = {concept for name in values.values() for concept in name.concepts}
    related = _related(comparison.concepts, mentioned)
    named = _unambiguous(values.values())
    readings = _Readings(related, named.union(*(related.get(concept, frozenset()) for concept in named)))
    locale = comparison.document.locale
    known = filter(None, map(comparison.concepts.get, mentioned))
    return Survey(
        tuple(_side(source, readings) for source, _ in sides),
        tuple(_side(target, readings) for _, target in sides),
        comparison.concepts,
        locale,
        related,
        frozenset(concept.id for concept in known if live_names(concept, locale)),
    )


class _Readings(dict[int, Reading]):
    """What the names of a document may mean, by the identity of what was recognised: the same few stand everywhere.

    `anchored` are the concepts that an ambiguous term may mean.
    """

    def __init__(self, related: Mapping[str, frozenset[str]], anchored: frozenset[str]) -> None:
        super().__init__()
        self._related, self._anchored = related, anchored

    def of(self, mention: Mention, value: Name, mentions: Sequence[Mention]) -> Reading:
        """The reading of one of the mentions of a text; it may have no candidates."""
        if not mention.hard and any(candidate.term.ambiguous for candidate in value.candidates):
            return self._read(value, _strangers(mention, mentions, self._related))
        reading = self.get(id(value))
        if reading is None:
            reading = self[id(value)] = self._read(value, frozenset())
        return reading

    def _read(self, value: Name, strangers: frozenset[str]) -> Reading:
        wanted = self._anchored - strangers
        kept = tuple(c for c in value.candidates if not c.term.ambiguous or c.concept in wanted)
        return Reading(
            kept,
            frozenset([candidate.concept for candidate in kept]),
            frozenset([candidate.concept_kind for candidate in kept]),
            all(candidate.term.type is TermType.NICKNAME for candidate in kept),
        )


def _side(mentions: Sequence[Mention], readings: _Readings) -> Side:
    if not mentions:
        return _NOTHING
    names: list[NamedAs] = []
    stand_ins, end = 0, -2
    foreign = [mention.span for mention in mentions if mention.kind is Kind.LANGUAGE]
    for mention in mentions:
        value = mention.value
        if not isinstance(value, Name) or (foreign and any(s.start <= mention.span.start < s.end for s in foreign)):
            continue
        if not value.candidates:  # titles in a row are one person's: заступник керівника
            stand_ins += mention.span.start != end + 1
            end = mention.span.end
        else:
            reading = readings.of(mention, value, mentions)
            if reading.candidates:
                names.append(NamedAs(mention, value, *reading))
    if not names and not stand_ins and not foreign:
        return _NOTHING
    counts = Counter([concept for name in names for concept in name.concepts])
    return Side(tuple(names), counts, frozenset(counts), stand_ins, bool(foreign))


def _strangers(mention: Mention, mentions: Sequence[Mention], related: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The concepts that a name inside a longer one cannot mean: a Federation of the Red Cross is not the Red Cross."""
    around = [
        other.value.concepts
        for other in mentions
        if isinstance(other.value, Name)
        and other.span != mention.span
        and other.span.start <= mention.span.start
        and mention.span.end <= other.span.end
    ]
    concepts = mention.value.concepts if isinstance(mention.value, Name) else frozenset[str]()
    return frozenset(
        concept for concept in concepts for outer in around if outer.isdisjoint(related.get(concept, frozenset()))
    )


def _related(concepts: Mapping[str, Concept], named: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """By concept that is named, those whose names may stand for it."""
    related = {}
    for concept in filter(None, map(concepts.get, named)):
        # A country is called by its capital, not a city by its country.
        wider = [other for kind, other in concept.related if kind in _LICENSING and kind != _METONYM]
        others = [other for kind, other in concept.referred_by if kind in _LICENSING]
        related[concept.id] = frozenset([*wider, *others])
    return related


def live_names(concept: Concept, locale: Locale) -> list[Term]:
    """The terms that may be written for a concept in a locale, adjectives left out, preferred ones first."""
    live = [term for term in concept.terms_in(locale) if term.status in LIVE and term.type not in SOFT]
    return sorted(live, key=lambda term: term.status is not AdministrativeStatus.PREFERRED)


@functools.lru_cache(maxsize=1)
def missing(comparison: Comparison) -> tuple[tuple[int, NamedAs], ...]:
    """The names of the source that have no counterpart in the target segment, with the segment's number.

    Nothing is missing that a neighbouring segment names more often than its own source does (a merged or
    split paragraph), or a person for whom one more pronoun or title stands than in the source, if the
    document names that person at all.
    """
    return tuple(_missing(comparison, survey(comparison)))


def _missing(comparison: Comparison, names: Survey) -> Iterator[tuple[int, NamedAs]]:
    for number, pair in enumerate(comparison.pairs):
        source, target = names.sources[number], names.targets[number]
        if not pair.segment.target.string.strip() or target.foreign:
            continue
        reported: set[tuple[str, bool]] = set()
        for name in source.names:
            if name.mention.hard and _is_missing(number, name, pair, names):
                key = {(concept, name.is_nickname) for concept in name.concepts}
                if reported.isdisjoint(key):
                    yield number, name
                    reported |= key


def _is_missing(number: int, name: NamedAs, pair: Pair, names: Survey) -> bool:
    source, target = names.sources[number], names.targets[number]
    if not name.concepts <= names.required:
        return False
    if not name.concepts.isdisjoint(target.concepts):
        return _is_nickname_lost(name, source, target) if name.is_nickname else _is_name_lost(name, target)
    return not (
        answers(name, target, source, names)
        or _is_left_as_is(name, pair)
        or _moved(number, name.concepts, names.targets, names.sources)
        or _is_stood_for(number, name, names)
    )


def answers(name: NamedAs, there: Side, here: Side, names: Survey) -> bool:
    """Whether the other side names the concept, or a broader or narrower one once more than this side does.

    A name inside a longer one does not count for the latter: the Azov Battalion is not the Azov Regiment.
    """
    if not name.concepts.isdisjoint(there.concepts):
        return True
    related = frozenset[str]().union(*(names.related.get(concept, ()) for concept in name.concepts))
    return _count(there, related) > _count(here, related)


def _is_nickname_lost(nickname: NamedAs, source: Side, target: Side) -> bool:
    """Whether the source gives a nickname beside the name, and the target the name alone."""

    def others(side: Side) -> Iterator[NamedAs]:
        return (other for other in side.names if not other.concepts.isdisjoint(nickname.concepts))

    beside = any(not other.is_nickname for other in others(source))
    return beside and not any(c.term.type is TermType.NICKNAME for other in others(target) for c in other.candidates)


def _is_name_lost(name: NamedAs, target: Side) -> bool:
    """Whether the target has nothing but the nickname of a person whom the source names."""
    return all(other.is_nickname for other in target.names if not other.concepts.isdisjoint(name.concepts))


def _is_left_as_is(name: NamedAs, pair: Pair) -> bool:
    """Whether the target has the name as the source writes it: an organisation, or part of a longer title.

    That is "Radio Liberty", or "Make America Great Again" with its other words.
    """
    source, target = pair.segment.source.string, pair.segment.target.string
    start, end = name.mention.span
    if name.kinds == {"organisation"}:
        return name.mention.text in target
    before, after = _LAST_WORD.search(source, 0, start), _FIRST_WORD.match(source, end)
    return bool(
        (before and before[0] + name.mention.text in target) or (after and name.mention.text + after[0] in target)
    )


def _moved(number: int, wanted: frozenset[str], there: tuple[Side, ...], here: tuple[Side, ...]) -> bool:
    """Whether a neighbouring segment names the concepts more often on one side than on the other.

    Not where the other side has a pronoun or title for each of them.
    """
    return any(
        _count(there[other], wanted) - max(here[other].stand_ins - there[other].stand_ins, 0)
        > _count(here[other], wanted)
        for other in (number - 1, number + 1)
        if 0 <= other < len(there) and not (there[other].foreign or here[other].foreign)
    )


def _count(side: Side, concepts: frozenset[str]) -> int:
    return sum(name.mention.hard and not name.concepts.isdisjoint(concepts) for name in side.names)


def _is_stood_for(number: int, name: NamedAs, names: Survey) -> bool:
    more = names.targets[number].stand_ins > names.sources[number].stand_ins
    return name.kinds == {"person"} and more and names.is_named(name.concepts)


@functools.lru_cache(maxsize=1)
def swapped(comparison: Comparison) -> tuple[tuple[int, NamedAs, NamedAs], ...]:
    """The names of the target that stand in the place of another of their kind, with the segment's number."""
    return tuple(_swapped(comparison, survey(comparison)))


def _swapped(comparison: Comparison, names: Survey) -> Iterator[tuple[int, NamedAs, NamedAs]]:
    taken: set[tuple[int, int]] = set()
    for number, name in itertools.chain(missing(comparison), rarer(comparison, names)):
        for place, other in enumerate(names.targets[number].names):
            if (number, place) not in taken and _is_extra(number, other, names) and _is_of_kind(name, other):
                taken.add((number, place))
                yield number, name, other
                break
    for number, pair in enumerate(comparison.pairs):
        if pair.segment.target.string.strip() and not any(number == other for other, _ in taken):
            for name, other in _exchanged(names.sources[number], names.targets[number], names.related):
                if name.concepts <= names.required:
                    yield number, name, other


def _exchanged(source: Side, target: Side, related: Mapping[str, frozenset[str]]) -> Iterator[tuple[NamedAs, NamedAs]]:
    """The names of the source in whose place the target has another that the source names too, one of a kind.

    Only where both sides name as many of the kind, in the same order but for that place: then no pronoun can be the
    reason. Places are left out: a country is called by its capital.
    """
    if not source.names or not target.names:
        return
    for kind in _EXCHANGED:
        here, there = (
            [name for name in side.names if name.kinds == kind and name.mention.hard] for side in (source, target)
        )
        if here and len(here) == len(there):
            unlike = [pair for pair in zip(here, there, strict=True) if not _may_be_one(*pair, related)]
            if len(unlike) == 1 and not unlike[0][1].name.near:
                yield unlike[0]


def _may_be_one(name: NamedAs, other: NamedAs, related: Mapping[str, frozenset[str]]) -> bool:
    """Whether two names have a concept in common, or one of either is broader or narrower than one of the other."""
    if not name.concepts.isdisjoint(other.concepts):
        return True
    wider = name.concepts.union(*(related.get(concept, frozenset()) for concept in name.concepts))
    return not wider.isdisjoint(other.concepts)


def rarer(comparison: Comparison, names: Survey) -> Iterator[tuple[int, NamedAs]]:
    """The names of the source that the target segment has less often, and those in longer names that it has not.

    Nothing is missing there; but a name that the source has not may stand in the place of one of them.
    """
    for number, pair in enumerate(comparison.pairs):
        source, target = names.sources[number], names.targets[number]
        if not pair.segment.target.string.strip() or target.foreign or not target.names:
            continue
        for name in source.names:
            if name.mention.hard:
                is_rarer = not name.concepts.isdisjoint(target.concepts) and _is_rarer(name, source, target)
            else:
                is_rarer = _is_part(name, source) and name.concepts.isdisjoint(target.concepts)
            if is_rarer and name.concepts <= names.required:
                yield number, name


def _is_rarer(name: NamedAs, source: Side, target: Side) -> bool:
    if max(source.counts[concept] for concept in name.concepts) < 2 and len(name.concepts) == 1:
        return False
    there = sum(not name.concepts.isdisjoint(other.concepts) for other in target.names)  # adjectives too
    return there < _count(source, name.concepts)


def _is_part(name: NamedAs, side: Side) -> bool:
    """Whether a name stands inside a longer one: the National Guard in the Azov Brigade of the National Guard."""
    start, end = name.mention.span
    return any(
        other.mention.span.start <= start and end <= other.mention.span.end and other.mention.span != name.mention.span
        for other in side.names
    )


def _is_extra(number: int, name: NamedAs, names: Survey) -> bool:
    """Whether neither the segment's source nor a neighbour's names what a name of the target names."""
    if not name.mention.hard or name.name.near:
        return False
    if answers(name, names.sources[number], names.targets[number], names):
        return False
    return not _moved(number, name.concepts, names.sources, names.targets)


def _is_of_kind(name: NamedAs, other: NamedAs) -> bool:
    return not name.kinds.isdisjoint(other.kinds)


def quoted(words: Iterable[str]) -> str:
    """Some words in quotation marks, as a list.

    >>> quoted(["Київ", "Києва", "Києві"])
    '“Київ”, “Києва” or “Києві”'
    """
    marked = [f"“{word}”" for word in words]
    return " or ".join([", ".join(marked[:-1]), marked[-1]] if len(marked) > 1 else marked)


def concept_ids(name: NamedAs) -> str:
    """The ids of the concepts that a name may mean, for a message."""
    return " or ".join(sorted(name.concepts))


def as_written(name: str, found: str) -> str:
    """A name in capitals where what it should replace is.

    >>> as_written("Київ", "КИЕВ"), as_written("Київ", "Киев"), as_written("США", "С")
    ('КИЇВ', 'Київ', 'США')
    """
    return name.upper() if found.isupper() and len(found) > 1 else name
