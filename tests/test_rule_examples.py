"""Every example on a rule's page gives just what the page says: each finding with its span and message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from termkit.check import check_documents
from termkit.model import Document, Example, Origin, Segment, Span, State, Text, Unit
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


def _documents(example: Example) -> Iterator[tuple[Document, list[Span]]]:
    """The documents of an example, each with the spans that are marked in it."""
    for number, ((source_tag, source_marked), (target_tag, target_marked)) in enumerate(example.documents, 1):
        (source, source_spans), (target, target_spans) = _unmarked(source_marked), _unmarked(target_marked)
        source_locale, locale = parse_locale(source_tag), parse_locale(target_tag)
        state = State.TRANSLATED if source and target else State.TARGET_MISSING if source else State.SOURCE_MISSING
        origin = Origin(f"article-{number}")
        texts = Text(source, source_locale, origin), Text(target, locale, origin)
        segment = Segment(Unit("1"), *texts, state)
        document = Document(origin.path, source_locale, locale, (segment,), example.date)
        yield document, source_spans + target_spans


@pytest.mark.parametrize(("name", "example"), CASES)
def test_example(name: str, example: Example, recognisers: Recognisers, request: pytest.FixtureRequest) -> None:
    if example.fails:
        request.applymarker(pytest.mark.xfail(reason=example.fails, strict=True))
    documents = dict(_documents(example))
    findings = check_documents(documents, {name: load_rules()[name]}, recognisers)
    assert tuple(finding.message for finding in findings) == example.messages
    expected = [(document.path, span) for document, spans in documents.items() for span in sorted(spans)]
    assert sorted((finding.text.origin.path, finding.span) for finding in findings) == expected


def test_every_rule_has_examples_of_both_kinds() -> None:
    without = {name for name, rule in load_rules().items() if rule.EXAMPLES and all(e.messages for e in rule.EXAMPLES)}
    assert not without
