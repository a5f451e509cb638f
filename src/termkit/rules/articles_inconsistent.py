"""A name is spelt otherwise in an article than in the other articles of its locale.

## Why

Readers meet the same people in one article after another. Where the termbase admits several spellings, they should meet
one, and who searches the site for it should find all.

## What is compared

The terms in use (preferred or admitted) of one concept in all articles of a locale that are checked in one run, as
name-inconsistent compares them inside one article: full names with full names, surnames with surnames and with the
surnames in full names. The spelling that stands most often is taken for the locale's, the preferred one where they are
even; every place in an article that keeps to another is reported.

## What is not

An article that mixes spellings itself (name-inconsistent), short forms and acronyms, names without an entry
(name-varies), and names for which the source of an article itself uses two spellings. Articles that are not part of the
run: check a locale as a whole.

## How to fix it

Write the name as in the other articles, or forbid one of the spellings in the termbase. It is an info finding, for the
termbase admits what is written.

## Sources

MQM, terminology/inconsistent use of terminology.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termkit.model import Category, Comparison, Example, Finding, Locale, Rule, Severity

from ._spellings import Use, has_rivals, is_other_spelling, place_shown, spellings, times_shown, usual

RULE = Rule(
    name="articles-inconsistent",
    category=Category.CONSISTENCY,
    summary="a name is spelt otherwise than in the locale's other articles",
    mqm="terminology/inconsistent use of terminology",
    severity=Severity.INFO,
)

EXAMPLES = (
    Example(
        source=("en", "Yuliia Fedusiuk spoke. Then Fedusiuk left."),
        target=("uk", "Юлія Федусюк виступила. Потім Федусюк пішла."),
        others=((("en", "Yuliia Fedusiuk returned."), ("uk", "⟦Юлія Федосюк⟧ повернулася.")),),
        messages=(
            (
                "“Юлія Федосюк” (person-yuliia-fedusiuk, admitted; the term itself) is not spelt “Федусюк”,"
                " as 2 times in the articles in uk, first in article-1:1"
            ),
        ),
    ),
    Example(
        source=("en", "Yuliia Fedusiuk spoke. Then Fedusiuk left."),
        target=("uk", "Юлія Федусюк виступила. Потім Федусюк пішла."),
        others=((("en", "Yuliia Fedusiuk returned."), ("uk", "Юлія Федусюк повернулася.")),),
    ),
    Example(
        source=("en", "Yuliia Fedusiuk spoke."),
        target=("uk", "Юлія Федусюк виступила."),
        others=((("en", "Yuliia Fedusiuk returned."), ("ru", "Юлия Федосюк вернулась.")),),
    ),
)


class Article(NamedTuple):
    """The places where an article in some locale names a concept."""

    locale: Locale
    uses: list[Use]

    @property
    def mixes(self) -> bool:
        """Whether it has several spellings itself."""
        return len({use.said.words for use in self.uses}) > 1


def collect(comparison: Comparison) -> Iterator[Article]:
    """Where a document names concepts that can be spelt in two ways."""
    for uses in spellings(comparison):
        if has_rivals(comparison, uses[0]):
            yield Article(comparison.document.locale, uses)


def compare(collected: Sequence[Article]) -> Iterator[Finding]:
    """The places in articles that keep to another spelling than the locale does."""
    named: defaultdict[tuple[str, ...], list[Article]] = defaultdict(list)
    for article in collected:
        named[article.locale, article.uses[0].said.concept, article.uses[0].said.slot].append(article)
    for articles in named.values():
        right, times = usual([use for article in articles for use in article.uses])
        for article in articles:
            if not article.mixes and is_other_spelling(article.uses[0].said.words, right.said.words):
                yield from (_finding(use, right, times, article.locale) for use in article.uses)


def _finding(use: Use, right: Use, times: int, locale: Locale) -> Finding:
    return RULE.finding(
        use.pair,
        f"“{use.text}” ({use.said.why}) is not spelt “{right.said.shown}”, as {times_shown(times)} in the articles in"
        f" {locale}, first in {place_shown(right.pair, right.span)}",
        target_span=use.span,
        expected=right.said.shown,
        found=use.text,
        concept=use.said.concept,
    )
