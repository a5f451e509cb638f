"""Suppression: a comment in the checked file that says why a finding is none.

    termkit: ignore[number-mismatch] rounded by the agency

It stands in the file's own comment syntax, holds for the segment that the comment belongs to, and must
give a reason. What is wrong with such a comment becomes a fault of the document, and so a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .model import Document, Fault, Finding, Origin, Run, Segment, State, Text
from .rules import rule_names, unknown_rule

__all__ = ["Ignore", "Suppressions", "read_comment", "read_suppressions", "suppress"]

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

    @property
    def all(self) -> Iterator[Ignore]:
        """Every rule that a comment names."""
        return (ignore for ignores in self.ignores.values() for ignore in ignores)

    def of(self, finding: Finding) -> tuple[Ignore, ...]:
        """The rules to ignore where a finding stands."""
        return self.ignores.get(id(finding.segment), ())


def read_suppressions(document: Document) -> Suppressions:
    """What the comments of a document say."""
    ignores: dict[int, tuple[Ignore, ...]] = {}
    faults: dict[Fault, None] = {}  # segments of one PO message share its comments
    for segment in document.segments:
        read = [item for comment in segment.comments for item in read_comment(comment, rule_names(), unknown_rule)]
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
    findings: Iterable[Finding],
    ignores_at: Callable[[Finding], Collection[Ignore]],
    written: Iterable[Ignore],
    ran: Collection[str],
) -> tuple[list[Finding], tuple[Fault, ...]]:
    """The findings that no comment suppresses, and a fault for every ignored rule of `ran` that found nothing.

    `ignores_at` gives what the comments at a finding say, `written` is all that comments say anywhere.
    """
    kept: list[Finding] = []
    used: set[Ignore] = set()
    for finding in findings:
        ignores = [ignore for ignore in ignores_at(finding) if ignore.rule == finding.rule]
        used.update(ignores)
        if not ignores:
            kept.append(finding)
    unused = (ignore for ignore in dict.fromkeys(written) if ignore not in used and ignore.rule in ran)
    return kept, tuple(Fault("unused-ignore", f"{i.rule} finds nothing here: take it out", i.origin) for i in unused)


def read_comment(comment: Text, known: Collection[str], unknown: Callable[[str], str]) -> Iterator[Ignore | Fault]:
    """What a comment says to termkit: the known rules that it ignores, and what is wrong with it.

    `unknown` gives the message for a name that is none of the known.
    """
    for line in _ADDRESSED.finditer(comment.string):
        origin = _origin(comment, line.start(1))
        match = _IGNORE.fullmatch(line[1])
        if match is None:
            yield Fault("invalid-ignore", f"`{line[1]}` is not understood: write `{_FORM}`", origin)
        elif not match[2].strip():
            yield Fault("invalid-ignore", f"no reason is given: write `{_FORM}`", origin)
        else:
            yield from _read_rules(comment, line.start(1) + match.start(1), match[1], known, unknown)


def _read_rules(
    comment: Text, offset: int, names: str, known: Collection[str], unknown: Callable[[str], str]
) -> Iterator[Ignore | Fault]:
    for part in names.split(","):
        name = part.strip()
        origin = _origin(comment, offset + len(part) - len(part.lstrip()))
        offset += len(part) + 1
        if name in known:
            yield Ignore(name, origin)
        else:
            yield Fault("invalid-ignore", unknown(name), origin)


def _origin(comment: Text, offset: int) -> Origin:
    return Origin(comment.origin.path, (Run(0, *comment.origin.start(offset)),))
