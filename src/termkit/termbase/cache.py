"""Concepts that were loaded before, kept in the user's cache folder."""

from __future__ import annotations

import json
from collections.abc import Mapping

import babel

from termkit import cache
from termkit.model import Concept

from .packing import Concepts, Packed, pack

_KIND, _DIGESTS = "termbase", "digests"


def read_cache(digest: str) -> Mapping[str, Concept] | None:
    """The concepts kept under a digest; None where there are none, or not as they were written."""
    tables = cache.read_tables(_KIND, _key(digest))
    if tables is None:
        return None
    return Concepts(
        lambda id_: tables.get("concepts", id_),
        lambda: (text for _, text in tables.items("concepts")),
        lambda: json.loads(tables.get("orders", "") or "[]"),
    )


def write_cache(digest: str, packed: Packed) -> None:
    """Keep packed concepts under a digest, if the folder can be written to."""
    cache.write_tables(_KIND, _key(digest), {"concepts": packed.items(), "orders": [("", pack(list(packed)))]})


def read_digest(state: str) -> str | None:
    """The digest of the termbase whose files were in a state; None where it was not kept."""
    body = cache.read(_DIGESTS, state)
    return None if body is None else body.decode()


def write_digest(state: str, digest: str) -> None:
    """Keep the digest of the termbase whose files are in a state, so that they need not be read to know it."""
    cache.write(_DIGESTS, state, digest.encode())


def _key(digest: str) -> str:
    # Which tags are right depends on the data in Babel.
    return repr((digest, babel.__version__))
