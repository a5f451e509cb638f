"""The translation uses a term that the termbase forbids, or has replaced by another.

## Why

The house has agreed on a spelling, with a reason: "Kiev" is the Russian-based spelling of Kyiv. A
forbidden term shows readers that the agreement is not kept, and some offend.

## What is compared

Every inflected form of the target's terms whose status is forbidden (an error), deprecated or
superseded (a warning). An `ambiguous` term counts only where the article names the concept by another term.

## What is not

A form that is also a form of a term in use; phrases that the term lists as exceptions
("chicken Kiev"); code, URLs and other protected text; the source.

## How to fix it

Write the term that the message names; where its form in the same case is known, the fix has it.

## Sources

ISO 30042 (TBX), administrative status; MQM, terminology/inconsistent with terminology resource.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import (
    LIVE,
    AdministrativeStatus,
    Candidate,
    Category,
    Comparison,
    Example,
    Finding,
    Fix,
    Pair,
    Rule,
    Severity,
)

from ._names import NamedAs, as_written, live_names, survey

RULE = Rule(
    name="term-forbidden",
    category=Category.TERM,
    summary="a term that the termbase forbids or has replaced",
    mqm="terminology/inconsistent with terminology resource",
)

EXAMPLES = (
    Example(
        source=("uk", "Він виступив у Києві."),
        target=("en", "He spoke in ⟦Kiev⟧."),
        messages=("“Kiev” (place-kyiv) is forbidden: Russian-based spelling; write “Kyiv”",),
    ),
    Example(source=("uk", "Він виступив у Києві."), target=("en", "He spoke in Kyiv.")),
    Example(source=("uk", "Котлета по-київськи."), target=("en", "A chicken Kiev.")),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    """The unwanted terms of the target."""
    names = survey(comparison)
    for pair, side in zip(comparison.pairs, names.targets, strict=True):
        for name in side.names:
            if not name.name.near and all(candidate.term.status not in LIVE for candidate in name.candidates):
                yield _finding(pair, name, comparison)


def _finding(pair: Pair, name: NamedAs, comparison: Comparison) -> Finding:
    worst = name.candidates[0]
    term = worst.term
    replacement = _replacement(name.candidates)
    concept = comparison.concepts.get(worst.concept)
    live = live_names(concept, comparison.document.locale) if concept else []
    wanted = replacement or term.replace_with or (live[0].term if live else None)
    message = f"“{name.mention.text}” ({worst.concept}) is {term.status}"
    if term.reason:
        message += f": {term.reason.rstrip('.')}"
    if wanted:
        message += f"; write “{wanted}”"
    return RULE.finding(
        pair,
        message,
        target_span=name.mention.span,
        severity=Severity.ERROR if term.status is AdministrativeStatus.FORBIDDEN else Severity.WARNING,
        expected=wanted,
        found=name.mention.text,
        concept=worst.concept,
        fix=Fix(name.mention.span, as_written(replacement, name.mention.text)) if replacement else None,
    )


def _replacement(candidates: tuple[Candidate, ...]) -> str | None:
    """What to write instead, if all readings of the form agree on it; the vocative only counts where it is alone."""
    readings = [candidate for candidate in candidates if candidate.case != "voc"] or candidates
    replacements = {candidate.replacement for candidate in readings}
    return replacements.pop() if len(replacements) == 1 else None
