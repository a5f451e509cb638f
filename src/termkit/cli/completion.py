"""`termkit completion`: the script that makes a shell complete termkit's commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from . import cli
from ._output import write


@click.command("completion", short_help="Print the completion script of a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the completion script of a shell, e.g. `eval "$(termkit completion bash)"`."""
    completion = get_completion_class(shell)
    if completion is not None:
        script = completion(cli, {}, "termkit", "_TERMKIT_COMPLETE").source()
        write(script.splitlines())
