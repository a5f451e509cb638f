"""Passages find their translations, whatever was merged, split, moved, dropped or added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from termkit.align import Bead, _cheapest, align, segments
from termkit.model import Locale, Origin, Page, Passage, Position, Run, Span, State, Text

EN, UK = Locale("en"), Locale("uk")

# Length and keys of a passage, and its kind where that is not a paragraph.
Sketch = tuple[int, str] | tuple[int, str, str]

ARTICLE: tuple[Sketch, ...] = (
    (60, "concept:azovstal", "heading"),
    (420, "number:1279 date:5-16 concept:azovstal"),
    (180, "concept:vereshchuk number:52"),
    (350, "date:5-23 concept:yusov"),
    (90, ""),
    (260, "number:40 concept:azovstal"),
    (510, "concept:guterres number:11 concept:vereshchuk"),
)


def passages(sketches: Sequence[Sketch], locale: Locale = EN) -> list[Passage]:
    path = f"{locale}.md"
    return [
        Passage(
            f"{locale}-{number}",
            sketch[2] if len(sketch) == 3 else "paragraph",
            Text("x" * sketch[0], locale, Origin(path, (Run(0, number * 2 + 1, 1),))),
        )
        for number, sketch in enumerate(sketches)
    ]


def aligned(source: Sequence[Sketch], target: Sequence[Sketch]) -> list[Bead]:
    keys = [[frozenset(sketch[1].split()) for sketch in side] for side in (source, target)]
    return align(passages(source), passages(target, UK), keys[0], keys[1])


def one_to_one(count: int) -> list[Bead]:
    return [((index,), (index,)) for index in range(count)]


def longer(sketch: Sketch, factor: float = 1.15) -> Sketch:
    return (int(sketch[0] * factor), *sketch[1:])


TRANSLATION: tuple[Sketch, ...] = tuple(longer(sketch) for sketch in ARTICLE)


def test_a_faithful_translation_is_aligned_one_to_one() -> None:
    assert aligned(ARTICLE, TRANSLATION) == one_to_one(7)


@pytest.mark.parametrize("factor", [0.3, 0.8, 1.4])
def test_the_ratio_of_lengths_is_estimated(factor: float) -> None:
    assert aligned(ARTICLE, [longer(sketch, factor) for sketch in ARTICLE]) == one_to_one(7)


def test_without_any_facts_lengths_alone_align() -> None:
    source: list[Sketch] = [(sketch[0], "") for sketch in ARTICLE[1:]]
    target = [longer(sketch) for sketch in (*source[:2], *source[3:])]
    assert aligned(source, target) == [
        ((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,)), ((4,), (3,)), ((5,), (4,)),
    ]  # fmt: skip


@pytest.mark.parametrize("dropped", range(7))
def test_a_dropped_passage_shifts_nothing(dropped: int) -> None:
    target = [*TRANSLATION[:dropped], *TRANSLATION[dropped + 1 :]]
    before = one_to_one(dropped)
    after: list[Bead] = [((index,), (index - 1,)) for index in range(dropped + 1, 7)]
    assert aligned(ARTICLE, target) == [*before, ((dropped,), ()), *after]


@pytest.mark.parametrize("added", range(8))
def test_an_added_passage_shifts_nothing(added: int) -> None:
    target = [*TRANSLATION[:added], (300, "number:777"), *TRANSLATION[added:]]
    after: list[Bead] = [((index,), (index + 1,)) for index in range(added, 7)]
    assert aligned(ARTICLE, target) == [*one_to_one(added), ((), (added,)), *after]


@pytest.mark.parametrize("first", [1, 2, 5])
def test_merged_paragraphs_become_one_bead(first: int) -> None:
    one, two = TRANSLATION[first], TRANSLATION[first + 1]
    target = [*TRANSLATION[:first], (one[0] + two[0] + 1, f"{one[1]} {two[1]}"), *TRANSLATION[first + 2 :]]
    after: list[Bead] = [((index,), (index - 1,)) for index in range(first + 2, 7)]
    assert aligned(ARTICLE, target) == [*one_to_one(first), ((first, first + 1), (first,)), *after]


def test_a_split_paragraph_becomes_one_bead() -> None:
    target = [*TRANSLATION[:6], (300, "concept:guterres"), (280, "number:11 concept:vereshchuk")]
    assert aligned(ARTICLE, target) == [*one_to_one(6), ((6,), (6, 7))]


def test_two_paragraphs_divided_at_another_sentence_become_one_bead() -> None:
    source = [(300, "a b c"), (310, "d e f"), (300, "g h")]
    target = [(120, "a"), (520, "b c d e f"), (310, "g h")]
    assert aligned(source, target) == [((0, 1), (0, 1)), ((2,), (2,))]


@pytest.mark.parametrize(("start", "goal"), [(1, 5), (6, 1), (2, 3), (5, 6)], ids=lambda place: f"{place}")
def test_a_moved_paragraph_is_paired_where_it_went(start: int, goal: int) -> None:
    order = list(range(7))
    order.insert(goal, order.pop(start))
    moved: list[Bead] = [((index,), (place,)) for place, index in enumerate(order)]
    assert aligned(ARTICLE, [TRANSLATION[index] for index in order]) == moved


def test_a_moved_paragraph_without_facts_is_paired_where_nothing_else_is_left_over() -> None:
    source: list[Sketch] = [(300, "a"), (400, "b"), (150, ""), (300, "c"), (200, "d")]
    target = [source[2], *source[:2], *source[3:]]
    assert aligned(source, target) == [((2,), (0,)), ((0,), (1,)), ((1,), (2,)), ((3,), (3,)), ((4,), (4,))]


def test_a_dropped_paragraph_is_not_paired_with_an_added_one_of_another_length() -> None:
    source: list[Sketch] = [(300, "a"), (400, "b"), (150, ""), (300, "c"), (200, "d")]
    target: list[Sketch] = [(450, ""), *source[:2], *source[3:]]
    assert aligned(source, target)[0] == ((), (0,))
    assert ((2,), ()) in aligned(source, target)


def test_a_fact_changed_in_the_translation_does_not_part_a_pair() -> None:
    target = [*TRANSLATION[:2], (205, "concept:vereshchuk number:25"), (400, "date:6-23 number:9"), *TRANSLATION[4:]]
    assert aligned(ARTICLE, target) == one_to_one(7)


def test_a_paragraph_whose_facts_were_not_read_stays_in_its_place() -> None:
    target = [*TRANSLATION[:1], (470, ""), *TRANSLATION[2:]]
    assert aligned(ARTICLE, target) == one_to_one(7)


def test_a_heading_is_not_merged_into_a_paragraph() -> None:
    source: list[Sketch] = [(300, "a"), (20, "", "heading"), (300, "b")]
    target = [(320, "a"), (320, "b")]
    assert aligned(source, target) == [((0,), (0,)), ((1,), ()), ((2,), (1,))]


def test_kinds_tell_passages_of_one_length_apart() -> None:
    source: list[Sketch] = [(50, "", "heading"), (50, ""), (50, "", "list-item")]
    assert aligned(source, source[1:]) == [((0,), ()), ((1,), (0,)), ((2,), (1,))]
    assert aligned(source, source[:2]) == [((0,), (0,)), ((1,), (1,)), ((2,), ())]


def front_matter(locale: Locale, *ids: str) -> list[Passage]:
    return [Passage(name, "front-matter", Text("x" * 30, locale, Origin(f"{locale}.md"))) for name in ids]


def test_front_matter_is_paired_by_id() -> None:
    source = [*front_matter(EN, "title", "byline", "summary"), *passages(ARTICLE)]
    target = [*front_matter(UK, "summary", "title", "slug"), *passages(TRANSLATION, UK)]
    keys = [frozenset(sketch[1].split()) for sketch in ARTICLE]
    none: list[frozenset[str]] = [frozenset()] * 3
    beads = align(source, target, [*none, *keys], [*none, *keys])
    assert set(beads[:4]) == {((0,), (1,)), ((1,), ()), ((2,), (0,)), ((), (2,))}
    assert beads[4:] == [((index,), (index,)) for index in range(3, 10)]


def test_a_front_matter_id_used_twice_is_paired_once() -> None:
    source, target = front_matter(EN, "title"), front_matter(UK, "title", "title")
    assert align(source, target, [frozenset()], [frozenset()] * 2) == [((0,), (0,)), ((), (1,))]


def test_nothing_against_nothing() -> None:
    assert aligned([], []) == []
    assert aligned(ARTICLE[:2], []) == [((0,), ()), ((1,), ())]
    assert aligned([], ARTICLE[:2]) == [((), (0,)), ((), (1,))]


def test_search_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five hundred passages against as many are a quarter of a million places, of which a band is looked at."""
    looked_at: list[tuple[int, int]] = []

    def counting(costs: Any, rows: Any, i: int, j: int) -> tuple[float, tuple[int, int]]:
        looked_at.append((i, j))
        return _cheapest(costs, rows, i, j)

    monkeypatch.setattr("termkit.align._cheapest", counting)
    monkeypatch.setattr("termkit.align._CELLS", 50_000)
    source: list[Sketch] = [(100 + 37 * n % 400, f"number:{n * 7 % 211} concept:{n % 9}") for n in range(500)]
    target = [longer(sketch) for sketch in (*source[:100], *source[101:])]
    beads = aligned(source, target)
    assert len(looked_at) < 65_000
    assert beads[100] == ((100,), ())
    assert beads[101:] == [((index,), (index - 1,)) for index in range(101, 500)]


