"""The settings of a command from its options and the configuration; what is wrong with them as messages."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from termkit.cache import DamagedError
from termkit.check import InternalError
from termkit.config import ConfigError, Settings, find_configuration, load_settings
from termkit.paths import PathError
from termkit.termbase import TermbaseError

from ._output import Failure, internal_error

GLOSSARY = click.option(
    "--glossary",
    metavar="PATH",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="A folder or file of the termbase; may be repeated. [default: the configuration's]",
)


@contextlib.contextmanager
def plain_faults() -> Iterator[None]:
    """Turns what can be wrong with settings, data and termkit into messages without a traceback."""
    try:
        yield
    except PathError as error:
        raise Failure(f"termkit: {error}") from error
    except (ConfigError, TermbaseError) as error:
        raise Failure("\n".join(map(str, error.faults))) from error
    except (InternalError, DamagedError) as error:
        cause = error.__cause__ if isinstance(error, InternalError) else error
        if isinstance(cause, DamagedError):
            raise Failure(f"termkit: a file of the cache was damaged and is deleted; run it again ({cause})") from error
        raise internal_error(f" in {error}", cause) from error


def read_settings(paths: Iterable[str], **options: Any) -> Settings:
    """The settings of the configuration nearest to the paths, with the options given on the command line over it."""
    try:
        here = Path.cwd()
    except FileNotFoundError as error:
        raise Failure("termkit: the working directory has been deleted: change to another") from error
    starts = (Path(path) for path in paths)
    settings = load_settings(find_configuration(*starts, here))
    return replace(settings, **{name: value for name, value in options.items() if value not in (None, ())})
