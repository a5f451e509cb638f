from __future__ import annotations

from pathlib import Path

import pytest

from termkit.cli import run

from .project import Result, Termkit, Write


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the working directory; nothing of the user's own is read or written."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("NO_COLOR", "TERMKIT_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def write(project: Path) -> Write:
    def write_file(name: str, content: str | bytes) -> Path:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_file


@pytest.fixture
def termkit(capsys: pytest.CaptureFixture[str]) -> Termkit:
    def run_termkit(*arguments: str) -> Result:
        return Result(run(arguments), *capsys.readouterr())

    return run_termkit


@pytest.fixture
def check(termkit: Termkit) -> Termkit:
    """`termkit check … --output-format jsonl`."""

    def run_check(*arguments: str) -> Result:
        return termkit("check", *arguments, "--output-format", "jsonl")

    return run_check