@pytest.mark.parametrize("counts", [(400, 100), (100, 400), (300, 1), (1, 300)], ids=str)
def test_narrowed_search_holds_every_passage(monkeypatch: pytest.MonkeyPatch, counts: tuple[int, int]) -> None:
    """Texts of very different lengths are not searched as a whole."""
    monkeypatch.setattr("termkit.align._CELLS", 0)
    source, target = ([(100 + 37 * n % 400, f"number:{n}") for n in range(count)] for count in counts)
    beads = aligned(source, target)
    for side, count in enumerate(counts):
        assert sorted(index for bead in beads for index in bead[side]) == list(range(count))


def page(locale: Locale, *made: Passage) -> Page:
    return Page(f"{locale}.md", locale, made)


def passage(locale: Locale, string: str, *runs: Run, protected: tuple[Span, ...] = ()) -> Passage:
    text = Text(string, locale, Origin(f"{locale}.md", runs), protected)
    comment = Text("note", locale, Origin(f"{locale}.md"))
    return Passage(f"{locale}:{string[:3]}", "paragraph", text, (comment,))


def test_segments_of_a_merged_bead_keep_their_places() -> None:
    source = page(EN, passage(EN, "One.", Run(0, 5, 1)), passage(EN, "Two.", Run(0, 7, 3)))
    first = passage(UK, "Раз\nі", Run(0, 5, 1), Run(4, 6, 1), protected=(Span(0, 3),))
    target = page(UK, first, passage(UK, "два.", Run(0, 8, 3), protected=(Span(1, 3),)))
    (segment,) = segments(source, target, [((0, 1), (0, 1))])
    assert (segment.source.string, segment.target.string) == ("One.\n\nTwo.", "Раз\nі\n\nдва.")
    assert segment.target.protected == (Span(0, 3), Span(8, 10))
    assert segment.target.string[8:10] == "ва"
    assert segment.target.origin.start(8) == Position(8, 4)
    assert segment.target.origin.end(10) == Position(8, 6)
    assert segment.target.origin.start(4) == Position(6, 1)
    assert segment.target.origin.start(6) == Position(6, 2)  # the separator stands behind the first
    assert segment.source.origin.start(6) == Position(7, 3)
    assert (segment.unit.id, segment.state, len(segment.comments)) == ("uk:Раз", State.TRANSLATED, 2)


