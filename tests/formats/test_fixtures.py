"""Every fixture is read as the file beside it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from termkit.formats import read_markdown, read_po
from termkit.model import Document, Fault, Locale, Page, Text

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("path", sorted({*FIXTURES.glob("*.po"), *FIXTURES.glob("*.md")}), ids=lambda path: path.name)
def test_fixture(path: Path) -> None:
    data = path.read_bytes()
    if path.suffix == ".po":
        reading = describe_document(read_po("x.po", data, source_locale=Locale("en"), locale=Locale("uk")))
    else:
        reading = describe_page(read_markdown("x.md", data, locale=Locale("uk")))
    expected = path.with_name(f"{path.name}.txt").read_text(encoding="utf-8")
    assert "".join(f"{line}\n" for line in reading) == expected


def describe_document(document: Document) -> Iterator[str]:
    for segment in document.segments:
        yield f"{segment.unit.id!r} {segment.state}"
        yield from describe("source", segment.source)
        yield from describe("target", segment.target)
        for comment in segment.comments:
            yield from describe(f"comment ({comment.locale})", comment)
    yield from map(describe_fault, document.faults)


def describe_page(page: Page) -> Iterator[str]:
    yield f"date {page.date}"
    for passage in page.passages:
        yield passage.id
        yield from describe(passage.kind, passage.text)
        for comment in passage.comments:
            yield from describe("comment", comment)
    yield from map(describe_fault, page.faults)


def describe(name: str, text: Text) -> Iterator[str]:
    """A text, its runs as line:column and what stands in them, and what is protected in it."""
    yield f"  {name}: {text.string!r}"
    ends = [run.offset for run in text.origin.runs[1:]] + [len(text.string)]
    for run, end in zip(text.origin.runs, ends, strict=True):
        width = "" if run.width == 1 else f" (each {run.width} wide)"
        yield f"    {run.line}:{run.column} {text.string[run.offset : end]!r}{width}"
    for span in text.protected:
        yield f"    protected {text.string[span.start : span.end]!r}"


def describe_fault(fault: Fault) -> str:
    line, column = fault.origin.start(0)
    return f"{line}:{column} {fault.rule}: {fault.message}"
