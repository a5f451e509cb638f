"""What is kept of a termbase between runs."""

import os
from pathlib import Path
from typing import Any

import pytest

from termkit.termbase import Termbase, TermbaseError, load_termbase, loader, parallel

TEXT = """\
- id: place-kyiv
  kind: place
  definition: {en: A city.}
  source: [a, b]
  updated: 2026-11-22
  related: {type: near, target: place-kyiv}
  terms:
    en: [Kyiv, {term: Kiev, status: forbidden, type: variant, replace_with: Kyiv, except: chicken Kiev}]
    uk: {term: Київ, forms: {gen: Києва}, valid: {from: 1991-08-24, to: 2100-01-01}}
"""


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    path = tmp_path / "glossary" / "places.yaml"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """One item for each time that files are parsed."""
    calls: list[object] = []
    parse = parallel.read_packed

    def counting(*args: Any) -> Any:
        calls.append(args)
        return parse(*args)

    monkeypatch.setattr(loader, "read_packed", counting)
    return calls


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_cached_termbase_is_the_same(glossary: Path, parsed: list[object]) -> None:
    first = load_termbase([glossary])
    assert load_termbase([glossary]) == first
    assert len(parsed) == 1


def test_cache_knows_content_and_not_paths(glossary: Path, parsed: list[object]) -> None:
    first = load_termbase([glossary.parent])
    moved = glossary.rename(glossary.with_name("names.yaml"))
    os.utime(moved, (0, 0))
    assert load_termbase([moved]) == first
    assert len(parsed) == 1


def test_files_that_have_not_changed_are_not_read(glossary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = glossary.stat()
    monkeypatch.setattr("time.time_ns", lambda: state.st_ctime_ns + 10**9)
    first = load_termbase([glossary])
    monkeypatch.setattr(loader, "read_termbase", None)
    assert load_termbase([glossary]) == first


def test_file_that_has_just_changed_is_read(glossary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Written once more within a tick of the clock, it would look the same."""
    state = glossary.stat()
    monkeypatch.setattr("time.time_ns", lambda: state.st_ctime_ns + 10**6)
    load_termbase([glossary])
    monkeypatch.setattr(loader, "read_termbase", None)
    with pytest.raises(TypeError):
        load_termbase([glossary])


def test_kept_concepts_are_made_when_they_are_asked_for(glossary: Path) -> None:
    first = load_termbase([glossary]).concepts
    kept = load_termbase([glossary]).concepts
    assert ("place-kyiv" in kept, "place-lviv" in kept, kept.get("place-lviv")) == (True, False, None)
    assert kept["place-kyiv"] == first["place-kyiv"]
    assert (list(kept), len(kept), bool(kept)) == (["place-kyiv"], 1, True)
    assert kept["place-kyiv"].referred_by == (("near", "place-kyiv"),)


def test_changed_file_is_read_again(glossary: Path) -> None:
    first = load_termbase([glossary])
    glossary.write_text(TEXT.replace("Києва", "Києву"), encoding="utf-8")
    second = load_termbase([glossary])
    assert (first.digest == second.digest, first == second) == (False, False)


def test_fault_is_found_again_each_time(glossary: Path, cache_folder: Path) -> None:
    glossary.write_text("- {}", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(TermbaseError):
            load_termbase([glossary])
    assert not cache_folder.exists()


def test_missing_path_beside_cached_files_is_a_fault(glossary: Path) -> None:
    load_termbase([glossary])
    with pytest.raises(TermbaseError):
        load_termbase([glossary, glossary.with_name("nowhere")])


def test_without_cache_nothing_is_kept(glossary: Path, cache_folder: Path, parsed: list[object]) -> None:
    assert load_termbase([glossary], cache=False) == load_termbase([glossary], cache=False)
    assert len(parsed) == 2
    assert not cache_folder.exists()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda content: b"", id="empty"),
        pytest.param(lambda content: content[: len(content) // 2], id="cut"),
        pytest.param(lambda content: b"\xff" + content, id="longer"),
        pytest.param(lambda content: b"\xff" + content[1:], id="no-database"),
    ],
)
def test_damaged_cache_is_written_again(damage: Any, glossary: Path, cache_folder: Path, parsed: list[object]) -> None:
    first = load_termbase([glossary])
    path = only_file(cache_folder)
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert load_termbase([glossary]) == first
    assert len(parsed) == 2
    assert only_file(cache_folder).read_bytes() == whole


def test_folder_that_cannot_be_written_is_harmless(glossary: Path, cache_folder: Path) -> None:
    cache_folder.parent.mkdir(parents=True)
    cache_folder.write_text("a file in the way")
    assert isinstance(load_termbase([glossary]), Termbase)
