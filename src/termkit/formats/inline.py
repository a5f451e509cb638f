"""The visible prose of a block of Markdown, with the place of every character of it.

markdown-it decides what is markup, but its tokens carry no columns. So its inline rules are wrapped to note
which stretch of the block each of them took. Marks of emphasis, link destinations and the backslash of an
escape are left out of the prose, entities are decoded, code, tags and autolinks stay in it as protected.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt, rules_inline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from termkit.model import Position, Run, Span

from .source import add_run

_Rule = Callable[[StateInline, bool], bool]
_MARKS = "termkit-marks"  # our key in the parser's environment


@dataclass(frozen=True, slots=True)
class Prose:
    """The visible string of a block, its runs, and which spans of it are protected or HTML comments."""

    string: str
    runs: tuple[Run, ...]
    protected: tuple[Span, ...]
    comments: tuple[Span, ...]

    def runs_of(self, span: Span) -> tuple[Run, ...]:
        """The runs of a part of the string, counted from its start."""
        inside = [run._replace(offset=run.offset - span.start) for run in self.runs if run.offset < span.end]
        behind = [run for run in inside if run.offset > 0]
        first = inside[-len(behind) - 1]
        return (first._replace(offset=0, column=first.column - first.offset * first.width), *behind)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of the block that a rule took: replaced by a string, or kept as protected where that is None."""

    start: int
    end: int
    string: str | None = None
    delimiter: Token | None = None  # counts as markup only if the parser found its counterpart


def read_prose(lines: Sequence[str], places: Sequence[Position], references: dict[str, object]) -> Prose:
    """The visible prose of a block whose lines begin at `places`; `references` are the link references of the file.

    >>> prose = read_prose(["**Azov**stal fell"], [Position(3, 1)], {})
    >>> prose.string, prose.runs
    ('Azovstal fell', (Run(offset=0, line=3, column=3, width=1), Run(offset=4, line=3, column=9, width=1)))
    """
    source = "\n".join(lines)
    writer = _Writer(source, places)
    position = 0
    for mark in _marks(source, references):
        writer.keep(position, mark.start)
        if mark.string is None:
            writer.protect(mark.start, mark.end)
        else:
            writer.replace(mark.start, mark.end, mark.string)
        position = mark.end
    writer.keep(position, len(source))
    return writer.prose()


def _marks(source: str, references: dict[str, object]) -> list[_Mark]:
    """The marks of a block in their order."""
    parser = _parser()
    marks: list[_Mark] = []
    state = StateInline(source, parser, {"references": references}, [])
    state.env[_MARKS] = (state, marks)
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    return sorted((mark for mark in marks if not (mark.delimiter and mark.delimiter.content)), key=lambda m: m.start)


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("strikethrough")
    parser.inline.ruler2.disable("fragments_join")  # it would merge the tokens of delimiters that were noted
    for name, rule, note in (
        ("escape", rules_inline.escape, _note_escape),
        ("backticks", rules_inline.backtick, _note_code),
        ("strikethrough", rules_inline.strikethrough.tokenize, _note_delimiters),
        ("emphasis", rules_inline.emphasis.tokenize, _note_delimiters),
        ("link", rules_inline.link, _note_link),
        ("image", rules_inline.image, _note_image),
        ("autolink", rules_inline.autolink, _note_protected),
        ("html_inline", rules_inline.html_inline, _note_protected),
        ("entity", rules_inline.entity, _note_entity),
    ):
        parser.inline.ruler.at(name, _noting(rule, note))
    return parser


def _noting(rule: _Rule, note: Callable[[StateInline, int, int], Iterator[_Mark]]) -> _Rule:
    """The rule, followed by noting what it took: `note` gets its start and the number of tokens before it."""

    def noting(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # the parser's signature
        start, count = state.pos, len(state.tokens)
        done = rule(state, silent)
        if done and not silent:
            block, marks = state.env[_MARKS]
            if state is block:  # not the alternative text of an image, which is parsed once more for itself
                marks.extend(note(state, start, count))
        return done

    return noting


def _note_escape(state: StateInline, start: int, _: int) -> Iterator[_Mark]:
    token = state.tokens[-1]
    if token.content != token.markup or token.type == "hardbreak":
        yield _Mark(start, start + 1, "")


def _note_code(state: StateInline, start: int, count: int) -> Iterator[_Mark]:
    if len(state.tokens) > count:  # else backticks without a counterpart
        yield _Mark(start, state.pos)


def _note_delimiters(state: StateInline, start: int, _: int) -> Iterator[_Mark]:
    end = state.pos
    for token in reversed(state.tokens):
        if end == start:
            break
        yield _Mark(end - len(token.content), end, "", token)
        end -= len(token.content)


def _note_link(state: StateInline, start: int, _: int) -> Iterator[_Mark]:
    label_end = state.md.helpers.parseLinkLabel(state, start, True)  # noqa: FBT003  # as the rule itself calls it
    yield _Mark(start, start + 1, "")
    yield _Mark(label_end, state.pos, "")


def _note_image(state: StateInline, start: int, _: int) -> Iterator[_Mark]:
    label = start + len("![")
    yield _Mark(start, label, "")
    yield _Mark(label + len(state.tokens[-1].content), state.pos, "")


def _note_protected(state: StateInline, start: int, _: int) -> Iterator[_Mark]:
    yield _Mark(start, state.pos)


def _note_entity(state: StateInline, start: int, _: int) -> Iterator[_Mark]:
    yield _Mark(start, state.pos, state.tokens[-1].content)


class _Writer:
    """Writes the visible string piece by piece, and keeps account of where each piece stands."""

    def __init__(self, source: str, places: Sequence[Position]) -> None:
        self.source = source
        self.places = places
        self.line = 0
        self.line_start = 0  # the offset in the source at which the line begins
        self.pieces: list[str] = []
        self.length = 0
        self.runs: list[Run] = []
        self.protected: list[Span] = []
        self.comments: list[Span] = []

    def _place(self, offset: int) -> Position:
        while (end := self.source.find("\n", self.line_start, offset)) >= 0:
            self.line += 1
            self.line_start = end + 1
        line, column = self.places[self.line]
        return Position(line, column + offset - self.line_start)

    def _write(self, string: str, place: Position, width: int = 1) -> None:
        if string:
            add_run(self.runs, Run(self.length, *place, width))
            self.pieces.append(string)
            self.length += len(string)

    def keep(self, start: int, end: int) -> None:
        while start < end:
            stop = self.source.find("\n", start, end) + 1 or end
            self._write(self.source[start:stop], self._place(start))
            start = stop

    def protect(self, start: int, end: int) -> None:
        span = Span(self.length, self.length + end - start)
        self.protected.append(span)
        if self.source.startswith("<!--", start):
            self.comments.append(span)
        self.keep(start, end)

    def replace(self, start: int, end: int, string: str) -> None:
        place = self._place(start)
        self._write(string[:1], place, end - start)
        # A few entities stand for two characters; the second has no width of its own.
        self._write(string[1:], Position(place.line, place.column + end - start), 0)

    def prose(self) -> Prose:
        runs = tuple(self.runs) or (Run(0, *self.places[0]),)
        return Prose("".join(self.pieces), runs, tuple(self.protected), tuple(self.comments))
