"""What is recognised as a name of the termbase."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from termkit.language import load_language
from termkit.model import Concept, Locale, Name, Span, Term, TermType, Text
from termkit.recognise.forms import term_forms
from termkit.recognise.names import NameIndex, near_names, recognise_names
from termkit.recognise.names_cache import load_names

Found = list[tuple[str, set[str], bool]]


def _found(index: NameIndex, string: str, protected: tuple[Span, ...] = ()) -> Found:
    mentions = recognise_names(Text(string, index.locale, protected=protected), index)
    return [
        (mention.text, set(mention.value.concepts), mention.hard)
        for mention in mentions
        if isinstance(mention.value, Name) and mention.value.candidates
    ]


@pytest.mark.parametrize(
    ("locale", "string", "expected"),
    [
        pytest.param(
            "uk", "у полку «Азов».", [("полку «Азов»", {"regiment"}, True), ("Азов", {"azov"}, False)], id="quotes"
        ),
        pytest.param(
            "uk", 'полк "Азов"', [('полк "Азов"', {"regiment"}, True), ("Азов", {"azov"}, False)], id="straight"
        ),
        pytest.param("uk", "Полком Азов", [("Полком Азов", {"regiment"}, True), ("Азов", {"azov"}, False)], id="none"),
        pytest.param(
            "uk", "ПОЛК «АЗОВ»", [("ПОЛК «АЗОВ»", {"regiment"}, True), ("АЗОВ", {"azov"}, False)], id="capitals"
        ),
        pytest.param("uk", "Денисом Прокопенком", [("Денисом Прокопенком", {"denys"}, True)], id="longest-first"),
        pytest.param("uk", "Прокопенко", [("Прокопенко", {"denys", "kateryna"}, True)], id="homograph"),
        pytest.param("uk", "Прокопенка", [("Прокопенка", {"denys"}, True)], id="only-the-man-declines"),
        pytest.param("uk", "Верещука", [], id="indeclinable-woman"),
        pytest.param("uk", "Українською мовою", [("Українською", {"ukraine"}, False)], id="adjective"),
        pytest.param("uk", "Кия\u0301ни й Київщина", [], id="whole-words"),
        pytest.param("uk", "київ", [], id="case"),
        pytest.param("en", "Yusov's and Vereshchuk’s", [("Vereshchuk", {"vereshchuk"}, True)], id="possessive"),
        pytest.param("en", "the UN and U.N.", [("UN", {"un"}, True), ("U.N.", {"un"}, True)], id="points"),
        pytest.param("en", "united nations", [], id="all-small"),
        pytest.param("en", "UNITED NATIONS", [("UNITED NATIONS", {"un"}, True)], id="headline"),
        pytest.param("en", "SEND THE UN HERE", [("UN", {"un"}, False)], id="acronym-among-capitals"),
        pytest.param("en", "chicken Kiev in Kiev", [("Kiev", {"kyiv"}, True)], id="exception"),
        pytest.param("en", "the Sea of Azov", [], id="exception-of-several-words"),
        pytest.param(
            "en",
            "Moscow-backed, Kyiv–Moscow",
            [("Moscow", {"moscow"}, False), ("Kyiv", {"kyiv"}, True), ("Moscow", {"moscow"}, True)],
            id="compound",
        ),
        pytest.param("en", "the United, Nations", [], id="comma"),
        pytest.param("de", "Ostukraine", [("Ostukraine", {"ukraine"}, False)], id="word-made-with-a-name"),
        pytest.param("de", "ostukraine Ostkiewer", [], id="word-made-with-no-name"),
        pytest.param("de", "des Asow-Regiments", [("Asow-Regiments", {"regiment"}, True)], id="hyphen"),
        pytest.param("de", "Asow Regiment", [("Asow Regiment", {"regiment"}, True)], id="space-for-hyphen"),
        pytest.param("de", "Iryna Wereschtschuks Amt", [("Iryna Wereschtschuks", {"vereshchuk"}, True)], id="genitive"),
        pytest.param(
            "fr",
            "Régiment Azov de l’Ukraine",
            [("Régiment Azov", {"regiment"}, True), ("Ukraine", {"ukraine"}, True)],
            id="elision",
        ),
        pytest.param(
            "ja",
            "デニス・プロコペンコ氏は国連で",
            [("デニス・プロコペンコ", {"denys"}, True), ("国連", {"un"}, True)],
            id="no-spaces",
        ),
        pytest.param("ja", "プロコペンコフ氏", [], id="whole-words-without-spaces"),
        pytest.param("zh", "他在联合国大会上", [("联合国", {"un"}, True)], id="no-spaces"),
    ],
)
def test_names_in_text(indexes: Mapping[Locale, NameIndex], locale: str, string: str, expected: Found) -> None:
    assert _found(indexes[Locale(locale)], string) == expected


def test_protected_spans_hold_no_names(indexes: Mapping[Locale, NameIndex]) -> None:
    assert _found(indexes[Locale("en")], "see kyiv.ua/Kyiv now", (Span(4, 16),)) == []


def test_spans_are_those_of_the_text_as_written(indexes: Mapping[Locale, NameIndex]) -> None:
    assert _found(indexes[Locale("uk")], "у Ки\u0438\u0306\u00adв чи Ки\u00adїв") == [("Ки\u00adїв", {"kyiv"}, True)]


def test_pronouns_and_titles_are_soft_and_name_nobody(indexes: Mapping[Locale, NameIndex]) -> None:
    mentions = recognise_names(Text("Міністерку бачили, вона пішла.", Locale("uk")), indexes[Locale("uk")])
    assert [(mention.text, mention.hard, mention.value) for mention in mentions] == [
        ("Міністерку", False, Name(())),
        ("вона", False, Name(())),
    ]


def test_a_forbidden_form_has_the_replacement_in_its_case(indexes: Mapping[Locale, NameIndex]) -> None:
    mention = recognise_names(Text("у Кієві", Locale("uk")), indexes[Locale("uk")])[0]
    assert isinstance(mention.value, Name)
    assert {candidate.replacement for candidate in mention.value.candidates} == {"Києві"}


@pytest.mark.parametrize(
    ("locale", "term", "string", "found"),
    [
        pytest.param("uk", "ЦАХАЛ", "речник ЦАХАЛу", "ЦАХАЛу", id="uk-acronym"),
        pytest.param("fi", "NATO", "NATO:n johtaja", "NATO", id="fi-acronym-colon"),
        pytest.param("hu", "BBC", "a BBC-t", "BBC", id="hu-acronym-hyphen"),
        pytest.param("tr", "ABD", "bugün ABD'nin kararı", "ABD", id="tr-acronym-apostrophe"),
        pytest.param("et", "NATO", "Eesti NATOs", "NATOs", id="et-acronym"),
        pytest.param("he", "קייב", "הם גרים בקייב", "בקייב", id="he-preposition"),
        pytest.param("ar", "الأمم المتحدة", "قال للأمم المتحدة", "للأمم المتحدة", id="ar-article-behind-preposition"),
        pytest.param("ko", "우크라이나", "우크라이나에서는", "우크라이나에서는", id="ko-particle"),
        pytest.param("hi", "दिल्ली", "दिल्ली में", "दिल्ली", id="hi-signs"),
        pytest.param("ka", "თბილისი", "თბილისში", "თბილისში", id="ka-postposition"),
    ],
)
def test_names_with_what_is_written_to_them(locale: str, term: str, string: str, found: str) -> None:
    tag = Locale(locale)
    kind = TermType.ACRONYM if term.isupper() else TermType.FULL_FORM
    concepts = {"x": Concept("x", "place", {tag: (Term(term, tag, type=kind),)})}
    assert _found(load_names(concepts, load_language(tag), None), string) == [(found, {"x"}, True)]


def test_terms_of_a_language_count_for_its_variants() -> None:
    locale = Locale("pt")
    concepts = {"x": Concept("x", "place", {locale: (Term("Kiev", locale),)})}
    brazil = Locale("pt-BR")
    assert [text for text, *_ in _found(load_names(concepts, load_language(brazil), None), "em Kiev")] == ["Kiev"]


@pytest.mark.parametrize(
    ("string", "expected"),
    [
        pytest.param("до Прокопенга", [("Прокопенга", "Прокопенка")], id="letter"),
        pytest.param("з Денисом Прокопеком", [("Прокопеком", "Прокопенком")], id="only-the-wrong-word"),
        pytest.param("з Дениосм Прокопенком", [("Дениосм", "Денисом")], id="given-name"),
        pytest.param("для Верещука", [("Верещука", "Верещук")], id="ending-that-it-does-not-have"),
        pytest.param("для Ірини Верещука", [("Верещука", "Верещук")], id="ending-in-the-full-name"),
        pytest.param("міста Маріуполь", [], id="not-near"),
        pytest.param("для верещюк", [], id="not-capitalised"),
        pytest.param("Денис Прокопенко", [], id="right"),
    ],
)
def test_near_names(indexes: Mapping[Locale, NameIndex], string: str, expected: list[tuple[str, str]]) -> None:
    index, text = indexes[Locale("uk")], Text(string, Locale("uk"))
    near = near_names(text, index, {"denys", "vereshchuk"}, recognise_names(text, index))
    assert [(m.text, m.value.expected) for m in near if isinstance(m.value, Name)] == expected


def test_a_short_word_without_capitals_is_near_to_no_name() -> None:
    tag = Locale("he")
    concepts = {"china": Concept("china", "place", {tag: (Term("סין", tag),)})}
    index = load_names(concepts, load_language(tag), None)
    assert near_names(Text("הגבול בין המדינות", tag), index, {"china"}, []) == []


def test_a_word_that_the_source_has_is_not_near(indexes: Mapping[Locale, NameIndex]) -> None:
    index, text = indexes[Locale("de")], Text("Iryna Wereschtschak", Locale("de"))
    assert near_names(text, index, {"vereshchuk"}, []) != []
    assert near_names(text, index, {"vereshchuk"}, [], frozenset({"wereschtschak"})) == []


def test_listed_forms_come_first_and_others_are_added() -> None:
    locale = Locale("uk")
    term = Term("Денис Прокопенко", locale, forms={"dat": ("Денисові Прокопенку",)})
    concept = Concept("x", "person", {locale: (term,)}, sex="male")
    datives = [(form.text, form.why) for form in term_forms(term, concept, load_language(locale)) if form.case == "dat"]
    assert datives[0] == ("Денисові Прокопенку", "listed in the termbase")
    assert ("Денису Прокопенкові", "shevchenko-py") in datives


def test_an_indeclinable_term_has_only_itself() -> None:
    locale = Locale("uk")
    term = Term("Прокопенко", locale, indeclinable=True)
    concept = Concept("x", "person", {locale: (term,)}, sex="male")
    assert [form.text for form in term_forms(term, concept, load_language(locale))] == ["Прокопенко"]


def test_a_form_whose_case_is_known_has_no_unknown_one() -> None:
    locale = Locale("cs")
    term = Term("Prokopenko", locale, type=TermType.SURNAME, forms={"dat": ("Prokopenkovi",)})
    concept = Concept("denys", "person", {locale: (term,)}, sex="male")
    found = term_forms(term, concept, load_language(locale))
    assert [form.case for form in found if form.text == "Prokopenkovi"] == ["dat", "loc"]
    assert "Prokopenkova" in [form.text for form in found if form.case == "*"]  # the possessive adjective
