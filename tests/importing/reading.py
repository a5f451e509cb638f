"""Readings and proposals for tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from termkit.importing import Proposal, Reading, compare, read_glossary
from termkit.model import Concept, Locale
from termkit.termbase import load_termbase

EN, UK = Locale("en"), Locale("uk")


def read(name: str, data: str | bytes, locale: Locale | None = None) -> Reading:
    """What a file holds, its sources being English."""
    return read_glossary(name, data if isinstance(data, bytes) else data.encode(), EN, locale)


def load(path: Path) -> Mapping[str, Concept]:
    """The concepts of a glossary file or folder."""
    return load_termbase([path], cache=False).concepts


def propose(reading: Reading, concepts: Mapping[str, Concept] | None = None) -> Proposal:
    """The proposal that a reading makes."""
    return compare(reading, concepts or {}, EN)


def terms(reading: Reading) -> list[dict[str, list[str]]]:
    """The spellings of each entry by locale."""
    return [
        {str(locale): [term["term"] for term in found] for locale, found in entry.terms.items()}
        for entry in reading.entries
    ]


def new(name: str, data: str | bytes, locale: Locale | None = None) -> list[dict[str, Any]]:
    """The entries that a file would add to an empty termbase."""
    return propose(read(name, data, locale)).new
