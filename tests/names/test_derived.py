"""Words made from a name stand for it; people's do not, nor is anything sought where the name itself stands."""

from __future__ import annotations

import pytest

from termkit.model import Concept, Locale, Mention, Name, Segment, Term, Text, Unit
from termkit.recognise.recognisers import Recognisers

EN, UK, DE, HE = Locale("en"), Locale("uk"), Locale("de"), Locale("he")


def _concept(name: str, kind: str, **terms: str) -> Concept:
    return Concept(name, kind, {Locale(tag): (Term(term, Locale(tag)),) for tag, term in terms.items()})


_CONCEPTS = {
    concept.id: concept
    for concept in (
        _concept("kharkiv", "place", en="Kharkiv", uk="Харків", de="Charkiw"),
        _concept("indonesia", "place", en="Indonesia", uk="Індонезія", de="Indonesien", he="אינדונזיה"),
        _concept("germany", "place", en="Germany", uk="Німеччина", de="Deutschland"),
        _concept("new-york", "place", en="New York", uk="Нью-Йорк", de="New York"),
        _concept("war", "event", en="World War II", uk="Друга світова війна", de="2. Weltkrieg"),
        _concept("putin", "person", en="Putin", uk="Путін", de="Putin"),
    )
}


def _names(source: str, target: str, locale: Locale = UK) -> list[Mention]:
    segment = Segment(Unit("1"), Text(source, EN), Text(target, locale))
    recognisers = Recognisers(_CONCEPTS)
    pair = recognisers.pair(segment, frozenset(_CONCEPTS))
    return [mention for mention in pair.target if isinstance(mention.value, Name) and mention.value.candidates]


@pytest.mark.parametrize(
    ("target", "locale", "found"),
    [
        pytest.param("Харківські посадовці мовчать.", UK, ["Харківські"], id="adjective"),
        pytest.param("Посадовці та харків\u02bcяни мовчать.", UK, ["харків\u02bcяни"], id="people-with-an-apostrophe"),
        pytest.param("Харківські посадовці, Харків, мовчать.", UK, ["Харків"], id="not-beside-the-name"),
        pytest.param("Посадовці мовчать: характерно.", UK, [], id="another-word"),
        pytest.param("Die Charkiwer Beamten schweigen.", DE, ["Charkiwer"], id="no-misspelt-name"),
    ],
)
def test_words_made_from_a_place_count_for_it(target: str, locale: Locale, found: list[str]) -> None:
    names = _names("Kharkiv officials are silent.", target, locale)
    assert [mention.text for mention in names] == found
    assert all(isinstance(mention.value, Name) and mention.value.concepts == {"kharkiv"} for mention in names)


@pytest.mark.parametrize(
    ("source", "target", "locale", "found"),
    [
        pytest.param("Germany's government", "Die deutsche Regierung", DE, ["deutsche"], id="people-as-the-language"),
        pytest.param("Indonesia's government", "Die indonesische Regierung", DE, ["indonesische"], id="both"),
        pytest.param("Indonesia's government", "הממשלה האינדונזית", HE, ["האינדונזית"], id="behind-a-prefix"),
        pytest.param("Germany's government", "Die Regierung", DE, [], id="dropped"),
        pytest.param("New York police", "Die New Yorker Polizei", DE, ["New Yorker"], id="name-of-two-words"),
        pytest.param("World War II, he says", "Im Ersten Weltkrieg, sagt er", DE, [], id="name-with-a-digit"),
    ],
)
def test_words_for_the_people_of_a_country_count_for_it(
    source: str, target: str, locale: Locale, found: list[str]
) -> None:
    assert [mention.text for mention in _names(source, target, locale)] == found


def test_a_misspelt_name_of_a_country_is_no_word_for_its_people() -> None:
    (name,) = _names("Germany's government", "Die Regierung von Deutschlad", DE)
    assert isinstance(name.value, Name)
    assert name.value.near


def test_a_word_made_from_a_name_is_soft_and_not_near() -> None:
    (name,) = _names("Kharkiv officials are silent.", "Die Charkiwer Beamten schweigen.", DE)
    assert isinstance(name.value, Name)
    assert not name.hard
    assert not name.value.near


def test_nothing_is_sought_that_the_source_does_not_name() -> None:
    assert _names("Officials are silent.", "Харківські посадовці мовчать.") == []


def test_adjectives_of_people_do_not_count() -> None:
    assert _names("Putin's troops advance.", "Просуваються путінські війська.") == []
