"""`termkit check`: findings in files and folders, as a report and an exit code."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Self

import click

from termkit.check import check_paths, selected_rules
from termkit.config import Settings
from termkit.model import Finding, Severity
from termkit.reporters import REPORTERS, statistics

from ._output import is_colourful, write, write_file
from ._settings import GLOSSARY, plain_faults, read_settings
from ._types import LocaleType, RuleListType

_LONG_RUN = 1.0  # seconds after which progress is shown


def _union(_: click.Context, __: click.Parameter, value: tuple[tuple[str, ...], ...]) -> frozenset[str] | None:
    return frozenset(name for names in value for name in names) if value else None


@click.command("check", short_help="Check files and folders.")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATHS]...")
@click.option("--output-format", type=click.Choice(list(REPORTERS)), help="How findings are printed. [default: full]")
@click.option("--output-file", type=click.Path(dir_okay=False, writable=True, path_type=Path), help="Print to a file.")
@click.option("--select", type=RuleListType(), multiple=True, callback=_union, help="Run only these rules.")
@click.option("--ignore", type=RuleListType(), multiple=True, callback=_union, help="Run all but these rules.")
@click.option(
    "--fail-on",
    type=click.Choice(list(Severity), case_sensitive=False),
    help="The mildest finding that makes the exit code 1. [default: warning]",
)
@click.option("--source-locale", type=LocaleType(), help="The locale of the source articles. [default: en]")
@click.option("--locale", type=LocaleType(), help="The locale of files that name none.")
@GLOSSARY
@click.option("--statistics", "counts", is_flag=True, help="Print the number of findings of each rule instead.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
def command(paths: tuple[str, ...], *, output_file: Path | None, counts: bool, no_cache: bool, **options: Any) -> int:
    """Check files and folders; the working directory where no PATHS are given.

    A PO file holds both texts. A Markdown file locales/uk/x.md is checked against locales/en/x.md.

    Exit code: 0 nothing found at the level of --fail-on, 1 something found, 2 wrong usage, settings or data.
    """
    paths = paths or (".",)
    with plain_faults():
        settings = read_settings(paths, cache=False if no_cache else None, **options)
        with _Progress() as progress:
            findings = check_paths(paths, settings, progress.show)
    lines = statistics(findings) if counts else _report(findings, settings, colour=not output_file and is_colourful())
    if output_file:
        write_file(output_file, lines)
    else:
        write(lines)
    return int(_closes_gate(findings, settings.fail_on))


def _report(findings: list[Finding], settings: Settings, *, colour: bool) -> Iterator[str]:
    rules = [module.RULE for module in selected_rules(settings).values()]
    return REPORTERS[settings.output_format].render(findings, rules, colour=colour)


def _closes_gate(findings: Iterable[Finding], level: Severity) -> bool:
    worst_first = list(Severity)
    return any(worst_first.index(finding.severity) <= worst_first.index(level) for finding in findings)


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
