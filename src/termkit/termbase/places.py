"""Where the parts of concept entries stand in their files.

A loaded concept knows nothing of its file, so that a termbase of any size stays small and can be kept in the cache.
The few places that someone asks for are read from the files again, the entry alone where that is possible.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .faults import FileFaults
from .layouts import ITEM, ODD_BREAK, Alike, Layouts
from .nodes import Node, Pairs, Scalar, decode, entries, place_of

if TYPE_CHECKING:
    from .loader import GlossaryFile

__all__ = ["KEY", "Place", "Steps", "locate"]

Steps = tuple[str | int, ...]
"""The keys and indexes that lead from a concept entry to a part of it, as far as the way exists."""

KEY = ""
"""As the last of the steps: the key before it, not its value."""

_NOWHERE = Path()
_ID = re.compile(r"\bid: *[\"']?([a-z0-9-]+)")


class Place(NamedTuple):
    """A place in a glossary file, and the value there if it is a single one."""

    path: Path
    line: int
    column: int
    value: str | None


def locate(files: Sequence[GlossaryFile], wanted: Mapping[str, Collection[Steps]]) -> dict[str, dict[Steps, Place]]:
    """The places of some parts of some concepts, by id and steps."""
    found: dict[str, dict[Steps, Place]] = {}
    for find in (_find_in_pieces, _find):  # the second for what is written in an unusual way
        for file in files:
            left = wanted.keys() - found.keys()
            text = decode(file.content, FileFaults(file.path)) if left else None
            for entry in find(text, {concept: wanted[concept] for concept in left}) if text else ():
                places = {steps: _place(entry, steps, file.path) for steps in wanted[entry.concept]}
                found.setdefault(entry.concept, places)
    return found


def _as_it_is(node: Node) -> Node:
    return node


class _Entry(NamedTuple):
    concept: str
    node: Node
    lines: int = 0  # before the text that the places of the entry count from
    moved: Callable[[Node], Node] = _as_it_is  # to the nodes of the entry, where `node` is an entry that is like it


def _find_in_pieces(text: str, wanted: Mapping[str, Collection[Steps]]) -> Iterator[_Entry]:
    if ODD_BREAK.search(text):
        return
    layouts = Layouts()
    for piece, lines in _pieces(text):
        match = _ID.search(piece)
        if match and match[1] in wanted:
            if _HEAD.match(piece) and _AT_HEAD.issuperset(wanted[match[1]]):
                yield _Entry(match[1], _head(match[1]), lines)
            elif isinstance(entry := layouts.read(piece), Alike):
                yield from _wanted(entry.layout.first, wanted, lines, entry.moved)
            else:
                yield from _wanted(entry, wanted, lines)


_HEAD = re.compile(r"- id: [a-z0-9-]+\r?\n")
_AT_HEAD = frozenset[Steps](((), ("id",), ("id", KEY)))


def _head(concept: str) -> Pairs:
    """An entry as far as its first line tells, where nothing else is asked for: its id, in the usual place."""
    return Pairs({"id": Scalar(concept, True, 1, 7)}, {"id": Scalar("id", True, 1, 3)}, 1, 3)  # noqa: FBT003


def _find(text: str, wanted: Collection[str]) -> Iterator[_Entry]:
    for node in entries(text, FileFaults(_NOWHERE)):
        yield from _wanted(node, wanted)


def _wanted(
    node: Node | None, wanted: Collection[str], lines: int = 0, moved: Callable[[Node], Node] = _as_it_is
) -> Iterator[_Entry]:
    key = node.items.get("id") if isinstance(node, Pairs) else None
    if node and key and isinstance(key := moved(key), Scalar) and key.value in wanted:
        yield _Entry(key.value, node, lines, moved)


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """A text cut before the lines that begin an item of its list, each piece with the number of lines before it."""
    starts = [match.start() for match in ITEM.finditer(text)]
    lines = text.count("\n", 0, starts[0]) if starts else 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        yield text[start:end], lines
        lines += text.count("\n", start, end)


def _place(entry: _Entry, steps: Steps, path: Path) -> Place:
    node = entry.node
    if steps[-1:] == (KEY,):
        *above, key, _ = steps
        parent = place_of(node, *above)
        found: Node = parent.keys[str(key)] if isinstance(parent, Pairs) and key in parent.keys else parent
    else:
        found = place_of(node, *steps)
    found = entry.moved(found)
    value = found.value if isinstance(found, Scalar) else None
    return Place(path, found.line + entry.lines, found.column, value)
