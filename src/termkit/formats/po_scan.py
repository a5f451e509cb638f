"""The messages of a PO file's text with the place of every character, and what is wrong with its lines.

polib says what a header and an escape mean, but knows no columns, stops at the first fault, and misreads some
escapes and line separators. So this scanner cuts the text into messages, keeps the strings of the sound ones in a
form that polib reads without fail, and maps the characters of each string to the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import polib

from termkit.model import Fault, Origin, Run, Runs

from .source import LONGEST, add_run, place

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\s*\[\s*([0-9]+)\s*\])?\s*(?=\")")
_STRING = re.compile(r"[^\"\\]*+(?:\\.[^\"\\]*+)*+")
_BYTE = r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2})"
_ESCAPE = re.compile(rf"(?P<bytes>(?:{_BYTE})+)|\\(?P<letter>.)")
_BYTES = re.compile(_BYTE)
_COMMON = frozenset('nrtvbf"\\')  # the escapes that polib knows
_PLURAL_FORMS = 10  # no language has more than six
_AFTER: dict[str, tuple[str, ...]] = {
    "msgctxt": ("",),
    "msgid": ("", "msgctxt"),
    "msgid_plural": ("msgid",),
    "msgstr": ("msgid",),
    "msgstr[]": ("msgid_plural", "msgstr[]"),
}
_LAST = ("msgstr", "msgstr[]")


@dataclass(slots=True)
class Field:
    """A string of a message: where it opens, its parts as polib reads them, its runs and its length."""

    line: int
    column: int
    parts: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    length: int = 0

    @property
    def string(self) -> str:
        """What the string says."""
        written = "".join(self.parts)
        return polib.unescape(written) if "\\" in written else written

    def origin(self, path: str) -> Origin:
        """Where the characters of the string stand."""
        return Origin(path, Runs(self.runs or (Run(0, self.line, self.column),)))


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment line: its text, its place, and whether it was extracted from the program (``#.``)."""

    string: str
    line: int
    column: int
    extracted: bool


@dataclass(slots=True)
class Message:
    """A message: its comments, lines of flags, and strings under their keywords in the order of the file."""

    comments: list[Comment] = field(default_factory=list)
    flag_lines: list[str] = field(default_factory=list)
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def is_header(self) -> bool:
        """Whether this is the entry with the empty msgid that describes the file."""
        return not self.fields["msgid"].length and "msgctxt" not in self.fields

    @property
    def flags(self) -> list[str]:
        """The flags of all its lines."""
        return [flag.strip() for line in self.flag_lines for flag in line.split(",")]

    @property
    def plural_forms(self) -> dict[int, Field]:
        """The fields msgstr[0], msgstr[1] … by their numbers."""
        return {int(name[7]): string for name, string in self.fields.items() if name.startswith("msgstr[")}

    def lines(self) -> list[str]:
        """The strings of the message in lines for polib."""
        return [f'{keyword} "{"".join(string.parts)}"' for keyword, string in self.fields.items()]


def scan_po(path: str, text: str, faults: list[Fault], charset: str = "utf-8") -> Iterator[Message]:
    """The sound messages of a PO file's text as they are read, obsolete ones left out.

    The faults of its lines are added to `faults`; after one reading goes on with the next message.
    """
    scanner = _Scanner(path, charset, faults)
    for number, line in enumerate(_lines(text), 1):  # one by one: together they take more memory than the text
        scanner.read(number, line)
        if scanner.messages:
            yield scanner.messages.pop()
    scanner.end(number, len(line) + 1)
    yield from scanner.messages


def _lines(text: str) -> Iterator[str]:
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


