"""The words of the termbase (ISO 30042): concept entries and their terms."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from .text import Locale


class AdministrativeStatus(enum.StrEnum):
    """What the house says of a term, best first."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    SUPERSEDED = "superseded"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"


LIVE = frozenset({AdministrativeStatus.PREFERRED, AdministrativeStatus.ADMITTED})
"""The statuses of terms that may be written."""
BANNED = frozenset({AdministrativeStatus.DEPRECATED, AdministrativeStatus.FORBIDDEN})
"""The statuses of terms that `check` reports."""
REPLACED = BANNED | {AdministrativeStatus.SUPERSEDED}
"""The statuses of terms that another term stands in for."""


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


SOFT = frozenset({TermType.ADJECTIVE, TermType.DEMONYM})
"""The types of terms that stand for their concept and are never required."""
PARTS = SOFT | {TermType.SURNAME, TermType.GIVEN_NAME, TermType.NICKNAME}
"""The types of terms that stand for their concept in their own way only, and that many concepts may share."""


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

    def overlaps(self, other: Term) -> bool:
        """Whether there is a day on which both hold.

        >>> old = Term("Kiev", Locale("en"), valid_to=datetime.date(2019, 10, 24))
        >>> old.overlaps(Term("Kyiv", Locale("en"))), old.overlaps(
        ...     Term("Kyiv", Locale("en"), valid_from=datetime.date(2019, 10, 25))
        ... )
        (True, False)
        """
        first, last = datetime.date.min, datetime.date.max
        starts = max(self.valid_from or first, other.valid_from or first)
        return starts <= min(self.valid_to or last, other.valid_to or last)


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
    referred_by: tuple[tuple[str, str], ...] = ()  # the same of the concepts that are related to this one

    def terms_in(self, locale: Locale) -> tuple[Term, ...]:
        """The terms in a locale, or in the nearest one that its tag is a variant of: ``pt`` for ``pt-BR``."""
        if locale in self.terms:
            return self.terms[locale]
        tag = str(locale)
        while tag not in self.terms and "-" in tag:
            tag = tag.rpartition("-")[0]
        return self.terms.get(Locale(tag), ())
