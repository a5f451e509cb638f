"""Ids for new entries."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

__all__ = ["Ids", "made_id"]

_LONGEST = 60


def made_id(kind: str, name: str) -> str:
    """An id made of a concept's kind and name.

    >>> made_id("place", "Bílá Cerkev"), made_id("place", "Київ")
    ('place-bila-cerkev', 'place-4ec43ff9')
    """
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub("[^a-z0-9]+", "-", ascii_only)[:_LONGEST].strip("-")
    return f"{kind}-{slug or hashlib.sha256(name.encode()).hexdigest()[:8]}"  # of a name in another script


class Ids:
    """The ids that are taken, and further ones that are not.

    >>> ids = Ids(["place-kyiv"])
    >>> ids.take("place-kyiv"), ids.take("place-kyiv"), ids.take("place-lviv"), "place-kyiv-2" in ids
    ('place-kyiv-2', 'place-kyiv-3', 'place-lviv', True)
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {*taken}
        self._last: Counter[str] = Counter()  # the number that was given last; thousands of entries may have one name

    def __contains__(self, id_: object) -> bool:
        return id_ in self._taken

    def take(self, wanted: str) -> str:
        """An id that nothing has yet: the wanted one, with a number behind it where it is taken."""
        unique = wanted
        while unique in self._taken:
            self._last[wanted] += 1
            unique = f"{wanted}-{self._last[wanted] + 1}"
        self._taken.add(unique)
        return unique
