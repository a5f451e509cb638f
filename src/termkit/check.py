"""The one pipeline: read, align, recognise, compare.

`check_paths` is what the command line calls; `check_documents` is the part of it that touches no file.
"""

from __future__ import annotations

import contextlib
import errno
import stat
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from .align import align, segments
from .config import Settings
from .conventions import load_conventions
from .formats.markdown import read_markdown
from .formats.po import is_glossary, po_locales, read_po
from .model import (
    Category,
    Comparison,
    Concept,
    Document,
    Fault,
    Finding,
    Locale,
    Origin,
    Page,
    Pair,
    Position,
    Rule,
    Run,
    Segment,
    Span,
)
from .paths import CheckedFile, PathError, find_files, nothing_to_check
from .recognise.recognisers import Recognisers
from .rules import RuleModule, RunRule, is_off, load_rules
from .suppression import Suppressions, read_suppressions, suppress
from .tags import parse_locale
from .termbase import Termbase, load_termbase

__all__ = [
    "InternalError",
    "Progress",
    "check_document",
    "check_documents",
    "check_paths",
    "load_concepts",
    "load_recognisers",
    "read_documents",
    "selected_rules",
]

_NAMES = frozenset({Category.NAME, Category.TERM})

Progress = Callable[[int, int, str], None]
"""Called with the number of files done, the number of all, and the path that comes next."""


class InternalError(Exception):
    """A fault of termkit's own: which part of it failed, and on what."""


def check_paths(paths: Sequence[str], settings: Settings, progress: Progress | None = None) -> list[Finding]:
    """The findings in files and folders, sorted by path, line and column.

    Raises `PathError`, `TermbaseError` or `InternalError`; what is wrong in a checked file is a finding.
    """
    rules = selected_rules(settings)
    recognisers = load_recognisers(settings)
    run = _Run(recognisers)
    for document in read_documents(paths, settings, recognisers, progress):
        run.add(document, _rules_for(document, rules, settings))
    return list(_source_once(sorted(run.findings(), key=_place)))


def read_documents(
    paths: Sequence[str], settings: Settings, recognisers: Recognisers, progress: Progress | None = None
) -> Iterator[Document]:
    """The documents in files and folders, in the order of their paths, behind one for what can't be opened.

    Raises as `check_paths` does.
    """
    found = find_files(paths, settings.source_locale)
    reader = _Reader(settings, recognisers)
    yield reader.unopened(found.faults)
    read = len(found.faults)
    for done, file in enumerate(found.files):
        if progress:
            progress(done, len(found.files), file.path)
        with _blame("reading", file.path):
            document = reader.read(file)
        if document is not None:
            read += 1
            yield document
    if not read:
        raise PathError(nothing_to_check(paths, settings.source_locale))


