"""Ids for new entries."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection

__all__ = ["made_id", "unique_id"]

_LONGEST = 60


def made_id(kind: str, name: str) -> str:
    """An id made of a concept's kind and name.

    >>> made_id("place", "Bílá Cerkev"), made_id("place", "Київ")
    ('place-bila-cerkev', 'place-4ec43ff9')
    """
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub("[^a-z0-9]+", "-", ascii_only)[:_LONGEST].strip("-")
    return f"{kind}-{slug or hashlib.sha256(name.encode()).hexdigest()[:8]}"  # of a name in another script


def unique_id(wanted: str, taken: Collection[str]) -> str:
    """An id, with a number behind it where it is taken.

    >>> unique_id("place-kyiv", {"place-kyiv"})
    'place-kyiv-2'
    """
    number, unique = 1, wanted
    while unique in taken:
        number += 1
        unique = f"{wanted}-{number}"
    return unique
