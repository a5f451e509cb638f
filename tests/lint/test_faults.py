"""Every fault that keeps a termbase from being read is reported by a rule."""

from __future__ import annotations

import re
from pathlib import Path

from termkit.lint import lint_names, load_lint
from termkit.model import Severity

SOURCE = Path(__file__).parents[2] / "src" / "termkit" / "termbase"
OF_THE_LOADER = {
    name
    for name, rule in load_lint().items()
    if "report_faults" in Path(rule.__file__ or "").read_text("utf-8")  # type: ignore[attr-defined]  # a module
}


def test_rules_that_the_loader_names_exist() -> None:
    named = {
        word
        for path in SOURCE.glob("*.py")
        for word in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', path.read_text("utf-8"))
        if word in lint_names()
    }
    assert named == OF_THE_LOADER


def test_they_are_errors() -> None:
    assert {load_lint()[name].RULE.severity for name in OF_THE_LOADER} == {Severity.ERROR}
