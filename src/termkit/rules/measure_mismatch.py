"""A measure was converted to another unit, and the value is wrong.

## Why

Ten miles are 16 kilometres. Whoever converts by head writes 61, 6 or 160, and nobody who reads the translation alone
can see it.

## What is compared

A number with its unit and one with another unit of the same dimension: length and speed, area, mass, volume,
temperature, pressure, power, energy, data, duration. They agree within the rounding of newsrooms (2.5 per cent, or
half of the last digit that is written). A difference of temperatures is converted without the offset: 10 °C more are
18 °F more.

## What is not

A measure in the same unit is a number: `number-mismatch`. The same number in another unit is a `unit-mismatch`.

## How to fix it

Write the value that the message gives, rounded as the source is.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from termkit.model import Category, Comparison, Example, Finding, Measure, Rule, plain_digits

from ._facts import all_differences, finding
from ._parts import Part

RULE = Rule(
    name="measure-mismatch",
    category=Category.MEASURE,
    summary="a measure was converted to another unit with a wrong value",
    mqm="accuracy/mistranslation",
)

EXAMPLES = (
    Example(
        source=("en", "The plant is 10 miles away."),
        target=("cs", "Závod je vzdálený ⟦61⟧ km."),
        messages=("10 mile is 16 kilometre, the translation says 61 kilometre",),
    ),
    Example(
        source=("en", "It was 86 °F in the cellar."),
        target=("de", "Im Keller waren es ⟦36⟧ °C."),
        messages=("86 fahrenheit is 30 celsius, the translation says 36 celsius",),
    ),
    Example(
        source=("en", "It will be 18 degrees Fahrenheit colder."),
        target=("uk", "Буде на ⟦8⟧ °C холодніше."),
        messages=("18 fahrenheit is 10 celsius, the translation says 8 celsius",),
    ),
    Example(source=("en", "The plant is 10 miles away."), target=("uk", "До заводу 16 км.")),
    Example(source=("en", "about 40 acres"), target=("fr", "une quarantaine d’acres, soit 16 hectares")),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    """Findings for wrong conversions."""
    for pair, difference in all_differences(comparison):
        source, target = difference
        if source and target and difference.is_conversion:
            yield finding(RULE, pair, difference, _message(source, target))


def _message(source: Part, target: Part) -> str:
    given, written = next((a, b) for a in source.measures for b in target.measures if a.dimension == b.dimension)
    right = f"{_converted(source, given, written)} {written.unit}"
    return f"{_shown(source, given)} is {right}, the translation says {_shown(target, written)}"


def _shown(part: Part, measure: Measure) -> str:
    return f"{plain_digits(part.readings[0])} {measure.unit}"


def _converted(source: Part, given: Measure, written: Measure) -> str:
    """The right value in the unit of the translation, to two significant digits or as many as the source has."""
    value = given.value / written.factor + written.offset
    digits = max(2, len(source.readings[0].normalize().as_tuple().digits))
    return plain_digits(Decimal(f"{value:.{digits}g}"))
