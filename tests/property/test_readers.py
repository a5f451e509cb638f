"""No reader raises on any file, every span lies in its text, and every character is where its run says."""

from __future__ import annotations

import html
from collections.abc import Iterator

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termkit.formats import po_locales, read_markdown, read_po
from termkit.model import Document, Fault, Locale, Origin, Page, Text

EN, UK = Locale("en"), Locale("uk")
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'

# Marks up to three apostrophes, NFD, bidi marks, soft hyphens, and separators that Python takes for line ends.
ALPHABET = "aб5 \t\"\\'`*_~[]()<>&;#!|-:.@{}%/\u0085\u2028\x0b\x1c\u00a0\u00ad\u02bc\u2019\u0438\u0306\u202eא😀"
STRINGS = st.text(st.one_of(st.sampled_from(ALPHABET + "\n"), st.characters(exclude_categories=["Cs"])), max_size=40)
VALUES = STRINGS.filter(lambda string: "\0" not in string)
PO_LINES = st.one_of(
    st.sampled_from(
        [
            *("", " ", "msgid", "msgid x", 'msgid ""', 'msgid "5 %d"', 'msgid"b"', 'msgid_plural "d"', 'msgctxt "c"'),
            *('msgstr ""', 'msgstr "6"', 'msgstr[0] "e"', 'msgstr[1] "f"', 'msgstr[12] "g"', 'msgid[0] "h"', '"more"'),
            *(
                '"',
                '"\\"',
                '"a" b"',
                '"\\q"',
                '"\\303\\251\\x41\\400\\a"',
                '"\\777\\xff"',
                '\ufeffmsgid "a"',
                '"x" "y"',
            ),
            *("#", "# termkit: ignore", "#. note", "#, fuzzy, c-format", "#=c-format", "#: a.c:1", '#| msgid "o"'),
            *('#~ msgid "old"', '#~ msgstr "alt"', "<<<<<<< HEAD", '"Plural-Forms: nplurals=2; plural=n!=1;\\n"'),
            *('"Content-Type: text/plain; charset=KOI8-U\\n"', '"Plural-Forms: nplurals=1; plural=1/0;\\n"', "\x00"),
        ]
    ),
    STRINGS.map(lambda string: f'msgstr "{string}"'),
    STRINGS,
)
MARKDOWN_PARTS = st.one_of(
    st.sampled_from(
        [
            *(
                "---\n",
                "title: 'It''s \"5\"'\n",
                'title: "a\\u0416\\\n  b"\n',
                "byline: >\n  a\n  b\n\n  c\n",
                'title: "\\ud83d\\uFFFE"\n',
                "date: x\n",
            ),
            *(
                "date: 2024-05-31\n",
                "title: &a [*a]\n",
                "? {a: b}\n",
                "\n",
                "\n\n",
                "# ",
                "## b ##\n",
                "> ",
                "- ",
                "1. ",
            ),
            *(
                "\t",
                "    ",
                "```\n",
                "~~~\n",
                "***",
                "**",
                "*",
                "_",
                "~~",
                "`",
                "``",
                "[a](b 'c')",
                "![a *b*](c)",
                "[a]",
            ),
            *(
                "[a]: /url\n",
                "<https://a.b/5>",
                "<b>",
                "<!-- c -->",
                "<!--\nc\n-->\n",
                "<!--",
                "&nbsp;",
                "&#x416;",
                "\\*",
            ),
            *(
                "| a | b |\n|--|--|\n",
                "| 1 \\| 2 | **3** |\n",
                "a | b\n",
                "===\n",
                "  \n",
                "\\\n",
                "[^1]",
                "п\u02bcять ",
            ),
            *("&NotEqualTilde;", "<div>\nx\n</div>\n", "](", ")", "[", "!", "<", "&", "\r\n", "\r", "\u2028", "\x0c"),
        ]
    ),
    STRINGS,
)


def texts(result: Document | Page) -> Iterator[Text]:
    if isinstance(result, Document):
        for segment in result.segments:
            yield from (segment.source, segment.target, *segment.comments)
    else:
        for passage in result.passages:
            yield from (passage.text, *passage.comments)


def file_lines(data: bytes, charset: str = "utf-8") -> list[str]:
    text = data.decode(charset, "replace").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def assert_sound(result: Document | Page, lines: list[str]) -> None:
    """Every span lies in its text, spans are in order, and every place lies in the file."""
    for text in texts(result):
        end = 0
        for span in text.protected:
            assert end <= span.start < span.end <= len(text.string)
            end = span.end
        assert_runs(text.origin, len(text.string), lines)
    for fault in result.faults:
        assert_fault(fault, lines)


def assert_runs(origin: Origin, length: int, lines: list[str]) -> None:
    offsets = [run.offset for run in origin.runs]
    assert offsets[0] == 0
    assert offsets == sorted(set(offsets))
    assert offsets[-1] < max(length, 1)
    for offset in range(length):
        start, end = origin.start(offset), origin.end(offset + 1)
        assert start.line == end.line
        assert 1 <= start.column <= end.column <= len(lines[start.line - 1]) + 2


def assert_fault(fault: Fault, lines: list[str]) -> None:
    place = fault.origin.start(0)
    assert fault.rule in {
        "syntax-error",
        "duplicate-message",
        "invalid-header",
        "invalid-front-matter",
        "unreadable-file",
    }
    assert 1 <= place.line <= len(lines)
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1


