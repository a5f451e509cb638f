"""Entries that are written alike, read at a fraction of the cost.

Most entries of a large glossary differ in their names alone. What is left of an entry without its plain values is its
layout. The first entries of a layout are read by the YAML parser, which shows where each value belongs; the next ones
have their values put there. A value counts as plain only where no other such value in its place could be read in
another way: a word or some, or a text in quotation marks, without any character that means something in YAML.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .faults import FileFaults
from .nodes import Items, Node, Pairs, Scalar, entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["ITEM", "ODD_BREAK", "Alike", "Layouts", "quick_entries"]

ITEM = re.compile("^- ", re.MULTILINE)
"""What begins an item of a list that is not indented; it may stand in a value of several lines, too."""

ODD_BREAK = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
"""What YAML takes for the end of a line and most editors do not."""

# Words, or a text in quotation marks, where a value may begin; behind it the line ends, or the item of a list.
_WORDS = r"\w[\w .'’ʼ()/+«»“”–—-]*+(?<=[\w.)’»”])"
_QUOTED = r"""\"[^"\\\r\n\x85\u2028\u2029]*+"|'[^'\r\n\x85\u2028\u2029]*+'"""
_VALUE = re.compile(rf"(?<=[ \[])({_WORDS}|{_QUOTED})(?=[\r\n,\]}}])")
_DOCUMENT_END = re.compile(r"[\r\n\x85\u2028\u2029]\.\.\.")
_NOWHERE = Path()


def quick_entries(text: str) -> Iterator[Node | None]:
    """The entries of a text of YAML that begins with one, at no right places; None in the place of what has a fault.

    >>> [node.items["id"].value for node in quick_entries("- id: place-a\\n- id: place-b\\n- id: place-c\\n")]
    ['place-a', 'place-b', 'place-c']
    """
    if _DOCUMENT_END.search(text):  # a piece may well end a document, and what follows be another one
        yield None
        return
    layouts = Layouts()
    for piece in _pieces(text):
        entry = layouts.read(piece)
        yield entry.node() if isinstance(entry, Alike) else entry


def _pieces(text: str) -> Iterator[str]:
    starts = [match.start() for match in ITEM.finditer(text)][1:]
    for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
        yield text[start:end]


class Layout(NamedTuple):
    """What entries that are written alike have in common, learned from one of them."""

    first: Pairs
    """The entry it was learned from."""
    numbered: Any
    """That entry with numbers in the places of its plain values."""
    scalars: list[Scalar]
    """Those values."""
    lengths: list[int]
    """The length of each as it is written."""


class Alike(NamedTuple):
    """An entry of a known layout."""

    layout: Layout
    values: Sequence[str]
    """Its plain values as they are written."""

    def node(self) -> Node:
        """The entry, at no right places."""
        filled: Node = _filled(self.layout.numbered, [_scalar(value) for value in self.values])
        return filled

    def moved(self, node: Node) -> Node:
        """What stands in this entry where a node of the layout's first entry, or a key of it, stands there."""
        by = 0
        for scalar, length, written in zip(self.layout.scalars, self.layout.lengths, self.values, strict=True):
            if scalar is node:
                return _scalar(written)._replace(line=node.line, column=node.column + by)
            if scalar.line == node.line and scalar.column < node.column:
                by += len(written) - length
        return node._replace(column=node.column + by)


class Layouts:
    """The layouts of entries that were read one after the other."""

    def __init__(self) -> None:
        self._known: dict[str, Layout | None] = {}

    def read(self, piece: str) -> Alike | Node | None:
        """The one entry of a text; None where there is a fault, or not one entry."""
        parts = _VALUE.split(piece)
        name = "\0".join(parts[::2])
        if (layout := self._known.get(name)) is not None:
            return Alike(layout, parts[1::2])
        node = _parsed(piece)
        # Learned when it comes a second time, since what comes once is not worth it.
        self._known[name] = _learned(node, piece, parts) if name in self._known else None
        return node


def _parsed(piece: str) -> Node | None:
    faults = FileFaults(_NOWHERE)
    nodes = list(entries(piece, faults))
    return nodes[0] if len(nodes) == 1 and not faults.faults else None


def _scalar(written: str) -> Scalar:
    return Scalar(written[1:-1], False, 1, 1) if written[0] in "\"'" else Scalar(written, True, 1, 1)  # noqa: FBT003


def _learned(node: Node | None, piece: str, parts: list[str]) -> Layout | None:
    """The layout of an entry; None where its plain values are not just that.

    `parts` is the piece cut at its plain values, which are every other part.
    """
    if not isinstance(node, Pairs) or ODD_BREAK.search(piece):
        return None
    values = parts[1::2]
    numbers, offset = {}, 0
    for number, value in enumerate(values):
        offset += len(parts[2 * number])
        numbers[offset] = number
        offset += len(value)
    lines = [0, *(match.end() for match in re.finditer("\n", piece))]
    found: list[Scalar] = []

    def numbered(node: Node | None) -> Any:
        if isinstance(node, Pairs):
            return node._replace(items={key: numbered(item) for key, item in node.items.items()})
        if isinstance(node, Items):
            return node._replace(items=tuple(map(numbered, node.items)))
        number = numbers.get(lines[node.line - 1] + node.column - 1) if node else None
        if number is None or number != len(found) or node is None or node[:2] != _scalar(values[number])[:2]:
            return node
        found.append(node)
        return number

    layout = Layout(node, numbered(node), found, list(map(len, values)))
    return layout if len(found) == len(values) else None


def _filled(numbered: Any, scalars: list[Scalar]) -> Any:
    """Nodes with values in the places of the numbers."""
    kind = type(numbered)
    if kind is int:
        return scalars[numbered]
    if kind is Pairs:
        items = {key: _filled(item, scalars) for key, item in numbered.items.items()}
        return Pairs(items, numbered.keys, 1, 1)
    if kind is Items:
        return Items(tuple([_filled(item, scalars) for item in numbered.items]), 1, 1)
    return numbered
