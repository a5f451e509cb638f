"""Every example on the page of a rule gives just what the page says: each finding with its span and message."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from termkit.config import Settings
from termkit.lint import GlossaryExample, lint_names, load_lint
from termkit.linter import fix_paths, lint_reading
from termkit.model import Finding
from termkit.rules import rule_names
from termkit.tags import parse_locale
from termkit.termbase import read_termbase

TODAY = datetime.date(2026, 11, 22)
CASES = [
    pytest.param(name, example, id=f"{name}-{number}")
    for name, rule in load_lint().items()
    for number, example in enumerate(rule.EXAMPLES)
]


def settings_of(name: str, example: GlossaryExample) -> Settings:
    locales = tuple(map(parse_locale, example.locales))
    return Settings(lint_select=frozenset((name,)), lint_locales=locales, cache=False)


def written(example: GlossaryExample, folder: Path) -> Path:
    path = folder / "glossary.yaml"
    path.write_text(re.sub("[⟦⟧]", "", example.text), encoding="utf-8")
    return path


def findings_of(name: str, example: GlossaryExample, folder: Path) -> list[Finding]:
    reading = read_termbase([written(example, folder)], cache=False)
    return lint_reading(reading, settings_of(name, example), TODAY)


def marked(finding: Finding, text: str) -> str:
    """The text with ⟦ ⟧ round what a finding shows."""
    lines = text.split("\n")
    place = finding.text.origin.start(finding.span.start)
    assert lines[place.line - 1] == finding.text.string
    end = place.column - 1 + finding.span.end - finding.span.start
    line = lines[place.line - 1]
    lines[place.line - 1] = f"{line[: place.column - 1]}⟦{line[place.column - 1 : end]}⟧{line[end:]}"
    return "\n".join(lines)


@pytest.mark.parametrize(("name", "example"), CASES)
def test_example(name: str, example: GlossaryExample, tmp_path: Path) -> None:
    findings = findings_of(name, example, tmp_path)
    assert [finding.message.replace(f"{tmp_path}/", "") for finding in findings] == list(example.messages)
    assert {finding.rule for finding in findings} <= {name}
    text = re.sub("[⟦⟧]", "", example.text)
    for finding in reversed(findings):
        text = marked(finding, text)
    assert text == example.text


@pytest.mark.parametrize(("name", "example"), CASES)
def test_example_fixed(name: str, example: GlossaryExample, tmp_path: Path) -> None:
    path = written(example, tmp_path)
    fixed = fix_paths([path], settings_of(name, example), TODAY)
    assert [new.content.decode() for _, new in fixed.files] == ([] if example.fixed is None else [example.fixed])
    assert fixed.done == len(example.messages) - len(fixed.findings)


@pytest.mark.parametrize("name", lint_names())
def test_page_says_what_is_fixed(name: str) -> None:
    rule = load_lint()[name]
    assert ("`--fix`" in str(rule.__doc__)) == any(example.fixed for example in rule.EXAMPLES)


@pytest.mark.parametrize("name", lint_names())
def test_rule_has_examples_of_both_kinds(name: str) -> None:
    rule = load_lint()[name]
    assert rule.RULE.name == name
    assert {bool(example.messages) for example in rule.EXAMPLES} == {True, False}
    assert (rule.__doc__ or "").count("\n## ") >= 2


def test_a_name_is_one_rule() -> None:
    assert set(lint_names()).isdisjoint(rule_names())
