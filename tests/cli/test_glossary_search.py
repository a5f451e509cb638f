"""`termkit glossary search`."""

from __future__ import annotations

from typing import Any

import pytest

from termkit.model import Concept, Locale, Term
from termkit.recognise.forms import Form, term_forms
from termkit.recognise.search import search_terms

from .project import Termkit, Write

_GLOSSARY = """
- id: place-kyiv
  kind: place
  terms:
    en: Kyiv
    uk: [{term: Київ, gender: masculine, forms: {gen: [Києва]}}]
    cs: Kyjev
- id: person-petrenko
  kind: person
  sex: male
  terms:
    en: Kyivan
    uk: [{term: Мар'яненко, type: surname}]
    fr: Éloïse
- {id: people, kind: title, terms: {en: [{term: man, forms: {other: [people]}}]}}
- id: organisation-un
  kind: organisation
  terms: {en: [{term: UNO, type: acronym}]}
"""


@pytest.fixture(autouse=True)
def glossary(write: Write) -> None:
    write("termkit.toml", "")
    write("glossary/x.yaml", _GLOSSARY)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param("Київ", ["place-kyiv", "place", "uk", "Київ", "Київ", "exact"], id="exact"),
        pytest.param("Києва", ["place-kyiv", "place", "uk", "Київ", "Києва", "inflected"], id="listed"),
        pytest.param("Києвом", ["place-kyiv", "place", "uk", "Київ", "Києвом", "inflected"], id="by-table"),
        pytest.param(
            "Мар'яненка", ["person-petrenko", "person", "uk", "Мар'яненко", "Мар'яненка", "inflected"], id="by-library"
        ),
        pytest.param("києвом", ["place-kyiv", "place", "uk", "Київ", "Києвом", "folded"], id="case"),
        pytest.param(
            "Мар’яненка", ["person-petrenko", "person", "uk", "Мар'яненко", "Мар'яненка", "folded"], id="apostrophe"
        ),
        pytest.param("Eloise", ["person-petrenko", "person", "fr", "Éloïse", "Éloïse", "folded"], id="accents"),
        pytest.param("Кієвом", ["place-kyiv", "place", "uk", "Київ", "Києвом", "near"], id="a-letter-off"),
        pytest.param("иєвом", ["place-kyiv", "place", "uk", "Київ", "Києвом", "near"], id="first-letter-left-out"),
        pytest.param("Гиєвом", ["place-kyiv", "place", "uk", "Київ", "Києвом", "near"], id="first-letter-wrong"),
        pytest.param("ІКиєвом", ["place-kyiv", "place", "uk", "Київ", "Києвом", "near"], id="letter-before"),
        pytest.param("Ки єва", ["place-kyiv", "place", "uk", "Київ", "Києва", "near"], id="space-too-many"),
        pytest.param("People", ["people", "title", "en", "man", "people", "folded"], id="listed-that-begins-otherwise"),
        pytest.param(" Kyjev ", ["place-kyiv", "place", "cs", "Kyjev", "Kyjev", "exact"], id="spaces"),
    ],
)
def test_best_match_comes_first(termkit: Termkit, text: str, row: list[str]) -> None:
    result = termkit("glossary", "search", text)
    assert result.code == 0
    header, first, *_ = result.out.splitlines()
    assert header.split() == ["concept", "kind", "locale", "term", "form", "match", "status"]
    assert first.split() == [*row, "preferred"]


def test_a_term_that_is_not_to_be_used_says_so(termkit: Termkit, write: Write) -> None:
    kiev = "{term: Kiev, status: forbidden, replace_with: Kyiv}"
    write("glossary/x.yaml", f"- {{id: place-kyiv, kind: place, terms: {{en: [Kyiv, {kiev}]}}}}")
    _, found = termkit("glossary", "search", "Kiev").out.splitlines()
    assert found.endswith("exact  forbidden, use Kyiv")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["Львів"], id="not-there"),
        pytest.param(["Київ", "--locale", "en"], id="other-locale"),
        pytest.param(["Kyїvvv"], id="too-far"),
        pytest.param(["UNA"], id="short-word-a-letter-off"),
    ],
)
def test_nothing_found(termkit: Termkit, arguments: list[str]) -> None:
    result = termkit("glossary", "search", *arguments)
    assert (result.code, result.out, result.err) == (1, "", "Nothing found.\n")


def test_limit_says_what_is_not_shown(termkit: Termkit) -> None:
    everything = termkit("glossary", "search", "Kyiva").out.splitlines()[1:]
    limited = termkit("glossary", "search", "Kyiva", "--limit", "1")
    assert [line.split()[0] for line in everything] == ["place-kyiv", "person-petrenko"]
    assert len(limited.out.splitlines()) == 2
    assert limited.err == "1 more: show them with --limit 2.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([" "], id="empty"),
        pytest.param(["Київ", "--locale", "xx-nowhere"], id="locale"),
        pytest.param(["Київ", "--limit", "0"], id="limit"),
        pytest.param([], id="no-text"),
    ],
)
def test_wrong_usage(termkit: Termkit, arguments: list[str]) -> None:
    assert termkit("glossary", "search", *arguments).code == 2


def test_terms_that_begin_otherwise_are_not_inflected(monkeypatch: pytest.MonkeyPatch) -> None:
    uk = Locale("uk")
    names = ("Київ", "Канів", "Козятин", "Харків", "Львів", "Одеса", "Іван Київ")
    concepts = [Concept(name, "place", {uk: (Term(name, uk),)}) for name in names]
    inflected = []

    def counted(term: Term, *rest: Any) -> tuple[Form, ...]:
        inflected.append(term.term)
        return term_forms(term, *rest)

    monkeypatch.setattr("termkit.recognise.search.term_forms", counted)
    assert [found.term.term for found in search_terms(concepts, "Кієва")] == ["Київ"]
    assert inflected == ["Київ"]
