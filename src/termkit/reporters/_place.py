"""Where a finding stands in its file."""

from __future__ import annotations

from typing import NamedTuple

from termkit.model import Finding, Span, Text


class Place(NamedTuple):
    """A stretch of a file: lines and columns from 1, the end not included."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


def place(text: Text, span: Span) -> Place:
    """The place of a span of a text. An empty one ends where it starts."""
    start = text.origin.start(span.start)
    end = text.origin.end(span.end) if span.end > span.start else start
    return Place(text.origin.path, *start, *end)


def place_of(finding: Finding) -> Place:
    """The place that a finding shows."""
    return place(finding.text, finding.span)
