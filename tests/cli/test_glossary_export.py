"""`termkit glossary export`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from termkit.exchange import FORMATS

from .project import Termkit, Write

GLOSSARY = """
- id: place-kyiv
  kind: place
  terms: {en: Kyiv, uk: Київ, de: Kyjiw}
- id: place-lviv
  kind: place
  terms: {en: Lviv, uk: Львів}
"""


@pytest.fixture(autouse=True)
def glossary(write: Write) -> Path:
    write("termkit.toml", "")
    return write("glossary/places.yaml", GLOSSARY)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_one_format_and_locale(termkit: Termkit, project: Path) -> None:
    result = termkit("glossary", "export", "--format", "po", "--locale", "uk", "--output", "out")
    assert result == (0, "out/po/uk.po  2 concepts\n", "")
    assert sorted(_files(project / "out")) == ["po/manifest.json", "po/uk.po"]


def test_every_format_and_locale_twice_over(termkit: Termkit, project: Path) -> None:
    for folder in ("out", "again"):
        assert termkit("glossary", "export", "--output", folder).code == 0
    files = _files(project / "out")
    assert files == _files(project / "again")
    assert {name.split("/")[0] for name in files} == set(FORMATS)
    assert {"po/uk.po", "po/de.po", "tbx-basic/glossary.tbx"} <= files.keys()


def test_the_exports_are_no_part_of_the_termbase(termkit: Termkit, project: Path) -> None:
    assert termkit("glossary", "export", "--output", "glossary/export").code == 0
    before = _files(project / "glossary")
    assert termkit("glossary", "export", "--output", "glossary/export").code == 0
    assert _files(project / "glossary") == before


def test_what_is_left_out_is_counted_and_listed(termkit: Termkit, project: Path) -> None:
    result = termkit("glossary", "export", "--format", "deepl", "--locale", "de", "--output", "out")
    assert result.out == "out/deepl/de.csv  1 concepts  1 left out\n"
    manifest = json.loads((project / "out/deepl/manifest.json").read_text("utf-8"))
    assert manifest["files"]["de.csv"]["left_out"] == {"it has no term in de": ["place-lviv"]}
    assert manifest["files"]["de.csv"]["dropped"] == {"id": 1, "kind": 1}


def test_the_manifest_keeps_the_locales_that_were_written_before(termkit: Termkit, project: Path) -> None:
    for locale in ("uk", "de"):
        termkit("glossary", "export", "--format", "po", "--locale", locale, "--output", "out")
    manifest = json.loads((project / "out/po/manifest.json").read_text("utf-8"))
    assert list(manifest["files"]) == ["de.po", "uk.po"]


def test_the_file_of_a_locale_that_is_gone_is_deleted(termkit: Termkit, project: Path, write: Write) -> None:
    termkit("glossary", "export", "--format", "po", "--output", "out")
    (project / "out/po/own.po").write_text("a file that termkit did not write")
    write("glossary/places.yaml", GLOSSARY.replace(", de: Kyjiw", ""))
    termkit("glossary", "export", "--format", "po", "--output", "out")
    assert sorted(_files(project / "out")) == ["po/manifest.json", "po/own.po", "po/uk.po"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--format", "tmx"), "'tmx' is not one of"),
        (("--locale", "ja"), "no terms in `ja`; it has de, en, uk"),
        (("--locale", "ua"), "did you mean `uk`?"),
        (("--locale", "en"), "`en` is the locale that is translated from"),
        (("--source-locale", "fr"), "no terms in `fr`"),
        (("--format", "po", "--bom"), "--bom is for spreadsheets"),
        (("--output", "termkit.toml"), "is a file"),
        (("--output", "glossary/places.yaml/x"), "can't make the folder"),
    ],
    ids=["format", "locale", "no-locale", "source", "source-locale", "bom", "file", "folder-in-a-file"],
)
def test_wrong_usage(termkit: Termkit, arguments: tuple[str, ...], message: str) -> None:
    result = termkit("glossary", "export", "--output", "out", *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_without_a_termbase(termkit: Termkit, glossary: Path) -> None:
    glossary.unlink()
    glossary.parent.rmdir()
    result = termkit("glossary", "export", "--output", "out")
    assert result.code == 2
    assert "no termbase" in result.err


def test_from_another_locale(termkit: Termkit, project: Path) -> None:
    termkit("glossary", "export", "--format", "google", "--source-locale", "uk", "--output", "out")
    assert _files(project / "out")["google/en.csv"].decode() == "Київ,Kyiv\nЛьвів,Lviv\n"


def test_byte_order_mark(termkit: Termkit, project: Path) -> None:
    termkit("glossary", "export", "--format", "csv", "--bom", "--output", "out")
    assert _files(project / "out")["csv/glossary.csv"].startswith(b"\xef\xbb\xbfid,")