def test_segments_of_missing_passages_say_where_they_should_stand() -> None:
    source = page(EN, passage(EN, "One.", Run(0, 1, 1)), passage(EN, "Two.", Run(0, 3, 1)))
    target = page(UK, passage(UK, "Два.", Run(0, 4, 2)), passage(UK, "Ще.", Run(0, 6, 1)))
    first, second, third = segments(source, target, [((0,), ()), ((1,), (0,)), ((), (1,))])
    assert (first.state, first.target.string, first.unit.id) == (State.TARGET_MISSING, "", "en:One")
    assert first.target.origin == Origin("uk.md", (Run(0, 1, 1),))
    assert first.target.locale == UK
    assert second.state == State.TRANSLATED
    assert (third.state, third.source.string, third.unit.id) == (State.SOURCE_MISSING, "", "uk:Ще.")
    assert third.source.origin == Origin("en.md", (Run(0, 3, 5),))


def test_a_missing_passage_stands_behind_the_one_before_it() -> None:
    source = page(EN, passage(EN, "One.", Run(0, 1, 1)), passage(EN, "Two.", Run(0, 3, 1)))
    target = page(UK, passage(UK, "Раз.", Run(0, 9, 3)))
    _, missing = segments(source, target, [((0,), (0,)), ((1,), ())])
    assert missing.target.origin.start(0) == Position(9, 7)


def test_a_blank_translation_is_empty() -> None:
    source = page(EN, passage(EN, "One.", Run(0, 1, 1)))
    (segment,) = segments(source, page(UK, passage(UK, " ", Run(0, 1, 1))), [((0,), (0,))])
    assert segment.state == State.EMPTY


def test_a_short_article_may_lack_its_middle_paragraph() -> None:
    source = [(120, "number:1"), (130, "number:2"), (110, "number:3")]
    target = [(125, "number:1"), (115, "number:3")]
    assert aligned(source, target) == [((0,), (0,)), ((1,), ()), ((2,), (1,))]
