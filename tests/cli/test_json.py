"""The JSON line of a finding: a contract that other tools depend on. Keys may be added, none may change."""

from __future__ import annotations

import json

import pytest

from .project import HEADER, RIGHT, WRONG, Termkit, Write, message

KEYS = {
    "rule", "category", "severity", "certainty", "message", "path", "line", "column", "end_line", "end_column",
    "locale", "source_locale", "unit", "source_span", "target_span", "expected", "found", "concept", "mqm", "fix",
}  # fmt: skip


def test_finding_in_a_segment(check: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + WRONG.replace("msgid", 'msgctxt "menu"\nmsgid', 1))
    (finding,) = check("locales").findings
    assert set(finding) >= KEYS
    assert set(finding["unit"]) >= {"id", "context", "source", "target"}
    assert finding["unit"]["context"] == "menu"
    assert finding["unit"]["source"] == "1,279 people came home."
    assert finding["unit"]["target"] == "Додому повернулися 1297 людей."
    place = [finding[key] for key in ("path", "line", "column", "end_line", "end_column")]
    assert place == ["locales/uk/x.po", 8, 28, 8, 32]
    assert (finding["source_span"], finding["target_span"]) == ([0, 5], [19, 23])
    assert (finding["rule"], finding["category"], finding["severity"]) == ("number-mismatch", "number", "error")
    assert (finding["locale"], finding["source_locale"]) == ("uk", "en")
    assert (finding["concept"], finding["expected"], finding["found"]) == (None, "1279", "1297")


def test_finding_in_a_file(check: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + RIGHT + RIGHT)
    (finding,) = check("locales").findings
    assert set(finding) >= KEYS
    assert (finding["rule"], finding["category"]) == ("duplicate-message", "format")
    assert (finding["locale"], finding["source_span"], finding["fix"]) == ("uk", None, None)


def test_json_is_one_document_of_the_same(termkit: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + WRONG)
    whole = json.loads(termkit("check", "locales", "--output-format", "json").out)
    assert whole == termkit("check", "locales", "--output-format", "jsonl").findings


def test_json_of_nothing(termkit: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + RIGHT)
    assert json.loads(termkit("check", "locales", "--output-format", "json").out) == []
    assert termkit("check", "locales", "--output-format", "jsonl").out == ""


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"], ids=ascii)
def test_no_line_break_but_those_between_the_lines(check: Termkit, write: Write, mark: str) -> None:
    write("locales/uk/x.po", HEADER + message("4 men", f"5{mark}чоловіків"))
    lines = check("locales").out.splitlines()
    assert [json.loads(line)["unit"]["target"] for line in lines] == [f"5{mark}чоловіків"]
