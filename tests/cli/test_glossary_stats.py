"""`termkit glossary stats`."""

from __future__ import annotations

import pytest

from .project import Termkit, Write

_GLOSSARY = """
- {id: place-kyiv, kind: place, terms: {en: Kyiv, uk: [{term: Київ}, {term: Киїів, status: forbidden}]}}
- {id: place-lviv, kind: place, status: draft, terms: {en: Lviv, uk: [{term: Львів, status: admitted}]}}
- {id: place-odesa, kind: place, status: proposed, terms: {en: Odesa}}
- {id: person-x, kind: person, terms: {en: Denys, uk: [{term: Деніс, status: deprecated}]}}
- {id: person-y, kind: person, status: retired, terms: {en: Former, de: Ehemals}}
"""


@pytest.fixture(autouse=True)
def configuration(write: Write) -> None:
    write("termkit.toml", "")


def test_coverage_by_locale_and_kind(termkit: Termkit, write: Write) -> None:
    write("glossary/x.yaml", _GLOSSARY)
    result = termkit("glossary", "stats")
    assert result.code == 0
    assert result.out == (
        "locale  covered  preferred  draft  missing\n"
        "en            4          4      2        0\n"
        "uk            2          1      1        2\n"
        "\n"
        "kind    concepts  en  uk\n"
        "person         1   1   0\n"
        "place          3   3   2\n"
    )


def test_all_retired_is_an_empty_table(termkit: Termkit, write: Write) -> None:
    write("glossary/x.yaml", "- {id: person-y, kind: person, status: retired, terms: {en: Former}}\n")
    result = termkit("glossary", "stats")
    assert (result.code, result.out) == (
        0,
        "locale  covered  preferred  draft  missing\n\nkind  concepts\n",
    )


def test_no_termbase_is_a_fault(termkit: Termkit) -> None:
    result = termkit("glossary", "stats")
    assert result.code == 2
    assert "no termbase" in result.err
