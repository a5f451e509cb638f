"""`termkit glossary import`, and that what was exported comes back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from termkit.cli import run
from termkit.model import Concept, Term

from .reading import load

GLOSSARY = """\
- id: place-kyiv   # a comment
  kind: place
  definition: {en: Capital of Ukraine., uk: "Столиця <України> & \\"місто\\""}
  source: [House style, {text: KMU 55/2010, url: "https://example.org/55"}]
  updated: 2026-11-22
  note_translators:
    en: |
      Two lines,
        the second indented.
  related: [{type: located-in, target: place-ukraine}]
  terms:
    en:
      - {term: Kyiv, transliteration: {system: uk-Latn-kmu2010, of: Київ}, note: "a; b | c \\\\ d"}
      - {term: Kiev, status: forbidden, replace_with: Kyiv, reason: Russian-based., except: [chicken Kiev, a|b]}
      - {term: Kyivan, type: demonym, status: admitted}
    uk:
      - {term: Київ, gender: masculine, number: singular, forms: {gen: Києва, dat: [Києву, Києвові], other: Києве}}
      - {term: Кіїв, status: deprecated, replace_with: Київ}
      - {term: київський, type: adjective, status: admitted, case: sensitive}
- id: place-ukraine
  kind: place
  terms: {en: Ukraine, uk: {term: Україна, gender: feminine}}
- id: term-bracket
  kind: term
  status: draft
  terms:
    en: [{term: "=say \\"hi\\"\\\\n"}, {term: "-ism", type: phrase}]
    uk: [{term: "@скажи, \\"гей\\"; так", indeclinable: true, ambiguous: true}]
- id: person-a
  kind: person
  sex: female
  terms:
    en: [Ann Kyiv, {term: Kyiv, type: surname, status: admitted, ambiguous: true}]
    uk: [Ганна Київ, {term: Київ, type: surname, status: admitted, indeclinable: true}]
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "all.yaml").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "termkit.toml").write_text('glossary = ["glossary"]\n', encoding="utf-8")
    (tmp_path / "empty").mkdir()
    return tmp_path


EXPORTS = {
    "po": "uk.po",
    "tbx-v2": "uk.tbx",
    "tbx-basic": "glossary.tbx",
    "tbx-linguist": "glossary.tbx",
    "csv": "glossary.csv",
    "weblate-csv": "uk.csv",
}


