"""Names without a termbase entry, followed from the source into the target."""

from __future__ import annotations

import pytest

from termkit.check import check_document
from termkit.model import Document, Finding, Locale, Segment, Text, Unit
from termkit.recognise.follow import follow
from termkit.recognise.recognisers import Recognisers
from termkit.recognise.skeleton import likeness, skeleton
from termkit.rules import load_rules
from termkit.slips import slip

_RULES = {name: rule for name, rule in load_rules().items() if name in ("name-missing", "name-changed", "name-garbled")}


def _findings(source: str, target: str, *texts: tuple[str, str]) -> list[Finding]:
    here, there = Locale(source), Locale(target)
    segments = tuple(
        Segment(Unit(str(number)), Text(text, here), Text(translated, there))
        for number, (text, translated) in enumerate(texts)
    )
    return check_document(Document("x", here, there, segments), _RULES, Recognisers({}))


def _found(source: str, target: str, *texts: tuple[str, str]) -> list[tuple[str, str | None]]:
    return [(finding.rule, finding.expected) for finding in _findings(source, target, *texts)]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Johnson", "Джонсоном"),
        ("Trump", "Τραμπ"),
        ("Quentin", "Κεντέν"),
        ("Michael", "Майкл"),
        ("Shepard", "Шепардові"),
        ("Zhang", "Чжан"),
        ("Tchaikovsky", "Tschaikowski"),
        ("Rachel", "רחל"),
        ("Ambala", "अंबाला"),
    ],
)
def test_a_name_sounds_like_itself_in_another_script(name: str, word: str) -> None:
    assert likeness(skeleton(name), skeleton(word)) >= 0.55


@pytest.mark.parametrize(("name", "word"), [("Johnson", "Міллер"), ("Barnes", "професор"), ("Quimble", "Рамону")])
def test_a_name_does_not_sound_like_another_word(name: str, word: str) -> None:
    assert likeness(skeleton(name), skeleton(word)) < 0.45


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("uk", "The guests met Elinor Dashwood.", "Гості зустріли Елінор Дешвуд."),
        ("de", "The guests met Elinor Dashwood.", "Die Gäste trafen Elinor Dashwood."),
        ("lt", "The guests met Elinor Dashwood.", "Svečiai sutiko Elinor Dašvud."),
        ("uk", "She moved to Germany in March.", "У березні вона переїхала до Німеччини."),
        (
            "uk",
            "On Monday the Supreme Court heard a German minister.",
            "У понеділок Верховний суд вислухав міністра.",
        ),
        ("fr", "GAME OVER FOR THE GUESTS", "Tout est fini"),
    ],
)
def test_a_name_that_is_kept_or_translated_is_no_finding(locale: str, source: str, target: str) -> None:
    assert _found("en", locale, (source, target)) == []


@pytest.mark.parametrize(
    ("locale", "target"),
    [("uk", "Гості зустріли Елінор."), ("de", "Die Gäste trafen Elinor."), ("fi", "Vieraat tapasivat Elinorin.")],
)
def test_a_name_that_was_dropped_is_missing(locale: str, target: str) -> None:
    text = "The guests met Elinor Dashwood."
    assert _found("en", locale, (text, target)) == [("name-missing", "Dashwood")]


def test_a_name_that_stands_for_another_is_changed() -> None:
    texts = (
        ("The guests met Elinor Dashwood.", "Гості зустріли Елінор Дешвуд."),
        ("They also met Wenzel Brauk.", "Вони зустріли й Венцеля Дешвуда."),
    )
    found = _findings("en", "uk", *texts)
    assert [(f.rule, f.expected, f.found) for f in found] == [("name-changed", "Brauk", "Дешвуда")]


def test_a_name_with_a_letter_wrong_is_garbled() -> None:
    assert _found("en", "sv", ("The guests met Dashwood.", "Gästerna mötte Dashkood.")) == [
        ("name-garbled", "Dashwood")
    ]


