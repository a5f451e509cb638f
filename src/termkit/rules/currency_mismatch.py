"""A sum of money is in another currency than in the source, or has none.

## Why

"$50 million" as "50 млн євро" is another sum, and "50 million" without a currency is none at all.

## What is compared

The currency beside a number that both sides have: a sign ($, €, ₴), an ISO code (USD) or a word in any case form. A
currency that only one side writes counts as lost or invented where the other names none in the whole segment.

## What is not

Which dollar it is: one sign stands for many currencies of the same name. Sums that were converted are numbers, and
differ as such.

## How to fix it

Write the currency of the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termkit.model import Category, Comparison, Example, Finding, Mention, Number, Pair, Rule, UnitWord

from ._facts import Match, all_matches, finding
from ._parts import Part

RULE = Rule(
    name="currency-mismatch",
    category=Category.MONEY,
    summary="a sum of money is in another currency, or its currency is gone or new",
    mqm="accuracy/mistranslation",
)

EXAMPLES = (
    Example(
        source=("en", "The plant cost $50 million."),
        target=("uk", "Завод коштував ⟦50 мільйонів⟧ євро."),
        messages=("the source says 50000000 dollar, the translation 50000000 euro",),
    ),
    Example(
        source=("en", "The plant cost $50 million."),
        target=("de", "Das Werk kostete ⟦50 Millionen⟧."),
        messages=("the source says 50000000 dollar, the translation 50000000",),
    ),
    Example(
        source=("en", "another $75 million in aid"),
        target=("cs", "dalších ⟦75 milionů⟧ liber pomoci"),
        messages=("the source says 75000000 dollar, the translation 75000000 pound",),
    ),
    Example(source=("en", "between $50 and $60"), target=("fr", "entre 50 et 60 dollars")),
    Example(source=("en", "a fine of £300"), target=("pl", "grzywna w wysokości 300 funtów")),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    """Findings for the sums that agree in their numbers and not in their currencies."""
    for pair, match in all_matches(comparison):
        if _differ(match, pair):
            source, target = match
            yield finding(RULE, pair, match, f"the source says {_shown(source)}, the translation {_shown(target)}")


def _differ(match: Match, pair: Pair) -> bool:
    source, target = match
    if source.readings[0] != target.readings[0]:
        return False  # converted
    if source.currencies and target.currencies:
        return set(source.currencies).isdisjoint(target.currencies)
    if not (source.hard and target.hard) or any(part.currencies and part.measures for part in match):
        return False  # a pound may be a weight
    return (bool(source.currencies) and not _names_money(pair.target)) or (
        bool(target.currencies) and not _names_money(pair.source)
    )


def _names_money(mentions: Iterable[Mention]) -> bool:
    return any(isinstance(mention.value, Number | UnitWord) and mention.value.currencies for mention in mentions)


def _shown(part: Part) -> str:
    return f"{part.readings[0].normalize():f} {' or '.join(part.currencies)}".rstrip()
