"""The text of a file, and places in it: what all readers share."""

from __future__ import annotations

import codecs
import re

from termkit.model import Fault, Origin, Run

LONGEST = 1_000_000
"""The longest text that is read, in code points: far above any article, low enough that no rule stalls on it."""

LINE_END = re.compile("\r\n?|\n")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def place(path: str, line: int, column: int) -> Origin:
    """The origin of something at one place of a file."""
    return Origin(path, (Run(0, line, column),))


def add_run(runs: list[Run], run: Run) -> None:
    """Append a run, unless the last one goes on into it."""
    if runs:
        last = runs[-1]
        reached = last.column + (run.offset - last.offset) * last.width
        if last.line == run.line and last.width == run.width and reached == run.column:
            return
    runs.append(run)


def decode(path: str, data: bytes, charset: str = "utf-8") -> str | Fault:
    r"""The text of a file without its byte order mark and with a line feed at the end of every line.

    A file that is not text is an `unreadable-file` fault at the first byte that says so.

    >>> decode("x.md", b"one\r\ntwo")
    'one\ntwo'
    >>> decode("x.md", b"one\n\xffwo").message
    'not UTF-8: byte 0xFF at offset 4, line 2, column 1. Save the file as UTF-8.'
    """
    if data.startswith(_UTF16):
        return _unreadable(path, data, 0, charset, "UTF-16 text. Save the file as UTF-8.")
    if (offset := data.find(b"\0")) >= 0:
        return _unreadable(path, data, offset, charset, "not text: {place} is a NUL byte. Nothing of it was checked.")
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode(charset)
    except UnicodeDecodeError as error:
        start = error.start + len(data) - len(error.object)
        message = f"not {charset.upper()}: {{place}}. Save the file as UTF-8."
        return _unreadable(path, data, start, charset, message)
    return unify_line_ends(text)


def unify_line_ends(text: str) -> str:
    """The text with a line feed for every carriage return, with or without one behind it."""
    return LINE_END.sub("\n", text) if "\r" in text else text


def _unreadable(path: str, data: bytes, offset: int, charset: str, message: str) -> Fault:
    before = unify_line_ends(data[:offset].removeprefix(codecs.BOM_UTF8).decode(charset, "replace"))
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    where = f"byte 0x{data[offset]:02X} at offset {offset}, line {line}, column {column}"
    return Fault("unreadable-file", message.format(place=where), place(path, line, column))
