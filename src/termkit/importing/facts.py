"""Reads back the facts, `label: value`, that the exporters write where a format has no place of its own for them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Any

from termkit.exchange.fields import INDENT, LABELS
from termkit.model import AdministrativeStatus, TermType
from termkit.tags import parse_locale
from termkit.termbase.schema import CASES, CONCEPT_STATUSES, KINDS

__all__ = ["Facts", "parse_value", "read_facts"]

_FIELDS = {label: field for field, label in LABELS.items()}
_LABEL = re.compile(r"(source )?(?P<label>[a-z ]+?)(?: \((?P<locale>[A-Za-z0-9-]+)\))?")
_ITEM = re.compile(r"\\(.)|( \| )|(.)", re.DOTALL)
_PART = re.compile(r"(?:\\.|[^\\;])+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_URL = re.compile(r"(.+) <(https?://\S+)>")
_CHOICES = {
    "kind": KINDS,
    "status": CONCEPT_STATUSES,
    "sex": ("male", "female"),
    "terms.status": tuple(AdministrativeStatus),
    "terms.type": tuple(TermType),
    "terms.gender": ("masculine", "feminine", "neuter"),
    "terms.number": ("singular", "plural"),
    "terms.case": ("sensitive", "insensitive"),
}
_BY_LOCALE = ("definition", "note_translators")


class Facts:
    """The values of a concept, of its two terms, and the lines that say something else."""

    def __init__(self) -> None:
        self.concept: dict[str, Any] = {}
        self.term: dict[str, Any] = {}
        self.source: dict[str, Any] = {}
        self.rest: list[str] = []

    @property
    def found(self) -> bool:
        """Whether there are facts of ours."""
        return bool(self.concept or self.term or self.source)


def read_facts(lines: Iterable[str], *, ours: bool = False) -> Facts:
    """The facts in some lines.

    Where all lines are `ours`, one that is no fact goes on with the one before.

    >>> lines = ["kind: place", "forms: gen Києва; dat Києву | Києвові", "source status: admitted", "Hm: so"]
    >>> facts = read_facts(lines)
    >>> facts.concept, facts.term, facts.source, facts.rest
    ({'kind': 'place'}, {'forms': {'gen': ['Києва'], 'dat': ['Києву', 'Києвові']}}, {'status': 'admitted'}, ['Hm: so'])
    """
    facts = Facts()
    for line in _whole(lines, ours=ours):
        label, colon, value = line.partition(": ")
        match = _LABEL.fullmatch(label) if colon else None
        field = _FIELDS.get(match["label"]) if match else None
        if (
            match is None
            or field is None
            or not _add(facts, field, value, of_source=bool(match[1]), tag=match["locale"])
        ):
            facts.rest.append(line)
    return facts


def _whole(lines: Iterable[str], *, ours: bool) -> Iterable[str]:
    found: list[str] = []
    for line in lines:
        if found and ours and not _is_fact(line):
            found[-1] += "\n" + line.removeprefix(INDENT)
        elif line.strip():
            found.append(line)
    return found


def _is_fact(line: str) -> bool:
    match = _LABEL.fullmatch(line.partition(": ")[0])
    return match is not None and match["label"] in _FIELDS


def _add(facts: Facts, field: str, value: str, *, of_source: bool, tag: str | None) -> bool:
    if (field in _BY_LOCALE) != (tag is not None):
        return False
    parsed = parse_value(field, value)
    if parsed is None:
        return False
    if tag is not None:
        try:
            facts.concept.setdefault(field, {})[str(parse_locale(tag))] = parsed
        except ValueError:
            return False
    elif field.startswith("terms."):
        (facts.source if of_source else facts.term)[field.removeprefix("terms.")] = parsed
    else:
        facts.concept[field] = parsed
    return True


def parse_value(field: str, value: str) -> Any:
    """The value of a field as a glossary file has it; None where it can't be one.

    >>> parse_value("terms.valid", "from 2014-09-17 to 2023-02-09"), parse_value("kind", "planet")
    ({'from': '2014-09-17', 'to': '2023-02-09'}, None)
    """
    if field in _CHOICES:
        return value if value in _CHOICES[field] else None
    reader = _READERS.get(field)
    return reader(value) if reader else value


def _items(text: str) -> list[str]:
    items = [""]
    for escaped, separator, character in _ITEM.findall(text):
        if separator:
            items.append("")
        else:
            items[-1] += escaped or character
    return items


def _forms(text: str) -> dict[str, list[str]] | None:
    parts = [part.strip().partition(" ") for part in _PART.findall(text)]
    if not all(case in CASES and forms for case, _, forms in parts):
        return None
    return {case: _items(forms) for case, _, forms in parts}


def _flag(text: str) -> bool | None:
    return True if text in ("yes", "true") else None


def _day(text: str) -> str | None:
    try:
        return text if _DAY.fullmatch(text) and datetime.date.fromisoformat(text) else None
    except ValueError:  # a day that is not in the calendar
        return None


def _valid(text: str) -> dict[str, str] | None:
    return dict(re.findall(r"(from|to) (\d{4}-\d\d-\d\d)", text)) or None


def _transliteration(text: str) -> dict[str, str]:
    system, _, of = text.partition(" of ")
    return {"system": system, **({"of": of} if of else {})}


def _sources(text: str) -> list[Any]:
    matches = [(item, _URL.fullmatch(item)) for item in _items(text)]
    return [{"text": match[1], "url": match[2]} if match else item for item, match in matches]


def _related(text: str) -> list[dict[str, str]] | None:
    parts = [item.split() for item in _items(text)]
    if any(len(part) != 2 for part in parts):
        return None
    return [{"type": kind, "target": target} for kind, target in parts]


_READERS = {
    "source": _sources,
    "updated": _day,
    "related": _related,
    "terms.indeclinable": _flag,
    "terms.forms": _forms,
    "terms.ambiguous": _flag,
    "terms.except": _items,
    "terms.valid": _valid,
    "terms.transliteration": _transliteration,
}
