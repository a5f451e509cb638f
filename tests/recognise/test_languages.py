"""The language of a text: found where it is foreign, and rightly not found where it may be its own."""

from __future__ import annotations

import pytest

from termkit.language import languages_with_clues, load_language
from termkit.model import Certainty, Language, Locale, Mention, Span, Text
from termkit.recognise.languages import recognise_language

SENTENCES = {
    "en": "The defenders came home, and it was the longest day that they had seen.",
    "uk": "Захисники повернулися додому, і це був найдовший день, який вони бачили.",
    "ru": "Защитники вернулись домой, и это был самый длинный день, который они видели.",
    "pl": "Obrońcy wrócili do domu i był to najdłuższy dzień, jaki widzieli.",
    "de": "Die Verteidiger kamen nach Hause, und es war der längste Tag, den sie gesehen hatten.",
    "fr": "Les défenseurs sont rentrés chez eux, et c’était le plus long jour qu’ils avaient vu.",
    "es": "Los defensores volvieron a casa, y fue el día más largo que habían visto.",
    "cs": "Obránci se vrátili domů a byl to nejdelší den, jaký kdy viděli.",
    "nl": "De verdedigers kwamen naar huis en het was de langste dag die ze hadden gezien.",
    "it": "I difensori sono tornati a casa, ed era il giorno più lungo che avessero visto.",
    "pt": "Os defensores voltaram para casa, e foi o dia mais longo que já tinham visto.",
}


def recognise(locale: str, string: str, *protected: Span) -> Mention | None:
    return recognise_language(Text(string, Locale(locale), protected=protected))


def language(mention: Mention | None) -> str | None:
    if mention is None:
        return None
    assert isinstance(mention.value, Language)
    return mention.value.locale


@pytest.mark.parametrize("own", SENTENCES)
@pytest.mark.parametrize("written", SENTENCES)
def test_each_language_among_the_others(own: str, written: str) -> None:
    mention = recognise(own, SENTENCES[written])
    assert language(mention) == (None if own == written else written)
    if mention is not None:
        assert mention.span == Span(0, len(SENTENCES[written]))


def test_the_samples_cover_all_languages_with_clues() -> None:
    assert set(SENTENCES) == languages_with_clues()


@pytest.mark.parametrize("tag", SENTENCES)
def test_data_is_enough_and_lower_case(tag: str) -> None:
    clues = load_language(Locale(tag)).detect
    assert len(clues.words) >= 30
    assert all(word == word.lower() for word in clues.words)
    assert all(len(letter) == 1 for letter in clues.letters)


def test_telling_letters_belong_to_one_language() -> None:
    letters = [letter for tag in SENTENCES for letter in load_language(Locale(tag)).detect.letters]
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize(
    ("locale", "string"),
    [
        ("uk", ""),
        ("uk", "12 345 — 67 %"),
        ("uk", "Welcome"),
        ("uk", "Rolling Stones"),
        ("uk", "Mercedes-Benz Vito, Toyota Land Cruiser та Ford Transit"),
        ("uk", "Він сказав: «Это мой дом, и я никуда отсюда не уеду», — і заплакав."),
        ("uk", "Він сказав це. «Это мой дом, и я никуда отсюда не уеду». Потім він заплакав."),
        ("uk", "Газета “The New York Times” пише про це у статті “What we know about the exchange”."),
        ("de", "Der Film „Girl with a Pearl Earring“ lief gestern."),
        ("de", "Star Kit Harington („Game of Thrones“) attackiert toxische Männlichkeit"),
        ("pl", "Denys „Redis” Prokopenko"),
        ("fr", "Vogue Runway Paris Fashion Week"),
        ("en", "Slava Ukraini, Heroiam slava"),
        ("ru", "25-й кадр"),
        ("be", "Абаронцы вярнуліся дадому, і гэта быў самы доўгі дзень, які яны бачылі."),
        ("hr", "Branitelji su se vratili kući, i bio je to najduži dan koji su vidjeli."),
        ("ja", "そのひとたちはきのうやっとうちにかえることができたそうです。"),
        ("ja", "守備隊は帰宅した。それは彼らが見た中で最も長い一日だった。"),
    ],
)
def test_nothing_is_said_of(locale: str, string: str) -> None:
    assert recognise(locale, string) is None


