"""What was read from a glossary: entries in the structure of a glossary file, and what could not be understood."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, NamedTuple

from termkit.model import Locale
from termkit.tags import parse_locale
from termkit.termbase.spelling import repaired_scripts, repaired_spelling, script_fault

__all__ = ["ImportFault", "ReadEntry", "Reading", "UnreadableError", "locale_in_name", "rank", "spelt"]


class ImportFault(NamedTuple):
    """What is wrong with a line of the file, or could not be taken over."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def locale_in_name(path: str) -> Locale | None:
    """The locale that a file is named for: uk.csv, glossary_uk.utf8, en-uk.tsv."""
    stem = PurePath(path).stem
    for name in (stem, re.split(r"[-_.]", stem)[-1]):
        try:
            return parse_locale(name)
        except ValueError:
            continue
    return None


class UnreadableError(Exception):
    """A file of which nothing can be used."""

    def __init__(self, path: str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")


@dataclass(slots=True)
class ReadEntry:
    """An entry under the keys of a glossary file.

    `id` is as the file has it; `names_id` says that it is one of a termbase of ours. A term without a `status` is one
    of which the file says none.
    """

    line: int
    id: str | None = None
    names_id: bool = False
    values: dict[str, Any] = field(default_factory=dict)
    terms: dict[Locale, list[dict[str, Any]]] = field(default_factory=dict)

    def add_term(self, locale: Locale, values: Mapping[str, Any]) -> None:
        """Add a term, or what is new of one that is there already; what is told twice in different ways is kept."""
        terms = self.terms.setdefault(locale, [])
        for known in terms:
            same_type = known.get("type") == values.get("type") or "type" not in known or "type" not in values
            if known["term"] == values["term"] and same_type:
                _join(known, values)
                return
        terms.append(dict(values))

    def add_text(self, key: str, locale: str, text: str) -> None:
        """Add lines to a text that an entry has for each language."""
        texts, text = self.values.setdefault(key, {}), text.strip("\n")
        if text and f"\n{text}\n" not in f"\n{texts.get(locale, '')}\n":
            texts[locale] = f"{texts[locale]}\n{text}" if locale in texts else text


def _join(known: dict[str, Any], values: Mapping[str, Any]) -> None:
    others = {name: value for name, value in values.items() if known.setdefault(name, value) != value}
    old, new = known.get("note", ""), others.pop("note", "")
    lines = [*new.split("\n"), *(f"{name}: {value}" for name, value in others.items())]
    if added := [line for line in dict.fromkeys(lines) if line and line not in old.split("\n")]:
        known["note"] = "\n".join([*([old] if old else []), *added])


def rank(values: dict[str, Any], others: Sequence[dict[str, Any]]) -> None:
    """Give a term its status beside others: the termbase prefers one of a type, and most files call them all so.

    TBX has no default; where no term is called preferred, it is the first, which most tools show.
    """
    if "status" not in values and others:
        values["status"] = "admitted"
    if values.get("status") != "preferred":
        return
    for other in others:
        if other.get("type") == values.get("type"):
            if "status" not in other:
                other["status"] = "admitted"
            elif other["status"] == "preferred":
                values["status"] = "admitted"
                _join(values, {"note": "status: preferred, as another term is"})


def spelt(string: str, locale: str) -> tuple[str | None, str | None]:
    """A term as the termbase would have it, None where it would refuse it; and what is to be told of it.

    >>> spelt(" Ky\u200biv", "en"), spelt("Kіev", "en")[0], spelt("Київ", "en")
    (('Kyiv', None), 'Kiev', (None, '“Київ” has Cyrillic letters, and `en` is written in Latin: left out'))
    """
    spelling = repaired_spelling(string) or " ".join(string.split())
    fault = script_fault(spelling, locale)
    if fault is None:
        return spelling, None
    repaired = repaired_scripts(spelling)
    about = f"“{spelling}” {fault.message.rpartition(':')[0]}"
    if repaired is None or script_fault(repaired, locale):
        return None, f"{about}: left out"
    return repaired, f"{about}: read as “{repaired}”"


@dataclass(slots=True)
class Reading:
    """All that a file holds; `agreed` says that what it does not call a draft is agreed."""

    path: str
    agreed: bool = False
    entries: list[ReadEntry] = field(default_factory=list)
    faults: list[ImportFault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what is to be known and is nothing wrong

    def fault(self, line: int, message: str) -> None:
        """Note what is wrong with a line."""
        self.faults.append(ImportFault(self.path, line, message))

    def spelling(self, line: int, string: str, locale: str) -> str | None:
        """A term as the termbase would have it; None, and a fault, where it would refuse it."""
        spelling, told = spelt(string, locale)
        if told:
            self.fault(line, told)
        return spelling
