"""The reporters: findings as text for people and as data for other programs.

A reporter is one module of this package, named for its format; it is imported when it is asked for.
"""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, cast

from termkit.model import Finding, Rule

__all__ = ["REPORTERS", "Reporter", "statistics"]

_FORMATS = ("full", "concise", "json", "jsonl", "github", "sarif", "junit")


class Reporter(Protocol):
    """What a module of this package gives."""

    def render(self, findings: Sequence[Finding], rules: Sequence[Rule], *, colour: bool = False) -> Iterator[str]:
        """The report line by line, without line ends; `rules` are those that ran."""
        ...


class _Reporters(Mapping[str, Reporter]):
    """The reporters by the name of their format."""

    def __getitem__(self, name: str) -> Reporter:
        if name not in _FORMATS:
            raise KeyError(name)
        return cast("Reporter", importlib.import_module(f"{__name__}.{name}"))

    def __iter__(self) -> Iterator[str]:
        return iter(_FORMATS)

    def __len__(self) -> int:
        return len(_FORMATS)


REPORTERS: Mapping[str, Reporter] = _Reporters()


def statistics(findings: Sequence[Finding]) -> Iterator[str]:
    """The number of findings of each rule, most first."""
    counts = Counter(finding.rule for finding in findings)
    width = len(str(max(counts.values(), default=0)))
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>{width}}  {rule}"
