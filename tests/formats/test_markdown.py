"""Markdown files that are damaged, unusual or large."""

from __future__ import annotations

import codecs
import datetime

import pytest

from termkit.formats import read_markdown
from termkit.model import Locale, Page, Position

ARTICLE = "---\ntitle: П'ять\n---\n\n5 людей\n"


def read(data: bytes | str) -> Page:
    return read_markdown("x.md", data.encode() if isinstance(data, str) else data, locale=Locale("uk"))


def faults(data: bytes | str) -> list[tuple[int, int, str, str]]:
    return [(*fault.origin.start(0), fault.rule, fault.message) for fault in read(data).faults]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(ARTICLE.encode(), id="plain"),
        pytest.param(codecs.BOM_UTF8 + ARTICLE.encode(), id="bom"),
        pytest.param(ARTICLE.replace("\n", "\r\n").encode(), id="crlf"),
        pytest.param(ARTICLE.replace("\n", "\r").encode(), id="cr"),
        pytest.param(ARTICLE.rstrip().encode(), id="no line end"),
        pytest.param(ARTICLE.replace("---\n\n", "...\n\n").encode(), id="closed by dots"),
    ],
)
def test_accepted(data: bytes) -> None:
    page = read(data)
    assert page.faults == ()
    assert [passage.text.string for passage in page.passages] == ["П'ять", "5 людей"]
    assert [passage.text.origin.start(2) for passage in page.passages] == [Position(2, 10), Position(5, 3)]


@pytest.mark.parametrize("data", ["", "\n\n", "---\n---\n", "---\n# nothing\n---", "```\ncode\n```\n", "<!-- note -->"])
def test_no_passages(data: str) -> None:
    assert read(data) == Page("x.md", Locale("uk"), ())


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"a\nb\0c", (2, 2, "unreadable-file", "not text: byte 0x00 at offset 3, line 2"), id="nul byte"),
        pytest.param(
            b"a\r\n\xd0\xb1\xff", (2, 2, "unreadable-file", "not UTF-8: byte 0xFF at offset 5"), id="not utf-8"
        ),
        pytest.param(b"\xed\xa0\x80", (1, 1, "unreadable-file", "not UTF-8: byte 0xED"), id="lone surrogate"),
        pytest.param(ARTICLE.encode("utf-16"), (1, 1, "unreadable-file", "UTF-16 text"), id="utf-16"),
        pytest.param(
            "---\ntitle: x\n\ntext",
            (1, 1, "invalid-front-matter", "the front matter that opens here is not closed"),
            id="unclosed",
        ),
        pytest.param(
            "---\ntitle: x\n\tbyline: y\n---\n",
            (3, 1, "invalid-front-matter", "the front matter is not YAML: found character '\\t'"),
            id="tab",
        ),
        pytest.param(
            '---\na: 1\ntitle: "x\n---\n',
            (3, 10, "invalid-front-matter", "the front matter is not YAML: found unexpected end"),
            id="unbalanced quote",
        ),
        pytest.param(
            "---\ntitle: a\x08b\n---\n",
            (2, 9, "invalid-front-matter", "the front matter is not YAML: special characters"),
            id="control character",
        ),
        pytest.param(
            '---\ntitle: "\\UFFFFFFFF"\n---\n',
            (2, 1, "invalid-front-matter", "the front matter is not YAML"),
            id="escape beyond Unicode",
        ),
        pytest.param("---\n- a\n---\n", (2, 1, "invalid-front-matter", "the front matter is not a mapping"), id="list"),
        pytest.param(
            "---\ntitle: a\nTitle: b\n---\n",
            (3, 1, "invalid-front-matter", "the key title stands here again; it is on line 2 already"),
            id="repeated key",
        ),
        pytest.param(
            "---\ndate: 31.05.2024\n---\n",
            (2, 7, "invalid-front-matter", "the date '31.05.2024' is not a date like 2024-05-31"),
            id="date",
        ),
        pytest.param(
            "---\ndate: 2024-02-30\n---\n", (2, 7, "invalid-front-matter", "the date '2024-02-30'"), id="no such day"
        ),
    ],
)
def test_fault(data: bytes | str, expected: tuple[int, int, str, str]) -> None:
    *place, rule, message = expected
    assert [(*fault[:3], fault[3][: len(message)]) for fault in faults(data)] == [(*place, rule, message)]


def test_reading_goes_on_behind_broken_front_matter() -> None:
    page = read('---\ntitle: "x\n---\n\n5 людей\n')
    assert [passage.text.string for passage in page.passages] == ["5 людей"]


@pytest.mark.parametrize(
    "date",
    ["2024-05-31", "'2024-05-31'", "2024-05-31T23:59:00Z", "2024-05-31 12:30", "2024-05-31 12:30:00 +0300", "20240531"],
)
def test_date(date: str) -> None:
    page = read(f"---\ndate: {date}\n---\n")
    assert (page.date, page.faults) == (datetime.date(2024, 5, 31), ())


