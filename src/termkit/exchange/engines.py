"""Glossaries of translation engines: DeepL, Google Cloud Translation, Amazon Translate. One file a locale.

An engine puts the target wherever it meets the source, so it gets one translation a source term, agreed entries
only, and no term that counts only beside other evidence: "Azov" alone may be the sea.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from termkit.model import REPLACED, Concept, Term

from ._csv import csv_lines
from ._format import Format, Losses, Scope
from .pairs import live_terms, rendering

__all__ = ["AMAZON", "DEEPL", "GOOGLE"]

_MOST_BYTES = 1024  # of a term, in DeepL and in Google Cloud Translation
_ONE = "an engine takes one translation for a source term"
# Where Amazon's code of a language is not its tag.
_AMAZON_CODES = {"nb": "no", "zh-Hans": "zh", "zh-Hant": "zh-TW"}


def _write(scope: Scope, losses: Losses) -> Iterator[str]:
    yield from csv_lines(_rows(scope, losses))


def _write_amazon(scope: Scope, losses: Losses) -> Iterator[str]:
    yield from csv_lines([tuple(_AMAZON_CODES.get(locale, locale) for locale in scope.locales)])
    # It finds a term whatever its capitals, and gives the translation those of the text.
    yield from csv_lines(_rows(scope, losses, key=str.casefold))


def _rows(scope: Scope, losses: Losses, key: Callable[[str], str] = str) -> Iterator[tuple[str, str]]:
    """A row for each source term that can have one, by its key; the losses tell of all others."""
    taken: set[str] = set()
    for concept in scope.concepts:
        targets = concept.terms_in(scope.target)
        live, used = live_terms(targets), set()
        for source in concept.terms_in(scope.source):
            target = rendering(source, live)
            if (reason := _obstacle(source, target, key(source.term) in taken)) or target is None:
                losses.add(reason or "it has no translation", concept, source)
                continue
            taken.add(key(source.term))
            used.add(id(target))
            yield source.term, target.term
        _add_unused(concept, [term for term in targets if id(term) not in used], losses)


def _obstacle(source: Term, target: Term | None, is_taken: bool) -> str | None:  # noqa: FBT001
    """Why an engine can't have a row for a source term."""
    if source.status in REPLACED:
        return "it is not in use"
    if source.ambiguous:
        return "it is ambiguous"
    if is_taken:
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
