"""What the rules about spellings share: where a document names the concepts of the termbase, and how it spells them."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from termkit.model import LIVE, AdministrativeStatus, Comparison, Pair, Span, TermType

from ._names import NamedAs, survey

_COMPARED = frozenset(
    {
        TermType.FULL_FORM,
        TermType.SHORT_FORM,
        TermType.SURNAME,
        TermType.GIVEN_NAME,
        TermType.NICKNAME,
        TermType.VARIANT,
    }
)
_ALIKE = 0.6  # of the letters of two words
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")


class Said(NamedTuple):
    """What a name says for the spelling of a concept.

    `slot` tells what is compared with what: a person's surname, given name, or names of as many words. `words` are
    those that are compared, and `shown` the same as people write them; `preferred` tells that the house prefers them.
    """

    concept: str
    slot: str
    words: str
    shown: str
    preferred: bool
    why: str


class Use(NamedTuple):
    """A place where a document names a concept, and what it says for its spelling.

    `pair` has the segment and no mentions, so that a use can be kept.
    """

    said: Said
    text: str
    pair: Pair
    span: Span


@functools.lru_cache(maxsize=1)  # two rules look at a document in turn
def spellings(comparison: Comparison) -> tuple[list[Use], ...]:
    """By concept and slot, the places where a document names it; none where its source spells it in two ways."""
    names = survey(comparison)
    in_source: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    in_target: defaultdict[tuple[str, str], list[Use]] = defaultdict(list)
    spelt = _Spelt(comparison)
    for name in (name for source in names.sources for name in source.names):
        for concept, slot, words, *_ in spelt.of(name):
            in_source[concept, slot].add(words)
    for pair, target in zip(comparison.pairs, names.targets, strict=True):
        bare = Pair(pair.segment, (), ()) if target.names else pair
        for name in target.names:
            for said in spelt.of(name):
                in_target[said.concept, said.slot].append(Use(said, name.mention.text, bare, name.mention.span))
    return tuple(uses for key, uses in in_target.items() if len(in_source[key]) < 2)


def usual(uses: Sequence[Use]) -> tuple[Use, int]:
    """The spelling that stands most often and how often; a preferred term's, or else the first, where two are even."""
    counts = Counter([use.said.words for use in uses])
    best = max(uses, key=lambda use: (counts[use.said.words], use.said.preferred))
    return best, counts[best.said.words]


def is_other_spelling(words: str, usual: str) -> bool:
    """Whether two designations are one name spelt in two ways: the words that differ are alike or begin alike.

    >>> is_other_spelling("kyjiw", "kiew"), is_other_spelling("huta azowstal", "azowstal zakłady")
    (True, False)
    >>> is_other_spelling("Ioussov", "Yusov"), is_other_spelling("Castejón", "Sánchez")
    (True, False)
    """
    if words == usual:
        return False
    left, right = Counter(words.split()), Counter(usual.split())
    here, there = sorted(left - right), sorted(right - left)
    return len(here) == len(there) > 0 and all(map(_are_alike, here, there))


def _are_alike(word: str, other: str) -> bool:
    return word[0] == other[0] or SequenceMatcher(None, word, other).ratio() >= _ALIKE


def has_rivals(comparison: Comparison, use: Use) -> bool:
    """Whether the termbase admits another spelling of what is compared."""
    entry = comparison.concepts[use.said.concept]
    return any(
        slot == use.said.slot and is_other_spelling(words, use.said.words)
        for term in entry.terms_in(comparison.document.locale)
        if term.status in LIVE
        for slot, words, _ in _slots(term.term, term.type, entry.kind)
    )


def place_shown(pair: Pair, span: Span) -> str:
    """Where something stands in a target, for a message: file and line."""
    origin = pair.segment.target.origin
    return f"{origin.path}:{origin.start(span.start).line}"


def times_shown(times: int) -> str:
    """How often something stands, for a message.

    >>> times_shown(1), times_shown(2)
    ('once', '2 times')
    """
    return "once" if times == 1 else f"{times} times"


class _Spelt:
    """What the names of a document say for the spelling of their concepts; a document repeats its names."""

    def __init__(self, comparison: Comparison) -> None:
        self._concepts, self._locale = comparison.concepts, comparison.document.locale
        self._preferred: dict[str, frozenset[tuple[str, str]]] = {}
        self._known: dict[int, tuple[Said, ...]] = {}

    def of(self, name: NamedAs) -> tuple[Said, ...]:
        """What a name says; nothing where it is ambiguous."""
        key = id(name.candidates)  # the survey has them all
        if key not in self._known:
            self._known[key] = tuple(self._said(name))
        return self._known[key]

    def _said(self, name: NamedAs) -> Iterator[Said]:
        terms = {(candidate.concept, candidate.term.term): candidate for candidate in name.candidates}
        if name.name.near or len({term for _, term in terms}) != 1:
            return
        for candidate in terms.values():
            term, concept = candidate.term, candidate.concept
            if term.status in LIVE and term.type in _COMPARED:
                why = f"{concept}, {term.status}; {candidate.why}"
                for slot, words, shown in _slots(term.term, term.type, candidate.concept_kind):
                    yield Said(concept, slot, words, shown, self._is_preferred(concept, slot, words), why)

    def _is_preferred(self, concept: str, slot: str, words: str) -> bool:
        """Whether a preferred term spells what is compared so: a full form spells the surname, too."""
        if concept not in self._preferred:
            self._preferred[concept] = frozenset(self._preferred_slots(concept))
        return (slot, words) in self._preferred[concept]

    def _preferred_slots(self, concept: str) -> Iterator[tuple[str, str]]:
        entry = self._concepts[concept]
        for term in entry.terms_in(self._locale):
            if term.status is AdministrativeStatus.PREFERRED:
                yield from ((slot, words) for slot, words, _ in _slots(term.term, term.type, entry.kind))


@functools.lru_cache(maxsize=4096)  # a document names the same again and again
def _slots(term: str, type_: TermType, kind: str) -> tuple[tuple[str, str, str], ...]:
    """What of a term is compared with what: a person's surname and given name; else names of as many words."""
    words = _WORD.findall(term)
    # An acronym, or a number, is no other spelling of a name in words.
    if not words or any(word.isdigit() or (len(word) > 1 and word.isupper()) for word in words):
        return ()
    if kind != "person" or type_ is TermType.NICKNAME:
        # The same words in another order, or with capitals elsewhere, are one spelling.
        return ((f"{len(words)} words", " ".join(sorted(word.lower() for word in words)), term),)
    slots = []
    if type_ is not TermType.GIVEN_NAME:
        slots.append(("surname", words[-1], words[-1]))
    if len(words) > 1 or type_ is TermType.GIVEN_NAME:
        slots.append(("given name", words[0], words[0]))
    return tuple(slots)
