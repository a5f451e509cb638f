"""What recognisers find in texts: mentions, their values, and the pairs in which they are compared."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from .terms import Concept, Term
from .text import Document, Locale, Segment, Span


class Certainty(enum.StrEnum):
    """How sure a rule is of its finding."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Kind(enum.StrEnum):
    """The kinds of mention."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    PERCENTAGE = "percentage"
    MONEY = "money"
    MEASURE = "measure"
    DURATION = "duration"
    DATE = "date"
    TIME = "time"
    UNIT = "unit"
    NAME = "name"
    COUNTRY = "country"
    LANGUAGE = "language"


def plain_digits(value: Decimal) -> str:
    """A number in plain digits, without an exponent or idle zeros, to four decimals.

    >>> plain_digits(Decimal("2500000.0")), plain_digits(Decimal("0.6666666666666666666666666666"))
    ('2500000', '0.6667')
    """
    if value == value.to_integral():
        return format(value.to_integral(), "f")
    return format(round(value, 4).normalize(), "f")


class Measure(NamedTuple):
    """A number with its unit, in the SI unit of its dimension.

    `step` is half a unit of the last digit that is written, in SI too: what rounding may hide. `factor` and `offset`
    make the number that is written from the value: value / factor + offset.
    """

    dimension: str
    unit: str
    value: Decimal
    step: Decimal
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)


class Number(NamedTuple):
    """A number. Several readings where it is ambiguous, the likeliest first.

    `sort` tells how it is written: digits, score (digits of a score or range, 3-1), decade (1990s, in the 80s),
    cardinal, ordinal, fraction, scale (a bare "thousand", "hundreds"), multiple ("twice"), roman, or article (a word
    for one that is an article or a pronoun too). `measures` are its readings as a measure where a unit stands beside
    it, and `currencies` the names of the currency beside it, several where the sign is ambiguous (¥). `bound` is above
    ("more than"), below ("nearly") or empty. `part` says that it counts some of the number before it ("of them 38").
    `convention` names what decided between two readings of one separator: German grouping. `other` is the number as the
    locale writes its second reading: 1 279 for 1,279.
    """

    readings: tuple[Decimal, ...]
    sort: str = "digits"
    measures: tuple[Measure, ...] = ()
    currencies: tuple[str, ...] = ()
    bound: str = ""
    part: bool = False
    convention: str = ""
    other: str = ""

    @property
    def plain(self) -> str:
        """The likeliest reading in plain digits."""
        return plain_digits(self.readings[0])


PERIODS = tuple(
    f"{which} {unit}"
    for which in ("last", "this", "next", "every", "recent")
    for unit in ("hour", "day", "week", "month", "season", "year")
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date with any of its parts; weekday from 0, Monday; `relative` in days from today; `period` one of `PERIODS`.

    `spans` tells where each part stands.

    `ambiguous` marks a numeric date whose day and month may be the other way round (05/06/2018).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    ambiguous: bool = False
    relative: int | None = None
    period: int | None = None
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False)


class Time(NamedTuple):
    """A time of day; `hours` lists the readings of the hour (3 p.m. is 15, and 3 on a 12-hour clock).

    `half` is am or pm where the text says which half of the day is meant, and else empty. `zone` is the time zone as it
    is written, and `ahead` the hours that it may be ahead of UTC.
    """

    hours: tuple[int, ...]
    minute: int = 0
    half: str = ""
    zone: str = ""
    ahead: tuple[Decimal, ...] = ()


class UnitWord(NamedTuple):
    """A word for money or a unit; it may belong to any number of its sentence, or mean one of them.

    `measures` are one of each unit that it may name.
    """

    measures: tuple[Measure, ...] = ()
    currencies: tuple[str, ...] = ()


class Candidate(NamedTuple):
    """One reading of a name: the concept, the term it is a form of, and why this form counts."""

    concept: str
    concept_kind: str
    term: Term
    case: str  # nom, gen …, or * where the case is not known
    why: str  # "listed in the termbase", "shevchenko-py", "ending table uk: …"
    replacement: str | None = None  # what to write instead of a term that is not wanted, in the same case


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the termbase; several candidates for a homograph, and the ids of the `concepts` that may be meant.

    `near` marks a word that is close to a form of an expected name and is not one of them; `inflection` marks a name
    whose form is wrong where it stands, and tells how sure that is. Then `expected` is the right form, and `sure` tells
    that no other form may be meant.
    """

    candidates: tuple[Candidate, ...]
    near: bool = False
    expected: str | None = None
    sure: bool = True
    inflection: Certainty | None = None
    concepts: frozenset[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "concepts", frozenset([candidate.concept for candidate in self.candidates]))


class Country(NamedTuple):
    """A country that a word stands for, by its code of ISO 3166-1; SU is the Soviet Union, KR either Korea."""

    code: str


@dataclass(frozen=True, slots=True)
class Language:
    """The language that a text is written in, and how sure that is."""

    locale: Locale
    certainty: Certainty


class Proof(enum.Enum):
    """What shows that a word which may be any word is a name.

    Nothing does, or a place of the document where it can be nothing else, or also a translation that has it as it
    sounds in most places.
    """

    NONE = "none"
    NAMED = "named"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A word of a name that the termbase does not have, followed from the source into the target.

    `key` is the word in lower case; `sure` tells that it can hardly be anything but a name, `common` that it is a
    word of the language, and `proof` what must show that it is a name where it is not sure. In the source `form` is
    its counterpart in the target in lower case, empty where there is none, and `like` how much the two sound alike,
    up to 1; `near` marks a counterpart with a letter wrong. In the target it is a word that may be another name, or,
    where it is sure, one that nothing in the source sounds like; without a key, a place where a name fell out.
    `by_capital` tells that only its capital tells a sure one from other words.
    """

    key: str
    sure: bool = False
    common: bool = False
    proof: Proof = Proof.NONE
    form: str = ""
    like: float = 0.0
    near: bool = False
    by_capital: bool = False


Value = Number | Date | Time | UnitWord | Name | Unlisted | Country | Language


class Mention(NamedTuple):
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


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a locale writes numbers, signs and dates.

    `language` is its English name. `decimal` and `group` are the separators, a plain space for any. `percent_apart`
    says whether a space stands before a per cent sign, `units_apart` are the signs of units with one; `day_first` says
    that the day of a date stands before the month.
    """

    language: str
    decimal: str
    group: str
    percent_apart: bool
    units_apart: frozenset[str]
    day_first: bool


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """All that a rule sees: a document, its pairs, the concepts of the termbase by id, and the target's conventions.

    Compared by identity, so that what several rules derive from it can be remembered.
    """

    document: Document
    pairs: tuple[Pair, ...]
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    conventions: Conventions | None = None
