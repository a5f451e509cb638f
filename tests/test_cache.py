"""What is kept between runs."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from termkit import cache


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where things of the kind "kind" are kept."""
    monkeypatch.setattr("platformdirs.user_cache_path", tmp_path.joinpath)
    return tmp_path / "termkit" / "kind"


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def written(count: int, folder: Path) -> list[str]:
    """The keys of some things that were kept one after the other, as far as they still are."""
    for number in range(count):
        cache.write("kind", str(number), os.urandom(1000))
        for path in folder.iterdir():  # clocks tick slower than files are written
            os.utime(path, ns=(0, path.stat().st_mtime_ns - 10**9))
    return [str(number) for number in range(count) if cache.read("kind", str(number))]


@pytest.mark.parametrize("body", [b"", b"text\n\0\xff", bytes(100_000)], ids=["empty", "bytes", "long"])
def test_what_was_written_is_read(body: bytes) -> None:
    cache.write("kind", "key", body)
    assert cache.read("kind", "key") == body


def test_kinds_and_keys_are_apart() -> None:
    cache.write("kind", "key", b"1")
    assert (cache.read("kind", "other"), cache.read("other", "key")) == (None, None)
    cache.write("kind", "key", b"2")
    assert cache.read("kind", "key") == b"2"


@pytest.mark.parametrize("name", ["_code", "__version__"])
def test_other_code_reads_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write("kind", "key", b"body")
    monkeypatch.setattr(cache, name, lambda: "other")
    assert cache.read("kind", "key") is None


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda content: b"", id="empty"),
        pytest.param(lambda content: content[: len(content) // 2], id="cut"),
        pytest.param(lambda content: content[:-1] + bytes([content[-1] ^ 1]), id="changed"),
        pytest.param(lambda content: b"\xff" + content, id="longer"),
        pytest.param(lambda content: content.partition(b"\n")[2], id="without-checksum"),
    ],
)
def test_damaged_file_is_not_read(damage: Callable[[bytes], bytes], folder: Path) -> None:
    cache.write("kind", "key", b"body")
    path = only_file(folder)
    path.write_bytes(damage(path.read_bytes()))
    assert cache.read("kind", "key") is None


def test_file_with_a_checksum_that_cannot_be_unpacked_is_not_read(folder: Path) -> None:
    cache.write("kind", "key", b"body")
    only_file(folder).write_bytes(cache._checksum(b"no archive") + b"\nno archive")
    assert cache.read("kind", "key") is None


def test_folder_is_the_users_own(folder: Path) -> None:
    cache.write("kind", "key", b"body")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(only_file(folder).stat().st_mode) == 0o600


def test_folder_that_cannot_be_written_is_harmless(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("a file in the way")
    cache.write("kind", "key", b"body")
    assert cache.read("kind", "key") is None


def test_failed_write_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    cache.write("kind", "key", b"body")
    assert list(folder.iterdir()) == []


def test_oldest_files_go_when_they_are_many(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST_FILES", 3)
    assert written(5, folder) == ["2", "3", "4"]


def test_oldest_files_go_when_they_are_large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST_BYTES", 2500)
    monkeypatch.setattr(cache, "_NEWEST", 1)
    assert written(5, folder) == ["3", "4"]


def test_newest_files_stay_however_large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST_BYTES", 100)
    monkeypatch.setattr(cache, "_NEWEST", 3)
    assert written(5, folder) == ["2", "3", "4"]


def test_other_kinds_stay(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write("other", "key", b"body")
    monkeypatch.setattr(cache, "_MOST_FILES", 1)
    assert written(2, folder) == ["1"]
    assert cache.read("other", "key") == b"body"


def test_tables_that_were_written_are_read() -> None:
    cache.write_tables("kind", "key", {"one": [("б", "2"), ("a", "1")], "two": []})
    tables = cache.read_tables("kind", "key")
    assert tables
    assert [tables.get("one", key) for key in ("a", "б", "c")] == ["1", "2", None]
    assert (list(tables.items("one")), list(tables.items("two"))) == ([("a", "1"), ("б", "2")], [])


def test_other_keys_have_no_tables() -> None:
    cache.write_tables("kind", "key", {"one": []})
    assert (cache.read_tables("kind", "other"), cache.read_tables("other", "key")) == (None, None)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda content: b"", id="empty"),
        pytest.param(lambda content: content[: len(content) // 2], id="cut"),
        pytest.param(lambda content: content + content, id="longer"),
        pytest.param(lambda content: b"\xff" + content[1:], id="no-database"),
    ],
)
def test_damaged_tables_are_not_read(damage: Callable[[bytes], bytes], folder: Path) -> None:
    cache.write_tables("kind", "key", {"one": [(str(number), "x" * 100) for number in range(1000)]})
    path = only_file(folder)
    path.write_bytes(damage(path.read_bytes()))
    assert cache.read_tables("kind", "key") is None


def test_tables_whose_damage_shows_late_are_deleted(folder: Path) -> None:
    cache.write_tables("kind", "key", {"one": [(str(number), "x" * 100) for number in range(1000)]})
    path = only_file(folder)
    content = path.read_bytes()
    path.write_bytes(content[:8192] + b"\xff" * (len(content) - 12288) + content[-4096:])
    tables = cache.read_tables("kind", "key")
    assert tables
    with pytest.raises(cache.DamagedError):
        list(tables.items("one"))
    assert not path.exists()


def test_tables_that_cannot_be_written_leave_nothing(folder: Path) -> None:
    cache.write_tables("kind", "key", {"one": [("a", "1"), ("a", "2")]})
    assert list(folder.iterdir()) == []