def _source_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those in a source article with the first of its translations only."""
    seen = set()
    for finding in findings:
        if finding.segment and finding.text is finding.segment.source:
            key = (*_place(finding), finding.span)
            if key in seen:
                continue
            seen.add(key)
        yield finding


def selected_rules(settings: Settings) -> Mapping[str, RuleModule]:
    """The rules that run under some settings, by name; some of them not for every language."""
    return {
        name: rule
        for name, rule in load_rules().items()
        if _is_selected(rule.RULE, settings) and name not in settings.ignore
    }


def _is_selected(rule: Rule, settings: Settings) -> bool:
    return rule.name in settings.extend_select or (
        rule.default if settings.select is None else rule.name in settings.select
    )


def _rules_for(document: Document, rules: Mapping[str, RuleModule], settings: Settings) -> Mapping[str, RuleModule]:
    """The rules that run on a document: all those that are named, the others where they are good enough."""
    named = settings.extend_select | (settings.select or frozenset())
    source, target = document.source_locale, document.locale
    return {name: rule for name, rule in rules.items() if name in named or not is_off(name, source, target)}


def load_concepts(settings: Settings) -> Mapping[str, Concept]:
    """The concepts of the termbase that the settings name; none where they name none."""
    return _load_termbase(settings).concepts


def load_recognisers(settings: Settings) -> Recognisers:
    """The recognisers of a run, with the concepts of the termbase that the settings name."""
    termbase = _load_termbase(settings)
    return Recognisers(termbase.concepts, termbase.digest if settings.cache else None)


def _load_termbase(settings: Settings) -> Termbase:
    return load_termbase(settings.glossary, cache=settings.cache) if settings.glossary else Termbase({}, "")


def check_document(document: Document, rules: Mapping[str, RuleModule], recognisers: Recognisers) -> list[Finding]:
    """What some rules find in one document, less what its comments suppress."""
    return check_documents((document,), rules, recognisers)


def check_documents(
    documents: Iterable[Document], rules: Mapping[str, RuleModule], recognisers: Recognisers
) -> list[Finding]:
    """What some rules find in documents, in each and in all together, less what their comments suppress."""
    run = _Run(recognisers)
    for document in documents:
        run.add(document, rules)
    return run.findings()


@dataclass(frozen=True, slots=True)
class _Checked:
    """What is kept of a document: itself without segments, the rules that ran and what they found, and suppressions."""

    document: Document
    rules: Mapping[str, RuleModule]
    findings: list[Finding]
    suppressions: Suppressions

    def kept(self) -> list[Finding]:
        """The findings less what the comments suppress, with what is wrong with those.

        None is unused that names a rule about the whole run: a run of more documents may need it.
        """
        ran = {name for name, rule in self.rules.items() if not isinstance(rule, RunRule)}
        ignores = self.suppressions
        kept, unused = suppress(_said_once(self.findings), ignores.of, ignores.all, ran)
        rule = self.rules.get("unused-ignore")
        if unused and rule and not isinstance(rule, RunRule):
            kept += rule.check(Comparison(replace(self.document, faults=unused), ()))
        return kept


@dataclass(slots=True)
class _Run:
    """The documents of a run, checked one by one; of each no more is kept than the rules need to compare them all."""

    recognisers: Recognisers
    checked: dict[str, _Checked] = field(default_factory=dict)  # by path
    collected: dict[str, tuple[RunRule, list[Any]]] = field(default_factory=dict)  # by rule

    def add(self, document: Document, rules: Mapping[str, RuleModule]) -> None:
        """Check a document by itself."""
        suppressions = read_suppressions(document)
        follow = any(rule.RULE.about_unlisted for rule in rules.values())
        pairs = tuple(_pairs(document, self.recognisers, follow=follow))
        faults = (*document.faults, *suppressions.faults)
        conventions = load_conventions(document.locale)
        comparison = Comparison(replace(document, faults=faults), pairs, self.recognisers.concepts, conventions)
        findings: list[Finding] = []
        for name, rule in rules.items():
            if isinstance(rule, RunRule):
                _, collected = self.collected.setdefault(name, (rule, []))
                collected += _all_of(name, rule.collect, comparison)
            else:
                findings += _all_of(name, rule.check, comparison)
        self.checked[document.path] = _Checked(replace(document, segments=()), rules, findings, suppressions)

    def findings(self) -> list[Finding]:
        """What each document shows, and what all of them together show, in the documents where it stands."""
        for name, (rule, collected) in self.collected.items():
            with _blame(f"rule {name}", "all documents"):
                for finding in rule.compare(collected):
                    self.checked[finding.text.origin.path].findings.append(finding)
        return [finding for checked in self.checked.values() for finding in checked.kept()]


def _pairs(document: Document, recognisers: Recognisers, *, follow: bool) -> Iterator[Pair]:
    """The segments of a document with what the recognisers see in them; names without an entry if they `follow`."""
    segment: Segment | None = None
    try:
        expected = recognisers.expected(document)
        seen: dict[Hashable, Pair] = {}  # catalogues repeat their messages
        for segment in document.segments:
            key = _what_is_seen(segment)
            if key not in seen:
                seen[key] = recognisers.pair(segment, expected, follow=follow)
            yield replace(seen[key], segment=segment)
    except Exception as error:
        place = _shown(segment.target.origin) if segment else document.path
        raise InternalError(f"a recogniser on {place}") from error


def _what_is_seen(segment: Segment) -> Hashable:
    """All that the recognisers look at in a segment of a document."""
    source, target = segment.source, segment.target
    return source.string, source.protected, target.string, target.protected, segment.state


def _said_once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without those in which another rule says the same of the same words.

    Words that are wrong as a name are not said to be spelt otherwise elsewhere too.
    """
    rules: dict[tuple[int, Span, str, str], str] = {}
    wrong = {(id(finding.segment), finding.target_span) for finding in findings if finding.category in _NAMES}
    for finding in findings:
        is_varied = finding.target_span and finding.category is Category.CONSISTENCY
        if is_varied and (id(finding.segment), finding.target_span) in wrong:
            continue
        if finding.target_span and finding.expected and finding.found:
            key = id(finding.segment), finding.target_span, finding.expected, finding.found
            if rules.setdefault(key, finding.rule) != finding.rule:
                continue
        yield finding


def _all_of(name: str, part: Callable[[Comparison], Iterator[Any]], comparison: Comparison) -> list[Any]:
    """All that a part of a rule gives for a document."""
    try:
        return list(part(comparison))
    except Exception as error:
        place = _culprit(part, comparison) or comparison.document.path
        raise InternalError(f"rule {name} on {place}") from error


def _culprit(part: Callable[[Comparison], Iterator[Any]], comparison: Comparison) -> str | None:
    """The place of the first pair that a part of a rule fails on when it sees nothing else."""
    for pair in comparison.pairs:
        try:
            list(part(replace(comparison, pairs=(pair,))))
        except Exception:  # noqa: BLE001  whatever the fault is, this is where it comes up
            return _shown(pair.segment.target.origin)
    return None


@contextlib.contextmanager
def _blame(part: str, place: str) -> Iterator[None]:
    """Names the part of termkit, and what it worked on, when an exception comes out of it."""
    try:
        yield
    except (PathError, InternalError):
        raise
    except Exception as error:
        raise InternalError(f"{part} on {place}") from error


