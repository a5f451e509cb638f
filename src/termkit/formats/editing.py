"""Replaces parts of texts in the bytes of their file, and leaves every other byte as it is."""

from __future__ import annotations

import codecs
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from termkit.model import Position, Span, Text

from .source import LINE_END

__all__ = ["Edit", "apply_edits"]

_TOKEN = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Edit:
    """What a span of a text becomes."""

    text: Text
    span: Span
    string: str


class _Change(NamedTuple):
    """What a stretch of the file becomes."""

    start: int
    end: int
    string: str


def apply_edits(
    data: bytes, charset: str, edits: Sequence[Edit], escape: Callable[[str], str | None]
) -> tuple[bytes, list[bool]]:
    """The bytes of a file with some edits made, and for each edit whether it was.

    An edit is not made where it overlaps one before it, where it would take away the end of a line, where the file no
    longer says what the text does, and where `escape`, which writes a string as the format does, or the charset has no
    way to write it.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    string = data.removeprefix(mark).decode(charset)
    if mark + string.encode(charset) != data:  # some charsets have several bytes for one character
        return data, [False] * len(edits)
    file = _File(string, charset, escape)
    made: list[_Change] = []
    done: list[bool] = []
    for edit in edits:
        changes = list(file.changes(edit))
        done.append(bool(changes) and not any(_overlap(*pair) for pair in itertools.product(changes, made)))
        if done[-1]:
            made += changes
    for start, end, new in sorted(made, reverse=True):
        string = string[:start] + new + string[end:]
    return mark + string.encode(charset), done


class _File:
    """The text of a file as it is, with the places of its lines."""

    def __init__(self, string: str, charset: str, escape: Callable[[str], str | None]) -> None:
        self._string = string
        self._charset = charset
        self._escape = escape
        self._lines = [0, *(match.end() for match in LINE_END.finditer(string))]

    def changes(self, edit: Edit) -> Iterator[_Change]:
        """The changes that make an edit, as small as they can be; none where it cannot be made."""
        changes = [change for span, new in _differences(edit) for change in self._replace(edit.text, span, new)]
        if None not in changes:
            yield from filter(None, changes)

    def _replace(self, text: Text, span: Span, new: str) -> Iterator[_Change | None]:
        """Take a stretch of a text away, and write something else where it began; None where that fails."""
        if span.start == span.end:  # behind the character before, or before the first
            place = self._offset(text.origin.end(span.start))
            yield self._change(place, place, new)
            return
        characters = [self._character(text, offset) for offset in range(*span)]
        if None in characters:
            yield None
            return
        stretches = list(_joined(filter(None, characters)))
        for start, end, count in stretches[:-1]:
            yield self._change(start, end, new[:count])
            new = new[count:]
        yield self._change(*stretches[-1][:2], new)

    def _change(self, start: int, end: int, string: str) -> _Change | None:
        escaped = self._escape(string)
        return None if escaped is None or not _fits(escaped, self._charset) else _Change(start, end, escaped)

    def _character(self, text: Text, offset: int) -> tuple[int, int] | None:
        """Where a character of a text stands; None where something else does, or the end of a line."""
        start, end = self._offset(text.origin.start(offset)), self._offset(text.origin.end(offset + 1))
        written = self._string[start:end]
        is_plain = end - start == 1
        return None if LINE_END.search(written) or (is_plain and written != text.string[offset]) else (start, end)

    def _offset(self, position: Position) -> int:
        line = min(position.line, len(self._lines)) - 1
        return self._lines[line] + position.column - 1


def _joined(characters: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """The stretches that characters make which stand side by side, each with their number."""
    start = end = -1
    count = 0
    for first, last in characters:
        if first != end:
            if count:
                yield start, end, count
            start, count = first, 0
        end, count = last, count + 1
    if count:
        yield start, end, count


def _differences(edit: Edit) -> Iterator[tuple[Span, str]]:
    """The parts of an edit that change something: word by word, so that the space between words stays as it is."""
    old = edit.text.string[slice(*edit.span)]
    tokens, others = _TOKEN.findall(old), _TOKEN.findall(edit.string)
    if [token.isspace() for token in tokens] != [token.isspace() for token in others]:
        tokens, others = [old], [edit.string]
    start = edit.span.start
    for token, other in zip(tokens, others, strict=True):
        if token != other and not (token.isspace() and other.isspace()):
            yield _trimmed(start, token, other)
        start += len(token)


def _trimmed(start: int, old: str, new: str) -> tuple[Span, str]:
    """A replacement without the letters that both have at the beginning and at the end."""
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n] != new[n]), most)
    tail = next((n for n in range(most - head) if old[-n - 1] != new[-n - 1]), most - head)
    return Span(start + head, start + len(old) - tail), new[head : len(new) - tail]


def _fits(string: str, charset: str) -> bool:
    try:
        string.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _overlap(one: _Change, other: _Change) -> bool:
    """Whether two changes touch the same characters, or stand at the same place."""
    return one == other or one.start == other.start or (one.start < other.end and other.start < one.end)
