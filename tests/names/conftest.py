"""A small termbase, and what the name rules find in texts with it."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from termkit.language import load_language
from termkit.model import (
    AdministrativeStatus,
    Comparison,
    Concept,
    Document,
    Finding,
    Locale,
    Mention,
    Name,
    Pair,
    Segment,
    Term,
    TermType,
    Text,
    Unit,
)
from termkit.recognise.names import NameIndex, recognise_names
from termkit.recognise.names_cache import load_names
from termkit.recognise.near import name_words, near_names

EN, UK, DE, FR = Locale("en"), Locale("uk"), Locale("de"), Locale("fr")
JA, ZH = Locale("ja"), Locale("zh")
_ADMITTED, _FORBIDDEN = AdministrativeStatus.ADMITTED, AdministrativeStatus.FORBIDDEN
_SURNAME, _SHORT, _NICKNAME = TermType.SURNAME, TermType.SHORT_FORM, TermType.NICKNAME
Finder = Callable[..., list[Finding]]


def _concept(
    name: str, kind: str, *terms: Term, sex: str | None = None, related: tuple[tuple[str, str], ...] = ()
) -> Concept:
    by_locale: dict[Locale, tuple[Term, ...]] = {}
    for term in terms:
        by_locale[term.locale] = (*by_locale.get(term.locale, ()), term)
    return Concept(name, kind, by_locale, sex=sex, related=related)


def _with_referrers(concepts: Mapping[str, Concept]) -> dict[str, Concept]:
    by_target: dict[str, list[tuple[str, str]]] = {}
    for concept in concepts.values():
        for kind, other in concept.related:
            by_target.setdefault(other, []).append((kind, concept.id))
    return {id_: replace(concept, referred_by=tuple(by_target.get(id_, ()))) for id_, concept in concepts.items()}


CONCEPTS: Mapping[str, Concept] = _with_referrers(
    {
        concept.id: concept
        for concept in (
            _concept(
                "vereshchuk",
                "person",
                Term("Iryna Vereshchuk", EN),
                Term("Vereshchuk", EN, _ADMITTED, _SURNAME),
                Term("Ірина Верещук", UK),
                Term("Верещук", UK, _ADMITTED, _SURNAME),
                Term("Iryna Wereschtschuk", DE),
                sex="female",
            ),
            _concept(
                "denys",
                "person",
                Term("Denys Prokopenko", EN),
                Term("Prokopenko", EN, _ADMITTED, _SURNAME),
                Term("Redis", EN, _ADMITTED, _NICKNAME),
                Term("Денис Прокопенко", UK),
                Term("Прокопенко", UK, _ADMITTED, _SURNAME),
                Term("«Редіс»", UK, _ADMITTED, _NICKNAME),
                Term("デニス・プロコペンコ", JA),
                Term("プロコペンコ", JA, _ADMITTED, _SURNAME),
                sex="male",
            ),
            _concept(
                "kateryna",
                "person",
                Term("Kateryna Prokopenko", EN),
                Term("Prokopenko", EN, _ADMITTED, _SURNAME),
                Term("Катерина Прокопенко", UK),
                Term("Прокопенко", UK, _ADMITTED, _SURNAME),
                sex="female",
            ),
            _concept(
                "regiment",
                "military-unit",
                Term("Azov Regiment", EN),
                Term("полк «Азов»", UK, gender="masculine"),
                Term("Asow-Regiment", DE, gender="neuter"),
                Term("régiment Azov", FR),
                related=(("narrower", "azov"),),
            ),
            _concept(
                "brigade",
                "military-unit",
                Term("Azov Brigade", EN),
                Term("бригада «Азов»", UK, gender="feminine"),
                related=(("narrower", "azov"),),
            ),
            _concept(
                "azov",
                "military-unit",
                Term("Azov", EN, type=_SHORT, ambiguous=True, exceptions=("Sea of Azov",)),
                Term("«Азов»", UK, type=_SHORT, gender="masculine", ambiguous=True),
            ),
            _concept(
                "ukraine",
                "place",
                Term("Ukraine", EN),
                Term("Ukrainian", EN, _ADMITTED, TermType.ADJECTIVE, case_sensitive=True),
                Term("Україна", UK, gender="feminine"),
                Term("український", UK, _ADMITTED, TermType.ADJECTIVE),
                Term("Ukraine", FR),
                Term("Ukraine", DE, gender="feminine"),
            ),
            _concept("moscow", "place", Term("Moscow", EN), Term("Москва", UK, gender="feminine")),
            _concept(
                "kyiv",
                "place",
                Term("Kyiv", EN),
                Term("Kiev", EN, _FORBIDDEN, replace_with="Kyiv", reason="Russian-based", exceptions=("chicken Kiev",)),
                Term("Київ", UK, gender="masculine"),
                Term("Кієв", UK, _FORBIDDEN, gender="masculine", replace_with="Київ"),
                Term("Kiew", DE),
                Term("Kyjiw", DE, _ADMITTED),
            ),
            _concept(
                "un",
                "organisation",
                Term("United Nations", EN),
                Term("U.N.", EN, _ADMITTED, TermType.ACRONYM),
                Term("联合国", ZH),
                Term("国連", JA),
            ),
        )
    }
)


def index(locale: Locale) -> NameIndex:
    return load_names(CONCEPTS, load_language(locale), None)


@pytest.fixture(scope="session")
def concepts() -> Mapping[str, Concept]:
    return CONCEPTS


@pytest.fixture(scope="session")
def indexes() -> Mapping[Locale, NameIndex]:
    return {locale: index(locale) for locale in (EN, UK, DE, FR, JA, ZH)}


def comparison(texts: tuple[tuple[str, str], ...], source: Locale, target: Locale) -> Comparison:
    """The comparison of a document of some segments, with near names sought for all that its source mentions."""
    here, there = index(source), index(target)
    sources = [Text(text, source) for text, _ in texts]
    expected = {c for text in sources for name in names(recognise_names(text, here)) for c in name.concepts}
    pairs = []
    for text, (_, translated) in zip(sources, texts, strict=True):
        shown = Text(translated, target)
        mentions = recognise_names(shown, there)
        near = near_names(shown, there, expected, mentions, name_words(text, here.clitics))
        found = sorted([*mentions, *near], key=lambda mention: mention.span)
        pairs.append(Pair(Segment(Unit("1"), text, shown), tuple(recognise_names(text, here)), tuple(found)))
    document = Document("x", source, target, tuple(pair.segment for pair in pairs))
    return Comparison(document, tuple(pairs), CONCEPTS)


def names(mentions: list[Mention]) -> list[Name]:
    return [mention.value for mention in mentions if isinstance(mention.value, Name)]


@pytest.fixture(scope="session")
def find() -> Finder:
    """Findings of a rule in pairs of texts: ``find("term-missing", ("Kyiv fell.", "…"))``."""

    def find_in(rule: str, *texts: tuple[str, str], source: Locale = EN, target: Locale = UK) -> list[Finding]:
        module = importlib.import_module(f"termkit.rules.{rule.replace('-', '_')}")
        return list(module.check(comparison(texts, source, target)))

    return find_in
