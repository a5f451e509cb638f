"""`termkit transliterate`: names in another writing system."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import click

from termkit.transliterate import System, readings, restore, system_ids, systems, transliterate, unknown_system

from ._output import read_stdin, table, write
from ._types import NameType


@click.command("transliterate")
@click.argument("text", default="-")
@click.option(
    "--system",
    metavar="ID",
    type=NameType("system", system_ids, unknown_system),
    help="The system, e.g. uk-Latn-kmu2010.",
)
@click.option("--reverse", is_flag=True, help="Read TEXT back into the script it came from, where the system can.")
@click.option("--readings", "several", is_flag=True, help="Write all that TEXT can become, the usual reading first.")
@click.option("--list", "listing", is_flag=True, help="List the systems instead: what they do, and their source.")
def command(text: str, system: str | None, *, reverse: bool, several: bool, listing: bool) -> None:
    """Transliterate TEXT (- reads standard input, line by line); what is in another script stays as it is.

    A name of the termbase is what the house has agreed on, and wins over what a system makes of it.
    """
    if listing:
        write(_table())
    elif system is None:
        raise click.UsageError("Missing option '--system'; `termkit transliterate --list` shows the systems.")
    elif reverse and several:
        raise click.UsageError("Choose one of '--reverse' and '--readings': a text is read back in one way.")
    else:
        lines = read_stdin().removesuffix("\n").split("\n") if text == "-" else [text]
        write(map(_writer(system, reverse=reverse, several=several), lines))


def _writer(system: str, *, reverse: bool, several: bool) -> Callable[[str], str]:
    """What is to be done with a line."""
    if reverse:
        try:
            restore("", system)
        except ValueError as error:
            raise click.UsageError(str(error)) from error
        return lambda line: restore(line, system)
    if several:
        return lambda line: " | ".join(readings(line, system))
    return lambda line: transliterate(line, system)


def _table() -> Iterator[str]:
    rows = [(s.id, s.name, s.authority, str(s.year or ""), _remark(s), s.sources[0]) for s in systems().values()]
    return table([("id", "name", "authority", "year", "", "source"), *rows])


def _remark(system: System) -> str:
    if system.back:
        return "reversible"
    return "candidates" if system.candidates else ""
