"""The reports for people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from termkit.model import Finding, Segment, Span, Unit
from termkit.reporters import concise, full

from .conftest import text


def test_concise(number: Finding, term: Finding, fault: Finding) -> None:
    assert list(concise.render([number, term, fault], [])) == [
        "locales/uk/x.po:13:2: error number-mismatch: the source says 1279, the translation 1297",
        "locales/ru/x, y.md:12:9: warning term-forbidden: “Киевъ” is forbidden: 100% old",
        "locales/uk/broken.po:3:1: error syntax-error: no closing quotation mark",
    ]


def test_full(number: Finding, term: Finding, fault: Finding) -> None:
    assert list(full.render([number, term, fault], [])) == [
        "locales/uk/x.po:13:2: error number-mismatch: the source says 1279, the translation 1297",
        "  en | 1,279 people came home.",
        "     | ^^^^^",
        "  uk | Додому повернулися 1297 людей.",
        "     |                    ^^^^",
        "  expected: 1279",
        "  found: 1297",
        "",
        "locales/ru/x, y.md:12:9: warning term-forbidden: “Киевъ” is forbidden: 100% old",
        "  en | Kyiv stands.",
        "  ru | Киевъ стоит.",
        "     | ^^^^^",
        "  concept: place-kyiv",
        "  fix: Киев",
        "",
        "locales/uk/broken.po:3:1: error syntax-error: no closing quotation mark",
        "",
        "Found 2 errors, 1 warning.",
    ]


def test_full_of_nothing() -> None:
    assert list(full.render([], [])) == ["Nothing found."]


def test_full_in_colour_marks_without_carets(number: Finding) -> None:
    lines = list(full.render([number], [], colour=True))
    assert lines[2] == "  uk | Додому повернулися \x1b[1;4;31m1297\x1b[0m людей."
    assert not any("^" in line for line in lines)


def test_only_what_is_near_a_span_is_shown() -> None:
    target = text("а" * 200 + "1297" + "б" * 200, "uk")
    segment = Segment(Unit("1"), text("x" * 500, "en"), target)
    finding = replace(shown("1297"), text=target, span=Span(200, 204), segment=segment, target_span=Span(200, 204))
    lines = list(full.render([finding], []))
    assert lines[1:4] == [
        "  en | " + "x" * 120 + "…",
        "  uk | …" + "а" * 40 + "1297" + "б" * 40 + "…",
        "     | " + " " * 41 + "^^^^",
    ]


@pytest.mark.parametrize(
    ("string", "span", "carets"),
    [
        ("東京で5人", Span(3, 4), "      ^"),
        ("東京で5人", Span(0, 2), "^^^^"),
        ("e\u0301té 5", Span(5, 6), "    ^"),
        ("Азов\u00adсталь 5", Span(0, 10), "^" * 9),
    ],
    ids=["behind-wide", "wide", "combining", "soft-hyphen"],
)
def test_carets_stand_below_what_they_mark(string: str, span: Span, carets: str) -> None:
    target = text(string, "ja")
    segment = Segment(Unit("1"), text("", "en"), target)
    finding = replace(shown(string), text=target, span=span, segment=segment, target_span=span)
    assert list(full.render([finding], []))[2] == f"     | {carets}"


def shown(message: str) -> Finding:
    from termkit.model import Category, Certainty, Severity  # noqa: PLC0415

    target = text("", "uk")
    return Finding("x", Category.NUMBER, Severity.ERROR, Certainty.CERTAIN, message, "", target, Span(0, 0))
