"""A number is a lower limit in the source and an upper one in the translation, or the other way round.

## Why

"More than 1,000" and "nearly 1,000" share their digits and contradict each other: a toll that may rise has become one
that was not reached.

## What is compared

Limits right beside a number that both sides have: on the one hand more than, over, at least, on the other nearly,
almost, less than, up to; in each language with its own words and phrases.

## What is not

Words that only say that a number is rounded (about, some, around), and a limit that only one side has.

## How to fix it

Say of the number what the source says of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule

from ._facts import all_matches, finding, shown

RULE = Rule(
    name="approximation-changed",
    category=Category.NUMBER,
    summary="a lower limit (more than) has become an upper one (nearly), or the other way round",
    mqm="accuracy/mistranslation",
)

EXAMPLES = (
    Example(
        source=("en", "More than 1,000 defenders are in captivity."),
        target=("uk", "У полоні майже ⟦1000⟧ захисників."),
        messages=("1000 (“1,000”) is a lower limit in the source, and an upper one in the translation",),
    ),
    Example(
        source=("en", "Nearly 40 shells hit the plant."),
        target=("de", "Mehr als ⟦40⟧ Granaten trafen das Werk."),
        messages=("40 is an upper limit in the source, and a lower one in the translation",),
    ),
    Example(source=("en", "at least 40 people"), target=("pl", "ponad 40 osób")),
    Example(source=("en", "nearly 40 people"), target=("fr", "une quarantaine de personnes")),
    Example(source=("en", "some 40 people"), target=("es", "casi 40 personas")),
)

_LIMITS = {"above": "a lower limit", "below": "an upper limit"}
_ONES = {"above": "a lower one", "below": "an upper one"}


def check(comparison: Comparison) -> Iterator[Finding]:
    """Findings for the limits that were turned round."""
    for pair, match in all_matches(comparison):
        source, target = match
        if source.bound and target.bound and source.bound != target.bound:
            limits = f"{_LIMITS[source.bound]} in the source, and {_ONES[target.bound]} in the translation"
            yield finding(RULE, pair, match, f"{shown(source)} is {limits}")
