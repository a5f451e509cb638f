"""Markdown files (CommonMark with tables and strikethrough): every block of prose is a passage.

https://spec.commonmark.org/
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from termkit.model import Fault, Locale, Origin, Page, Passage, Position, Span, Text

from .front_matter import read_front_matter
from .inline import Prose, read_prose
from .protect import merge_spans, protected_spans
from .source import LONGEST, decode, place

_KINDS = {"heading_open": "heading", "list_item_open": "list-item", "blockquote_open": "quote"} | dict.fromkeys(
    ("th_open", "td_open"), "table-cell"
)

_PLAIN = re.compile(r"[^\W_]*(?:[ \xa0\u202f.,’«»“”„–-]+[^\W_]*)*")


def read_markdown(path: str, data: bytes, *, locale: Locale) -> Page:
    r"""The page that the bytes of a Markdown file hold; whatever is wrong with them is among its faults.

    >>> page = read_markdown("x.md", b"# Redis\n\n- **2** of\n  3\n", locale=Locale("en"))
    >>> [(passage.id, passage.text.string) for passage in page.passages]
    [('heading:1', 'Redis'), ('list-item:2', '2 of\n3')]
    >>> page.passages[1].text.origin.start(5)
    Position(line=4, column=3)
    """
    text = decode(path, data)
    if isinstance(text, Fault):
        return Page(path, locale, (), faults=(text,))
    lines = text.split("\n")
    front_matter = read_front_matter(path, lines, locale)
    lines[: front_matter.lines] = [""] * front_matter.lines
    reader = _Reader(path, lines, locale)
    reader.read()
    passages = (*front_matter.passages, *reader.passages)
    return Page(path, locale, passages, front_matter.date, (*front_matter.faults, *reader.faults))


def plain_markdown(string: str) -> str | None:
    """A string if it is the same in Markdown and in front matter, whatever stands around it; None where it is not.

    >>> plain_markdown("бригада «Азов»"), plain_markdown("*Азов*")
    ('бригада «Азов»', None)
    """
    return string if _PLAIN.fullmatch(string) else None


@functools.cache
def _parser() -> MarkdownIt:
    """A parser of blocks alone; `read_prose` reads what is inside them."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["block"])
    return parser


class _Reader:
    def __init__(self, path: str, lines: list[str], locale: Locale) -> None:
        self.path = path
        self.lines = lines
        self.locale = locale
        self.passages: list[Passage] = []
        self.faults: list[Fault] = []
        self.comments: list[Text] = []  # those that wait for their passage
        self.references: dict[str, object] = {}

    def read(self) -> None:
        self._drop_long_lines()
        env: dict[str, dict[str, object]] = {}
        tokens = _parser().parse("\n".join(self.lines), env)
        self.references = env.get("references", {})
        around: list[str] = []
        row: list[Token] = []
        for token in tokens:
            if token.type == "tr_close":
                self._read_row(row)
                row = []
            elif token.type == "inline" and around[-1] in ("th_open", "td_open"):
                row.append(token)
            elif token.type == "inline":
                self._add(_kind(around), *self._place_lines(token))
            elif token.type == "html_block" and token.content.lstrip().startswith("<!--"):
                self._add("paragraph", *self._place_lines(token))
            if token.nesting > 0:
                around.append(token.type)
            elif token.nesting < 0:
                around.pop()
        self._hand_over_comments()

    def _drop_long_lines(self) -> None:
        for number, line in enumerate(self.lines):
            if len(line) > LONGEST:
                self._too_long(Position(number + 1, 1), "line")
                self.lines[number] = ""

    def _too_long(self, position: Position, what: str) -> None:
        message = f"a {what} of more than {LONGEST:,} characters: it was not checked"
        self.faults.append(Fault("unreadable-file", message, place(self.path, *position)))

    def _place_lines(self, token: Token) -> tuple[list[str], list[Position]]:
        """The lines of a block without the marks around them, and where each begins in the file."""
        contents: list[str] = []
        places: list[Position] = []
        number, end = token.map or (0, 0)
        for content in filter(None, map(str.strip, token.content.split("\n"))):
            while number < end:
                line = self.lines[number].rstrip()
                number += 1
                if (column := line.rfind(content)) >= 0:
                    contents.append(content)
                    places.append(Position(number, column + 1))
                    break
        return contents, places

    def _read_row(self, row: Sequence[Token]) -> None:
        """Read the cells of a table's row; they stand between the bars in their order."""
        number = row[0].map[0] if row and row[0].map else 0
        pieces = _split_row(self.lines[number])
        for cell in row:
            content = cell.content.replace("|", "\\|")
            if not content:
                continue
            for column, piece in pieces:
                if piece.endswith(content):
                    place = Position(number + 1, column + len(piece) - len(content))
                    self._add("table-cell", [content], [place])
                    break

    def _add(self, kind: str, lines: list[str], places: list[Position]) -> None:
        if sum(map(len, lines)) > LONGEST:
            self._too_long(places[0], "block")
            return
        if not lines:
            return
        prose = read_prose(lines, places, self.references)
        self.comments.extend(self._comment(prose, span) for span in prose.comments)
        if _is_blank(prose):
            return
        protected = merge_spans((*prose.protected, *protected_spans(prose.string)))
        text = Text(prose.string, self.locale, Origin(self.path, prose.runs), protected)
        self.passages.append(Passage(f"{kind}:{len(self.passages) + 1}", kind, text, tuple(self.comments)))
        self.comments = []

    def _comment(self, prose: Prose, span: Span) -> Text:
        inside = prose.string[span.start + len("<!--") : span.end].removesuffix("-->")
        string = inside.strip()
        start = span.start + len("<!--") + len(inside) - len(inside.lstrip())
        return Text(string, self.locale, Origin(self.path, prose.runs_of(Span(start, start + len(string)))))

    def _hand_over_comments(self) -> None:
        """Give the comments at the end of the file to the last passage."""
        if self.comments and self.passages:
            last = self.passages.pop()
            self.passages.append(Passage(last.id, last.kind, last.text, (*last.comments, *self.comments)))


def _kind(around: Sequence[str]) -> str:
    """The kind of a passage, by the innermost block around it that gives one."""
    return next((_KINDS[name] for name in reversed(around) if name in _KINDS), "paragraph")


def _is_blank(prose: Prose) -> bool:
    """Whether nothing but comments is to be seen."""
    position = 0
    for span in prose.comments:
        if prose.string[position : span.start].strip():
            return False
        position = span.end
    return not prose.string[position:].strip()


def _split_row(line: str) -> Iterator[tuple[int, str]]:
    """The stretches between the bars of a row that no backslash stands before, with the columns they begin at."""
    start = 0
    for index, character in enumerate(line):
        if character == "|" and line[index - 1 : index] != "\\":
            yield start + 1, line[start:index].rstrip()
            start = index + 1
    yield start + 1, line[start:].rstrip()
