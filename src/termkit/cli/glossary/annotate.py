"""`termkit glossary annotate`: the terms that occur in each message of a PO file, as comments beside it."""

from __future__ import annotations

from pathlib import Path

import click

from termkit.annotate import AnnotateError, annotate_po
from termkit.check import load_recognisers
from termkit.cli._output import Failure, diff_lines, write, write_bytes
from termkit.cli._settings import GLOSSARY, plain_faults, read_settings
from termkit.cli._types import LocaleType
from termkit.config import Settings
from termkit.formats.po import po_locales
from termkit.formats.po_notes import po_charset, remove_notes
from termkit.model import Locale
from termkit.paths import CheckedFile, find_files
from termkit.recognise.recognisers import Recognisers
from termkit.tags import parse_locale


@click.command("annotate", short_help="Write the terms in each message of PO files into its comments.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATHS...")
@click.option("--remove", is_flag=True, help="Take the notes out again.")
@click.option("--diff", is_flag=True, help="Change nothing; show what would change, and exit with 1 if anything would.")
@click.option("--locale", type=LocaleType(), help="The locale of files that name none.")
@click.option("--source-locale", type=LocaleType(), help="The locale of the sources. [default: the configuration's]")
@GLOSSARY
def command(
    paths: tuple[str, ...],
    *,
    remove: bool,
    diff: bool,
    locale: Locale | None,
    source_locale: Locale | None,
    glossary: tuple[Path, ...],
) -> int:
    """Write the terms of the termbase that occur in each message of PO files into its comments.

    PATHS are PO files and folders of them. Every PO editor shows such a comment beside the message:

    \b
        #. termkit glossary: Kyiv → Київ (masculine; not: Киев) Never in quotes.

    Run it again when the termbase or the file has changed. Nothing else in the file changes, and --remove gives back
    the file as it was. A file with faults is left as it is.

    Exit code: 0 done, 1 --diff shows something, 2 wrong usage, settings, termbase or PO file.
    """
    with plain_faults():
        settings = read_settings(paths, glossary=glossary, locale=locale, source_locale=source_locale)
        files = [file for file in find_files(paths, settings.source_locale).files if file.is_po]
        if not files:
            raise Failure(f"termkit: {', '.join(paths)}: no PO file")
        recognisers = None if remove else _recognisers(settings)
    changed, faults = 0, []
    for file in files:
        try:
            changed += _annotate(file, settings, recognisers, diff=diff)
        except (AnnotateError, Failure) as error:
            faults.append(str(error))
    if not diff:
        write([f"{changed} of {len(files)} PO files changed"])
    if faults:
        raise Failure("\n".join(faults))
    return int(diff and changed > 0)


def _recognisers(settings: Settings) -> Recognisers:
    recognisers = load_recognisers(settings)
    if not recognisers.concepts:
        raise Failure("termkit: no termbase: name one with --glossary, or with `glossary` in termkit.toml")
    return recognisers


def _annotate(file: CheckedFile, settings: Settings, recognisers: Recognisers | None, *, diff: bool) -> bool:
    """Change a file, or show how it would change; whether anything does."""
    path = Path(file.path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Failure(f"termkit: can't read {path}: {error.strerror}") from error
    if recognisers is None:
        new = remove_notes(data)
    else:
        source, locale = _locales(file, data, settings)
        if locale == source:
            return False  # there is nothing to translate
        new = annotate_po(file.path, data, recognisers, source_locale=source, locale=locale)
    if new == data:
        return False
    if diff:
        charset = po_charset(data)
        write(diff_lines(file.path, *(content.decode(charset, "replace") for content in (data, new))))
    else:
        write_bytes(path, new)
    return True


def _locales(file: CheckedFile, data: bytes, settings: Settings) -> tuple[Locale, Locale]:
    """The source locale and the locale of a PO file: as its header has it, else its path, else the settings."""
    try:
        source, target = (parse_locale(value) if value else None for value in po_locales(data))
    except ValueError as error:
        raise Failure(f"{file.path}: its header names no locale that is known: {error}") from error
    locale = target or file.locale or settings.locale
    if locale is None:
        raise Failure(
            f"{file.path}: in which locale? Its header and its path name none: "
            "write `Language: uk` into the header, or use --locale"
        )
    return source or settings.source_locale, locale
