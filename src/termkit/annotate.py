"""The terms of the termbase that occur in the messages of a PO file, as notes beside each message.

A note is one term: `Kyiv → Київ (masculine; not: Киев) note to translators`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .exchange.pairs import live_terms, rendering
from .formats.po_notes import PoMessage, add_notes, read_po_sources, remove_notes
from .model import LIVE, SOFT, Candidate, Concept, Fault, Locale, Mention, Name, Term
from .recognise.names import recognise_names
from .recognise.recognisers import Recognisers

__all__ = ["AnnotateError", "annotate_po"]

_SHORT = 3  # letters of a word in capitals that may be no acronym


class AnnotateError(Exception):
    """A PO file that cannot be annotated; `faults` say why."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        places = ((fault, fault.origin.start(0)) for fault in self.faults)
        return "\n".join(f"{f.origin.path}:{p.line}:{p.column}: {f.message}" for f, p in places)


def annotate_po(path: str, data: bytes, recognisers: Recognisers, *, source_locale: Locale, locale: Locale) -> bytes:
    """The bytes of a PO file with a note for each term in each message, and with none of the notes that it had.

    Raises `AnnotateError` where the file is no sound PO file, or its charset has no room for a note.
    """
    bare = remove_notes(data)
    sources = read_po_sources(path, bare, source_locale)
    if sources.faults:
        raise AnnotateError(sources.faults)
    found = [list(_candidates(message, recognisers)) for message in sources.messages]
    named = {candidate.concept for candidates in found for candidate in candidates if not candidate.term.ambiguous}
    notes: dict[int, tuple[str, ...]] = {}
    for message, candidates in zip(sources.messages, found, strict=True):
        meant = (c for c in candidates if not c.term.ambiguous or c.concept in named)
        terms = ((recognisers.concepts[c.concept], c.term) for c in meant)
        if written := tuple(dict.fromkeys(filter(None, (_note(concept, term, locale) for concept, term in terms)))):
            notes[message.line] = written
    annotated = add_notes(path, bare, notes, sources.charset)
    if isinstance(annotated, Fault):
        raise AnnotateError([annotated])
    return annotated


def _candidates(message: PoMessage, recognisers: Recognisers) -> Iterator[Candidate]:
    """What the names in a message may be, in the order of their places."""
    for text in message.texts:
        for mention in _outermost(recognise_names(text, recognisers.index(text.locale))):
            if isinstance(mention.value, Name) and not _is_shouted(mention):
                yield from mention.value.candidates


def _outermost(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that do not lie inside another: of "National Guard of Ukraine" not the country."""
    end = -1
    for mention in sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end)):
        if mention.span.end > end:
            yield mention
            end = mention.span.end


def _is_shouted(mention: Mention) -> bool:
    return not mention.hard and mention.text.isupper() and len(mention.text) <= _SHORT


def _note(concept: Concept, term: Term, locale: Locale) -> str | None:
    """What a translator should know of a term; None where the termbase has nothing to say in the locale."""
    terms = concept.terms_in(locale)
    translation = _translation(concept, term, live_terms(terms))
    wrong = [
        t.term for t in terms if t.status not in LIVE and t.replace_with in (None, translation and translation.term)
    ]
    if translation is None and (not wrong or term.type in SOFT):
        return None
    traits = [*_traits(translation)] if translation else []
    if concept.status in ("draft", "proposed"):
        traits.append(f"{concept.status} only")
    said = [", ".join(traits), f"not: {', '.join(wrong)}" if wrong else ""]
    about = "; ".join(filter(None, said))
    head = f"{term.term} → {translation.term}" if translation else term.term
    return " ".join(filter(None, (head, f"({about})" if about else "", _advice(concept, (locale, term.locale)))))


def _translation(concept: Concept, term: Term, targets: Sequence[Term]) -> Term | None:
    """The term of the other locale that says what a term says, or what should stand in the term's place."""
    others = concept.terms_in(term.locale)
    meant = next((other for other in others if other.term == term.replace_with and other.status in LIVE), term)
    found = rendering(meant, targets)
    # The whole name helps where a surname has no counterpart; "Україна" does not help with "Ukrainian".
    return found if found or meant.type in SOFT else next(iter(targets), None)


def _traits(term: Term) -> Iterator[str]:
    if term.gender:
        yield term.gender
    if term.number == "plural":
        yield term.number
    if term.indeclinable:
        yield "indeclinable"


def _advice(concept: Concept, locales: Iterable[Locale]) -> str:
    """The note to translators in the first of some locales that has one, or in the language that it is a variant of."""
    for locale in locales:
        tag = str(locale)
        while tag not in concept.note_translators and "-" in tag:
            tag = tag.rpartition("-")[0]
        if tag in concept.note_translators:
            return concept.note_translators[tag]
    return ""
