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
from typing import TYPE_CHECKING

from .cache import pack, unpack
from .checks import check_entry
from .entry import read_entry
from .faults import FileFaults
from .nodes import decode, entries
from .places import ITEM

if TYPE_CHECKING:
    from termkit.model import Concept

    from .loader import GlossaryFile

__all__ = ["parse_in_parallel"]

_LARGE = 4_000_000  # bytes; a second's work
_NOWHERE = Path()


def parse_in_parallel(files: Sequence[GlossaryFile]) -> dict[str, Concept] | None:
    """The concepts of large files; None where there is little to read, one processor, or any fault."""
    size = sum(len(file.content) for file in files)
    processors = os.cpu_count() or 1
    if size < _LARGE or processors < 2:
        return None
    parts = [part for file in files for part in _parts(file, size // (2 * processors))]
    try:
        with ProcessPoolExecutor(processors, mp_context=multiprocessing.get_context(_start_method())) as pool:
            bodies = list(pool.map(_read_part, parts))
    except (OSError, BrokenProcessPool):  # no more processes, or no memory for them
        return None
    concepts: dict[str, Concept] = {}
    for body in bodies:
        found = {} if body is None else unpack(body)
        if not found or not concepts.keys().isdisjoint(found):
            return None
        concepts |= found
    related = {target for concept in concepts.values() for _, target in concept.related}
    return concepts if related <= concepts.keys() else None


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


def _read_part(text: str) -> bytes | None:
    """The concepts of a part, packed; None where it has a fault."""
    faults = FileFaults(_NOWHERE)
    concepts: dict[str, Concept] = {}
    count = 0
    for node in entries(text, faults):
        if node is None or (entry := read_entry(node, faults)) is None:
            return None
        check_entry(entry, faults)
        concepts[entry.concept.id] = entry.concept
        count += 1
    return None if faults.faults or len(concepts) < count else pack(concepts)
