"""`termkit glossary lint`."""

from __future__ import annotations

import datetime
import json

import pytest

from termkit.lint import lint_names, load_lint

from .project import Termkit, Write

CLEAN = """\
- id: place-kyiv
  kind: place
  source: House style
  updated: 2026-11-22
  terms:
    en:
      - Kyiv
      - {term: Kiev, status: forbidden, replace_with: Kyiv}
    uk: {term: Київ, gender: masculine, forms: {gen: Києва}}
"""
FLAWED = """\
- id: place-kyiv
  kind: place
  source: House style
  terms:
    en:
      - Kyiv
      - {term: Kiev, status: forbidden}
    uk: {term: Київ, forms: {gen: Києва}}
"""
FLAWS = [
    ("replacement-missing", "glossary/x.yaml", 7, 16),
    ("gender-missing", "glossary/x.yaml", 8, 16),
]
UNREADABLE = """\
- id: place-kyiv
  kind: place
  source: House style
  terms: {en: Kyiv, uk: Кuїв}
- id: place-lviv
  kind: place
  source: House style
  terms: {en: {term: Lviv, status: admitted}}
"""
OLD = CLEAN.replace("2026-11-22", "2001-01-01")


@pytest.fixture
def lint(termkit: Termkit, write: Write) -> Termkit:
    """`termkit glossary lint … --output-format jsonl`, in a project whose termbase is the folder glossary."""
    write("termkit.toml", "")
    return lambda *arguments: termkit("glossary", "lint", *arguments, "--output-format", "jsonl")


def test_clean(lint: Termkit, write: Write) -> None:
    write("glossary/x.yaml", CLEAN)
    assert lint() == (0, "", "")


def test_findings_have_places(lint: Termkit, write: Write) -> None:
    write("glossary/x.yaml", FLAWED)
    result = lint()
    assert (result.code, result.places) == (1, FLAWS)
    kiev = result.findings[0]
    assert (kiev["end_line"], kiev["end_column"]) == (7, 20)
    assert (kiev["locale"], kiev["severity"], kiev["concept"]) == ("en", "warning", "place-kyiv")
    assert kiev["expected"] == "Kyiv"


@pytest.mark.parametrize("form", ["full", "concise", "json", "jsonl", "github", "sarif", "junit"])
@pytest.mark.parametrize("text", [FLAWED, UNREADABLE], ids=["flawed", "unreadable"])
def test_every_output_format(termkit: Termkit, write: Write, form: str, text: str) -> None:
    write("x.yaml", text)
    result = termkit("glossary", "lint", "x.yaml", "--output-format", form)
    assert result.code == 1
    assert "x.yaml" in result.out
    assert ("mixed-script" if text is UNREADABLE else "gender-missing") in result.out
    if form in {"json", "sarif"}:
        json.loads(result.out)


def test_full_shows_the_line(termkit: Termkit, write: Write) -> None:
    write("x.yaml", FLAWED)
    lines = termkit("glossary", "lint", "x.yaml").out.splitlines()
    assert lines[1] == "  en |       - {term: Kiev, status: forbidden}"
    assert lines[2] == "     |                ^^^^"


def test_output_file_and_statistics(termkit: Termkit, write: Write) -> None:
    path = write("x.yaml", FLAWED)
    result = termkit("glossary", "lint", "x.yaml", "--statistics", "--output-file", "report.txt")
    assert (result.code, result.out) == (1, "")
    assert (path.parent / "report.txt").read_text().split() == ["1", "gender-missing", "1", "replacement-missing"]


def test_faults_that_stop_other_commands_are_findings(lint: Termkit, write: Write) -> None:
    write("glossary/x.yaml", UNREADABLE)
    assert lint().places == [
        ("mixed-script", "glossary/x.yaml", 4, 25),
        ("preferred-missing", "glossary/x.yaml", 8, 11),
    ]


def test_broken_yaml(lint: Termkit, write: Write) -> None:
    write("glossary/x.yaml", "- id: [\n")
    assert lint().rules == ["invalid-yaml"]


def test_not_utf8(lint: Termkit, write: Write) -> None:
    write("glossary/x.yaml", CLEAN.encode("utf-16"))
    assert lint().rules == ["invalid-yaml"]


