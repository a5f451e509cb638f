"""What the rules see of a termbase, and what they say of it."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from termkit.model import LIVE, Concept, Locale, Rule, Severity, Term
from termkit.termbase import Steps, TermbaseFault

__all__ = [
    "Edit",
    "Glossary",
    "GlossaryExample",
    "PlacedTerm",
    "Remark",
    "live_terms",
    "report_faults",
    "terms_of",
]

"""The statuses of terms that may be written."""


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """A termbase: its concepts without faults by id, and the faults of the others; what is asked of it.

    Compared by identity, so that what several rules derive from it can be remembered.
    """

    concepts: Mapping[str, Concept]
    today: datetime.date
    faults: tuple[TermbaseFault, ...] = ()
    source_locale: Locale = field(default=Locale("en"))
    locales: tuple[Locale, ...] = ()  # in which every concept must have a term
    stale_after: int = 730  # days


class Edit(NamedTuple):
    """A value that becomes another one, at some steps from the entry, or from the place of a fault.

    `old` is None where the last of the steps is a key that the entry does not have yet.
    """

    steps: Steps
    old: str | None
    new: str


class Remark(NamedTuple):
    """What a rule says, and where: at some steps from a concept entry, or at the place of a fault.

    `severity` is the rule's own where it is None. `edits` put it right together, where that is safe.
    """

    message: str
    concept: str | None = None
    steps: Steps = ()
    locale: Locale | None = None
    severity: Severity | None = None
    expected: str | None = None
    found: str | None = None
    fault: TermbaseFault | None = None
    edits: tuple[Edit, ...] = ()


class PlacedTerm(NamedTuple):
    """A term with its concept and its place there."""

    concept: Concept
    number: int  # of the term in its language
    term: Term

    def remark(
        self,
        message: str,
        *keys: str | int,
        severity: Severity | None = None,
        expected: str | None = None,
        found: str | None = None,
        edits: tuple[Edit, ...] = (),
    ) -> Remark:
        """A remark at the term, or at one of its keys."""
        steps = self.steps(*(keys or ("term",)))
        return Remark(message, self.concept.id, steps, self.term.locale, severity, expected, found, edits=edits)

    def steps(self, *keys: str | int) -> Steps:
        """The steps from the entry to the term, and on to one of its keys."""
        return ("terms", self.term.locale, self.number, *keys)


@dataclass(frozen=True, slots=True)
class GlossaryExample:
    """A rule's example, which is its test: a glossary file and everything that must be found in it.

    The span of each finding is marked in the file with ``⟦ ⟧``; `messages` pins the messages in order. Without marks
    and messages the example must give nothing. `fixed` is what ``--fix`` makes of the file, where it changes anything.
    It is read on 22 November 2026.
    """

    text: str
    messages: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()  # in which every concept must have a term
    fixed: str | None = None


def terms_of(glossary: Glossary) -> Sequence[PlacedTerm]:
    """Every term of the concepts that are not retired."""
    return _terms(glossary)[0]


def live_terms(glossary: Glossary) -> Sequence[PlacedTerm]:
    """The terms among them that may be written."""
    return _terms(glossary)[1]


@functools.lru_cache(1)
def _terms(glossary: Glossary) -> tuple[list[PlacedTerm], list[PlacedTerm]]:
    """All terms and those in use, put together once for all rules."""
    found = [
        PlacedTerm(concept, index, term)
        for concept in glossary.concepts.values()
        if concept.status != "retired"
        for terms in concept.terms.values()
        for index, term in enumerate(terms)
    ]
    return found, [placed for placed in found if placed.term.status in LIVE]


def report_faults(
    rule: Rule, glossary: Glossary, repaired: Callable[[str], str | None] = lambda _: None
) -> Iterator[Remark]:
    """A remark for each fault that goes by the rule's name: the whole check of the rules that report them.

    `repaired` gives the right value for a wrong one, where that is safe.
    """
    for fault in glossary.faults:
        if fault.rule == rule.name:
            new = repaired(fault.value) if fault.value is not None else None
            edits = (Edit((), fault.value, new),) if new is not None else ()
            yield Remark(fault.message, expected=new, fault=fault, edits=edits)
