"""The words of termkit: what passes between its layers.

Everything here is frozen, typed and free of behaviour beyond looking itself up. This package imports
nothing of ours; every other layer may import it (see the layers contract in ``pyproject.toml``).

Positions are code points: a `Span` counts them inside a `Text`, a `Position` counts lines and columns
from 1 inside a file.
"""

from .findings import Category, Example, Finding, Fix, Rule, Severity
from .mentions import (
    PERIODS,
    Candidate,
    Certainty,
    Comparison,
    Conventions,
    Country,
    Date,
    Kind,
    Language,
    Measure,
    Mention,
    Name,
    Number,
    Pair,
    Proof,
    Time,
    UnitWord,
    Unlisted,
    Value,
    plain_digits,
)
from .terms import BANNED, LIVE, PARTS, REPLACED, SOFT, AdministrativeStatus, Concept, Term, TermType
from .text import Document, Fault, Locale, Origin, Page, Passage, Position, Run, Runs, Segment, Span, State, Text, Unit

__all__ = [
    "BANNED",
    "LIVE",
    "PARTS",
    "PERIODS",
    "REPLACED",
    "SOFT",
    "AdministrativeStatus",
    "Candidate",
    "Category",
    "Certainty",
    "Comparison",
    "Concept",
    "Conventions",
    "Country",
    "Date",
    "Document",
    "Example",
    "Fault",
    "Finding",
    "Fix",
    "Kind",
    "Language",
    "Locale",
    "Measure",
    "Mention",
    "Name",
    "Number",
    "Origin",
    "Page",
    "Pair",
    "Passage",
    "Position",
    "Proof",
    "Rule",
    "Run",
    "Runs",
    "Segment",
    "Severity",
    "Span",
    "State",
    "Term",
    "TermType",
    "Text",
    "Time",
    "Unit",
    "UnitWord",
    "Unlisted",
    "Value",
    "plain_digits",
]
