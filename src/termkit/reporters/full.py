"""Findings with the texts they are about: for people to read.

The marked part of a text stands over carets, or in colour where the terminal has colours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from termkit.model import Finding, Rule, Severity, Span, Text

from ._colours import paint_mark
from ._plain import plain, width
from .concise import headline

_AROUND = 40  # characters shown on either side of a marked part
_LONGEST = 120  # characters of a text, or of a marked part, that are shown


def render(findings: Sequence[Finding], rules: Sequence[Rule], *, colour: bool = False) -> Iterator[str]:  # noqa: ARG001  a reporter's signature
    """Each finding with its texts, then how many there are."""
    for finding in findings:
        yield headline(finding, colour=colour)
        yield from _texts(finding, colour=colour)
        yield from _values(finding)
        yield ""
    yield _summary(findings)


def _texts(finding: Finding, *, colour: bool) -> Iterator[str]:
    segment = finding.segment
    sides: list[tuple[Text, Span | None]] = [(finding.text, finding.span)]
    if segment is not None:
        sides = [(segment.source, finding.source_span), (segment.target, finding.target_span)]
    margin = max(len(text.locale) for text, _ in sides)
    for text, span in sides:
        if text.string.strip():
            yield from _excerpt(text, span, margin, colour=colour)


def _excerpt(text: Text, span: Span | None, margin: int, *, colour: bool) -> Iterator[str]:
    before, marked, after = _cut(text.string, span)
    start = f"  {plain(text.locale):>{margin}} | "
    if colour and marked:
        yield f"{start}{before}{paint_mark(marked)}{after}"
        return
    yield f"{start}{before}{marked}{after}"
    if marked:
        yield f"  {'':{margin}} | {' ' * width(before)}{'^' * max(width(marked), 1)}"


def _cut(string: str, span: Span | None) -> tuple[str, str, str]:
    """What is shown before the marked part of a text, the part, and what is shown behind it."""
    if span is None or span.start >= span.end:
        return _shortened(string, _LONGEST), "", ""
    before, after = plain(string[: span.start]), plain(string[span.end :])
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:]
    return before, _shortened(string[slice(*span)], _LONGEST), _shortened(after, _AROUND)


def _shortened(string: str, longest: int) -> str:
    shown = plain(string[:longest])
    return shown if len(string) <= longest else f"{shown}…"


def _values(finding: Finding) -> Iterator[str]:
    for label, value in (
        ("expected", finding.expected),
        ("found", finding.found),
        ("concept", finding.concept),
        ("fix", finding.fix.text if finding.fix else None),
    ):
        if value is not None:
            yield f"  {label}: {plain(value)}"


def _summary(findings: Sequence[Finding]) -> str:
    """How many findings there are of each severity.

    >>> _summary([])
    'Nothing found.'
    """
    if not findings:
        return "Nothing found."
    counts = Counter(finding.severity for finding in findings)
    nouns = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    parts = [f"{counts[each]} {noun}{'' if counts[each] == 1 else 's'}" for each, noun in nouns.items() if counts[each]]
    return f"Found {', '.join(parts)}."
