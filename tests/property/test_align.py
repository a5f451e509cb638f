"""Alignment loses nothing and doubles nothing, whatever the two texts are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termkit.align import align, segments
from termkit.model import Locale, Origin, Page, Passage, State, Text

KINDS = st.sampled_from(["paragraph", "heading", "list-item", "front-matter", "quote", "table-cell"])
KEYS = st.frozensets(st.sampled_from([f"number:{n}" for n in range(6)]), max_size=4)
SKETCHES = st.lists(st.tuples(KINDS, st.integers(0, 400), st.integers(0, 3), KEYS), max_size=12)


def page(sketches: list[tuple[str, int, int, frozenset[str]]], locale: str) -> Page:
    passages = [
        Passage(f"id{name}", kind, Text("x" * size, Locale(locale), Origin(f"{locale}.md")))
        for kind, size, name, _ in sketches
    ]
    return Page(f"{locale}.md", Locale(locale), tuple(passages))


@given(SKETCHES, SKETCHES)
def test_every_index_of_both_sides_exactly_once_in_the_order_of_the_target(
    left: list[tuple[str, int, int, frozenset[str]]], right: list[tuple[str, int, int, frozenset[str]]]
) -> None:
    source, target = page(left, "en"), page(right, "uk")
    beads = align(source.passages, target.passages, [row[3] for row in left], [row[3] for row in right])
    assert sorted(i for indices, _ in beads for i in indices) == list(range(len(left)))
    assert sorted(j for _, indices in beads for j in indices) == list(range(len(right)))
    firsts = [indices[0] for _, indices in beads if indices]
    assert firsts == sorted(firsts)
    assert all(len(one) <= 2 and len(other) <= 2 for one, other in beads)


@given(SKETCHES, SKETCHES)
def test_segments_hold_the_texts_of_their_beads(
    left: list[tuple[str, int, int, frozenset[str]]], right: list[tuple[str, int, int, frozenset[str]]]
) -> None:
    source, target = page(left, "en"), page(right, "uk")
    beads = align(source.passages, target.passages, [row[3] for row in left], [row[3] for row in right])
    for bead, segment in zip(beads, segments(source, target, beads), strict=True):
        assert segment.source.string == "\n\n".join(source.passages[i].text.string for i in bead[0])
        assert segment.target.string == "\n\n".join(target.passages[j].text.string for j in bead[1])
        assert (segment.state == State.TARGET_MISSING) == (not bead[1])
        assert (segment.state == State.SOURCE_MISSING) == (not bead[0])
