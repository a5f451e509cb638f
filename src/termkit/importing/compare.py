"""A reading held against the termbase: what is new, what changes, what contradicts it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from termkit.model import LIVE, AdministrativeStatus, Concept, Locale, Term
from termkit.termbase.ids import Ids, made_id
from termkit.termbase.schema import KINDS

from .reading import ImportFault, ReadEntry, Reading

__all__ = ["Change", "Proposal", "compare"]

_ID = re.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an existing entry.

    With `new` it is a further term of a locale; else `values` go to the term of that spelling, or to the entry itself
    where there is none. In `values` of an entry a mapping holds what is new of a text for each language.
    """

    concept: str
    locale: Locale | None
    term: str | None
    values: Mapping[str, Any]
    line: int
    new: bool = False


@dataclass(slots=True)
class Proposal:
    """What an import would do: new entries as a glossary file has them, changes, and what people must decide."""

    new: list[dict[str, Any]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    conflicts: list[ImportFault] = field(default_factory=list)
    faults: list[ImportFault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    same: int = 0


def compare(reading: Reading, concepts: Mapping[str, Concept], source: Locale, kind: str = "term") -> Proposal:
    """The proposal that a reading makes; new entries are of a `kind` where the file does not tell theirs."""
    return _Comparison(reading, concepts, source, kind).proposal()


class _Comparison:
    def __init__(self, reading: Reading, concepts: Mapping[str, Concept], source: Locale, kind: str) -> None:
        self._reading, self._concepts, self._source, self._kind = reading, concepts, source, kind
        self._result = Proposal(faults=list(reading.faults), notes=list(reading.notes))
        self._taken = Ids(concepts)
        self._ids: dict[str, str] = {}  # of the entries of the file, and the concepts that they are
        self._named: dict[tuple[Locale, str], list[str]] = defaultdict(list)
        for concept in concepts.values():
            for locale, terms in concept.terms.items():
                for term in dict.fromkeys(term.term for term in terms if term.status in LIVE):
                    self._named[locale, term].append(concept.id)

    def proposal(self) -> Proposal:
        new: dict[str, ReadEntry] = {}
        for entry in self._reading.entries:
            found = self._match(entry)
            if found is None:
                self._ids[entry.id or ""] = self._add_new(entry, new)
            elif isinstance(found, Concept):
                self._ids[entry.id or ""] = found.id
                self._compare(entry, found)
            else:
                names = " or ".join(f"`{concept}`" for concept in found)
                self._conflict(entry.line, f"{_shown(entry)} may be {names}: give the id")
        for concept, entry in new.items():
            self._relate(concept, entry, new)
            self._result.new.append(_plain(concept, entry, self._reading, self._kind))
        return self._result

    def _relate(self, concept: str, entry: ReadEntry, new: Mapping[str, ReadEntry]) -> None:
        """Keep the relations of a new entry to others that there are."""
        for relation in entry.values.pop("related", []):
            kind, target, text = relation["type"], relation["target"], relation.get("text")
            found = target if entry.names_id and target in self._taken else self._ids.get(target)
            if found is None:
                told = f"`{target}` (“{text}”)" if text else f"`{target}`"
                message = f"{concept}: {kind} {told} left out: there is no such entry"
                self._result.faults.append(ImportFault(self._reading.path, entry.line, message))
                continue
            entry.values.setdefault("related", []).append({"type": kind, "target": found})
            if text and text not in self._names(found, new):
                entry.add_text("note_translators", self._source, f"{kind}: {text}")

    def _names(self, concept: str, new: Mapping[str, ReadEntry]) -> set[str]:
        """The spellings of a concept that there is or will be."""
        if concept in new:
            return {term["term"] for terms in new[concept].terms.values() for term in terms}
        return {term.term for terms in self._concepts[concept].terms.values() for term in terms}

    def _conflict(self, line: int, message: str) -> None:
        self._result.conflicts.append(ImportFault(self._reading.path, line, message))

    def _match(self, entry: ReadEntry) -> Concept | Sequence[str] | None:
        """The concept that an entry is; None where it is a new one, several ids where it may be either."""
        if entry.names_id and entry.id:
            return self._concepts.get(entry.id)
        locales = sorted(entry.terms, key=lambda locale: locale != self._source)
        for locale in locales:
            counts = Counter(
                concept
                for term in entry.terms[locale]
                if term.get("status", "preferred") in LIVE
                for concept in self._named.get((locale, term["term"]), ())
            )
            if len(counts) == 1:
                return self._concepts[next(iter(counts))]
            if counts:
                return self._of_kind(entry, list(counts))
        return None

    def _of_kind(self, entry: ReadEntry, ids: Sequence[str]) -> Concept | Sequence[str]:
        """Of several concepts the one that other terms of the entry name as well."""
        shared = {
            concept: sum(
                concept in self._named.get((locale, term["term"]), ())
                for locale, terms in entry.terms.items()
                for term in terms
            )
            for concept in ids
        }
        best = [concept for concept in ids if shared[concept] == max(shared.values())]
        return self._concepts[best[0]] if len(best) == 1 else ids

    # New entries

    def _add_new(self, entry: ReadEntry, new: dict[str, ReadEntry]) -> str:
        """The id of a new entry, or of the one that it goes on with."""
        if entry.names_id and entry.id in new:  # tbx-v2 has an entry for each rendering
            _merge(new[entry.id], entry)
            return entry.id
        # A number or "c17" says nothing; an id of ours is kept whatever it is.
        kept = entry.id and _ID.fullmatch(entry.id) and (entry.names_id or "-" in entry.id)
        unique = self._taken.take(entry.id if entry.id and kept else self._made_id(entry))
        new[unique] = entry
        return unique

    def _made_id(self, entry: ReadEntry) -> str:
        terms = entry.terms.get(self._source) or next(iter(entry.terms.values()))
        return made_id(entry.values.get("kind", self._kind), terms[0]["term"])

    # Entries that are there

    def _compare(self, entry: ReadEntry, concept: Concept) -> None:
        before = len(self._result.changes), len(self._result.conflicts)
        for locale, terms in entry.terms.items():
            for values in terms:
                self._compare_term(entry, concept, locale, values)
        self._compare_texts(entry, concept)
        self._result.same += before == (len(self._result.changes), len(self._result.conflicts))

    def _compare_term(self, entry: ReadEntry, concept: Concept, locale: Locale, values: dict[str, Any]) -> None:
        known = [term for term in concept.terms.get(locale, ()) if term.term == values["term"]]
        kind = values.get("type", "full-form" if entry.names_id else None)
        fitting = [term for term in known if kind in (None, str(term.type))] or known
        if not fitting:
            self._add_term(entry, concept, locale, values)
        elif len(fitting) == 1 == len(known):
            self._compare_values(entry, concept, fitting[0], values)
        elif not any(_says(_term_values(term), values) for term in fitting):
            message = f"{concept.id}, {locale}: there are several “{values['term']}”, and none is as the file has it"
            self._conflict(entry.line, message)

    def _add_term(self, entry: ReadEntry, concept: Concept, locale: Locale, values: dict[str, Any]) -> None:
        status = values.get("status", "preferred")
        rival = _rival(concept.terms.get(locale, ()), values) if status == "preferred" else None
        if rival is not None:
            self._compare_spelling(entry, concept, rival, values)
            return
        self._result.changes.append(Change(concept.id, locale, values["term"], values, entry.line, new=True))

    def _compare_spelling(self, entry: ReadEntry, concept: Concept, rival: Term, values: dict[str, Any]) -> None:
        locale, new = rival.locale, values["term"]
        still = any(term["term"] == rival.term for term in entry.terms.get(locale, ()))
        bound = rival.forms or rival.transliteration or any(t.replace_with == rival.term for t in concept.terms[locale])
        message = f"{concept.id}, {locale}: the termbase has “{rival.term}”, the file “{new}”"
        if not entry.names_id or still:
            self._conflict(entry.line, f"{message} as the preferred term")
        elif bound:
            self._conflict(entry.line, f"{message}; its forms and what refers to it must change too: edit it by hand")
        else:
            self._result.changes.append(Change(concept.id, locale, rival.term, {"term": new}, entry.line))

    def _compare_values(self, entry: ReadEntry, concept: Concept, term: Term, values: Mapping[str, Any]) -> None:
        have = _term_values(term)
        added = {}
        for name, value in values.items():
            old = have.get(name)
            if _same(old, value):
                continue
            if old is None or (entry.names_id and isinstance(value, str) and isinstance(old, str)):
                added[name] = value
            else:
                place = f"{concept.id}, {term.locale}, “{term.term}”"
                self._conflict(entry.line, f"{place}: {name} is {old} in the termbase, {value} in the file")
        if added:
            self._result.changes.append(Change(concept.id, term.locale, term.term, added, entry.line))

    def _compare_texts(self, entry: ReadEntry, concept: Concept) -> None:
        have: dict[str, Any] = {"definition": concept.definition, "note_translators": concept.note_translators}
        for name, texts in have.items():
            found = {tag: text.strip() for tag, text in entry.values.get(name, {}).items() if text.strip()}
            new = {tag: text for tag, text in found.items() if tag not in texts}
            if new:
                self._result.changes.append(Change(concept.id, None, None, {name: new}, entry.line))
            for tag in found.keys() & texts.keys():
                if found[tag].split() != texts[tag].split():
                    self._conflict(entry.line, f"{concept.id}: another {name} in {tag}: “{_short(found[tag])}”")
        for name, old in (("kind", concept.kind), ("sex", concept.sex), ("status", concept.status)):
            value = entry.values.get(name)
            if value and value != old and (entry.names_id or name != "status"):
                self._conflict(entry.line, f"{concept.id}: {name} is {old} in the termbase, {value} in the file")


def _rival(terms: Sequence[Term], values: Mapping[str, Any]) -> Term | None:
    """The preferred term whose place a new one would take."""
    kind = values.get("type", "full-form")
    if "valid" in values:
        return None
    live = (term for term in terms if term.status is AdministrativeStatus.PREFERRED and not term.valid_to)
    return next((term for term in live if term.type == kind), None)


def _term_values(term: Term) -> dict[str, Any]:
    """What the termbase says of a term, under the keys of a glossary file."""
    valid = {"from": term.valid_from, "to": term.valid_to}
    values: dict[str, Any] = {
        "term": term.term,
        "status": str(term.status),
        "type": str(term.type),
        "gender": term.gender,
        "number": term.number,
        "indeclinable": term.indeclinable or None,
        "forms": {"other" if case == "*" else case: list(forms) for case, forms in term.forms.items()},
        "case": "sensitive" if term.case_sensitive else "insensitive",
        "ambiguous": term.ambiguous or None,
        "replace_with": term.replace_with,
        "reason": term.reason,
        "except": list(term.exceptions),
        "valid": {name: day.isoformat() for name, day in valid.items() if day},
        "transliteration": _transliteration(term),
        "note": term.note,
    }
    return {name: value for name, value in values.items() if value}


def _transliteration(term: Term) -> dict[str, str]:
    return {name: text for name, text in (("system", term.transliteration), ("of", term.transliteration_of)) if text}


def _says(have: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    return all(_same(have.get(name), value) for name, value in values.items())


def _same(old: Any, new: Any) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return old.split() == new.split()
    return bool(old == new)


def _merge(entry: ReadEntry, other: ReadEntry) -> None:
    for locale, terms in other.terms.items():
        for term in terms:
            entry.add_term(locale, term)
    for name, value in other.values.items():
        if isinstance(value, dict):
            for tag, text in value.items():
                entry.add_text(name, tag, text)
        else:
            entry.values.setdefault(name, value)


_DEFAULTS = (("status", "preferred"), ("type", "full-form"))
_ORDER = ("id", "kind", "sex", "definition", "status", "source", "updated", "note_translators", "related", "terms")


def _plain(concept: str, entry: ReadEntry, reading: Reading, kind: str) -> dict[str, Any]:
    """A new entry as a glossary file has it; what the file does not call agreed is a proposal."""
    values = {
        "kind": next((known for known in KINDS if concept.startswith(f"{known}-")), kind),
        # An entry of ours tells its kind; one that somebody put into our file does not.
        **({} if reading.agreed and "kind" in entry.values else {"status": "proposed"}),
        **{name: _stripped(value) for name, value in entry.values.items()},
        "id": concept,
        "terms": {str(locale): list(map(_brief, terms)) for locale, terms in entry.terms.items()},
    }
    return {name: values[name] for name in _ORDER if values.get(name)}


def _brief(term: Mapping[str, Any]) -> dict[str, Any]:
    """A term without what the termbase takes for granted."""
    return {name: value for name, value in term.items() if (name, value) not in _DEFAULTS}


def _stripped(value: Any) -> Any:
    return {tag: text.strip() for tag, text in value.items()} if isinstance(value, dict) else value


def _shown(entry: ReadEntry) -> str:
    return " / ".join(f"“{terms[0]['term']}”" for terms in entry.terms.values())


def _short(text: str) -> str:
    return text if len(text) < 80 else f"{text[:79]}…"
