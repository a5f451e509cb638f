"""One JSON object a line and finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termkit.model import Finding, Rule

from ._json import as_object, dump


def render(findings: Sequence[Finding], rules: Sequence[Rule], *, colour: bool = False) -> Iterator[str]:  # noqa: ARG001  a reporter's signature
    """A line for each finding; none where nothing was found."""
    return (dump(as_object(finding)) for finding in findings)