@pytest.mark.parametrize(
    ("options", "code", "rules"),
    [
        (["--select", "gender-missing"], 1, ["gender-missing"]),
        (["--ignore", "gender-missing,replacement-missing"], 0, []),
        (["--fail-on", "error"], 0, ["replacement-missing", "gender-missing"]),
        (["--require-locale", "de"], 1, ["locale-missing", "replacement-missing", "gender-missing"]),
        (["--source-locale", "uk"], 1, ["replacement-missing", "gender-missing"]),
    ],
)
def test_options(lint: Termkit, write: Write, options: list[str], code: int, rules: list[str]) -> None:
    write("glossary/x.yaml", FLAWED)
    result = lint(*options)
    assert (result.code, result.rules) == (code, rules)


def test_stale_entries_do_not_close_the_gate(lint: Termkit, write: Write) -> None:
    write("glossary/x.yaml", OLD)
    assert (lint().code, lint().rules) == (0, ["stale-entry"])
    days = (datetime.date.today() - datetime.date(2001, 1, 1)).days  # noqa: DTZ011  the day of the command's calendar
    assert lint("--stale-after", str(days + 1)).rules == []
    assert lint("--fail-on", "info").code == 1


def test_settings_of_the_configuration(lint: Termkit, write: Write) -> None:
    write("glossary/x.yaml", FLAWED)
    write("termkit.toml", 'lint-ignore = ["gender-missing"]\nlint-locales = ["de"]\nlint-stale-after = 10\n')
    assert lint().rules == ["locale-missing", "replacement-missing"]
    write("termkit.toml", 'lint-select = ["gender-missing"]\n')
    assert lint().rules == ["gender-missing"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('lint-ignore = ["homograf"]', "did you mean `homograph`?"),
        ('lint-ignore = ["number-mismatch"]', "`glossary lint` has no rule"),
        ('lint-locales = ["ua"]', "did you mean `uk`?"),
        ("lint-stale-after = true", "must be a number of days"),
        ("lint-stale-after = -1", "must be a number of days"),
    ],
)
def test_wrong_settings(lint: Termkit, write: Write, line: str, message: str) -> None:
    write("glossary/x.yaml", FLAWED)
    write("termkit.toml", line)
    result = lint()
    assert (result.code, result.out) == (2, "")
    assert message in result.err


@pytest.mark.parametrize(
    "arguments",
    [("nowhere.yaml",), ("--select", "homograf"), ("--select", "number-mismatch"), ("--stale-after", "-1")],
    ids=["no-file", "misspelt-rule", "rule-of-check", "negative"],
)
def test_wrong_usage(lint: Termkit, write: Write, arguments: tuple[str, ...]) -> None:
    write("glossary/x.yaml", FLAWED)
    assert lint(*arguments).code == 2


def test_check_does_not_know_the_rules_of_lint(termkit: Termkit) -> None:
    result = termkit("check", "--select", "homograph")
    assert result.code == 2
    assert "`homograph` is a rule of `termkit glossary lint`" in result.err


def test_no_termbase(termkit: Termkit) -> None:
    result = termkit("glossary", "lint")
    assert result.code == 2
    assert "no termbase" in result.err


def test_part_of_the_termbase_knows_the_rest(lint: Termkit, write: Write) -> None:
    write("glossary/a.yaml", CLEAN.replace("  terms", "  related: {type: located-in, target: place-ukraine}\n  terms"))
    write("glossary/b.yaml", FLAWED.replace("place-kyiv", "place-ukraine"))
    assert lint("glossary/a.yaml").rules == []
    assert {path for _, path, _, _ in lint().places} == {"glossary/b.yaml"}
    write("other/a.yaml", CLEAN)
    assert lint("other").rules == []


