"""One name is spelt in two ways in an article.

## Why

Two spellings of a name look like two people. Where the termbase admits several spellings, an article
should still keep to one.

## What is compared

The terms in use (preferred or admitted) of one concept in the target document: full names with
full names, surnames with surnames and with the surnames in full names. The spelling that stands most often is
taken for the article's, the preferred one where they are even; every other place is reported.

## What is not

A short form beside a full form that holds its words, an acronym beside the name, the same words in
another order (Asow-Regiment, Regiment Asow), a spelling that the termbase forbids (term-forbidden), and names for
which the source itself uses two spellings.

## How to fix it

Write the name at the place shown as in the rest of the article.

## Sources

MQM, terminology/inconsistent use of terminology.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from termkit.model import (
    AdministrativeStatus,
    Candidate,
    Category,
    Comparison,
    Example,
    Finding,
    Pair,
    Rule,
    Severity,
    Term,
    TermType,
)

from ._names import LIVE, NamedAs, Side, survey

RULE = Rule(
    name="name-inconsistent",
    category=Category.CONSISTENCY,
    summary="one name is spelt in two ways in an article",
    mqm="terminology/inconsistent use of terminology",
    severity=Severity.WARNING,
)

EXAMPLES = (
    Example(
        source=("en", "Zelensky spoke. Then Zelensky left."),
        target=("es", "⟦Zelensky⟧ habló. Después Zelenski se fue."),
        messages=(
            (
                "“Zelensky” (person-volodymyr-zelensky, admitted; the term itself) stands beside “Zelenski”,"
                " which the article has once"
            ),
        ),
    ),
    Example(
        source=("en", "Fedusiuk spoke. Then Fedusiuk left, and Yuliia Fedusiuk returned."),
        target=("uk", "Федусюк виступила. Потім ⟦Федосюк⟧ пішла, а Юлія Федусюк повернулася."),
        messages=(
            (
                "“Федосюк” (person-yuliia-fedusiuk, admitted; the term itself) stands beside “Федусюк”,"
                " which the article has 2 times"
            ),
        ),
    ),
    Example(
        source=("en", "Yuliia Fedusiuk spoke. Then Fedusiuk left."),
        target=("uk", "Юлія Федусюк виступила. Потім Федусюк пішла."),
    ),
)

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
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")


class _Use(NamedTuple):
    """A place where a concept is named by a term: what of it is compared, its words, and as they are shown."""

    pair: Pair | None
    name: NamedAs
    concept: str
    candidate: Candidate
    slot: str
    words: str
    shown: str


def check(comparison: Comparison) -> Iterator[Finding]:
    """The places of a document where a name is spelt otherwise than mostly."""
    names = survey(comparison)
    in_source = _by_slot(use for side in names.sources for use in _uses(None, side))
    uses = _by_slot(
        use for pair, side in zip(comparison.pairs, names.targets, strict=True) for use in _uses(pair, side)
    )
    reported: set[tuple[int, int]] = set()
    for key, found in uses.items():
        if len({use.words for use in in_source.get(key, ())}) > 1:
            continue
        usual, times = _usual(found, _preferred(comparison, *key))
        for use in found:
            place = (id(use.pair), use.name.mention.span.start)
            if _is_other_spelling(use.words, usual.words) and use.pair and place not in reported:
                reported.add(place)
                yield _finding(use.pair, use, usual, times)


def _finding(pair: Pair, use: _Use, usual: _Use, times: int) -> Finding:
    count = "once" if times == 1 else f"{times} times"
    return RULE.finding(
        pair,
        f"“{use.name.mention.text}” ({use.concept}, {use.candidate.term.status}; {use.candidate.why})"
        f" stands beside “{usual.shown}”, which the article has {count}",
        target_span=use.name.mention.span,
        expected=usual.shown,
        found=use.name.mention.text,
        concept=use.concept,
    )


def _is_other_spelling(words: str, usual: str) -> bool:
    """Whether two designations are one name spelt in two ways: the words that differ begin alike.

    >>> _is_other_spelling("kyjiw", "kiew"), _is_other_spelling("huta azowstal", "azowstal zakłady")
    (True, False)
    """
    left, right = Counter(words.split()), Counter(usual.split())
    return left != right and sorted(w[0] for w in (left - right)) == sorted(w[0] for w in (right - left))


def _by_slot(uses: Iterable[_Use]) -> Mapping[tuple[str, str], list[_Use]]:
    grouped: defaultdict[tuple[str, str], list[_Use]] = defaultdict(list)
    for use in uses:
        grouped[use.concept, use.slot].append(use)
    return grouped


def _usual(uses: list[_Use], preferred: frozenset[str]) -> tuple[_Use, int]:
    """The spelling that stands most often, that of a preferred term where two are even."""
    counts = Counter(use.words for use in uses)
    best = max(uses, key=lambda use: (counts[use.words], use.words in preferred))
    return best, counts[best.words]


def _preferred(comparison: Comparison, concept: str, slot: str) -> frozenset[str]:
    """How the preferred terms of a concept spell what is compared: a full form spells the surname, too."""
    entry = comparison.concepts[concept]
    terms = entry.terms_in(comparison.document.locale)
    preferred = [term for term in terms if term.status is AdministrativeStatus.PREFERRED]
    return frozenset(words for term in preferred for kind, words, _ in _slots(term, entry.kind) if kind == slot)


def _uses(pair: Pair | None, side: Side) -> Iterator[_Use]:
    """What each unambiguous name of a side says for the spelling of its concept."""
    for name in side.names:
        terms = {(candidate.concept, candidate.term.term): candidate for candidate in name.candidates}
        spellings = {term for _, term in terms}
        if name.name.near or len(spellings) != 1:
            continue
        for candidate in terms.values():
            if candidate.term.status in LIVE and candidate.term.type in _COMPARED:
                for slot, words, shown in _slots(candidate.term, candidate.concept_kind):
                    yield _Use(pair, name, candidate.concept, candidate, slot, words, shown)


def _slots(term: Term, kind: str) -> Iterator[tuple[str, str, str]]:
    """What of a term is compared with what: a person's surname and given name; else names of as many words."""
    words = _WORD.findall(term.term)
    # An acronym, or a number, is no other spelling of a name in words.
    if not words or any(word.isdigit() or (len(word) > 1 and word.isupper()) for word in words):
        return
    if kind == "person" and term.type is not TermType.NICKNAME:
        if term.type is not TermType.GIVEN_NAME:
            yield "surname", words[-1], words[-1]
        if len(words) > 1 or term.type is TermType.GIVEN_NAME:
            yield "given name", words[0], words[0]
    else:
        # The same words in another order, or with capitals elsewhere, are one spelling.
        yield f"{len(words)} words", " ".join(sorted(word.lower() for word in words)), term.term
