"""The words of termkit: what passes between its layers.

Everything here is frozen, typed and free of behaviour beyond looking itself up. This module imports
nothing of ours; every other layer may import it (see the layers contract in ``pyproject.toml``).

Positions are code points: a `Span` counts them inside a `Text`, a `Position` counts lines and columns
from 1 inside a file.
"""

from __future__ import annotations

import bisect
import datetime
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, NewType

Locale = NewType("Locale", str)
"""A BCP 47 language tag in canonical case; made by `termkit.tags.parse_locale` only."""


class Severity(enum.StrEnum):
    """How bad a finding is, worst first; `--fail-on` names the mildest one that closes the gate."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Certainty(enum.StrEnum):
    """How sure a rule is of its finding."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Category(enum.StrEnum):
    """What a finding is about; part of the JSON contract."""

    NUMBER = "number"
    DATE = "date"
    MEASURE = "measure"
    MONEY = "money"
    NAME = "name"
    TERM = "term"
    CONSISTENCY = "consistency"
    LANGUAGE = "language"
    STRUCTURE = "structure"
    FORMAT = "format"


class Span(NamedTuple):
    """Start and end in code points, end not included."""

    start: int
    end: int


class Position(NamedTuple):
    """A place in a file: line and column, both from 1, the column in code points."""

    line: int
    column: int


class Run(NamedTuple):
    """A stretch of a text that lies in one line of its file.

    It goes from `offset` in the text to the next run's offset; its first code point stands at `line`,
    `column`; every code point of it is `width` columns wide in the file (an escape such as ``\\n`` in a
    PO string is a run of its own, two columns wide).
    """

    offset: int
    line: int
    column: int
    width: int = 1


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text stands: a file and the runs that map its offsets to lines and columns.

    >>> origin = Origin("x.po", (Run(0, 3, 9), Run(4, 3, 13, 2), Run(5, 4, 2)))
    >>> origin.start(2), origin.start(5)
    (Position(line=3, column=11), Position(line=4, column=2))
    >>> origin.end(5)
    Position(line=3, column=15)
    """

    path: str
    runs: tuple[Run, ...] = (Run(0, 1, 1),)

    def _run(self, offset: int) -> Run:
        return self.runs[max(bisect.bisect_right(self.runs, offset, key=lambda run: run.offset) - 1, 0)]

    def start(self, offset: int) -> Position:
        """The place of the code point at `offset`."""
        run = self._run(offset)
        return Position(run.line, run.column + (offset - run.offset) * run.width)

    def end(self, offset: int) -> Position:
        """The place just behind the code point before `offset`: where a span that ends there ends."""
        if offset <= 0:
            return self.start(0)
        run = self._run(offset - 1)
        return Position(run.line, run.column + (offset - run.offset) * run.width)


@dataclass(frozen=True, slots=True)
class Text:
    """A string with its locale, the place it comes from, and the parts of it that are not prose.

    `protected` spans (code, URLs, placeholders, tags) are sorted and do not overlap; recognisers see
    neither numbers nor names in them.
    """

    string: str
    locale: Locale
    origin: Origin = Origin("<string>")
    protected: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """The translation unit that segments belong to: a PO message, a paragraph of an article.

    `id` is stable inside its document; `context` is a PO message's msgctxt.
    """

    id: str
    context: str | None = None


class State(enum.StrEnum):
    """How far a segment's translation has come."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"  # translated, but marked as needing work: gettext does not use it
    EMPTY = "empty"  # a unit without a translation
    TARGET_MISSING = "target-missing"  # a passage of the source with no counterpart in the target
    SOURCE_MISSING = "source-missing"  # a passage of the target with no counterpart in the source


@dataclass(frozen=True, slots=True)
class Segment:
    """One source text with its target text.

    Where one side is missing its text is empty and its origin is the place where it should stand.
    `comments` are those that the file carries at this place, for people and for suppressions.
    """

    unit: Unit
    source: Text
    target: Text
    state: State = State.TRANSLATED
    comments: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What a reader could not read, under the name of the rule that reports it."""

    rule: str
    message: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, list item or front-matter value of a file that holds one language."""

    id: str
    kind: str  # paragraph, heading, list-item, quote, table-cell, front-matter
    text: Text
    comments: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A file that holds one language: its passages in order, and the date its front matter gives."""

    path: str
    locale: Locale
    passages: tuple[Passage, ...]
    date: datetime.date | None = None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file to be checked: segments in the order of the target, and what could not be read of it."""

    path: str
    source_locale: Locale
    locale: Locale
    segments: tuple[Segment, ...]
    date: datetime.date | None = None
    faults: tuple[Fault, ...] = ()


