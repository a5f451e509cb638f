"""The source names somebody or something, and the translation does not.

## Why

A name that was dropped, or replaced by "an official" or "a plant", takes a fact from the reader.
It is also what is left when a name was mistranslated beyond recognition.

## What is compared

Every name of the termbase in a source segment must have a counterpart in the target
segment: any term of the concept, in any inflected form that the termbase lists or the language has; an
adjective or demonym ("український" for Ukraine), whether the termbase lists it or the language has an ending to make it
with (азовсталівці); a longer name that holds it (полк «Азов» for «Азов»); a name of a broader or narrower concept
(`related`). Of people, organisations, facilities and military units a
missing name is an error; of places, titles and events a warning.

## What is not

Adjectives, demonyms and parts of compounds ("Moscow-backed") in the source ask for nothing. A name counts as kept when
a neighbouring segment has it once more than its own source, so that merged and split paragraphs are no findings. A
person may be replaced by one more pronoun or title ("she", "міністерка"; titles in a row count as one) than the source
has, if the article names the person elsewhere. How often a name stands in a segment is not compared. An `ambiguous`
term counts only where the article also has an unambiguous one. Organisations may stay as the source writes them.
Concepts without a term in the target's locale are passed over.

## How to fix it

Write the name. If the translation names it in a form that termkit does not know, add it to the
term's `forms`, or add the variant to the concept as an admitted term.

## Sources

MQM, accuracy/omission.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Certainty, Comparison, Example, Finding, Rule, Severity

from ._names import NamedAs, Survey, concept_ids, live_names, missing, quoted, survey, swapped

RULE = Rule(
    name="term-missing",
    category=Category.TERM,
    summary="a name of the source is missing from the translation",
    mqm="accuracy/omission",
)

EXAMPLES = (
    Example(
        source=("en", "Vereshchuk said that talks went on."),
        target=("uk", "⟦Посадовиця повідомила, що переговори тривають.⟧"),
        messages=(
            (
                "“Vereshchuk” (person-iryna-vereshchuk) is not named; expected “Ірина Верещук” or “Верещук” (preferred,"
                " admitted) in any of its forms"
            ),
        ),
    ),
    Example(
        source=("en", "Vereshchuk said that talks went on."),
        target=("uk", "За словами Верещук, переговори тривають."),
    ),
    Example(
        source=("en", "The Azovstal defenders returned."),
        target=("uk", "Азовсталівці повернулися."),
    ),
    Example(
        source=("en", "The Moscow-backed separatists withdrew."),
        target=("de", "Die prorussischen Separatisten zogen sich zurück."),
    ),
)

_WARNED = frozenset({"place", "event", "weapon", "title", "term"})
_MOST_SHOWN = 3


def check(comparison: Comparison) -> Iterator[Finding]:
    """The names of the source that the translation lacks; those that another stands for are name-swapped's."""
    names = survey(comparison)
    exchanged = {(number, name.mention.span) for number, name, _ in swapped(comparison)}
    for number, name in missing(comparison):
        if (number, name.mention.span) in exchanged:
            continue
        kinds = {candidate.concept_kind for candidate in name.candidates}
        expected = _expected(name, names)
        statuses = ", ".join(dict.fromkeys(status for _, status in expected))
        terms = [term for term, _ in expected]
        yield RULE.finding(
            comparison.pairs[number],
            f"“{name.mention.text}” ({concept_ids(name)}) is not named; expected {quoted(terms)} ({statuses})"
            " in any of its forms",
            source_span=name.mention.span,
            severity=Severity.WARNING if kinds <= _WARNED else Severity.ERROR,
            certainty=Certainty.LIKELY,
            expected=terms[0],
            concept=min(name.concepts),
        )


def _expected(name: NamedAs, names: Survey) -> list[tuple[str, str]]:
    """The terms that would do, with their status; the best of each concept first."""
    ranked = [
        (place, term.term, str(term.status))
        for concept in sorted(name.concepts)
        for place, term in enumerate(live_names(names.concepts[concept], names.locale))
    ]
    unique = dict.fromkeys((term, status) for _, term, status in sorted(ranked, key=lambda row: row[0]))
    return list(unique)[:_MOST_SHOWN]
