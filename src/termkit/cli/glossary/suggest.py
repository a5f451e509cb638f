"""`termkit glossary suggest`: entries for names that recur and that the termbase does not have."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from termkit.check import load_recognisers, read_documents
from termkit.cli._output import table, write, write_file
from termkit.cli._settings import GLOSSARY, plain_faults, read_settings
from termkit.cli._types import LocaleType
from termkit.config import Settings
from termkit.model import Locale
from termkit.suggesting import NamesFound, Proposal, Rendering, entry_comments, entry_of, proposals, seen_forms
from termkit.termbase.ids import Ids, made_id
from termkit.termbase.yaml_text import entry_lines

_FORMATS = ("table", "yaml", "jsonl")


@click.command("suggest", short_help="Propose entries for names that recur and that the termbase does not have.")
@click.argument("paths", nargs=-1)
@click.option("--locale", "locales", type=LocaleType(), multiple=True, help="Only this locale; may be repeated.")
@click.option("--min-count", type=click.IntRange(1), default=2, show_default=True, help="How often a name must stand.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="Show no more names than this.")
@click.option("--output-format", type=click.Choice(_FORMATS), default="table", show_default=True)
@click.option("--output-file", type=click.Path(dir_okay=False, path_type=Path), help="Write there instead.")
@click.option("--source-locale", type=LocaleType(), help="The locale of the source articles.")
@GLOSSARY
def command(
    paths: tuple[str, ...],
    *,
    locales: tuple[Locale, ...],
    min_count: int,
    limit: int,
    output_format: str,
    output_file: Path | None,
    source_locale: Locale | None,
    glossary: tuple[Path, ...],
) -> None:
    """Propose entries for the names in PATHS (the working directory) that recur and that the termbase does not have.

    Shows each name with what it has become in each locale: the base form as guessed, the forms seen and how often, and
    the transliteration system that gives it. A person has to judge what is proposed; yaml writes entries to paste.

    Exit code: 0 done, 2 wrong usage, settings or termbase.
    """
    with plain_faults():
        settings = read_settings(paths, glossary=glossary, source_locale=source_locale)
        found, ids = _proposals(paths or (".",), settings, locales, min_count)
    shown = found[:limit]
    lines = {"table": _table, "yaml": lambda some: _yaml(some, Ids(ids)), "jsonl": _jsonl}[output_format](shown)
    if output_file:
        write_file(output_file, lines)
    else:
        write(lines)
    if not found:
        click.echo("Nothing to suggest.", err=True)
    elif len(found) > limit:
        click.echo(f"{len(found) - limit} more: show them with --limit {len(found)}.", err=True)


def _proposals(
    paths: Sequence[str], settings: Settings, locales: Sequence[Locale], fewest: int
) -> tuple[list[Proposal], set[str]]:
    """The proposals for some articles, and the ids that the termbase has."""
    recognisers = load_recognisers(settings)
    names = NamesFound(recognisers)
    for document in read_documents(paths, settings, recognisers):
        if not locales or document.locale in locales:
            names.add(document)
    return proposals(names.names(), recognisers.concepts.values(), fewest), set(recognisers.concepts)


def _table(found: Iterable[Proposal]) -> Iterator[str]:
    rows = [row for proposal in found for row in _rows(proposal)]
    return table(
        [("name", "kind", "count", "locale", "base form", "seen as", "transliteration"), *rows] if rows else []
    )


def _rows(proposal: Proposal) -> Iterator[tuple[str, ...]]:
    head = (proposal.name, proposal.kind, str(proposal.count))
    for locale, rendering in proposal.renderings.items():
        system = rendering.transliteration.system if rendering.transliteration else ""
        yield (*head, locale, rendering.base, seen_forms(rendering), system)
        head = ("", "", "")


def _yaml(found: Iterable[Proposal], taken: Ids) -> Iterator[str]:
    for proposal in found:
        concept = taken.take(made_id(proposal.kind, proposal.name))
        yield from (f"# {line}" for line in entry_comments(proposal))
        yield from entry_lines(entry_of(proposal, concept))


def _jsonl(found: Iterable[Proposal]) -> Iterator[str]:
    for proposal in found:
        yield json.dumps(_data(proposal), ensure_ascii=False)


def _data(proposal: Proposal) -> dict[str, Any]:
    return {
        "name": proposal.name,
        "source_locale": proposal.locale,
        "kind": proposal.kind,
        "count": proposal.count,
        "targets": {locale: _target(rendering) for locale, rendering in proposal.renderings.items()},
        "surname": _data(proposal.surname) if proposal.surname else None,
    }


def _target(rendering: Rendering) -> dict[str, Any]:
    way = rendering.transliteration
    return {
        "base": rendering.base,
        "forms": dict(rendering.forms),
        "transliteration": way._asdict() if way else None,
    }
