"""`termkit glossary import`: a glossary of another tool as a proposal for the termbase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from termkit.check import load_concepts
from termkit.cli._output import Failure, diff_lines, write, write_bytes, write_file
from termkit.cli._settings import GLOSSARY, plain_faults, read_settings
from termkit.cli._types import LocaleType
from termkit.importing import UnreadableError, apply_proposal, compare, read_glossary
from termkit.importing.report import patch_lines, summary_lines
from termkit.importing.sources import FORMATS, LARGEST
from termkit.model import Concept, Locale
from termkit.termbase.schema import KINDS

_MARK = "\ufeff"


@click.command("import", short_help="Propose what a glossary of another tool has for the termbase.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--format", "form", type=click.Choice(list(FORMATS)), help="What FILE is. [default: as its name ends]")
@click.option("--locale", type=LocaleType(), help="The locale of the translations, where FILE does not tell it.")
@click.option("--source-locale", type=LocaleType(), help="The locale of the sources, where FILE does not tell it.")
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
    with plain_faults():
        settings = read_settings((), glossary=glossary, source_locale=source_locale)
        if not settings.glossary:
            raise Failure("termkit: no termbase: name one with --glossary, or with `glossary` in termkit.toml")
        texts = _texts(settings.glossary)
        concepts: Mapping[str, Concept] = load_concepts(settings) if texts else {}
        try:
            with file.open("rb") as stream:
                data = stream.read(LARGEST + 1)
            reading = read_glossary(str(file), data, settings.source_locale, locale, form)
        except UnreadableError as error:
            raise Failure(str(error)) from error
        except OSError as error:
            raise Failure(f"termkit: can't read {file}: {error.strerror}") from error
        found = compare(reading, concepts, settings.source_locale, kind)
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


def _texts(paths: Sequence[Path]) -> dict[Path, str]:
    """The texts of the glossary files; one that can't be read will be told by the termbase."""
    found: dict[Path, str] = {}
    for path in paths:
        files = sorted(_files_in(path)) if path.is_dir() else [path]
        for file in files:
            found[file] = file.read_bytes().decode("utf-8", "replace")
    return found


def _files_in(folder: Path) -> Iterator[Path]:
    """The glossary files of a folder, as the termbase finds them."""
    for file in folder.rglob("*.y*ml"):
        above = file.relative_to(folder).parts
        if file.suffix in (".yaml", ".yml") and not any(part.startswith(".") or part == "export" for part in above):
            yield file
