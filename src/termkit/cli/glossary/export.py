"""`termkit glossary export`: the termbase in the formats that translators' tools read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from termkit.check import load_concepts
from termkit.cli._output import Failure, table, write, write_file
from termkit.cli._settings import GLOSSARY, plain_faults, read_settings
from termkit.cli._types import LocaleType
from termkit.exchange import FORMATS, MANIFEST, Export, Format, exports, has_terms, manifest, termbase_locales
from termkit.garbage import without_collector
from termkit.model import Concept, Locale

_SPREADSHEET = ", ".join(name for name, form in FORMATS.items() if form.spreadsheet)


@click.command("export", short_help="Write the termbase in formats of other tools.")
@click.option(
    "--format",
    "formats",
    type=click.Choice(list(FORMATS)),
    multiple=True,
    help="Write this format; may be repeated. [default: all]",
)
@click.option(
    "--locale",
    "locales",
    type=LocaleType(),
    multiple=True,
    help="Write this locale; may be repeated. [default: all that the termbase has]",
)
@click.option(
    "--output",
    required=True,
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write to; each format has a folder of its own in it.",
)
@click.option("--source-locale", type=LocaleType(), help="The locale that is translated from. [default: en]")
@click.option("--bom", is_flag=True, help=f"Begin files for spreadsheets ({_SPREADSHEET}) with a byte order mark.")
@GLOSSARY
def command(
    formats: Sequence[str],
    locales: Sequence[Locale],
    *,
    output: Path,
    source_locale: Locale | None,
    bom: bool,
    glossary: tuple[Path, ...],
) -> None:
    """Write the termbase in the formats that translators' tools read.

    The same termbase gives the same bytes every time. What a format can't carry is listed in manifest.json beside
    its files. A format with a file for each locale names it uk.po, one with a file for all glossary.csv.
    """
    forms = [FORMATS[name] for name in dict.fromkeys(formats) or FORMATS]
    if bom and not any(form.spreadsheet for form in forms):
        raise click.UsageError(f"--bom is for spreadsheets: {_SPREADSHEET}")
    with plain_faults():
        settings = read_settings((), glossary=glossary, source_locale=source_locale)
        concepts = load_concepts(settings)
    source = settings.source_locale
    targets = _targets(concepts.values(), source, locales)
    rows: list[tuple[str, ...]] = []
    with without_collector():
        for form in forms:
            files = exports(concepts.values(), form, source, targets, byte_order_mark=bom)
            rows += _write(output / form.name, form, source, files, is_whole=not locales)
    write(table(rows) if rows else ())


def _targets(concepts: Iterable[Concept], source: Locale, wanted: Sequence[Locale]) -> list[Locale]:
    known = termbase_locales(concepts)
    if not known:
        raise Failure("termkit: no termbase: name one with --glossary, or with `glossary` in termkit.toml")
    for locale in (source, *wanted):
        if not has_terms(known, locale):
            raise Failure(f"termkit: the termbase has no terms in `{locale}`; it has {', '.join(known)}")
    if source in wanted:
        raise Failure(f"termkit: `{source}` is the locale that is translated from: name others with --locale")
    return list(dict.fromkeys(wanted)) or [locale for locale in known if locale != source]


def _write(
    folder: Path, form: Format, source: Locale, files: Iterable[Export], *, is_whole: bool
) -> Iterator[tuple[str, ...]]:
    """Write the files of a format, and say of each what is in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(f"termkit: can't make the folder {folder}: {error.strerror}") from error
    reports: dict[str, Any] = {}
    for file in files:
        write_file(folder / file.name, file.lines())
        reports[file.name] = report = file.report()
        left_out = sum(map(len, report["left_out"].values()))
        yield str(folder / file.name), f"{report['concepts']} concepts", f"{left_out} left out" if left_out else ""
    others = _others(folder, reports)
    if is_whole:
        _delete(folder, others)
    else:
        reports.update(others)
    write_file(folder / MANIFEST, manifest(form, source, reports))


def _others(folder: Path, written: Mapping[str, Any]) -> dict[str, Any]:
    """What the manifest says of files that an earlier run wrote and this one did not."""
    try:
        files = json.loads((folder / MANIFEST).read_text("utf-8"))["files"]
        return {name: files[name] for name in files if name not in written and (folder / Path(name).name).is_file()}
    except (OSError, ValueError, KeyError, TypeError):  # no manifest, or none of ours
        return {}


def _delete(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        try:
            (folder / Path(name).name).unlink(missing_ok=True)
        except OSError as error:
            raise Failure(f"termkit: can't delete {folder / name}: {error.strerror}") from error
