"""Entries made from rows of a source term and a rendering, as bilingual formats have them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from termkit.model import Locale

from .facts import Facts
from .reading import ReadEntry, Reading

__all__ = ["Pairs", "Row"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A source term with one rendering, which may be missing; `key` is the context that tells homographs apart."""

    line: int
    source: str
    target: str
    key: str = ""
    facts: Facts = field(default_factory=Facts)
    source_note: str = ""
    target_note: str = ""
    forbidden: bool = False
    draft: bool = False


class Pairs:
    """Puts the rows of a file together: those of one concept, or of one source term and context, are one entry."""

    def __init__(self, reading: Reading, source: Locale, target: Locale) -> None:
        self._reading, self._source, self._target = reading, source, target
        self._entries: dict[tuple[str, str], ReadEntry] = {}

    def add(self, row: Row) -> None:
        """Add a row; one without a source term is a fault."""
        if not row.source.strip():
            self._reading.fault(row.line, "a row without a source term was left out")
            return
        source = self._reading.spelling(row.line, row.source, self._source)
        target = self._reading.spelling(row.line, row.target, self._target)
        if source is None:
            if target:
                self._reading.fault(row.line, f"“{target}” was left out with it")
            return
        entry = self._entry(row, source)
        for name, value in row.facts.concept.items():
            if isinstance(value, dict):
                for locale, text in value.items():
                    entry.add_text(name, locale, text)
            else:
                entry.values[name] = value
        if row.draft:
            entry.values.setdefault("status", "proposed")
        entry.add_text("note_translators", self._source, row.source_note)
        entry.add_text("note_translators", self._target, row.target_note)
        entry.add_term(self._source, {"term": source, **row.facts.source})
        if target:
            entry.add_term(self._target, self._rendering(entry, target, row))
        elif not row.target:
            self._reading.fault(row.line, f"“{source}” has no translation: only the source term was taken over")

    def _entry(self, row: Row, source: str) -> ReadEntry:
        ours = self._reading.agreed and row.key
        # Our exporter writes place-kyiv, and place-kyiv/Kiev for further renderings.
        key = (row.key.partition("/")[0], "") if ours else (row.key, source)
        if key not in self._entries:
            self._entries[key] = entry = ReadEntry(row.line, key[0] or None, names_id=bool(ours))
            if row.key and not ours:
                entry.add_text("note_translators", self._source, f"context: {row.key}")
            self._reading.entries.append(entry)
        return self._entries[key]

    def _rendering(self, entry: ReadEntry, target: str, row: Row) -> dict[str, Any]:
        values: dict[str, Any] = {"term": target, **row.facts.term}
        if "status" not in values:
            live = [term for term in entry.terms.get(self._target, ()) if term.get("status") != "forbidden"]
            if row.forbidden:
                values["status"] = "forbidden"
            elif live and all(term["term"] != target for term in live):
                values["status"] = "admitted"  # the first is the one to be written
        return values
