"""Glossaries without faults, read quickly: entries that are written alike at once, large files by all processors.

Large files are cut before lines that begin an entry, and each part is read by itself. A part with a fault may have
been cut at the wrong place, so then nothing is kept: the files are read whole, and the faults told as they are.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .checks import check_entry
from .entry import read_entry
from .faults import FileFaults
from .layouts import quick_entries
from .nodes import decode
from .packing import Packed, pack, with_referrers

if TYPE_CHECKING:
    from .loader import GlossaryFile

__all__ = ["read_packed"]

_LARGE = 4_000_000  # bytes; a second's work
_PARTS = 8  # for each processor, so that none waits long for the last
_ITEM = re.compile(b"^- ", re.MULTILINE)
_NOWHERE = Path()


def read_packed(files: Sequence[GlossaryFile]) -> Packed | None:
    """The concepts of some files, packed; None where there is any fault."""
    packed: Packed = {}
    related: dict[str, tuple[tuple[str, str], ...]] = {}
    for part in _read_parts([file.content for file in files]):
        if part is None or not packed.keys().isdisjoint(part.packed):
            return None
        packed |= part.packed
        related |= part.related
    if not packed.keys() >= {target for relations in related.values() for _, target in relations}:
        return None
    return with_referrers(packed, related)


def _read_parts(contents: Sequence[bytes]) -> Iterator[_Part | None]:
    size, processors = sum(map(len, contents)), os.cpu_count() or 1
    if size < _LARGE or processors < 2:
        yield from map(_read_part, contents)
        return
    parts = [part for content in contents for part in _parts(content, size // (_PARTS * processors))]
    try:
        with ProcessPoolExecutor(processors, mp_context=multiprocessing.get_context(_start_method())) as pool:
            yield from pool.map(_read_part, parts)
    except (OSError, BrokenProcessPool):  # no more processes, or no memory for them
        yield None


def _start_method() -> str | None:
    """How processes begin: as the system has it, but a fork of a process with threads may wait for a lock for ever."""
    return "spawn" if threading.active_count() > 1 else None


def _parts(content: bytes, size: int) -> Iterator[bytes]:
    """The content of a file in parts of some size, cut before lines that begin an item of its list."""
    start = 0
    while match := _ITEM.search(content, start + size):
        yield content[start : match.start()]
        start = match.start()
    yield content[start:]


class _Part(NamedTuple):
    """What a part of a file holds: its concepts, packed, and the relations of those that have any, by id."""

    packed: Packed
    related: dict[str, tuple[tuple[str, str], ...]]


def _read_part(content: bytes) -> _Part | None:
    """The concepts of a part; None where it has a fault."""
    faults = FileFaults(_NOWHERE)
    text = decode(content, faults)
    part = _Part({}, {})
    count = 0
    for node in quick_entries(text) if text is not None else ():
        if node is None or (entry := read_entry(node, faults)) is None:
            return None
        check_entry(entry, faults)
        concept = entry.concept
        part.packed[concept.id] = pack(entry.values)
        if concept.related:
            part.related[concept.id] = concept.related
        count += 1
    return None if faults.faults or len(part.packed) < count or not count else part
