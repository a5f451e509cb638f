"""One JSON document: an array with an object for each finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termkit.model import Finding, Rule

from ._json import as_object, dump


def render(findings: Sequence[Finding], rules: Sequence[Rule], *, colour: bool = False) -> Iterator[str]:  # noqa: ARG001  a reporter's signature
    """The lines of the array."""
    yield "["
    for number, finding in enumerate(findings, 1):
        yield f"  {dump(as_object(finding))}{',' if number < len(findings) else ''}"
    yield "]"
