"""The parts that a text gives of a number do not add up to it.

## Why

"390 people, of them 270 soldiers and 102 civilians" holds an error in any language: a slip of the translator, or one
of the source that every translation repeats.

## What is compared

In the source and in the translation alike, a number, the part that words such as *of them* introduce behind it, and
the number that follows that part in the same sentence. They are reported where they miss the total by a tenth of it or
less, or exceed it.

## What is not

Parts that are much smaller than the total: they need not be all of it ("of them 38 wounded and two dead").

## How to fix it

Look the numbers up; where the source is wrong, tell its author. This is an info finding: it closes no gate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from termkit.model import Category, Comparison, Example, Finding, Mention, Number, Pair, Rule, Severity, plain_digits

RULE = Rule(
    name="parts-total",
    category=Category.NUMBER,
    summary="the parts that are given of a number do not add up to it",
    mqm="accuracy/mistranslation",
    severity=Severity.INFO,
)

EXAMPLES = (
    Example(
        source=("en", "390 people came home, of them 270 soldiers and 120 civilians."),
        target=("uk", "Додому повернулися 390 людей, з них ⟦270 військових і 102⟧ цивільних."),
        messages=("270 and 102 are 372, not 390",),
    ),
    Example(
        source=("en", "390 people came home, of them 270 soldiers and 120 civilians."),
        target=("de", "390 Menschen kehrten heim, davon 270 Soldaten und 120 Zivilisten."),
    ),
    Example(
        source=("en", "Of the 1,279 freed, 38 are wounded."),
        target=("fr", "1 279 personnes, dont 38 blessés et 2 morts."),
    ),
)

_NEAR = Decimal("0.1")  # of the total: parts that miss it by more need not be all of it
_SENTENCE_END = (". ", "! ", "? ")


def check(comparison: Comparison) -> Iterator[Finding]:
    """Findings for the parts of numbers in source and target."""
    for pair in comparison.pairs:
        yield from _findings(pair, pair.source, in_source=True)
        yield from _findings(pair, pair.target, in_source=False)


def _findings(pair: Pair, mentions: Sequence[Mention], *, in_source: bool) -> Iterator[Finding]:
    numbers = [(mention, mention.value) for mention in mentions if isinstance(mention.value, Number)]
    text = (pair.segment.source if in_source else pair.segment.target).string
    for (whole, total), (first, part), (last, rest) in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if not part.part or rest.measures or _parted(text, whole, first, last):
            continue
        parts, sum_of = [part.readings[0], rest.readings[0]], part.readings[0] + rest.readings[0]
        if sum_of == total.readings[0] or total.readings[0] - sum_of > _NEAR * total.readings[0]:
            continue
        span = first.span._replace(end=last.span.end)
        yield RULE.finding(
            pair,
            f"{' and '.join(map(plain_digits, parts))} are {plain_digits(sum_of)}, not {total.plain}",
            source_span=span if in_source else None,
            target_span=None if in_source else span,
            in_source=in_source,
            expected=total.plain,
            found=plain_digits(sum_of),
        )


def _parted(text: str, *mentions: Mention) -> bool:
    """Whether a sentence ends between mentions."""
    return any(
        end in text[left.span.end : right.span.start] for left, right in pairwise(mentions) for end in _SENTENCE_END
    )
