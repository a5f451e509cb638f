"""Entries that are written alike, read at a fraction of the cost.

Most entries of a large glossary differ in their names alone. What is left of an entry without its plain values is its
layout. The first entries of a layout are read by the YAML parser, which shows where each value belongs; the next ones
have their values put there. A value counts as plain only where no other such value in its place could be read in
another way: a word or some, or a text in quotation marks, without any character that means something in YAML.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .faults import FileFaults
from .nodes import Items, Node, Pairs, Scalar, entries
from .places import ITEM, ODD_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["quick_entries"]

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
    layouts: dict[str, Any] = {}
    for piece in _pieces(text):
        parts = _VALUE.split(piece)
        layout = "\0".join(parts[::2])
        if (known := layouts.get(layout)) is not None:
            yield _filled(known, [_scalar(value) for value in parts[1::2]])
            continue
        node = _parsed(piece)
        yield node
        # Learned when it comes a second time, since what comes once is not worth it.
        layouts[layout] = _learned(node, piece, parts) if layout in layouts else None


def _pieces(text: str) -> Iterator[str]:
    starts = [match.start() for match in ITEM.finditer(text)][1:]
    for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
        yield text[start:end]


def _parsed(piece: str) -> Node | None:
    """The one entry of a text; None where there is a fault, or not one entry."""
    faults = FileFaults(_NOWHERE)
    nodes = list(entries(piece, faults))
    return nodes[0] if len(nodes) == 1 and not faults.faults else None


def _scalar(written: str) -> Scalar:
    return Scalar(written[1:-1], False, 1, 1) if written[0] in "\"'" else Scalar(written, True, 1, 1)  # noqa: FBT003


def _learned(node: Node | None, piece: str, parts: list[str]) -> Any:
    """An entry with numbers in the places of its plain values; None where they are not just that.

    `parts` is the piece cut at its plain values, which are every other part.
    """
    if node is None or ODD_BREAK.search(piece):
        return None
    numbers, offset = {}, 0
    for number, part in enumerate(parts):
        if number % 2:
            numbers[offset] = number // 2
        offset += len(part)
    lines = [0, *(match.end() for match in re.finditer("\n", piece))]
    found: list[int] = []

    def numbered(node: Node | None) -> Any:
        if isinstance(node, Pairs):
            return node._replace(items={key: numbered(item) for key, item in node.items.items()})
        if isinstance(node, Items):
            return node._replace(items=tuple(map(numbered, node.items)))
        number = numbers.get(lines[node.line - 1] + node.column - 1) if node else None
        if number is None or node is None or node[:2] != _scalar(parts[2 * number + 1])[:2]:
            return node
        found.append(number)
        return number

    layout = numbered(node)
    return layout if found == list(numbers.values()) else None


def _filled(layout: Any, scalars: list[Scalar]) -> Any:
    """A layout with values in the places of its numbers."""
    kind = type(layout)
    if kind is int:
        return scalars[layout]
    if kind is Pairs:
        items = {key: _filled(item, scalars) for key, item in layout.items.items()}
        return Pairs(items, layout.keys, 1, 1)
    if kind is Items:
        return Items(tuple([_filled(item, scalars) for item in layout.items]), 1, 1)
    return layout
