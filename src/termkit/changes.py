"""What changed between two states of the termbase, concept by concept, in words that translators understand."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from .exchange.fields import concept_facts, term_facts
from .model import AdministrativeStatus, Concept, Locale, Term, TermType
from .termbase.schema import CASE_NAMES

__all__ = ["Change", "ConceptChange", "termbase_changes"]


class Change(NamedTuple):
    """One thing that changed of a concept, in words and in parts; `field` is the key that it has in a glossary file."""

    message: str
    locale: Locale | None = None
    term: str | None = None
    field: str | None = None
    old: str | None = None
    new: str | None = None


class ConceptChange(NamedTuple):
    """A concept that is new, gone or changed, as it stands in the later state that has it."""

    concept: Concept
    what: Literal["new", "gone", "changed"]
    changes: tuple[Change, ...]


def termbase_changes(
    old: Mapping[str, Concept], new: Mapping[str, Concept], locales: Collection[Locale] = ()
) -> list[ConceptChange]:
    """What changed from one state to another, by id; of texts and terms what is in some locales, or in all of them.

    >>> en = Locale("en")
    >>> before, after = (Concept("place-kyiv", "place", {en: (Term(name, en),)}) for name in ("Kiev", "Kyiv"))
    >>> [change] = termbase_changes({"place-kyiv": before}, {"place-kyiv": after})
    >>> change.what, change.changes[0].message
    ('changed', 'the preferred spelling is now “Kyiv”, was “Kiev”')
    """
    found = (_concept_change(old.get(key), new.get(key), locales) for key in sorted({*old, *new}))
    return [change for change in found if change]


def _concept_change(old: Concept | None, new: Concept | None, locales: Collection[Locale]) -> ConceptChange | None:
    if old == new:  # the common case, and a quick one
        return None
    if old and new:
        changes = tuple(change for change in _changes(old, new) if _is_wanted(change, locales))
        return ConceptChange(new, "changed", changes) if changes else None
    concept = new or old
    assert concept  # one of the two is there
    changes = tuple(change for change in _whole(concept, is_new=new is not None) if _is_wanted(change, locales))
    return ConceptChange(concept, "new" if new else "gone", changes)


def _is_wanted(change: Change, locales: Collection[Locale]) -> bool:
    return not locales or change.locale is None or change.locale in locales


def _whole(concept: Concept, *, is_new: bool) -> Iterator[Change]:
    """The texts and terms of a concept that is new or gone."""
    for field, texts in (("definition", concept.definition), ("note_translators", concept.note_translators)):
        for locale, text in texts.items():
            message = f"{_NAMES[field]}: “{text}”"
            yield Change(message, Locale(locale), None, field, *_ends(text, is_new=is_new))
    for term in itertools.chain.from_iterable(concept.terms.values()):
        yield Change(_told(term), term.locale, term.term, "term", *_ends(term.term, is_new=is_new))


def _ends(text: str, *, is_new: bool) -> tuple[str | None, str | None]:
    """What a text was and is, where it was not there before or is no more."""
    return (None, text) if is_new else (text, None)


def _told(term: Term) -> str:
    """A term with what there is to say of it in a line."""
    traits: list[str | None] = [term.status, None if term.type is TermType.FULL_FORM else term.type]
    traits += [term.gender, term.number, "indeclinable" if term.indeclinable else None]
    advice = f"; write “{term.replace_with}”" if term.replace_with else ""
    return f"“{term.term}”, {', '.join(trait for trait in traits if trait)}{advice}"


def _changes(old: Concept, new: Concept) -> Iterator[Change]:
    before, after = _concept_values(old), _concept_values(new)
    for field, locale in dict.fromkeys((*before, *after)):
        values = before.get((field, locale)), after.get((field, locale))
        if values[0] != values[1]:
            yield Change(_words(field, *values), locale, None, field, *values)
    for locale in dict.fromkeys((*old.terms, *new.terms)):
        yield from _term_changes(old.terms.get(locale, ()), new.terms.get(locale, ()))


def _concept_values(concept: Concept) -> dict[tuple[str, Locale | None], str]:
    locales = tuple(map(Locale, {**concept.definition, **concept.note_translators}))
    values = {(fact.field, fact.locale): fact.value for fact in concept_facts(concept, locales)}
    lists = {"source": concept.source, "related": tuple(map(" ".join, concept.related))}
    return values | {(field, None): _listed(items) for field, items in lists.items() if items}


def _term_changes(old: Sequence[Term], new: Sequence[Term]) -> Iterator[Change]:
    pairs, gone, added = _matched(old, new)
    yield from _preferred(old, new)
    for before, after in pairs:
        yield from _of_term(before, after)
    for terms, word, is_new in ((gone, "gone", False), (added, "new", True)):
        for term in terms:
            ends = _ends(term.term, is_new=is_new)
            yield Change(f"{word}: {_told(term)}", term.locale, term.term, "term", *ends)


_Matched = tuple[list[tuple[Term, Term]], list[Term], list[Term]]


def _matched(old: Sequence[Term], new: Sequence[Term]) -> _Matched:
    """The terms that are the same ones, those that are gone and those that are new.

    The same are those of one spelling and type, else of one spelling; else a preferred term and the one in its place.
    """
    pairs: list[tuple[Term, Term]] = []
    gone, added = list(old), list(new)
    for key in (_spelling_and_type, _spelling, _rank):
        waiting: defaultdict[object, list[Term]] = defaultdict(list)
        for term in added:
            waiting[key(term)].append(term)
        left = []
        for term in gone:
            same = waiting.get(key(term)) if key(term) is not None else None
            if same:
                pairs.append((term, same.pop(0)))
            else:
                left.append(term)
        gone = left
        used = {id(after) for _, after in pairs}
        added = [term for term in added if id(term) not in used]
    return pairs, gone, added


def _spelling_and_type(term: Term) -> object:
    return term.term, term.type


def _spelling(term: Term) -> object:
    return term.term


def _rank(term: Term) -> object:
    """What two spellings that follow one another have in common; None where a term has no place of its own."""
    return (term.type, term.valid_from, term.valid_to) if term.status is AdministrativeStatus.PREFERRED else None


def _preferred(old: Sequence[Term], new: Sequence[Term]) -> Iterator[Change]:
    """What is preferred now in the place of something else."""
    before, after = _by_rank(old), _by_rank(new)
    for rank, term in after.items():
        was = before.get(rank)
        if was and was.term != term.term:
            what = "spelling" if term.type is TermType.FULL_FORM else term.type
            message = f"the preferred {what} is now “{term.term}”, was “{was.term}”"
            yield Change(message, term.locale, term.term, "term", was.term, term.term)


def _by_rank(terms: Iterable[Term]) -> dict[object, Term]:
    return {rank: term for term in terms if (rank := _rank(term)) is not None}


def _of_term(old: Term, new: Term) -> Iterator[Change]:
    before, after = _term_values(old), _term_values(new)
    for field in dict.fromkeys((*before, *after)):
        values = before.get(field), after.get(field)
        if values[0] != values[1]:
            words = _words(field, *values)
            key = field.removeprefix("terms.")
            yield Change(f"“{new.term}”: {words}", new.locale, new.term, key, *values)


def _term_values(term: Term) -> dict[str, str]:
    """What is said of a term by field, its forms by case."""
    values = {fact.field: fact.value for fact in term_facts(term) if fact.field != "terms.forms"}
    forms = {("other" if case == "*" else case): _listed(found) for case, found in term.forms.items()}
    values |= {"terms.except": _listed(term.exceptions)} if term.exceptions else {}
    return values | {f"terms.forms.{case}": text for case, text in forms.items()}


def _listed(items: Iterable[str]) -> str:
    return ", ".join(f"“{item}”" for item in items)


_NAMES = {
    "kind": "kind",
    "definition": "definition",
    "status": "status of the entry",
    "sex": "sex",
    "source": "source",
    "updated": "day of the last look",
    "note_translators": "note to translators",
    "related": "relation",
    "terms.status": "status",
    "terms.type": "type",
    "terms.gender": "gender",
    "terms.number": "number",
    "terms.case": "letter case",
    "terms.replace_with": "replacement",
    "terms.reason": "reason",
    "terms.except": "exception",
    "terms.valid": "time of validity",
    "terms.transliteration": "transliteration",
    "terms.note": "note",
    **{f"terms.forms.{case}": name for case, name in CASE_NAMES.items()},
}
_FLAGS = {"terms.indeclinable": "indeclinable", "terms.ambiguous": "ambiguous"}
_DEFAULTS = {"status": "approved", "terms.type": TermType.FULL_FORM.value}
# What is put in quotation marks: what people wrote, and not in a list.
_TEXTS = frozenset(("definition", "note_translators", "terms.replace_with", "terms.reason", "terms.note"))


def _words(field: str, old: str | None, new: str | None) -> str:
    """A change of a field in words.

    >>> _words("terms.gender", "masculine", "feminine"), _words("terms.replace_with", None, "Kyiv")
    ('gender is now feminine, was masculine', 'replacement is now “Kyiv”, was not given')
    >>> _words("status", None, "retired"), _words("terms.ambiguous", "yes", None)
    ('status of the entry is now retired, was approved', 'not ambiguous any more')
    """
    if field in _FLAGS:
        return f"now {_FLAGS[field]}" if new else f"not {_FLAGS[field]} any more"
    now, was = (_shown(field, value or _DEFAULTS.get(field)) for value in (new, old))
    if now is None:
        return f"{_NAMES[field]} is not given any more, was {was}"
    return f"{_NAMES[field]} is now {now}, was {was or 'not given'}"


def _shown(field: str, value: str | None) -> str | None:
    return f"“{value}”" if value and field in _TEXTS else value
