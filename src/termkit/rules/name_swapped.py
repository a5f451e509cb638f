"""The translation names another person, place or unit than the source.

## Why

One name in the place of another is the worst of all mistakes with names: the sentence reads well and
says something false about somebody.

## What is compared

A segment whose source names a concept that the target does not, or more often than the target, and whose target names
a concept of the same kind that the source does not, neither there nor in a neighbouring segment that lost it. A name
inside a longer one counts too: the National Guard in its Azov Brigade.

Where both sides name people, or organisations, or units, as many and in the same order, one of them must not stand in
another's place. Nor may an organisation that is in no termbase, and not in the source, in that of one that the source
names more often: UNESCO for the U.N.

Units are told apart as the termbase tells them apart (the Azov Regiment from the Azov Brigade). A surname that several
people share counts for each of them.

## What is not

Adjectives and demonyms; names of broader and narrower concepts. A pair of places is a
warning, because translators put a capital for a country; all others are errors. term-missing says nothing
about a name that is reported here.

## How to fix it

Write the name that the source has. If both are names of one concept, say so in the termbase.

## Sources

MQM, accuracy/mistranslation.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Certainty, Comparison, Example, Finding, Pair, Rule, Severity, Span

from ._names import NamedAs, Survey, concept_ids, live_names, survey, swapped
from ._strangers import strangers

RULE = Rule(
    name="name-swapped",
    category=Category.NAME,
    summary="another name of the same kind stands in the place of the source's",
    mqm="accuracy/mistranslation",
)

EXAMPLES = (
    Example(
        source=("en", "Andrii Yusov spoke on Friday."),
        target=("uk", "У п'ятницю виступив ⟦Станіслав Асєєв⟧."),
        messages=(
            (
                "“Станіслав Асєєв” is person-stanislav-aseyev (preferred; the term itself);"
                " the source names “Andrii Yusov” (person-andrii-yusov): expected “Андрій Юсов”"
            ),
        ),
    ),
    Example(
        source=("en", "Yuliia Fedusiuk and Kateryna Prokopenko are in Rome, Prokopenko said."),
        target=("uk", "Юлія Федусюк і Катерина Прокопенко в Римі, сказала ⟦Федусюк⟧."),
        messages=(
            (
                "“Федусюк” is person-yuliia-fedusiuk (admitted; the term itself); the source names “Prokopenko”"
                " (person-kateryna-prokopenko): expected “Прокопенко”"
            ),
        ),
    ),
    Example(
        source=("en", "The United Nations agreed; the U.N. will take part."),
        target=("uk", "В ООН погодилися; участь візьме ⟦ЮНЕСКО⟧."),
        messages=(
            (
                "“ЮНЕСКО” is not in the source, which names “United Nations” (org-united-nations) once"
                " more: expected “Організація Об’єднаних Націй”"
            ),
        ),
    ),
    Example(
        source=("en", "The United Nations agreed; the U.N. will take part."),
        target=("de", "Nach Angaben der ⟦Europäischen Union⟧ nimmt die UN teil."),
        messages=(
            (
                "“Europäischen Union” is not in the source, which names “United Nations” (org-united-nations) once"
                " more: expected “Vereinte Nationen”"
            ),
        ),
    ),
    Example(
        source=("en", "The United Nations agreed; it will take part with UNESCO."),
        target=("uk", "В ООН погодилися; участь візьме і ЮНЕСКО."),
    ),
    Example(
        source=("en", "Denys Prokopenko and his wife, Kateryna, spoke."),
        target=("uk", "Виступили Денис Прокопенко та його дружина."),
    ),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    """The names that stand in the place of others."""
    names = survey(comparison)
    for number, name, other in swapped(comparison):
        is_place = {candidate.concept_kind for candidate in other.candidates} == {"place"}
        expected = _expected(name, other, names)
        found = other.candidates[0]
        yield RULE.finding(
            comparison.pairs[number],
            f"“{other.mention.text}” is {concept_ids(other)} ({found.term.status}; {found.why});"
            f" the source names “{name.mention.text}” ({concept_ids(name)}): expected “{expected}”",
            source_span=name.mention.span,
            target_span=other.mention.span,
            severity=Severity.WARNING if is_place else Severity.ERROR,
            certainty=Certainty.LIKELY,
            expected=expected,
            found=other.mention.text,
            concept=min(name.concepts),
        )
    exchanged = {number for number, _, _ in swapped(comparison)}
    for number, name, span in strangers(comparison, names):
        if number not in exchanged:
            yield _stranger(comparison.pairs[number], name, span, _expected(name, None, names))


def _stranger(pair: Pair, name: NamedAs, span: Span, expected: str) -> Finding:
    found = pair.segment.target.string[slice(*span)]
    return RULE.finding(
        pair,
        f"“{found}” is not in the source, which names “{name.mention.text}” ({concept_ids(name)}) once more:"
        f" expected “{expected}”",
        source_span=name.mention.span,
        target_span=span,
        certainty=Certainty.LIKELY,
        expected=expected,
        found=found,
        concept=min(name.concepts),
    )


def _expected(name: NamedAs, other: NamedAs | None, names: Survey) -> str:
    """The term of the source's concept, of the type that was found if there is one."""
    terms = [term for concept in sorted(name.concepts) for term in live_names(names.concepts[concept], names.locale)]
    found = {candidate.term.type for candidate in (other or name).candidates}
    return next((term for term in terms if term.type in found), terms[0]).term
