"""Concepts that were loaded before, kept in the user's cache folder.

JSON, because a pickle would run whatever stands in it, and here would be no faster: Python restores frozen
dataclasses with slots field by field.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import json
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from typing import Any

import babel

from termkit import cache
from termkit.model import AdministrativeStatus, Concept, Locale, Term, TermType

_KIND, _DIGESTS = "termbase", "digests"
_AT_ONCE = 1000
_STATUSES = {str(status): status for status in AdministrativeStatus}
_TYPES = {str(kind): kind for kind in TermType}


def read_cache(digest: str) -> Mapping[str, Concept] | None:
    """The concepts kept under a digest; None where there are none, or not as they were written."""
    tables = cache.read_tables(_KIND, _key(digest))
    if tables is None:
        return None
    return _Concepts(
        lambda id_: tables.get("concepts", id_),
        lambda: (text for _, text in tables.items("concepts")),
        lambda: json.loads(tables.get("orders", "") or "[]"),
    )


def write_cache(digest: str, packed: Mapping[str, str]) -> None:
    """Keep packed concepts under a digest, if the folder can be written to."""
    cache.write_tables(_KIND, _key(digest), {"concepts": packed.items(), "orders": [("", _json(list(packed)))]})


def read_digest(state: str) -> str | None:
    """The digest of the termbase whose files were in a state; None where it was not kept."""
    body = cache.read(_DIGESTS, state)
    return None if body is None else body.decode()


def write_digest(state: str, digest: str) -> None:
    """Keep the digest of the termbase whose files are in a state, so that they need not be read to know it."""
    cache.write(_DIGESTS, state, digest.encode())


def pack(concept: Concept) -> str:
    """A concept as a text."""
    return _json(_packed(concept))


def unpack(packed: Mapping[str, str]) -> Mapping[str, Concept]:
    """The concepts that were packed, by id."""
    return _Concepts(packed.get, packed.values, lambda: list(packed))


def with_values(text: str, values: Mapping[str, Any]) -> str:
    """A packed concept with other values."""
    return _json(json.loads(text) | values)


class _Concepts(Mapping[str, Concept]):
    """Concepts by id, each made when it is first asked for; all of them when they are walked through."""

    def __init__(
        self,
        text_of: Callable[[str], str | None],
        texts: Callable[[], Iterable[str]],
        order: Callable[[], list[str]],
    ) -> None:
        self._text_of, self._texts, self._ids = text_of, texts, order
        self._made: dict[str, Concept | None] = {}

    def _find(self, id_: object) -> Concept | None:
        if not isinstance(id_, str):
            return None
        if id_ not in self._made:
            found = self._text_of(id_)
            self._made[id_] = _concept(json.loads(found)) if found else None
        return self._made[id_]

    def __getitem__(self, id_: str) -> Concept:
        found = self._find(id_)
        if found is None:
            raise KeyError(id_)
        return found

    def __contains__(self, id_: object) -> bool:
        return self._find(id_) is not None

    @functools.cached_property
    def _order(self) -> list[str]:
        return self._ids()

    def __iter__(self) -> Iterator[str]:
        if self._order and self._order[-1] not in self._made:
            # Many at once, which takes a fourth of the time.
            texts = iter(self._texts())
            while some := ",".join(itertools.islice(texts, _AT_ONCE)):
                for values in json.loads(f"[{some}]"):
                    self._made.setdefault(values["id"], _concept(values))
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._order)

    def __bool__(self) -> bool:  # no need to know how many
        return True


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _key(digest: str) -> str:
    # Which tags are right depends on the data in Babel.
    return repr((digest, babel.__version__))


def _packed(record: Concept | Term) -> dict[str, Any]:
    """The fields of a record that differ from their defaults."""
    names, get, defaults = _FIELDS[type(record)]
    found = zip(names, get(record), defaults, strict=True)
    values = {name: value for name, value, default in found if value is not default and value != default}
    if isinstance(record, Concept):
        values["terms"] = {locale: list(map(_packed, terms)) for locale, terms in record.terms.items()}
    for name in _DATES & values.keys():
        values[name] = values[name].isoformat()
    return values


def _default(field: Any) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


_DATES = {"updated", "valid_from", "valid_to"}
_FIELDS = {
    kind: (
        names := [field.name for field in fields(kind) if field.name != "locale"],
        operator.attrgetter(*names),
        [_default(field) for field in fields(kind) if field.name != "locale"],
    )
    for kind in (Concept, Term)
}


class _Terms(Mapping[Locale, tuple[Term, ...]]):
    """Terms by locale, each locale's made when it is first asked for: a run looks at two or three of them."""

    __slots__ = ("_made", "_packed")

    def __init__(self, packed: dict[Locale, list[dict[str, Any]]]) -> None:
        self._packed = packed
        self._made: dict[Locale, tuple[Term, ...]] = {}

    def __getitem__(self, locale: Locale) -> tuple[Term, ...]:
        if locale not in self._made:
            self._made[locale] = tuple([_term(values, locale) for values in self._packed[locale]])
        return self._made[locale]

    def __contains__(self, locale: object) -> bool:
        return locale in self._packed

    def __iter__(self) -> Iterator[Locale]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def _concept(values: dict[str, Any]) -> Concept:
    values["terms"] = _Terms(values["terms"])
    if "updated" in values:
        values["updated"] = datetime.date.fromisoformat(values["updated"])
    if "source" in values:
        values["source"] = tuple(values["source"])
    for name in ("related", "referred_by"):
        if name in values:
            values[name] = tuple((kind, other) for kind, other in values[name])
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
