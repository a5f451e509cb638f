"""Names without a termbase entry, followed from the capitals on both sides."""

from __future__ import annotations

import pytest

from termkit.model import Locale, Text
from termkit.recognise.follow_back import follow_back
from termkit.recognise.gaps import gaps


def _sure(source: str, target: str, text: str, translated: str) -> tuple[list[str], list[str]]:
    """The names of the source that are lost, and those of the target that come from nowhere."""
    found, strangers = follow_back(Text(text, Locale(source)), Text(translated, Locale(target)))
    return (
        [name.text for name in found if name.hard and not getattr(name.value, "form", "")],
        [name.text for name in strangers],
    )


@pytest.mark.parametrize(
    ("source", "text", "translated"),
    [
        ("cs", "Včera přijel ministr Zbyněk Brauk s Ninou.", "Minister Zbyněk Brauk came with Nina yesterday."),
        ("cs", "V Německu se sešli Češi.", "Czechs met in Germany."),
        ("cs", "Hráči Uherskobrodska přijeli do Brna.", "The players from Uherský Brod came to Brno."),
        ("pl", "Wczoraj rozmawiał o tym Sejm.", "Yesterday Parliament talked about it."),
        ("pl", "Wczoraj rząd Wielkiej Brytanii milczał.", "The UK government was silent yesterday."),
        ("ru", "Вчера глава МИД ФРГ молчал.", "Germany's foreign minister was silent yesterday."),
        ("ru", "Роман вышел в газете «Северный голос».", "The novel came out in a newspaper."),
        ("uk", "Я бачила Вас у неділю.", "I saw you on Sunday."),
        ("es", "La Organización de las Naciones Unidas calló.", "The United Nations said nothing."),
        ("fr", "Hier, M. Brauk a quitté la Suède.", "Mr. Brauk left Sweden yesterday."),
        ("it", "Ieri George W. Brauk ha taciuto.", "George W. Brauk said nothing yesterday."),
        ("de", "Die Versicherung zahlte der Ärztin die Reise.", "The insurance paid for the doctor's journey."),
        ("hi", "टीम न्यूजीलैण्ड पहुंची।", "The team reached New Zealand."),
    ],
)
def test_what_is_kept_translated_or_no_name_is_no_finding(source: str, text: str, translated: str) -> None:
    assert _sure(source, "en", text, translated) == ([], [])


@pytest.mark.parametrize(
    ("source", "text", "translated", "lost"),
    [
        (
            "cs",
            "Včera večer přijel ministr Zbyněk Brauk s Ninou.",
            "He came with Nina last night.",
            ["Zbyněk", "Brauk"],
        ),
        ("pl", "Wczoraj premier odwiedził Norwegię i Szwecję.", "The premier visited Sweden yesterday.", ["Norwegię"]),
        (
            "ru",
            "Вчера вечером министр Иван Браук приехал в Софию.",
            "Last night minister Ivan Brauk arrived.",
            ["Софию"],
        ),
        (
            "es",
            "Ayer el ministro Wenzel Brauk salió de Toledo.",
            "Yesterday the minister left Toledo.",
            ["Wenzel", "Brauk"],
        ),
        ("cs", "Hráči klubu NBX prohráli.", "The players of the club lost.", ["NBX"]),
        ("de", "Am Sonntag kam Brauk.", "On Sunday came the and left.", ["Brauk"]),
        ("cs", "Brauk v neděli přijel.", "The was here on Sunday.", ["Brauk"]),
    ],
)
def test_a_name_that_nothing_stands_for_is_lost(source: str, text: str, translated: str, lost: list[str]) -> None:
    assert _sure(source, "en", text, translated) == (lost, [])


@pytest.mark.parametrize(
    ("source", "text", "translated", "strangers"),
    [
        ("cs", "Včera přijel Zbyněk Brauk.", "Holger Stimmann came yesterday.", ["Holger", "Stimmann"]),
        ("ru", "Вчера министр был в Софии.", "The minister was in Norway yesterday.", ["Norway"]),
        ("fr", "Hier le ministre a vu Wenzel Brauk.", "Rear Admiral Stimmann saw the minister.", ["Stimmann"]),
    ],
)
def test_a_name_from_nowhere_stands_for_a_lost_one(
    source: str, text: str, translated: str, strangers: list[str]
) -> None:
    assert _sure(source, "en", text, translated)[1] == strangers


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("They were arrested by and other policemen.", [("by", True)]),
        ("Police arrested three people in and other cities.", [("in", False)]),
        ("According to, three people were arrested.", [("According to", True), ("to", False)]),
        ("On Monday, said that he would leave.", [("On Monday,", True)]),
        ("The mayor of in 2014 was Brauk.", [("of", True)]),
        ("Then Mr. said no.", [("Mr", True)]),
        ("Announced that he would leave.", [("Announced", True)]),
        ("Police Inspector said no.", [("Police Inspector", True)]),
        ("The Police Inspector said no.", []),
        ("It is said that 's house burnt down.", [("'s", True)]),
        ("He spoke to the on Monday.", [("the", True)]),
        ("Was the last guest to leave.", [("Was", True)]),
        ("The premier () left.", [("()", True)]),
        ("It is the house that they came from.", [("from", False)]),
        ("They live in and around the village.", []),
        ("Was it the last guest?", []),
        ("The file has an .exe ending.", []),
        ("The on-line shop is closed.", []),
    ],
)
def test_a_sentence_breaks_off_where_a_name_fell_out(text: str, places: list[tuple[str, bool]]) -> None:
    found = [(text[slice(*gap.span)], gap.sure) for gap in gaps(Text(text, Locale("en")))]
    assert found == places


def test_no_language_without_data_has_gaps() -> None:
    assert gaps(Text("v a", Locale("cs"))) == []
