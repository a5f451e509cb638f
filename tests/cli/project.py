"""A project in a folder of its own, and what termkit says of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

HEADER = 'msgid ""\nmsgstr ""\n"Language: uk\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


class Result(NamedTuple):
    """The exit code of a run, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        """The findings of a run with `--output-format jsonl`."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def rules(self) -> list[str]:
        """The rules of these findings, in order."""
        return [finding["rule"] for finding in self.findings]

    @property
    def places(self) -> list[tuple[str, str, int, int]]:
        """Rule, path, line and column of these findings, in order."""
        return [(f["rule"], f["path"], f["line"], f["column"]) for f in self.findings]


Termkit = Callable[..., Result]
Write = Callable[[str, str | bytes], Path]


def message(source: str, target: str, comment: str = "") -> str:
    """A message of a PO file."""
    return f'{comment}msgid "{source}"\nmsgstr "{target}"\n\n'


RIGHT = message("1,279 people came home.", "Додому повернулися 1279 людей.")
WRONG = message("1,279 people came home.", "Додому повернулися 1297 людей.")
