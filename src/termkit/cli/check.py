"""`termkit check`: findings in files and folders, as a report and an exit code."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Self

import click

from termkit.check import check_paths, selected_rules
from termkit.config import Settings
from termkit.fixing import FixedFile, fixed_files
from termkit.model import Finding

from ._findings import FAIL_ON, NO_CACHE, OUTPUT_FILE, OUTPUT_FORMAT, STATISTICS, report, union
from ._output import diff_lines, write, write_bytes, write_file
from ._settings import GLOSSARY, plain_faults, read_settings
from ._types import LocaleType, RuleListType

_LONG_RUN = 1.0  # seconds after which progress is shown


@click.command("check", short_help="Check files and folders.")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATHS]...")
@OUTPUT_FORMAT
@OUTPUT_FILE
@click.option("--select", type=RuleListType(), multiple=True, callback=union, help="Run only these rules.")
@click.option(
    "--extend-select",
    type=RuleListType(),
    multiple=True,
    callback=union,
    help="Run these rules too, that are off by default.",
)
@click.option("--ignore", type=RuleListType(), multiple=True, callback=union, help="Run all but these rules.")
@FAIL_ON
@click.option("--source-locale", type=LocaleType(), help="The locale of the source articles. [default: en]")
@click.option("--locale", type=LocaleType(), help="The locale of files that name none.")
@GLOSSARY
@STATISTICS
@NO_CACHE
@click.option("--fix", is_flag=True, help="Make the fixes that are certain, and report what remains.")
@click.option("--diff", is_flag=True, help="Change nothing; show what --fix would change, and exit with 1 if anything.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: make the fixes that are likely, too.")
def command(
    paths: tuple[str, ...],
    *,
    output_file: Path | None,
    counts: bool,
    no_cache: bool,
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
    **options: Any,
) -> int:
    """Check files and folders; the working directory where no PATHS are given.

    A PO file holds both texts. A Markdown file locales/uk/x.md is checked against locales/en/x.md.

    Exit code: 0 nothing found at the level of --fail-on, 1 something found, 2 wrong usage, settings or data.
    """
    paths = paths or (".",)
    if unsafe_fixes and not (fix or diff):
        raise click.UsageError("--unsafe-fixes goes with --fix or --diff.")
    with plain_faults():
        settings = read_settings(paths, cache=False if no_cache else None, **options)
        findings = _check(paths, settings)
        fixed = list(fixed_files(findings, unsafe=unsafe_fixes)) if fix or diff else []
        if diff:
            lines = (line for file in fixed for line in diff_lines(file.path, *_texts(file)))
            write_file(output_file, lines) if output_file else write(lines)
            return int(bool(fixed))
        if fixed:
            for file in fixed:
                write_bytes(Path(file.path), file.after)
            click.echo(_done(fixed), err=True)
            findings = _check(paths, settings)
    rules = [module.RULE for module in selected_rules(settings).values()]
    return report(findings, rules, settings, output_file, counts=counts)


def _check(paths: tuple[str, ...], settings: Settings) -> list[Finding]:
    with _Progress() as progress:
        return check_paths(paths, settings, progress.show)


def _texts(file: FixedFile) -> Iterator[str]:
    """A file before and after its fixes, to be shown."""
    return (data.decode(file.charset, "replace") for data in (file.before, file.after))


def _done(fixed: Sequence[FixedFile]) -> str:
    count = sum(file.count for file in fixed)
    files = "1 file" if len(fixed) == 1 else f"{len(fixed)} files"
    return f"Fixed {count} {'finding' if count == 1 else 'findings'} in {files}."


class _Progress:
    """A line on stderr that says how far a long run has come, on a terminal only."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            sys.stderr.write("\r\033[K")

    def show(self, done: int, total: int, path: str) -> None:
        """Show the count of files and the next of them."""
        if sys.stderr.isatty() and time.monotonic() - self._start > _LONG_RUN:
            sys.stderr.write(f"\r\033[K{done}/{total} {path}")
            sys.stderr.flush()
            self._shown = True
