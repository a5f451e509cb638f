"""The languages of a file are read as the locales of the project."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from termkit.cli import run
from termkit.importing import Reading, read_locales_as
from termkit.model import Locale

from .reading import propose, read, terms

TERMBASE = "- {id: place-lviv, kind: place, terms: {en: Lviv, uk: Львів, pt-BR: Lviv}}\n"


def _columns(header: str, *rows: str) -> Reading:
    return read("x.csv", "\n".join([header, *rows]))


def _read_as(reading: Reading, known: str, **wanted: str) -> list[dict[str, list[str]]]:
    pairs: Mapping[Locale, Locale] = {Locale(k.replace("_", "-")): Locale(v) for k, v in wanted.items()}
    read_locales_as(reading, [*map(Locale, known.split())], pairs)
    return terms(reading)


def test_a_language_of_a_country_is_that_of_the_termbase() -> None:
    reading = _columns("en-US,uk-UA", "Kyiv,Київ")
    assert _read_as(reading, "en uk") == [{"en": ["Kyiv"], "uk": ["Київ"]}]
    assert reading.notes == [
        "`en-US` was read as `en`, which the termbase has: --locale-map en-US=en-US keeps it apart",
        "`uk-UA` was read as `uk`, which the termbase has: --locale-map uk-UA=uk-UA keeps it apart",
    ]


@pytest.mark.parametrize(
    ("header", "known"),
    [
        ("en-US,de", "en en-US de"),  # it is known itself
        ("en-US,de", "en-GB de"),  # another country's
        ("en,de", "en-GB de"),
        ("en-US,en-GB", "en"),  # which of them?
        ("en-US,en", "en"),
        ("sr-Latn,de", "sr de"),  # another script
        ("zh-TW,de", "zh de"),
        ("zh-TW,de", "zh-Hans de"),
    ],
)
def test_what_may_be_another_language_is_kept_apart(header: str, known: str) -> None:
    reading = _columns(header, "A,B")
    before = terms(reading)
    assert _read_as(reading, known) == before
    assert reading.notes == []


def test_a_script_is_told_by_the_country() -> None:
    assert _read_as(_columns("zh-TW,de", "基輔,Kyjiw"), "zh-Hans zh-Hant de") == [
        {"zh-Hant": ["基輔"], "de": ["Kyjiw"]}
    ]


def test_a_map_says_which_locale_is_which() -> None:
    reading = _columns("en-GB,en-US,note", "colour,color,One.", "Kyiv,Kyiv,", ",drone,")
    assert _read_as(reading, "de", en_GB="en", en_US="en") == [
        {"en": ["colour", "color"]},
        {"en": ["Kyiv"]},
        {"en": ["drone"]},
    ]
    assert reading.notes == []
    first, second, third = propose(reading).new
    assert first["terms"] == {"en": [{"term": "colour"}, {"term": "color", "status": "admitted"}]}
    assert first["note_translators"] == {"en": "note: One."}
    assert second["terms"] == {"en": [{"term": "Kyiv"}]}
    assert third["terms"] == {"en": [{"term": "drone"}]}


def test_a_map_keeps_a_language_apart() -> None:
    assert _read_as(_columns("en-US,uk", "Kyiv,Київ"), "en uk", en_US="en-US") == [{"en-US": ["Kyiv"], "uk": ["Київ"]}]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "places.yaml").write_text(TERMBASE, "utf-8")
    (tmp_path / "termkit.toml").write_text('glossary = ["glossary"]\n', "utf-8")
    (tmp_path / "x.csv").write_text("en-US,uk,pt\nLviv,Львів,Leópolis\n", "utf-8")
    return tmp_path


def test_the_command_says_what_it_read_as_what(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["glossary", "import", "x.csv"]) == 0
    printed = capsys.readouterr().out
    assert "To be known\n  `en-US` was read as `en`, which the termbase has" in printed
    assert "place-lviv, pt: a further term, {term: Leópolis}" in printed
    assert "en-US:" not in printed
    assert run(["glossary", "import", "x.csv", "--locale-map", "pt=pt-BR", "--locale-map", "en-US=en-US"]) == 1
    printed = capsys.readouterr().out
    assert "place-lviv, en-US: a further term, {term: Lviv}" in printed
    assert "place-lviv, pt-BR: the termbase has “Lviv”, the file “Leópolis” as the preferred term" in printed


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("de=en", "--locale-map: nothing in the file is in `de`; it has en-US, pt, uk"),
        ("en-US", "`en-US` has no equals sign: write it like en-US=en"),
        ("en-US=xx", "`xx` is no language tag known to CLDR"),
    ],
)
def test_a_map_that_cannot_be(project: Path, capsys: pytest.CaptureFixture[str], value: str, message: str) -> None:
    assert run(["glossary", "import", "x.csv", "--locale-map", value]) == 2
    assert message in capsys.readouterr().err
