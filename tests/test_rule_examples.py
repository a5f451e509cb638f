"""Every example on a rule's page gives just what the page says: each finding with its span and message."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from termkit.check import check_document
from termkit.model import Document, Example, Finding, Segment, Span, State, Text, Unit
from termkit.recognise.recognisers import Recognisers
from termkit.rules import load_rules
from termkit.tags import parse_locale
from termkit.termbase import load_termbase

_MARK = re.compile(r"[⟦⟧]")
GLOSSARY = Path(__file__).parent.parent / "glossary"
CASES = [
    pytest.param(name, example, id=f"{name}-{example.target[0]}-{number}")
    for name, rule in load_rules().items()
    for number, example in enumerate(rule.EXAMPLES)
]


@pytest.fixture(scope="module")
def recognisers() -> Recognisers:
    return Recognisers(load_termbase([GLOSSARY], cache=False).concepts)


def _unmarked(marked: str) -> tuple[str, list[Span]]:
    """A text without its ⟦ ⟧, and the spans that they marked."""
    spans: list[Span] = []
    starts: list[int] = []
    for match in _MARK.finditer(marked):
        position = match.start() - 2 * len(spans) - len(starts)
        if match[0] == "⟦":
            starts.append(position)
        else:
            spans.append(Span(starts.pop(), position))
    return _MARK.sub("", marked), spans


def _found(name: str, example: Example, recognisers: Recognisers) -> tuple[list[Finding], dict[str, list[Span]]]:
    (source_tag, source_marked), (target_tag, target_marked) = example.source, example.target
    (source, source_spans), (target, target_spans) = _unmarked(source_marked), _unmarked(target_marked)
    source_locale, locale = parse_locale(source_tag), parse_locale(target_tag)
    state = State.TRANSLATED if source and target else State.TARGET_MISSING if source else State.SOURCE_MISSING
    segment = Segment(Unit("1"), Text(source, source_locale), Text(target, locale), state)
    document = Document("x", source_locale, locale, (segment,), example.date)
    findings = check_document(document, {name: load_rules()[name]}, recognisers)
    return findings, {source: source_spans, target: target_spans}


@pytest.mark.parametrize(("name", "example"), CASES)
def test_example(name: str, example: Example, recognisers: Recognisers, request: pytest.FixtureRequest) -> None:
    if example.fails:
        request.applymarker(pytest.mark.xfail(reason=example.fails, strict=True))
    findings, spans = _found(name, example, recognisers)
    assert tuple(finding.message for finding in findings) == example.messages
    assert sorted(finding.span for finding in findings) == sorted(span for side in spans.values() for span in side)


def test_every_rule_has_examples_of_both_kinds() -> None:
    without = {name for name, rule in load_rules().items() if rule.EXAMPLES and all(e.messages for e in rule.EXAMPLES)}
    assert not without
