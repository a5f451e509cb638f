"""Reads back what the exporters write as facts, to prove that nothing is lost on the way."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any

from termkit.exchange.fields import LABELS
from termkit.model import AdministrativeStatus, Locale, Term, TermType

_FIELDS = {label: field for field, label in LABELS.items()}


def read_facts(lines: Iterable[str]) -> dict[str, str]:
    """Values by field, of lines `label: value`; a definition keeps its locale, as in `definition (en)`."""
    facts: dict[str, str] = {}
    field = ""
    for line in lines:
        label, colon, value = line.partition(": ")
        if line.startswith("  ") or not colon:
            facts[field] += "\n" + line.removeprefix("  ")
        else:
            bare, space, rest = label.partition(" (")
            field = f"{_FIELDS[bare]}{space}{rest}"
            facts[field] = value
    return facts


def read_items(text: str) -> tuple[str, ...]:
    """The items of a list."""
    items = [""]
    for escaped, separator, char in re.findall(r"\\(.)|( \| )|(.)", text, re.DOTALL):
        if separator:
            items.append("")
        else:
            items[-1] += escaped or char
    return tuple(items)


def read_term(spelling: str, locale: Locale, facts: Mapping[str, str]) -> Term:
    """A term from its facts by field, without the `terms.` before them."""
    values: dict[str, Any] = {
        name: facts[name] for name in ("gender", "number", "replace_with", "reason", "note") if facts.get(name)
    }
    system, _, of = facts.get("transliteration", "").partition(" of ")
    days = dict(re.findall(r"(from|to) (\S+)", facts.get("valid", "")))
    return Term(
        spelling,
        locale,
        AdministrativeStatus(facts.get("status") or "preferred"),
        TermType(facts.get("type") or "full-form"),
        indeclinable=facts.get("indeclinable") == "yes",
        forms=_read_forms(facts.get("forms", "")),
        case_sensitive=facts["case"] == "sensitive" if facts.get("case") else spelling != spelling.lower(),
        ambiguous=facts.get("ambiguous") == "yes",
        exceptions=read_items(facts["except"]) if facts.get("except") else (),
        valid_from=datetime.date.fromisoformat(days["from"]) if "from" in days else None,
        valid_to=datetime.date.fromisoformat(days["to"]) if "to" in days else None,
        transliteration=system or None,
        transliteration_of=of or None,
        **values,
    )


def _read_forms(text: str) -> dict[str, tuple[str, ...]]:
    found = (case.strip().partition(" ") for case in re.findall(r"(?:\\.|[^\\;])+", text))
    return {"*" if name == "other" else name: read_items(forms) for name, _, forms in found}


def term_fields(facts: Mapping[str, str]) -> dict[str, str]:
    """The facts of a term alone, by field without the `terms.` before it."""
    return {field.removeprefix("terms."): value for field, value in facts.items() if field.startswith("terms.")}


def in_order(terms: Iterable[Term]) -> list[Term]:
    """Terms once each in some order, to be compared."""
    return list({repr(term): term for term in sorted(terms, key=repr)}.values())
