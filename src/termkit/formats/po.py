"""PO files (GNU gettext): a message is a unit, each of its plural forms a segment.

https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    messages, faults = scan_po(path, text, charset)
    del text  # together with the messages and the segments it would take the most memory of a run
    header = find_header(messages)
    others = [message for message in messages if not message.is_header]
    has_plurals = any("msgid_plural" in message.fields for message in messages)
    faults += header.faults(path, charset_problem, has_plurals=has_plurals)
    faults += _repeated_headers(path, messages)
    faults += _duplicates(path, others)
    faults += _wrong_plurals(path, header, others)
    faults.sort(key=lambda fault: fault.origin.runs[0])
    del messages
    reader = _Reader(path, source_locale, locale, _form_of_one(header))
    segments = tuple(segment for message in _drained(others) for segment in reader.segments(message))
    return Document(path, source_locale, locale, segments, faults=tuple(faults))


def _drained(messages: list[Message]) -> Iterator[Message]:
    """The messages in their order; each is let go of when the next one is asked for."""
    messages.reverse()
    while messages:
        yield messages.pop()


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


@dataclass(frozen=True, slots=True)
class _Reader:
    path: str
    source_locale: Locale
    locale: Locale
    form_of_one: int | None

    def segments(self, message: Message) -> Iterator[Segment]:
        """The segments of a message: one, or one for each plural form.

        The form for the number 1 is held against msgid, the others against msgid_plural.
        """
        fields, flags = message.fields, message.flags
        context = fields["msgctxt"].string if "msgctxt" in fields else None
        source = self._text(fields["msgid"], self.source_locale, flags)
        key = source.string if context is None else f"{context}\x04{source.string}"
        comments = tuple(self._comment(comment) for comment in message.comments)
        if "msgid_plural" not in fields:
            target = self._text(fields["msgstr"], self.locale, flags)
            yield Segment(Unit(key, context), source, target, _state(target, flags), comments)
            return
        plural = self._text(fields["msgid_plural"], self.source_locale, flags)
        for index, form in message.plural_forms.items():
            target = self._text(form, self.locale, flags)
            counterpart = source if index == self.form_of_one else plural
            yield Segment(Unit(f"{key}[{index}]", context), counterpart, target, _state(target, flags), comments)

    def _text(self, field: Field, locale: Locale, flags: list[str]) -> Text:
        string = field.string
        return Text(string, locale, field.origin(self.path), protected_spans(string, flags))

    def _comment(self, comment: Comment) -> Text:
        locale = self.source_locale if comment.extracted else self.locale
        return Text(comment.string, locale, place(self.path, comment.line, comment.column))


def _state(target: Text, flags: list[str]) -> State:
    if not target.string:
        return State.EMPTY
    return State.FUZZY if "fuzzy" in flags else State.TRANSLATED


def _repeated_headers(path: str, messages: Sequence[Message]) -> Iterator[Fault]:
    headers = [message.fields["msgid"] for message in messages if message.is_header]
    for repeated in headers[1:]:
        message = f"a second header entry; the first stands on line {headers[0].line}"
        yield Fault("duplicate-message", message, place(path, repeated.line, repeated.column))


def _duplicates(path: str, messages: Sequence[Message]) -> Iterator[Fault]:
    first: dict[tuple[str | None, str], int] = {}
    for message in messages:
        msgid, context = message.fields["msgid"], message.fields.get("msgctxt")
        line = first.setdefault((context.string if context else None, msgid.string), msgid.line)
        if line != msgid.line:
            text = f"a message with the same msgid and msgctxt stands on line {line}: gettext uses only one of them"
            yield Fault("duplicate-message", text, place(path, msgid.line, msgid.column))


def _wrong_plurals(path: str, header: Header, messages: Sequence[Message]) -> Iterator[Fault]:
    """The translated messages whose plural forms are not those that the header announces."""
    if header.plural_rule is None:
        return
    count = header.plural_rule[0]
    for message in messages:
        forms = message.plural_forms
        if any(form.length for form in forms.values()) and set(forms) != set(range(count)):
            field = forms[min(forms)]
            have = ", ".join(f"msgstr[{index}]" for index in sorted(forms))
            text = f"the header says nplurals={count}, but this message has {have}"
            yield Fault("invalid-header", text, place(path, field.line, field.column))
