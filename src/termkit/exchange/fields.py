"""The fields of the termbase, and what each says of a concept or term in words that people and programs read.

A fact is one line, `label: value`. Where a value is a list, its items have `` | `` between them; the characters
``\\ | ;`` of an item are written with a backslash before them, so that every line can be read back. A value of several
lines has its further ones indented, so that they are no facts of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from termkit.model import AdministrativeStatus, Concept, Locale, Term, TermType

__all__ = [
    "INDENT",
    "LABELS",
    "PREFERRED",
    "UNAGREED",
    "Fact",
    "concept_facts",
    "fields_of",
    "forms_text",
    "items_text",
    "term_facts",
]

UNAGREED = ("draft", "proposed")
"""The statuses of entries that are not agreed yet."""

LABELS: Mapping[str, str] = {
    "kind": "kind",
    "definition": "definition",
    "status": "entry",
    "sex": "sex",
    "source": "according to",
    "updated": "updated",
    "note_translators": "for translators",
    "related": "related",
    "terms.status": "status",
    "terms.type": "type",
    "terms.gender": "gender",
    "terms.number": "number",
    "terms.indeclinable": "indeclinable",
    "terms.forms": "forms",
    "terms.case": "case",
    "terms.ambiguous": "ambiguous",
    "terms.replace_with": "use instead",
    "terms.reason": "because",
    "terms.except": "right in",
    "terms.valid": "valid",
    "terms.transliteration": "transliteration",
    "terms.note": "note",
}
"""The label of each field that is more than an id or a term."""

INDENT = "  "
"""What the further lines of a value begin with."""

_SPECIAL = re.compile(r"[\\|;]")


class Fact(NamedTuple):
    """What one field says, as `label: value`."""

    field: str
    value: str
    locale: Locale | None = None  # of a definition or a note to translators

    @property
    def label(self) -> str:
        """The label of the field, with the locale of the text."""
        return f"{LABELS[self.field]} ({self.locale})" if self.locale else LABELS[self.field]

    def __str__(self) -> str:
        return f"{self.label}: {self.value}".replace("\n", f"\n{INDENT}")


PREFERRED = Fact("terms.status", AdministrativeStatus.PREFERRED)
"""What is not said of a term, because it is what the termbase takes for granted."""


def items_text(items: Sequence[str]) -> str:
    """A list as the value of a fact.

    >>> items_text(["chicken Kiev", "a|b"])
    'chicken Kiev | a\\\\|b'
    """
    if _SPECIAL.search("".join(items)):
        items = [_SPECIAL.sub(r"\\\g<0>", item) for item in items]
    return " | ".join(items)


def forms_text(term: Term) -> str:
    """The forms of a term by case.

    >>> forms_text(Term("Київ", Locale("uk"), forms={"gen": ("Києва",), "dat": ("Києву", "Києвові")}))
    'gen Києва; dat Києву | Києвові'
    """
    parts = [f"{'other' if case == '*' else case} {items_text(forms)}" for case, forms in term.forms.items()]
    return "; ".join(parts)


def concept_facts(concept: Concept, locales: Sequence[Locale]) -> Iterator[Fact]:
    """What there is to say of a concept to readers of some locales."""
    yield Fact("kind", concept.kind)
    yield from (Fact("definition", concept.definition[i], i) for i in locales if i in concept.definition)
    if concept.status != "approved":
        yield Fact("status", concept.status)
    if concept.sex:
        yield Fact("sex", concept.sex)
    yield from (
        Fact("note_translators", concept.note_translators[i], i) for i in locales if i in concept.note_translators
    )
    if concept.source:
        yield Fact("source", items_text(concept.source))
    if concept.updated:
        yield Fact("updated", concept.updated.isoformat())
    if concept.related:
        yield Fact("related", items_text([" ".join(relation) for relation in concept.related]))


def term_facts(term: Term) -> Iterator[Fact]:
    """What there is to say of a term beyond its spelling; its status always, advice first, since tools cut comments."""
    yield Fact("terms.status", term.status)
    if term.replace_with:
        yield Fact("terms.replace_with", term.replace_with)
    if term.reason:
        yield Fact("terms.reason", term.reason)
    if term.exceptions:
        yield Fact("terms.except", items_text(term.exceptions))
    if term.type is not TermType.FULL_FORM:
        yield Fact("terms.type", term.type)
    if term.gender:
        yield Fact("terms.gender", term.gender)
    if term.number:
        yield Fact("terms.number", term.number)
    if term.indeclinable:
        yield Fact("terms.indeclinable", "yes")
    if term.forms:
        yield Fact("terms.forms", forms_text(term))
    yield from _rarer_facts(term)


def _rarer_facts(term: Term) -> Iterator[Fact]:
    # Left out where it is what the termbase takes for granted: capitals count in a term that has any.
    if term.case_sensitive != (term.term != term.term.lower()):
        yield Fact("terms.case", "sensitive" if term.case_sensitive else "insensitive")
    if term.ambiguous:
        yield Fact("terms.ambiguous", "yes")
    if term.valid_from or term.valid_to:
        yield Fact("terms.valid", _valid_text(term))
    if transliteration := _transliteration_text(term):
        yield Fact("terms.transliteration", transliteration)
    if term.note:
        yield Fact("terms.note", term.note)


def _valid_text(term: Term) -> str:
    ends = (("from", term.valid_from), ("to", term.valid_to))
    return " ".join(f"{word} {day.isoformat()}" for word, day in ends if day)


def _transliteration_text(term: Term) -> str | None:
    parts = (term.transliteration, term.transliteration_of)
    return " of ".join(part for part in parts if part) or None


def fields_of(
    concept: Concept, sections: Mapping[Locale, tuple[Term, ...]], locales: Sequence[Locale] | None
) -> Iterator[str]:
    """The fields that say something of a concept or of its terms, each as often as it does.

    Texts about the concept count in some locales, or in all of them where none are given.
    """
    yield "id"
    texts = tuple(map(Locale, {**concept.definition, **concept.note_translators}))
    yield from (fact.field for fact in concept_facts(concept, texts if locales is None else locales))
    for terms in sections.values():
        for term in terms:
            yield "terms.term"
            yield from (fact.field for fact in term_facts(term) if fact != PREFERRED)
