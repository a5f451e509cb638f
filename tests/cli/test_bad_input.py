"""Whatever is given to termkit: a clear message or a finding, the exit code of the contract, never a traceback."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from .project import HEADER, RIGHT, WRONG, Termkit, Write, message

PLACE = ("number-mismatch", "locales/uk/x.po", 7, 28)


@pytest.mark.parametrize(
    ("content", "rules"),
    [
        (b"", {"invalid-header"}),
        (HEADER.encode() + b'msgid "2 men"\nmsgst', {"syntax-error"}),
        (HEADER.encode() + b'msgid "2 men\nmsgstr "2"\n', {"syntax-error"}),
        ((HEADER + RIGHT + RIGHT).encode(), {"duplicate-message"}),
        (RIGHT.encode(), {"invalid-header"}),
        (HEADER.replace("UTF-8", "KOI-99").encode() + RIGHT.encode(), {"invalid-header"}),
        (HEADER.encode() + RIGHT.encode("cp1251"), {"unreadable-file"}),
        (b"\xef\xbb\xbf" + (HEADER + RIGHT).encode(), set()),
        ((HEADER + RIGHT).replace("\n", "\r\n").encode(), set()),
        ((HEADER + RIGHT).encode() + b"\0", {"unreadable-file"}),
        (bytes(range(256)) * 40, {"unreadable-file"}),
        ((HEADER + RIGHT).encode("utf-16"), {"unreadable-file"}),
        (HEADER.replace("Language: uk", "Language: ua").encode() + RIGHT.encode(), {"invalid-header"}),
    ],
    ids=[
        "empty", "truncated", "unbalanced-quotes", "duplicate-message", "no-header", "unknown-charset", "wrong-charset",
        "bom", "crlf", "nul", "binary", "utf-16", "locale-unknown-to-cldr",
    ],
)  # fmt: skip
def test_broken_po_is_a_finding(check: Termkit, write: Write, content: bytes, rules: set[str]) -> None:
    write("locales/uk/x.po", content)
    result = check("locales")
    assert result.err == ""
    assert set(result.rules) == rules
    assert result.code == bool(rules)


@pytest.mark.parametrize(
    ("content", "rules"),
    [
        (b"", ["paragraph-missing"]),
        (b"\xff\xfe\x00", ["unreadable-file"]),
        (b"text\0text", ["unreadable-file"]),
        ("\ufeffДодому повернулися 1279 людей.\r\n".encode(), []),
        ("---\ntitle: [\n---\n\nДодому повернулися 1279 людей.\n".encode(), ["invalid-front-matter"]),
    ],
    ids=["empty", "binary", "nul", "bom-crlf", "front-matter-not-yaml"],
)
def test_broken_markdown_is_a_finding(check: Termkit, write: Write, content: bytes, rules: list[str]) -> None:
    write("locales/en/x.md", "1,279 people came home.\n")
    write("locales/uk/x.md", content)
    result = check("locales")
    assert result.err == ""
    assert result.rules == rules
    assert result.code == bool(rules)


def test_broken_source_article_is_said_of_each_translation(check: Termkit, write: Write) -> None:
    write("locales/en/x.md", b"text\0text")
    for locale in ("pl", "uk"):
        write(f"locales/{locale}/x.md", "2\n")
    findings = check("locales").findings
    assert [(f["rule"], f["locale"]) for f in findings] == [("source-missing", "pl"), ("source-missing", "uk")]
    assert "NUL byte" in findings[0]["message"]


def test_binary_po_in_no_locale_is_a_finding(check: Termkit, write: Write) -> None:
    write("x.po", bytes(range(256)))
    assert check("x.po").rules == ["unreadable-file"]


def test_a_fault_hides_no_other_finding(check: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + WRONG + 'msgid "broken\nmsgstr ""\n\n' + message("4 men", "5 чоловіків"))
    result = check("locales")
    assert result.rules[0] == "number-mismatch"
    assert result.rules[-1] == "number-mismatch"
    assert "syntax-error" in result.rules


def test_header_names_a_locale_unknown_to_cldr(check: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER.replace("Language: uk", "Language: ua") + WRONG)
    result = check("locales")
    assert result.places == [("invalid-header", "locales/uk/x.po", 3, 2), PLACE]
    assert "did you mean `uk`?" in result.findings[0]["message"]


@pytest.mark.parametrize("path", ["none.po", "none/", "none/x.md"])
def test_path_that_does_not_exist(termkit: Termkit, path: str) -> None:
    assert termkit("check", path) == (2, "", f"termkit: {path}: does not exist\n")


def test_file_of_another_format(termkit: Termkit, write: Write) -> None:
    write("x.docx", b"PK")
    result = termkit("check", "x.docx")
    assert result.code == 2
    assert "it reads .po, .md" in result.err


def test_folder_with_nothing_to_check(termkit: Termkit, project: Path) -> None:
    (project / "locales").mkdir()
    result = termkit("check", "locales")
    assert result.code == 2
    assert result.err.startswith("termkit: locales: nothing to check")


def test_folder_without_source_articles(check: Termkit, write: Write) -> None:
    write("locales/uk/x.md", "Дві.\n")
    assert check("locales/uk").rules == ["source-missing"]


def test_links_in_a_circle(check: Termkit, write: Write, project: Path) -> None:
    write("locales/uk/x.po", HEADER + WRONG)
    (project / "locales/uk/again").symlink_to(project / "locales")
    (project / "locales/uk/y.po").symlink_to("y.po")
    (project / "locales/uk/z.md").symlink_to("nowhere.md")
    result = check("locales")
    assert result.places == [
        PLACE,
        ("unreadable-file", "locales/uk/y.po", 1, 1),
        ("unreadable-file", "locales/uk/z.md", 1, 1),
    ]


def test_link_that_leads_nowhere_given_by_name(termkit: Termkit, project: Path) -> None:
    (project / "x.po").symlink_to("nowhere.po")
    result = termkit("check", "x.po")
    assert result.code == 2
    assert result.err.startswith("termkit: x.po: can't be opened")


def test_named_pipe_is_not_waited_for(check: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + WRONG)
    os.mkfifo("locales/uk/pipe.po")
    assert check("locales").places == [("unreadable-file", "locales/uk/pipe.po", 1, 1), PLACE]


@pytest.fixture
def forbidden(write: Write) -> Iterator[None]:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    file, folder = write("locales/uk/no.po", HEADER), write("locales/uk/secret/x.po", HEADER).parent
    file.chmod(0)
    folder.chmod(0)
    yield
    folder.chmod(0o700)


@pytest.mark.usefixtures("forbidden")
def test_no_permission_to_read(check: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + WRONG)
    assert [f[:2] for f in check("locales").places] == [
        ("unreadable-file", "locales/uk/no.po"),
        ("unreadable-file", "locales/uk/secret"),
        PLACE[:2],
    ]


def test_system_refuses_to_open(check: Termkit, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """As above, for those who run the tests as root."""
    write("locales/uk/no.po", HEADER)
    write("locales/uk/x.po", HEADER + WRONG)
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "no.po":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = check("locales")
    assert result.places == [("unreadable-file", "locales/uk/no.po", 1, 1), PLACE]
    assert result.findings[0]["message"] == "can't be opened: Permission denied"


@pytest.mark.parametrize(
    ("source", "target", "rules"),
    [
        ("5 miles to Kyjiv", "5 миль до Ки\u0438\u0306ва", []),
        ("5 and 6", "п'ять, шість", []),
        ("5 and 6", "п\u02bcять, шість", []),
        ("5 and 6", "п\u2019ять, шість", []),
        ("1,279 people", "12\u00ad79 людей", []),
        ("\u202b5\u202c people", "6 людей", ["number-mismatch"]),
        ("5 people of \u05e2\u05d1\u05e8\u05d9\u05ea", "5 людей", []),
    ],
    ids=["nfd", "apostrophe-0027", "apostrophe-02bc", "apostrophe-2019", "soft-hyphen", "bidi-marks", "right-to-left"],
)
def test_unusual_text(check: Termkit, write: Write, source: str, target: str, rules: list[str]) -> None:
    write("locales/uk/x.po", HEADER + message(source, target))
    assert check("locales", "--select", "number-mismatch").rules == rules


def test_lone_surrogate(check: Termkit, write: Write) -> None:
    write("locales/uk/x.po", (HEADER + WRONG).encode().replace("людей".encode(), b"\xed\xb2\x80"))
    result = check("locales")
    assert result.rules == ["unreadable-file"]
    assert result.err == ""


def test_one_string_of_many_megabytes(check: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + WRONG + message("a" * 5_000_000, "б" * 5_000_000))
    result = check("locales")
    assert PLACE in result.places
    assert result.err == ""


def test_termbase_at_fault_is_never_a_silent_gate(termkit: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + RIGHT)
    write("names.yaml", "- id: a\n\tkind: place\n")
    result = termkit("check", "locales", "--glossary", "names.yaml")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("names.yaml:2:")


def test_glossary_that_does_not_exist(termkit: Termkit) -> None:
    result = termkit("check", "--glossary", "none")
    assert result.code == 2
    assert "none" in result.err
