"""How like two words sound as a whole."""

from __future__ import annotations

import difflib

__all__ = ["ratio"]


def ratio(one: str, other: str) -> float:
    """How like two skeletons are, endings included: where a base form is sought, these matter.

    >>> ratio("ramona", "ramona"), round(ratio("ramona", "ramonu"), 2)
    (1.0, 0.83)
    """
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
