"""Input and output that stay whole: UTF-8, a closed pipe, a file that is replaced at once, a message on stderr."""

from __future__ import annotations

import contextlib
import difflib
import io
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click


class Failure(click.ClickException):
    """A fault of the user's paths, settings or data, or of termkit itself: a message and exit code 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the message."""
        click.echo(self.message, file=file or sys.stderr)


def internal_error(what: str, cause: BaseException | None) -> Failure:
    """The message for a fault of termkit's own; where TERMKIT_DEBUG is set, that fault is raised instead."""
    if cause is not None and os.environ.get("TERMKIT_DEBUG"):
        raise cause
    return Failure(
        f"termkit: internal error{what}: {cause!r}\n"
        "This is a fault of termkit: please report it, with the traceback that TERMKIT_DEBUG=1 shows."
    )


def is_colourful() -> bool:
    """Whether stdout is a terminal whose user has not declined colour (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def read_stdin() -> str:
    """Standard input as UTF-8 whatever the terminal's locale; bytes that are none are kept as lone surrogates."""
    if sys.stdin is None:  # closed by the caller
        return ""
    return sys.stdin.buffer.read().decode("utf-8", "surrogateescape")


def table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The lines of a table whose columns are as wide as their widest cell.

    >>> list(table([("id", "year"), ("uk-Latn-kmu2010", "2010")]))
    ['id               year', 'uk-Latn-kmu2010  2010']
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()


def wrapped(lines: Iterable[str]) -> Iterator[str]:
    """Lines as people read them: what is wider than their terminal goes on further in; as they are for programs."""
    width = shutil.get_terminal_size().columns
    for line in lines:
        if sys.stdout.isatty() and len(line) > width:
            indent = " " * (len(line) - len(line.lstrip()) + 2)
            yield from textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False)
        else:
            yield line


def write(lines: Iterable[str]) -> None:
    """Print lines to stdout; what is left is dropped when its reader has gone away, as `head` does."""
    try:
        for line in lines:
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except OSError as error:
        # Python writes out what is buffered once more as it ends; that must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise Failure(f"termkit: can't write to stdout: {error.strerror}") from error


def diff_lines(path: str | Path, old: str, new: str) -> Iterator[str]:
    r"""The lines of a unified diff of a file; nothing where nothing changes.

    >>> print(*diff_lines("x.po", "a\nb", "a\nc\n"), sep="\n")
    --- x.po
    +++ x.po
    @@ -1,2 +1,2 @@
     a
    -b
    \ No newline at end of file
    +c
    """
    # Only what editors take for one is a line end; the others are characters of their line.
    before, after = (list(io.StringIO(text, newline="\n")) for text in (old, new))
    for line in difflib.unified_diff(before, after, str(path), str(path)):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def write_file(path: Path, lines: Iterable[str]) -> None:
    """Write lines to a file as a whole: whoever reads it sees the old content or the new, never a part."""
    with _replaced(path) as target, target.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


def write_bytes(path: Path, data: bytes) -> None:
    """Write bytes to a file as a whole, as `write_file` does."""
    with _replaced(path) as target:
        target.write_bytes(data)


@contextlib.contextmanager
def _replaced(path: Path) -> Iterator[Path]:
    """A file to write, which takes the place of another once it is written."""
    real = Path(os.path.realpath(path))
    # A device or a named pipe is written to; only a regular file is replaced.
    whole = real.is_file() or not real.exists()
    target = real.with_name(f".{real.name}.{os.getpid()}") if whole else real
    try:
        yield target
        if whole:
            if real.exists():
                shutil.copymode(real, target)
            target.replace(real)
    except OSError as error:
        raise Failure(f"termkit: can't write {path}: {error.strerror}") from error
    finally:
        if whole:
            target.unlink(missing_ok=True)
