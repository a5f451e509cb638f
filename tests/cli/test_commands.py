"""The commands beside `check`."""

from __future__ import annotations

import json

import pytest

from termkit.cli._output import wrapped
from termkit.lint import lint_names
from termkit.rules import load_rules, rule_names

from .project import Termkit, Write

GLOSSARY = """
- id: place-kyiv
  kind: place
  definition: {en: the capital of Ukraine}
  terms:
    en: [{term: Kyiv}]
    uk:
      - {term: Київ, gender: masculine, forms: {gen: Києва}}
"""


def test_version(termkit: Termkit) -> None:
    assert termkit("--version") == (0, "termkit 0.1.0\n", "")


def test_help_lists_the_commands(termkit: Termkit) -> None:
    result = termkit("--help")
    assert result.code == 0
    for name in ("check", "completion", "glossary", "recognise", "rules"):
        assert f"  {name} " in result.out


def test_unknown_command(termkit: Termkit) -> None:
    assert termkit("chekc").code == 2


def test_rules_lists_every_rule(termkit: Termkit) -> None:
    of_check, title, of_lint = termkit("rules").out.split("\n\n")
    assert [line.split()[0] for line in of_check.splitlines()] == list(rule_names())
    assert title == "Rules of `termkit glossary lint`:"
    assert [line.split()[0] for line in of_lint.splitlines()] == list(lint_names())


@pytest.mark.parametrize("name", rule_names())
def test_rule_is_named_for_its_module_and_has_a_page(termkit: Termkit, name: str) -> None:
    module = load_rules()[name]
    assert module.RULE.name == name
    result = termkit("rules", name)
    assert result.out.startswith(f"# {name}\n")
    words = " ".join(result.out.split())
    assert (module.__doc__ or "").splitlines()[0] in words
    assert all(message in words for example in module.EXAMPLES for message in example.messages if not example.fails)
    assert max(map(len, result.out.splitlines())) <= 100


def test_rules_says_where_a_rule_is_off(termkit: Termkit, monkeypatch: pytest.MonkeyPatch) -> None:
    places = {"number-mismatch": {"ja": "one", "en-de": "two", "he-*": "three"}}
    monkeypatch.setattr("termkit.cli.rules.off_places", lambda: places)
    page = termkit("rules", "number-mismatch").out.splitlines()
    first = "off by default in some languages; `--extend-select number-mismatch` runs it there too:"
    assert page[3:7] == [first, "    into ja: one", "    from en into de: two", "    from he: three"]
    assert "off by default" not in termkit("rules", "date-mismatch").out


@pytest.mark.parametrize(
    ("lang", "text", "reading"),
    [
        pytest.param("de", "1.279", "1.279 read as 1279, German grouping; or as 1.279", id="grouping"),
        pytest.param("uk", "1,279", "1,279 read as 1.279, Ukrainian decimal comma; or as 1279", id="decimal"),
        pytest.param("uk", "1.279", "1.279 read as 1.279, decimal point; or as 1279", id="foreign"),
        pytest.param("pt-BR", "1.279.500", "1.279.500 read as 1279500", id="certain"),
    ],
)
def test_recognise_says_what_decided_a_reading(termkit: Termkit, lang: str, text: str, reading: str) -> None:
    (mention,) = termkit("recognise", lang, text, "--output-format", "jsonl").out.splitlines()
    assert json.loads(mention)["reading"] == reading


def test_rules_of_an_unknown_rule(termkit: Termkit) -> None:
    result = termkit("rules", "syntax-eror")
    assert result.code == 2
    assert "did you mean `syntax-error`?" in result.err


def test_recognise_as_a_table(termkit: Termkit) -> None:
    result = termkit("recognise", "uk", "вийшли 1 279 людей")
    assert result.code == 0
    header, row = result.out.splitlines()
    assert header.split() == ["kind", "text", "span", "value", "hard", "reading"]
    assert row.split()[:6] == ["number", "1", "279", "7-12", "1279", "hard"]


def test_recognise_as_json_lines(termkit: Termkit) -> None:
    result = termkit("recognise", "en", "on 10 May 2022", "--output-format", "jsonl")
    (mention,) = map(json.loads, result.out.splitlines())
    assert (mention["kind"], mention["text"], mention["value"]) == ("date", "10 May 2022", "2022-05-10")


def test_recognise_names_of_the_termbase(termkit: Termkit, write: Write) -> None:
    write("names.yaml", GLOSSARY)
    result = termkit("recognise", "uk", "до Києва", "--glossary", "names.yaml", "--output-format", "jsonl")
    (mention,) = map(json.loads, result.out.splitlines())
    assert (mention["kind"], mention["span"]) == ("name", [3, 8])
    assert "place-kyiv (gen; listed in the termbase)" in mention["value"]


def test_recognise_an_unknown_locale(termkit: Termkit) -> None:
    result = termkit("recognise", "ua", "5")
    assert result.code == 2
    assert "did you mean `uk`?" in result.err


def test_glossary_show(termkit: Termkit, write: Write) -> None:
    write("termkit.toml", "")
    write("glossary/x.yaml", GLOSSARY)
    result = termkit("glossary", "show", "place-kyiv", "--locale", "uk")
    lines = [line.split() for line in result.out.splitlines()]
    assert result.code == 0
    assert lines[0] == ["place-kyiv", "place,", "approved"]
    assert ["uk", "Київ", "preferred,", "full-form,", "masculine"] in lines
    assert ["forms:", "Києва,", "Київ,"] in [line[:3] for line in lines]
    assert not any(line[:1] == ["en"] for line in lines)


@pytest.mark.parametrize(
    ("name", "hint"),
    [("place-kiev", "did you mean `place-kyiv`?"), ("Київ", "did you mean `place-kyiv`?")],
    ids=["misspelt-id", "a-term"],
)
def test_glossary_show_of_an_unknown_concept(termkit: Termkit, write: Write, name: str, hint: str) -> None:
    write("names.yaml", GLOSSARY)
    result = termkit("glossary", "show", name, "--glossary", "names.yaml")
    assert result.code == 2
    assert hint in result.err


def test_glossary_show_without_a_termbase(termkit: Termkit) -> None:
    result = termkit("glossary", "show", "place-kyiv")
    assert result.code == 2
    assert "no termbase" in result.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(termkit: Termkit, shell: str) -> None:
    result = termkit("completion", shell)
    assert result.code == 0
    assert "_TERMKIT_COMPLETE" in result.out


@pytest.mark.parametrize(("in_terminal", "longest"), [(True, 40), (False, 80)])
def test_lines_go_on_further_in_where_a_terminal_is_narrow(
    monkeypatch: pytest.MonkeyPatch, *, in_terminal: bool, longest: int
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr("sys.stdout.isatty", lambda: in_terminal)
    lines = ["  " + " ".join(["word"] * 15), "short"]
    printed = list(wrapped(lines))
    assert max(map(len, printed)) <= longest
    assert (printed == lines) is not in_terminal
    assert printed[1].startswith("    word") is in_terminal
    assert " ".join(" ".join(printed).split()) == " ".join(" ".join(lines).split())
