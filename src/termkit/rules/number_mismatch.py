"""A number of the source is another one in the translation, is gone, or is new there.

## Why

An article is trusted for its figures: 1,279 freed of about 2,500 is news, 1,297 is a correction. Digit strings are
no measure of that: ``1,279``, ``1 279`` and ``1.279`` are one number in three languages, ``five`` and ``п'ятьма`` are
5, ``2.5 million`` is ``2,5 млн``.

## What is compared

The values of all numbers of a segment: digits with the separators of either language, number words in their forms,
scale words, fractions, percentages, sums of money, measures and ordinals. Both sides are matched as well as possible;
what then has no counterpart is reported, what was exchanged for something else as one finding. A converted measure
(10 miles, 16 km) agrees within the rounding of newsrooms.

What is written in digits, with a scale word or as a large numeral must have a counterpart. Small number words ("two",
"both", "half", "hundreds") come and go between languages: one that is only missing or only new is nothing, but one
that is missing while another of its sort is new is a substitution.

## What is not

Words for *one* are articles and pronouns in many languages; they satisfy a 1 and never accuse. A number that is said
twice on one side and once on the other is said. Two numbers with a sign between them are the same two numbers,
whichever of time, date, score and decimal they look like in either language (16:32, 16-32). A sum in a second
currency that the translation adds in brackets for its readers is not compared. Code, URLs, placeholders and markup
are left out. The parts of dates are the business of `date-mismatch`, times of day that of `time-mismatch`,
conversions that of `measure-mismatch`; what stands beside a number that agrees is looked at by `unit-mismatch`,
`currency-mismatch` and `approximation-changed`.

## How to fix it

Write the number of the source. Where the translation is right, say so beside it:
``termkit: ignore[number-mismatch] rounded by the agency``.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule

from ._facts import all_differences, finding

RULE = Rule(
    name="number-mismatch",
    category=Category.NUMBER,
    summary="a number differs from the source, is missing, or is not in the source",
    mqm="accuracy/mistranslation",
)

EXAMPLES = (
    Example(
        source=("en", "1,279 of about 2,500 defenders have come home."),
        target=("uk", "Додому повернулися ⟦1 297⟧ із близько 2 500 захисників."),
        messages=("the source says 1279 (“1,279”, English grouping, or 1.279), the translation 1297 (“1 297”)",),
    ),
    Example(
        source=("en", "1,279 of about 2,500 defenders have come home."),
        target=("uk", "Додому повернулися 1279 із близько 2,5 тисячі захисників."),
    ),
    Example(
        source=("en", "Vereshchuk spoke of 38 wounded."),
        target=("de", "⟦Wereschtschuk sprach von Verwundeten.⟧"),
        messages=("the source says 38, the translation does not",),
    ),
    Example(
        source=("en", "Several fighters are wounded."),
        target=("pl", "Rannych jest ⟦600⟧ bojowników."),
        messages=("the translation says 600, the source does not",),
    ),
    Example(
        source=("en", "the seven-week siege"),
        target=("uk", "⟦восьмитижнева⟧ облога"),
        messages=("the source says 7 (“seven”), the translation 8 (“восьмитижнева”)",),
    ),
    Example(source=("en", "the two women asked for help"), target=("fr", "les femmes ont demandé de l’aide")),
    Example(
        source=("en", "more than 2.5 million people"),
        target=("es", "más de ⟦2500 millones⟧ de personas"),
        messages=("the source says 2500000 (“2.5 million”), the translation 2500000000 (“2500 millones”)",),
    ),
    Example(source=("en", "The plant is 10 miles away."), target=("cs", "Závod je vzdálený 16 km.")),
    Example(source=("en", "The talks began at 3 p.m."), target=("ru", "Переговоры начались в 15:00.")),
    Example(source=("de", "Die Partie endete 16:32."), target=("en", "The game ended 16-32.")),
    Example(
        source=("de", "Die Partie endete 16:32."),
        target=("en", "The game ended 16-⟦33⟧."),
        messages=("the translation says 33, the source does not",),
    ),
    Example(source=("en", "The item was due to dispatch 18.12."), target=("zh", "这个商品应该是 12 月 18 日发货")),
    Example(
        source=("en", "goods worth $60 billion"),
        target=("hr", "roba u vrijednosti od 60 milijardi dolara (375 milijardi kuna)"),
    ),
    Example(source=("en", "one of the fighters"), target=("uk", "бійці")),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    """Findings for the numbers that do not agree."""
    for pair, difference in all_differences(comparison):
        if not (difference.is_date or difference.is_time or difference.is_conversion):
            yield finding(RULE, pair, difference)
