"""`termkit glossary annotate`."""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.cli import run

PO = 'msgid ""\nmsgstr "Language: uk\\nContent-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Kyiv"\nmsgstr "Київ"\n'
NOTE = "#. termkit glossary: Kyiv → Київ"


@pytest.fixture(autouse=True)
def po(tmp_path: Path, glossary: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "termkit.toml").write_text(f'glossary = ["{glossary.name}"]\n', encoding="utf-8")
    path = tmp_path / "a.po"
    path.write_text(PO, encoding="utf-8")
    path.chmod(0o640)
    return path


def _run(*arguments: str) -> int:
    return run(["glossary", "annotate", *arguments])


def test_notes_come_and_go(po: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("a.po") == 0
    noted = po.read_text(encoding="utf-8")
    assert noted.count(NOTE) == 1
    assert po.stat().st_mode & 0o777 == 0o640
    assert _run(".") == 0
    assert po.read_text(encoding="utf-8") == noted
    assert _run("--remove", "a.po") == 0
    assert po.read_text(encoding="utf-8") == PO
    assert capsys.readouterr().out.splitlines() == [f"{n} of 1 PO files changed" for n in (1, 0, 1)]
    assert not [path for path in po.parent.iterdir() if path.name.startswith(".a")]


def test_a_file_that_needs_no_change_is_not_written(po: Path) -> None:
    _run("a.po")
    before = po.stat()
    _run("a.po")
    assert (po.stat().st_mtime_ns, po.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_diff_changes_nothing(po: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("--diff", "a.po") == 1
    assert f"+{NOTE}" in capsys.readouterr().out
    assert po.read_text(encoding="utf-8") == PO
    _run("a.po")
    capsys.readouterr()
    assert _run("--diff", "a.po") == 0
    assert capsys.readouterr().out == ""
    assert _run("--diff", "--remove", "a.po") == 1
    assert f"-{NOTE}" in capsys.readouterr().out


def test_notes_are_no_findings(po: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _run("a.po")
    capsys.readouterr()
    assert run(["check", "a.po"]) == 0, capsys.readouterr().out


def test_a_broken_file_is_left_and_the_others_are_done(po: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = po.with_name("b.po")
    broken.write_text('msgid "Kyiv\nmsgstr ""\n', encoding="utf-8")
    assert _run(".", "--locale", "uk") == 2
    assert "b.po:1:7: " in capsys.readouterr().err
    assert NOTE in po.read_text(encoding="utf-8")
    assert broken.read_text(encoding="utf-8") == 'msgid "Kyiv\nmsgstr ""\n'


@pytest.mark.parametrize(
    ("name", "content", "arguments", "message"),
    [
        ("x.po", 'msgid "Kyiv"\nmsgstr ""\n', (), "x.po: in which locale?"),
        ("x.po", 'msgid ""\nmsgstr "Language: xx_YY\\n"\n', (), "x.po: its header names no locale that is known"),
        ("x.md", "Kyiv", (), "x.md"),
        ("x.po", PO, ("--glossary", "none.yaml"), "none.yaml"),
    ],
)
def test_wrong_use_is_told(
    name: str,
    content: str,
    arguments: tuple[str, ...],
    message: str,
    *,
    po: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    po.with_name(name).write_text(content, encoding="utf-8")
    assert _run(name, *arguments) == 2
    assert message in capsys.readouterr().err


def test_without_a_termbase_there_is_nothing_to_write(po: Path, capsys: pytest.CaptureFixture[str]) -> None:
    po.with_name("termkit.toml").write_text("", encoding="utf-8")
    assert _run("a.po") == 2
    assert "no termbase" in capsys.readouterr().err
