"""Concepts as texts, for the cache and for other processes: the values of an entry in JSON.

A pickle would run whatever stands in it, and here would be no faster: Python restores frozen dataclasses with slots
field by field.
"""

from __future__ import annotations

import functools
import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from termkit.model import Concept, Locale, Term

from .entry import Values, concept_of, term_of

__all__ = ["Concepts", "Packed", "pack", "unpack", "with_referrers"]

Packed = dict[str, str]
"""The packed concepts by id."""

_AT_ONCE = 1000

pack: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
"""The values of an entry without faults, or other plain data, as a text."""


def unpack(packed: Mapping[str, str]) -> Mapping[str, Concept]:
    """The concepts that were packed, by id."""
    return Concepts(packed.get, packed.values, lambda: list(packed))


def with_referrers(packed: Packed, related: Mapping[str, Iterable[tuple[str, str]]]) -> Packed:
    """All concepts of a termbase, each knowing which others are related to it; `related` has the relations by id."""
    referrers: dict[str, list[tuple[str, str]]] = {}
    for concept, relations in related.items():
        for kind, target in relations:
            referrers.setdefault(target, []).append((kind, concept))
    return packed | {
        target: pack(json.loads(packed[target]) | {"referred_by": by})
        for target, by in referrers.items()
        if target in packed
    }


class Concepts(Mapping[str, Concept]):
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


def _concept(values: Values) -> Concept:
    return concept_of(values, _Terms(values["terms"]))


class _Terms(Mapping[Locale, tuple[Term, ...]]):
    """Terms by locale, each locale's made when it is first asked for: a run looks at two or three of them."""

    __slots__ = ("_found",)

    def __init__(self, values: dict[Locale, list[Values]]) -> None:
        self._found: dict[Locale, list[Values] | tuple[Term, ...]] = {**values}

    def __getitem__(self, locale: Locale) -> tuple[Term, ...]:
        found = self._found[locale]
        if isinstance(found, list):
            found = tuple([term_of(values, locale) for values in found])
            self._found[locale] = found  # and the values are let go
        return found

    def __contains__(self, locale: object) -> bool:
        return locale in self._found

    def __iter__(self) -> Iterator[Locale]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