def _shown(origin: Origin) -> str:
    return f"{origin.path}:{origin.start(0).line}"


def _place(finding: Finding) -> tuple[str, Position, str, str]:
    origin = finding.text.origin
    return origin.path, origin.start(finding.span.start), finding.rule, finding.message


@dataclass(frozen=True, slots=True)
class _Missing:
    """A source article that can't be read, and why."""

    reason: str


class _Reader:
    """Turns the files of a run into documents; a source article is read once for all its translations."""

    def __init__(self, settings: Settings, recognisers: Recognisers) -> None:
        self._settings = settings
        self._recognisers = recognisers
        self._sources: dict[str, Page | _Missing] = {}

    def read(self, file: CheckedFile) -> Document | None:
        """The document of a file; None for one whose source and target are in the same locale."""
        try:
            data = _read_bytes(file.path)
        except OSError as error:
            fault = Fault("unreadable-file", f"can't be opened: {error.strerror}", Origin(file.path))
            return replace(self.unopened((fault,)), path=file.path, locale=file.locale or self._fallback)
        return self._read_po(file, data) if file.is_po else self._read_markdown(file, data)

    def unopened(self, faults: tuple[Fault, ...]) -> Document:
        """A document without a text, for what could not be opened."""
        path = faults[0].origin.path if faults else ""
        return Document(path, self._settings.source_locale, self._fallback, (), faults=faults)

    @property
    def _fallback(self) -> Locale:
        return self._settings.locale or self._settings.source_locale

    def _read_po(self, file: CheckedFile, data: bytes) -> Document | None:
        source_header, header = po_locales(data)
        faults: list[Fault] = []
        source = _header_locale(file.path, data, "X-Source-Language", source_header, faults)
        locale = _header_locale(file.path, data, "Language", header, faults) or file.locale or self._settings.locale
        source = source or self._settings.source_locale
        if locale == source or is_glossary(data):
            return None  # no translation
        document = read_po(file.path, data, source_locale=source, locale=locale or source)
        if locale is None and not _unread(document.segments, document.faults):
            said = f"has no valid Language ({header})" if header else "has no Language"
            raise PathError(
                f"{file.path}: in which locale? Its header {said} and its path names no locale:"
                " write `Language: uk` into the header, or use --locale"
            )
        return replace(document, faults=(*document.faults, *faults))

    def _read_markdown(self, file: CheckedFile, data: bytes) -> Document:
        if file.locale is None or file.source_path is None:
            raise ValueError(file)  # find_files gives none such
        page = read_markdown(file.path, data, locale=file.locale)
        document = Document(file.path, self._settings.source_locale, file.locale, (), page.date, page.faults)
        if _unread(page.passages, page.faults):
            return document
        new = file.source_path not in self._sources
        source = self._source(file.source_path)
        if isinstance(source, _Missing):
            fault = Fault("source-missing", source.reason, Origin(file.path))
            return replace(document, faults=(*page.faults, fault))
        # A fault of the source is reported with the first of its translations only.
        faults = (*page.faults, *source.faults) if new else page.faults
        keys = [[self._recognisers.keys(passage.text) for passage in side.passages] for side in (source, page)]
        beads = align(source.passages, page.passages, *keys)
        return replace(document, segments=segments(source, page, beads), date=page.date or source.date, faults=faults)

    def _source(self, path: str) -> Page | _Missing:
        if path not in self._sources:
            self._sources[path] = self._read_source(path)
        return self._sources[path]

    def _read_source(self, path: str) -> Page | _Missing:
        try:
            data = _read_bytes(path)
        except FileNotFoundError:
            return _Missing(f"there is no source article `{path}`")
        except OSError as error:
            return _Missing(f"the source article `{path}` can't be opened: {error.strerror}")
        page = read_markdown(path, data, locale=self._settings.source_locale)
        unread = _unread(page.passages, page.faults)
        return _Missing(f"the source article `{path}` can't be read: {unread.message}") if unread else page


def _unread(content: Sequence[object], faults: tuple[Fault, ...]) -> Fault | None:
    """The fault that says why nothing of a file could be read; None where something was."""
    return None if content else next((fault for fault in faults if fault.rule == "unreadable-file"), None)


def _read_bytes(path: str) -> bytes:
    file = Path(path)
    if not stat.S_ISREG(file.stat().st_mode):  # reading a named pipe would wait for ever
        raise OSError(errno.EINVAL, "not a regular file")
    return file.read_bytes()


def _header_locale(path: str, data: bytes, field: str, value: str | None, faults: list[Fault]) -> Locale | None:
    """The locale that a field of a PO header names; a fault is noted where it is none."""
    if not value:
        return None
    try:
        return parse_locale(value)
    except ValueError as error:
        before = data.partition(f'"{field}:'.encode())[0]
        origin = Origin(path, (Run(0, before.count(b"\n") + 1, 2),))  # 2: behind the quotation mark
        faults.append(Fault("invalid-header", f"{field}: {error}", origin))
        return None
