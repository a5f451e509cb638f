"""The YAML of a termbase as nodes that know their place.

Nothing is guessed from how a value looks: `no` is a string, so is `12:30`, and a shape decides what it means
(YAML 1.1 would read false and 750). What YAML offers beyond lists, mappings and texts (anchors, aliases, tags,
further documents) has no use in a glossary and is refused; so are duplicate keys, of which YAML keeps the last.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .faults import FileFaults

_MAX_DEPTH = 10  # a form stands at depth 8
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""What YAML takes for nothing where it is written without quotes."""
# What libyaml refuses without telling the line (YAML 1.1, section 5.1).
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_HINTS = (
    ("nesting depth", f"no part of a concept entry is nested more than {_MAX_DEPTH} levels deep"),  # newer libyaml
    ("mapping values are not allowed", "put quotes round a text that holds a colon and a space"),
    ("could not find expected ':'", "a key needs a colon behind it"),
    ("cannot start any token", "put quotes round a text that begins with this character"),
    ("while scanning a quoted scalar", "close the quotes"),
    ("flow", "look for a comma or a closing bracket that is missing"),
    ("block", "look at the indentation and the dashes"),
)


class Scalar(NamedTuple):
    """A single value."""

    value: str
    plain: bool  # written without quotes
    line: int
    column: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands here, or YAML's null."""
        return self.plain and self.value in NULLS


class Items(NamedTuple):
    """A list."""

    items: tuple[Node | None, ...]
    line: int
    column: int


class Pairs(NamedTuple):
    """A mapping, with the places of its keys."""

    items: dict[str, Node | None]
    keys: dict[str, Scalar]
    line: int
    column: int


Node = Scalar | Items | Pairs
"""Where a node was refused and reported already, None stands for it."""


class _StopReading(Exception):  # noqa: N818 - it leaves the file, its fault is noted already
    pass


def decode(content: bytes, faults: FileFaults) -> str | None:
    """The text of a file; None, and a fault, where it is not UTF-8 or no text at all."""
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        faults.incomplete = True
        before = content[: error.start].decode("utf-8", "replace").removeprefix("\ufeff")
        faults.add_at(*_line_and_column(before), "not UTF-8 text: save the file in the encoding UTF-8")
        return None
    if found := _UNPRINTABLE.search(text):
        message = f"the control character U+{ord(found[0]):04X} cannot stand in a text file: delete it"
        faults.add_at(*_line_and_column(text[: found.start()]), message)
        faults.incomplete = True
        return None
    return text


def _line_and_column(before: str) -> tuple[int, int]:
    lines = re.split("\r\n|\r|\n", before)
    return len(lines), len(lines[-1]) + 1


def entries(text: str, faults: FileFaults) -> Iterator[Node | None]:
    """The items of the list that a file must be, each read when it is asked for."""
    try:
        yield from _Reader(text, faults).entries()
    except _StopReading:
        faults.incomplete = True
    except yaml.MarkedYAMLError as error:
        faults.incomplete = True
        _add_syntax_fault(error, text, faults)


def _add_syntax_fault(error: yaml.MarkedYAMLError, text: str, faults: FileFaults) -> None:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    written = text.splitlines()[line - 1 : line]
    if written and "\t" in written[0][: len(written[0]) - len(written[0].lstrip())]:
        faults.add_at(line, column, "a tab in the indentation: YAML is indented with spaces")
        return
    told = f"{error.context or ''} {error.problem or ''}"
    hint = next((hint for sign, hint in _HINTS if sign in told), "look at this line and the one before")
    faults.add_at(line, column, f"not valid YAML: {error.problem or error.context}; {hint}")


class _Reader:
    """Builds nodes from libyaml's events.

    Its own composer would expand aliases, recurse without limit and look up types nobody asked for.
    """

    def __init__(self, text: str, faults: FileFaults) -> None:
        self._next: Any = yaml.CSafeLoader(text).get_event
        self._faults = faults

    def entries(self) -> Iterator[Node | None]:
        self._next()  # the start of the stream
        event = self._next()
        if type(event) is yaml.StreamEndEvent:
            self._faults.add_at(1, 1, "no concept entries in this file: add some or delete it")
            return
        event = self._next()
        if type(event) is not yaml.SequenceStartEvent:
            self._stop(event, "a glossary file is a list of concept entries: begin each with `- id: …`")
        self._refuse_extras(event)
        first = True
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            first = False
            yield self._node(event, 2)
        if first:
            self._faults.add_at(1, 1, "no concept entries in this file: add some or delete it")
        self._next()  # the end of the document
        if type(event := self._next()) is not yaml.StreamEndEvent:
            self._stop(event, "a second YAML document in one file: take out the line `---`")

    def _node(self, event: Any, depth: int) -> Node | None:
        kind = type(event)
        if event.anchor is not None or kind is not yaml.ScalarEvent:
            return self._other_node(event, depth)
        if event.tag is not None:
            self._refuse_extras(event)
        mark = event.start_mark
        return Scalar(event.value, event.implicit[0], mark.line + 1, mark.column + 1)

    def _other_node(self, event: Any, depth: int) -> Node | None:
        if depth > _MAX_DEPTH:
            self._stop(event, f"nested more than {_MAX_DEPTH} levels deep: no part of a concept entry is")
        if type(event) is yaml.AliasEvent:
            self._add(event, f"the alias `*{event.anchor}` is not allowed: write the value itself")
            return None
        self._refuse_extras(event)
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if type(event) is yaml.SequenceStartEvent:
            return Items(tuple(self._items(depth)), line, column)
        if type(event) is yaml.MappingStartEvent:
            return Pairs(*self._pairs(depth), line, column)
        return Scalar(event.value, event.implicit[0], line, column)

    def _items(self, depth: int) -> Iterator[Node | None]:
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            yield self._node(event, depth + 1)

    def _pairs(self, depth: int) -> tuple[dict[str, Node | None], dict[str, Scalar]]:
        items: dict[str, Node | None] = {}
        keys: dict[str, Scalar] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            if type(key) is not Scalar:
                self._add(event, "a key must be a single word")
            elif key.value in keys:
                first = keys[key.value].line
                told = f"the key `{key.value}` is given twice, first on line {first}: keep one"
                self._faults.add_at(key.line, key.column, told)
            else:
                keys[key.value] = key
                items[key.value] = value
        return items, keys

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            self._add(event, f"the anchor `&{event.anchor}` is not allowed: take it out")
        if event.tag is not None:
            self._add(event, f"the tag `{event.tag}` is not allowed: take it out")

    def _add(self, event: Any, message: str) -> None:
        self._faults.add_at(event.start_mark.line + 1, event.start_mark.column + 1, message)

    def _stop(self, event: Any, message: str) -> None:
        self._add(event, message)
        raise _StopReading


def place_of(node: Node, *steps: str | int) -> Node:
    """The node that is reached from another by keys and indexes, as far as the way exists."""
    for step in steps:
        below: Node | None = None
        if isinstance(node, Pairs) and isinstance(step, str):
            below = node.items.get(step)
        elif isinstance(node, Items) and isinstance(step, int):
            below = node.items[step]
        elif step == 0:
            below = node  # one value stands for a list of one
        if below is None:
            return node
        node = below
    return node
