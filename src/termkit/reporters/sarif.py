"""SARIF 2.1.0 (OASIS), which code hosts and editors read.

Columns are counted in code points, as SARIF's `columnKind` allows (section 3.14.17).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from termkit import __version__
from termkit.model import Finding, Rule, Severity

from ._json import dump
from ._place import place_of

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(findings: Sequence[Finding], rules: Sequence[Rule], *, colour: bool = False) -> Iterator[str]:  # noqa: ARG001  a reporter's signature
    """The lines of one log with one run."""
    places = {rule.name: index for index, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "termkit", "version": __version__, "rules": [_descriptor(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, places.get(finding.rule)) for finding in findings],
    }
    yield from dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2).splitlines()


def _descriptor(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": f"{rule.summary}\n\n`termkit rules {rule.name}` prints the rule's page."},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"category": rule.category, "mqm": rule.mqm},
    }


def _result(finding: Finding, index: int | None) -> dict[str, Any]:
    more = {"expected": finding.expected, "found": finding.found, "concept": finding.concept}
    return {
        "ruleId": finding.rule,
        **({} if index is None else {"ruleIndex": index}),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _location(finding)}],
        "properties": {
            "certainty": finding.certainty,
            **{name: value for name, value in more.items() if value is not None},
        },
    }


def _location(finding: Finding) -> dict[str, Any]:
    place = place_of(finding)
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"artifactLocation": {"uri": _uri(place.path)}, "region": region}


def _uri(path: str) -> str:
    """A path as a URI reference.

    >>> _uri("locales/uk/so ї.md")
    'locales/uk/so%20%D1%97.md'
    """
    if Path(path).is_absolute():
        return Path(path).as_uri()
    # What follows a colon in the first part of a relative path would be read as behind a scheme.
    return quote(os.fsencode(path.replace(os.sep, "/")), safe="/")
