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

LIVE = frozenset({AdministrativeStatus.PREFERRED, AdministrativeStatus.ADMITTED})
SOFT = frozenset({TermType.ADJECTIVE, TermType.DEMONYM})
_LAST_WORD = re.compile(r"\w+ $")
_FIRST_WORD = re.compile(r" \w+")
# A unit may be called by the name of the whole, and the whole by a part's: «Азов» for the Azov Regiment; a country by
# its capital: "talks between Kyiv and Moscow".
_METONYM = "metonym-of"
_LICENSING = frozenset({"broader", "narrower", _METONYM})
# The kinds of names that may change places; a country is called by its capital.
_EXCHANGED = ("person", "organisation", "military-unit", "facility")


class NamedAs(NamedTuple):
    """A mention of a name, the readings of it that count, and the ids of the concepts that may be meant."""

    mention: Mention
    name: Name
    candidates: tuple[Candidate, ...]
    concepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Side:
    """The names on one side of a segment, how often each concept is named, and the words that may stand for one.

    `foreign` tells that some of it is in another language than it should be; the names in that are left out.
    """

    names: tuple[NamedAs, ...]
    counts: Counter[str]
    stand_ins: int
    foreign: bool

    @property
    def concepts(self) -> frozenset[str]:
        """All concepts that may be meant here."""
        return frozenset(self.counts)


_NOTHING = Side((), Counter(), 0, foreign=False)


@dataclass(frozen=True, slots=True)
class Survey:
    """The names of a document, segment by segment; `related` gives the broader and narrower concepts of each.

    A term that is `ambiguous` counts only where the concept, or one that it is broader or narrower than, is
    named by another term somewhere in the document, on either side.
    """

    sources: tuple[Side, ...]
    targets: tuple[Side, ...]
    concepts: Mapping[str, Concept]
    locale: Locale
    related: Mapping[str, frozenset[str]]

    def is_named(self, concepts: Iterable[str]) -> bool:
        """Whether the target document names one of the concepts anywhere."""
        wanted = frozenset(concepts)
        return any(not wanted.isdisjoint(side.concepts) for side in self.targets)


def _unambiguous(sides: Iterable[Sequence[Mention]]) -> frozenset[str]:
    """The concepts that some mentions name by a term that can mean nothing else."""
    return frozenset(
        candidate.concept
        for mentions in sides
        for mention in mentions
        if isinstance(mention.value, Name) and not mention.value.near
        for candidate in mention.value.candidates
        if not candidate.term.ambiguous
    )


@functools.lru_cache(maxsize=1)  # all name rules look at a document in turn
def survey(comparison: Comparison) -> Survey:
    """The names of a document on both its sides."""
    sides = [(pair.source, pair.target) for pair in comparison.pairs]
    mentioned = (m.value for pair in sides for side in pair for m in side if isinstance(m.value, Name))
    related = _related(comparison.concepts, {concept for name in mentioned for concept in name.concepts})
    named = _unambiguous(side for pair in sides for side in pair)
    anchored = named.union(*(related.get(concept, frozenset()) for concept in named))
    return Survey(
        tuple(_side(source, anchored, related) for source, _ in sides),
        tuple(_side(target, anchored, related) for _, target in sides),
        comparison.concepts,
        comparison.document.locale,
        related,
    )


def _side(mentions: Sequence[Mention], anchored: frozenset[str], related: Mapping[str, frozenset[str]]) -> Side:
    if not mentions:
        return _NOTHING
    names: list[NamedAs] = []
    stand_ins, end = 0, -2
    foreign = [mention.span for mention in mentions if mention.kind is Kind.LANGUAGE]
    for mention in mentions:
        if not isinstance(mention.value, Name) or any(span.start <= mention.span.start < span.end for span in foreign):
            continue
        value = mention.value
        if not value.candidates:  # titles in a row are one person's: заступник керівника
            stand_ins += mention.span.start != end + 1
            end = mention.span.end
        else:
            names.append(_named_as(mention, value, mentions, anchored, related))
    names = [name for name in names if name.candidates]
    counts = Counter(concept for name in names for concept in name.concepts)
    return Side(tuple(names), counts, stand_ins, bool(foreign))


