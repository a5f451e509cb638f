"""Whatever stands in entries that are written alike, they are read and found as the YAML parser reads them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from termkit.termbase.faults import FileFaults
from termkit.termbase.layouts import Alike, Layouts, quick_entries
from termkit.termbase.nodes import Items, Node, Pairs, Scalar, entries

GAPS = [
    "  ",
    "    ",
    " ",
    "\n",
    "\n  ",
    "\n    ",
    "\n  - ",
    "\r\n  ",
    "\r",
    "\x85  ",
    "\u2028",
    "\t",
    "\n\n",
    "\n- ",
    "",
]
SIGNS = ["a: ", "b: ", "? ", ": ", "- ", "[", "]", "{", "}", ", ", ",", "[ ", " ]", "|\n    ", ">-\n    ", "# ", " # "]
SIGNS += ['"', "'", "&a ", "*a", "!!str ", "---\n", "...\n", "word", "word ", "% ", "@", "<<: ", "=", '"a": ', "{a: "]
# The places of values, where most of a glossary is plain.
SLOTS = [
    " \0\n",
    " \0\n  a: \0",
    "\n  b: \0\n",
    "[\0, \0]",
    " \0}",
    "\n  c: {d: \0, e: [\0]}\n",
    "\n    - \0\n  f: \0\n",
]
LAYOUTS = st.lists(st.sampled_from(SLOTS) | st.sampled_from(SIGNS + GAPS + SLOTS), min_size=1, max_size=8).map("".join)
PLAIN = ["Kyiv", "Kyiv City", "no", "null", "~", "12", "12:30", "1_000", "2026-11-22", "0x1F", "1e3", "true", "=", "<<"]
PLAIN += ["O'Neil", 'a "b" c', "a - b", "a.", "(a)", "a #b", "a # b", "a: b", "a:b", "a, b", "ab ", "Кии\u0306в", "“a”"]
QUOTED = [
    "'a'",
    '"a"',
    "''",
    '""',
    "'it''s'",
    '"\\t"',
    "'a\tb '",
    '" a"',
    "'a: b # c'",
    '"a\n   b"',
    "'a\u2028b'",
    "'null'",
]
OTHERS = [
    "",
    "*a",
    "&a b",
    "!x a",
    "|",
    ">",
    "- a",
    "[a]",
    "{a: b}",
    "a\n    b",
    "a\n  b: c",
    "a\tb",
    "\u00a0a",
    "a]",
    "'a",
    '"',
]
VALUES = st.sampled_from(PLAIN + QUOTED + OTHERS) | st.text(
    "ab \t\n'\"\\:#,[]{}&*!|>%@`-?.\r\x85\u2028і\u0306", max_size=6
)


def plain(node: Any) -> Any:
    """What a node says, and its keys, without its place."""
    if isinstance(node, Pairs):
        return {key: plain(item) for key, item in node.items.items()}, list(node.keys)
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return node[:2] if isinstance(node, Scalar) else node


def is_read_the_same(text: str) -> bool:
    """Whether a text is read quickly; then it must be as the parser reads it, and that without faults."""
    found = list(quick_entries(text))
    if None in found:
        return False
    faults = FileFaults(Path())
    assert list(map(plain, found)) == list(map(plain, entries(text, faults)))
    assert not faults.faults
    return True


def nodes_of(node: Node | None) -> Iterator[Node]:
    """A node, its keys, and all below it."""
    if node is not None:
        yield node
    if isinstance(node, Pairs):
        yield from node.keys.values()
    if isinstance(node, Pairs | Items):
        for item in node.items.values() if isinstance(node, Pairs) else node.items:
            yield from nodes_of(item)


def places(node: Node) -> tuple[Any, ...]:
    return (type(node), node.line, node.column, *(node[:2] if isinstance(node, Scalar) else ()))


def has_the_same_places(pieces: list[str]) -> bool:
    """Whether the last of some entries is like those before it; then its parts must be where the parser finds them."""
    layouts = Layouts()
    entry = [layouts.read(piece) for piece in pieces][-1]
    if not isinstance(entry, Alike):
        return False
    [parsed] = entries(pieces[-1], FileFaults(Path()))
    assert [places(entry.moved(node)) for node in nodes_of(entry.layout.first)] == list(map(places, nodes_of(parsed)))
    return True


def filled(layout: str, values: list[str]) -> str:
    pieces = layout.split("\0")
    return "".join(piece + value for piece, value in zip(pieces, [*values, ""], strict=True))


@settings(deadline=None, max_examples=300)
@given(LAYOUTS, st.sampled_from(["Kyiv", "'x'", '"x y"']), st.data())
def test_any_values_in_any_layout(rest: str, first: str, data: st.DataObject) -> None:
    layout = f"- id: \0\n  a: {rest}\n"
    count = layout.count("\0")
    learned = filled(layout, [first] * count)
    assume(is_read_the_same(learned * 2))
    entry = filled(layout, data.draw(st.lists(VALUES, min_size=count, max_size=count)))
    has_the_same_places([learned, learned, entry])
    is_read_the_same(learned * 2 + entry + data.draw(st.sampled_from(["", "- id: x\n", "...\n", "---\n"])))
