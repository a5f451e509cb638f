"""Proposals as entries of a glossary file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from termkit.language import load_language
from termkit.model import Concept, Locale, Term, TermType
from termkit.recognise.forms import term_forms

from .proposals import Proposal, Rendering

__all__ = ["entry_comments", "entry_of"]

_ENDING = 3  # letters of a base form that an inflected one may lack


def entry_of(proposal: Proposal, concept: str) -> dict[str, Any]:
    """The entry of a glossary file that a proposal makes, under an id."""
    locales = [proposal.locale, *proposal.renderings]
    return {
        "id": concept,
        "kind": proposal.kind,
        "status": "proposed",
        "terms": {locale: list(_terms(proposal, locale)) for locale in locales},
    }


def entry_comments(proposal: Proposal) -> Iterator[str]:
    """What a person has to know to judge a proposal: how often and in which forms the name was seen, and where from."""
    yield f"“{proposal.name}” {_times(proposal.count)}"
    for locale, rendering in proposal.renderings.items():
        forms = seen_forms(rendering)
        way = rendering.transliteration
        system = f"{way.system} gives {way.gives} for {way.of}" if way else ""
        if said := "; ".join(filter(None, (forms, system))):
            yield f"{locale}: {said}"


def seen_forms(rendering: Rendering) -> str:
    """The forms in which a name was seen, each with how often."""
    return ", ".join(f"{form} {times}" for form, times in rendering.forms.items())


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _terms(proposal: Proposal, locale: Locale) -> Iterator[dict[str, Any]]:
    """The name in a locale, and a person's surname alone where it stands so."""
    yield from _term(proposal, locale, {})
    if proposal.surname:
        yield from _term(proposal.surname, locale, {"type": "surname", "status": "admitted"})


def _term(proposal: Proposal, locale: Locale, traits: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    if locale == proposal.locale:
        yield {"term": proposal.name, **traits}
    elif locale in proposal.renderings:
        rendering = proposal.renderings[locale]
        forms = _unknown_forms(rendering, proposal.kind, locale, traits)
        yield {"term": rendering.base, **traits} | ({"forms": {"other": forms}} if forms else {})


def _unknown_forms(rendering: Rendering, kind: str, locale: Locale, traits: Mapping[str, str]) -> list[str]:
    """The inflected forms that were seen and that the language's rules do not give; no other spellings."""
    term = Term(rendering.base, locale, type=TermType(traits.get("type", TermType.FULL_FORM)))
    concept = Concept("new", kind, {locale: (term,)})
    known = {form.text for form in term_forms(term, concept, load_language(locale))}
    return [form for form in rendering.forms if form not in known and _is_inflected(form, rendering.base)]


def _is_inflected(form: str, base: str) -> bool:
    stem = base[: max(len(base) - _ENDING, 1)]
    return form.startswith(stem)
