"""The glossary of OmegaT: source, target and comment with tabs between them, in a `.utf8` file.

OmegaT knows neither quotes nor escapes, and takes a line that begins with `#` for a comment.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import REPLACED

from ._format import Format, Losses, Scope
from .fields import LABELS, Fact, concept_facts, term_facts
from .pairs import Pair, pairs

__all__ = ["OMEGAT"]

# What helps at the desk; where a spelling comes from and when it changed does not.
_ABOUT = ("kind", "definition", "note_translators")
_OF_TERM = tuple(field for field in LABELS if field.startswith("terms.") and field != "terms.case")


def _write(scope: Scope, losses: Losses) -> Iterator[str]:
    for pair in pairs(scope, losses):
        if pair.source.term.startswith("#"):
            for term in (pair.source, pair.target):
                losses.add("OmegaT takes a line that begins with # for a comment", pair.concept, term)
        else:
            yield "\t".join(map(_cell, (pair.source.term, pair.target.term, _comment(pair, scope))))


def _comment(pair: Pair, scope: Scope) -> str:
    facts = [fact for fact in term_facts(pair.target) if fact.field in _OF_TERM]
    if pair.target.status in REPLACED:
        # The list shows the beginning of a comment, and OmegaT has no other mark for it.
        facts[0] = facts[0]._replace(value=pair.target.status.upper())
    about = [fact for fact in concept_facts(pair.concept, scope.locales) if fact.field in _ABOUT]
    return "; ".join((*map(_short, facts), *map(str, about)))


def _short(fact: Fact) -> str:
    return fact.value if fact.field == "terms.status" else str(fact)


def _cell(text: str) -> str:
    return " ".join(text.split())


OMEGAT = Format(
    name="omegat",
    suffix="utf8",
    readers="OmegaT, translate-toolkit",
    carries={**dict.fromkeys(_ABOUT, "comment"), "terms.term": "source and target"},
    partly=dict.fromkeys(_OF_TERM, "comment; of the target term only"),
    write=_write,
)
