"""`termkit glossary serve`: the glossary over HTTP."""

from __future__ import annotations

import gc
from pathlib import Path
from types import ModuleType

import click

from termkit.cli._output import Failure, write
from termkit.cli._settings import GLOSSARY, plain_faults, read_settings
from termkit.cli._types import LocaleType
from termkit.exchange import has_terms
from termkit.model import Locale

_LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


@click.command("serve", short_help="Serve the glossary over HTTP: pages to browse, files for tools.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 for all.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port to listen on; 0 takes a free one and prints it.",
)
@click.option(
    "--allow-host",
    "names",
    metavar="NAME",
    multiple=True,
    help="A name that the server may be asked by, such as that of a proxy before it; may be repeated.",
)
@click.option("--source-locale", type=LocaleType(), help="The locale that is translated from. [default: en]")
@GLOSSARY
def command(
    *, host: str, port: int, names: tuple[str, ...], source_locale: Locale | None, glossary: tuple[Path, ...]
) -> None:
    """Serve the glossary over HTTP until Ctrl-C.

    / is a page to browse and search; /glossary/uk.po and /glossary/uk.tbx are files that tools fetch, /exports lists
    them all; /healthz is for programs that watch. The glossary is read again when its files change.

    On a loopback address only requests to localhost are answered, and to a name given with --allow-host.
    Needs: pip install 'termkit[server]'.
    """
    server = _server()
    with plain_faults():
        settings = read_settings((), glossary=glossary, source_locale=source_locale)
        if not settings.glossary:
            raise Failure("termkit: no termbase: name one with --glossary, or with `glossary` in termkit.toml")
        source = settings.source_locale
        live = server.LiveTermbase(settings.glossary, source, cache=settings.cache, notify=_tell)
    known = live.latest.locales
    if not has_terms(known, source):
        raise Failure(f"termkit: the termbase has no terms in `{source}`; it has {', '.join(sorted(known))}")
    try:
        listening = server.listen(host, port)
    except server.ListenError as error:
        raise Failure(f"termkit: {error}") from error
    with listening:
        allowed = {host.lower(), *_LOCAL_NAMES, *(name.lower() for name in names)}
        app = server.make_app(live, allowed if names or server.is_loopback(listening) else None)
        write([f"Serving {len(live.latest.concepts)} concepts on {server.address(listening)} until Ctrl-C"])
        gc.set_threshold(10_000)  # unlike other commands, it runs for long, and its answers leave something behind
        server.run(app, listening)


def _server() -> ModuleType:
    try:
        from termkit import server  # noqa: PLC0415  its libraries are there only where they were asked for
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "termkit":
            raise
        raise Failure(f"termkit: `{error.name}` is not installed: pip install 'termkit[server]'") from error
    return server


def _tell(message: str) -> None:
    click.echo(f"termkit: {message}", err=True)