@pytest.fixture
def exported(project: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(["glossary", "export", "--output", "exports"]) == 0
    capsys.readouterr()
    return project / "exports"


@pytest.mark.parametrize(("form", "name"), EXPORTS.items(), ids=EXPORTS)
def test_an_export_changes_nothing(form: str, name: str, exported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = exported / form / name
    assert run(["glossary", "import", str(file), "--apply"]) == 0, capsys.readouterr().out
    assert (exported.parent / "glossary" / "all.yaml").read_text(encoding="utf-8") == GLOSSARY


def test_what_an_editor_saves_is_our_file_still(exported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Poedit gives its own name and day, and drops the flags that gettext does not know."""
    file = exported / "po" / "uk.po"
    text = file.read_text(encoding="utf-8").replace("X-Generator: termkit", "X-Generator: Poedit 3.2.2")
    text = re.sub("(?m)^#, (terminology|forbidden)\n", "", text).replace("00:00+0000", "12:00+0200")
    file.write_text(text.replace('msgstr "київський"', 'msgstr "київський-то"'), encoding="utf-8")
    assert run(["glossary", "import", str(file), "--apply"]) == 0, capsys.readouterr().out
    changed = (exported.parent / "glossary" / "all.yaml").read_text(encoding="utf-8")
    new = "      - {term: київський-то, status: admitted, type: adjective, case: sensitive}\n"
    assert set(changed.splitlines(keepends=True)) - set(GLOSSARY.splitlines(keepends=True)) == {new}


def _plain(concept: Concept, *, whole: bool) -> tuple[object, ...]:
    """A concept in any order; without the term that has no counterpart where it need not be whole."""

    def terms(found: tuple[Term, ...]) -> list[str]:
        return sorted(repr(term) for term in found if whole or term.term != "Kyivan")

    texts = {tag: text.strip() for tag, text in concept.note_translators.items()}
    return (
        *(concept.kind, concept.status, concept.sex, concept.source, concept.updated, concept.related, texts),
        dict(concept.definition),
        {locale: terms(found) for locale, found in concept.terms.items()},
    )


def test_what_a_translator_puts_into_our_file_is_a_proposal(exported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = exported / "po" / "uk.po"
    entry = '\nmsgctxt "place-odesa"\nmsgid "Odesa"\nmsgstr "Одеса"\n'
    file.write_text(file.read_text(encoding="utf-8") + entry, encoding="utf-8")
    assert run(["glossary", "import", str(file), "--apply"]) == 0, capsys.readouterr()
    text = (exported.parent / "glossary" / "all.yaml").read_text(encoding="utf-8")
    new = "- id: place-odesa\n  kind: place\n  status: proposed\n  terms:\n    en: Odesa\n    uk: Одеса\n"
    assert text == f"{GLOSSARY}\n{new}"


@pytest.mark.parametrize("form", ["tbx-basic", "tbx-linguist", "csv", "po", "tbx-v2"])
def test_an_export_comes_back_whole(form: str, exported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = exported / form / EXPORTS[form]
    assert run(["glossary", "import", str(file), "--glossary", "empty", "--apply"]) == 0, capsys.readouterr()
    before, after = load(exported.parent / "glossary"), load(exported.parent / "empty")
    whole = form not in ("po", "tbx-v2")
    if form == "tbx-v2":  # it has no drafts
        before = {key: concept for key, concept in before.items() if concept.status != "draft"}
    assert {key: _plain(concept, whole=whole) for key, concept in after.items()} == {
        key: _plain(concept, whole=whole) for key, concept in before.items()
    }


def test_nothing_is_written_without_apply(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "uk.csv").write_text("source,target\nRome,Рим\nKyiv,Киів\n", encoding="utf-8")
    assert run(["glossary", "import", "uk.csv", "--kind", "place", "--proposal", "proposal.yaml"]) == 1
    out = capsys.readouterr().out
    assert "1 new entries, 0 changed" in out
    assert "  place-rome: en Rome; uk Рим\n" in out
    assert "+- id: place-rome\n" in out
    assert "uk.csv:3: " in out
    assert (project / "glossary" / "all.yaml").read_text(encoding="utf-8") == GLOSSARY
    assert (
        (project / "proposal.yaml")
        .read_text(encoding="utf-8")
        .startswith("new:\n  - id: place-rome\n    kind: place\n    status: proposed\n    terms:\n      en: Rome\n")
    )


def test_apply_writes_and_a_second_time_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "uk.csv").write_text("source,target\nRome,Рим\n", encoding="utf-8")
    for _ in range(2):
        assert run(["glossary", "import", "uk.csv", "--kind", "place", "--apply"]) == 0
    text = (project / "glossary" / "all.yaml").read_text(encoding="utf-8")
    assert text.startswith(GLOSSARY)
    assert text.count("place-rome") == 1
    assert "written: glossary/all.yaml" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.tbx", "<tbx>\n</a>", "x.tbx:2: not well-formed XML"),
        ("x.docx", "", "x.docx:1: of which format?"),
        ("my.csv", "a,b,c\n", "my.csv:1: the columns are not known"),
    ],
)
def test_faults_are_messages(
    name: str, content: str, message: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / name).write_text(content, encoding="utf-8")
    assert run(["glossary", "import", name]) == 2
    assert capsys.readouterr().err.startswith(message)


def test_a_faulty_termbase_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "uk.csv").write_text("source,target\nRome,Рим\n", encoding="utf-8")
    (project / "glossary" / "all.yaml").write_text("- id: X\n", encoding="utf-8")
    assert run(["glossary", "import", "uk.csv"]) == 2
    assert "all.yaml:1:" in capsys.readouterr().err
