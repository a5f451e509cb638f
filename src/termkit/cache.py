"""What is kept between runs, in the user's cache folder.

Nothing depends on it: what can't be written is not kept, and what was not kept as it was written is not read.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import platform
import tempfile
import zlib
from pathlib import Path

import platformdirs

from termkit import __version__

__all__ = ["read", "write"]

# Of one kind; a termbase of 10,000 concepts takes some 2 MB, and its names up to 6 MB in each locale.
_MOST_FILES = 100
_MOST_BYTES = 200_000_000


def read(kind: str, key: str) -> bytes | None:
    """What is kept under a key; None where there is nothing, or not as it was written."""
    try:
        checksum, _, packed = _path(kind, key).read_bytes().partition(b"\n")
        return zlib.decompress(packed) if checksum == _checksum(packed) else None
    except (OSError, zlib.error):
        return None


def write(kind: str, key: str, body: bytes) -> None:
    """Keep something under a key, if the folder can be written to; what was kept long ago has to go for it."""
    packed = zlib.compress(body, 1)
    with contextlib.suppress(OSError):
        path = _path(kind, key)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, _checksum(packed) + b"\n" + packed)
        _prune(path.parent)


def _path(kind: str, key: str) -> Path:
    # What is made of texts depends on the Unicode data of Python too.
    name = hashlib.sha256(repr((_code(), __version__, platform.python_version(), key)).encode()).hexdigest()
    return platformdirs.user_cache_path("termkit") / kind / f"{name}.kept"


@functools.cache
def _code() -> str:
    """A digest of termkit's modules: other code may make something else of the same data, and keep it otherwise."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _checksum(packed: bytes) -> bytes:
    return hashlib.sha256(packed).hexdigest().encode()


def _replace(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink()
        raise


def _prune(folder: Path) -> None:
    """Delete the oldest files of a folder that holds too much."""
    found = sorted(((path.stat(), path) for path in folder.glob("*.kept")), key=lambda file: -file[0].st_mtime_ns)
    size = 0
    for number, (stat, path) in enumerate(found, 1):
        size += stat.st_size
        if number > _MOST_FILES or size > _MOST_BYTES:
            path.unlink(missing_ok=True)
