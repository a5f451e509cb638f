"""Another name stands in the translation than in the source; neither need be in a termbase.

## Why

A wrong name is worse than none: the article says of somebody what somebody else did.

## What is compared

The names that name-missing follows. A name is changed where it has no counterpart and another
name of the article stands in the target, which the source of the segment does not have. Then even a word that may be
no name counts ("Department"), if it has a counterpart elsewhere in the article. Where the source is in a language whose
common words are not listed, and the target in one whose are, the names of the target must sound like something in the
source, or be CLDR's name of a place in it, if the source has a name without a counterpart.

## What is not

What name-missing leaves out; a name that is added to all that the source has; sources with words in Chinese
characters, which say little of how names sound.

## How often it is right

Together with its two neighbours (name-changed, name-garbled, name-missing) it flags 1.2 % of the rows of NTREX-128 in
27 languages, 0.7 % without the errors that the translators made, and finds 88 % of the exchanged names, 82 % of the
dropped and 73 % of those with a letter wrong (`benchmarks/names.py`). Into English they flag 0.9 % of the rows of WMT
2022 from four languages.

## How to fix it

Write the name of the source.

## Sources

MQM, accuracy/mistranslation.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Certainty, Comparison, Example, Finding, Rule

from ._unlisted import lost_names, strange_names

RULE = Rule(
    name="name-changed",
    category=Category.NAME,
    summary="another name stands in the translation than in the source",
    mqm="accuracy/mistranslation",
    about_unlisted=True,
)

EXAMPLES = (
    Example(
        source=("de", "Am Sonntag gewann Wenzel Brauk das Rennen."),
        target=("en", "On Sunday ⟦Holger⟧ ⟦Stimmann⟧ won the race."),
        messages=("nothing in the source sounds like “Holger”", "nothing in the source sounds like “Stimmann”"),
    ),
    Example(
        source=("it", "Domenica il ministro ha visitato la Norvegia."),
        target=("en", "On Sunday the minister visited ⟦Portugal⟧."),
        messages=("nothing in the source sounds like “Portugal”",),
    ),
    Example(
        source=("cs", "Mladík z plzeňské školy v neděli vyhrál."),
        target=("en", "A young man from a school in Pilsen won on Sunday."),
    ),
    Example(
        source=("uk", "У неділю Ганна Дворська перемогла у Львові."),
        target=("en", "On Sunday Hanna Dvorska won in Lviv."),
    ),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    """The names that stand for another, and those that come from nowhere."""
    for lost in lost_names(comparison):
        if lost.stranger:
            yield RULE.finding(
                lost.pair,
                f"“{lost.stranger.text}” stands where the source has “{lost.name.text}”",
                source_span=lost.name.span,
                target_span=lost.stranger.span,
                certainty=Certainty.LIKELY,
                expected=lost.name.text,
                found=lost.stranger.text,
            )
    for pair, mention in strange_names(comparison):
        yield RULE.finding(
            pair,
            f"nothing in the source sounds like “{mention.text}”",
            target_span=mention.span,
            certainty=Certainty.LIKELY,
            found=mention.text,
        )
