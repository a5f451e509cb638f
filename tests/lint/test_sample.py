"""The sample termbase, on the day of its last change."""

from __future__ import annotations

import datetime
from pathlib import Path

from termkit.config import Settings
from termkit.linter import lint_reading
from termkit.termbase import read_termbase

GLOSSARY = Path(__file__).parents[2] / "glossary"


def test_nothing_is_found_in_the_sample_termbase() -> None:
    reading = read_termbase([GLOSSARY], cache=False)
    today = max(concept.updated for concept in reading.concepts.values() if concept.updated)
    findings = lint_reading(reading, Settings(), today)
    assert [(finding.rule, finding.message) for finding in findings] == []
    assert today >= datetime.date(2026, 11, 22)
