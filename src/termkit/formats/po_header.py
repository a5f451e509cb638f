"""The header entry of a PO file: its fields, its charset, its plural forms, and what is wrong with them."""

from __future__ import annotations

import codecs
import functools
import gettext
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import polib

from termkit.model import Fault, Origin

from .po_scan import Message, scan_po
from .source import place, unify_line_ends

_HEAD = 65_536  # bytes in which the header is sought: room for any licence above it
_CHARSET = re.compile(r"charset=([\w.:-]{1,40})", re.IGNORECASE | re.ASCII)
_TEMPLATE_CHARSET = "CHARSET"  # what xgettext writes, for the translator to replace
# The charsets that GNU gettext accepts (its manual, "Header Entry") and Python knows, by Python's names.
_CHARSETS = frozenset(
    ["ascii", "utf-8", "koi8-r", "koi8-u", "koi8-t", "tis-620", "gb2312", "gbk", "gb18030", "euc_jp", "euc_kr"]
    + ["big5", "big5hkscs", "shift_jis", "johab"]
    + [f"iso8859-{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15)]
    + [f"cp{page}" for page in (850, 866, 874, 932, 949, 950, *range(1250, 1259))]
)
_PLURAL_FORMS = re.compile(r"\s*nplurals\s*=\s*([0-9]{1,3})\s*;\s*plural\s*=\s*([^;\n]+);?\s*")


@dataclass(frozen=True, slots=True)
class Header:
    """The fields of the header and the entry that they stand in, None where the file has none."""

    values: dict[str, str] = field(default_factory=dict)
    message: Message | None = None

    @property
    def plural_rule(self) -> tuple[int, Callable[[int], int]] | None:
        """The number of plural forms and the function that picks one, None where Plural-Forms cannot be read."""
        match = _PLURAL_FORMS.fullmatch(self.values.get("Plural-Forms", ""))
        if not match:
            return None
        try:
            # The standard library's own reader of these C expressions; it accepts nothing but arithmetic on n.
            pick = gettext.c2py(match[2])
            picked = {pick(n) for n in range(200)}
        except (ValueError, ArithmeticError, SyntaxError):  # the last for "0 % !n", which it turns into broken Python
            return None
        return (int(match[1]), pick) if picked <= set(range(int(match[1]))) else None

    def origin(self, path: str, key: str) -> Origin:
        """Where a field stands; where the header stands, if it has no such field."""
        if self.message is None:
            return place(path, 1, 1)
        string = self.message.fields["msgstr"]
        return place(path, *string.origin(path).start(max(string.string.find(f"{key}:"), 0)))

    def faults(self, path: str, charset_problem: str | None, *, has_plurals: bool) -> list[Fault]:
        """What is wrong with the header; `has_plurals` says whether the file needs Plural-Forms."""
        if self.message is None:
            message = 'no header entry: begin the file with msgid "" and a msgstr that gives Content-Type and Language'
            return [Fault("invalid-header", message, place(path, 1, 1))]
        problems = {"Content-Type": charset_problem}
        if "Plural-Forms" not in self.values:
            if has_plurals:
                problems["Plural-Forms"] = "no Plural-Forms, but the file has messages with plural forms"
        elif self.plural_rule is None:
            problems["Plural-Forms"] = "Plural-Forms cannot be read: expected nplurals=NUMBER; plural=EXPRESSION;"
        return [
            Fault("invalid-header", problem, self.origin(path, key)) for key, problem in problems.items() if problem
        ]


class _Lines(str):
    """A text that is cut at line feeds only; str cuts at U+0085, U+2028 and others that stand inside strings."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: ARG002, FBT001, FBT002  # the signature of str
        return self.split("\n")


def find_header(messages: Iterable[Message]) -> Header:
    """The header among messages, with what polib makes of its fields."""
    header = next((message for message in messages if message.is_header), None)
    catalog = polib.pofile(_Lines("\n".join(header.lines() if header else ())), encoding="utf-8")
    return Header(catalog.metadata, header)


def read_header(data: bytes) -> Header:
    """The header of a PO file before its charset is known: what is not ASCII in it may be misread."""
    return _header_in(data[:_HEAD])


@functools.lru_cache(maxsize=1)  # a file is asked for its locales, and then whether it is a glossary
def _header_in(head: bytes) -> Header:
    text = unify_line_ends(head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace"))
    return find_header(scan_po("", text, []))


def charset_of(header: Header, data: bytes) -> tuple[str, str | None]:
    """The charset to read a PO file with, and what is wrong with the one that its header names.

    >>> charset_of(Header({"Content-Type": "text/plain; charset=KOI8-U"}), b"")
    ('koi8-u', None)
    >>> charset_of(Header({"Content-Type": "text/plain; charset=KOI9"}), b"")
    ('utf-8', 'the charset KOI9 is unknown; the file was read as UTF-8')
    """
    match = _CHARSET.search(header.values.get("Content-Type", ""))
    if not match:
        return "utf-8", 'Content-Type names no charset: write "Content-Type: text/plain; charset=UTF-8\\n"'
    name = match[1]
    if name == _TEMPLATE_CHARSET:
        return "utf-8", "the charset is still the placeholder CHARSET: write UTF-8"
    charset = _python_charset(name)
    if charset is None:
        return "utf-8", f"the charset {name} is unknown; the file was read as UTF-8"
    if charset != "utf-8" and not data.isascii() and _is_utf8(data):
        return "utf-8", f"the charset {name} is wrong: the file is UTF-8, and was read so"
    return charset, None


def _python_charset(name: str) -> str | None:
    try:
        charset = codecs.lookup(name).name
    except LookupError:
        return None
    return charset if charset in _CHARSETS else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