def test_doublette_across_files(lint: Termkit, write: Write) -> None:
    write("glossary/a.yaml", CLEAN)
    write("glossary/b.yaml", CLEAN.replace("place-kyiv", "place-kyiv-city"))
    assert lint().places == [("doublette", "glossary/b.yaml", 7, 9)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("# termkit: ignore[gender-missing, replacement-missing] because\n" + FLAWED, [], id="entry"),
        pytest.param(
            FLAWED.replace("    en:", "    # termkit: ignore[replacement-missing] because\n    en:"),
            [("gender-missing", 9)],
            id="language",
        ),
        pytest.param(
            FLAWED.replace("forbidden}", "forbidden}  # termkit: ignore[replacement-missing] because"),
            [("gender-missing", 8)],
            id="line",
        ),
        pytest.param(
            FLAWED.replace("      - {", "      # termkit: ignore[replacement-missing] because\n      - {"),
            [("gender-missing", 9)],
            id="term",
        ),
        pytest.param(
            FLAWED.replace("    uk:", "    # termkit: ignore[replacement-missing] because\n    uk:"),
            [("replacement-missing", 7), ("unused-ignore", 8), ("gender-missing", 9)],
            id="elsewhere",
        ),
        pytest.param(
            "# termkit: ignore[homograf] because\n# termkit: ignore[homograph]\n" + CLEAN,
            [("invalid-ignore", 1), ("invalid-ignore", 2)],
            id="invalid",
        ),
        pytest.param(CLEAN.replace("House style", '"A # termkit: ignore[homograph] because"'), [], id="inside-a-value"),
        pytest.param(
            "# termkit: ignore[mixed-script] because\n" + UNREADABLE,
            [("mixed-script", 5), ("preferred-missing", 9)],
            id="what-can't-be-read",
        ),
    ],
)
def test_suppression(lint: Termkit, write: Write, text: str, places: list[tuple[str, int]]) -> None:
    write("glossary/x.yaml", text)
    assert [(rule, line) for rule, _, line, _ in lint().places] == places


def test_unusual_yaml(lint: Termkit, write: Write) -> None:
    """The places are right where entries do not begin their lines, or ids have quotes."""
    write(
        "glossary/x.yaml",
        '[{"id": "place-kyiv", kind: place, source: x, terms: {en: {term: Kyiv,\n status: admitted}}}]',
    )
    assert lint().places == [("preferred-missing", "glossary/x.yaml", 1, 55)]
    write("glossary/x.yaml", FLAWED.replace("\n", "\r").encode())
    assert [place[2:] for place in lint().places] == [place[2:] for place in FLAWS]
    write("glossary/x.yaml", ("\n# a comment\n" + FLAWED).replace("\n", "\r\n").encode("utf-8-sig"))
    assert [place[2:] for place in lint().places] == [(line + 2, column) for *_, line, column in FLAWS]


@pytest.mark.parametrize("name", lint_names())
def test_rule_has_a_page(termkit: Termkit, name: str) -> None:
    result = termkit("rules", name)
    assert result.out.startswith(f"# {name}\n")
    words = " ".join(result.out.split())
    assert " ".join((load_lint()[name].__doc__ or "").split("\n\n")[0].split()) in words
    assert max(map(len, result.out.splitlines())) <= 100


def test_rules_of_an_unknown_rule(termkit: Termkit) -> None:
    assert "did you mean `homograph`?" in termkit("rules", "homograf").err


FIXABLE = """\
# Names of places, kept by the desk
- id: place-kyiv   # the capital
  kind: place
  source: House style
  terms:
    uk:
      - term: "Ки\u200bїв"    # as in the law
        gender: masculine
    en:
    - Kyiv
    - term: Kiev
      # since 2019
      status: forbidden
    pt_br: 'Ki\u00a0ev '

- id: place-lviv
  kind: place
  source: House style
  terms: {en: [Lviv, {term: Lvov, status: forbidden}], de: Lwіw}
""".replace("\n", "\r\n")
FIXED = (
    FIXABLE.replace('"Ки\u200bїв"', "Київ")
    .replace("'Ki\u00a0ev '", "Ki ev")
    .replace("pt_br", "pt-BR")
    .replace("status: forbidden\r\n", "status: forbidden\r\n      replace_with: Kyiv\r\n")
    .replace("status: forbidden}", "status: forbidden, replace_with: Lviv}")
    .replace("Lwіw", "Lwiw")
)
ONLY = ("--select", "stray-character,mixed-script,invalid-locale,replacement-missing,gender-missing")


def test_fix(lint: Termkit, write: Write) -> None:
    path = write("glossary/a.yaml", FIXABLE)
    whole = write("glossary/b.yaml", "\ufeff- {id: org-afp, kind: organisation, terms: {en: AFP, uk: AFP}}")
    result = lint("--fix", *ONLY)
    assert path.read_bytes().decode() == FIXED
    assert whole.read_bytes().decode() == "\ufeff- {id: org-afp, kind: organisation, terms: {en: AFP, uk: AFP}}"
    assert (result.code, result.rules) == (1, ["gender-missing", "gender-missing"])  # in uk and in de
    assert result.err == "6 fixed in glossary/a.yaml\n"
    again = lint("--fix", *ONLY)
    assert (again.rules, again.err, path.read_bytes().decode()) == (result.rules, "", FIXED)


