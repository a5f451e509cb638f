"""The name recognisers raise on no text, and every span that they give lies in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termkit.language import load_language
from termkit.model import Concept, Locale, Span, Term, Text
from termkit.recognise.forms import term_forms
from termkit.recognise.names import near_names, recognise_names
from termkit.recognise.names_cache import load_names
from termkit.recognise.near import edit_distance

UK = Locale("uk")
CONCEPTS = {
    "regiment": Concept("regiment", "military-unit", {UK: (Term("полк «Азов»", UK, gender="masculine"),)}),
    "denys": Concept("denys", "person", {UK: (Term("Денис Прокопенко", UK), Term("Прокопенко", UK))}, sex="male"),
    "us": Concept("us", "place", {UK: (Term("U.S.", UK), Term("O'Брайен", UK))}),
}
INDEX = load_names(CONCEPTS, load_language(UK), None)
PIECES = st.sampled_from(
    [
        "полку",
        "«Азов»",
        "Азов",
        "Дениса",
        "Прокопенка",
        "Прокопенга",
        "U.S.",
        "O’Брайен",
        "вона",
        "-",
        " ",
        "\u00ad",
        "\u0301",
        "’",
        "й",
        "\n",
    ]
)
STRINGS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join))
WORDS = st.text("абвг", max_size=7)


@given(STRINGS, st.integers(0, 30), st.integers(0, 30))
def test_spans_lie_in_the_text_and_hold_what_they_say(string: str, start: int, length: int) -> None:
    protected = (Span(min(start, len(string)), min(start + length, len(string))),)
    text = Text(string, UK, protected=protected)
    mentions = recognise_names(text, INDEX)
    for mention in [*mentions, *near_names(text, INDEX, CONCEPTS, mentions)]:
        assert 0 <= mention.span.start < mention.span.end <= len(string)
        assert string[slice(*mention.span)] == mention.text


@given(WORDS, WORDS)
def test_edit_distance_is_symmetric_and_zero_only_for_the_same_word(one: str, other: str) -> None:
    assert edit_distance(one, other, 7) == edit_distance(other, one, 7)
    assert (edit_distance(one, other, 7) == 0) is (one == other)


@given(
    st.text(min_size=1, max_size=30),
    st.sampled_from(["person", "place"]),
    st.sampled_from(["uk", "ru", "pl", "cs", "de"]),
)
def test_forms_of_any_term(string: str, kind: str, tag: str) -> None:
    locale = Locale(tag)
    term = Term(string, locale)
    forms = term_forms(term, Concept("x", kind, {locale: (term,)}), load_language(locale))
    assert string in {form.text for form in forms}
