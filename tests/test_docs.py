"""What the README and docs/ show is what the commands print."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from termkit.cli.glossary.pull import command as pull
from termkit.cli.glossary.serve import command as serve
from termkit.language_facts import DATE_KEYS, NUMBER_KEYS
from termkit.lint import lint_names
from termkit.rules import rule_names

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ELLIPSIS = "…"  # alone on a line: any number of lines that are not shown


class Shown(NamedTuple):
    """A command in a page, and the lines that the page shows as its output."""

    command: str
    lines: list[str]


def _shown(page: Path) -> list[Shown]:
    shown: list[Shown] = []
    for block in _BLOCK.findall(page.read_text("utf-8")):
        commands = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
        if commands[0].startswith("make "):  # make echoes the commands that it runs
            commands = [block.removeprefix("$ ")]
        for text in commands:
            command, *lines = text.rstrip("\n").split("\n")
            shown.append(Shown(command, lines))
    return shown


CASES = [
    pytest.param(shown, id=f"{page.stem}-{shown.command}")
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
    for shown in _shown(page)
    if shown.command != "make test"
]


@pytest.mark.parametrize("shown", CASES)
def test_page_shows_what_is_printed(shown: Shown) -> None:
    printed = _run(shown.command).rstrip("\n").split("\n")
    pattern = "\n".join(r"(?:.*\n)*?.*" if line == _ELLIPSIS else re.escape(line) for line in shown.lines)
    assert re.fullmatch(pattern, "\n".join(printed)), "\n".join(printed)


def _run(command: str) -> str:
    """What a command prints in the root of the repository, in this environment."""
    words = shlex.split(command)
    if words[0] == "make":
        if shutil.which("make") is None:
            pytest.skip("make is not installed")
        # The environment of the tests serves: nothing is to be installed.
        words = ["make", "--no-print-directory", *words[1:], f"BIN={BIN}", "-o", ".venv/.installed"]
    else:
        words[0] = str(BIN / words[0])
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100", "PYTHONUTF8": "1"}
    environment.pop("MAKEFLAGS", None)
    run = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode in {0, 1}, run.stderr
    return run.stdout


def test_every_rule_is_in_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert [name for name in (*rule_names(), *lint_names()) if f"`{name}`" not in changelog] == []


def test_the_page_on_lint_has_every_rule() -> None:
    page = (ROOT / "docs" / "glossary-lint.md").read_text("utf-8")
    assert [name for name in lint_names() if f"`{name}`" not in page] == []


def test_the_page_on_language_files_has_every_key() -> None:
    page = (ROOT / "docs" / "languages.md").read_text("utf-8")
    assert [key for key in (*NUMBER_KEYS, *DATE_KEYS) if f"`{key}" not in page and f"{key}:" not in page] == []


@pytest.mark.parametrize("command", [serve, pull], ids=["serve", "pull"])
def test_the_page_on_serve_has_every_option(command: click.Command) -> None:
    page = (ROOT / "docs" / "glossary-serve.md").read_text("utf-8")
    options = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
    assert len(options) > 4
    assert [option for option in options if f"`{option} " not in page and f"`{option}`" not in page] == []
