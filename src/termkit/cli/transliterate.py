"""`termkit transliterate`: names in another writing system."""

from __future__ import annotations

from collections.abc import Iterator

import click

from termkit.transliterate import system_ids, systems, transliterate, unknown_system

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
@click.option("--list", "listing", is_flag=True, help="List the systems instead.")
def command(text: str, system: str | None, *, listing: bool) -> None:
    """Transliterate TEXT (- reads standard input, line by line); what is in another script stays as it is.

    A name of the termbase is what the house has agreed on, and wins over what a system makes of it.
    """
    if listing:
        write(_table())
    elif system is None:
        raise click.UsageError("Missing option '--system'; `termkit transliterate --list` shows the systems.")
    else:
        lines = read_stdin().removesuffix("\n").split("\n") if text == "-" else [text]
        write(transliterate(line, system) for line in lines)


def _table() -> Iterator[str]:
    rows = [(s.id, s.name, s.authority, str(s.year or "")) for s in systems().values()]
    return table([("id", "name", "authority", "year"), *rows])
