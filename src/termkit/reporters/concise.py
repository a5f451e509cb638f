"""One line a finding: path, line, column, severity, rule and message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termkit.model import Finding, Rule

from ._colours import paint_severity
from ._place import place_of
from ._plain import plain


def render(findings: Sequence[Finding], rules: Sequence[Rule], *, colour: bool = False) -> Iterator[str]:  # noqa: ARG001  a reporter's signature
    """A line for each finding."""
    return (headline(finding, colour=colour) for finding in findings)


def headline(finding: Finding, *, colour: bool) -> str:
    """The line that says all of a finding but its texts."""
    place = place_of(finding)
    severity = paint_severity(finding.severity, colour=colour)
    return f"{plain(place.path)}:{place.line}:{place.column}: {severity} {finding.rule}: {plain(finding.message)}"
