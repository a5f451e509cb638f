"""Which files make a termbase, and what is said of those that cannot be read."""

import os
from pathlib import Path

import pytest

from termkit.termbase import TermbaseError, TermbaseFault, load_termbase


def write(path: Path, *ids: str, extra: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"- {{id: {name}, kind: place, terms: {{en: X}}}}\n" for name in ids) + extra)
    return path


def faults_of(*paths: Path) -> tuple[TermbaseFault, ...]:
    with pytest.raises(TermbaseError) as caught:
        load_termbase(paths)
    return caught.value.faults


def unreadable(path: Path, line: int, column: int, message: str) -> tuple[TermbaseFault]:
    return (TermbaseFault(str(path), line, column, message, "invalid-yaml"),)


def test_files_of_a_folder_in_order(tmp_path: Path) -> None:
    write(tmp_path / "b.yaml", "b")
    write(tmp_path / "a.yml", "a2", "a1")
    write(tmp_path / "people" / "c.yaml", "c")
    for left_out in (".hidden.yaml", ".git/x.yaml", "export/x.yaml", "people/export/x.yaml", "notes.txt", "x.yaml.bak"):
        write(tmp_path / left_out, extra="}")
    assert list(load_termbase([tmp_path]).concepts) == ["a2", "a1", "b", "c"]


def test_file_given_by_itself_needs_no_suffix(tmp_path: Path) -> None:
    assert list(load_termbase([write(tmp_path / "export" / ".names", "a")]).concepts) == ["a"]


def test_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", "a")
    (tmp_path / "link.yaml").symlink_to(path)
    assert list(load_termbase([tmp_path, path, tmp_path]).concepts) == ["a"]


def test_no_paths_are_an_empty_termbase() -> None:
    assert load_termbase([]).concepts == {}


def test_links_that_go_round(tmp_path: Path) -> None:
    write(tmp_path / "sub" / "a.yaml", "a")
    (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert list(load_termbase([tmp_path]).concepts) == ["a"]


def test_link_to_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.symlink_to(path)
    (fault,) = faults_of(tmp_path)
    assert fault.path == str(path)
    assert fault.message.startswith("cannot be read (")


def test_path_that_does_not_exist(tmp_path: Path) -> None:
    path = tmp_path / "nowhere"
    assert faults_of(path) == unreadable(path, 1, 1, "no such file or folder: correct the path")


def test_folder_without_glossary_files(tmp_path: Path) -> None:
    write(tmp_path / "export" / "a.yaml", "a")
    assert faults_of(tmp_path) == unreadable(
        tmp_path, 1, 1, "no *.yaml file in this folder: add one or correct the path"
    )


def test_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    os.mkfifo(path)
    assert faults_of(path) == unreadable(
        path, 1, 1, "cannot be read (it is no file): correct the path or the permissions"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", "a")
    path.chmod(0)
    assert faults_of(path) == unreadable(
        path, 1, 1, "cannot be read (Permission denied): correct the path or the permissions"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_folder_without_permission(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", "a")
    write(tmp_path / "sub" / "b.yaml", "b").parent.chmod(0)
    try:
        faults = faults_of(tmp_path)
    finally:
        (tmp_path / "sub").chmod(0o700)
    assert [fault.message for fault in faults] == [
        "cannot be read (Permission denied): correct the path or the permissions"
    ]


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        pytest.param(b"# a\n# \xd0\x9a\xd0\xb8\xd1 \n", 2, 5, id="cut-character"),
        pytest.param("# Київ\n".encode("cp1251"), 1, 3, id="windows-1251"),
        pytest.param("- id: a\n".encode("utf-16"), 1, 1, id="utf-16"),
        pytest.param(b"\xef\xbb\xbf# a\r\n\xff", 2, 1, id="behind-byte-order-mark"),
    ],
)
def test_file_that_is_not_utf8(content: bytes, line: int, column: int, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(content)
    assert faults_of(path) == unreadable(path, line, column, "not UTF-8 text: save the file in the encoding UTF-8")


def test_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"PK\x03\x04\x00")
    message = "the control character U+0003 cannot stand in a text file: delete it"
    assert faults_of(path) == unreadable(path, 1, 3, message)


def test_all_faults_of_all_files(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    a = write(tmp_path / "a.yaml", "place-a", extra="- {id: B, kind: city, terms: {ua: X}}\n")
    b = write(tmp_path / "b.yaml", "place-b", "place-a", extra="- {id: place-c\n")
    faults = faults_of(missing, tmp_path)
    assert [(fault.path, fault.line, fault.column) for fault in faults] == [
        (str(missing), 1, 1),
        (str(a), 2, 8),
        (str(a), 2, 17),
        (str(a), 2, 31),
        (str(b), 2, 8),
        (str(b), 4, 1),
    ]
    assert faults[4].message == f"the id `place-a` is taken by {a}:1: an id names one concept"


def test_error_reads_as_one_line_a_fault(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", extra="- {id: a, kind: place}\n- {id: b, kind: place}\n")
    with pytest.raises(TermbaseError) as caught:
        load_termbase([path])
    assert str(caught.value) == (
        f"{path}:1:3: a concept entry without `terms`: add it\n{path}:2:3: a concept entry without `terms`: add it"
    )


def test_relations_are_not_judged_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    entry = "- {id: a, kind: place, related: {type: near, target: b}, terms: {en: X}}\n"
    write(tmp_path / "a.yaml", extra=entry)
    broken = write(tmp_path / "b.yaml", extra="- {id: b\n")
    assert [fault.path for fault in faults_of(tmp_path)] == [str(broken)]
    write(broken, "b")
    assert list(load_termbase([tmp_path]).concepts) == ["a", "b"]
