"""`termkit transliterate`: names in another writing system."""

from __future__ import annotations

from collections.abc import Iterator

import click
from click.shell_completion import CompletionItem

from termkit.transliterate import system_ids, systems, transliterate, unknown_system

from ._output import read_stdin, table, write


class SystemType(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4
    """The id of a transliteration system."""

    name = "system"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The id, if there is such a system."""
        if value not in system_ids():
            self.fail(unknown_system(value), param, ctx)
        return value

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002  click's signature
        """The systems that begin so."""
        return [CompletionItem(name) for name in system_ids() if name.startswith(incomplete)]


@click.command("transliterate")
@click.argument("text", default="-")
@click.option("--system", metavar="ID", type=SystemType(), help="The system, e.g. uk-Latn-kmu2010.")
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
