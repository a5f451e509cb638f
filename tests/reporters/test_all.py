"""What holds for every reporter."""

from __future__ import annotations

import re

import pytest

from termkit.model import Finding, Rule
from termkit.reporters import REPORTERS, statistics

# A terminal obeys these: control characters, and the marks that turn the direction of a text.
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(params=list(REPORTERS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_awkward_text_breaks_nothing(name: str, findings: list[Finding], rules: list[Rule]) -> None:
    lines = list(REPORTERS[name].render(findings, rules))
    for line in lines:
        line.encode("utf-8")
        assert len(line.splitlines()) <= 1


def test_no_control_character_reaches_the_terminal(name: str, findings: list[Finding], rules: list[Rule]) -> None:
    for line in REPORTERS[name].render(findings, rules):
        assert not COMMANDS.search(line)


@pytest.mark.parametrize("name", ["full", "concise"])
def test_colour_is_the_only_command(name: str, findings: list[Finding], rules: list[Rule]) -> None:
    report = "\n".join(REPORTERS[name].render(findings, rules, colour=True))
    assert "\x1b[" in report
    assert not COMMANDS.search(re.sub(r"\x1b\[[0-9;]*m", "", report))


def test_a_report_of_nothing_breaks_nothing(name: str, rules: list[Rule]) -> None:
    list(REPORTERS[name].render([], rules))


def test_an_unknown_format_is_no_reporter() -> None:
    assert "xml" not in REPORTERS
    with pytest.raises(KeyError):
        REPORTERS["xml"]


def test_statistics_count_the_findings_of_each_rule(number: Finding, fault: Finding, term: Finding) -> None:
    assert list(statistics([number] * 10 + [term, fault])) == [
        "10  number-mismatch",
        " 1  syntax-error",
        " 1  term-forbidden",
    ]
    assert list(statistics([])) == []
