"""Turns the faults of a document into findings: the whole work of the rules that report them."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Certainty, Comparison, Finding, Rule, Span, Text


def report_faults(rule: Rule, comparison: Comparison) -> Iterator[Finding]:
    """A finding for each fault of the document that goes by the rule's name, at the fault's place."""
    document = comparison.document
    for fault in document.faults:
        if fault.rule == rule.name:
            yield Finding(
                rule.name,
                rule.category,
                rule.severity,
                Certainty.CERTAIN,
                fault.message,
                rule.mqm,
                Text("", document.locale, fault.origin),
                Span(0, 0),
            )