def test_diff_writes_nothing(termkit: Termkit, write: Write) -> None:
    path = write("glossary/a.yaml", "- {id: a, kind: place, terms: {en: [A, {term: B, status: forbidden}]}}\n")
    before = path.read_bytes()
    result = termkit("glossary", "lint", "glossary", "--diff")
    assert (result.code, result.err, path.read_bytes()) == (1, "", before)
    assert result.out.splitlines() == [
        "--- glossary/a.yaml",
        "+++ glossary/a.yaml",
        "@@ -1 +1 @@",
        "-- {id: a, kind: place, terms: {en: [A, {term: B, status: forbidden}]}}",
        "+- {id: a, kind: place, terms: {en: [A, {term: B, status: forbidden, replace_with: A}]}}",
    ]
    assert termkit("glossary", "lint", "glossary", "--fix", "--diff").code == 1
    assert path.read_bytes() == before
    write("glossary/a.yaml", "- {id: a, kind: place, terms: {en: A}}\n")
    assert termkit("glossary", "lint", "glossary", "--diff") == (0, "", "")


def test_what_can_be_fixed_is_counted(termkit: Termkit, write: Write) -> None:
    # An entry with an error is looked at by the other rules when the error is gone.
    write("glossary/a.yaml", FIXABLE)
    hint = "4 can be put right with --fix, --diff shows how\n"
    assert termkit("glossary", "lint", "glossary", "--output-format", "concise").err == hint
    assert termkit("glossary", "lint", "glossary", "--output-format", "json").err == ""


def test_fix_leaves_what_is_suppressed_or_elsewhere(lint: Termkit, write: Write) -> None:
    entry = "- {{id: {0}, kind: place, terms: {{en: [A {0}, {{term: B {0}, status: forbidden}}]}}}}"
    kept = write("glossary/a.yaml", entry.format("a") + "  # termkit: ignore[replacement-missing] nobody knows\n")
    other = write("glossary/b.yaml", entry.format("b"))
    before = kept.read_bytes(), other.read_bytes()
    assert lint("glossary/a.yaml", "--fix", "--select", "replacement-missing").code == 0
    assert (kept.read_bytes(), other.read_bytes()) == before
    lint("--fix", "--ignore", "replacement-missing")
    assert (kept.read_bytes(), other.read_bytes()) == before
    lint("glossary/b.yaml", "--fix")
    assert "replace_with: A b" in other.read_text("utf-8")


def test_fix_leaves_a_layout_that_it_can_not_edit(lint: Termkit, write: Write) -> None:
    head = "- id: a\n  kind: place\n  terms:\n    en:\n      - A\n      - term: B\n        status: forbidden\n"
    text = head + "        note: |\n          One.\n"
    path = write("glossary/a.yaml", text)
    assert lint("--fix", "--select", "replacement-missing").rules == ["replacement-missing"]
    assert path.read_text("utf-8") == text


def test_fix_is_told_in_json(lint: Termkit, write: Write) -> None:
    write("glossary/a.yaml", "- {id: a, kind: place, terms: {en: 'K\u200byiv'}}")
    [found] = lint("--select", "stray-character").findings
    assert found["fix"] == {"span": [35, 42], "text": "Kyiv", "certainty": "certain"}
    assert found["expected"] == "Kyiv"


def test_fix_of_a_file_that_is_no_yaml(lint: Termkit, write: Write) -> None:
    path = write("glossary/a.yaml", "- {id: a, kind: place, terms: {en: 'K\u200byiv'}}\n- {id: b\n")
    before = path.read_bytes()
    assert lint("--fix").code == 1
    assert path.read_bytes() == before


def test_a_file_that_is_no_sound_yaml_is_not_fixed(termkit: Termkit, write: Write) -> None:
    path = write("glossary/x.yaml", FLAWED + "- {id: place-lviv, kind: place, {en: Lviv}}\n")
    before = path.read_bytes()
    assert "invalid-yaml" in termkit("glossary", "lint", "glossary", "--fix").out
    assert path.read_bytes() == before
