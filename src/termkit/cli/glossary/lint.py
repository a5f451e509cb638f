"""`termkit glossary lint`: what is wrong or missing in the termbase, as a report and an exit code."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from termkit.cli._findings import FAIL_ON, NO_CACHE, OUTPUT_FILE, OUTPUT_FORMAT, STATISTICS, report, union
from termkit.cli._output import Failure, diff_lines, write, write_bytes
from termkit.cli._settings import plain_faults, read_settings
from termkit.cli._types import LocaleType, NameType, RuleListType
from termkit.lint import unknown_lint
from termkit.linter import Fixed, fix_paths, is_fixable, lint_paths, lint_rules, selected_lint
from termkit.model import Locale

_FOR_PEOPLE = ("full", "concise")
_RULES = RuleListType(NameType("rule", lint_rules, unknown_lint))


@click.command("lint", short_help="Find what is wrong or missing in the termbase.")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATHS]...")
@OUTPUT_FORMAT
@OUTPUT_FILE
@click.option("--select", "lint_select", type=_RULES, multiple=True, callback=union, help="Run only these rules.")
@click.option("--ignore", "lint_ignore", type=_RULES, multiple=True, callback=union, help="Run all but these rules.")
@FAIL_ON
@click.option("--source-locale", type=LocaleType(), help="The locale that is translated from. [default: en]")
@click.option(
    "--require-locale",
    "lint_locales",
    type=LocaleType(),
    multiple=True,
    help="Each entry must have a term in this locale; may be repeated.",
)
@click.option(
    "--stale-after",
    "lint_stale_after",
    type=click.IntRange(0),
    metavar="DAYS",
    help="An entry is stale when nobody has looked at it for so long. [default: 730]",
)
@click.option("--fix", is_flag=True, help="Put right what can be put right safely, and report what is left.")
@click.option("--diff", is_flag=True, help="Change nothing; show what --fix would change, and exit with 1 if anything.")
@STATISTICS
@NO_CACHE
def command(
    paths: Sequence[Path],
    *,
    output_file: Path | None,
    counts: bool,
    fix: bool,
    diff: bool,
    no_cache: bool,
    lint_locales: tuple[Locale, ...],
    **options: Any,
) -> int:
    """Find what is wrong or missing in the termbase: in the files and folders of PATHS, or in all of it.

    `termkit rules` lists the rules, `termkit rules RULE` shows the page of one and what --fix does. Fixes are small
    edits: comments, order and layout of the files stay.

    Exit code: 0 nothing found at the level of --fail-on, 1 something found (with --fix: left; with --diff: something
    to change), 2 wrong usage or settings.
    """
    with plain_faults():
        settings = read_settings(
            map(str, paths),
            cache=False if no_cache else None,
            lint_locales=tuple(dict.fromkeys(lint_locales)),
            **options,
        )
        if not paths and not settings.glossary:
            raise Failure("termkit: no termbase: name its files, or set `glossary` in termkit.toml")
        # A date is what the terminologist's calendar says.
        today = datetime.date.today()  # noqa: DTZ011
        if fix or diff:
            fixed = fix_paths(paths, settings, today)
            findings = fixed.findings
        else:
            findings = lint_paths(paths, settings, today)
    if diff:
        return _show(fixed)
    if fix:
        _write(fixed)
    elif settings.output_format in _FOR_PEOPLE and (count := sum(map(is_fixable, findings))):
        click.echo(f"{count} can be put right with --fix, --diff shows how", err=True)
    return report(findings, list(selected_lint(settings).values()), settings, output_file, counts=counts)


def _show(fixed: Fixed) -> int:
    for old, new in fixed.files:
        write(diff_lines(old.path, old.content.decode(), new.content.decode()))
    return int(bool(fixed.files))


def _write(fixed: Fixed) -> None:
    for _, new in fixed.files:
        write_bytes(new.path, new.content)
    if fixed.done:
        click.echo(f"{fixed.done} fixed in {', '.join(str(new.path) for _, new in fixed.files)}", err=True)
