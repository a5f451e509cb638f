"""What is kept between runs, in the user's cache folder.

Nothing depends on it: what can't be written is not kept, and what was not kept as it was written is not read.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import platform
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import platformdirs

from termkit import __version__

__all__ = ["DamagedError", "Tables", "read", "read_tables", "write", "write_tables"]

# Of one kind; a termbase of 100,000 concepts takes some 100 MB, and its names up to ten times as much in a locale.
_MOST_FILES = 100
_MOST_BYTES = 1_000_000_000
_NEWEST = 4  # what a run works with stays, whatever its size
_WHOLE = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size, complete"
_SELECT = "SELECT value FROM {} WHERE key = ?"


class DamagedError(Exception):
    """What was kept turned out to be damaged while it was used; it is thrown away, and the next run makes it anew."""


class Tables(NamedTuple):
    """Tables of texts by their keys, of which a run reads the few rows that it needs."""

    path: Path
    connection: sqlite3.Connection

    def get(self, table: str, key: str) -> str | None:
        """The text under a key of a table; None where there is none."""
        with self._blame():
            row = self.connection.execute(_SELECT.format(table), (key,)).fetchone()
        return row[0] if row else None

    def items(self, table: str) -> Iterator[tuple[str, str]]:
        """All keys of a table with their texts, by key."""
        with self._blame():
            yield from self.connection.execute(f"SELECT key, value FROM {table} ORDER BY key")  # noqa: S608  our own name

    @contextlib.contextmanager
    def _blame(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)
            raise DamagedError(f"{self.path}: {error}") from error


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
    _keep(kind, key, lambda temporary: temporary.write_bytes(_checksum(packed) + b"\n" + packed))


def read_tables(kind: str, key: str) -> Tables | None:
    """The tables that are kept under a key; None where there are none, or not all of their file."""
    path = _path(kind, key)
    with contextlib.suppress(OSError, sqlite3.Error):
        if not path.is_file():
            return None
        # Threads may read in turn: SQLite serialises them, and nothing is ever written.
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        with contextlib.ExitStack() as stack:
            stack.callback(connection.close)
            whole = connection.execute(_WHOLE).fetchone()
            if whole == (path.stat().st_size,):
                stack.pop_all()
                return Tables(path, connection)
    return None


def write_tables(kind: str, key: str, tables: Mapping[str, Iterable[tuple[str, str]]]) -> None:
    """Keep tables of texts by their keys, if the folder can be written to."""

    def fill(temporary: Path) -> None:
        with contextlib.closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
            # What a crash leaves behind is thrown away, so that no journal is needed.
            for statement in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "BEGIN"):
                connection.execute(statement)
            for name, rows in tables.items():
                connection.execute(f"CREATE TABLE {name} (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
                connection.executemany(f"INSERT INTO {name} VALUES (?, ?)", sorted(rows))  # noqa: S608  our own name
            for statement in ("CREATE TABLE complete (yes)", "INSERT INTO complete VALUES (1)", "COMMIT"):
                connection.execute(statement)

    _keep(kind, key, fill)


def _keep(kind: str, key: str, fill: Callable[[Path], object]) -> None:
    """Put a file in its place when all of it is written, if the folder can be written to."""
    with contextlib.suppress(OSError, sqlite3.Error):
        path = _path(kind, key)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        os.close(handle)
        temporary = Path(name)
        try:
            fill(temporary)
            temporary.replace(path)
        except (OSError, sqlite3.Error):
            temporary.unlink()
            raise
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


def _prune(folder: Path) -> None:
    """Delete the oldest files of a folder that holds too much."""
    found = sorted(((path.stat(), path) for path in folder.glob("*.kept")), key=lambda file: -file[0].st_mtime_ns)
    size = 0
    for number, (stat, path) in enumerate(found, 1):
        size += stat.st_size
        if number > _MOST_FILES or (number > _NEWEST and size > _MOST_BYTES):
            path.unlink(missing_ok=True)
