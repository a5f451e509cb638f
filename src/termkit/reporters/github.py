"""Workflow commands, which GitHub shows beside the lines of a change.

See "Workflow commands for GitHub Actions" in GitHub's documentation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termkit.model import Finding, Rule, Severity

from ._place import place_of
from ._plain import plain

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(findings: Sequence[Finding], rules: Sequence[Rule], *, colour: bool = False) -> Iterator[str]:  # noqa: ARG001  a reporter's signature
    """A command for each finding."""
    return map(_command, findings)


def _command(finding: Finding) -> str:
    path, line, column, end_line, end_column = place_of(finding)
    properties = {"title": finding.rule, "file": path, "line": line, "endLine": end_line}
    if line == end_line:  # GitHub takes columns for one line only
        properties |= {"col": column, "endColumn": end_column}
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    # The log shows the message alone, so that it has to say where and what.
    message = f"{path}:{line}:{column}: {finding.rule}: {finding.message}"
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(message)}"


def _data(string: str) -> str:
    return plain(string).replace("%", "%25")


def _property(string: str) -> str:
    """A value of a command.

    >>> _property("50%, or: half")
    '50%25%2C or%3A half'
    """
    return _data(string).replace(":", "%3A").replace(",", "%2C")
