"""Glossaries of translation engines: DeepL, Google Cloud Translation, Amazon Translate. One file a locale.

An engine puts the target wherever it meets the source, so it gets one translation a source term, agreed entries
only, and no term that counts only beside other evidence: "Azov" alone may be the sea.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termkit.model import Concept, Term

from ._csv import csv_lines
from ._format import Format, Losses, Scope
from .fields import REPLACED
from .pairs import live_terms, rendering

__all__ = ["AMAZON", "DEEPL", "GOOGLE"]

_MOST_BYTES = 1024  # of a term, in DeepL and in Google Cloud Translation
_ONE = "an engine takes one translation for a source term"
_Row = tuple[str, str]
# Where Amazon's code of a language is not its tag.
_AMAZON_CODES = {"nb": "no", "zh-Hans": "zh", "zh-Hant": "zh-TW"}


def _write(scope: Scope, losses: Losses) -> Iterator[str]:
    yield from csv_lines(row for row, _ in _rows(scope, losses))


def _write_amazon(scope: Scope, losses: Losses) -> Iterator[str]:
    yield from csv_lines([tuple(_AMAZON_CODES.get(locale, locale) for locale in scope.locales)])
    yield from csv_lines(_in_both_cases(_rows(scope, losses)))


def _in_both_cases(rows: Iterable[tuple[_Row, Term]]) -> Iterator[_Row]:
    """The rows, and those of common nouns once more as they begin a sentence: Amazon matches capitals."""
    taken = set()
    for row, term in rows:
        capitalised = tuple(text[:1].upper() + text[1:] for text in row)
        for source, target in [row] if term.case_sensitive else [row, capitalised]:
            if source not in taken:
                taken.add(source)
                yield source, target


def _rows(scope: Scope, losses: Losses) -> Iterator[tuple[_Row, Term]]:
    """A row for each source term that can have one, with that term; the losses tell of all others."""
    taken: set[str] = set()
    for concept in scope.concepts:
        targets = concept.terms_in(scope.target)
        live, used = live_terms(targets), set()
        for source in concept.terms_in(scope.source):
            target = rendering(source, live)
            if (reason := _obstacle(source, target, taken)) or target is None:
                losses.add(reason or "it has no translation", concept, source)
                continue
            taken.add(source.term)
            used.add(id(target))
            yield (source.term, target.term), source
        _add_unused(concept, [term for term in targets if id(term) not in used], losses)


def _obstacle(source: Term, target: Term | None, taken: set[str]) -> str | None:
    """Why an engine can't have a row for a source term."""
    if source.status in REPLACED:
        return "it is not in use"
    if source.ambiguous:
        return "it is ambiguous"
    if source.term in taken:
        return _ONE
    if target and max(len(term.term.encode()) for term in (source, target)) > _MOST_BYTES:
        return f"it is longer than {_MOST_BYTES} bytes"
    return None


def _add_unused(concept: Concept, targets: Iterable[Term], losses: Losses) -> None:
    for target in targets:
        reason = "it is not in use" if target.status in REPLACED else _ONE
        losses.add(reason, concept, target)


_CARRIES = {"terms.term": "source and target"}
DEEPL = Format("deepl", "csv", "DeepL (entries as CSV)", _CARRIES, _write)
GOOGLE = Format("google", "csv", "Google Cloud Translation (unidirectional, without a header)", _CARRIES, _write)
AMAZON = Format("amazon", "csv", "Amazon Translate (header of language codes, one direction)", _CARRIES, _write_amazon)
