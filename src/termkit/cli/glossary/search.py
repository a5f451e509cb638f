"""`termkit glossary search`: the concepts that a text may be a name of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from termkit.cli._output import table, write
from termkit.cli._settings import GLOSSARY
from termkit.cli._types import LocaleType
from termkit.model import Locale
from termkit.recognise.search import Found, search_terms

from ._concept import read_concepts


@click.command("search", short_help="Find concepts by any form of any of their terms.")
@click.argument("text")
@click.option("--locale", type=LocaleType(), help="Only the terms of this locale.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Show no more rows than this.")
@GLOSSARY
def command(text: str, locale: Locale | None, limit: int, glossary: tuple[Path, ...]) -> int:
    """Find the concepts that have TEXT as a form of one of their terms.

    The text may be inflected, written in other letter case, with another apostrophe or without accents, and have one
    letter wrong; exact matches come first.

    Exit code: 0 something found, 1 nothing found, 2 wrong usage, settings or termbase.
    """
    if not text.strip():
        raise click.BadParameter("nothing to search for", param_hint="TEXT")
    found = search_terms(read_concepts(glossary).values(), text, locale)
    if not found:
        click.echo("Nothing found.", err=True)
        return 1
    write(table([("concept", "kind", "locale", "term", "form", "match", "status"), *_rows(found[:limit])]))
    if len(found) > limit:
        click.echo(f"{len(found) - limit} more: show them with --limit {len(found)}.", err=True)
    return 0


def _rows(found: Iterable[Found]) -> Iterator[tuple[str, ...]]:
    for concept, term, form, how in found:
        status = f"{term.status}, use {term.replace_with}" if term.replace_with else term.status
        yield concept.id, concept.kind, term.locale, term.term, form, how, status
