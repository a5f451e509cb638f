"""Concepts that were loaded before, kept in the user's cache folder.

JSON, because a pickle would run whatever stands in it, and here would be no faster: Python restores frozen
dataclasses with slots field by field.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
import os
import platform
import tempfile
from dataclasses import MISSING, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import babel
import platformdirs

from termkit import __version__
from termkit.model import AdministrativeStatus, Concept, Locale, Term, TermType

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEPT = 8  # a glossary of 10,000 concepts takes some 20 MB
_STATUSES = {str(status): status for status in AdministrativeStatus}
_TYPES = {str(kind): kind for kind in TermType}


def read_cache(digest: str) -> dict[str, Concept] | None:
    """The concepts kept under a digest; None where there are none, or not as they were written."""
    try:
        checksum, _, body = _path(digest).read_bytes().partition(b"\n")
        if checksum.decode("ascii") != hashlib.sha256(body).hexdigest():
            return None
        return {values["id"]: _concept(values) for values in json.loads(body)}
    except (OSError, ValueError):
        return None


def write_cache(digest: str, concepts: Mapping[str, Concept]) -> None:
    """Keep concepts under a digest, if the folder can be written to."""
    body = json.dumps(list(map(_packed, concepts.values())), ensure_ascii=False, separators=(",", ":")).encode()
    path = _path(digest)
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        _prune(path.parent)


def _path(digest: str) -> Path:
    # Which tags and characters are right depends on the data in Babel and Python.
    shape = [sorted(field.name for field in fields(kind)) for kind in (Concept, Term)]
    key = repr((digest, __version__, platform.python_version(), babel.__version__, shape))
    name = hashlib.sha256(key.encode()).hexdigest()
    return platformdirs.user_cache_path("termkit") / "termbase" / f"{name}.json"


def _replace(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink()
        raise


def _prune(folder: Path) -> None:
    kept = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[_KEPT:]:
        path.unlink(missing_ok=True)


def _packed(record: Concept | Term) -> dict[str, Any]:
    """The fields of a record that differ from their defaults."""
    values = {}
    for name, default in _DEFAULTS[type(record)]:
        value = getattr(record, name)
        if value != default:
            values[name] = value
    if isinstance(record, Concept):
        values["terms"] = {locale: list(map(_packed, terms)) for locale, terms in record.terms.items()}
    for name in _DATES & values.keys():
        values[name] = values[name].isoformat()
    return values


def _default(field: Any) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


_DATES = {"updated", "valid_from", "valid_to"}
_DEFAULTS = {
    kind: [(field.name, _default(field)) for field in fields(kind) if field.name != "locale"]
    for kind in (Concept, Term)
}


def _concept(values: dict[str, Any]) -> Concept:
    values["terms"] = {
        locale: tuple([_term(term, Locale(locale)) for term in terms]) for locale, terms in values["terms"].items()
    }
    if "updated" in values:
        values["updated"] = datetime.date.fromisoformat(values["updated"])
    if "source" in values:
        values["source"] = tuple(values["source"])
    if "related" in values:
        values["related"] = tuple((kind, target) for kind, target in values["related"])
    return Concept(**values)


def _term(values: dict[str, Any], locale: Locale) -> Term:
    if "status" in values:
        values["status"] = _STATUSES[values["status"]]
    if "type" in values:
        values["type"] = _TYPES[values["type"]]
    if "forms" in values:
        values["forms"] = {case: tuple(forms) for case, forms in values["forms"].items()}
    if "exceptions" in values:
        values["exceptions"] = tuple(values["exceptions"])
    for name in ("valid_from", "valid_to"):
        if name in values:
            values[name] = datetime.date.fromisoformat(values[name])
    return Term(locale=locale, **values)
