"""Bilingual CSV with the columns of translate-toolkit, which Weblate reads and writes.

It has no place for flags, and Weblate would offer a term that must not be written as a translation: such terms are
left out. No cell is guarded against formulas, because the apostrophe would become a part of the term.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import REPLACED

from ._csv import csv_lines
from ._format import Format, Losses, Scope
from .fields import LABELS, UNAGREED, concept_facts, term_facts
from .pairs import Pair, pairs

__all__ = ["WEBLATE_CSV"]

_COLUMNS = ("location", "source", "target", "id", "fuzzy", "context", "translator_comments", "developer_comments")


def _write(scope: Scope, losses: Losses) -> Iterator[str]:
    yield from csv_lines(_rows(scope, losses))


def _rows(scope: Scope, losses: Losses) -> Iterator[tuple[str, ...]]:
    yield _COLUMNS
    for pair in pairs(scope, losses):
        if pair.target.status in REPLACED:
            losses.add("the format has no mark for terms that must not be written", pair.concept, pair.target)
            continue
        yield (
            pair.concept.id,
            pair.source.term,
            pair.target.term,
            "",
            "True" if pair.concept.status in UNAGREED else "",
            pair.key,
            "",
            _comments(pair, scope),
        )


def _comments(pair: Pair, scope: Scope) -> str:
    return "\n".join(
        (
            *map(str, concept_facts(pair.concept, scope.locales)),
            *map(str, term_facts(pair.target)),
            *(f"source {fact}" for fact in term_facts(pair.source)),
        )
    )


WEBLATE_CSV = Format(
    name="weblate-csv",
    suffix="csv",
    readers="Weblate, translate-toolkit",
    carries={
        **dict.fromkeys(LABELS, "a line of developer_comments"),
        "id": "location and context",
        "status": "a line of developer_comments; fuzzy where it is draft or proposed",
        "terms.term": "source and target",
    },
    write=_write,
    drafts=True,
    spreadsheet=True,
)
