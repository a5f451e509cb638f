"""`termkit glossary show`: one concept with its terms and their forms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from termkit.cli._output import wrapped, write
from termkit.cli._settings import GLOSSARY
from termkit.cli._types import LocaleType
from termkit.language import load_language
from termkit.model import Concept, Locale, Term
from termkit.recognise.forms import term_forms

from ._concept import describe, find_concept, headline


@click.command("show", short_help="Show a concept: its terms and their forms.")
@click.argument("concept")
@click.option("--locale", type=LocaleType(), help="Only the terms of this locale.")
@GLOSSARY
def command(concept: str, locale: Locale | None, glossary: tuple[Path, ...]) -> None:
    """Show a CONCEPT: its definition, its terms, and what counts as each; `glossary forms` says why it does."""
    write(wrapped(_page(find_concept(concept, glossary), locale)))


def _page(concept: Concept, only: Locale | None) -> Iterator[str]:
    yield headline(concept)
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
    yield describe(term)
    if term.replace_with:
        yield f"    use instead: {term.replace_with}"
    if term.reason:
        yield f"    because: {term.reason}"
    forms = dict.fromkeys(form.text for form in term_forms(term, concept, load_language(term.locale)))
    if len(forms) > 1:
        yield f"    forms: {', '.join(forms)}"
