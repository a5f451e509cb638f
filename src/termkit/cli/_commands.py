"""Commands that are imported when they are asked for."""

from __future__ import annotations

import importlib
import keyword
from collections.abc import Sequence
from typing import Any

import click


class Commands(click.Group):
    """Knows the commands of a package by name only, so that one command does not wait for the imports of the others.

    Each is the `command` of the module that is named for it, with a line behind it where Python has taken the name.
    """

    def __init__(self, name: str | None = None, *, package: str, names: Sequence[str], **options: Any) -> None:
        super().__init__(name, **options)
        self._package, self._names = package, names

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """The names of the commands."""
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        """The command of a name, from its module."""
        if cmd_name not in self._names:
            return None
        module = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command: click.Command = importlib.import_module(f"{self._package}.{module}").command
        return command
