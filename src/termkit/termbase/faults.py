"""What is wrong with a termbase, and where."""

from __future__ import annotations

import bisect
import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class TermbaseFault(NamedTuple):
    """One fault: its place, and a message that says what is wrong and what to do."""

    path: str
    line: int
    column: int
    message: str
    rule: str = "invalid-entry"  # the rule of `glossary lint` that reports it
    value: str | None = None  # what stands at the place, where that is a single value or a key

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class TermbaseError(Exception):
    """A termbase that cannot be used; `faults` are all the faults of all its files."""

    def __init__(self, faults: tuple[TermbaseFault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


class Place(Protocol):
    """Anything that stands at a line and column, from 1."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column, in code points."""


@dataclass(slots=True)
class FileFaults:
    """The faults of one file, in the order in which they are met."""

    path: Path
    faults: list[TermbaseFault] = field(default_factory=list)
    incomplete: bool = False  # some of the file could not be read at all

    def add(self, place: Place, message: str, rule: str = "invalid-entry") -> None:
        """Note a fault at a place of this file, under the rule that reports it."""
        value = getattr(place, "value", None)
        self.faults.append(TermbaseFault(str(self.path), place.line, place.column, message, rule, value))

    def add_at(self, line: int, column: int, message: str) -> None:
        """Note at a line and column that the file is no YAML that a termbase can be read from."""
        self.faults.append(TermbaseFault(str(self.path), line, column, message, "invalid-yaml"))


def closest(wrong: str, right: Iterable[str]) -> str | None:
    """The right word that a wrong one is a slip of, if there is one.

    >>> closest("prefered", ["preferred", "admitted"])
    'preferred'
    >>> closest("city", ["place", "facility"])
    """
    return next(iter(difflib.get_close_matches(wrong, right, n=1, cutoff=0.75)), None)


class Closest:
    """Finds the right word that a wrong one is a slip of, among very many, at a cost that hardly grows with them.

    >>> Closest(["place-kyiv", "place-lviv", "person-x"]).find("place-kyvi")
    'place-kyiv'
    """

    def __init__(self, right: Iterable[str]) -> None:
        self._forwards = sorted(right)
        self._backwards = sorted(word[::-1] for word in self._forwards)

    def find(self, wrong: str) -> str | None:
        """The right word among those that share most of the beginning or of the end, if one is meant."""
        near = _around(self._forwards, wrong)
        near += [word[::-1] for word in _around(self._backwards, wrong[::-1])]
        return closest(wrong, dict.fromkeys(near))


def _around(words: list[str], wrong: str) -> list[str]:
    place = bisect.bisect_left(words, wrong)
    return words[max(place - _AROUND, 0) : place + _AROUND]


_AROUND = 100


def advice(wrong: str, right: Iterable[str]) -> str:
    """What to write instead: the word that was meant, else all that are right.

    >>> advice("prefered", ["preferred", "admitted"])
    'did you mean `preferred`?'
    >>> advice("good", ["preferred", "admitted"])
    'write one of preferred, admitted'
    """
    words = list(right)
    meant = closest(wrong.lower(), words)
    return f"did you mean `{meant}`?" if meant else f"write one of {', '.join(words)}"
