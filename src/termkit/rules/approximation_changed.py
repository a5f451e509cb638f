"""A number is another limit in the translation than in the source, or a lower limit of what it only rounds.

## Why

"More than 1,000" and "nearly 1,000" share their digits and contradict each other: a toll that may rise has become one
that was not reached. "About 2,500" may be fewer; "more than 2,500" may not.

## What is compared

Limits right beside a number that both sides have: on the one hand more than, over, at least, on the other nearly,
almost, less than, up to; in each language with its own words and phrases. A lower limit on one side, and on the other a
word that the number is rounded (about, some, around), is a change too.

## What is not

An upper limit for a word that the number is rounded (about, nearly), and a limit that only one side has.

## How to fix it

Say of the number what the source says of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule

from ._facts import all_matches, finding, shown
from ._parts import Part

RULE = Rule(
    name="approximation-changed",
    category=Category.NUMBER,
    summary="more than a number has become nearly or about that number, or the other way round",
    mqm="accuracy/mistranslation",
)

EXAMPLES = (
    Example(
        source=("en", "More than 1,000 defenders are in captivity."),
        target=("uk", "У полоні майже ⟦1000⟧ захисників."),
        messages=("1000 (“1,000”) is a lower limit in the source, and an upper limit in the translation",),
    ),
    Example(
        source=("en", "Nearly 40 shells hit the plant."),
        target=("de", "Mehr als ⟦40⟧ Granaten trafen das Werk."),
        messages=("40 is an upper limit in the source, and a lower limit in the translation",),
    ),
    Example(
        source=("en", "Some 250 defenders held the plant."),
        target=("cs", "Závod bránilo více než ⟦250⟧ obránců."),
        messages=("250 is rounded in the source, and a lower limit in the translation",),
    ),
    Example(source=("en", "at least 40 people"), target=("pl", "ponad 40 osób")),
    Example(source=("en", "nearly 40 people"), target=("fr", "une quarantaine de personnes")),
    Example(source=("en", "some 40 people"), target=("es", "casi 40 personas")),
)

_LIMITS = {"above": "a lower limit", "below": "an upper limit", "about": "rounded"}


def check(comparison: Comparison) -> Iterator[Finding]:
    """Findings for the limits that became others."""
    for pair, match in all_matches(comparison):
        source, target = match
        if _is_changed(source, target):
            limits = f"{_LIMITS[source.bound]} in the source, and {_LIMITS[target.bound]} in the translation"
            yield finding(RULE, pair, match, f"{shown(source)} is {limits}")


def _is_changed(source: Part, target: Part) -> bool:
    bounds = {source.bound, target.bound}
    if bounds == {"above", "about"}:
        return source.readings[0] in target.readings  # else it was converted: 30 yards are more than 27 metres
    return bounds == {"above", "below"}
