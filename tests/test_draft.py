"""The draft of `make demo`: each planted error is found at its place, and nothing else; the samples are clean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from termkit.check import check_paths
from termkit.config import load_settings
from termkit.model import Finding

ROOT = Path(__file__).resolve().parent.parent
PLANTED: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/draft/planted.yaml").read_text("utf-8"))


def _check(path: Path) -> list[Finding]:
    return check_paths([str(path)], load_settings(ROOT / "termkit.toml"))


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    return _check(ROOT / "tests/draft")


def _is(finding: Finding, planted: dict[str, Any]) -> bool:
    """Whether a finding is a planted error: its rule, its file, and its place in the text."""
    if finding.rule != planted["rule"] or not finding.text.origin.path.endswith(planted["file"]):
        return False
    if "near" in planted:
        assert finding.segment is not None
        return planted["near"] in finding.segment.target.string + finding.segment.source.string
    start = finding.text.string.find(planted["found"])
    end = start + len(planted["found"])
    return start >= 0 and finding.span.start < end and start < finding.span.end


@pytest.mark.parametrize("planted", [pytest.param(p, id=f"{p['file']}-{p['rule']}-{p['note']}") for p in PLANTED])
def test_planted_error_is_found(planted: dict[str, Any], found: list[Finding]) -> None:
    assert len([finding for finding in found if _is(finding, planted)]) == 1


def test_nothing_else_is_found(found: list[Finding]) -> None:
    assert [f"{f.rule}: {f.message}" for f in found if not any(_is(f, planted) for planted in PLANTED)] == []


@pytest.mark.parametrize("locale", ["uk", "ru", "pl", "de", "fr", "es", "cs"])
def test_samples_are_clean(locale: str) -> None:
    assert [f"{f.rule}: {f.message}" for f in _check(ROOT / "locales" / locale)] == []
