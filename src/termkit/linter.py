"""The pipeline of `termkit glossary lint`: read the termbase, judge it, find the places, suppress.

`lint_paths` is what the command line calls.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from .config import ABOUT_COMMENTS, Settings
from .garbage import without_collector
from .glossary_comments import LINE_BREAK, read_comments
from .glossary_edits import PlacedEdits, apply_edits
from .lint import Edit, Glossary, LintModule, Remark, lint_names, load_lint, unknown_lint
from .model import Certainty, Comparison, Document, Fault, Finding, Fix, Locale, Origin, Rule, Run, Span, Text
from .rules import document_rules, load_rules
from .suppression import suppress
from .termbase import GlossaryFile, Place, Reading, locate, read_files, read_termbase
from .termbase.yaml_text import flow

__all__ = [
    "Fixed",
    "GlossaryFinding",
    "fix_paths",
    "is_fixable",
    "lint_paths",
    "lint_reading",
    "lint_rules",
    "selected_lint",
]

_NO_LOCALE = Locale("mul")  # ISO 639-2: multiple languages
_ROUNDS = 10  # what one fix uncovers, another may put right


@dataclass(frozen=True, slots=True)
class GlossaryFinding(Finding):
    """A finding in a glossary file, with the edits that put it right together where that is safe."""

    edits: tuple[Edit, ...] = ()


def is_fixable(finding: Finding) -> bool:
    """Whether there are edits that put it right; a layout that can't be edited safely may still be in their way."""
    return isinstance(finding, GlossaryFinding) and bool(finding.edits)


class Fixed(NamedTuple):
    """The files that fixes change, as they were and as they are to be; how many findings went; and what is left."""

    files: tuple[tuple[GlossaryFile, GlossaryFile], ...]
    done: int
    findings: list[Finding]


def lint_rules() -> tuple[str, ...]:
    """The names of all rules that can run on a termbase, in alphabetical order."""
    return tuple(sorted((*lint_names(), *ABOUT_COMMENTS)))


def selected_lint(settings: Settings) -> Mapping[str, Rule]:
    """The rules that run under some settings, by name."""
    rules = {name: module.RULE for name, module in load_lint().items()}
    rules |= {name: load_rules()[name].RULE for name in ABOUT_COMMENTS}
    wanted = rules.keys() if settings.lint_select is None else settings.lint_select
    return {name: rules[name] for name in lint_rules() if name in wanted and name not in settings.lint_ignore}


def lint_paths(paths: Sequence[Path], settings: Settings, today: datetime.date) -> list[Finding]:
    """The findings in glossary files and folders, sorted by path, line and column.

    Where the paths are parts of the termbase that the settings name, all of it is read, and what lies in them reported.
    """
    whole = _whole(paths, settings)
    with without_collector():
        findings = lint_reading(read_termbase(whole, cache=settings.cache), settings, today)
    return _in_paths(findings, paths, whole)


def fix_paths(paths: Sequence[Path], settings: Settings, today: datetime.date) -> Fixed:
    """The files that lie in the paths with what can be put right safely, and the findings then; nothing is written.

    A file that is no sound YAML is left alone.
    """
    whole = _whole(paths, settings)
    with without_collector():
        reading = read_termbase(whole, cache=settings.cache)
        before, count = reading.files, 0
        for _ in range(_ROUNDS):
            findings = _in_paths(lint_reading(reading, settings, today), paths, whole)
            doubtful = {fault.path for fault in reading.faults if fault.rule == "invalid-yaml"}
            certain = (finding for finding in findings if finding.text.origin.path not in doubtful)
            files, fixed = apply_edits(reading.files, map(_placed_edits, certain))
            if not fixed:
                break
            count += fixed
            reading = read_files(files, cache=False)
    changed = tuple((old, new) for old, new in zip(before, reading.files, strict=True) if old != new)
    return Fixed(changed, count, findings)


def _placed_edits(finding: Finding) -> PlacedEdits:
    origin = finding.text.origin
    edits = finding.edits if isinstance(finding, GlossaryFinding) else ()
    return PlacedEdits(origin.path, *origin.start(finding.span.start), edits)


def _whole(paths: Sequence[Path], settings: Settings) -> tuple[Path, ...]:
    """The termbase that the settings name where the paths are parts of it, so that relations are known."""
    return settings.glossary if all(_is_below(path, settings.glossary) for path in paths) else tuple(paths)


def _in_paths(findings: list[Finding], paths: Sequence[Path], whole: Sequence[Path]) -> list[Finding]:
    if not paths or tuple(paths) == tuple(whole):
        return findings
    return [finding for finding in findings if _is_below(Path(finding.text.origin.path), paths)]


def _is_below(path: Path, folders: Iterable[Path]) -> bool:
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)


def lint_reading(reading: Reading, settings: Settings, today: datetime.date) -> list[Finding]:
    """The findings in a termbase that was read, sorted by path, line and column."""
    rules = selected_lint(settings)
    glossary = Glossary(
        dict(reading.concepts),  # rule after rule walks through them
        today,
        reading.faults,
        settings.source_locale,
        settings.lint_locales,
        settings.lint_stale_after,
    )
    modules = {name: load_lint()[name] for name in rules if name not in ABOUT_COMMENTS}
    findings = _findings(modules, glossary, reading.files)
    return sorted(_unsuppressed(findings, reading.files, rules), key=_order)


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    origin = finding.text.origin
    return origin.path, *origin.start(finding.span.start), finding.rule, finding.message


