"""A name is misspelt, or has an ending that no form of it has.

## Why

A misspelt name is the mistake that readers notice and that the person named does not forgive. Spelling
checkers don't know names, least of all inflected ones.

## What is compared

Capitalised words of the target that are no form of any name in the termbase, with the forms of the names that the
source mentions: one letter more, less, exchanged or transposed, two in names of eight letters or more. So `Кієва` is
found for `Києва`. And long names of which one word is another: the Azov Brigade of the National *Police*; military
units with the word for another sort of unit (роти «Азов»); and people whom the source names in full, with another
spelling of their given name that begins alike (`Владімір Путін`), or with that of somebody else in the termbase
(`Арсеній Прокопенко`).

## What is not

Names in a form of their own that is wrong where it stands, and surnames in a form of the other sex, which are
name-inflection's; words that the source has in the same spelling, but for people's names, which have one in each
language; words made from the name of a place or an organisation (Українці, Kiewer), and others that differ from it
only in the last letters, unless the name is missing otherwise; short names at the beginning of a sentence; names that
neither the source of the segment nor its neighbours mention, and short ones that the segment's own does not.

## How to fix it

Write the form that the message gives; it has the ending that is nearest to the one found. The fix is certain where the
source of the segment has the name and no other form is as near. If the spelling is right, add it to the term's `forms`
or as an admitted term.

## Sources

MQM, linguistic conventions/spelling.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termkit.model import Category, Certainty, Comparison, Example, Finding, Fix, Pair, Rule, Severity

from ._names import NamedAs, Side, as_written, concept_ids, survey

RULE = Rule(
    name="name-misspelt",
    category=Category.NAME,
    summary="a word is close to an expected name and is none of its forms",
    mqm="linguistic conventions/spelling",
)

EXAMPLES = (
    Example(
        source=("en", "They wrote to Zelensky."),
        target=("uk", "Вони написали листа до ⟦Зелинського⟧."),
        messages=(
            (
                "“Зелинського” is no form of person-volodymyr-zelensky; expected “Зеленського”"
                " (admitted; listed in the termbase)"
            ),
        ),
    ),
    Example(
        source=("en", "He leads the Azov National Guard Brigade."),
        target=("uk", "Він очолює ⟦бригаду «Азов» Національної поліції⟧."),
        messages=(
            (
                "“бригаду «Азов» Національної поліції” is no form of unit-azov-brigade; expected “бригаду «Азов»"
                " Національної гвардії” (preferred; listed in the termbase)"
            ),
        ),
    ),
    Example(
        source=("en", "Vladimir Putin agreed."),
        target=("uk", "Президент ⟦Владімір Путін⟧ погодився."),
        messages=(
            (
                "“Владімір Путін” is no form of person-vladimir-putin; expected “Володимир Путін”"
                " (preferred; the term itself)"
            ),
        ),
    ),
    Example(
        source=("en", "He serves in the Azov Regiment."),
        target=("uk", "Він служить у ⟦роті «Азов»⟧."),
        messages=(
            (
                "“роті «Азов»” is no form of unit-azov-regiment; expected “полкові «Азов»”"
                " (preferred; listed in the termbase)"
            ),
        ),
    ),
    Example(
        source=("en", "Colonel Denys Prokopenko said so."),
        target=("uk", "Так сказав полковник ⟦Арсеній Прокопенко⟧."),
        messages=(
            (
                "“Арсеній Прокопенко” is no form of person-denys-prokopenko; expected “Денис Прокопенко”"
                " (preferred; the term itself)"
            ),
        ),
    ),
    Example(
        source=("en", "Yuliia Fedusiuk spoke."),
        target=("de", "Es sprach Julia ⟦Fedusiuk⟧."),
        messages=(
            ("“Fedusiuk” is no form of person-yuliia-fedusiuk; expected “Fedusjuk” (admitted; the term itself)"),
        ),
    ),
    Example(source=("en", "Vladimir Putin agreed."), target=("uk", "Воєначальник Путін погодився.")),
    Example(source=("en", "The Azov Brigade's commander."), target=("uk", "Командир бригади «Азов» Богдан Кротевич.")),
    Example(source=("en", "They wrote to Zelensky."), target=("uk", "Вони написали листа до Зеленського.")),
    Example(source=("en", "Ukraine's teams won."), target=("uk", "Збірні України перемогли: Українці святкують.")),
)

_SHORT = 5


def check(comparison: Comparison) -> Iterator[Finding]:
    """The misspelt names of the target."""
    names = survey(comparison)
    for number, (pair, source, target) in enumerate(zip(comparison.pairs, names.sources, names.targets, strict=True)):
        around = names.sources[max(number - 1, 0) : number + 2]
        for name in target.names:
            if name.name.near and _counts(name, source, target, around):
                yield _finding(pair, name, is_mentioned=not name.concepts.isdisjoint(source.concepts))


def _counts(name: NamedAs, source: Side, target: Side, around: Sequence[Side]) -> bool:
    """Whether a word that is near to a name may be meant for it; `around` are the source and its neighbours."""
    if not name.mention.hard and not _is_wanting(name, source, target):
        return False
    if not name.concepts.isdisjoint(source.concepts):
        return True
    is_long = name.mention.hard and len(name.mention.text) >= _SHORT
    return is_long and any(not name.concepts.isdisjoint(side.concepts) for side in around)


def _finding(pair: Pair, name: NamedAs, *, is_mentioned: bool) -> Finding:
    first, expected = name.candidates[0], name.name.expected or ""
    is_sure = is_mentioned and name.name.sure and name.mention.hard
    return RULE.finding(
        pair,
        f"“{name.mention.text}” is no form of {concept_ids(name)}; expected “{expected}”"
        f" ({first.term.status}; {first.why})",
        target_span=name.mention.span,
        severity=Severity.ERROR if is_mentioned else Severity.WARNING,
        certainty=Certainty.CERTAIN if is_mentioned else Certainty.LIKELY,
        expected=expected,
        found=name.mention.text,
        concept=first.concept,
        fix=Fix(
            name.mention.span,
            as_written(expected, name.mention.text),
            Certainty.CERTAIN if is_sure else Certainty.LIKELY,
        ),
    )


def _is_wanting(name: NamedAs, source: Side, target: Side) -> bool:
    """Whether the source asks for the name and the target does not have it otherwise."""
    asked = any(other.mention.hard and not other.concepts.isdisjoint(name.concepts) for other in source.names)
    return asked and not any(
        other.mention.hard and not other.name.near and not other.concepts.isdisjoint(name.concepts)
        for other in target.names
    )
