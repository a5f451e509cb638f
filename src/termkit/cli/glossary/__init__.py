"""`termkit glossary`: looks into the termbase and writes it for other tools. Each command is a module."""

from __future__ import annotations

import click

from termkit.cli._commands import Commands

__all__ = ["command"]


@click.group(
    "glossary",
    cls=Commands,
    package=__name__,
    names=(
        "annotate",
        "diff",
        "export",
        "forms",
        "import",
        "lint",
        "pull",
        "search",
        "serve",
        "show",
        "stats",
        "suggest",
    ),
)
def command() -> None:
    """Look into the termbase, lint it, and write it for other tools."""
