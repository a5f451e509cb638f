"""Another country, people or nationality stands in the translation than in the source.

## Why

Russian for Ukrainian captivity, or British for American soldiers: the sentence stays smooth and says the opposite.

## What is compared

The words for countries, their people and what is theirs, with and without an entry in the termbase, by the country that
they name: "Ukraine", «українські», "Ukrainerinnen" are one. One that the translation has and the source has not is an
error where the translation lacks one that the source has; and so is one that it has more often, where both name
countries equally often. A language names them in its file (`countries:`).

## What is not

Countries that are only added or left out: "the capital" may be Paris, and "the French president" may be the president.
England and Britain, the Soviet Union's successors under their own names, both Koreas. Languages without such a list.

## How to fix it

Write the country of the source.

## Sources

MQM, accuracy/mistranslation; ISO 3166-1 for the codes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from termkit.model import Category, Comparison, Country, Example, Finding, Mention, Rule

RULE = Rule(
    name="country-mismatch",
    category=Category.NAME,
    summary="another country or people stands in the translation than in the source",
    mqm="accuracy/mistranslation",
)

EXAMPLES = (
    Example(
        source=("en", "More than half were freed from Russian captivity."),
        target=("uk", "Понад половину звільнено з ⟦українського⟧ полону."),
        messages=("the source says “Russian”, the translation “українського”",),
    ),
    Example(
        source=("en", "The Ukrainian authorities negotiate with the Russian side."),
        target=("de", "Die ukrainischen Behörden verhandeln mit der ⟦ukrainischen⟧ Seite."),
        messages=("the source says “Russian”, the translation “ukrainischen”",),
    ),
    Example(
        source=("en", "The Ukrainian authorities negotiate with the Russian side."),
        target=("pl", "Władze Ukrainy negocjują ze stroną rosyjską."),
    ),
    Example(source=("en", "The French president left London."), target=("uk", "Президент залишив Лондон.")),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    """The countries of the targets that stand in the place of others."""
    for pair in comparison.pairs:
        source, target = _countries(pair.source), _countries(pair.target)
        if source and target:
            for lost, found in _exchanged(source, target):
                yield RULE.finding(
                    pair,
                    f"the source says “{lost.text}”, the translation “{found.text}”",
                    source_span=lost.span,
                    target_span=found.span,
                    expected=lost.text,
                    found=found.text,
                )


def _countries(mentions: Sequence[Mention]) -> list[tuple[str, Mention]]:
    return [(mention.value.code, mention) for mention in mentions if isinstance(mention.value, Country)]


def _exchanged(
    source: list[tuple[str, Mention]], target: list[tuple[str, Mention]]
) -> Iterator[tuple[Mention, Mention]]:
    """The countries that only one side has, and those that it has more often than the other, in pairs."""
    here, there = Counter(code for code, _ in source), Counter(code for code, _ in target)
    lost, new = here - there, there - here
    if len(source) != len(target):
        new = Counter({code: times for code, times in new.items() if code not in here})
    yield from zip(_last(source, lost), _last(target, new), strict=False)


def _last(countries: list[tuple[str, Mention]], times: Counter[str]) -> list[Mention]:
    """The last mentions of some countries, each as many times as it is given, in order."""
    left = times.copy()
    found = []
    for code, mention in reversed(countries):
        if left[code] > 0:
            left[code] -= 1
            found.append(mention)
    return found[::-1]
