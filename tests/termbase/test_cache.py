"""What is kept of a termbase between runs."""

import os
from pathlib import Path
from typing import Any

import pytest

from termkit.termbase import Termbase, TermbaseError, load_termbase, loader

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
    parse = loader._parse

    def counting(*args: Any) -> Any:
        calls.append(args)
        return parse(*args)

    monkeypatch.setattr(loader, "_parse", counting)
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
        pytest.param(lambda content: content[:-1] + bytes([content[-1] ^ 1]), id="changed"),
        pytest.param(lambda content: b"\xff" + content, id="not-text"),
        pytest.param(lambda content: content.partition(b"\n")[2], id="without-checksum"),
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
