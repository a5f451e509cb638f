"""A number has the separators of another language, though its value is not in doubt.

## Why

``2.5 млн`` can only be two and a half million, but Ukrainian writes ``2,5 млн``: the digits were taken over from the
source as they stood.

## What is compared

The decimal sign and the grouping sign of the numbers of the translation, with those that CLDR has for its locale. Only
numbers that are quantities are looked at: with a unit, a currency, a per cent sign, a scale word or a grouping sign.

## What is not

A space and an apostrophe group digits in every language. A number that reads as another one in the translation's
language is `number-format`'s. Versions, scores and names (``iOS 9.1``) are no quantities.

## Why it is off by default

In 50,755 rows of NTREX-128 and WMT 2022 it has two findings. Both are right by CLDR, one of them (``25,2`` in Arabic)
not by the custom of every country: too few to tell.

## How to fix it

Write the number as the locale does; the finding has the fix.

## Sources

CLDR: decimal and group symbols; MQM, locale-convention/number-format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from termkit.model import (
    Category,
    Certainty,
    Comparison,
    Conventions,
    Example,
    Finding,
    Fix,
    Mention,
    Number,
    Pair,
    Rule,
    Severity,
    Span,
)

RULE = Rule(
    name="separator-foreign",
    category=Category.FORMAT,
    summary="a number has the decimal or grouping sign of another language",
    mqm="locale-convention/number-format",
    severity=Severity.WARNING,
    default=False,
)

EXAMPLES = (
    Example(
        source=("en", "2.5 million people"),
        target=("uk", "⟦2.5⟧ млн людей"),
        messages=("“2.5” is written as in another language: Ukrainian has 2,5",),
    ),
    Example(
        source=("en", "The house cost $1,250,000."),
        target=("de", "Das Haus kostete ⟦1,250,000⟧ Dollar."),
        messages=("“1,250,000” is written as in another language: German has 1.250.000",),
    ),
    Example(source=("en", "2.5 million people"), target=("uk", "2,5 млн людей")),
    Example(source=("en", "The house cost $1,250,000."), target=("de", "Das Haus kostete 1 250 000 Dollar.")),
    Example(source=("en", "She has iOS 9.1."), target=("de", "Sie hat iOS 9.1.")),
)

_SIGN = re.compile(r"(?<=\d)[.,](?=\d)")
_DIGITS = re.compile(r"\d+(?:[.,' \u00a0\u202f]\d+)*")
_GROUP = 3
_SPACE = "\u00a0"


class _Written(NamedTuple):
    """The digits of a number with its signs, each with the place that it stands at."""

    text: str
    groups: tuple[int, ...]
    decimal: int | None


def check(comparison: Comparison) -> Iterator[Finding]:
    """Findings for the numbers of the translation with signs that its locale does not have."""
    conventions = comparison.conventions
    if conventions is None:
        return
    for pair in comparison.pairs:
        for mention in pair.target:
            if isinstance(mention.value, Number) and _is_quantity(mention, mention.value):
                yield from _findings(pair, mention, conventions)


def _is_quantity(mention: Mention, number: Number) -> bool:
    """Whether a number in digits counts something, and is read in one way."""
    if number.convention or number.sort != "digits" or not mention.hard:
        return False
    counts = bool(number.measures or number.currencies) or any(letter.isalpha() for letter in mention.text)
    return counts or len(_SIGN.findall(mention.text)) > 1


def _findings(pair: Pair, mention: Mention, conventions: Conventions) -> Iterator[Finding]:
    match = _DIGITS.match(mention.text)
    written = _written(match[0]) if match else None
    if written is None:
        return
    right = _rewritten(written, conventions)
    if right != written.text:
        span = Span(mention.span.start, mention.span.start + len(written.text))
        message = f"“{written.text}” is written as in another language: {conventions.language} has {right}"
        yield RULE.finding(
            pair, message, target_span=span, certainty=Certainty.LIKELY, expected=right, found=written.text,
            fix=Fix(span, right),
        )  # fmt: skip


def _written(text: str) -> _Written | None:
    """The signs of a number by what they do; None where that is not plain, as in 1.2.3."""
    places = [match.start() for match in _SIGN.finditer(text)]
    if not places:
        return None
    *groups, last = places
    tail = len(text) - last - 1
    if any(right - left - 1 != _GROUP for left, right in zip(groups, places[1:], strict=True)):
        return None
    if groups and text[last] == text[groups[0]]:
        return _Written(text, tuple(places), None) if tail == _GROUP else None
    return _Written(text, tuple(groups), last) if tail != _GROUP or groups else None


def _rewritten(written: _Written, conventions: Conventions) -> str:
    """The number with the locale's signs."""
    signs = list(written.text)
    for at in written.groups:
        signs[at] = _SPACE if conventions.group == " " else conventions.group
    if written.decimal is not None:
        signs[written.decimal] = conventions.decimal
    return "".join(signs)
