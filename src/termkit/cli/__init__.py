"""The command line: arguments, output and exit codes. Each command is a module, imported when it is asked for."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from termkit import __version__

from ._commands import Commands
from ._output import internal_error

__all__ = ["cli", "run"]

_INTERRUPTED = 130  # 128 + SIGINT, as shells have it


_COMMANDS = ("check", "completion", "glossary", "recognise", "rules", "transliterate")


@click.group(
    cls=Commands,
    package=__name__,
    names=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="termkit", message="%(prog)s %(version)s")
def cli() -> None:
    """Check that every translation of an article states the same names, dates and numbers as its source."""


def run(arguments: Sequence[str]) -> int:
    """Run a command line and give its exit code: 0 no findings, 1 findings, 2 a fault of usage, settings or data."""
    # Nearly all that a run makes is kept to its end; looking through it for garbage takes a tenth of the time.
    gc.set_threshold(1_000_000)
    _prepare_streams()
    try:
        return cli.main(list(arguments), prog_name="termkit", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001  whatever it is, people get a message and 2, not 1 as if it were findings
        internal_error("", error).show()
        return 2


def _prepare_streams() -> None:
    """Streams that take text in any script, lone surrogates included, whatever the terminal's locale."""
    # Python has None for a stream that the caller closed (`>&-`): what is printed there goes nowhere.
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w"))  # noqa: SIM115  open until the process ends
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