def written(text: Text, offset: int, lines: list[str]) -> str:
    """What stands in the file for the character at an offset."""
    start, end = text.origin.start(offset), text.origin.end(offset + 1)
    return (lines[start.line - 1] + "\n")[start.column - 1 : end.column - 1]


def assert_po_characters(text: Text, lines: list[str]) -> None:
    for offset, character in enumerate(text.string):
        raw = written(text, offset, lines)
        assert raw == character or (raw[0] == "\\" and polib.unescape(raw) == character)


def read(data: bytes) -> Document:
    return read_po("x.po", data, source_locale=EN, locale=UK)


@given(st.binary(max_size=400))
def test_read_po_any_bytes(data: bytes) -> None:
    po_locales(data)
    assert_sound(read(data), file_lines(data))


@settings(max_examples=400)
@given(st.lists(PO_LINES, max_size=25), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_read_po_any_lines(parts: list[str], line_end: str, has_header: bool) -> None:  # noqa: FBT001
    data = ((HEADER if has_header else "") + "\n".join(parts)).replace("\n", line_end).encode()
    po_locales(data)
    assert_sound(read(data), file_lines(data))


@given(
    st.lists(st.tuples(st.none() | VALUES, VALUES, VALUES), max_size=6, unique_by=lambda entry: entry[:2]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([0, 20, 78]),
)
def test_read_po_values_and_places(entries: list[tuple[str | None, str, str]], line_end: str, width: int) -> None:
    """What polib writes is read back with every character at its place."""
    file = polib.POFile(wrapwidth=width)
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    entries = [entry for entry in entries if entry[1]]
    for context, source, target in entries:
        file.append(polib.POEntry(msgctxt=context, msgid=source, msgstr=target))
    # polib wraps at some of the separators of str.splitlines; they stay inside the string, as they should.
    data = str(file).replace("\n", line_end).encode()
    document = read(data)
    assert document.faults == ()
    assert [(s.unit.context, s.source.string, s.target.string) for s in document.segments] == entries
    for text in texts(document):
        assert_po_characters(text, file_lines(data))


@given(st.lists(st.text(st.sampled_from('bц "\\nt'), max_size=12), min_size=1, max_size=6))
def test_read_po_agrees_with_polib(bodies: list[str]) -> None:
    """Where polib reads a file of its own escapes as it stands, the values are the same."""
    strings = "\n".join(f'"{body}"' for body in bodies)
    data = f'{HEADER}msgid "key"\nmsgstr ""\n{strings}\n'
    document = read(data.encode())
    if not document.faults:
        (entry,) = polib.pofile(data)
        assert document.segments[0].target.string == entry.msgstr
        assert_po_characters(document.segments[0].target, file_lines(data.encode()))


@given(st.binary(max_size=400))
def test_read_markdown_any_bytes(data: bytes) -> None:
    assert_sound(read_markdown("x.md", data, locale=UK), file_lines(data))


@settings(max_examples=600)
@given(st.lists(MARKDOWN_PARTS, max_size=25).map("".join), st.booleans())
def test_read_markdown_any_text(text: str, has_front_matter: bool) -> None:  # noqa: FBT001
    data = (("---\n" if has_front_matter else "") + text).encode()
    page = read_markdown("x.md", data, locale=UK)
    lines = file_lines(data)
    assert_sound(page, lines)
    assert len({passage.id for passage in page.passages}) == len(page.passages) - page_repeats(page)
    for text_read in texts(page):
        for offset, character in enumerate(text_read.string):
            raw = written(text_read, offset, lines)
            assert raw == character or character.isspace() or stands_for(raw, character)


def page_repeats(page: Page) -> int:
    """How many passages repeat a front-matter key, which is a fault and leaves them with one id."""
    keys = [passage.id for passage in page.passages if passage.kind == "front-matter"]
    return len(keys) - len(set(keys))


def stands_for(raw: str, character: str) -> bool:
    if raw.startswith("&"):
        return character in html.unescape(raw) or character == "\ufffd"
    return raw in {"", "''"} or raw[0] == "\\"


@given(st.text(st.sampled_from("n0123 ()!%&|?:<>=-+*/;a"), max_size=60))
def test_read_po_any_plural_forms(expression: str) -> None:
    assert len(read(with_plural_forms(expression)).segments) == 1


@pytest.mark.parametrize("expression", ["!" * 900 + "n", "(" * 400 + "n" + ")" * 400, "n?" * 300, "n?1:" * 240 + "0"])
def test_read_po_deep_plural_forms(expression: str) -> None:
    assert len(read(with_plural_forms(expression)).segments) == 1


def with_plural_forms(expression: str) -> bytes:
    header = f'{HEADER.rstrip()}\n"Plural-Forms: nplurals=2; plural={expression};\\n"'
    return f'{header}\n\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n'.encode()


@pytest.mark.parametrize("opening", ["[", "{", "- ", "a: {", "? "])
def test_read_markdown_deep_front_matter(opening: str) -> None:
    faults = read_markdown("x.md", f"---\n{opening * 3000}\n---\n".encode(), locale=EN).faults
    assert [fault.rule for fault in faults] == ["invalid-front-matter"]


@pytest.mark.parametrize(
    "pattern", ["[", "![", "*", "**a", "`", "<!--", "> ", "- ", "[a](", "&", "~~a", "<a b='", "\\"]
)
def test_read_markdown_repeated_marks(pattern: str) -> None:
    """Repeated openings without an end take no time that grows out of hand."""
    page = read_markdown("x.md", (pattern * 4000).encode(), locale=EN)
    assert page.faults == ()
