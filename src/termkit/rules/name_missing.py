"""A name of the source that is in no termbase has no counterpart in the translation.

## Why

Who did it, and where, is what news is about. Nobody who reads the translation alone misses a name that was dropped.

## What is compared

Words of the source that can hardly be anything but names: capitals that do not only begin a sentence, and that are none
of the language's ordinary words, months, weekdays or nationalities. Each is sought in the target by its sound, in any
script and with any ending («Старріджа» is Sturridge), or as CLDR's name of the place («Німеччина» is Germany). A common
word counts where the name that it belongs to is kept as it is but for this word ("Evening" in the Evening News,
"Thrones" behind "Game of"), and a word of the dictionary where it stands behind a given name or Mr ("Eden Hazard"), or
where the document has it as a name elsewhere.

The rest of the document tells more: what a name is called elsewhere, and which words are another name's.

Where the source's language does not list its common words, all words with a capital inside a sentence are sought, in
the words of the target with a capital first. One without a counterpart is missing where the target has no other word
with a capital left that may be its translation, where it is a country or city that CLDR knows, or where a sentence of
the target breaks off ("arrested by and"). Such a break is a finding by itself where the source's script has no
capitals.

## What is not

Names with an entry in the termbase (see term-missing). Names of four letters or less, of which there is too little to
hear. Names for which the target has a word of its own wherever they stand (the White House, «Білий дім»). Words that
the document has in small letters too. Words that never have a counterpart in it, where only their capital tells that
they are names. Headings, and languages whose file does not list the common words of names, or says `follow: "false"`.
A pronoun for a name is a finding: good translations have one more pronoun hardly more often where a name is lost than
where it is kept.

## How often it is right

Together with its two neighbours (name-changed, name-garbled, name-missing) it flags 1.2 % of the rows of NTREX-128 in
27 languages, 0.7 % without the errors that the translators made, and finds 88 % of the exchanged names, 82 % of the
dropped and 73 % of those with a letter wrong (`benchmarks/names.py`). Into English they flag 0.9 % of the rows of WMT
2022 from four languages.

## How to fix it

Write the name, or add it to the termbase if it is called otherwise in the target's language.

## Sources

MQM, accuracy/omission.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Certainty, Comparison, Example, Finding, Rule, Severity

from ._unlisted import lost_names, unlisted

RULE = Rule(
    name="name-missing",
    category=Category.NAME,
    summary="a name without a termbase entry is missing from the translation",
    mqm="accuracy/omission",
    severity=Severity.WARNING,
    about_unlisted=True,
)

EXAMPLES = (
    Example(
        source=("en", "The coach praised Ramona Quimble."),
        target=("uk", "⟦Тренер похвалив Рамону.⟧"),
        messages=("nothing in the translation sounds like “Quimble”",),
    ),
    Example(source=("en", "The coach praised Ramona Quimble."), target=("uk", "Тренер похвалив Рамону Квімбл.")),
    Example(
        source=("en", "The coach praised Eden Hazard."),
        target=("uk", "⟦Тренер похвалив Едена.⟧"),
        messages=("nothing in the translation sounds like “Hazard”",),
    ),
    Example(
        source=("en", "We watched Game of Thrones."),
        target=("pl", "⟦Oglądaliśmy Game of.⟧"),
        messages=("nothing in the translation sounds like “Thrones”",),
    ),
    Example(source=("en", "We send it by Airmail."), target=("cs", "Posíláme ji letecky.")),
    Example(source=("en", "The coach praised the Supreme Court."), target=("uk", "Тренер похвалив Верховний суд.")),
    Example(
        source=("cs", "Podle deníku Brauk v neděli odjel do Drážďan."),
        target=("en", "⟦According to the newspaper, he left for Dresden on Sunday.⟧"),
        messages=("nothing in the translation sounds like “Brauk”",),
    ),
    Example(
        source=("pl", "W sobotę minister odwiedził Szwecję."),
        target=("en", "⟦On Saturday the minister visited the White House.⟧"),
        messages=("nothing in the translation sounds like “Szwecję”",),
    ),
    Example(
        source=("ja", "三人が逮捕された。"),
        target=("en", "Three people were arrested ⟦by⟧ and other policemen."),
        messages=("a name seems to have fallen out at “by”",),
    ),
    Example(
        source=("cs", "Podle Nejvyššího soudu může Brauk odjet."),
        target=("en", "According to the Supreme Court, Brauk may leave."),
    ),
    Example(
        source=("uk", "У неділю я прошу Вас приїхати до Праги."),
        target=("en", "On Sunday I ask you to come to Prague."),
    ),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    """The names that the translation lacks; those that another stands for are name-changed's."""
    for lost in lost_names(comparison):
        if lost.stranger is None:
            yield RULE.finding(
                lost.pair,
                f"nothing in the translation sounds like “{lost.name.text}”",
                source_span=lost.name.span,
                certainty=Certainty.LIKELY,
                expected=lost.name.text,
            )
    for pair in comparison.pairs:
        for mention, name in unlisted(pair.target):
            if name.sure and not name.key:
                yield RULE.finding(
                    pair,
                    f"a name seems to have fallen out at “{mention.text}”",
                    target_span=mention.span,
                    certainty=Certainty.LIKELY,
                )
