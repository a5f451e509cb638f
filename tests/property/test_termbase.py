"""No glossary file, whatever is in it, makes the loader do anything but load it or name its faults."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from termkit.termbase import GlossaryFile, TermbaseError, TermbaseFault, load_termbase
from termkit.termbase.loader import _parse
from termkit.termbase.parallel import read_packed

GLOSSARY = """\
- id: person-a
  kind: person
  sex: male
  definition: {en: "A: b"}
  source: [x, {text: y, url: "https://example.org"}]
  updated: 2026-11-22
  related: {type: member-of, target: person-a}
  terms:
    uk:
      - term: Київ
        forms: {gen: [Києва], other: Києве}
        valid: {from: 2014-05-05, to: 2023-02-09}
    en: [Kyiv, {term: Kiev, status: forbidden, replace_with: Kyiv, except: [chicken Kiev]}]
"""
PIECES = [
    "- ",
    "  ",
    "\n",
    ": ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!!x ",
    "---\n",
    "? ",
    "|\n",
    '"',
    "\t",
    "\u200b",
    "\\",
]
PIECES += [
    "term: ",
    "terms:\n",
    "uk: ",
    "no",
    "forms: ",
    "status: ",
    "null",
    "id: ",
    "person-a",
    "Київ",
    "Kyiv",
    "\u0306",
]


def load(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "glossary.yaml")
        path.write_bytes(content)
        try:
            load_termbase([path], cache=False)
        except TermbaseError as error:
            lines = content.decode("utf-8", "replace").splitlines() or [""]
            for fault in error.faults:
                assert fault.path == str(path)
                assert 1 <= fault.line <= len(lines) + 1
                assert fault.column >= 1
                assert fault.message


@settings(deadline=None)
@given(st.binary())
def test_any_bytes(content: bytes) -> None:
    load(content)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3)))
def test_any_yaml(pieces: list[str]) -> None:
    load("".join(pieces).encode("utf-8", "replace"))


@settings(deadline=None)
@given(st.data())
def test_any_change_to_a_glossary(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(GLOSSARY)))
    end = data.draw(st.integers(start, min(start + 12, len(GLOSSARY))))
    piece = data.draw(st.sampled_from(PIECES) | st.text(max_size=3))
    load((GLOSSARY[:start] + piece + GLOSSARY[end:]).encode("utf-8", "replace"))


@settings(deadline=None)
@given(st.data())
def test_what_is_read_quickly_is_read_the_same(data: st.DataObject) -> None:
    entries = [GLOSSARY.replace("person-a", f"person-{letter}") for letter in "abcd"]
    start = data.draw(st.integers(0, len(GLOSSARY)))
    end = data.draw(st.integers(start, min(start + 12, len(GLOSSARY))))
    piece = data.draw(st.sampled_from(PIECES) | st.text(max_size=3))
    changed = entries[2][:start] + piece + entries[2][end:]
    content = "".join([*entries[:2], changed, entries[3]]).encode("utf-8", "replace")
    faults: list[TermbaseFault] = []
    files = [GlossaryFile(Path("x.yaml"), content)]
    packed = read_packed(files)
    parsed = _parse(files, faults)
    assert packed is None or (packed == parsed and not faults)
