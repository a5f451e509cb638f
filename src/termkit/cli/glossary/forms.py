"""`termkit glossary forms`: the forms of a concept's terms, by case."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from termkit.cli._output import Failure, table, write
from termkit.cli._settings import GLOSSARY
from termkit.cli._types import LocaleType
from termkit.language import load_language
from termkit.model import Concept, Locale, Term
from termkit.recognise.forms import Form, by_case, term_forms

from ._concept import describe, find_concept, headline


@click.command("forms", short_help="Show every form that counts as a concept, and why.")
@click.argument("concept")
@click.option("--locale", type=LocaleType(), help="Only the terms of this locale.")
@GLOSSARY
def command(concept: str, locale: Locale | None, glossary: tuple[Path, ...]) -> None:
    """Show every form that counts as a CONCEPT, by case, with where each comes from.

    A form is listed in the termbase, or proposed by a library for the language or by its table of endings. The case is
    * where it is not known.
    """
    found = find_concept(concept, glossary)
    write(itertools.chain([headline(found)], *(_term(term, found) for term in _terms(found, locale))))


def _terms(concept: Concept, locale: Locale | None) -> Iterable[Term]:
    if locale is None:
        return itertools.chain.from_iterable(concept.terms.values())
    terms = concept.terms_in(locale)
    if not terms:
        raise Failure(f"termkit: `{concept.id}` has no terms in `{locale}`; it has {', '.join(concept.terms)}")
    return terms


def _term(term: Term, concept: Concept) -> Iterator[str]:
    yield ""
    yield describe(term)
    yield from table(list(_rows(term_forms(term, concept, load_language(term.locale)))))


def _rows(forms: Iterable[Form]) -> Iterator[tuple[str, ...]]:
    """The rows of the table; a case is named beside the first of its forms."""
    for case, of_case in by_case(forms):
        for number, form in enumerate(of_case):
            yield "   ", "" if number else case, form.text, form.why
