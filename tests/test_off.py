"""The list of the places where a rule is off by default names rules and languages that there are."""

from __future__ import annotations

import pytest

from termkit.language import has_data
from termkit.model import Locale
from termkit.rules import load_rules, off_places

PLACES = [
    pytest.param(rule, place, why, id=f"{rule}-{place}")
    for rule, places in off_places().items()
    for place, why in places.items()
]


@pytest.mark.parametrize(("rule", "place", "why"), PLACES)
def test_place(rule: str, place: str, why: str) -> None:
    assert load_rules()[rule].RULE.default, "is off everywhere"
    source, _, target = place.rpartition("-")
    languages = {source, target} - {"", "*"}
    assert languages
    assert [language for language in languages if not has_data(Locale(language))] == []
    assert why
