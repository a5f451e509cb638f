"""`termkit.Termbase`, as programs use it."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import termkit
from termkit.termbase import Termbase, TermbaseError, load_termbase

ROOT = Path(__file__).resolve().parents[2]

_GLOSSARY = """
- id: place-kyiv
  kind: place
  terms:
    uk: [{term: Київ, forms: {gen: [Києва]}}, {term: Кия, type: variant, status: admitted}]
    en: Kyiv
- {id: place-x, kind: place, terms: {uk: Знам'янка, pt: Nova York}}
- {id: person-y, kind: person, terms: {cs: Kyiv}}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "x.yaml"
    path.write_text(_GLOSSARY, encoding="utf-8")
    return path


def test_the_class_of_the_package_is_the_only_one() -> None:
    assert termkit.Termbase is Termbase


def test_no_other_name_is_made_up() -> None:
    name = "Termbse"
    with pytest.raises(AttributeError, match="no attribute 'Termbse'"):
        getattr(termkit, name)


def test_import_of_the_package_reads_nothing_else_in() -> None:
    script = (
        "import sys, termkit; print(*(name for name in sys.modules if name.startswith('termkit.') or name == 'yaml'))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


def test_load_is_what_load_termbase_reads(path: Path) -> None:
    termbase = Termbase.load(str(path), cache=False)
    assert termbase == load_termbase([path])
    assert [concept.id for concept in termbase] == ["place-kyiv", "place-x", "person-y"]
    assert len(termbase) == 3


def test_load_of_faults(path: Path) -> None:
    with pytest.raises(TermbaseError, match="taken by"):
        Termbase.load(path, _copy(path))


def _copy(path: Path) -> Path:
    copy = path.with_name("y.yaml")
    copy.write_bytes(path.read_bytes())
    return copy


@pytest.mark.parametrize(
    ("form", "locale", "expected"),
    [
        pytest.param("Kyiv", None, ["place-kyiv", "person-y"], id="all-locales"),
        pytest.param("Kyiv", "en", ["place-kyiv"], id="one-locale"),
        pytest.param("Києва", "uk", ["place-kyiv"], id="listed-form"),
        pytest.param("КИЄВА", "uk", ["place-kyiv"], id="capitals"),
        pytest.param("Знам\u02bcянка", "uk", ["place-x"], id="apostrophe"),
        pytest.param("Nova\u00a0York", "pt-BR", ["place-x"], id="space-and-variant"),
        pytest.param("Києвом", "uk", [], id="form-that-is-not-listed"),
        pytest.param("Києва", "en", [], id="other-locale"),
        pytest.param("", None, [], id="nothing"),
    ],
)
def test_lookup(path: Path, form: str, locale: str | None, expected: list[str]) -> None:
    assert [concept.id for concept in Termbase.load(path).lookup(form, locale)] == expected


def test_lookup_in_a_locale_that_there_is_not(path: Path) -> None:
    with pytest.raises(ValueError, match="xx-nowhere"):
        Termbase.load(path).lookup("Київ", "xx-nowhere")


def test_examples_of_the_page_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(ROOT / "docs" / "python-api.md"), module_relative=False, encoding="utf-8")
    assert result.attempted > 10
    assert result.failed == 0
