"""Compiled names that are kept between runs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from termkit import cache
from termkit.garbage import without_collector
from termkit.language import LanguageData
from termkit.model import Concept

from .names import NameIndex, Reading, Spellings, compile_names, named_terms
from .proposers import proposer_version

__all__ = ["load_names"]

_KIND = "names"
_FEWEST = 25  # concepts; fewer are compiled as fast as they are read


def load_names(concepts: Mapping[str, Concept], language: LanguageData, digest: str | None) -> NameIndex:
    """What `compile_names` gives for a language's locale, from the user's cache folder if it was kept there.

    It is kept under the digest of the termbase: not without one, and not for a small termbase.
    """
    with without_collector():
        if digest is None or len(concepts) < _FEWEST:
            return compile_names(concepts, language.locale, language)
        key = _key(digest, language)
        body = cache.read(_KIND, key)
        if body is not None:
            return _unpacked(json.loads(body), concepts, language)
        index = compile_names(concepts, language.locale, language)
        cache.write(_KIND, key, _packed(index))
        return index


def _key(digest: str, language: LanguageData) -> str:
    proposer = language.names.proposer
    library = proposer_version(proposer) if proposer else None
    return repr((digest, language.locale, language.sections.get("names"), library))


def _packed(index: NameIndex) -> bytes:
    """What can't be had from the termbase and the language, as JSON of few and plain parts, which are read fastest."""
    numbers = {key: number for number, key in enumerate(index.entries)}
    values = {
        "readings": index.readings,
        "entries": list(index.entries),
        "spellings": list(index.entries.plain.values()),
        "lengths": index.lengths,
        "exceptions": index.exceptions,
        "keys": {concept: [numbers[key] for key in keys] for concept, keys in index.keys.items()},
        "hints": sorted(index.hints),
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _unpacked(values: dict[str, Any], concepts: Mapping[str, Concept], language: LanguageData) -> NameIndex:
    entries = values["entries"]
    return replace(
        compile_names({}, language.locale, language),
        terms=named_terms(concepts, language.locale),
        readings=list(map(Reading._make, values["readings"])),
        entries=Spellings(dict(zip(entries, values["spellings"], strict=True))),
        lengths=values["lengths"],
        exceptions=values["exceptions"],
        keys={concept: [entries[number] for number in numbers] for concept, numbers in values["keys"].items()},
        hints=frozenset(values["hints"]),
    )
