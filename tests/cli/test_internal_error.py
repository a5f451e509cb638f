"""A fault of termkit's own: which part, on what, and exit code 2, so that no gate opens on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from termkit.model import Comparison, Finding
from termkit.recognise.recognisers import Recognisers
from termkit.rules import load_rules

from .project import HEADER, RIGHT, WRONG, Termkit, Write, message


@pytest.fixture
def failing_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(comparison: Comparison) -> Iterator[Finding]:
        for pair in comparison.pairs:
            if "fail" in pair.segment.source.string:
                raise ZeroDivisionError("by none")
        yield from ()

    monkeypatch.setattr(load_rules()["number-mismatch"], "check", check)


@pytest.mark.usefixtures("failing_rule")
def test_rule_that_fails_is_named_with_the_place(termkit: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + RIGHT + message("fail", "збій"))
    result = termkit("check", "locales")
    assert (result.code, result.out) == (2, "")
    first, second = result.err.splitlines()
    assert first == (
        "termkit: internal error in rule number-mismatch on locales/uk/x.po:10: ZeroDivisionError('by none')"
    )
    assert "please report it" in second


@pytest.mark.usefixtures("failing_rule")
def test_rule_that_fails_shows_its_traceback_on_request(
    termkit: Termkit, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERMKIT_DEBUG", "1")
    write("locales/uk/x.po", HEADER + message("fail", "збій"))
    with pytest.raises(ZeroDivisionError):
        termkit("check", "locales")


def test_recogniser_that_fails_is_blamed_at_the_place(
    termkit: Termkit, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(Recognisers, "pair", fail)
    write("locales/uk/x.po", HEADER + WRONG)
    result = termkit("check", "locales")
    assert result.code == 2
    assert "internal error in a recogniser on locales/uk/x.po:7: RecursionError()" in result.err


def test_any_other_fault_is_a_message(termkit: Termkit, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise LookupError("lost")

    monkeypatch.setattr(Recognisers, "mentions", fail)
    result = termkit("recognise", "uk", "5")
    assert result.code == 2
    assert result.err.startswith("termkit: internal error: LookupError('lost')")


def test_interrupt_is_no_fault(termkit: Termkit, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Recognisers, "mentions", interrupt)
    assert termkit("recognise", "uk", "5") == (130, "", "\n")
