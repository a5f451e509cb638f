"""`termkit glossary forms`."""

from __future__ import annotations

import pytest

from .project import Termkit, Write

_GLOSSARY = """
- id: place-kyiv
  kind: place
  terms:
    en:
      - term: Kyiv
    uk:
      - term: Київ
        gender: masculine
        forms: {gen: [Києва]}
    fi:
      - term: Kiova
- id: person-denys
  kind: person
  sex: male
  terms:
    uk:
      - term: Денис
        type: given-name
"""


@pytest.fixture(autouse=True)
def glossary(write: Write) -> None:
    write("termkit.toml", "")
    write("glossary/x.yaml", _GLOSSARY)


def test_forms_stand_by_case_with_where_they_come_from(termkit: Termkit) -> None:
    result = termkit("glossary", "forms", "place-kyiv", "--locale", "uk")
    assert result.code == 0
    assert [line.split(maxsplit=2) for line in result.out.splitlines()[3:9]] == [
        ["nom", "Київ", "the term itself"],
        ["gen", "Києва", "listed in the termbase"],
        ["dat", "Києву", "ending table uk: masculine -їв"],
        ["Києвові", "ending", "table uk: masculine -їв"],
        ["acc", "Київ", "ending table uk: masculine -їв"],
        ["ins", "Києвом", "ending table uk: masculine -їв"],
    ]
    assert "Kyiv" not in result.out


def test_cases_that_other_languages_have(termkit: Termkit) -> None:
    lines = termkit("glossary", "forms", "place-kyiv", "--locale", "fi").out.splitlines()
    forms = {line.split()[0]: line.split()[1] for line in lines[3:]}
    assert (forms["par"], forms["ine"], forms["ill"]) == ("Kiovaa", "Kiovassa", "Kiovaan")


def test_a_library_is_named(termkit: Termkit) -> None:
    assert "shevchenko" in termkit("glossary", "forms", "person-denys").out


def test_all_locales_where_none_is_named(termkit: Termkit) -> None:
    lines = termkit("glossary", "forms", "place-kyiv").out.splitlines()
    assert [line.split()[:2] for line in lines if line and not line.startswith(" ")] == [
        ["place-kyiv", "place,"],
        ["en", "Kyiv"],
        ["uk", "Київ"],
        ["fi", "Kiova"],
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["place-kiev"], "did you mean `place-kyiv`?", id="concept"),
        pytest.param(["place-kyiv", "--locale", "pl"], "has no terms in `pl`; it has en, uk, fi", id="locale"),
    ],
)
def test_what_is_not_there_is_a_fault(termkit: Termkit, arguments: list[str], message: str) -> None:
    result = termkit("glossary", "forms", *arguments)
    assert result.code == 2
    assert message in result.err
