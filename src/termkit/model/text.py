"""Texts and the documents that they stand in."""

from __future__ import annotations

import array
import bisect
import datetime
import enum
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, NewType, overload

Locale = NewType("Locale", str)
"""A BCP 47 language tag in canonical case; made by `termkit.tags.parse_locale` only."""


class Span(NamedTuple):
    """Start and end in code points, end not included."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether two spans have a code point in common.

        >>> Span(0, 3).overlaps(Span(2, 5)), Span(0, 3).overlaps(Span(3, 5))
        (True, False)
        """
        return self.start < other.end and other.start < self.end


class Position(NamedTuple):
    """A place in a file: line and column, both from 1, the column in code points."""

    line: int
    column: int


class Run(NamedTuple):
    """A stretch of a text that lies in one line of its file.

    It goes from `offset` in the text to the next run's offset; its first code point stands at `line`,
    `column`; every code point of it is `width` columns wide in the file (an escape such as ``\\n`` in a
    PO string is a run of its own, two columns wide).
    """

    offset: int
    line: int
    column: int
    width: int = 1


class Runs(Sequence[Run]):
    """Runs in a fifth of the memory: a large file has a hundred thousand, and few are ever asked for.

    >>> Runs([Run(0, 3, 9), Run(4, 4, 2)])[-1]
    Run(offset=4, line=4, column=2, width=1)
    """

    __slots__ = ("_numbers",)

    def __init__(self, runs: Iterable[Run]) -> None:
        self._numbers = array.array("L", itertools.chain.from_iterable(runs))

    @overload
    def __getitem__(self, at: int) -> Run: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Run, ...]: ...
    def __getitem__(self, at: int | slice) -> Run | tuple[Run, ...]:
        """A run, or the runs of a slice."""
        if isinstance(at, slice):
            return tuple(self)[at]
        start = range(len(self))[at] * _NUMBERS
        return Run(*self._numbers[start : start + _NUMBERS])

    def __len__(self) -> int:
        return len(self._numbers) // _NUMBERS

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Runs) and self._numbers == other._numbers

    def __hash__(self) -> int:
        return hash(self._numbers.tobytes())

    def __repr__(self) -> str:
        return f"Runs({list(self)})"


_NUMBERS = len(Run._fields)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text stands: a file and the runs that map its offsets to lines and columns.

    >>> origin = Origin("x.po", (Run(0, 3, 9), Run(4, 3, 13, 2), Run(5, 4, 2)))
    >>> origin.start(2), origin.start(5)
    (Position(line=3, column=11), Position(line=4, column=2))
    >>> origin.end(5)
    Position(line=3, column=15)
    """

    path: str
    runs: Sequence[Run] = (Run(0, 1, 1),)

    def _run(self, offset: int) -> Run:
        return self.runs[max(bisect.bisect_right(self.runs, offset, key=lambda run: run.offset) - 1, 0)]

    def start(self, offset: int) -> Position:
        """The place of the code point at `offset`."""
        run = self._run(offset)
        return Position(run.line, run.column + (offset - run.offset) * run.width)

    def end(self, offset: int) -> Position:
        """The place just behind the code point before `offset`: where a span that ends there ends."""
        if offset <= 0:
            return self.start(0)
        run = self._run(offset - 1)
        return Position(run.line, run.column + (offset - run.offset) * run.width)


@dataclass(frozen=True, slots=True)
class Text:
    """A string with its locale, the place it comes from, and the parts of it that are not prose.

    `protected` spans (code, URLs, placeholders, tags) are sorted and do not overlap; recognisers see
    neither numbers nor names in them.
    """

    string: str
    locale: Locale
    origin: Origin = Origin("<string>")
    protected: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    r"""The translation unit that segments belong to: a PO message, a paragraph of an article.

    `name` is a PO message's msgid or what the reader calls a paragraph, `context` is the message's msgctxt, and `form`
    the number of a plural form.

    >>> Unit("Open", context="menu").id, Unit("%d files", form=2).id
    ('menu\x04Open', '%d files[2]')
    """

    name: str
    context: str | None = None
    form: int | None = None

    @property
    def id(self) -> str:
        """What is stable inside the document; gettext writes the context before the msgid in the same way."""
        before = "" if self.context is None else f"{self.context}\x04"
        return before + self.name + ("" if self.form is None else f"[{self.form}]")


class State(enum.StrEnum):
    """How far a segment's translation has come."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"  # translated, but marked as needing work: gettext does not use it
    EMPTY = "empty"  # a unit without a translation
    TARGET_MISSING = "target-missing"  # a passage of the source with no counterpart in the target
    SOURCE_MISSING = "source-missing"  # a passage of the target with no counterpart in the source


@dataclass(frozen=True, slots=True)
class Segment:
    """One source text with its target text.

    Where one side is missing its text is empty and its origin is the place where it should stand.
    `comments` are those that the file carries at this place, for people and for suppressions.
    """

    unit: Unit
    source: Text
    target: Text
    state: State = State.TRANSLATED
    comments: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What a reader could not read, under the name of the rule that reports it."""

    rule: str
    message: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, list item or front-matter value of a file that holds one language."""

    id: str
    kind: str  # paragraph, heading, list-item, quote, table-cell, front-matter
    text: Text
    comments: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A file that holds one language: its passages in order, and the date its front matter gives."""

    path: str
    locale: Locale
    passages: tuple[Passage, ...]
    date: datetime.date | None = None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file to be checked: segments in the order of the target, and what could not be read of it."""

    path: str
    source_locale: Locale
    locale: Locale
    segments: tuple[Segment, ...]
    date: datetime.date | None = None
    faults: tuple[Fault, ...] = ()