def _named_as(
    mention: Mention,
    value: Name,
    mentions: Sequence[Mention],
    anchored: frozenset[str],
    related: Mapping[str, frozenset[str]],
) -> NamedAs:
    """A name with the readings that count in its document; they may be none."""
    if not any(candidate.term.ambiguous for candidate in value.candidates):
        return NamedAs(mention, value, value.candidates, value.concepts)
    strangers = _strangers(mention, mentions, related) if not mention.hard else frozenset[str]()
    kept = tuple(
        c for c in value.candidates if not c.term.ambiguous or (c.concept in anchored and c.concept not in strangers)
    )
    return NamedAs(mention, value, kept, frozenset([candidate.concept for candidate in kept]))


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
        reported: set[str] = set()
        for name in source.names:
            key = {f"{concept} {_is_nickname(name)}" for concept in name.concepts}
            if name.mention.hard and reported.isdisjoint(key) and _is_missing(number, name, pair, names):
                reported |= key
                yield number, name


def _is_missing(number: int, name: NamedAs, pair: Pair, names: Survey) -> bool:
    source, target = names.sources[number], names.targets[number]
    if not _can_be_required(name, names):
        return False
    if not name.concepts.isdisjoint(target.concepts):
        return _is_nickname_lost(name, source, target) or _is_name_lost(name, target)
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


def _is_nickname(name: NamedAs) -> bool:
    return all(candidate.term.type is TermType.NICKNAME for candidate in name.candidates)


def _is_nickname_lost(name: NamedAs, source: Side, target: Side) -> bool:
    """Whether the source gives a nickname beside the name, and the target the name alone."""

    def others(side: Side) -> Iterator[NamedAs]:
        return (other for other in side.names if not other.concepts.isdisjoint(name.concepts))

    beside = any(not _is_nickname(other) for other in others(source))
    kept = any(c.term.type is TermType.NICKNAME for other in others(target) for c in other.candidates)
    return _is_nickname(name) and beside and not kept


def _is_name_lost(name: NamedAs, target: Side) -> bool:
    """Whether the target has nothing but the nickname of a person whom the source names."""
    others = [other for other in target.names if not other.concepts.isdisjoint(name.concepts)]
    return not _is_nickname(name) and all(map(_is_nickname, others))


def _can_be_required(name: NamedAs, names: Survey) -> bool:
    """Whether the termbase says how each of the concepts is named in the target's locale."""
    return all(
        candidate.concept in names.concepts and live_names(names.concepts[candidate.concept], names.locale)
        for candidate in name.candidates
    )


def _is_left_as_is(name: NamedAs, pair: Pair) -> bool:
    """Whether the target has the name as the source writes it: an organisation, or part of a longer title.

    That is "Radio Liberty", or "Make America Great Again" with its other words.
    """
    source, target = pair.segment.source.string, pair.segment.target.string
    start, end = name.mention.span
    if {candidate.concept_kind for candidate in name.candidates} == {"organisation"}:
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
    return _is_all(name, "person") and more and names.is_named(name.concepts)


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
                if _can_be_required(name, names):
                    yield number, name, other


def _exchanged(source: Side, target: Side, related: Mapping[str, frozenset[str]]) -> Iterator[tuple[NamedAs, NamedAs]]:
    """The names of the source in whose place the target has another that the source names too, one of a kind.

    Only where both sides name as many of the kind, in the same order but for that place: then no pronoun can be the
    reason. Places are left out: a country is called by its capital.
    """
    for kind in _EXCHANGED:
        here, there = (
            [name for name in side.names if _is_all(name, kind) and name.mention.hard] for side in (source, target)
        )
        if len(here) == len(there):
            unlike = [pair for pair in zip(here, there, strict=True) if not _may_be_one(*pair, related)]
            if len(unlike) == 1 and not unlike[0][1].name.near:
                yield unlike[0]


def _may_be_one(name: NamedAs, other: NamedAs, related: Mapping[str, frozenset[str]]) -> bool:
    """Whether two names have a concept in common, or one of either is broader or narrower than one of the other."""
    wider = name.concepts.union(*(related.get(concept, frozenset()) for concept in name.concepts))
    return not wider.isdisjoint(other.concepts)


def _is_all(name: NamedAs, kind: str) -> bool:
    return all(candidate.concept_kind == kind for candidate in name.candidates)


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
                there = sum(not name.concepts.isdisjoint(other.concepts) for other in target.names)  # adjectives too
                is_rarer = 0 < there < _count(source, name.concepts)
            else:
                is_rarer = _is_part(name, source) and name.concepts.isdisjoint(target.concepts)
            if is_rarer and _can_be_required(name, names):
                yield number, name


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
    kinds = {candidate.concept_kind for candidate in name.candidates}
    return any(candidate.concept_kind in kinds for candidate in other.candidates)


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