# Termbase (ISO 30042)


class AdministrativeStatus(enum.StrEnum):
    """What the house says of a term, best first."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    SUPERSEDED = "superseded"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"


class TermType(enum.StrEnum):
    """What kind of designation a term is of its concept."""

    FULL_FORM = "full-form"
    SHORT_FORM = "short-form"
    SURNAME = "surname"
    GIVEN_NAME = "given-name"
    NICKNAME = "nickname"
    ACRONYM = "acronym"
    ABBREVIATION = "abbreviation"
    VARIANT = "variant"
    ADJECTIVE = "adjective"  # "Ukrainian" for Ukraine: stands for the concept, never required
    DEMONYM = "demonym"  # "Ukrainians": as an adjective
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Term:
    """A designation of a concept in one locale.

    `forms` maps a case (nom, gen, dat, acc, ins, loc, voc, or ``*`` for any other form) to its
    inflected forms. `gender` is masculine, feminine, neuter or None; `number` singular or plural.
    """

    term: str
    locale: Locale
    status: AdministrativeStatus = AdministrativeStatus.PREFERRED
    type: TermType = TermType.FULL_FORM
    gender: str | None = None
    number: str | None = None
    indeclinable: bool = False
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    case_sensitive: bool = True
    ambiguous: bool = False  # counts only where something else says that the concept is meant
    replace_with: str | None = None
    reason: str | None = None
    exceptions: tuple[str, ...] = ()
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    transliteration: str | None = None  # the system that the spelling follows
    note: str | None = None
    transliteration_of: str | None = None  # the spelling that was transliterated


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept entry: a person, place, organisation … with its terms in every locale."""

    id: str
    kind: str
    terms: Mapping[Locale, tuple[Term, ...]]
    definition: Mapping[str, str] = field(default_factory=dict)
    status: str = "approved"  # draft, proposed, approved, retired
    sex: str | None = None  # of a person: male or female
    source: tuple[str, ...] = ()
    updated: datetime.date | None = None
    note_translators: Mapping[str, str] = field(default_factory=dict)
    related: tuple[tuple[str, str], ...] = ()  # (type, concept id)

    def terms_in(self, locale: Locale) -> tuple[Term, ...]:
        """The terms in a locale, or in the nearest one that its tag is a variant of: ``pt`` for ``pt-BR``."""
        tag = str(locale)
        while tag not in self.terms and "-" in tag:
            tag = tag.rpartition("-")[0]
        return self.terms.get(Locale(tag), ())


# Mentions


class Kind(enum.StrEnum):
    """The kinds of mention."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    NAME = "name"
    LANGUAGE = "language"


def plain_digits(value: Decimal) -> str:
    """A number in plain digits, without an exponent or idle zeros, to four decimals.

    >>> plain_digits(Decimal("2500000.0")), plain_digits(Decimal("0.6666666666666666666666666666"))
    ('2500000', '0.6667')
    """
    if value == value.to_integral():
        return format(value.to_integral(), "f")
    return format(round(value, 4).normalize(), "f")


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit, in the SI unit of its dimension.

    `step` is half a unit of the last digit that is written, in SI too: what rounding may hide.
    """

    dimension: str
    unit: str
    value: Decimal
    step: Decimal


@dataclass(frozen=True, slots=True)
class Number:
    """A number. Several readings where it is ambiguous, the likeliest first.

    `sort` tells how it is written: digits, score (digits of a score or range, 3-1), cardinal, ordinal, fraction,
    scale (a bare "thousand", "hundreds"), multiple ("twice"), roman, or article (a word for one that is an article
    or a pronoun too). `measures` are its readings as a measure where a unit stands beside it.
    """

    readings: tuple[Decimal, ...]
    sort: str = "digits"
    measures: tuple[Measure, ...] = ()

    @property
    def plain(self) -> str:
        """The likeliest reading in plain digits."""
        return plain_digits(self.readings[0])


