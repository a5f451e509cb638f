"""Findings of every kind, among them the most awkward that a checked file can cause."""

from __future__ import annotations

import pytest

from termkit.model import (
    Category,
    Certainty,
    Finding,
    Fix,
    Locale,
    Origin,
    Pair,
    Rule,
    Run,
    Segment,
    Severity,
    Span,
    Text,
    Unit,
)

NUMBER = Rule("number-mismatch", Category.NUMBER, "a number differs", "accuracy/mistranslation")
FORBIDDEN = Rule("term-forbidden", Category.TERM, "a forbidden term stands here", "terminology", Severity.WARNING)
SYNTAX = Rule("syntax-error", Category.FORMAT, "the file can't be read", "design/markup")
RULES = (NUMBER, FORBIDDEN, SYNTAX)
AWKWARD = "a\x1b[31m\x00\u202e<&\"'>]]>%0A::error::\ud800\ufffe\r\n\x9b\u2066\tb"
PATH = AWKWARD.replace("\ud800", "\udcff")  # as Python reads a name that is not UTF-8


def text(string: str, locale: str, path: str = "locales/uk/x.po", *runs: Run) -> Text:
    return Text(string, Locale(locale), Origin(path, runs or (Run(0, 12, 9),)))


@pytest.fixture
def number() -> Finding:
    segment = Segment(
        Unit("x", "menu"),
        text("1,279 people came home.", "en"),
        text("Додому повернулися 1297 людей.", "uk", "locales/uk/x.po", Run(0, 12, 9), Run(19, 13, 2)),
    )
    return NUMBER.finding(
        Pair(segment, (), ()),
        "the source says 1279, the translation 1297",
        source_span=Span(0, 5),
        target_span=Span(19, 23),
        expected="1279",
        found="1297",
    )


@pytest.fixture
def term() -> Finding:
    segment = Segment(Unit("p1"), text("Kyiv stands.", "en"), text("Киевъ стоит.", "ru", "locales/ru/x, y.md"))
    return FORBIDDEN.finding(
        Pair(segment, (), ()),
        "“Киевъ” is forbidden: 100% old",
        target_span=Span(0, 5),
        certainty=Certainty.LIKELY,
        concept="place-kyiv",
        fix=Fix(Span(0, 5), "Киев"),
    )


@pytest.fixture
def fault() -> Finding:
    return Finding(
        "syntax-error", Category.FORMAT, Severity.ERROR, Certainty.CERTAIN, "no closing quotation mark",
        "design/markup", text("", "uk", "locales/uk/broken.po", Run(0, 3, 1)), Span(0, 0),
    )  # fmt: skip


@pytest.fixture
def awkward() -> Finding:
    segment = Segment(Unit(AWKWARD, AWKWARD), text(AWKWARD, "en", PATH), text(AWKWARD, "uk", PATH))
    return NUMBER.finding(
        Pair(segment, (), ()), AWKWARD, target_span=Span(1, 3), expected=AWKWARD, found=AWKWARD, concept=AWKWARD
    )


@pytest.fixture
def findings(number: Finding, term: Finding, fault: Finding, awkward: Finding) -> list[Finding]:
    return [number, term, fault, awkward]


@pytest.fixture
def rules() -> list[Rule]:
    return list(RULES)
