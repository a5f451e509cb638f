"""What holds of every format."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from termkit.cli import run
from termkit.exchange import FORMATS
from termkit.exchange.fields import LABELS
from termkit.model import Concept, Term

from .files import DE, UK, File, files

ROOT = Path(__file__).resolve().parent.parent.parent
EXPORTED = ROOT / "glossary" / "export"


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_of_the_termbase_makes_no_difference(concepts: list[Concept], name: str) -> None:
    assert files(concepts, name, (UK, DE)) == files(concepts[::-1], name, (UK, DE))


@pytest.mark.parametrize("name", FORMATS)
def test_fields_are_known_and_in_one_place(name: str) -> None:
    form = FORMATS[name]
    assert {*form.carries, *form.partly} <= {"id", "terms.term", *LABELS}
    assert not {*form.carries} & {*form.partly}


@pytest.mark.parametrize("name", FORMATS)
def test_every_concept_and_term_is_in_the_file_or_in_the_manifest(concepts: list[Concept], name: str) -> None:
    for file in files(concepts, name, (UK, DE)):
        for concept, term in _terms(concepts, file):
            if not {concept.id, f"{concept.id}/{term.locale}/{term.term}"} & file.left_out:
                assert _is_in(term, file), term


def _terms(concepts: list[Concept], file: File) -> list[tuple[Concept, Term]]:
    pairs = itertools.product(concepts, file.report["locales"])
    return [(concept, term) for concept, locale in pairs for term in concept.terms_in(locale)]


def _is_in(term: Term, file: File) -> bool:
    escaped = [term.term, term.term.replace('"', '""'), term.term.replace("\\", "\\\\").replace('"', '\\"')]
    return any(spelling in file.text for spelling in escaped)


def test_the_exports_in_the_repository_are_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    formats = sorted(path.name for path in EXPORTED.iterdir())
    assert run(["glossary", "export", *(f"--format={name}" for name in formats), "--output", str(tmp_path)]) == 0
    assert _contents(tmp_path) == _contents(EXPORTED), "run `make glossary`"


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_every_format_is_documented() -> None:
    page = (ROOT / "docs" / "glossary-export.md").read_text("utf-8")
    assert [name for name in FORMATS if f"| `{name}` |" not in page] == []
