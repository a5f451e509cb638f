"""The comments to termkit in glossary files.

    # termkit: ignore[homograph] the sea is never in our articles

On a line of its own a comment holds for what follows it, an entry, a language or a term, to its end; behind a value,
for that line and what belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from .model import Fault, Finding, Locale, Origin, Run, Text
from .suppression import Ignore, read_comment
from .termbase import GlossaryFile

__all__ = ["LINE_BREAK", "Comments", "read_comments"]

LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML 1.1."""

_COMMENT = re.compile(r"(?:^|(?<=\s))#[ \t]*(termkit:.*)")
_EMPTY = re.compile(r"\s*(?:#.*)?")


@dataclass(frozen=True, slots=True)
class Comments:
    """What the comments of a file say: the rules to ignore with the lines they hold for, and the faults."""

    found: tuple[tuple[range, Ignore], ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def ignores(self) -> tuple[Ignore, ...]:
        """Every rule that a comment names."""
        return tuple(ignore for _, ignore in self.found)

    def ignores_at(self, finding: Finding) -> tuple[Ignore, ...]:
        """The rules to ignore where a finding stands."""
        line = finding.text.origin.start(0).line
        return tuple(ignore for lines, ignore in self.found if line in lines)


def read_comments(file: GlossaryFile, known: Collection[str], unknown: Callable[[str], str]) -> Comments:
    """What the comments of a glossary file say; nothing where it is no YAML."""
    if b"termkit:" not in file.content:
        return Comments()
    text = file.content.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = LINE_BREAK.split(text)
    found: list[tuple[range, Ignore]] = []
    faults: list[Fault] = []
    for number, column in _comments(text, lines):
        origin = Origin(str(file.path), (Run(0, number, column),))
        comment = Text(lines[number - 1][column - 1 :], Locale("mul"), origin)
        for item in read_comment(comment, known, unknown):
            if isinstance(item, Fault):
                faults.append(item)
            else:
                found.append((_held(lines, number), item))
    return Comments(tuple(found), tuple(faults))


def _comments(text: str, lines: list[str]) -> Iterator[tuple[int, int]]:
    """The line and column of each comment to termkit, without what only looks so inside a value."""
    places = [(number, match.start(1) + 1) for number, line in enumerate(lines, 1) if (match := _COMMENT.search(line))]
    try:
        values = list(_values(text)) if places else []
    except yaml.YAMLError:
        return
    for place in places:
        if not any(start < place < end for start, end in values):
            yield place


def _values(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where each value that could hold a comment sign begins and ends."""
    for event in yaml.parse(text, yaml.CSafeLoader):
        if isinstance(event, yaml.ScalarEvent) and "#" in event.value:
            yield _place(event.start_mark), _place(event.end_mark)


def _place(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1


def _held(lines: list[str], number: int) -> range:
    """The numbers of the lines that a comment on a line holds for.

    >>> text = ["# of a", "- id: a", "  terms: # of the terms", "    en: A", "- id: b"]
    >>> _held(text, 1), _held(text, 3)
    (range(2, 5), range(3, 5))
    """
    first = number - 1
    while first < len(lines) - 1 and _EMPTY.fullmatch(lines[first]):
        first += 1
    last = first
    for later in range(first + 1, len(lines)):
        if not _EMPTY.fullmatch(lines[later]):
            if not _belongs(lines[later], lines[first]):
                break
            last = later
    return range(first + 1, last + 2)


def _belongs(line: str, first: str) -> bool:
    """Whether a line is part of what another begins."""
    own, above = _indentation(line), _indentation(first)
    start = line[own : own + 1]
    # YAML lets the items of a list stand below their key, and brackets close where they were opened.
    return own > above or (own == above and (start in "]}" or (start == "-" and not first[above:].startswith("-"))))


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
