"""`termkit glossary import`: a glossary of another tool as a proposal for the termbase."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import click

from termkit.cli._output import Failure, diff_lines, write, write_bytes, write_file
from termkit.cli._settings import GLOSSARY, plain_faults, read_settings
from termkit.cli._types import LocalePairType, LocaleType
from termkit.exchange import termbase_locales
from termkit.garbage import without_collector
from termkit.importing import (
    Reading,
    UnreadableError,
    apply_proposal,
    compare,
    read_glossary,
    read_locales_as,
    unknown_locales,
)
from termkit.importing.report import patch_lines, summary_lines
from termkit.importing.sources import FORMATS, LARGEST
from termkit.model import Locale
from termkit.termbase import NO_FILE, TermbaseError, read_termbase
from termkit.termbase.schema import KINDS

_MARK = "\ufeff"


@click.command("import", short_help="Propose what a glossary of another tool has for the termbase.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--format", "form", type=click.Choice(list(FORMATS)), help="What FILE is. [default: as its name ends]")
@click.option("--locale", type=LocaleType(), help="The locale of the translations, where FILE does not tell it.")
@click.option("--source-locale", type=LocaleType(), help="The locale of the sources, where FILE does not tell it.")
@click.option(
    "--locale-map",
    "pairs",
    type=LocalePairType(),
    multiple=True,
    metavar="LOCALE=LOCALE",
    help="Read a language of FILE as another locale, as in en-US=en; may be repeated.",
)
@click.option("--kind", type=click.Choice(KINDS), default="term", show_default=True, help="What new entries are.")
@click.option("--proposal", type=click.Path(dir_okay=False, path_type=Path), help="Write the proposal to a YAML file.")
@click.option("--apply", "applies", is_flag=True, help="Write what is new and what changes into the glossary files.")
@GLOSSARY
def command(
    file: Path,
    *,
    form: str | None,
    locale: Locale | None,
    source_locale: Locale | None,
    pairs: Sequence[tuple[Locale, Locale]],
    kind: str,
    proposal: Path | None,
    applies: bool,
    glossary: tuple[Path, ...],
) -> int:
    """Propose what FILE, a glossary of another tool, has for the termbase: PO, TBX (v2, v3), CSV or OmegaT's TSV.

    Shows what is new, what changes, what contradicts the termbase, what was not understood, and the glossary files
    as a diff. Nothing is written but with --apply, and conflicts are left to you even then.

    Exit code: 0 all taken over or proposed, 1 something is left to decide, 2 wrong usage, settings, termbase or FILE.
    """
    with plain_faults(), without_collector():
        settings = read_settings((), glossary=glossary, source_locale=source_locale)
        if not settings.glossary:
            raise Failure("termkit: no termbase: name one with --glossary, or with `glossary` in termkit.toml")
        termbase = read_termbase(settings.glossary, cache=settings.cache)
        # Into a folder without a file one will be written.
        if faults := tuple(fault for fault in termbase.faults if fault.message != NO_FILE):
            raise TermbaseError(faults)
        texts = {file.path: file.content.decode() for file in termbase.files}
        try:
            with file.open("rb") as stream:
                data = stream.read(LARGEST + 1)
            reading = read_glossary(str(file), data, settings.source_locale, locale, form)
            _read_locales(reading, {settings.source_locale, *termbase_locales(termbase.concepts.values())}, dict(pairs))
        except UnreadableError as error:
            raise Failure(str(error)) from error
        except OSError as error:
            raise Failure(f"termkit: can't read {file}: {error.strerror}") from error
        found = compare(reading, termbase.concepts, settings.source_locale, kind)
        bare = {path: text.removeprefix(_MARK) for path, text in texts.items()}
        files = apply_proposal(found, bare, settings.glossary[0], str(file))
    write(summary_lines(found, files.left))
    if proposal:
        write_file(proposal, patch_lines(found, files.left))
    for path, text in files.texts.items():
        if applies:
            mark = _MARK if texts.get(path, "").startswith(_MARK) else ""
            write_bytes(path, (mark + text).encode())
        else:
            write(["", *diff_lines(path, bare.get(path, ""), text)])
    if applies:
        write(["", *(f"written: {path}" for path in files.texts)])
    return int(bool(found.conflicts or found.faults or files.left))


def _read_locales(reading: Reading, known: Collection[Locale], wanted: Mapping[Locale, Locale]) -> None:
    """Read the languages of a file as locales of the project."""
    if unknown := unknown_locales(reading, wanted):
        raise click.UsageError(f"--locale-map: {unknown}")
    read_locales_as(reading, known, wanted)
