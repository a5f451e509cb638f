"""Entries that are written alike are read as the YAML parser reads them."""

from pathlib import Path
from typing import Any

import pytest

from termkit.termbase import layouts, read_termbase
from termkit.termbase.faults import FileFaults
from termkit.termbase.layouts import quick_entries
from termkit.termbase.nodes import Items, Pairs, Scalar, entries

GLOSSARY = Path(__file__).parents[2] / "glossary"
VALUES = (
    "Kyiv",
    "a-b",
    "no",
    "12",
    "'x'",
    '"y z"',
    "~",
    "Kyiv, Lviv",
    "a: b",
    "a #b",
    "'it''s'",
    '"\\t"',
    "&a x",
    "- x",
)


def plain(node: Any) -> Any:
    """What a node says, without its places."""
    if isinstance(node, Pairs):
        return {key: plain(item) for key, item in node.items.items()}
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return node[:2] if isinstance(node, Scalar) else node


def read(text: str) -> list[Any] | None:
    """What the parser reads; None where it finds a fault."""
    faults = FileFaults(Path())
    found = [plain(node) for node in entries(text, faults)]
    return None if faults.faults else found


def read_quickly(text: str) -> list[Any] | None:
    found = list(quick_entries(text))
    return None if None in found else [plain(node) for node in found]


@pytest.mark.parametrize(
    "entry",
    [
        "- {}\n",
        "- a: {}\n",
        "- [{}, b]\n",
        "- {{a: {}, b: [c]}}\n",
        "- a: {}, x\n",
        "- a: {}\n    more\n",
        "- a: |\n    {}\n",
        "- a: >\n    b: {}\n  c: {}\n",
        "- a: [b,\n    {}]\n",
        "- a: {}  # {}\n",
        "- a: b\n  # c: {}\n",
        "- a: {}\r\n  b: {}\r\n",
        "- a: {}\r  b: {}\r  c: d\n",
        '- a: "b {}\n    c"\n',
        "- a: say {}\n",
        "- - {}\n",
        "- a: {}\n  a: b\n",
    ],
)
@pytest.mark.parametrize("first", ["Kyiv", "'x'", "~"])
def test_another_value_in_the_same_place(entry: str, first: str) -> None:
    for value in VALUES:
        text = entry.format(first, first) * 2 + entry.format(value, value)
        assert read_quickly(text) == read(text)


def test_sample_termbase() -> None:
    for path in GLOSSARY.glob("*.yaml"):
        text = path.read_text("utf-8")
        assert read_quickly(text * 2) == read(text * 2)


def test_only_the_first_entries_of_a_layout_are_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    parse = layouts._parsed

    def counting(piece: str) -> Any:
        parsed.append(piece)
        return parse(piece)

    monkeypatch.setattr(layouts, "_parsed", counting)
    text = "".join(f"- id: place-{number}\n  terms: {{en: [Place {number}, {{term: 'X'}}]}}\n" for number in range(9))
    assert read_quickly(text) == read(text)
    assert len(parsed) == 2


@pytest.mark.parametrize(
    "text",
    [
        "- id: a\n...\n- id: b\n",
        "- id: a\r...\n- id: b\n",
        "- id: a\u2028...\n- id: b\n",
        "- id: a\n---\n- id: b\n",
        "a: b\n",
        "",
        "- a: *b\n",
    ],
)
def test_what_has_a_fault_is_not_read(text: str) -> None:
    assert read_quickly(text) is None


def test_a_fault_among_entries_that_are_alike(tmp_path: Path) -> None:
    entry = "- id: place-{}\n  kind: {}\n  terms: {{en: [Place {}, {{status: admitted, term: {}}}]}}\n"
    kinds = dict.fromkeys(range(9), "place") | {6: "palce"}
    terms = dict.fromkeys(range(9), "'X'") | {7: "'X '"}
    path = tmp_path / "x.yaml"
    path.write_text("".join(entry.format(n, kinds[n], n, terms[n]) for n in range(9)), "utf-8")
    reading = read_termbase([path], cache=False)
    assert [(fault.line, fault.column, fault.value) for fault in reading.faults] == [(20, 9, "palce"), (24, 50, "X ")]
    assert {fault.path for fault in reading.faults} == {str(path)}
    assert list(reading.concepts) == [f"place-{n}" for n in range(9) if n not in (6, 7)]
