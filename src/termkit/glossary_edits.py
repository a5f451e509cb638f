"""The edits of lint rules made in the texts of glossary files: comments, order and layout stay."""

from __future__ import annotations

import bisect
import functools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import yaml

from .lint import Edit
from .termbase import GlossaryFile
from .termbase.yaml_text import EntryText, Unsafe, compose, edit_entry, entry_texts, set_at, set_in, steps_at, value_in

__all__ = ["PlacedEdits", "apply_edits"]

_MARK = "\ufeff"


class PlacedEdits(NamedTuple):
    """The edits of one finding, which are made together or not at all, and the place of the finding."""

    path: str
    line: int
    column: int
    edits: tuple[Edit, ...]


def apply_edits(files: Sequence[GlossaryFile], wanted: Iterable[PlacedEdits]) -> tuple[list[GlossaryFile], int]:
    """The files with the edits that can be made, and the number of findings whose edits these are."""
    by_path: dict[str, list[PlacedEdits]] = defaultdict(list)
    for placed in wanted:
        if placed.edits:
            by_path[placed.path].append(placed)
    edited, done = [], 0
    for file in files:
        new, count = _edited(file, by_path.get(str(file.path), ()))
        edited.append(new)
        done += count
    return edited, done


def _edited(file: GlossaryFile, wanted: Sequence[PlacedEdits]) -> tuple[GlossaryFile, int]:
    try:
        text = file.content.decode() if wanted else ""
        bare = text.removeprefix(_MARK)
        entries = list(entry_texts(bare))
    except (UnicodeDecodeError, yaml.YAMLError):  # what is no YAML is left as it is
        return file, 0
    by_entry: dict[EntryText, list[PlacedEdits]] = defaultdict(list)
    for placed in wanted:
        number = bisect.bisect_right(entries, placed.line, key=lambda entry: entry.line) - 1
        if number >= 0:
            by_entry[entries[number]].append(placed)
    parts, start, done = [], 0, 0
    for entry in sorted(by_entry, key=lambda entry: entry.start):
        piece, count = _edited_entry(bare[entry.start : entry.end], entry, by_entry[entry])
        parts += [bare[start : entry.start], piece]
        start, done = entry.end, done + count
    if not done:
        return file, 0
    mark = _MARK if text.startswith(_MARK) else ""
    return GlossaryFile(file.path, "".join((mark, *parts, bare[start:])).encode()), done


def _edited_entry(text: str, entry: EntryText, wanted: Sequence[PlacedEdits]) -> tuple[str, int]:
    resolved = [edits for placed in wanted if (edits := _resolved(text, entry, placed))]
    done = 0
    for edits in resolved:
        try:
            text = edit_entry(
                text, entry.column, functools.partial(_make, edits=edits), functools.partial(_expect, edits=edits)
            )
            done += 1
        except Unsafe:
            continue  # the finding stays, and is reported
    return text, done


def _resolved(text: str, entry: EntryText, placed: PlacedEdits) -> tuple[Edit, ...]:
    """The edits with their steps from the entry; a fault tells its place only."""
    if all(edit.steps for edit in placed.edits):
        return placed.edits
    root = compose(" " * entry.column + text)
    steps = steps_at(root, placed.line - entry.line + 1, placed.column)
    return tuple(edit._replace(steps=steps) for edit in placed.edits) if steps else ()


def _make(text: str, edits: Sequence[Edit]) -> str:
    return functools.reduce(lambda made, edit: set_at(made, edit.steps, edit.new), edits, text)


def _expect(data: Any, edits: Sequence[Edit]) -> Any:
    for edit in edits:
        if value_in(data, edit.steps) != edit.old:
            raise Unsafe("another fix has changed it")
        data = set_in(data, edit.steps, edit.new)
    return data
