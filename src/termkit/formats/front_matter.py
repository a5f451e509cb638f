"""The YAML front matter of a Markdown file: its prose values with exact places, and its date."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

import yaml

from termkit.model import Fault, Locale, Origin, Passage, Position, Run, Text

from .protect import protected_spans
from .source import LONGEST, add_run, place

_PROSE_KEYS = frozenset(
    {"title", "subtitle", "description", "summary", "standfirst", "byline", "author", "caption", "dateline"}
)
_OPEN = "---"
_CLOSE = ("---", "...")
_WHITE = " \t\n\x85\u2028\u2029"  # YAML 1.1 ends lines with the last three as well
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_COMMENT = re.compile(r"(?:^|[ \t]+)#[ \t]*(.*)$")
_OFFSET_SPACE = re.compile(r" (?=[+-][0-9]|Z)")  # "12:30:00 +0300", as Jekyll writes it
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class FrontMatter:
    """What the front matter says, and the number of lines that it takes with its two fences."""

    lines: int = 0
    passages: list[Passage] = field(default_factory=list)
    date: datetime.date | None = None
    faults: list[Fault] = field(default_factory=list)


def read_front_matter(path: str, lines: list[str], locale: Locale) -> FrontMatter:
    """The front matter that the lines of a file begin with; an empty one where there is none."""
    if not lines or lines[0].rstrip() != _OPEN:
        return FrontMatter()
    closing = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in _CLOSE), None)
    if closing is None:
        message = "the front matter that opens here is not closed by a line of three hyphens"
        return FrontMatter(1, faults=[Fault("invalid-front-matter", message, place(path, 1, 1))])
    reader = _Reader(path, "\n".join(lines[1:closing]), locale)
    reader.read()
    reader.found.lines = closing + 1
    return reader.found


class _Reader:
    def __init__(self, path: str, text: str, locale: Locale) -> None:
        self.path = path
        self.text = text
        self.lines = text.split("\n")
        self.locale = locale
        self.found = FrontMatter()

    def read(self) -> None:
        node = self._compose()
        if node is None:
            return
        if not isinstance(node, yaml.MappingNode):
            self._fault(0, "the front matter is not a mapping of keys to values")
            return
        seen: dict[str, int] = {}
        for key, value in node.value:
            if not (isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)):
                continue
            name = key.value.lower()
            line = seen.setdefault(name, self._position(key.start_mark.index).line)
            if line != self._position(key.start_mark.index).line:
                self._fault(key.start_mark.index, f"the key {name} stands here again; it is on line {line} already")
            self._read_value(name, key, value)

    def _compose(self) -> yaml.Node | None:
        if len(self.text) > LONGEST:
            self._fault(0, f"front matter of more than {LONGEST:,} characters")
            return None
        try:
            return yaml.compose(self.text, yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._fault(mark.index if mark else 0, f"the front matter is not YAML: {error.problem}")
        except yaml.reader.ReaderError as error:
            self._fault(error.position, f"the front matter is not YAML: {error.reason}")
        except RecursionError:
            self._fault(0, "the front matter is nested too deeply")
        except (ValueError, OverflowError) as error:  # PyYAML passes on those of chr(), for \\UFFFFFFFF and the like
            self._fault(0, f"the front matter is not YAML: {error}")
        return None

    def _read_value(self, name: str, key: yaml.ScalarNode, value: yaml.ScalarNode) -> None:
        if value.tag == "tag:yaml.org,2002:null" or not value.value.strip():
            return
        if name == "date":
            self._read_date(value)
        elif name in _PROSE_KEYS:
            string = _SURROGATE.sub("\ufffd", value.value)
            origin = Origin(self.path, self._runs(value))
            text = Text(string, self.locale, origin, protected_spans(string))
            passage = Passage(f"front-matter:{name}", "front-matter", text, self._comments(key, value))
            self.found.passages.append(passage)

    def _read_date(self, value: yaml.ScalarNode) -> None:
        try:
            self.found.date = datetime.datetime.fromisoformat(_OFFSET_SPACE.sub("", value.value)).date()
        except ValueError:
            message = f"the date {value.value[:40]!r} is not a date like 2024-05-31 or 2024-05-31T12:30:00+03:00"
            self._fault(value.start_mark.index, message)

    def _position(self, index: int) -> Position:
        """The place in the file; the first line of the text is the second of the file."""
        return Position(self.text.count("\n", 0, index) + 2, index - self.text.rfind("\n", 0, index))

    def _fault(self, index: int, message: str) -> None:
        self.found.faults.append(Fault("invalid-front-matter", message, place(self.path, *self._position(index))))

    def _runs(self, node: yaml.ScalarNode) -> tuple[Run, ...]:
        """The runs of a scalar, found by reading its source again beside its value.

        PyYAML tells only where a scalar begins and ends; quotes, escapes, folded lines and indentation lie between.
        """
        index, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):
            index = self.text.find("\n", index) + 1
        elif node.style:
            index += 1
        runs: list[Run] = []
        line, column = self._position(index)
        for offset, character in enumerate(node.value):
            start = index
            index, width = self._next(node.style, character, index, end)
            if "\n" in self.text[start:index]:
                line += self.text.count("\n", start, index)
                column = index - self.text.rfind("\n", 0, index)
            else:
                column += index - start
            add_run(runs, Run(offset, line, column, width))
            index += width
            column += width
            if self.text[index - 1 : index] == "\n" and width:
                line, column = line + 1, 1
        return tuple(runs)

    def _next(self, style: str | None, character: str, index: int, end: int) -> tuple[int, int]:
        """Where the next character of a scalar's value stands from `index` on, and how wide it is."""
        text = self.text
        while index < end:
            if style == '"' and text[index] == "\\":
                match = _ESCAPE.match(text, index)
                if match:
                    return index, len(match[0])
                index += 1  # the line goes on behind its end
            elif style == "'" and text.startswith("''", index):
                return index, 2
            elif text[index] == character or (text[index] in _WHITE and character in _WHITE):
                return index, 1
            else:
                index += 1
        return end, 0

    def _comments(self, key: yaml.ScalarNode, value: yaml.ScalarNode) -> tuple[Text, ...]:
        """The comments in the lines right above a key and behind its value."""
        first = self._position(key.start_mark.index).line - 2
        above = first
        while above > 0 and self.lines[above - 1].lstrip().startswith("#"):
            above -= 1
        found = [self._comment(number, 0) for number in range(above, first)]
        if value.style not in ("|", ">"):
            line, column = self._position(value.end_mark.index)
            found.append(self._comment(line - 2, column - 1))
        return tuple(comment for comment in found if comment)

    def _comment(self, number: int, start: int) -> Text | None:
        match = _COMMENT.match(self.lines[number], start) if start else _COMMENT.match(self.lines[number].rstrip())
        if not match or not match[1]:
            return None
        return Text(match[1].rstrip(), self.locale, place(self.path, number + 2, match.start(1) + 1))
