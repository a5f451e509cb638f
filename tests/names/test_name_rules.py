"""What the rules about names find, and what they rightly don't."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from termkit.model import Certainty, Finding, Fix, Locale, Severity, Span

Finder = Callable[..., list[Finding]]


def _concepts(findings: list[Finding]) -> list[str | None]:
    return [finding.concept for finding in findings]


@pytest.mark.parametrize(
    ("texts", "missing"),
    [
        pytest.param((("Vereshchuk spoke.", "Посадовиця говорила."),), ["vereshchuk"], id="vague-noun"),
        pytest.param((("Vereshchuk spoke.", "За словами Верещук."),), [], id="kept"),
        pytest.param((("Ukraine won.", "Перемогла українська збірна."),), [], id="adjective-licenses"),
        pytest.param((("Ukrainian teams won.", "Наші перемогли."),), [], id="adjective-asks-for-nothing"),
        pytest.param((("Azov Regiment fighters", "бійці «Азову»"),), [], id="broader-licenses"),
        pytest.param((("Azov fighters of the Azov Regiment", "бійці полку «Азов»"),), [], id="longer-name-licenses"),
        pytest.param(
            (("The Azov Regiment, commanded from Azov", "бійці «Азову»"),), ["regiment"], id="broader-only-once"
        ),
        pytest.param((("The Azov coast", "Узбережжя"),), [], id="ambiguous-alone"),
        pytest.param((("Moscow-backed separatists", "проросійські сепаратисти"),), [], id="compound"),
        pytest.param(
            (("Iryna Vereshchuk came.", "Прийшла Ірина Верещук."), ("Vereshchuk spoke.", "Вона говорила.")),
            [],
            id="pronoun-for-a-person-named-elsewhere",
        ),
        pytest.param(
            (("Iryna Vereshchuk came.", "Прийшла Ірина Верещук."), ("She saw Vereshchuk.", "Вона бачила.")),
            ["vereshchuk"],
            id="pronoun-that-the-source-has-too",
        ),
        pytest.param(
            (
                ("Iryna Vereshchuk came.", "Прийшла Ірина Верещук."),
                ("Deputy head Vereshchuk spoke.", "Говорила заступниця керівника."),
            ),
            ["vereshchuk"],
            id="titles-in-a-row-are-one",
        ),
        pytest.param((("Vereshchuk spoke.", "Вона говорила."),), ["vereshchuk"], id="pronoun-for-nobody"),
        pytest.param(
            (("Kyiv fell.", ""), ("It rained.", "Київ упав. Дощило.")), [], id="paragraph-without-translation"
        ),
        pytest.param(
            (("Kyiv fell.", "Місто впало."), ("It rained.", "Над Києвом дощило.")), [], id="moved-to-the-neighbour"
        ),
        pytest.param(
            (("Kyiv fell.", "Місто впало."), ("It rained in Kyiv.", "Над Києвом дощило.")), ["kyiv"], id="not-moved"
        ),
        pytest.param((("Kyiv fell.", "Учора Києв упав."),), [], id="misspelt-is-not-missing"),
        pytest.param((("Kyiv fell.", "Кієв упав."),), [], id="forbidden-is-not-missing"),
        pytest.param((("The U.N. met.", "Вони зустрілися."),), [], id="no-term-in-the-locale"),
        pytest.param((("Denys Prokopenko, alias Redis", "Денис Прокопенко, «Редька»"),), ["denys"], id="nickname-lost"),
        pytest.param((("Redis spoke to Prokopenko", "Прокопенко і «Редіс»"),), [], id="nickname-kept"),
    ],
)
def test_term_missing(find: Finder, texts: tuple[tuple[str, str], ...], missing: list[str]) -> None:
    assert _concepts(find("term-missing", *texts)) == missing


def test_a_missing_place_is_a_warning_and_a_person_an_error(find: Finder) -> None:
    place, person = (
        find("term-missing", ("Kyiv and Vereshchuk", "ніхто")),
        find("term-missing", ("Vereshchuk", "ніхто")),
    )
    assert [finding.severity for finding in place] == [Severity.WARNING, Severity.ERROR]
    assert person[0].source_span == Span(0, 10)
    assert person[0].message == (
        "“Vereshchuk” (vereshchuk) is not named; expected “Ірина Верещук” or “Верещук” (preferred, admitted)"
        " in any of its forms"
    )


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        pytest.param("Kateryna Prokopenko came.", "Прийшов Денис Прокопенко.", ["Денис Прокопенко"], id="person"),
        pytest.param("Prokopenko came.", "Прийшов Денис Прокопенко.", [], id="surname-of-both"),
        pytest.param("The Azov Regiment", "бригада «Азов»", ["бригада «Азов»"], id="unit"),
        pytest.param("Moscow said", "Київ заявив", ["Київ"], id="place"),
        pytest.param("Moscow said", "Ірина Верещук заявила", [], id="other-kind"),
        pytest.param("Moscow and Kyiv", "Київ", [], id="only-missing"),
    ],
)
def test_name_swapped(find: Finder, source: str, target: str, found: list[str]) -> None:
    findings = find("name-swapped", (source, target))
    assert [finding.found for finding in findings] == found
    if found:
        assert find("term-missing", (source, target)) == []


def test_term_forbidden_gives_the_replacement_in_the_same_case(find: Finder) -> None:
    findings = find("term-forbidden", ("in Kyiv", "у Кієві"))
    assert [(finding.expected, finding.fix) for finding in findings] == [("Києві", Fix(Span(2, 7), "Києві"))]
    assert findings[0].message == "“Кієві” (kyiv) is forbidden; write “Києві”"


@pytest.mark.parametrize(
    ("target", "count"),
    [("They met in Kiev.", 1), ("KIEV", 1), ("A chicken Kiev.", 0), ("They met in Kyiv.", 0)],
    ids=["found", "headline", "exception", "right"],
)
def test_term_forbidden(find: Finder, target: str, count: int) -> None:
    findings = find("term-forbidden", ("Київ", target), source=Locale("uk"), target=Locale("en"))
    assert len(findings) == count


def test_name_misspelt_keeps_the_ending(find: Finder) -> None:
    findings = find("name-misspelt", ("to Denys Prokopenko", "до Дениса Прокопенга"))
    assert [(finding.found, finding.expected, finding.certainty) for finding in findings] == [
        ("Прокопенга", "Прокопенка", Certainty.CERTAIN)
    ]
    assert findings[0].fix == Fix(Span(10, 20), "Прокопенка")


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        pytest.param((("Ukraine won.", "Слава збірній України. Українці раді."),), [], id="derived-word"),
        pytest.param((("Ukraine won.", "Перемогла Українна."),), ["Українна"], id="the-name-is-missing-otherwise"),
        pytest.param((("Kyiv fell.", "Київ упав."), ("All wept.", "Усі за Киів.")), [], id="short-and-not-mentioned"),
        pytest.param((("For Vereshchuk", "Для Верещука"),), ["Верещука"], id="indeclinable"),
    ],
)
def test_name_misspelt(find: Finder, texts: tuple[tuple[str, str], ...], found: list[str]) -> None:
    assert [finding.found for finding in find("name-misspelt", *texts)] == found


def test_name_inconsistent_shows_the_minority(find: Finder) -> None:
    texts = (("Kyiv", "Kyjiw"), ("Kyiv", "Kiew"), ("Kyiv", "Kyjiw"))
    findings = find("name-inconsistent", *texts, target=Locale("de"))
    assert [(finding.found, finding.expected, finding.severity) for finding in findings] == [
        ("Kiew", "Kyjiw", Severity.WARNING)
    ]
    message = findings[0].message
    assert message.startswith("“Kiew” (kyiv, preferred; ")
    assert message.endswith(") stands beside “Kyjiw”, which the article has 2 times")


def test_a_surname_is_consistent_with_the_full_name(find: Finder) -> None:
    assert find("name-inconsistent", ("Iryna Vereshchuk, Vereshchuk", "Ірина Верещук, Верещук")) == []
