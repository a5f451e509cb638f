"""An edited PO file says what it said, but for the edit, however its strings are escaped and wrapped."""

from __future__ import annotations

import itertools

import polib
from hypothesis import assume, given
from hypothesis import strategies as st

from termkit.formats.editing import Edit, apply_edits
from termkit.formats.po import escape_po, read_po
from termkit.model import Locale, Span

TEXT = st.text(st.sampled_from("аб «»\"\\\n\t'c."), max_size=60)
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def _po(text: str, cuts: list[int]) -> bytes:
    """A PO file whose translation is cut into lines at some places."""
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    pieces = [text[start:end] for start, end in itertools.pairwise(edges)] or [""]
    lines = "".join(f'"{polib.escape(piece)}"\n' for piece in pieces)
    return f'{HEADER}msgid "x"\nmsgstr {lines}'.encode()


@given(TEXT, st.lists(st.integers(1, 59), max_size=4), st.integers(0, 60), st.integers(0, 60), TEXT)
def test_one_edit(text: str, cuts: list[int], start: int, end: int, new: str) -> None:
    assume(text and start <= end <= len(text))
    data = _po(text, cuts)
    (before,) = read_po("x.po", data, source_locale=Locale("en"), locale=Locale("uk")).segments
    assert before.target.string == text
    edited, done = apply_edits(data, "utf-8", [Edit(before.target, Span(start, end), new)], escape_po)
    (after,) = read_po("x.po", edited, source_locale=Locale("en"), locale=Locale("uk")).segments
    wanted = text[:start] + new + text[end:]
    # Space between words stays as it is in the file.
    assert after.target.string.split() == (wanted if done[0] else text).split()
