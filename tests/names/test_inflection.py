"""Names in a wrong form: what is found in each language that has data for it, and what is right."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from termkit.check import check_document
from termkit.language import languages_with_data, load_language
from termkit.language_names import CASES
from termkit.model import Concept, Document, Finding, Locale, Segment, Term, TermType, Text, Unit
from termkit.recognise.forms import term_forms
from termkit.recognise.recognisers import Recognisers
from termkit.rules import load_rules

EN = Locale("en")
_PEOPLE = {
    "man": {
        "en": "Denys Prokopenko",
        "uk": "Денис Прокопенко",
        "ru": "Андрей Юсов",
        "pl": "Jan Nowak",
        "cs": "Jan Novák",
        "be": "Андрэй Кулік",
        "sk": "Ján Novák",
        "sl": "Marko Novak",
        "hr": "Ivan Horvat",
        "sr": "Ivan Horvat",
    },
    "woman": {
        "en": "Olena Bondar",
        "uk": "Олена Бондар",
        "ru": "Елена Бондарь",
        "pl": "Olena Bondar",
        "cs": "Olena Bondar",
        "be": "Алена Бондар",
        "sk": "Olena Bondar",
        "sl": "Olena Bondar",
        "hr": "Olena Bondar",
        "sr": "Olena Bondar",
    },
}
_SEXES = {"man": "male", "woman": "female"}
_TAGS = sorted(Locale(tag) for tag in languages_with_data() if load_language(Locale(tag)).names.prepositions)


def _concept(who: str) -> Concept:
    terms = {
        Locale(tag): (Term(name, Locale(tag)), Term(name.split()[-1], Locale(tag), type=TermType.SURNAME))
        for tag, name in _PEOPLE[who].items()
    }
    return Concept(who, "person", terms, sex=_SEXES[who])


CONCEPTS: Mapping[str, Concept] = {who: _concept(who) for who in _PEOPLE} | {
    "forces": Concept(
        "forces",
        "military-unit",
        {
            EN: (Term("Armed Forces", EN),),
            Locale("uk"): (Term("Збройні сили України", Locale("uk"), number="plural"),),
        },
    ),
    "plant": Concept(
        "plant", "facility", {EN: (Term("Azovstal", EN),), Locale("uk"): (Term("Азовсталь", Locale("uk")),)}
    ),
    "brigade": Concept(
        "brigade",
        "military-unit",
        {EN: (Term("Azov Brigade", EN),), Locale("uk"): (Term("бригада Азов", Locale("uk"), gender="feminine"),)},
    ),
    "city": Concept("city", "place", {EN: (Term("Kyiv", EN),), Locale("uk"): (Term("Київ", Locale("uk")),)}),
    "port": Concept("port", "place", {EN: (Term("Odesa", EN),), Locale("uk"): (Term("Одеса", Locale("uk")),)}),
    "korean": Concept(
        "korean",
        "person",
        {EN: (Term("Kim Jong Un", EN),), Locale("uk"): (Term("Кім Чен Ин", Locale("uk")),)},
        sex="male",
    ),
    "ukrainian": Concept(
        "ukrainian",
        "person",
        {EN: (Term("Dmytro Tkach", EN),), Locale("uk"): (Term("Дмитро Ткач", Locale("uk")),)},
        sex="male",
    ),
    "american": Concept(
        "american",
        "person",
        {
            EN: (Term("Joe Biden", EN),),
            Locale("pl"): (Term("Joe Biden", Locale("pl")),),
            Locale("uk"): (Term("Педро Санчес", Locale("uk")),),
        },
        sex="male",
    ),
}


@pytest.fixture(scope="module")
def recognisers() -> Recognisers:
    return Recognisers(CONCEPTS)


def _find(recognisers: Recognisers, tag: str, target: str) -> list[Finding]:
    source = ", ".join(terms[EN][0].term for terms in (concept.terms for concept in CONCEPTS.values()))
    segment = Segment(Unit("1"), Text(source, EN), Text(target, Locale(tag)))
    rules = {name: load_rules()[name] for name in ("name-inflection", "name-misspelt")}
    return check_document(Document("x", EN, Locale(tag), (segment,)), rules, recognisers)


def _forms(tag: Locale, case: str) -> set[str]:
    term = CONCEPTS["man"].terms[tag][0]
    return {form.text for form in term_forms(term, CONCEPTS["man"], load_language(tag)) if form.case == case}


@pytest.mark.parametrize("tag", _TAGS)
def test_every_preposition_asks_for_its_cases(tag: Locale, recognisers: Recognisers) -> None:
    nominative = _PEOPLE["man"][tag]
    for preposition, cases in load_language(tag).names.prepositions.items():
        (finding,) = _find(recognisers, tag, f"{preposition} {nominative}")
        assert (finding.rule, finding.found) == ("name-inflection", nominative), preposition
        assert finding.expected in _forms(tag, cases[0]), preposition
        for form in {form for case in cases for form in _forms(tag, case)}:
            assert _find(recognisers, tag, f"{preposition} {form}") == [], preposition


@pytest.mark.parametrize("tag", _TAGS)
def test_words_in_front_refuse_the_cases_that_they_have_not(tag: Locale, recognisers: Recognisers) -> None:
    names = load_language(tag).names
    for preposition, cases in [*names.prepositions.items(), *names.agreeing.items()]:
        right = {form for case in cases for form in _forms(tag, case)}
        for form in {form for case in CASES for form in _forms(tag, case)} - right:
            assert [f.found for f in _find(recognisers, tag, f"{preposition} {form}")] == [form], preposition


@pytest.mark.parametrize(
    ("tag", "target", "found", "expected"),
    [
        pytest.param("uk", "за наказом Дениса Прокопенко", "Дениса Прокопенко", "Дениса Прокопенка", id="surname"),
        pytest.param("uk", "він бачив Денис Прокопенка", "Денис Прокопенка", "Денис Прокопенко", id="first-word-leads"),
        pytest.param("uk", "від Денис Прокопенка", "Денис Прокопенка", "Дениса Прокопенка", id="preposition-leads"),
        pytest.param("uk", "для Олени Бондара", "Олени Бондара", "Олени Бондар", id="man's-form"),
        pytest.param("uk", "листа Бондару", "Бондару", "Бондар", id="man's-form-alone"),
        pytest.param("uk", "у Збройних силам України", "Збройних силам України", "Збройних силах України", id="phrase"),
        pytest.param("uk", "слова 29-річній Олена Бондар", "Олена Бондар", "Олені Бондар", id="agreeing"),
        pytest.param("uk", "від бригада «Азов»", "бригада «Азов»", "бригади «Азов»", id="quoted-inside"),
        pytest.param("uk", "для «Азовсталь»", "Азовсталь", "Азовсталі", id="quoted-thing"),
        pytest.param("uk", "поїхав із Київ.", "Київ", "Києва", id="nominative-where-the-accusative-is-seldom"),
        pytest.param("uk", "це захисник Київ", "Київ", "Києва", id="what-somebody-belongs-to"),
        pytest.param("uk", "заступник командира бригада Азов", "бригада Азов", "бригади Азов", id="titles-in-a-row"),
        pytest.param("uk", "Олена, громадянка Київ", "Київ", "Києва", id="apposition"),
        pytest.param("uk", "це дружина Денис Прокопенко", "Денис Прокопенко", "Дениса Прокопенка", id="man-of-a-woman"),
        pytest.param(
            "uk",
            "дружина Дениса Прокопенко",
            "Дениса Прокопенко",
            "Дениса Прокопенка",
            id="parts-behind-a-woman's-title",
        ),
        pytest.param("uk", "бійці бригада Азов", "бригада Азов", "бригади Азов", id="behind-several-people"),
        pytest.param("uk", "комбінат «Азовсталі» стоїть", "Азовсталі", "Азовсталь", id="quoted-behind-a-class"),
        pytest.param("uk", "на шкоду Києва", "Києва", "Києву", id="phrase"),
        pytest.param("uk", "для Києва, Азовсталь і бригади Азов", "Азовсталь", "Азовсталі", id="list"),
        pytest.param("uk", "для Києва, Азовсталь, бригади Азов та інших", "Азовсталь", "Азовсталі", id="longer-list"),
        pytest.param("uk", "за наказом Дмитро Ткача", "Дмитро Ткача", "Дмитра Ткача", id="given-name-of-its-own"),
        pytest.param("ru", "об Андрее Юсовой", "Андрее Юсовой", "Андрее Юсове", id="woman's-form"),
        pytest.param("ru", "об Андрее Юсов", "Андрее Юсов", "Андрее Юсове", id="ru-surname"),
        pytest.param("pl", "dla Jana Nowak", "Jana Nowak", "Jana Nowaka", id="pl-surname"),
        pytest.param("pl", "dla Oleny Bondara", "Oleny Bondara", "Oleny Bondar", id="pl-man's-form"),
        pytest.param("cs", "pro Jana Novák", "Jana Novák", "Jana Nováka", id="cs-surname"),
        pytest.param("be", "для Андрэя Кулік", "Андрэя Кулік", "Андрэя Куліка", id="be-surname"),
        pytest.param("sk", "od Ján Novák", "Ján Novák", "Jána Nováka", id="sk-preposition"),
        pytest.param("sl", "kljub Marko Novak", "Marko Novak", "Marku Novaku", id="sl-preposition"),
        pytest.param("hr", "prema Ivan Horvat", "Ivan Horvat", "Ivanu Horvatu", id="hr-preposition"),
        pytest.param("sr", "код Ivan Horvat", "Ivan Horvat", "Ivana Horvata", id="sr-preposition"),
        pytest.param("cs", "pro Jana Novákovou", "Jana Novákovou", "Jana Nováka", id="cs-woman's-form"),
    ],
)
def test_wrong_form(tag: str, target: str, found: str, expected: str, recognisers: Recognisers) -> None:
    (finding,) = _find(recognisers, tag, target)
    assert (finding.rule, finding.found, finding.expected) == ("name-inflection", found, expected)
    assert finding.fix is not None
    assert finding.fix.text == expected


@pytest.mark.parametrize(
    ("tag", "target"),
    [
        pytest.param("uk", "Денисові Прокопенку, Денису Прокопенкові", id="alternatives-of-a-case"),
        pytest.param("uk", "Олена Бондар, Олени Бондар, Оленою Бондар", id="indeclinable"),
        pytest.param("uk", "про Кім Чен Ина", id="only-the-last-is-declined"),
        pytest.param("uk", "на комбінаті «Азовсталь», від комбінату Азовсталі", id="quoted-behind-a-class-and-not"),
        pytest.param("uk", "бійці бригади Азов, а за бійцями Київ", id="behind-several-people"),
        pytest.param("pl", "dla Joe Bidena", id="foreign-given-name"),
        pytest.param("uk", "для Педро Санчеса, про Педра Санчеса", id="uk-foreign-given-name"),
        pytest.param("uk", "від «Денис Прокопенко»", id="quoted"),
        pytest.param("uk", "завбільшки з Одесу", id="seldom-accusative"),
        pytest.param("uk", "За словами захисника Київ стоїть", id="subject-behind-somebody"),
        pytest.param("uk", "захисник бригади Азов, дружина Дениса Прокопенка", id="what-belongs-to-them"),
        pytest.param("uk", "за словами Дениса Прокопенка, Київ та Одеса стоять", id="clause-behind-the-first"),
        pytest.param("uk", "оборона Києва, Азовсталь, бригади Азов", id="no-conjunction"),
        pytest.param("uk", "для Києва, Азовсталі і бригади Азов", id="right-list"),
        pytest.param("uk", "для Денис Прокопенко Фонд", id="a-longer-name"),
        pytest.param("uk", "після розмови з президентом Денис Прокопенко поїхав", id="subject-behind-a-title"),
        pytest.param("uk", "прессекретар президента Денис Прокопенко.", id="title-of-another"),
        pytest.param("uk", "командир Денис Прокопенко.", id="title-in-the-nominative"),
        pytest.param("ru", "с Еленой Бондарь, без Елены Бондарь", id="ru-woman"),
        pytest.param("cs", "s Janem Novákem, Janu Novákovi", id="cs"),
        pytest.param("sk", "s Jánom Novákom, o Jánovi Novákovi", id="sk"),
        pytest.param("sl", "z Markom Novakom, z Marka Novaka", id="sl"),
        pytest.param("hr", "od Ivana Horvata, s Ivanom Horvatom", id="hr"),
    ],
)
def test_right_form(tag: str, target: str, recognisers: Recognisers) -> None:
    assert _find(recognisers, tag, target) == []


@pytest.mark.parametrize(
    ("tag", "target", "found", "expected"),
    [
        pytest.param("uk", "бійці роти Азов", "роти Азов", "бригади Азов", id="other-sort"),
        pytest.param("uk", "бійці роти «Азов»", "роти «Азов»", "бригади «Азов»", id="quoted"),
    ],
)
def test_a_unit_of_another_sort(tag: str, target: str, found: str, expected: str, recognisers: Recognisers) -> None:
    (finding,) = _find(recognisers, tag, target)
    assert (finding.rule, finding.found, finding.expected) == ("name-misspelt", found, expected)


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("бійці підрозділу Азов", id="no-sort"),
        pytest.param("бійці бригади Азов і роти Азов", id="named-rightly-as-well"),
        pytest.param("бійці роти Азовсталь", id="another-name"),
    ],
)
def test_what_is_no_unit_of_another_sort(target: str, recognisers: Recognisers) -> None:
    assert "name-misspelt" not in {finding.rule for finding in _find(recognisers, "uk", target)}


def test_a_surname_behind_another_given_name_is_somebody_else_s(recognisers: Recognisers) -> None:
    assert "name-inflection" not in {finding.rule for finding in _find(recognisers, "uk", "для Олега Бондара")}


@pytest.mark.parametrize(
    ("target", "found", "expected"),
    [
        pytest.param("командир Деніас Прокопенко", "Деніас Прокопенко", "Денис Прокопенко", id="other-spelling"),
        pytest.param("командир Днеис Прокопенко", "Днеис", "Денис", id="letters-swapped"),
        pytest.param("Дмитро Прокопенко мовчав", "Дмитро Прокопенко", "Денис Прокопенко", id="somebody-else's"),
        pytest.param("для Дмитра Прокопенка", "Дмитра Прокопенка", "Дениса Прокопенка", id="the-same-inflected"),
    ],
)
def test_wrong_given_name(target: str, found: str, expected: str, recognisers: Recognisers) -> None:
    (finding,) = _find(recognisers, "uk", target)
    assert (finding.rule, finding.found, finding.expected) == ("name-misspelt", found, expected)


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("командир Діброва Прокопенко", id="another-word"),
        pytest.param("Дужий Прокопенко мовчав", id="sentence-start"),
        pytest.param("Денис Прокопенко та Денисенко Прокопенко", id="named-in-full"),
        pytest.param("Денис Прокопенко та Дмитро Прокопенко", id="named-in-full-beside-another"),
        pytest.param("про Дмитра. Прокопенко мовчав", id="another-sentence"),
    ],
)
def test_a_word_before_a_surname_that_is_no_given_name(target: str, recognisers: Recognisers) -> None:
    assert _find(recognisers, "uk", target) == []


@pytest.mark.parametrize(
    ("target", "certainties"),
    [
        pytest.param("Дениса Прокопенко", ("certain", "likely"), id="case-of-the-first-word"),
        pytest.param("від Дениса Прокопенко", ("certain", "certain"), id="case-of-the-preposition"),
        pytest.param("слова командира Денис Прокопенка", ("certain", "certain"), id="case-of-the-title"),
        pytest.param("від Денис Прокопенко", ("certain", "certain"), id="preposition"),
        pytest.param("у Денис Прокопенко", ("certain", "likely"), id="preposition-of-several-cases"),
        pytest.param("Олена, дружина командира Денис Прокопенко.", ("likely", "likely"), id="title"),
        pytest.param("для Олени Бондара", ("certain", "certain"), id="other-sex"),
    ],
)
def test_certainty_of_finding_and_fix(target: str, certainties: tuple[str, str], recognisers: Recognisers) -> None:
    (finding,) = _find(recognisers, "uk", target)
    assert finding.fix is not None
    assert (finding.certainty, finding.fix.certainty) == certainties
