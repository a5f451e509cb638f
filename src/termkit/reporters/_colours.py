"""Colours of a terminal (ECMA-48, SGR)."""

from __future__ import annotations

from termkit.model import Severity

_RESET = "\x1b[0m"
_SEVERITIES = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;34m"}
_MARK = "\x1b[1;4;31m"


def paint_severity(severity: Severity, *, colour: bool) -> str:
    """The name of a severity, in its colour where colours are wanted."""
    return f"{_SEVERITIES[severity]}{severity}{_RESET}" if colour else str(severity)


def paint_mark(string: str) -> str:
    """A marked part of a text."""
    return f"{_MARK}{string}{_RESET}"