@pytest.mark.parametrize(
    ("front_matter", "title", "place"),
    [
        pytest.param("title: a: b".replace(": b", " — b # c"), "a — b", Position(2, 12), id="plain"),
        pytest.param("title: 'it''s b'", "it's b", Position(2, 15), id="single quotes"),
        pytest.param('title: "\\u0456\\t\\x41 b"', "і\tA b", Position(2, 22), id="double quotes"),
        pytest.param('title: "a\\\n  c b"', "ac b", Position(3, 5), id="escaped line end"),
        pytest.param("title:\n  a\n  c\n\n  b", "a c\nb", Position(6, 3), id="folded plain"),
        pytest.param("title: |\n  a\n    c\n  b\n", "a\n  c\nb", Position(5, 3), id="literal block"),
        pytest.param("title: >-\n  a\n  c\n  b", "a c b", Position(5, 3), id="folded block"),
        pytest.param("{title: a b}", "a b", Position(2, 11), id="flow mapping"),
        pytest.param("title: &x a b", "a b", Position(2, 13), id="anchor"),
        pytest.param("title: !!str a b", "a b", Position(2, 16), id="tag"),
        pytest.param('title: "\\ud800 b"', "\ufffd b", Position(2, 16), id="lone surrogate"),
    ],
)
def test_front_matter_value(front_matter: str, title: str, place: Position) -> None:
    (passage,) = read(f"---\n{front_matter}\n---\n").passages
    assert passage.text.string.rstrip("\n") == title
    assert passage.text.origin.start(title.index("b")) == place


@pytest.mark.parametrize(
    ("markdown", "string", "protected"),
    [
        pytest.param("**Азов**сталь", "Азовсталь", [], id="word broken by emphasis"),
        pytest.param("***a* b** _c_ ~~d~~", "a b c d", [], id="emphasis"),
        pytest.param("2 * 3 * 4, a_5_b, ~5", "2 * 3 * 4, a_5_b, ~5", [], id="marks that are text"),
        pytest.param('[a *b*](<c d> "e (f)") g', "a b g", [], id="link"),
        pytest.param("[a][r] [r] [x]\n\n[r]: /5 '6'", "a r [x]", [], id="link reference"),
        pytest.param("[![a](b)](c) d", "a d", [], id="image in a link"),
        pytest.param("![a [b] c](d) e", "a [b] c e", [], id="alternative text"),
        pytest.param("`` a`5 `` b`", "`` a`5 `` b`", ["`` a`5 ``"], id="code"),
        pytest.param("<https://a.b/5> and https://a.b/6.", None, ["<https://a.b/5>", "https://a.b/6"], id="URLs"),
        pytest.param("a<br>5 <b c='6'>d</b>", None, ["<br>", "<b c='6'>", "</b>"], id="tags"),
        pytest.param(
            "1&#160;279 &amp; &Auml; &x; &NotEqualTilde;", "1\u00a0279 & Ä &x; \u2242\u0338", [], id="entities"
        ),
        pytest.param("\\*a\\* \\q 5\\\nb", "*a* \\q 5\nb", [], id="escapes"),
        pytest.param("a  \n   b", "a\nb", [], id="hard break"),
        pytest.param("a[^1] b", None, ["[^1]"], id="footnote"),
    ],
)
def test_inline(markdown: str, string: str | None, protected: list[str]) -> None:
    (passage,) = read(markdown).passages
    text = passage.text
    assert text.string == (string or markdown)
    assert [text.string[span.start : span.end] for span in text.protected] == protected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("###### 5", "heading"),
        ("> - > 5", "quote"),
        ("> 1. - 5", "list-item"),
        ("\t5\n\n5", "paragraph"),
        ("- a\n\n  # 5", "heading"),
        ("> | a |\n> |---|\n> | 5 |", "table-cell"),
    ],
)
def test_kind_and_place(line: str, kind: str) -> None:
    passage = read(line).passages[-1]
    assert (passage.kind, passage.text.string) == (kind, "5")
    last = line.splitlines()[-1]
    assert passage.text.origin.start(0) == Position(line.count("\n") + 1, last.index("5") + 1)


@pytest.mark.parametrize("content", ["a", "[", "*a ", "> "])
def test_line_of_50_megabytes(content: str) -> None:
    page = read(f"# 5\n\n{content * (50_000_000 // len(content))}\n\n6\n")
    assert [passage.text.string for passage in page.passages] == ["5", "6"]
    assert [(fault.rule, fault.origin.start(0)) for fault in page.faults] == [("unreadable-file", Position(3, 1))]


def test_block_that_is_too_long() -> None:
    page = read("a" * 60_000 + "\n" + ("b" * 60_000 + "\n") * 20 + "\n6\n")
    assert [passage.text.string for passage in page.passages] == ["6"]
    assert [fault.message for fault in page.faults] == ["a block of more than 1,000,000 characters: it was not checked"]
