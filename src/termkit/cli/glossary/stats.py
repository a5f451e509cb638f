"""`termkit glossary stats`: how much of the termbase there is in each locale and of each kind."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

import click

from termkit.cli._output import table, write
from termkit.cli._settings import GLOSSARY
from termkit.exchange import termbase_locales
from termkit.model import LIVE, AdministrativeStatus, Concept, Locale

from ._concept import read_concepts

_NOT_AGREED = frozenset({"draft", "proposed"})


@click.command("stats")
@GLOSSARY
def command(glossary: tuple[Path, ...]) -> None:
    """Show the coverage of the termbase by locale and by kind.

    Covered is a concept with a preferred or admitted term; draft, a covered one that nobody has approved yet.
    Retired concepts are left out.
    """
    concepts = [concept for concept in read_concepts(glossary).values() if concept.status != "retired"]
    locales = termbase_locales(concepts)
    write(itertools.chain(_by_locale(concepts, locales), [""], _by_kind(concepts, locales)))


def _by_locale(concepts: Collection[Concept], locales: Collection[Locale]) -> Iterator[str]:
    rows = [_coverage(concepts, locale) for locale in locales]
    return _numbers(("locale", "covered", "preferred", "draft", "missing"), rows)


def _coverage(concepts: Collection[Concept], locale: Locale) -> tuple[str, ...]:
    covered = [concept for concept in concepts if _is_covered(concept, locale)]
    preferred = sum(any(t.status == AdministrativeStatus.PREFERRED for t in c.terms[locale]) for c in covered)
    draft = sum(concept.status in _NOT_AGREED for concept in covered)
    return (locale, *map(str, (len(covered), preferred, draft, len(concepts) - len(covered))))


def _by_kind(concepts: Collection[Concept], locales: Collection[Locale]) -> Iterator[str]:
    """A row for each kind: its concepts, and in each locale how many of them are covered."""
    kinds: defaultdict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        kinds[concept.kind].append(concept)
    rows = [
        (kind, str(len(kinds[kind])), *(str(sum(_is_covered(c, locale) for c in kinds[kind])) for locale in locales))
        for kind in sorted(kinds)
    ]
    return _numbers(("kind", "concepts", *locales), rows)


def _is_covered(concept: Concept, locale: Locale) -> bool:
    return any(term.status in LIVE for term in concept.terms.get(locale, ()))


def _numbers(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    """A table whose columns but the first are numbers, set flush right."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    for first, *numbers in (header, *rows):
        yield from table([(first.ljust(widths[0]), *map(str.rjust, numbers, widths[1:]))])
