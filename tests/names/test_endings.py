"""The examples in the language files are the tests of their tables of endings."""

from __future__ import annotations

import re

import pytest
from _pytest.mark.structures import ParameterSet

from termkit.language import has_data, languages_with_data, load_language
from termkit.language_names import NameExample, Row, read_names
from termkit.model import Concept, Locale, Term, TermType
from termkit.recognise.derived import is_derived
from termkit.recognise.forms import term_forms
from termkit.recognise.slots import title_forms

_TAGS = sorted(filter(has_data, map(Locale, languages_with_data())))
_ALL_EXAMPLES = [(tag, example) for tag in _TAGS for example in load_language(tag).names.examples]


def _params(*, titles: bool) -> list[ParameterSet]:
    return [
        pytest.param(tag, example, id=f"{tag}-{example.term}")
        for tag, example in _ALL_EXAMPLES
        if (example.kind == "title") is titles
    ]


_SEX = {"masculine": "male", "feminine": "female"}


def _term(tag: str, example: NameExample) -> tuple[Term, Concept]:
    locale = Locale(tag)
    term = Term(example.term, locale, type=TermType(example.type), gender=example.gender, number=example.number)
    sex = _SEX.get(example.gender or "") if example.kind == "person" else None
    return term, Concept("x", example.kind, {locale: (term,)}, sex=sex)


@pytest.mark.parametrize(("tag", "example"), _params(titles=False))
def test_example_forms_are_proposed(tag: str, example: NameExample) -> None:
    term, concept = _term(tag, example)
    proposed = {(form.case, form.text) for form in term_forms(term, concept, load_language(Locale(tag)))}
    expected = {(case, text) for case, texts in example.forms.items() for text in texts}
    assert expected <= proposed, sorted(proposed)


_MADE = [(tag, example.term, word) for tag, example in _ALL_EXAMPLES for word in example.derived]


@pytest.mark.parametrize(("tag", "name", "word"), _MADE)
def test_example_words_are_made_from_the_name(tag: str, name: str, word: str) -> None:
    assert is_derived(word, name, load_language(Locale(tag)).names.derived)


@pytest.mark.parametrize("tag", _TAGS)
def test_every_ending_of_derived_words_is_used_by_an_example(tag: str) -> None:
    made = [(name, word) for of, name, word in _MADE if of == tag]
    unused = {
        ending
        for ending in load_language(Locale(tag)).names.derived
        if not any(is_derived(word, name, frozenset({ending})) for name, word in made)
    }
    assert not unused


@pytest.mark.parametrize(("tag", "example"), _params(titles=True))
def test_example_forms_of_a_title_are_known_with_their_cases(tag: str, example: NameExample) -> None:
    names = load_language(Locale(tag)).names
    titles = title_forms(names, names.roles | names.owners)
    known = {(case, form) for form, cases in titles.items() for case in cases.get(example.gender or "", ())}
    assert {(case, form) for case, forms in example.forms.items() for form in forms} <= known


@pytest.mark.parametrize("tag", _TAGS)
def test_every_row_for_titles_is_used_by_an_example(tag: str) -> None:
    titles = load_language(Locale(tag)).names.titles
    examples = [example for of, example in _ALL_EXAMPLES if of == tag and example.kind == "title"]
    used = {(e.gender, _key(row)) for e in examples if (row := titles[e.gender or ""].row(e.term))}
    rows = {(gender, _key(row)) for gender, table in titles.items() for same in table.rows.values() for row in same}
    assert rows == used


@pytest.mark.parametrize("tag", _TAGS)
def test_every_row_of_every_table_is_used_by_an_example(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Rows that only differ in the letters they ask for are told apart here; the user is shown the suffix.
    monkeypatch.setattr(Row, "label", property(_key))
    language = load_language(Locale(tag))
    used: set[str] = set()
    for example in language.names.examples:
        if example.kind == "title":
            continue
        term, concept = _term(tag, example)
        used.update(part for form in term_forms(term, concept, language) for part in form.why.split(", "))
    # A row that several tables share (`like`) needs one example.
    rows = [
        (f"ending table {tag}: {table.name} {row.label}", (row.label, tuple(row.endings.items())))
        for table in language.names.tables.values()
        for alternatives in table.rows.values()
        for row in alternatives
    ]
    seen = {identity for label, identity in rows if label in used}
    assert [label for label, identity in rows if identity not in seen] == []


def _key(row: Row) -> str:
    return f"<{''.join(sorted(row.vowels))}>[{''.join(sorted(row.before))}]{row.suffix}"


@pytest.mark.parametrize(
    ("section", "message"),
    [
        pytest.param({"caes": "gen"}, "unknown key 'caes'", id="unknown-key"),
        pytest.param({"cases": "gen abs"}, "unknown key 'abs'", id="unknown-case"),
        pytest.param(
            {"cases": "gen dat", "tables": {"feminine": {"а": "и"}}},
            "table 'feminine', row 'а': 1 columns for 2 cases",
            id="columns",
        ),
        pytest.param({"tables": {"neuter": {"like": "feminine"}}}, "'neuter' is like 'feminine'", id="like-nothing"),
        pytest.param({"words": {"adjective": {"[кг": "и"}}}, "'[кг' is no suffix", id="suffix"),
        pytest.param({"head": "middle"}, "'head' is 'middle'; it may be first or last", id="head"),
    ],
)
def test_wrong_section_is_refused(section: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        read_names(section)