@pytest.mark.parametrize(
    ("locale", "before", "foreign", "after", "found"),
    [
        ("uk", "Вони вже вдома. ", "Он сказал, что это было только начало.", "", "ru"),
        ("uk", "Вони вже вдома. ", "Он сказал, что это было только начало.", " Бої тривають і далі.", "ru"),
        ("uk", "Вони вже вдома. ", "He said that it was only the beginning.", " Бої тривають і далі.", "en"),
        ("ru", "Они уже дома. ", "Він сказав, що це був лише початок.", " Бои продолжаются и сейчас.", "uk"),
        ("cs", "Jsou už doma. ", "Powiedział, że to był dopiero początek.", " Boje pokračují i teď.", "pl"),
        (
            "pl",
            "Są już w domu. ",
            "He said that it was the beginning. It was the longest day of his life.",
            " To nie wszystko.",
            "en",
        ),
        ("uk", "Ось що вони розповіли\n\n", "Он сказал, что это было только начало", "\n\nБої тривають і далі", "ru"),
    ],
    ids=["last", "middle", "en-in-uk", "uk-in-ru", "pl-in-cs", "two-sentences", "paragraph"],
)
def test_a_foreign_sentence_in_a_text(locale: str, before: str, foreign: str, after: str, found: str) -> None:
    mention = recognise(locale, f"{before}{foreign}{after}")
    assert mention is not None
    assert (language(mention), mention.text) == (found, foreign)
    assert mention.span == Span(len(before), len(before) + len(foreign))


def test_spans_are_those_of_the_text_as_written() -> None:
    before, foreign = (
        "Вони вже вдо\u00adма. Їй\u0306 до\u00adбре. ",
        "Он сказал, что э\u00adто бы\u00adло только начало.",
    )
    mention = recognise("uk", before + foreign)
    assert mention is not None
    assert mention.text == foreign


def test_protected_spans_do_not_count() -> None:
    string = "Виконайте: echo the defenders are at home and it was the longest day of them all"
    assert language(recognise("uk", string)) == "en"
    assert recognise("uk", string, Span(11, len(string))) is None


def test_letters_decide_in_a_short_text() -> None:
    assert language(recognise("uk", "Новые объекты")) == "ru"
    assert recognise("uk", "Новости дня") is None
    assert recognise("ru", "Новые объекты") is None


def test_a_region_is_no_other_language() -> None:
    assert recognise("de-AT", SENTENCES["de"]) is None
    assert language(recognise("de-AT", SENTENCES["en"])) == "en"


def test_another_script_is_found_in_a_locale_without_data() -> None:
    assert language(recognise("ja", SENTENCES["en"])) == "en"
    assert language(recognise("be", SENTENCES["en"])) == "en"


def test_a_serbian_text_in_latin_is_not_taken_for_a_neighbour() -> None:
    assert recognise("sr", "Branioci su se vratili kući, i bio je to najduži dan koji su videli.") is None


def test_a_candidate_without_data_is_found_by_its_script() -> None:
    text = Text("守備隊は帰宅した。それは彼らが見た中で最も長い一日だった。", Locale("de"))
    assert recognise_language(text) is None
    assert language(recognise_language(text, languages_with_clues() | {Locale("ja")})) == "ja"


def test_reading_names_both_languages_and_certainty_is_told() -> None:
    mention = recognise("uk", SENTENCES["ru"])
    assert mention is not None
    assert mention.reading == "Russian, not Ukrainian"
    assert mention.value == Language(Locale("ru"), Certainty.CERTAIN)


def test_the_same_text_gives_the_same_answer() -> None:
    answers = {recognise("pl", "Do finálového dne vede Evropa skórem deset šest bodů na hřišti") for _ in range(5)}
    assert len(answers) == 1
