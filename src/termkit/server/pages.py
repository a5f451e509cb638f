"""The pages for people, as HTML that escapes everything and needs no script."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urlencode

import babel
import jinja2
from starlette.datastructures import QueryParams

from termkit.exchange import FORMATS, MANIFEST
from termkit.exchange.pairs import live_terms
from termkit.language import load_language
from termkit.model import REPLACED, Concept, Locale, Term, TermType
from termkit.recognise.forms import Form, by_case, term_forms
from termkit.recognise.search import Found
from termkit.termbase.schema import CASE_NAMES

from .live import Snapshot

__all__ = ["WrongQueryError", "concept_page", "error_page", "exports_page", "glossary_page"]

_ROWS = 25  # on a page
_MOST_TERMS = 2  # of a language that are seen at once
_LONGEST = 200  # characters that are searched for
_CASES = {**CASE_NAMES, "*": "any case"}


class WrongQueryError(Exception):
    """The query of an address asks for what there is not; the message says what."""


class Row(NamedTuple):
    """A concept in the table, and how it was found where it was searched for."""

    concept: Concept
    found: Found | None


class Cases(NamedTuple):
    """The forms of a term in one case."""

    case: str
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What the table of the glossary is asked for."""

    text: str = ""
    kind: str = ""
    locales: tuple[Locale, ...] = ()
    page: int = 1

    def address(self, page: int) -> str:
        """The address of another page of the same."""
        values = {"q": self.text, "kind": self.kind, "locale": self.locales, "page": page if page > 1 else ""}
        query = urlencode({name: value for name, value in values.items() if value}, doseq=True)
        return f"/?{query}" if query else "/"


def glossary_page(snapshot: Snapshot, parameters: QueryParams) -> str:
    """The table of the glossary, or of what is searched for; WrongQueryError where that can't be."""
    query = _query(snapshot, parameters)
    shown = [locale for locale in snapshot.locales if not query.locales or locale in (snapshot.source, *query.locales)]
    rows = _rows(snapshot, query, shown)
    pages = max(1, math.ceil(len(rows) / _ROWS))
    if query.page > pages:
        raise WrongQueryError(f"there is no page {query.page}: the last one is {pages}")
    start = (query.page - 1) * _ROWS
    page = rows[start : start + _ROWS]
    return _render(
        "glossary.html",
        snapshot=snapshot,
        query=query,
        shown=shown,
        count=len(rows),
        start=start,
        rows=page,
        pages=pages,
        live=live_terms,
        most=_MOST_TERMS,
    )


def concept_page(snapshot: Snapshot, concept: Concept) -> str:
    """All that the glossary knows of a concept, with the forms of its terms."""
    terms = {
        locale: [(term, _forms(term, concept)) for term in concept.terms[locale]]
        for locale in sorted(concept.terms, key=lambda locale: (locale != snapshot.source, locale))
    }
    return _render("concept.html", snapshot=snapshot, query=Query(), concept=concept, terms=terms)


def exports_page(snapshot: Snapshot) -> str:
    """The files for other tools."""
    files = [(form, snapshot.exports.names(form)) for form in FORMATS.values()]
    return _render("exports.html", snapshot=snapshot, query=Query(), files=files, manifest=MANIFEST)


def error_page(status: int, message: str) -> str:
    """Why there is no other page."""
    return _render("error.html", snapshot=None, query=Query(), status=status, message=message)


def _query(snapshot: Snapshot, parameters: QueryParams) -> Query:
    text = " ".join(parameters.get("q", "").split())
    if len(text) > _LONGEST:
        raise WrongQueryError(f"search for at most {_LONGEST} characters")
    kind = parameters.get("kind", "")
    if kind and kind not in snapshot.kinds:
        raise WrongQueryError(f"there are no concepts of the kind `{kind}`; there are {', '.join(snapshot.kinds)}")
    locales = tuple(Locale(tag) for tag in dict.fromkeys(parameters.getlist("locale")))
    for locale in locales:
        if locale not in snapshot.locales:
            raise WrongQueryError(f"the glossary has no terms in `{locale}`; it has {', '.join(snapshot.locales)}")
    page = parameters.get("page", "1")
    if not (page.isascii() and page.isdecimal() and int(page[:9]) > 0):
        raise WrongQueryError(f"`{page}` is no number of a page")
    return Query(text, kind, locales, int(page[:9]))


def _rows(snapshot: Snapshot, query: Query, shown: Sequence[Locale]) -> list[Row]:
    if not query.text:
        return [Row(concept, None) for concept in snapshot.ordered if query.kind in {"", concept.kind}]
    best: dict[str, Row] = {}
    for found in snapshot.search.find(query.text):
        if found.term.locale in shown and query.kind in {"", found.concept.kind}:
            best.setdefault(found.concept.id, Row(found.concept, found))
    return list(best.values())


def _forms(term: Term, concept: Concept) -> list[Cases]:
    """The forms of a term by case, where it has any but itself."""
    forms = term_forms(term, concept, load_language(term.locale))
    if len(forms) < 2:
        return []
    return [Cases(_CASES.get(case, case), of_case) for case, of_case in by_case(forms)]


def _traits(term: Term, *, whole: bool = False) -> list[str]:
    """What is said of a term in a word each, but for its status; only on its own page that it is singular."""
    traits = [
        "" if term.type is TermType.FULL_FORM else term.type,
        term.gender,
        term.number if whole or term.number != "singular" else "",
        "indeclinable" if term.indeclinable else "",
        "ambiguous" if term.ambiguous else "",
    ]
    return [trait for trait in traits if trait]


def _is_avoided(term: Term) -> bool:
    """Whether a term is not to be used."""
    return term.status in REPLACED


def _listed_forms(term: Term) -> list[str]:
    """The forms that the glossary itself has, each once."""
    return list(dict.fromkeys(itertools.chain.from_iterable(term.forms.values())))


@functools.lru_cache(1024)
def _language(tag: str) -> str:
    """The English name of a language."""
    return babel.Locale.parse(tag, sep="-").get_display_name("en") or tag


@functools.lru_cache(1024)
def _direction(tag: str) -> str:
    """Which way a language is written: ltr or rtl."""
    return babel.Locale.parse(tag, sep="-").text_direction


@functools.cache
def _templates() -> jinja2.Environment:
    templates = jinja2.Environment(
        loader=jinja2.PackageLoader(__package__),
        autoescape=True,
        auto_reload=False,  # the templates are those of this version
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.tests["avoided"] = _is_avoided
    templates.filters.update(language=_language, direction=_direction, traits=_traits, listed_forms=_listed_forms)
    return templates


def _render(template: str, **values: Any) -> str:
    return _templates().get_template(template).render(values)
