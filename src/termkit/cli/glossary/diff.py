"""`termkit glossary diff`: what changed in the termbase between two revisions, in words."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import click

from termkit.changes import Change, ConceptChange, termbase_changes
from termkit.cli._output import Failure, wrapped, write
from termkit.cli._settings import GLOSSARY, plain_faults, read_settings
from termkit.cli._types import LocaleType
from termkit.config import Settings
from termkit.model import AdministrativeStatus, Concept, Locale
from termkit.revisions import RevisionError, load_revision
from termkit.termbase import load_termbase

_HEADINGS = {"new": "New", "gone": "Gone", "changed": "Changed"}
# What markdown would take for a sign of its own.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")


@click.command("diff", short_help="Show what changed in the termbase between two revisions.")
@click.argument("old", default="HEAD", metavar="[REV]")
@click.argument("new", required=False, metavar="[REV]")
@click.option(
    "--locale",
    "locales",
    type=LocaleType(),
    multiple=True,
    help="Only the terms and texts of this locale; may be repeated.",
)
@click.option(
    "--output-format",
    "form",
    type=click.Choice(("text", "markdown", "jsonl")),
    default="text",
    show_default=True,
    help="How the changes are printed.",
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything changed.")
@GLOSSARY
def command(
    old: str, new: str | None, *, locales: Sequence[Locale], form: str, exit_code: bool, glossary: tuple[Path, ...]
) -> int:
    """Show what changed in the termbase between two revisions of its git repository, in words, concept by concept.

    REV is a commit, a tag or a branch. Without the second the working tree is compared, without both the last commit
    with the working tree. An entry that only moved to another file has not changed.

    Exit code: 0 done, 1 --exit-code and something changed, 2 wrong usage, no git repository, or a termbase with faults.
    """
    with plain_faults():
        settings = read_settings((), glossary=glossary)
        if not settings.glossary:
            raise Failure("termkit: no termbase: name one with --glossary, or with `glossary` in termkit.toml")
        try:
            before, old_name = _concepts(old, settings)
            after, new_name = _concepts(new, settings)
        except RevisionError as error:
            raise Failure(f"termkit: {error}") from error
    found = termbase_changes(before, after, locales)
    head = f"{_count(found)}: {old_name} → {new_name}"
    if form == "text":
        write(wrapped(_text(found, head, settings.source_locale)))
    else:
        write(_markdown(found, head, settings.source_locale) if form == "markdown" else _objects(found))
    return int(exit_code and bool(found))


def _concepts(revision: str | None, settings: Settings) -> tuple[Mapping[str, Concept], str]:
    """The concepts of a revision, or of the working tree where there is none, and what to call it."""
    if revision is None:
        return load_termbase(settings.glossary, cache=settings.cache).concepts, "the working tree"
    found, termbase = load_revision(revision, settings.glossary, cache=settings.cache)
    if termbase is None:
        click.echo(f"{found} has no glossary files there: its termbase is taken for empty.", err=True)
    return termbase.concepts if termbase else {}, str(found)


def _count(found: Iterable[ConceptChange]) -> str:
    counts: Counter[str] = Counter(change.what for change in found)
    return ", ".join(f"{counts[what]} {what}" for what in _HEADINGS)


def _grouped(found: Sequence[ConceptChange]) -> Iterator[tuple[str, list[ConceptChange]]]:
    for what, heading in _HEADINGS.items():
        if of_kind := [change for change in found if change.what == what]:
            yield heading, of_kind


def _text(found: Sequence[ConceptChange], head: str, source: Locale) -> Iterator[str]:
    yield head
    for heading, changes in _grouped(found):
        yield from ("", heading)
        for change in changes:
            yield f"  {change.concept.id}  {_name(change.concept, source)} ({change.concept.kind})"
            yield from (f"    {_line(item)}" for item in change.changes)


def _markdown(found: Sequence[ConceptChange], head: str, source: Locale) -> Iterator[str]:
    yield _escaped(head)
    for heading, changes in _grouped(found):
        yield from ("", f"## {heading}")
        for change in changes:
            yield from ("", f"### {_escaped(_name(change.concept, source))} (`{change.concept.id}`)", "")
            yield from (f"- {_escaped(_line(item))}" for item in change.changes)


def _escaped(text: str) -> str:
    r"""A text in which markdown finds no sign of its own.

    >>> _escaped("“a*b*” <c>")
    '“a\\*b\\*” \\<c\\>'
    """
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def _line(change: Change) -> str:
    return f"{change.locale}: {change.message}" if change.locale else change.message


def _objects(found: Iterable[ConceptChange]) -> Iterator[str]:
    for change in found:
        about = {"concept": change.concept.id, "kind": change.concept.kind, "change": change.what}
        # A concept that is new or gone has a line even where it has no terms in the wanted locales.
        for item in change.changes or (Change(change.what),):
            yield json.dumps(about | item._asdict(), ensure_ascii=False)


def _name(concept: Concept, source: Locale) -> str:
    """What people call a concept: its preferred term, in the source locale if it has one there."""
    terms = sorted(
        itertools.chain.from_iterable(concept.terms.values()),
        key=lambda term: (term.locale != source, term.status is not AdministrativeStatus.PREFERRED),
    )
    return terms[0].term if terms else concept.id
