"""PO files (GNU gettext): a message is a unit, each of its plural forms a segment.

https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

import codecs
import gettext
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import polib

from termkit.model import Document, Fault, Locale, Origin, Segment, State, Text, Unit

from .po_scan import Comment, Field, Message, scan_po
from .protect import protected_spans
from .source import decode, place, unify_line_ends

_HEAD = 65_536  # bytes in which the header is sought: room for any licence above it
_CHARSET = re.compile(rb"Content-Type:[^\n]*?charset=([\w.:-]{1,40})", re.IGNORECASE)
_PLURAL_FORMS = re.compile(r"\s*nplurals\s*=\s*([0-9]{1,3})\s*;\s*plural\s*=\s*([^;\n]+);?\s*")
# The charsets that GNU gettext accepts (its manual, "Header Entry") and Python knows, by Python's names.
_CHARSETS = frozenset(
    "ascii utf-8 koi8-r koi8-u koi8-t tis-620 gb2312 gbk gb18030 euc_jp euc_kr big5 big5hkscs shift_jis johab".split()
    + [f"iso8859-{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15)]
    + [f"cp{page}" for page in (850, 866, 874, 932, 949, 950, *range(1250, 1259))]
)
_PLACEHOLDER = "CHARSET"  # what xgettext writes into a template


def read_po(path: str, data: bytes, *, source_locale: Locale, locale: Locale) -> Document:
    r"""The document that the bytes of a PO file hold. Whatever is wrong with them is among its faults.

    >>> data = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "2 men"\nmsgstr "2 Mann"\n'
    >>> segment, = read_po("de.po", data, source_locale=Locale("en"), locale=Locale("de")).segments
    >>> segment.target.string, segment.target.origin.start(2)
    ('2 Mann', Position(line=5, column=11))
    """
    charset, charset_problem = _charset(data)
    text = decode(path, data, charset)
    if isinstance(text, Fault):
        return Document(path, source_locale, locale, (), faults=(text,))
    messages, faults = scan_po(path, text, charset)
    header, entries = _parse(messages)
    reader = _Reader(path, source_locale, locale, header.plural_of_one)
    segments = tuple(segment for message, entry in entries for segment in reader.segments(message, entry))
    faults += header.faults(path, charset_problem)
    faults += _duplicates(path, header, entries)
    faults += _wrong_plurals(path, header, entries)
    faults.sort(key=lambda fault: fault.origin.runs[0])
    return Document(path, source_locale, locale, segments, faults=tuple(faults))


def po_locales(data: bytes) -> tuple[str | None, str | None]:
    r"""The source language and the language that a PO file's header names, as written; None where it is silent.

    >>> po_locales(b'msgid ""\nmsgstr ""\n"Language: uk_UA\\n"\n')
    (None, 'uk_UA')
    """
    text = data[:_HEAD].removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace").replace("\0", "\ufffd")
    messages, _ = scan_po("", unify_line_ends(text))
    header, _ = _parse([message for message in messages if message.is_header][:1])
    return header.values.get("X-Source-Language") or None, header.values.get("Language") or None


@dataclass(frozen=True, slots=True)
class _Header:
    """The header entry: its fields, the string that they stand in, and the headers that repeat it."""

    values: dict[str, str]
    string: Field | None
    repeated: tuple[Message, ...]

    def origin(self, path: str, key: str = "") -> Origin:
        """Where a field of the header stands; the header itself where it has no such field."""
        if self.string is None:
            return place(path, 1, 1)
        lines = [line for line in self.string.lines if key and line.startswith(f'"{key}:')]
        if not lines:
            return place(path, self.string.line, self.string.column)
        # The lines were made one to one from those of the file that begin with the field's.
        return place(path, self.string.line + self.string.lines.index(lines[0]), 2)

    def plural_rule(self) -> tuple[int, Callable[[int], int]] | None:
        """The number of plural forms and the function that chooses one, or None where the header tells no such thing."""
        match = _PLURAL_FORMS.fullmatch(self.values.get("Plural-Forms", ""))
        if not match:
            return None
        try:
            # The standard library's own reader of these C expressions: it takes nothing but arithmetic on n.
            choose = gettext.c2py(match[2])
            chosen = {choose(n) for n in range(200)}
        except (ValueError, ArithmeticError):
            return None
        count = int(match[1])
        return (count, choose) if chosen <= set(range(count)) else None
