"""What a termbase without faults is read as."""

import datetime
import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from termkit.model import AdministrativeStatus, Concept, Locale, Term, TermType
from termkit.termbase import TermbaseError, load_termbase

UK, EN = Locale("uk"), Locale("en")

FULL = """\
- id: person-denys-prokopenko
  kind: person
  sex: male
  definition: {en: "Ukrainian officer: commander."}
  status: proposed
  source:
    - {text: Table 1, url: "https://example.org/a"}
    - By phone
  updated: 2026-11-22
  note_translators:
    en: |
      Full name first.
      Then the surname.
  related: {type: member-of, target: unit-azov-regiment}
  terms:
    uk:
      - term: Денис Прокопенко
        status: preferred
        type: full-form
        gender: masculine
        number: singular
        forms:
          gen: Дениса Прокопенка
          dat: [Денисові Прокопенку, Денису Прокопенку]
          other: Денисе
        case: sensitive
        valid: {from: 2014-05-05, to: 2023-02-09}
        transliteration: {system: uk-Latn-kmu2010, of: Денис Прокопенко}
        note: a remark
      - {term: Прокопенки, status: forbidden, replace_with: Денис Прокопенко, reason: a slip, except: [a, b c]}
      - {term: Прокопенко, type: surname, status: admitted, ambiguous: true, indeclinable: false}
- {id: unit-azov-regiment, kind: military-unit, terms: {en: Azov Regiment}}
"""


@pytest.fixture
def load(tmp_path: Path) -> Callable[[str], dict[str, Concept]]:
    def load(text: str) -> dict[str, Concept]:
        path = tmp_path / "glossary.yaml"
        path.write_text(text, encoding="utf-8")
        return dict(load_termbase([path]).concepts)

    return load


def test_every_field(load: Callable[[str], dict[str, Concept]]) -> None:
    concepts = load(FULL)
    assert concepts == {
        "person-denys-prokopenko": Concept(
            id="person-denys-prokopenko",
            kind="person",
            sex="male",
            definition={"en": "Ukrainian officer: commander."},
            status="proposed",
            source=("Table 1 <https://example.org/a>", "By phone"),
            updated=datetime.date(2026, 11, 22),
            note_translators={"en": "Full name first.\nThen the surname."},
            related=(("member-of", "unit-azov-regiment"),),
            terms={
                UK: (
                    Term(
                        "Денис Прокопенко",
                        UK,
                        gender="masculine",
                        number="singular",
                        forms={
                            "gen": ("Дениса Прокопенка",),
                            "dat": ("Денисові Прокопенку", "Денису Прокопенку"),
                            "*": ("Денисе",),
                        },
                        valid_from=datetime.date(2014, 5, 5),
                        valid_to=datetime.date(2023, 2, 9),
                        transliteration="uk-Latn-kmu2010",
                        transliteration_of="Денис Прокопенко",
                        note="a remark",
                    ),
                    Term(
                        "Прокопенки",
                        UK,
                        AdministrativeStatus.FORBIDDEN,
                        replace_with="Денис Прокопенко",
                        reason="a slip",
                        exceptions=("a", "b c"),
                    ),
                    Term("Прокопенко", UK, AdministrativeStatus.ADMITTED, TermType.SURNAME, ambiguous=True),
                )
            },
        ),
        "unit-azov-regiment": Concept(
            id="unit-azov-regiment",
            kind="military-unit",
            terms={EN: (Term("Azov Regiment", EN),)},
            referred_by=(("member-of", "person-denys-prokopenko"),),
        ),
    }


HEAD = "- id: a\n  kind: term\n  terms:\n    "


@pytest.mark.parametrize(
    ("terms", "sensitive"),
    [
        ("en: filtration camp", False),
        ("en: Azov", True),
        ("en: iPhone", True),
        ("en: {term: Azov, case: insensitive}", False),
        ("en: {term: azov, case: sensitive}", True),
        ("uk: фільтраційний табір", False),
        ("ja: アゾフ", False),
    ],
)
def test_capitals_count_where_there_are_any(
    terms: str, *, sensitive: bool, load: Callable[[str], dict[str, Concept]]
) -> None:
    (locale,) = load(HEAD + terms)["a"].terms.values()
    assert locale[0].case_sensitive is sensitive


@pytest.mark.parametrize(
    ("terms", "locale", "term"),
    [
        ("no: Azov", "no", "Azov"),
        ("en: No", "en", "No"),
        ("en: on", "en", "on"),
        ("en: 12:30", "en", "12:30"),
        ("en: 1_000", "en", "1_000"),
        ("en: 0777", "en", "0777"),
        ("en: 2022-02-24", "en", "2022-02-24"),
        ("en: 1.10", "en", "1.10"),
        ('en: "null"', "en", "null"),
        ("en: true", "en", "true"),
    ],
)
def test_values_are_read_as_written(
    terms: str, locale: Locale, term: str, load: Callable[[str], dict[str, Concept]]
) -> None:
    assert load(HEAD + terms)["a"].terms[locale][0].term == term


