"""A per cent sign or a unit stands too near to its number, or too far from it, for the translation's language.

## Why

German writes ``5 %`` and ``5 km``, English ``5%`` and ``5 km``: a sign that was taken over with its number keeps the
spacing of the source.

## What is compared

What stands between a number and a per cent sign or the abbreviation of a unit, with the patterns of CLDR for the
locale.

## What is not

Degrees, currency signs, units that are written out, and signs with an ending (``100%ige``).

## Why it is off by default

Custom is divided, and house styles more so: of 30 findings read in NTREX-128 and WMT 2022, 25 were right by CLDR. In
Czech ``100%`` without a space is an adjective, as in ``100% spokojenost``.

## How to fix it

Put a no-break space between the two, or take the space out; the finding has the fix.

## Sources

CLDR: percent patterns and unit patterns; MQM, locale-convention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.model import (
    Category,
    Certainty,
    Comparison,
    Conventions,
    Example,
    Finding,
    Fix,
    Number,
    Pair,
    Rule,
    Severity,
    Span,
)

RULE = Rule(
    name="sign-spacing",
    category=Category.FORMAT,
    summary="a per cent sign or a unit has a space before it, or lacks one, against the language's custom",
    mqm="locale-convention",
    severity=Severity.INFO,
    default=False,
)

EXAMPLES = (
    Example(
        source=("en", "Prices rose by 5%."),
        target=("de", "Die Preise stiegen um ⟦5%⟧."),
        messages=("“5%”: German has a space before the sign",),
    ),
    Example(
        source=("de", "Die Preise stiegen um 5 %."),
        target=("en", "Prices rose by ⟦5 %⟧."),
        messages=("“5 %”: English has no space before the sign",),
    ),
    Example(
        source=("en", "It is 5km away."),
        target=("pl", "To ⟦5km⟧ stąd."),
        messages=("“5km”: Polish has a space before the sign",),
    ),
    Example(source=("en", "Prices rose by 5%."), target=("de", "Die Preise stiegen um 5 %.")),
    Example(source=("en", "It is 5 kilometres away."), target=("pl", "To 5 kilometrów stąd.")),
    Example(source=("en", "It was 5°C."), target=("de", "Es waren 5°C.")),
)

_SPACE = "\u00a0"
_BEHIND = re.compile(r"(\s?)([%٪](?![\w-])|[^\W\d_]{1,3}(?![^\W_]))")


def check(comparison: Comparison) -> Iterator[Finding]:
    """Findings for the signs behind the numbers of the translation."""
    conventions = comparison.conventions
    if conventions is None:
        return
    for pair in comparison.pairs:
        for mention in pair.target:
            if isinstance(mention.value, Number) and mention.value.measures:
                yield from _findings(pair, mention.span, conventions)


def _findings(pair: Pair, span: Span, conventions: Conventions) -> Iterator[Finding]:
    string = pair.segment.target.string
    match = _BEHIND.match(string, span.end)
    if match is None or not string[span.end - 1].isdigit():
        return
    gap, sign = match[1], match[2]
    if sign.isalpha() and (gap or sign not in conventions.units_apart):
        return  # a unit behind a space is right everywhere
    apart = sign.isalpha() or conventions.percent_apart
    if bool(gap) == apart:
        return
    number, shown = string[slice(*span)], Span(span.start, match.end())
    custom = "a space" if apart else "no space"
    yield RULE.finding(
        pair,
        f"“{string[slice(*shown)]}”: {conventions.language} has {custom} before the sign",
        target_span=shown,
        certainty=Certainty.LIKELY,
        fix=Fix(shown, f"{number}{_SPACE * apart}{sign}"),
    )