def test_a_pronoun_for_a_name_is_a_finding() -> None:
    texts = (
        ("The guests met Elinor Dashwood.", "Гості зустріли Елінор Дешвуд."),
        ("Then Dashwood left the house.", "Потім вона пішла."),
    )
    assert _found("en", "uk", *texts) == [("name-missing", "Dashwood")]


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("sv", "He wrote for the Evening News.", "Han skrev för News."),
        ("uk", "He wrote for the Morning Star Gazette.", "Він писав для Morning Gazette."),
    ],
)
def test_a_common_word_is_missing_where_the_rest_of_its_name_is_kept(locale: str, source: str, target: str) -> None:
    elsewhere = ("The Evening News and the Morning Star Gazette", "Evening News och Morning Star Gazette")
    [(rule, _)] = _found("en", locale, (source, target), elsewhere)
    assert rule == "name-missing"


def test_a_common_word_is_not_missing_where_its_name_is_translated() -> None:
    assert _found("en", "sv", ("She spoke of the Supreme Council.", "Hon talade om Högsta rådet.")) == []


def test_a_word_that_the_document_has_in_small_letters_is_no_name() -> None:
    texts = (
        ("Please press the button of the Quimble.", "Натисніть кнопку."),
        ("It is sold with a quimble.", "Продається з ним."),
    )
    assert _found("en", "uk", *texts) == []
    assert _found("en", "uk", texts[0]) == [("name-missing", "Quimble")]


def test_languages_are_no_names() -> None:
    assert _found("en", "uk", ("She speaks Swedish and Yoruba.", "Вона розмовляє двома мовами.")) == []


def test_another_names_form_is_no_counterpart() -> None:
    texts = (
        ("The guests met Holger Sims.", "Hosté potkali Holgera Simse."),
        ("Then Simpson spoke of the rain.", "Potom Simse mluvil o dešti."),
    )
    assert _found("en", "cs", *texts) == [("name-missing", "Simpson")]


@pytest.mark.parametrize(
    ("locale", "target", "found"),
    [
        ("uk", "Вона живе в Сінгажурі.", [("name-garbled", "Singapore")]),
        ("uk", "Вона живе в Сінгапурі.", []),
        ("uk", "Вона живе в місті.", [("name-missing", "Singapore")]),
        ("pl", "Mieszka w Singapurze.", []),
    ],
)
def test_a_place_is_called_as_in_cldr(locale: str, target: str, found: list[tuple[str, str]]) -> None:
    assert _found("en", locale, ("She lives in Singapore.", target)) == found


def test_a_place_in_a_compound_is_found() -> None:
    source = "The ship left for northern Indonesia at noon."
    assert _found("en", "de", (source, "Das Schiff fuhr mittags nach Nordindonesien.")) == []


def test_a_name_that_is_called_otherwise_throughout_is_translated() -> None:
    texts = (
        ("They reached Zorbania at noon.", "Вони дісталися Квітки опівдні."),
        ("In the evening they left Zorbania again.", "Увечері вони знову покинули Квітку."),
    )
    assert _found("en", "uk", *texts) == []


def test_names_of_the_target_must_come_from_a_source_that_has_no_capitals() -> None:
    assert _findings("hi", "en", ("टीम अंबाला पहुंची।", "The team reached Ambala.")) == []
    [finding] = _findings("hi", "en", ("टीम अंबाला पहुंची।", "The team reached Dashwood."))
    assert (finding.rule, finding.found) == ("name-changed", "Dashwood")


def test_languages_that_opt_out_are_not_followed() -> None:
    assert follow(Text("They met Dashwood.", Locale("en")), Text("ისინი", Locale("ka"))) == ([], [])


@pytest.mark.parametrize(
    ("usual", "form", "at"),
    [
        ("сімпсона", "сімплоном", 4),
        ("simpson", "simspon", 3),
        ("simpson", "sipson", 2),
        ("simpson", "simpsonille", None),
    ],
)
def test_a_slip_is_one_letter_inside_a_word(usual: str, form: str, at: int | None) -> None:
    assert slip(usual, form) == at