def _findings(modules: Mapping[str, LintModule], glossary: Glossary, files: Sequence[GlossaryFile]) -> list[Finding]:
    remarks = [(module.RULE, remark) for module in modules.values() for remark in module.check(glossary)]
    wanted: dict[str, set[tuple[str | int, ...]]] = {}
    for _, remark in remarks:
        if remark.concept is not None:
            wanted.setdefault(remark.concept, set()).add(remark.steps)
    places = locate(files, wanted) if wanted else {}
    lines = _Lines(files)
    return [_finding(rule, remark, _place(remark, places), lines) for rule, remark in remarks]


def _place(remark: Remark, places: Mapping[str, Mapping[tuple[str | int, ...], Place]]) -> Place:
    if remark.fault is not None:
        return Place(Path(remark.fault.path), remark.fault.line, remark.fault.column, None)
    return places[remark.concept or ""][remark.steps]


def _finding(rule: Rule, remark: Remark, place: Place, lines: _Lines) -> Finding:
    path = remark.fault.path if remark.fault else str(place.path)
    line = lines.line(path, place.line)
    text = Text(line, remark.locale or _NO_LOCALE, Origin(path, (Run(0, place.line, 1),)))
    span = _span(line, place)
    return GlossaryFinding(
        rule.name,
        rule.category,
        remark.severity or rule.severity,
        Certainty.CERTAIN,
        remark.message,
        rule.mqm,
        text,
        span,
        expected=remark.expected,
        found=remark.found,
        concept=remark.concept,
        fix=_fix(remark, span),
        edits=remark.edits,
    )


def _fix(remark: Remark, span: Span) -> Fix | None:
    """The fix where it is one value that stands at the place of the finding; others are more than a line can show."""
    if len(remark.edits) == 1 and remark.edits[0].steps in ((), remark.steps) and remark.edits[0].old is not None:
        return Fix(span, flow(remark.edits[0].new))
    return None


def _span(line: str, place: Place) -> Span:
    """What stands at a place of a line: the value, without quotes, or the word that a key or tag is."""
    start = min(place.column - 1, len(line))
    rest = line[start:]
    if rest[:1] in ("'", '"') and rest[1:2]:
        end = rest.find(rest[0], 1)
        return Span(start, start + end + 1) if end > 0 else Span(start, len(line))
    if place.value and rest.startswith(place.value):
        return Span(start, start + len(place.value))
    return Span(start, start + _length(rest))


_CLOSING = {"{": "}", "[": "]"}
_SCALAR = re.compile(r"(?:[^\s,\[\]{}#:]|:(?=\S)|(?<=\S)[ #](?=[^\s#]))+")


def _length(rest: str) -> int:
    """How long a part is whose value is not known: a list or mapping in brackets, or else what a plain value can be."""
    if rest[:1] in _CLOSING:
        return rest.find(_CLOSING[rest[0]]) + 1 or len(rest)
    match = _SCALAR.match(rest)
    return len(match[0]) if match else min(len(rest), 1)


class _Lines:
    """The lines of the files, for reports to show."""

    def __init__(self, files: Sequence[GlossaryFile]) -> None:
        self._contents = {str(file.path): file.content for file in files}
        self._lines: dict[str, list[str]] = {}

    def line(self, path: str, number: int) -> str:
        """A line of a file; nothing where there is none."""
        if path not in self._lines:
            text = self._contents.get(path, b"").decode("utf-8", "replace").removeprefix("\ufeff")
            self._lines[path] = LINE_BREAK.split(text)
        lines = self._lines[path]
        return lines[number - 1] if number <= len(lines) else ""


def _unsuppressed(findings: list[Finding], files: Sequence[GlossaryFile], rules: Mapping[str, Rule]) -> list[Finding]:
    """The findings without those that a comment suppresses, and what is wrong with the comments."""
    kept: list[Finding] = []
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.text.origin.path, []).append(finding)
    for file in files:
        path = str(file.path)
        of_file = by_path.pop(path, [])
        comments = read_comments(file, lint_rules(), unknown_lint)
        left, unused = suppress(of_file, comments.ignores_at, comments.ignores, rules)
        kept += left
        # What keeps the termbase from being read can't be talked away.
        passed = set(map(id, left))
        kept += (finding for finding in of_file if finding.concept is None and id(finding) not in passed)
        kept += _about_comments((*comments.faults, *unused), path, rules)
    return [*kept, *itertools.chain(*by_path.values())]


def _about_comments(faults: Sequence[Fault], path: str, rules: Collection[str]) -> Iterator[Finding]:
    document = Document(path, _NO_LOCALE, _NO_LOCALE, (), faults=tuple(faults))
    for name in ABOUT_COMMENTS:
        if faults and name in rules:
            yield from document_rules()[name].check(Comparison(document, ()))
