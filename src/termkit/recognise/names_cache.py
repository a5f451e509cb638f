"""Compiled names that are kept between runs."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from termkit import cache
from termkit.garbage import without_collector
from termkit.language import LanguageData
from termkit.model import Concept

from .names import Compiled, NameIndex, compile_names, name_index
from .proposers import proposer_version

__all__ = ["load_names"]

_KIND = "names"
_FEWEST = 25  # concepts; fewer are compiled as fast as they are read


def load_names(concepts: Mapping[str, Concept], language: LanguageData, digest: str | None) -> NameIndex:
    """The names of some concepts in a language's locale, from the user's cache folder if they were kept there.

    They are kept under the digest of the termbase: not without one, and not for a small termbase.
    """
    key = None if digest is None else _key(digest, language)
    if key is not None and (tables := cache.read_tables(_KIND, key)) is not None:
        return name_index(concepts, language, lambda table, row: _value(tables.get(table, str(row))))
    with without_collector():
        compiled = compile_names(concepts, language)
        if key is not None and len(concepts) >= _FEWEST:
            cache.write_tables(_KIND, key, dict(_tables(compiled)))
    return name_index(concepts, language, lambda table, row: _made(compiled, table, row))


def _key(digest: str, language: LanguageData) -> str:
    proposer = language.names.proposer
    library = proposer_version(proposer) if proposer else None
    return repr((digest, language.locale, language.sections.get("names"), library))


def _tables(compiled: Compiled) -> Iterator[tuple[str, Iterable[tuple[str, str]]]]:
    """What was compiled as tables of JSON."""
    for field in dataclasses.fields(compiled):
        values = getattr(compiled, field.name)
        rows = values.items() if isinstance(values, Mapping) else enumerate(values)
        yield field.name, ((str(key), _text(value)) for key, value in rows)


# One encoder for all rows: `json.dumps` makes a new one for each, and looks for circles in what has none.
_text = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def _value(text: str | None) -> Any:
    return None if text is None else json.loads(text)


def _made(compiled: Compiled, table: str, row: str | int) -> Any:
    values = getattr(compiled, table)
    return values.get(row) if isinstance(values, Mapping) else values[row]
