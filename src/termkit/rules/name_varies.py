"""A name without a termbase entry is spelt in two ways in the articles of a locale.

## Why

Two spellings of a name look like two people, and who searches for one does not find the other.

## What is compared

The words that a name of the source has become, followed by their sound, in all articles of a locale that are checked in
one run. Two words that differ in a letter or two, and not in their endings alone, are two spellings. The spelling that
stands most often is taken for the right one, or the one that sounds most like the name where two are even; every other
place is reported. A given name is compared where the same surname stands behind it.

## What is not

Names with an entry (name-inconsistent, articles-inconsistent). Words that are left as the source has them, signs on
letters (ё and е), common words, and names in scripts without letter case where they differ in their first letter. What
name-garbled finds at the same place, where both rules run.

## Why it is off by default

It follows names that are in no termbase, which takes several times as long as all other checks. It flags 0.3 % of the
rows of NTREX-128 in 36 languages, and nine in ten of these are names that the translators spelt in two ways.

## How to fix it

Write the name as at the other places, and add it to the termbase: `termkit glossary suggest` has the entry.

## Sources

MQM, terminology/inconsistent use of terminology.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termkit.model import (
    Category,
    Certainty,
    Comparison,
    Example,
    Finding,
    Mention,
    Pair,
    Rule,
    Severity,
    Span,
    Unlisted,
)

from ._respelt import is_form, is_respelt, places
from ._spellings import place_shown, times_shown
from ._unlisted import unlisted

RULE = Rule(
    name="name-varies",
    category=Category.CONSISTENCY,
    summary="a name without a termbase entry is spelt in two ways in the locale",
    mqm="terminology/inconsistent use of terminology",
    severity=Severity.WARNING,
    default=False,
    about_unlisted=True,
)

EXAMPLES = (
    Example(
        source=("en", "Ramona Trudell met the guests. They thanked Ramona Trudell."),
        target=("uk", "Рамона Труделл зустріла гостей. Вони подякували Рамоні ⟦Труддел⟧."),
        messages=("“Труддел” stands for “Trudell”, which is “Труделл” elsewhere: once, first in article-1:1",),
    ),
    Example(
        source=("en", "The guests met Ramona Trudell and her coach, Wayde Brauk."),
        target=("uk", "Гості зустріли Рамону Труделл та її тренера Вейда Браука."),
        others=(
            (("en", "They also met Wayde Brauk."), ("uk", "Вони зустріли й ⟦Уейда⟧ Браука.")),
            (("en", "Then Wayde Brauk left."), ("uk", "Потім Вейд Браук пішов.")),
        ),
        messages=("“Уейда” stands for “Wayde”, which is “Вейда” elsewhere: 2 times, first in article-1:1",),
    ),
    Example(
        source=("en", "The guests met Ramona Trudell."),
        target=("uk", "Гості зустріли Рамону Труделл."),
        others=((("en", "They thanked Ramona Trudell."), ("uk", "Вони подякували Рамоні Труделл.")),),
    ),
    Example(
        source=("en", "The guests met Charles Brauk."),
        target=("uk", "Гості зустріли Чарльза Браука."),
        others=((("en", "They thanked Charles Lenoir."), ("uk", "Вони подякували Шарлю Ленуару.")),),
    ),
)

_LIKE = 0.72  # from here on a word is a name's counterpart for sure
_BEGINNING = 2  # letters that a word begins with like another, so that it may be the same name
_WORD = re.compile(r"[^\W\d_]+")


class Use(NamedTuple):
    """A place where a name of the source has become a word; `name` is it, its locales, and the surname behind it."""

    name: tuple[str, ...]
    sure: bool
    like: float
    form: str
    written: str
    pair: Pair
    source_span: Span
    target_span: Span


def collect(comparison: Comparison) -> Iterator[Use]:
    """What the names without an entry have become in a document."""
    locales = comparison.document.source_locale, comparison.document.locale
    for pair in comparison.pairs:
        names = list(unlisted(pair.source))
        counts = Counter(name.key for _, name in names)
        taken = {name.form for _, name in names}
        starts = {mention.span.start: name.key for mention, name in names}
        for mention, name in names:
            if name.like >= _LIKE and name.form != name.key:
                behind = starts.get(mention.span.end + 1, "")
                forms = [name.form, *(_respelt(name, pair, taken) if counts[name.key] > 1 else ())]
                yield from _uses((*locales, name.key, behind), mention, name, forms, pair)


def _respelt(name: Unlisted, pair: Pair, taken: set[str]) -> Iterator[str]:
    """Other words of a segment that the name may be where the segment has it again."""
    for word in _WORD.findall(pair.segment.target.string):
        form = word.lower()
        begins_alike = form[:_BEGINNING] == name.form[:_BEGINNING]
        if not word[0].islower() and form not in taken and begins_alike and is_respelt(name.form, form):
            yield form


def _uses(key: tuple[str, ...], mention: Mention, name: Unlisted, forms: Sequence[str], pair: Pair) -> Iterator[Use]:
    bare = Pair(pair.segment, (), ())
    for span in places(forms, pair.segment.target.string):
        written = pair.segment.target.string[slice(*span)]
        like = name.like if written.lower() == name.form else 0.0
        yield Use(key, name.sure, like, written.lower(), written, bare, mention.span, span)


def compare(collected: Sequence[Use]) -> Iterator[Finding]:
    """The places where a name is spelt otherwise than mostly."""
    by_name: defaultdict[tuple[str, ...], dict[tuple[int, Span], Use]] = defaultdict(dict)
    for use in collected:
        by_name[use.name].setdefault((id(use.pair.segment), use.target_span), use)
    found: dict[tuple[int, Span], Finding] = {}
    for uses in by_name.values():
        if any(use.sure for use in uses.values()):
            for finding in _findings(list(uses.values())):
                found.setdefault((id(finding.segment), finding.span), finding)
    yield from found.values()


def _findings(uses: Sequence[Use]) -> Iterator[Finding]:
    usual, *others = sorted(_spellings(uses), key=lambda same: (-len(same), -max(use.like for use in same)))
    forms = Counter(use.written for use in usual)
    shown = max(forms, key=lambda form: forms[form])
    where = f"{times_shown(len(usual))}, first in {place_shown(usual[0].pair, usual[0].target_span)}"
    for use in (use for spelling in others for use in spelling):
        if any(is_respelt(use.form, other.form) for other in usual):
            name = use.pair.segment.source.string[slice(*use.source_span)]
            yield RULE.finding(
                use.pair,
                f"“{use.written}” stands for “{name}”, which is “{shown}” elsewhere: {where}",
                source_span=use.source_span,
                target_span=use.target_span,
                certainty=Certainty.LIKELY,
                expected=shown,
                found=use.written,
            )


def _spellings(uses: Sequence[Use]) -> list[list[Use]]:
    """The uses, those together whose words are forms of one word, in the order in which they stand."""
    spellings: list[list[Use]] = []
    for use in uses:
        for spelling in spellings:
            if any(is_form(use.form, other.form) and not is_respelt(use.form, other.form) for other in spelling):
                spelling.append(use)
                break
        else:
            spellings.append([use])
    return spellings