@pytest.mark.parametrize(
    "terms",
    [
        pytest.param("uk: AFP", id="latin-name"),
        pytest.param("uk: компанія Apple", id="latin-word-beside-cyrillic"),
        pytest.param("uk: Redis-ом", id="latin-and-cyrillic-joined-by-hyphen"),
        pytest.param("uk: в\u2019язень", id="apostrophe"),
        pytest.param("uk: в\u02bcязень", id="letter-apostrophe"),
        pytest.param("uk: Су-25", id="digits"),
        pytest.param("ja: AFP通信", id="latin-beside-han"),
        pytest.param("ja: アゾフ連隊のひと", id="three-scripts-of-japanese"),
        pytest.param("ko: NATO군", id="latin-beside-hangul"),
        pytest.param("zh-Hant: 亞速營", id="han"),
        pytest.param("sr-Latn: Azov", id="latin-serbian"),
        pytest.param("sr: Азов", id="cyrillic-serbian"),
        pytest.param("fa: می\u200cخواهم", id="persian-with-joiner"),
        pytest.param("es: 1.ª brigada", id="ordinal-sign"),
        pytest.param("el: 25 µm", id="micro-sign"),
    ],
)
def test_characters_that_are_right(terms: str, load: Callable[[str], dict[str, Concept]]) -> None:
    assert "a" in load(HEAD + terms)


@pytest.mark.parametrize(
    "terms",
    [
        pytest.param(
            "en: [{term: Kiev, valid: {to: 2019-08-13}}, {term: Kyiv, valid: {from: 2019-08-14}}]",
            id="preferred-in-turn",
        ),
        pytest.param(
            "en: [{term: Kiev, status: forbidden, valid: {from: 2019-08-14}}, {term: Kiev, valid: {to: 2019-08-13}}]",
            id="forbidden-only-later",
        ),
        pytest.param("en: [Denys Prokopenko, {term: Prokopenko, type: surname}]", id="preferred-of-two-types"),
        pytest.param("en: [{term: Ukrainian, type: adjective}, {term: Ukrainian, type: demonym}]", id="two-types"),
        pytest.param("en: [Azovstal, {term: AZOVSTAL, status: forbidden}]", id="forbidden-in-capitals"),
        pytest.param("{en: Kyiv, de: [Kyjiw, {term: Kyiv, status: forbidden}]}", id="forbidden-in-another-locale"),
        pytest.param("en: [{term: Kiev, status: superseded}, {term: Kyiv, status: admitted}]", id="no-preferred"),
    ],
)
def test_terms_that_can_stand_together(terms: str, load: Callable[[str], dict[str, Concept]]) -> None:
    assert "a" in load(HEAD + terms)


@pytest.mark.parametrize("prefix", ["\ufeff", "# a comment\n", "---\n", "%YAML 1.1\n---\n"])
def test_beginnings_of_files(prefix: str, load: Callable[[str], dict[str, Concept]]) -> None:
    assert list(load(prefix + HEAD + "en: Kyiv")) == ["a"]


def test_line_ends_of_windows(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_bytes(FULL.replace("\n", "\r\n").encode())
    assert load_termbase([path]).concepts["person-denys-prokopenko"].terms[UK][0].forms["*"] == ("Денисе",)


def test_ten_thousand_concepts(tmp_path: Path) -> None:
    entry = """\
- id: person-n{0}
  kind: person
  terms:
    en: [Denys N{0}, {{term: Denis N{0}, status: forbidden, replace_with: Denys N{0}}}]
    uk: {{term: Денис Н{0}, forms: {{gen: Дениса Н{0}, dat: [Денису Н{0}, Денисові Н{0}]}}}}
"""
    path = tmp_path / "glossary.yaml"
    path.write_text("".join(entry.format(number) for number in range(10_000)), encoding="utf-8")
    first = load_termbase([path])
    assert len(first.concepts) == 10_000
    assert first.concepts["person-n9999"].terms[UK][0].forms["dat"] == ("Денису Н9999", "Денисові Н9999")
    assert load_termbase([path]) == first


@pytest.mark.parametrize("enabled", [True, False])
def test_garbage_collection_is_left_as_it_was(*, enabled: bool, load: Callable[[str], dict[str, Concept]]) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        load(FULL)
        after_loading = gc.isenabled()
        with pytest.raises(TermbaseError):
            load("")
        assert (after_loading, gc.isenabled()) == (enabled, enabled)
    finally:
        (gc.enable if before else gc.disable)()


def test_example_of_the_docs(load: Callable[[str], dict[str, Concept]]) -> None:
    docs = Path(__file__).parents[2].joinpath("docs", "termbase.md").read_text("utf-8")
    concepts = load(docs.split("```yaml\n")[1].split("```")[0])
    assert concepts["place-kyiv"].terms[UK][0].forms["dat"] == ("Києву", "Києвові")
