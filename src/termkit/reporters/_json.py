"""A finding as a JSON object: a contract that other tools depend on. Keys may be added, none may change."""

from __future__ import annotations

import json
import re
from typing import Any

from termkit.model import Finding, Segment

from ._place import place_of

# Lone surrogates, which UTF-8 can't hold; and what json leaves of that which commands a terminal.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def as_object(finding: Finding) -> dict[str, Any]:
    """The finding with the keys of the contract, in their order."""
    segment = finding.segment
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "certainty": finding.certainty,
        "message": finding.message,
        **place_of(finding)._asdict(),
        "locale": segment.target.locale if segment else finding.text.locale,
        "source_locale": segment.source.locale if segment else None,
        "unit": _unit(segment) if segment else None,
        "source_span": finding.source_span,
        "target_span": finding.target_span,
        "expected": finding.expected,
        "found": finding.found,
        "concept": finding.concept,
        "mqm": finding.mqm,
        "fix": finding.fix and {"span": finding.fix.span, "text": finding.fix.text, "certainty": finding.fix.certainty},
    }


def _unit(segment: Segment) -> dict[str, str | None]:
    return {
        "id": segment.unit.id,
        "context": segment.unit.context,
        "source": segment.source.string,
        "target": segment.target.string,
    }


def dump(value: Any, *, indent: int | None = None) -> str:
    r"""JSON in the characters of its texts, save those that are not safe to print, which are escaped.

    >>> print(dump({"a": "ї\ud800\n"}))
    {"a": "ї\ud800\n"}
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