class _Scanner:
    def __init__(self, path: str, charset: str, faults: list[Fault]) -> None:
        self.path = path
        self.charset = charset
        self.messages: list[Message] = []  # a line completes one at most
        self.faults = faults
        self._start()

    def _start(self) -> None:
        self.message = Message()
        self.string: Field | None = None  # the one that a line in quotation marks continues
        self.keyword = ""  # the last one of the message
        self.broken = False  # a fault was found: the message is lost, lines are skipped until the next
        self.paused = False  # the line before is empty

    def read(self, number: int, line: str) -> None:
        stripped = line.strip()
        if not stripped:
            self.paused = True
            return
        if stripped[0] == '"':
            self._continue(number, line)
        elif stripped[0] == "#":
            self._comment(number, line, stripped)
        elif match := _KEYWORD.match(stripped):
            self._open(number, line, match[1], match[2])
        else:
            self._reject(number, line, "expected a comment, a keyword with a string, or a string")
        self.paused = False

    def end(self, number: int, column: int) -> None:
        if self._is_open():
            self._fault(number, column, f"the file ends inside a message: after {self.keyword} there is no msgstr")
        self._finish()

    def _is_open(self) -> bool:
        return bool(self.message.fields) and not self.broken and self.keyword not in _LAST

    def _fault(self, line: int, column: int, message: str, rule: str = "syntax-error") -> None:
        self.faults.append(Fault(rule, message, place(self.path, line, column)))

    def _finish(self) -> None:
        """Keep the message if it is sound, and begin the next."""
        if self.keyword in _LAST and not self.broken:
            self.messages.append(self.message)
        self._start()

    def _leave(self) -> None:
        """The message ends here, because another one or a comment begins."""
        if self._is_open():
            string = next(reversed(self.message.fields.values()))
            self._fault(string.line, string.column - 1, f"a message without msgstr: it ends after {self.keyword}")
        self._finish()

    def _reject(self, number: int, line: str, message: str, column: int | None = None) -> None:
        """Report a line that cannot be read, and give up its message.

        A message that was complete before an empty line is kept. Of lines that follow one another in a
        message given up only the first is reported.
        """
        if self.keyword in _LAST and self.paused and not self.broken:
            self._finish()
        if not self.broken:
            self._fault(number, column or len(line) - len(line.lstrip()) + 1, message)
        self.broken = True
        self.string = None

    def _comment(self, number: int, line: str, stripped: str) -> None:
        if self.message.fields or self.broken:
            self._leave()
        kind = stripped[1:2]
        if kind == "~":
            self._start()
        elif kind in (",", "="):  # GNU gettext keeps the flags that never change in lines of their own, "#="
            self.message.flag_lines.append(stripped[2:])
        elif kind not in (":", "|"):
            extracted = kind == "."
            string = stripped[2 if extracted else 1 :].lstrip()
            column = len(line.rstrip()) - len(string) + 1
            if string or extracted:  # an empty line may part two paragraphs
                self.message.comments.append(Comment(string, number, column, extracted))

    def _open(self, number: int, line: str, keyword: str, index: str | None) -> None:
        kind = keyword if index is None else f"{keyword}[]"
        if kind == "msgctxt" or (kind == "msgid" and self.keyword != "msgctxt"):
            if self.message.fields or self.broken:
                self._leave()
        elif self.broken:
            self.keyword = kind
            return
        if message := self._misplaced(kind, index):
            self._reject(number, line, message)
            self.keyword = kind
            return
        self.keyword = kind
        self.string = Field(number, line.index('"') + 2)
        self.message.fields[keyword if index is None else f"{keyword}[{int(index)}]"] = self.string
        self._add(number, line)

    def _misplaced(self, kind: str, index: str | None) -> str | None:
        if kind not in _AFTER:
            return f"{kind[:-2]} takes no index"
        if self.keyword not in _AFTER[kind]:
            return f"{kind} cannot stand {f'after {self.keyword}' if self.keyword else 'at the start of a message'}"
        if index and int(index[:9]) >= _PLURAL_FORMS:
            return f"msgstr[{index[:9]}]: there are no more than {_PLURAL_FORMS} plural forms"
        if index and f"msgstr[{int(index)}]" in self.message.fields:
            return f"msgstr[{index}] stands here for the second time"
        return None

    def _continue(self, number: int, line: str) -> None:
        if self.string is None:
            self._reject(number, line, "a string that no keyword begins")
        else:
            self._add(number, line)

    def _add(self, number: int, line: str) -> None:
        """Add the string that a line holds to the field that is open."""
        string = self.string
        assert string is not None
        start = line.index('"') + 1
        content = line.rstrip()
        body = content[start:-1]
        if len(content) <= start or content[-1] != '"':
            self._reject(number, line, "the string is not closed by a quotation mark", start)
        elif len(body) + string.length > LONGEST:
            self._too_long(string)
        elif "\\" in body or '"' in body:
            self._add_escaped(string, number, start + 1, line, body)
        else:
            if body:
                add_run(string.runs, Run(string.length, number, start + 1))
                string.length += len(body)
            string.parts.append(body)

    def _too_long(self, string: Field) -> None:
        message = f"a string of more than {LONGEST:,} characters: this message was not checked"
        self._fault(string.line, string.column, message, "unreadable-file")
        self.broken = True
        self.string = None

    def _add_escaped(self, string: Field, number: int, column: int, line: str, body: str) -> None:
        end = _STRING.match(body).end()  # type: ignore[union-attr]  # it matches the empty string
        if end < len(body):
            message = (
                "an unescaped quotation mark inside a string"
                if body[end] == '"'
                else "the string is not closed: its last quotation mark is escaped"
            )
            self._reject(number, line, message, column + end)
            return
        position = 0
        for match in _ESCAPE.finditer(body):
            string.parts.append(body[position : match.start()])
            self._advance(string, number, column + position, match.start() - position, 1)
            position = match.end()
            string.parts.append(self._escape(string, number, column, match))
        string.parts.append(body[position:])
        self._advance(string, number, column + position, len(body) - position, 1)

    def _advance(self, string: Field, number: int, column: int, length: int, width: int) -> None:
        if length:
            add_run(string.runs, Run(string.length, number, column, width))
            string.length += length

    def _escape(self, string: Field, number: int, column: int, match: re.Match[str]) -> str:
        """Place what an escape stands for, and return it as polib reads it."""
        column += match.start()
        if match["bytes"]:
            return "".join(self._bytes(string, number, column, match["bytes"]))
        if match["letter"] in _COMMON:
            self._advance(string, number, column, 1, 2)
            return match[0]
        if match["letter"] == "a":
            self._advance(string, number, column, 1, 2)
            return "\a"
        self._fault(number, column, f"{match[0]} is no escape sequence of PO")
        self._advance(string, number, column, 2, 1)
        return "\\" + match[0]

    def _bytes(self, string: Field, number: int, column: int, escapes: str) -> list[str]:
        r"""The characters whose bytes in the file's charset are written as \303\251 or \xc3\xa9."""
        written = _BYTES.findall(escapes)
        values = bytes(int(f"0{text[1:]}", 0) if text[1] == "x" else int(text[1:], 8) & 0xFF for text in written)
        try:
            characters = values.decode(self.charset)
            sizes = [len(character.encode(self.charset)) for character in characters]
        except UnicodeError:
            self._fault(number, column, f"{escapes[:40]} is not text in {self.charset.upper()}")
            characters, sizes = "\ufffd" * len(written), [1] * len(written)
        for size in sizes:
            width = sum(map(len, written[:size]))
            del written[:size]
            self._advance(string, number, column, 1, width)
            column += width
        return [polib.escape(character) for character in characters]
