"""Suppression: a comment in the checked file that says why a finding is none.

    termkit: ignore[number-mismatch] rounded by the agency

It stands in the file's own comment syntax, holds for the segment that the comment belongs to, and must
give a reason. What is wrong with such a comment becomes a fault of the document, and so a finding.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .model import Document, Fault, Finding, Origin, Run, Segment, State, Text
from .rules import rule_names, unknown_rule

__all__ = ["Ignore", "Suppressions", "read_suppressions", "suppress"]

_ADDRESSED = re.compile(r"^[ \t]*termkit:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_IGNORE = re.compile(r"ignore\[([^\[\]]+)\](?:[ \t]+|$)(.*)", re.DOTALL)
_FORM = "termkit: ignore[rule] reason"


@dataclass(frozen=True, slots=True)
class Ignore:
    """One rule named in a comment, and where its name stands in the file."""

    rule: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Suppressions:
    """All that the comments of a document say: the rules to ignore, by the identity of the segment, and the faults."""

    ignores: Mapping[int, tuple[Ignore, ...]] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def read_suppressions(document: Document) -> Suppressions:
    """What the comments of a document say."""
    ignores: dict[int, tuple[Ignore, ...]] = {}
    faults: dict[Fault, None] = {}  # segments of one PO message share its comments
    for segment in document.segments:
        read = [item for comment in segment.comments for item in _read_comment(comment)]
        faults.update(dict.fromkeys(item for item in read if isinstance(item, Fault)))
        if found := tuple(item for item in read if isinstance(item, Ignore)):
            ignores[id(segment)] = found
    _hold_for_missing(document.segments, ignores)
    return Suppressions(ignores, tuple(faults))


def _hold_for_missing(segments: Sequence[Segment], ignores: dict[int, tuple[Ignore, ...]]) -> None:
    """A comment that stands where paragraphs are missing is one of the next paragraph, or of the last in the file."""
    present = [segment for segment in segments if segment.state is not State.TARGET_MISSING]
    near = ignores.get(id(present[-1]), ()) if present else ()
    for segment in reversed(segments):
        if segment.state is not State.TARGET_MISSING:
            near = ignores.get(id(segment), ())
        elif near:
            ignores[id(segment)] = near


def suppress(
    findings: Iterable[Finding], suppressions: Suppressions, ran: Collection[str]
) -> tuple[list[Finding], tuple[Fault, ...]]:
    """The findings that no comment suppresses, and a fault for every ignored rule of `ran` that found nothing."""
    kept: list[Finding] = []
    used: set[Ignore] = set()
    for finding in findings:
        ignores = [i for i in suppressions.ignores.get(id(finding.segment), ()) if i.rule == finding.rule]
        used.update(ignores)
        if not ignores:
            kept.append(finding)
    written = dict.fromkeys(ignore for ignores in suppressions.ignores.values() for ignore in ignores)
    unused = (ignore for ignore in written if ignore not in used and ignore.rule in ran)
    return kept, tuple(Fault("unused-ignore", f"{i.rule} finds nothing here: take it out", i.origin) for i in unused)


def _read_comment(comment: Text) -> Iterator[Ignore | Fault]:
    for line in _ADDRESSED.finditer(comment.string):
        origin = _origin(comment, line.start(1))
        match = _IGNORE.fullmatch(line[1])
        if match is None:
            yield Fault("invalid-ignore", f"`{line[1]}` is not understood: write `{_FORM}`", origin)
        elif not match[2].strip():
            yield Fault("invalid-ignore", f"no reason is given: write `{_FORM}`", origin)
        else:
            yield from _read_rules(comment, line.start(1) + match.start(1), match[1])


def _read_rules(comment: Text, offset: int, names: str) -> Iterator[Ignore | Fault]:
    for part in names.split(","):
        name = part.strip()
        origin = _origin(comment, offset + len(part) - len(part.lstrip()))
        offset += len(part) + 1
        if name in rule_names():
            yield Ignore(name, origin)
        else:
            yield Fault("invalid-ignore", unknown_rule(name), origin)


def _origin(comment: Text, offset: int) -> Origin:
    return Origin(comment.origin.path, (Run(0, *comment.origin.start(offset)),))
