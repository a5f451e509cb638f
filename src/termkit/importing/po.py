"""PO glossaries: ours, Weblate's, and any other PO file whose messages are terms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from termkit.exchange.fields import LABELS
from termkit.formats.po_header import charset_of, find_header, read_header
from termkit.formats.po_scan import Message, scan_po
from termkit.formats.source import decode
from termkit.model import Fault, Locale
from termkit.tags import nearest_locale, parse_locale

from .facts import read_facts
from .pairs import Pairs, Row
from .reading import Reading, UnreadableError, locale_in_name

__all__ = ["read_po_glossary"]

_OBSOLETE = re.compile("^#~ *msgid ", re.MULTILINE)


def read_po_glossary(path: str, data: bytes, source_locale: Locale, locale: Locale | None) -> Reading:
    """What a PO file holds; `UnreadableError` where it is no text or names no locale."""
    header = read_header(data)
    charset, _ = charset_of(header, data)
    text = decode(path, data, charset)
    if isinstance(text, Fault):
        raise UnreadableError(path, text.origin.start(0).line, text.message)
    faults: list[Fault] = []
    messages = list(scan_po(path, text, faults, charset))
    values = find_header(messages).values
    source = _locale(path, values.get("X-Source-Language")) or source_locale
    target = locale or _locale(path, values.get("Language")) or locale_in_name(path)
    if target is None:
        raise UnreadableError(path, 1, "in which locale? Its header has no Language, its name tells none: use --locale")
    reading = Reading(path, agreed=values.get("X-Glossary") == "yes" and any(map(_tells_kind, messages)))
    for fault in faults:
        reading.fault(fault.origin.start(0).line, fault.message)
    pairs = Pairs(reading, source, target)
    for message in messages:
        if not message.is_header:
            pairs.add(_row(message, reading))
    if obsolete := len(_OBSOLETE.findall(text)):
        reading.fault(1, f"obsolete messages were left out: {obsolete:,}")
    return reading


def _locale(path: str, tag: str | None) -> Locale | None:
    if not tag:
        return None
    try:
        return parse_locale(tag)
    except ValueError as error:
        if locale := nearest_locale(tag):
            return locale
        raise UnreadableError(path, 1, f"in which locale? {error}; correct the header or use --locale") from error


def _tells_kind(message: Message) -> bool:
    """Whether a message has the first fact of ours; editors put their own name for ours into the header."""
    return any(comment.extracted and comment.string.startswith(f"{LABELS['kind']}: ") for comment in message.comments)


def _row(message: Message, reading: Reading) -> Row:
    fields, flags = message.fields, message.flags
    line = next(iter(fields.values())).line
    target = fields.get("msgstr") or fields["msgstr[0]"]
    # "#. " is three columns wide; what stands further to the right was indented.
    extracted = [" " * max(c.column - 4, 0) + c.string for c in message.comments if c.extracted]
    facts = read_facts(extracted, ours=reading.agreed)
    if "msgid_plural" in fields:
        facts.source |= _plural([fields["msgid_plural"].string], fields["msgid"].string)
        facts.term |= _plural([field.string for field in message.plural_forms.values()], target.string)
    return Row(
        line=line,
        key=fields["msgctxt"].string if "msgctxt" in fields else "",
        source=fields["msgid"].string,
        target=fields["msgid"].string if "read-only" in flags and not target.string else target.string,
        facts=facts,
        source_note="\n".join(facts.rest),
        target_note="\n".join(comment.string for comment in message.comments if not comment.extracted),
        forbidden="forbidden" in flags,
        draft="fuzzy" in flags,
    )


def _plural(strings: Iterable[str], term: str) -> dict[str, Any]:
    """The forms beside a term, whatever case and number they are."""
    forms = dict.fromkeys(form for string in strings if (form := " ".join(string.split())) not in ("", term))
    return {"forms": {"other": list(forms)}} if forms else {}
