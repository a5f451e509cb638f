"""`termkit glossary show`: one concept with its terms and their forms."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from termkit.check import load_concepts
from termkit.cli._output import Failure, write
from termkit.cli._settings import GLOSSARY, plain_faults, read_settings
from termkit.cli._types import LocaleType
from termkit.language import load_language
from termkit.model import Concept, Locale, Term
from termkit.recognise.forms import term_forms


@click.command("show")
@click.argument("concept")
@click.option("--locale", type=LocaleType(), help="Only the terms of this locale.")
@GLOSSARY
def command(concept: str, locale: Locale | None, glossary: tuple[Path, ...]) -> None:
    """Show a CONCEPT: its definition, its terms, and their forms with where each comes from."""
    with plain_faults():
        concepts = load_concepts(read_settings((), glossary=glossary))
    if concept not in concepts:
        raise Failure(f"termkit: {_unknown(concept, concepts)}")
    write(_page(concepts[concept], locale))


def _unknown(name: str, concepts: Mapping[str, Concept]) -> str:
    if not concepts:
        return "no termbase: name one with --glossary, or with `glossary` in termkit.toml"
    # People know a concept by its names rather than by its id.
    named = [c.id for c in concepts.values() if any(t.term == name for terms in c.terms.values() for t in terms)]
    near = named or difflib.get_close_matches(name, concepts, n=3, cutoff=0.5)
    return f"no concept has the id `{name}`" + (
        f"; did you mean {' or '.join(f'`{i}`' for i in near)}?" if near else ""
    )


def _page(concept: Concept, only: Locale | None) -> Iterator[str]:
    yield f"{concept.id}  {concept.kind}, {concept.status}"
    for locale, definition in concept.definition.items():
        yield f"  {locale}: {definition}"
    for locale, note in concept.note_translators.items():
        yield f"  note to translators, {locale}: {note}"
    for kind, other in concept.related:
        yield f"  {kind}: {other}"
    for locale, terms in concept.terms.items():
        if only in (None, locale):
            for term in terms:
                yield ""
                yield from _term(term, concept)


def _term(term: Term, concept: Concept) -> Iterator[str]:
    traits = [term.status, term.type, term.gender, term.number, "indeclinable" if term.indeclinable else None]
    yield f"{term.locale}  {term.term}  {', '.join(trait for trait in traits if trait)}"
    if term.replace_with:
        yield f"    use instead: {term.replace_with}"
    if term.reason:
        yield f"    because: {term.reason}"
    forms = term_forms(term, concept, load_language(term.locale))
    width = max((len(form.text) for form in forms), default=0)
    for form in forms:
        yield f"    {form.case:3}  {form.text:{width}}  {form.why}"
