"""The termbase as the files of a format, and the manifest that says what is not in them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from termkit.model import Concept, Locale

from ._format import Format, Losses, Scope
from .fields import LABELS, UNAGREED, fields_of

__all__ = ["MANIFEST", "Export", "exports", "has_terms", "manifest", "termbase_locales"]

MANIFEST = "manifest.json"
"""The name of the manifest, beside the files of its format."""

_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Export:
    """One file of a format: its name and its lines. What it leaves out is known once the lines have been read."""

    name: str
    format: Format
    scope: Scope
    byte_order_mark: bool = False
    losses: Losses = field(default_factory=Losses)

    def lines(self) -> Iterator[str]:
        """The lines without their ends; some hold line ends of their own."""
        lines = self.format.write(self.scope, self.losses)
        if self.byte_order_mark:
            yield _BYTE_ORDER_MARK + next(lines, "")
        yield from lines

    def report(self) -> dict[str, Any]:
        """What the manifest says of the file."""
        kept = {*self.format.carries, *self.format.partly}
        is_whole = not self.format.partly and kept.issuperset(LABELS)
        concepts = () if is_whole else self.scope.concepts
        counts = Counter(name for concept in concepts for name in self._fields(concept))
        return {
            "locales": list(self.scope.locales),
            "concepts": len(self.scope.concepts),
            "partly": {name: counts[name] for name in self.format.partly if counts[name]},
            "dropped": {name: count for name, count in counts.items() if name not in kept},
            "left_out": {reason: list(found) for reason, found in self.losses.reasons.items()},
        }

    def _fields(self, concept: Concept) -> Iterator[str]:
        return fields_of(concept, self.scope.sections(concept), self.scope.locales if self.format.bilingual else None)


def exports(
    concepts: Iterable[Concept],
    form: Format,
    source: Locale,
    targets: Sequence[Locale],
    *,
    byte_order_mark: bool = False,
) -> Iterator[Export]:
    """The files of a format for some locales beside the source locale; nothing is written yet.

    >>> from termkit.exchange import FORMATS
    >>> from termkit.model import Term
    >>> en, uk = Locale("en"), Locale("uk")
    >>> kyiv = Concept("place-kyiv", "place", {en: (Term("Kyiv", en),), uk: (Term("Київ", uk),)})
    >>> [file] = exports([kyiv], FORMATS["deepl"], en, [uk])
    >>> file.name, list(file.lines())
    ('uk.csv', ['Kyiv,Київ'])
    """
    mark = byte_order_mark and form.spreadsheet
    ordered = sorted(concepts, key=lambda concept: (concept.kind, concept.id))
    for name, locales in _files(form, targets):
        losses = Losses()
        kept = tuple(concept for concept in ordered if _is_in(concept, form, (source, *locales), losses))
        yield Export(f"{name}.{form.suffix}", form, Scope(kept, source, locales), mark, losses)


def _files(form: Format, targets: Sequence[Locale]) -> Iterator[tuple[str, tuple[Locale, ...]]]:
    if form.bilingual:
        yield from ((target, (target,)) for target in targets)
    else:
        yield "glossary", tuple(targets)


def _is_in(concept: Concept, form: Format, locales: Sequence[Locale], losses: Losses) -> bool:
    reason = _exclusion(concept, form, locales)
    if reason:
        losses.add(reason, concept)
    return reason is None


def _exclusion(concept: Concept, form: Format, locales: Sequence[Locale]) -> str | None:
    if concept.status == "retired" and not form.retired:
        return "the entry is retired"
    if concept.status in UNAGREED and not form.drafts:
        return "the entry is not agreed yet"
    missing = [locale for locale in locales if not concept.terms_in(locale)]
    if form.bilingual and missing:
        return f"it has no term in {missing[0]}"
    return "it has no term in any of the locales" if len(missing) == len(locales) else None


def manifest(form: Format, source: Locale, files: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """The lines of a manifest; `files` are the reports of the files by their names."""
    content = {
        "format": form.name,
        "source_locale": source,
        "carries": dict(form.carries),
        "carries_partly": dict(form.partly),
        "files": {name: files[name] for name in sorted(files)},
    }
    yield json.dumps(content, ensure_ascii=False, indent=1)


def termbase_locales(concepts: Iterable[Concept]) -> list[Locale]:
    """The locales that have terms, in alphabetical order."""
    return sorted({locale for concept in concepts for locale in concept.terms})


def has_terms(known: Iterable[Locale], locale: Locale) -> bool:
    """Whether terms in some locales serve another one: those in `pt` serve `pt-BR` too."""
    return any(locale == other or locale.startswith(f"{other}-") for other in known)
