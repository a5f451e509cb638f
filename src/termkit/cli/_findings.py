"""What commands that report findings have in common: options, the report, and the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from termkit.config import Settings
from termkit.model import Finding, Rule, Severity
from termkit.reporters import REPORTERS, statistics

from ._output import is_colourful, write, write_file

OUTPUT_FORMAT = click.option(
    "--output-format", type=click.Choice(list(REPORTERS)), help="How findings are printed. [default: full]"
)
OUTPUT_FILE = click.option(
    "--output-file", type=click.Path(dir_okay=False, writable=True, path_type=Path), help="Print to a file."
)
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(list(Severity), case_sensitive=False),
    help="The mildest finding that makes the exit code 1. [default: warning]",
)
STATISTICS = click.option(
    "--statistics", "counts", is_flag=True, help="Print the number of findings of each rule instead."
)
NO_CACHE = click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")


def union(_: click.Context, __: click.Parameter, value: tuple[tuple[str, ...], ...]) -> frozenset[str] | None:
    """The names of all lists that an option was given; None where it was not."""
    return frozenset(name for names in value for name in names) if value else None


def report(
    findings: list[Finding], rules: Sequence[Rule], settings: Settings, output_file: Path | None, *, counts: bool
) -> int:
    """Print findings, or how many there are of each rule, and give the exit code."""
    if counts:
        lines = statistics(findings)
    else:
        colour = not output_file and is_colourful()
        lines = REPORTERS[settings.output_format].render(findings, rules, colour=colour)
    if output_file:
        write_file(output_file, lines)
    else:
        write(lines)
    return int(_closes_gate(findings, settings.fail_on))


def _closes_gate(findings: Iterable[Finding], level: Severity) -> bool:
    worst_first = list(Severity)
    return any(worst_first.index(finding.severity) <= worst_first.index(level) for finding in findings)
