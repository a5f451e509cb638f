"""termkit as a process of its own: what only shows there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .project import HEADER, WRONG, Write, message

TERMKIT = (sys.executable, "-m", "termkit")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*TERMKIT, *arguments], capture_output=True, check=False, env={**os.environ, **environment}, timeout=60
    )


_VERSION = """
import sys
from termkit.__main__ import main
sys.argv = ["termkit", "--version"]
main()
print("click" in sys.modules)
"""


def test_version_needs_no_click() -> None:
    done = subprocess.run([sys.executable, "-c", _VERSION], capture_output=True, check=True)
    assert done.stdout.split() == [b"termkit", b"0.1.0", b"False"]


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_output_is_utf_8_under_any_locale(write: Write, locale: str) -> None:
    write("locales/uk/x.po", HEADER + WRONG)
    done = run("check", "locales", LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (done.returncode, done.stderr) == (1, b"")
    assert "1297 людей" in done.stdout.decode()
    assert b"\x1b" not in done.stdout


def test_arguments_that_are_no_utf_8() -> None:
    done = subprocess.run([*TERMKIT, "check", b"\xff.po"], capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr == b"termkit: \\udcff.po: does not exist\n"


def test_standard_input_that_is_no_utf_8() -> None:
    arguments = [*TERMKIT, "recognise", "uk", "--output-format", "jsonl"]
    done = subprocess.run(arguments, input=b"\xff \xd1\x97 5", capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b'"text": "5", "span": [4, 5]' in done.stdout


@pytest.mark.parametrize(
    ("arguments", "redirection", "code"),
    [
        ("check locales", ">&-", 1),
        ("check locales", ">&- 2>&-", 1),
        ("check nope", "2>&-", 2),
        ("recognise uk", "<&-", 0),
    ],
    ids=["stdout", "both", "stderr", "stdin"],
)
def test_closed_streams(write: Write, arguments: str, redirection: str, code: int) -> None:
    write("locales/uk/x.po", HEADER + WRONG)
    done = subprocess.run(
        f"exec '{sys.executable}' -m termkit {arguments} {redirection}", shell=True, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (code, b"")


def test_working_directory_that_is_gone(tmp_path: Path) -> None:
    command = f"mkdir gone && cd gone && rmdir ../gone && exec '{sys.executable}' -m termkit check"
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr == b"termkit: the working directory has been deleted: change to another\n"


def test_closed_pipe_is_no_fault(write: Write) -> None:
    write("locales/uk/x.po", HEADER + "".join(message(f"{n} men", "1 чоловік") for n in range(3, 3000)))
    with subprocess.Popen([*TERMKIT, "check", "locales"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_is_a_message(write: Write) -> None:
    write("locales/uk/x.po", HEADER + WRONG)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*TERMKIT, "check", "locales"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr == b"termkit: can't write to stdout: No space left on device\n"
