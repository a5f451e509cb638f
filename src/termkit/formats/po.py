"""PO files (GNU gettext): a message is a unit, each of its plural forms a segment.

https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

import polib

from termkit.model import Document, Fault, Locale, Segment, State, Text, Unit

from .po_header import Header, charset_of, find_header, read_header
from .po_scan import Comment, Field, Message, scan_po
from .protect import protected_spans
from .source import decode, place


def read_po(path: str, data: bytes, *, source_locale: Locale, locale: Locale) -> Document:
    r"""The document that the bytes of a PO file hold; whatever is wrong with them is among its faults.

    >>> data = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "2 men"\nmsgstr "2 Mann"\n'
    >>> document = read_po("de.po", data, source_locale=Locale("en"), locale=Locale("de"))
    >>> target = document.segments[0].target
    >>> target.string, target.origin.start(2), document.faults
    ('2 Mann', Position(line=5, column=11), ())
    """
    charset, charset_problem = charset_of(read_header(data), data)
    text = decode(path, data, charset)
    if isinstance(text, Fault):
        return Document(path, source_locale, locale, (), faults=(text,))
    faults: list[Fault] = []
    messages = scan_po(path, text, faults, charset)
    first = list(_up_to_header(messages))
    header = find_header(first)
    reader = _Reader(path, source_locale, locale, header)
    segments = tuple(segment for message in itertools.chain(first, messages) for segment in reader.segments(message))
    faults += header.faults(path, charset_problem, has_plurals=reader.has_plurals)
    faults += reader.faults
    faults.sort(key=lambda fault: fault.origin.runs[0])
    return Document(path, source_locale, locale, segments, faults=tuple(faults))


def _up_to_header(messages: Iterator[Message]) -> Iterator[Message]:
    """The messages of a file that stand before its header, and the header; all of them where it has none."""
    for message in messages:
        yield message
        if message.is_header:
            return


def escape_po(string: str) -> str:
    r"""A string as it is written between the quotation marks of a PO file.

    >>> escape_po('the "Azov" Brigade')
    'the \\"Azov\\" Brigade'
    """
    escaped: str = polib.escape(string)
    return escaped


def po_locales(data: bytes) -> tuple[str | None, str | None]:
    r"""The source language and the language that a PO file's header names, as written; None where it does not.

    >>> po_locales(b'msgid ""\nmsgstr ""\n"Language: uk_UA\\n"\n')
    (None, 'uk_UA')
    """
    header = read_header(data)
    return header.values.get("X-Source-Language") or None, header.values.get("Language") or None


def is_glossary(data: bytes) -> bool:
    r"""Whether the header of a PO file says that it is a glossary, as `termkit glossary export` writes it.

    >>> is_glossary(b'msgid ""\nmsgstr ""\n"X-Glossary: yes\\n"\n')
    True
    """
    return read_header(data).values.get("X-Glossary") == "yes"


def _form_of_one(header: Header) -> int | None:
    """The index of the plural form for the number 1, None where that form is used for all numbers."""
    if header.plural_rule is None:
        return 0
    count, pick = header.plural_rule
    return pick(1) if count > 1 else None


class _Reader:
    """Makes segments of the messages of a file, one after the other, and notes what is wrong with them."""

    def __init__(self, path: str, source_locale: Locale, locale: Locale, header: Header) -> None:
        self.faults: list[Fault] = []
        self.has_plurals = False
        self._path = path
        self._source_locale = source_locale
        self._locale = locale
        self._header = header
        self._form_of_one = _form_of_one(header)
        self._count = header.plural_rule[0] if header.plural_rule else None
        self._lines: dict[tuple[str | None, str], int] = {}  # msgctxt and msgid -> where they stood first

    def segments(self, message: Message) -> Iterator[Segment]:
        """The segments of a message: one, or one for each plural form.

        The form for the number 1 is held against msgid, the others against msgid_plural.
        """
        fields, flags = message.fields, message.flags
        msgid = fields["msgid"]
        if message.is_header:
            if message is not self._header.message:
                self._repeated_header(msgid)
            return
        context = fields["msgctxt"].string if "msgctxt" in fields else None
        source = self._text(msgid, self._source_locale, flags)
        self._note_duplicate(msgid, context, source.string)
        comments = tuple(self._comment(comment) for comment in message.comments)
        if "msgid_plural" not in fields:
            target = self._text(fields["msgstr"], self._locale, flags)
            yield Segment(Unit(source.string, context), source, target, _state(target, flags), comments)
            return
        plural = self._text(fields["msgid_plural"], self._source_locale, flags)
        self._note_plurals(message.plural_forms)
        for index, form in message.plural_forms.items():
            target = self._text(form, self._locale, flags)
            counterpart = source if index == self._form_of_one else plural
            yield Segment(Unit(source.string, context, index), counterpart, target, _state(target, flags), comments)

    def _fault(self, rule: str, message: str, field: Field) -> None:
        self.faults.append(Fault(rule, message, place(self._path, field.line, field.column)))

    def _repeated_header(self, repeated: Field) -> None:
        assert self._header.message is not None
        line = self._header.message.fields["msgid"].line
        self._fault("duplicate-message", f"a second header entry; the first stands on line {line}", repeated)

    def _note_duplicate(self, msgid: Field, context: str | None, string: str) -> None:
        line = self._lines.setdefault((context, string), msgid.line)
        if line != msgid.line:
            text = f"a message with the same msgid and msgctxt stands on line {line}: gettext uses only one of them"
            self._fault("duplicate-message", text, msgid)

    def _note_plurals(self, forms: Mapping[int, Field]) -> None:
        """Note a translated message whose plural forms are not those that the header announces."""
        self.has_plurals = True
        if self._count is None:
            return
        if any(form.length for form in forms.values()) and set(forms) != set(range(self._count)):
            have = ", ".join(f"msgstr[{index}]" for index in sorted(forms))
            text = f"the header says nplurals={self._count}, but this message has {have}"
            self._fault("invalid-header", text, forms[min(forms)])

    def _text(self, field: Field, locale: Locale, flags: list[str]) -> Text:
        string = field.string
        return Text(string, locale, field.origin(self._path), protected_spans(string, flags))

    def _comment(self, comment: Comment) -> Text:
        locale = self._source_locale if comment.extracted else self._locale
        return Text(comment.string, locale, place(self._path, comment.line, comment.column))


def _state(target: Text, flags: list[str]) -> State:
    if not target.string:
        return State.EMPTY
    return State.FUZZY if "fuzzy" in flags else State.TRANSLATED
