"""Notes of ours in PO files: extracted comments that are put in and taken out, with every other byte left as it is.

The bytes are cut into lines where the reader cuts the text into lines, so that both count alike, and only whole
lines are added or taken away.
"""

from __future__ import annotations

import codecs
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from termkit.model import Fault, Locale, Text

from .po_header import charset_of, read_header
from .po_scan import Message, scan_po
from .protect import protected_spans
from .source import decode, place

__all__ = ["PoMessage", "PoSources", "add_notes", "po_charset", "read_po_sources", "remove_notes"]

_MARK = "#. termkit glossary:"  # not "termkit:", which begins a comment that suppresses a finding
_WIDTH = 78  # polib breaks longer comments into lines, of which only the first would bear the mark
_LINE = re.compile(rb"[^\r\n]*+(?:\r\n|\r|\n)|[^\r\n]++")
_NO_COMMENT = re.compile(rb"\s*+(?!#(?!~))")  # an obsolete message is no comment
_EXTRACTED = re.compile(rb"\s*+#\.")
_BEFORE = re.compile(rb"\s*+#[:,=|]")  # references, flags, previous strings: they follow the extracted comments


@dataclass(frozen=True, slots=True)
class PoMessage:
    """A message: the line of its first string, and what is to be translated: msgid and msgid_plural."""

    line: int
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class PoSources:
    """The messages of a PO file but for the header and obsolete ones, and what is wrong with its lines."""

    messages: tuple[PoMessage, ...]
    charset: str
    faults: tuple[Fault, ...] = ()


def po_charset(data: bytes) -> str:
    """The charset in which a PO file is read, by Python's name."""
    return charset_of(read_header(data), data)[0]


def read_po_sources(path: str, data: bytes, source_locale: Locale) -> PoSources:
    """What the messages of a PO file say in the source locale."""
    charset = po_charset(data)
    text = decode(path, data, charset)
    if isinstance(text, Fault):
        return PoSources((), charset, (text,))
    faults: list[Fault] = []
    messages = scan_po(path, text, faults, charset)
    found = tuple(_sources(path, message, source_locale) for message in messages if not message.is_header)
    return PoSources(found, charset, tuple(faults))


def _sources(path: str, message: Message, locale: Locale) -> PoMessage:
    fields, flags = message.fields, message.flags
    texts = (
        Text(fields[name].string, locale, fields[name].origin(path), protected_spans(fields[name].string, flags))
        for name in ("msgid", "msgid_plural")
        if name in fields
    )
    return PoMessage(next(iter(fields.values())).line, tuple(texts))


def remove_notes(data: bytes) -> bytes:
    r"""The bytes of a PO file without our notes.

    >>> remove_notes(b'#. termkit glossary: Kyiv\r\n#. mine\r\nmsgid "Kyiv"\r\n')
    b'#. mine\r\nmsgid "Kyiv"\r\n'
    """
    mark, lines = _lines(data)
    return mark + b"".join(line for line in lines if not line.startswith(_MARK.encode()))


def add_notes(path: str, data: bytes, notes: Mapping[int, Sequence[str]], charset: str) -> bytes | Fault:
    r"""The bytes of a PO file without notes, with notes for the messages whose first strings stand on given lines.

    They come behind the extracted comments of the message, and end as its lines do. A note that cannot be written in
    the charset of the file is a fault.

    >>> add_notes("uk.po", b'#: a.c\nmsgid "Kyiv"\nmsgstr ""\n', {2: ["Kyiv → Київ"]}, "utf-8").decode()
    '#. termkit glossary: Kyiv → Київ\n#: a.c\nmsgid "Kyiv"\nmsgstr ""\n'
    """
    mark, lines = _lines(data)
    added: dict[int, bytes] = {}
    for number, texts in notes.items():
        end = lines[number - 1][len(lines[number - 1].rstrip(b"\r\n")) :]
        try:
            added[_place(lines, number - 1)] = b"".join(line.encode(charset) + end for line in _wrapped(texts))
        except UnicodeEncodeError as error:
            wrong = error.object[error.start]
            message = (
                f"{charset.upper()} has no “{wrong}”, which stands in a note on this message;"
                " convert the file to UTF-8 (msgconv -t UTF-8)"
            )
            return Fault("unreadable-file", message, place(path, number, 1))
    return mark + b"".join(added.get(index, b"") + line for index, line in enumerate(lines))


def _lines(data: bytes) -> tuple[bytes, list[bytes]]:
    """The byte order mark, if there is one, and the lines with their ends."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark, _LINE.findall(data, len(mark))


def _place(lines: Sequence[bytes], first: int) -> int:
    """The index of the line before which notes stand, given that of a message's first string."""
    start = first
    while start and not _NO_COMMENT.match(lines[start - 1]):
        start -= 1
    comments = range(start, first)
    if extracted := [index for index in comments if _EXTRACTED.match(lines[index])]:
        return extracted[-1] + 1
    return next((index for index in comments if _BEFORE.match(lines[index])), first)


def _wrapped(notes: Iterable[str]) -> Iterable[str]:
    for note in notes:
        lines = textwrap.wrap(
            " ".join(note.split()),
            _WIDTH - len(_MARK) - 1,
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield from (f"{_MARK} {line}" for line in lines)
