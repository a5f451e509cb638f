"""A number is the source's, and its unit is another one, or its per cent sign is gone or new.

## Why

"10 miles" as "10 км" is wrong by a third, "5 per cent" as "5 percentage points" tells of another change: the digits
agree, and what they count does not.

## What is compared

The units beside numbers that agree: length and speed, area, mass, volume, temperature, duration and the others that
`termkit recognise` shows; and per cent and percentage points, which must be said in the translation where the source
says them.

## What is not

Units that only one side names, but months, weeks or days for the age of a person, which needs none: a translation may
write "за 10 км" for "10 away". The other way round, a unit that was
converted with its value is no finding, and one that was converted with a wrong value is a `measure-mismatch`. Money is
the business of `currency-mismatch`.

## How to fix it

Write the unit of the source, or convert the value to the new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from termkit.model import Category, Comparison, Example, Finding, Mention, Number, Pair, Rule, UnitWord

from ._facts import Match, all_matches, converted, finding
from ._parts import Part

RULE = Rule(
    name="unit-mismatch",
    category=Category.MEASURE,
    summary="a number has another unit than in the source, or a per cent sign is gone or new",
    mqm="accuracy/mistranslation",
)

EXAMPLES = (
    Example(
        source=("en", "The plant is 10 miles away."),
        target=("uk", "До заводу ⟦10⟧ км."),
        messages=("the source says 10 mile, the translation 10 kilometre",),
    ),
    Example(
        source=("en", "The fighters held out for six weeks."),
        target=("de", "Die Kämpfer hielten ⟦sechs⟧ Monate lang aus."),
        messages=("the source says 6 week, the translation 6 month",),
    ),
    Example(
        source=("en", "Support fell by 5 percent."),
        target=("uk", "Підтримка впала на ⟦5⟧ відсоткових пунктів."),
        messages=("the source says 5 percent, the translation 5 percentage-point",),
    ),
    Example(
        source=("en", "40% of the houses are destroyed."),
        target=("pl", "Zniszczonych jest ⟦40⟧ domów."),
        messages=("the source says 40 percent, the translation 40",),
    ),
    Example(
        source=("en", "Denys Kotenko, 43, was a driver."),
        target=("fr", "Denys Kotenko, ⟦43⟧ mois, était chauffeur."),
        messages=("the source says 43, the translation 43 month",),
    ),
    Example(
        source=("en", "Denys Kotenko, 43, was a driver."), target=("fr", "Denys Kotenko, 43 ans, était chauffeur.")
    ),
    Example(source=("en", "The plant is 10 miles away."), target=("fr", "L’usine est à 16 km.")),
    Example(source=("en", "40 to 50% of the houses"), target=("es", "del 40 al 50 por ciento de las casas")),
)

_NAMED = re.compile(r"([^\W\d_]+)(?:, | \()$")
_OLDEST = 120  # years
_SHARES = frozenset({"ratio", "ratio-difference"})
_COUNTED = frozenset({"digits", "cardinal", "score", "decade"})


def check(comparison: Comparison) -> Iterator[Finding]:
    """Findings for the numbers that agree with one another and count something else."""
    for pair, match in all_matches(comparison):
        if _differ(match, pair):
            source, target = match
            yield finding(RULE, pair, match, f"the source says {_shown(source)}, the translation {_shown(target)}")


def _differ(match: Match, pair: Pair) -> bool:
    source, target = match
    if source.readings[0] != target.readings[0]:
        return False  # one reading of several agrees, or a measure was converted
    if source.currencies or target.currencies or not {source.sort, target.sort} <= _COUNTED:
        return False
    if source.measures and target.measures:
        same = {measure.unit for measure in source.measures} & {measure.unit for measure in target.measures}
        return not same and not converted(source, target) and not _same_factor(source, target)
    if not (source.hard and target.hard):
        return False
    texts = pair.segment.source.string, pair.segment.target.string
    if any(
        _is_age(part, text) and _is_no_age(other)
        for part, text, other in zip(match, texts, reversed(match), strict=True)
    ):
        return True
    return (_is_share(source) and not _says_share(pair.target)) or (_is_share(target) and not _says_share(pair.source))


def _is_age(part: Part, text: str) -> bool:
    """Whether a number without a unit stands in commas or brackets behind a name: Denys Kotenko, 43, was a driver."""
    if part.measures or part.readings[0] > _OLDEST:
        return False
    before, behind = _NAMED.search(text[: part.span.start]), text[part.span.end :]
    return before is not None and before[1][0].isupper() and behind[:1] in {",", ")"}


def _is_no_age(part: Part) -> bool:
    return bool(part.measures) and all(m.dimension == "duration" and m.unit != "year" for m in part.measures)


def _same_factor(source: Part, target: Part) -> bool:
    """Whether two units only have two names, as miles and miles an hour."""
    return any(a.value == b.value and a.dimension == b.dimension for a in source.measures for b in target.measures)


def _is_share(part: Part) -> bool:
    return any(measure.dimension in _SHARES for measure in part.measures)


def _says_share(mentions: Iterable[Mention]) -> bool:
    """Whether a word or sign for a share stands anywhere: it may belong to more numbers than the one beside it."""
    return any(
        isinstance(mention.value, Number | UnitWord) and any(m.dimension in _SHARES for m in mention.value.measures)
        for mention in mentions
    )


def _shown(part: Part) -> str:
    units = dict.fromkeys(measure.unit for measure in part.measures)
    return f"{part.readings[0].normalize():f} {' or '.join(units)}".rstrip()
