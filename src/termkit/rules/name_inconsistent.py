"""One name is spelt in two ways in an article.

## Why

Two spellings of a name look like two people. Where the termbase admits several spellings, an article
should still keep to one.

## What is compared

The terms in use (preferred or admitted) of one concept in the target document: full names with
full names, surnames with surnames and with the surnames in full names. The spelling that stands most often is
taken for the article's, the preferred one where they are even; every other place is reported.

## What is not

A short form beside a full form that holds its words, an acronym beside the name, the same words in
another order (Asow-Regiment, Regiment Asow), a spelling that the termbase forbids (term-forbidden), and names for
which the source itself uses two spellings.

Several articles of a locale, each with a spelling of its own (articles-inconsistent), and names without an entry
(name-varies).

## How to fix it

Write the name at the place shown as in the rest of the article.

## Sources

MQM, terminology/inconsistent use of terminology.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule, Severity

from ._spellings import Use, is_other_spelling, spellings, times_shown, usual

RULE = Rule(
    name="name-inconsistent",
    category=Category.CONSISTENCY,
    summary="one name is spelt in two ways in an article",
    mqm="terminology/inconsistent use of terminology",
    severity=Severity.WARNING,
)

EXAMPLES = (
    Example(
        source=("en", "Zelensky spoke. Then Zelensky left."),
        target=("es", "⟦Zelensky⟧ habló. Después Zelenski se fue."),
        messages=(
            (
                "“Zelensky” (person-volodymyr-zelensky, admitted; the term itself) stands beside “Zelenski”,"
                " which the article has once"
            ),
        ),
    ),
    Example(
        source=("en", "Fedusiuk spoke. Then Fedusiuk left, and Yuliia Fedusiuk returned."),
        target=("uk", "Федусюк виступила. Потім ⟦Федосюк⟧ пішла, а Юлія Федусюк повернулася."),
        messages=(
            (
                "“Федосюк” (person-yuliia-fedusiuk, admitted; the term itself) stands beside “Федусюк”,"
                " which the article has 2 times"
            ),
        ),
    ),
    Example(
        source=("en", "Yusov spoke. Then Yusov left, and Andrii Yusov returned."),
        target=("fr", "Ioussov a parlé. Puis ⟦Yusov⟧ est parti, et Andriï Ioussov est revenu."),
        messages=(
            (
                "“Yusov” (person-andrii-yusov, admitted; the term itself) stands beside “Ioussov”,"
                " which the article has 2 times"
            ),
        ),
    ),
    Example(
        source=("en", "Yuliia Fedusiuk spoke. Then Fedusiuk left."),
        target=("uk", "Юлія Федусюк виступила. Потім Федусюк пішла."),
    ),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    """The places of a document where a name is spelt otherwise than mostly."""
    reported: set[tuple[int, int]] = set()
    for uses in spellings(comparison):
        right, times = usual(uses)
        for use in uses:
            place = (id(use.pair.segment), use.span.start)
            if is_other_spelling(use.said.words, right.said.words) and place not in reported:
                reported.add(place)
                yield _finding(use, right, times)


def _finding(use: Use, right: Use, times: int) -> Finding:
    return RULE.finding(
        use.pair,
        f"“{use.text}” ({use.said.why}) stands beside “{right.said.shown}”, which the article has {times_shown(times)}",
        target_span=use.span,
        expected=right.said.shown,
        found=use.text,
        concept=use.said.concept,
    )
