"""What rules report, and what a rule says of itself."""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass

from .mentions import Certainty, Pair
from .text import Segment, Span, Text


class Severity(enum.StrEnum):
    """How bad a finding is, worst first; `--fail-on` names the mildest one that closes the gate."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Category(enum.StrEnum):
    """What a finding is about; part of the JSON contract."""

    NUMBER = "number"
    DATE = "date"
    MEASURE = "measure"
    MONEY = "money"
    NAME = "name"
    TERM = "term"
    CONSISTENCY = "consistency"
    LANGUAGE = "language"
    STRUCTURE = "structure"
    FORMAT = "format"


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement for a span of the target text, and how sure it is that it is the right one."""

    span: Span
    text: str
    certainty: Certainty = Certainty.CERTAIN


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule reports. `text` and `span` are the place that is shown to people.

    `segment` is None where a whole file is at fault.
    """

    rule: str
    category: Category
    severity: Severity
    certainty: Certainty
    message: str
    mqm: str
    text: Text
    span: Span
    segment: Segment | None = None
    source_span: Span | None = None
    target_span: Span | None = None
    expected: str | None = None
    found: str | None = None
    concept: str | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's metadata; its page is the docstring of its module. Without `default` it runs where it is selected.

    Only where a rule is `about_unlisted` names are those followed, which costs more than all other recognisers.
    """

    name: str
    category: Category
    summary: str
    mqm: str
    severity: Severity = Severity.ERROR
    default: bool = True
    about_unlisted: bool = False

    def finding(
        self,
        pair: Pair,
        message: str,
        *,
        source_span: Span | None = None,
        target_span: Span | None = None,
        in_source: bool = False,
        severity: Severity | None = None,
        certainty: Certainty = Certainty.CERTAIN,
        expected: str | None = None,
        found: str | None = None,
        concept: str | None = None,
        fix: Fix | None = None,
    ) -> Finding:
        """A finding of this rule, shown at `target_span` (the whole target where there is none).

        With `in_source` it is shown at `source_span` instead.
        """
        text = pair.segment.source if in_source else pair.segment.target
        shown = source_span if in_source else target_span
        return Finding(
            self.name,
            self.category,
            severity or self.severity,
            certainty,
            message,
            self.mqm,
            text,
            shown or Span(0, len(text.string)),
            pair.segment,
            source_span,
            target_span,
            expected,
            found,
            concept,
            fix,
        )


@dataclass(frozen=True, slots=True)
class Example:
    """A rule's example, which is its test: two texts and everything that must be found in them.

    The span of each finding is marked in the text with ``⟦ ⟧``; `messages` pins the messages in order.
    Without marks and messages the example must give nothing. `others` are further documents of the run, for a rule that
    compares them; the files are named article-1, article-2 and so on.
    """

    source: tuple[str, str]  # locale, text
    target: tuple[str, str]
    messages: tuple[str, ...] = ()
    date: datetime.date | None = None
    fails: str | None = None  # a known failure: why
    others: tuple[tuple[tuple[str, str], tuple[str, str]], ...] = ()

    @property
    def documents(self) -> tuple[tuple[tuple[str, str], tuple[str, str]], ...]:
        """The source and target of each document of the example."""
        return (self.source, self.target), *self.others