@dataclass(frozen=True, slots=True)
class Date:
    """A date with any of its parts; weekday from 0, Monday. `spans` tells where each part stands.

    `ambiguous` marks a numeric date whose day and month may be the other way round (05/06/2018).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    ambiguous: bool = False
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day; `hours` lists the readings of the hour (3 p.m. is 15, and 3 on a 12-hour clock)."""

    hours: tuple[int, ...]
    minute: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a name: the concept, the term it is a form of, and why this form counts."""

    concept: str
    concept_kind: str
    term: Term
    case: str  # nom, gen …, or * where the case is not known
    why: str  # "listed in the termbase", "shevchenko-py", "ending table uk: …"
    replacement: str | None = None  # what to write instead of a term that is not wanted, in the same case


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the termbase; several candidates for a homograph.

    `near` marks a word that is close to a form of an expected name and is not one of them; then
    `expected` is that form.
    """

    candidates: tuple[Candidate, ...]
    near: bool = False
    expected: str | None = None

    @property
    def concepts(self) -> frozenset[str]:
        """The ids of the concepts that may be meant."""
        return frozenset(candidate.concept for candidate in self.candidates)


@dataclass(frozen=True, slots=True)
class Language:
    """The language that a text is written in, and how sure that is."""

    locale: Locale
    certainty: Certainty


Value = Number | Date | Time | Name | Language


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact or name that a recogniser found in a text.

    A `hard` mention must have a counterpart; a soft one ("one", "both", a demonym) may come and go,
    but may satisfy a hard one. `reading` says in words how the text was read where that is not plain.
    """

    kind: Kind
    span: Span
    text: str
    value: Value
    hard: bool = True
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment with what the recognisers saw on either side."""

    segment: Segment
    source: tuple[Mention, ...]
    target: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """All that a rule sees: a document, its pairs, and the concepts of the termbase by id.

    Compared by identity, so that what several rules derive from it can be remembered.
    """

    document: Document
    pairs: tuple[Pair, ...]
    concepts: Mapping[str, Concept] = field(default_factory=dict)


# Findings


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement for a span of the target text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule reports. `text` and `span` are the place that is shown to people.

    `segment` is None where a whole file is at fault.
    """

    rule: str
    category: Category
    severity: Severity
    certainty: Certainty
    message: str
    mqm: str
    text: Text
    span: Span
    segment: Segment | None = None
    source_span: Span | None = None
    target_span: Span | None = None
    expected: str | None = None
    found: str | None = None
    concept: str | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's metadata; its page is the docstring of its module."""

    name: str
    category: Category
    summary: str
    mqm: str
    severity: Severity = Severity.ERROR

    def finding(
        self,
        pair: Pair,
        message: str,
        *,
        source_span: Span | None = None,
        target_span: Span | None = None,
        in_source: bool = False,
        severity: Severity | None = None,
        certainty: Certainty = Certainty.CERTAIN,
        expected: str | None = None,
        found: str | None = None,
        concept: str | None = None,
        fix: Fix | None = None,
    ) -> Finding:
        """A finding of this rule, shown at `target_span` (the whole target where there is none).

        With `in_source` it is shown at `source_span` instead.
        """
        text = pair.segment.source if in_source else pair.segment.target
        shown = source_span if in_source else target_span
        return Finding(
            self.name,
            self.category,
            severity or self.severity,
            certainty,
            message,
            self.mqm,
            text,
            shown or Span(0, len(text.string)),
            pair.segment,
            source_span,
            target_span,
            expected,
            found,
            concept,
            fix,
        )


@dataclass(frozen=True, slots=True)
class Example:
    """A rule's example, which is its test: two texts and everything that must be found in them.

    The span of each finding is marked in the text with ``⟦ ⟧``; `messages` pins the messages in order.
    Without marks and messages the example must give nothing.
    """

    source: tuple[str, str]  # locale, text
    target: tuple[str, str]
    messages: tuple[str, ...] = ()
    date: datetime.date | None = None
    fails: str | None = None  # a known failure: why
