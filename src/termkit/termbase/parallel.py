"""Large glossaries, read by all processors at once.

Files are cut before lines that begin an entry, and each part is read by itself. A part with a fault may have been cut
at the wrong place, so then nothing is kept: the files are read whole, and the faults told as they are.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .cache import pack, with_values
from .checks import check_entry
from .entry import read_entry
from .faults import FileFaults
from .nodes import decode, entries
from .places import ITEM

if TYPE_CHECKING:
    from .loader import GlossaryFile

__all__ = ["parse_in_parallel"]

_LARGE = 4_000_000  # bytes; a second's work
_PARTS = 8  # for each processor, so that none waits long for the last
_NOWHERE = Path()


def parse_in_parallel(files: Sequence[GlossaryFile]) -> dict[str, str] | None:
    """The concepts of large files, packed; None where there is little to read, one processor, or any fault."""
    size = sum(len(file.content) for file in files)
    processors = os.cpu_count() or 1
    if size < _LARGE or processors < 2:
        return None
    parts = [part for file in files for part in _parts(file, size // (_PARTS * processors))]
    try:
        with ProcessPoolExecutor(processors, mp_context=multiprocessing.get_context(_start_method())) as pool:
            found = list(pool.map(_read_part, parts))
    except (OSError, BrokenProcessPool):  # no more processes, or no memory for them
        return None
    packed: dict[str, str] = {}
    referrers: dict[str, list[tuple[str, str]]] = {}
    for part in found:
        if part is None or not packed.keys().isdisjoint(part.packed):
            return None
        packed |= part.packed
        for concept, related in part.related.items():
            for kind, target in related:
                referrers.setdefault(target, []).append((kind, concept))
    if not referrers.keys() <= packed.keys():
        return None
    return packed | {target: with_values(packed[target], {"referred_by": by}) for target, by in referrers.items()}


def _start_method() -> str | None:
    """How processes begin: as the system has it, but a fork of a process with threads may wait for a lock for ever."""
    return "spawn" if threading.active_count() > 1 else None


def _parts(file: GlossaryFile, size: int) -> Iterator[str]:
    """The text of a file in parts of some size, cut before lines that begin an item of its list."""
    text = decode(file.content, FileFaults(file.path)) or ""
    start = 0
    while start < len(text):
        match = ITEM.search(text, start + size)
        end = match.start() if match else len(text)
        yield text[start:end]
        start = end


class _Part(NamedTuple):
    """What a part of a file holds: its concepts, packed, and the relations of those that have any, by id."""

    packed: dict[str, str]
    related: dict[str, tuple[tuple[str, str], ...]]


def _read_part(text: str) -> _Part | None:
    """The concepts of a part; None where it has a fault."""
    faults = FileFaults(_NOWHERE)
    part = _Part({}, {})
    count = 0
    for node in entries(text, faults):
        if node is None or (entry := read_entry(node, faults)) is None:
            return None
        check_entry(entry, faults)
        concept = entry.concept
        part.packed[concept.id] = pack(concept)
        if concept.related:
            part.related[concept.id] = concept.related
        count += 1
    return None if faults.faults or len(part.packed) < count or not count else part
