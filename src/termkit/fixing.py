"""Makes the fixes of findings in the files in which they were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .formats.editing import Edit, apply_edits
from .formats.markdown import plain_markdown
from .formats.po import escape_po
from .formats.po_notes import po_charset
from .model import Certainty, Finding
from .paths import PathError, is_po

__all__ = ["FixedFile", "fixed_files", "has_fix"]


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file before and after some fixes, its charset, and the number of findings that were fixed."""

    path: str
    before: bytes
    after: bytes
    charset: str
    count: int


def has_fix(finding: Finding, *, unsafe: bool) -> bool:
    """Whether a finding can be fixed; only fixes that are certain count, unless `unsafe`."""
    return finding.fix is not None and (unsafe or finding.fix.certainty is Certainty.CERTAIN)


def fixed_files(findings: Iterable[Finding], *, unsafe: bool = False) -> Iterator[FixedFile]:
    """The files of some findings with their fixes made, those left out in which nothing changes.

    Of fixes that overlap the first is made. Raises `PathError` where a file can't be read any more.
    """
    by_path: dict[str, dict[Edit, int]] = {}
    for finding in findings:
        fix, segment = finding.fix, finding.segment
        if fix and segment and has_fix(finding, unsafe=unsafe):
            edits = by_path.setdefault(segment.target.origin.path, {})
            edit = Edit(segment.target, fix.span, fix.text)
            edits[edit] = edits.get(edit, 0) + 1
    for path, edits in by_path.items():
        fixed = _fixed(path, edits)
        if fixed.before != fixed.after:
            yield fixed


def _fixed(path: str, edits: dict[Edit, int]) -> FixedFile:
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise PathError(f"{path} can't be read: {error.strerror}") from error
    charset, escape = (po_charset(data), escape_po) if is_po(path) else ("utf-8", plain_markdown)
    after, done = apply_edits(data, charset, list(edits), escape)
    return FixedFile(
        path, data, after, charset, sum(n for n, is_made in zip(edits.values(), done, strict=True) if is_made)
    )
