"""A name that the translations into other languages have stands nowhere in this one.

## Why

What one desk leaves out and all others keep was hardly left out on purpose. What a single translation cannot tell, a
name from a word that is translated, the other translations tell: they all have it.

## What is compared

The names without an entry of a source text, followed by their sound into its translations. One that is in no segment of
a document is reported once, at the first place where it should stand, if at least two other locales have it in the
same segments, and four for each that lacks it too. The message shows what they have.

## What is not

Names with an entry (term-missing looks for them in each locale). Names that the document has anywhere else. Documents
with less than half of their names, whose language writes names by meaning or in signs without sounds. Source texts that
are checked in fewer than three locales: check all locales in one run. Each place of a name is name-missing's.

## Why it is off by default

It follows names that are in no termbase, which takes several times as long as all other checks. In the seven languages
of NTREX-128 that were read (uk, ru, pl, cs, de, fr, es) it flags 0.3 % of the rows. One in three is an omission; most
others are names that a language translates or spells its own way (Si-ning for Xining).

## How to fix it

Write the name, or add it to the termbase if it is called otherwise in the target's language.

## Sources

MQM, accuracy/omission.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from termkit.model import Category, Certainty, Comparison, Example, Finding, Locale, Pair, Rule, Severity, Span

from ._respelt import places
from ._unlisted import unlisted

RULE = Rule(
    name="name-absent",
    category=Category.CONSISTENCY,
    summary="a name that the other locales have stands nowhere in this one",
    mqm="accuracy/omission",
    severity=Severity.WARNING,
    default=False,
    about_unlisted=True,
)

_SOURCE = ("en", "The guests met Ramona Trudell in Zorbania.")

EXAMPLES = (
    Example(
        source=_SOURCE,
        target=("uk", "Гості зустріли Рамону Труделл у Зорбанії."),
        others=(
            (_SOURCE, ("pl", "Goście spotkali Ramonę Trudell w Zorbanii.")),
            (_SOURCE, ("de", "⟦Die Gäste trafen Ramona Trudell.⟧")),
        ),
        messages=("“Zorbania” stands nowhere in this translation; pl has “Zorbanii”, uk has “Зорбанії”",),
    ),
    Example(
        source=_SOURCE,
        target=("uk", "Гості зустріли Рамону Труделл у Зорбанії."),
        others=((_SOURCE, ("de", "Die Gäste trafen Ramona Trudell.")),),
    ),
    Example(
        source=("en", "The guests met Ramona Trudell in the White House."),
        target=("uk", "Гості зустріли Рамону Труделл у Білому домі."),
        others=(
            (("en", "The guests met Ramona Trudell in the White House."), ("pl", "Ramona Trudell w Białym Domu.")),
            (("en", "The guests met Ramona Trudell in the White House."), ("de", "Ramona Trudell im Weißen Haus.")),
        ),
    ),
)

_FEWEST = 2  # locales that have the name
_MOST_LACKING = 0.5  # the share of a document's names from which on its language is not one to follow them into
_FOR_ONE = 4  # of so many that have it one other may lack it
_SHOWN = 3


class Seen(NamedTuple):
    """A name in a source text, what a translation has for it, and the place, where that is nothing."""

    document: str
    source_locale: Locale
    locale: Locale
    source: str
    key: str
    form: str
    sure: bool
    place: tuple[Pair, Span] | None


def collect(comparison: Comparison) -> Iterator[Seen]:
    """What the names without an entry have become in a document."""
    document = comparison.document
    where = (document.path, document.source_locale, document.locale)
    everything = "\n".join(pair.segment.target.string for pair in comparison.pairs).lower()
    for pair in comparison.pairs:
        for mention, name in unlisted(pair.source):
            form = name.form or (name.key if name.key in everything else "")  # it may begin a sentence there
            target = pair.segment.target.string
            written = next((target[slice(*span)] for span in places([form], target)), form) if form else ""
            place = None if form else (Pair(pair.segment, (), ()), mention.span)
            yield Seen(*where, pair.segment.source.string, name.key, written, name.sure, place)


def compare(collected: Sequence[Seen]) -> Iterator[Finding]:
    """The names that a document lacks altogether and other locales have."""
    in_text: defaultdict[tuple[str, str, str], list[Seen]] = defaultdict(list)
    in_document: defaultdict[str, defaultdict[str, list[Seen]]] = defaultdict(lambda: defaultdict(list))
    for seen in collected:
        in_text[seen.source_locale, seen.source, seen.key].append(seen)
        in_document[seen.document][seen.key].append(seen)
    for names in in_document.values():
        lacking = [seen for seen in names.values() if not any(one.form for one in seen)]
        if len(lacking) > _MOST_LACKING * len(names):
            continue
        for lost in lacking:
            having = _having([s for n in lost for s in in_text[n.source_locale, n.source, n.key]], lost[0].locale)
            if having and any(seen.sure for seen in lost):
                yield from _finding(lost[0], having)


def _having(seen: Sequence[Seen], locale: Locale) -> Mapping[Locale, str]:
    """What a name has become in the other locales, if enough of them have it."""
    forms: dict[Locale, str] = {}
    for other in sorted(seen, key=lambda other: other.locale):
        if other.locale != locale:
            forms[other.locale] = forms.get(other.locale) or other.form
    having = {locale: form for locale, form in forms.items() if form}
    return having if len(having) >= max(_FEWEST, _FOR_ONE * (len(forms) - len(having))) else {}


def _finding(name: Seen, having: Mapping[Locale, str]) -> Iterator[Finding]:
    if name.place is None:
        return
    pair, span = name.place
    written = pair.segment.source.string[slice(*span)]
    shown = [f"{locale} has “{form}”" for locale, form in having.items()]
    more = [f"{len(shown) - _SHOWN} more have it too"] if len(shown) > _SHOWN else []
    yield RULE.finding(
        pair,
        f"“{written}” stands nowhere in this translation; {', '.join([*shown[:_SHOWN], *more])}",
        source_span=span,
        certainty=Certainty.LIKELY,
        expected=written,
    )
