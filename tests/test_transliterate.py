"""The systems are tested by their own examples; the engine by what no example of a system shows."""

from __future__ import annotations

import io
import re
import sys
import unicodedata
from collections.abc import Iterator

import pytest
import translitua

from termkit.cli import run
from termkit.transliterate import (
    System,
    TransliterationError,
    expected_spelling,
    follows,
    load_system,
    read_system,
    readings,
    restore,
    system_ids,
    systems,
    transliterate,
)

KMU = "uk-Latn-kmu2010"

# People and places in the news, with what is hard in them: зг, an apostrophe, initials, two-part names.
NAMES = """
Ірина Верещук, Володимир Зеленський, Юлія Федусюк, Арсеній Федусюк, Катерина Прокопенко, Денис Прокопенко, Андрій
Юсов, Станіслав Асєєв, Валерій Залужний, Кирило Буданов, Дмитро Кулеба, Олексій Резніков, Єгор Чернєв, Їржі Їжаков,
Яна Зінкевич, Юрій Гудименко, Лук'ян Гальчук, В'ячеслав Узелков, Мар'яна Безугла, Соломія Кам'янець, Згурська
Зоряна, Ґалина Ґудзь, Щасливцев, Ольга Кобилянська-Щогла, Є. О. Патон, Ю. Я. Їжа, Нью-Йорк, Біла Церква, Кривий
Ріг, Кам'янець-Подільський, Івано-Франківськ, Дніпропетровськ, Переяслав-Хмельницький, Яремче, Юнаківка, Єнакієве,
Ізмаїл, Краматорськ, Сєвєродонецьк, Зміїний, Бахмут, ЗЕЛЕНСЬКИЙ, ЗАПОРІЖЖЯ, РОЗГОН, ЩЕРБАК, ЮЛІЯ,
КАМ'ЯНЕЦЬ-ПОДІЛЬСЬКИЙ
""".replace("\n", " ")


def examples() -> Iterator[object]:
    for system in systems().values():
        for name, expected in system.examples.items():
            yield pytest.param(system.id, name, expected, id=f"{system.id}-{expected}")


@pytest.mark.parametrize(("system", "name", "expected"), list(examples()))
def test_example(system: str, name: str, expected: str) -> None:
    if load_system(system).candidates:
        assert expected in readings(name, system)
    else:
        assert transliterate(name, system) == expected


@pytest.mark.parametrize("system", list(systems().values()), ids=system_ids())
def test_every_row_is_used_by_an_example(system: System) -> None:
    used = {row for name in system.examples for row in system.rows_for(name)}
    own = {row for rows in system.rows.values() for row in rows if row.system == system.id}
    assert own - used == set()


@pytest.mark.parametrize("system", list(systems().values()), ids=system_ids())
def test_results_are_composed_and_in_one_script(system: System) -> None:
    results = "".join("".join(row.readings) for rows in system.rows.values() for row in rows)
    assert unicodedata.is_normalized("NFC", results)
    script = "CYRILLIC" if system.target in {"uk", "ru"} else "LATIN"
    assert {letter for letter in results if letter.isalpha() and script not in unicodedata.name(letter)} <= set("ʹʺ")


@pytest.mark.parametrize("system", list(systems().values()), ids=system_ids())
def test_an_example_in_capitals_has_the_result_in_capitals(system: System) -> None:
    for name, expected in system.examples.items():
        # ΰ in capitals is three code points, of which the accent is lost.
        if not system.candidates and len(name) > 1 and len(name.upper()) == len(name):
            assert transliterate(name.upper(), system.id) == expected.upper()


REVERSIBLE = [system for system in systems().values() if system.back]


@pytest.mark.parametrize("system", REVERSIBLE, ids=lambda system: system.id)
def test_examples_are_read_back(system: System) -> None:
    assert system.back
    assert {result: restore(result, system.id) for result in system.back.examples} == system.back.examples
    used = {row for result in system.back.examples for row in system.back.rows_for(result)}
    own = {row for rows in system.back.rows.values() for row in rows if row.system == system.id}
    assert own - used == set()


@pytest.mark.parametrize(
    ("word", "system"),
    [
        pytest.param("майа", "uk-Latn-dstu9112a", id="dstu9112a"),
        pytest.param("раїль", "uk-Latn-dstu9112a", id="dstu9112a-sure"),
        pytest.param("вошчанка", "uk-Latn-dstu9112b", id="dstu9112b"),
    ],
)
def test_a_word_that_is_not_read_back_is_known(word: str, system: str) -> None:
    read_back = restore(transliterate(word, system), system) == word
    assert load_system(system).is_sure_of(word) == read_back


# A few names that other implementations publish as tests: Interscript, CLDR, uklatn.
PUBLISHED = {
    "ru-Latn-bgn1947": {
        "OН ВИДЕЛ ЕЁ В ПЕРВЫЙ РАЗ": "ON VIDEL YEYË V PERVYY RAZ",
        "У ёжа колючки": "U yëzha kolyuchki",
        "ЙА Йа йа": "Y·A Y·a y·a",
        "ОЫУ Оыу оыу": "O·Y·U O·y·u o·y·u",
        "СЭ Сэ сэ": "S·E S·e s·e",
        "ТС тс Тс тС": "T·S t·s T·s t·S",
        "ШЧ шч Шч шЧ": "SH·CH sh·ch Sh·ch sh·Ch",
    },
    "uk-Latn-bgn1965": {
        "Гагарінський Район": "Haharins’kyy Rayon",
        "З’єднувальний Канал": "Z”yednuval’nyy Kanal",
        "Південноукраїнська Міськрада": "Pivdennoukrayins’ka Mis’krada",
    },
    "uk-Latn-dstu9112a": {"ня ньа н’я нь'н ньн": "nja nj'a n'ja nj'n njn", "бй бйо": "b'j b'jo", "льйо": "ljjo"},
    "uk-Latn-dstu9112b": {"ня ньа н’я нь'н ньн": "nja nj'a n'ja nj'n njn", "Щастям б’єш": "Shchastjam b'jesh"},
    "mk-Latn-bgn2013": {"ЛУЃЕ луѓе": "LUǴE luǵe", "Хидроелектрана Сапунџица": "Hidroelektrana Sapundžica"},
    "sr-Latn-gaj": {"Доње Љупче": "Donje Ljupče", "ГУСИЊЕ": "GUSINJE"},
    "ka-Latn-national2002": {"ბაყაყი": "baq’aq’i", "მყინვარი აღმოსავლეთი": "mq’invari aghmosavleti"},
    "el-Latn-elot743": {"υιός": "yiós", "Εϊγιαφιάτλαγιοκουτλ": "Eïgiafiátlagiokoutl", "αθεΐα": "atheḯa"},
}


@pytest.mark.parametrize("system", PUBLISHED)
def test_agrees_with_published_pairs(system: str) -> None:
    assert {name: transliterate(name, system) for name in PUBLISHED[system]} == PUBLISHED[system]


# ISO 9 and the scholarly systems write the marks of ь and ъ in several ways; translitua has the typewriter's.
MARKS = str.maketrans("’”ʹʺ′″", "'\"'\"'\"")

ORACLES: dict[str, type[translitua.TransliterationTable]] = {
    "uk-Latn-kmu2010": translitua.UkrainianKMU,
    "uk-Latn-bgn2019": translitua.UkrainianBGN2019,
    "uk-Latn-dstu9112a": translitua.UkrainianDSTU9112A,
    "uk-Latn-dstu9112b": translitua.UkrainianDSTU9112B,
    "uk-Latn-iso9": translitua.UkrainianISO9,
    "ru-Latn-icao9303": translitua.RussianICAO,
    "ru-Latn-gost52535": translitua.RussianGOST2006,
    "ru-Latn-iso9": translitua.RussianISO9SystemA,
}
RUSSIAN_NAMES = """
Владимир Путин, Сергей Шойгу, Валерий Герасимов, Дмитрий Песков, Мария Захарова, Борис Ельцин, Никита Хрущёв, Михаил
Горбачёв, Пётр Чайковский, Фёдор Достоевский, Юрий Цой, Евгений Подъячев, Нижний Новгород, Щёлково, Эльбрус,
Ростов-на-Дону, Братск, ЕКАТЕРИНБУРГ, ЩЕРБАКОВ
""".replace("\n", " ")


@pytest.mark.parametrize("system", ORACLES)
def test_agrees_with_translitua(system: str) -> None:
    names = [name.strip() for name in (NAMES if system.startswith("uk") else RUSSIAN_NAMES).split(",")]
    ours = {name: transliterate(name, system).translate(MARKS) for name in names}
    assert ours == {name: translitua.translit(name, ORACLES[system]).translate(MARKS) for name in names}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("ЩЕРБАК", "SHCHERBAK", id="a word in capitals"),
        pytest.param("Щербак", "Shcherbak", id="a capital"),
        pytest.param("Юлія ЮЛІЯ Ю. Я.", "Yuliia YULIIA Yu. Ya.", id="the word decides, not the string"),
        pytest.param("ЗНАМ'ЯНКА", "ZNAMIANKA", id="capitals round an apostrophe"),
        pytest.param("ЄЛЬ-Єль-єль", "YEL-Yel-yel", id="hyphens start words"),
        pytest.param("Знам'янка", "Znamianka", id="U+0027"),
        pytest.param("Знам’янка", "Znamianka", id="U+2019"),
        pytest.param("Знамʼянка", "Znamianka", id="U+02BC"),
        pytest.param("’Єва’ 'Єва' «Єва»", "’Yeva’ 'Yeva' «Yeva»", id="quotes are no apostrophes"),
        pytest.param("Киі\u0308в И\u0306осипівка", "Kyiv Yosypivka", id="NFD"),
        pytest.param("Ки́їв", "Kyiv", id="a stress mark"),
        pytest.param("Азов\u00adсталь", "Azovstal", id="a soft hyphen"),
        pytest.param("\u2068Київ\u2069\u200b, Львів", "\u2068Kyiv\u2069\u200b, Lviv", id="isolates stay"),
        pytest.param("Iрина Cергiй Киïв", "Iryna Serhii Kyiv", id="Latin look-alikes"),
        pytest.param("Kyiv, a COVID 2022 — Łódź", "Kyiv, a COVID 2022 — Łódź", id="Latin stays"),
        pytest.param("COVIDний", "COVIDnyi", id="Latin in a word stays where it is no look-alike"),
        pytest.param("Αθήνα 東京 50\u00a0км", "Αθήνα 東京 50\u00a0km", id="other scripts and spaces stay"),
        pytest.param("ёлка İя", "ёlka İia", id="letters of no row stay"),
        pytest.param("\ud800Я", "\ud800Ya", id="a lone surrogate"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_words(written: str, expected: str) -> None:
    assert transliterate(written, KMU) == expected


def test_the_longest_row_wins_then_the_one_with_most_conditions() -> None:
    rules = [row.rule for row in load_system("ru-de-duden").rows_for("Чуйский")]
    assert rules == ["ч", "у", "й", "с", "к", "ий$"]
    assert [row.rule for row in load_system(KMU).rows_for("єзг")] == ["^є", "зг"]


def test_a_system_over_another_changes_only_its_own_rows() -> None:
    assert transliterate("Зеленський", "uk-pl-pwn") == "Zełenśkyj"
    assert transliterate("Зеленський, Андрій", "uk-pl-newsroom") == "Zełenski, Andrij"


def test_unknown_system_names_the_close_ones() -> None:
    with pytest.raises(ValueError, match=r"unknown system `uk-Latn-kmu`; did you mean `uk-Latn-kmu2010`"):
        transliterate("Київ", "uk-Latn-kmu")


def test_readings_have_the_usual_one_first_and_the_nearest_next() -> None:
    assert readings("Хрущёв", "ru-Latn-bgn1947") == ("Khrushchëv", "Khrushchev")
    assert readings("Братск 2022, Kyiv", "ru-Latn-bgn1947") == ("Brat·sk 2022, Kyiv", "Bratsk 2022, Kyiv")
    assert readings("", "ru-Latn-bgn1947") == ("",)
    smiths = readings("Smith", "en-uk-usual")
    assert smiths[0] == "Сміт"
    assert len(set(smiths)) == len(smiths)


def test_readings_are_few() -> None:
    assert len(readings("Christopher Richardson " * 20, "en-uk-usual", 5)) == 5


@pytest.mark.parametrize(
    ("name", "system", "expected"),
    [
        ("Згурський", KMU, "Zghurskyi"),
        ("თბილისი", "ka-Latn-national2002", "Tbilisi"),
        ("მარტვილის მუნიციპალიტეტი", "ka-Latn-national2002", "Mart’vilis Munitsip’alit’et’i"),
        ("Άγιον Όρος", "el-Latn-elot743-plain", "Agion Oros"),
    ],
)
def test_expected_spelling(name: str, system: str, expected: str) -> None:
    assert expected_spelling(system, name) == expected


@pytest.mark.parametrize(
    ("spelling", "name", "system", "right"),
    [
        pytest.param("Kyiv", "Київ", KMU, True, id="as the system has it"),
        pytest.param("Kiev", "Київ", KMU, False, id="otherwise"),
        pytest.param("kyiv", "Київ", KMU, False, id="no capital"),
        pytest.param("TSIKHANOUSKAIA", "Ціханоўская", "be-Latn-icao9303", True, id="in capitals"),
        pytest.param("Brat·sk", "Братск", "ru-Latn-bgn1947", True, id="the first reading"),
        pytest.param("Bratsk", "Братск", "ru-Latn-bgn1947", True, id="another reading"),
        pytest.param("Znam'ânka", "Знамʼянка", "uk-Latn-iso9", True, id="another apostrophe"),
        pytest.param("Kutaisi", "ქუთაისი", "ka-Latn-national2002", True, id="a script without capitals"),
    ],
)
def test_follows(spelling: str, name: str, system: str, *, right: bool) -> None:
    assert follows(spelling, name, system) is right


HEAD = "id: x\nname: X\nauthority: A\nfrom: uk\nto: Latn\nsources: [s]\nconfidence: official\nexamples: {}\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(HEAD + "colour: red", "unknown key 'colour'", id="unknown-key"),
        pytest.param(HEAD + "name: Y", "duplicate key 'name'", id="duplicate-key"),
        pytest.param(HEAD.replace("to: Latn\n", ""), "the key 'to' is missing", id="missing-key"),
        pytest.param(HEAD.replace("id: x", "id: y"), "the id is 'y'; name the file for it", id="id"),
        pytest.param(HEAD.replace("official", "sure"), "'sure' is not a valid Confidence", id="confidence"),
        pytest.param(HEAD.replace("from: uk", "from: ua"), "did you mean `uk`", id="locale"),
        pytest.param(HEAD + "letters: {зг: zgh}", "'зг' is no single letter", id="digraph-in-letters"),
        pytest.param(HEAD + "letters: {г: h}\nrules: {г: g}", "the row 'г' is given twice", id="row-twice"),
        pytest.param(HEAD + "rules: {<vowel>г: h}", "names the set 'vowel', which `sets` has not", id="unknown-set"),
        pytest.param(HEAD + "rules: {г^: h}", "'г\\^' is no rule", id="rule"),
        pytest.param(HEAD + "letters: [г]", "letters: write rows such as", id="rows-as-list"),
        pytest.param(HEAD + "letters: {г: []}", "letters: write rows such as", id="no-reading"),
        pytest.param(HEAD + "letters: {г: {h: g}}", "letters: write rows such as", id="readings-as-mapping"),
        pytest.param(HEAD + "reversible: true\nreverse: {h: г, h$: [г}", "line 10", id="reverse-yaml"),
        pytest.param(HEAD + "reversible: true\nreverse: {<x>h: г}", "names the set 'x'", id="reverse-set"),
        pytest.param(HEAD + "reversible: true\nloses: [й^]", "'й\\^' is no rule", id="loses-rule"),
        pytest.param(HEAD + "like: z", "unknown system `z`", id="like"),
        pytest.param("- x", "write `key: value` lines", id="a-list"),
        pytest.param("{", "line 2, column 1", id="yaml"),
    ],
)
def test_a_wrong_file_is_refused(text: str, message: str) -> None:
    with pytest.raises(TransliterationError, match=message) as fault:
        read_system("x", text)
    assert str(fault.value).startswith("transliterations/x.yaml: ")


def test_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["transliterate", "Згурський", "--system", KMU]) == 0
    assert capsys.readouterr().out == "Zghurskyi\n"


def test_command_reads_standard_input_by_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO("Київ\n\nЛьвів \udcff".encode(errors="surrogateescape")))
    )
    assert run(["transliterate", "-", "--system", "uk-de-duden"]) == 0
    assert capsys.readouterr().out == "Kyjiw\n\nLwiw \\udcff\n"


def test_command_lists_the_systems(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["transliterate", "--list"]) == 0
    header, *rows = capsys.readouterr().out.splitlines()
    assert header.split() == ["id", "name", "authority", "year", "source"]
    assert [row.split()[0] for row in rows] == list(system_ids())
    row = next(row for row in rows if row.startswith(KMU))
    assert re.search(r"Cabinet of Ministers of Ukraine +2010 +Resolution No\. 55 of 27 January 2010", row)
    assert re.search(r"2021 +reversible +DSTU 9112:2021", "\n".join(rows))
    assert re.search(r"en-uk-usual .* candidates ", "\n".join(rows))


def test_command_reads_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["transliterate", "--reverse", "Mar'ïne", "--system", "uk-Latn-dstu9112a"]) == 0
    assert capsys.readouterr().out == "Мар'їне\n"


def test_command_shows_all_readings(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["transliterate", "--readings", "Братск", "--system", "ru-Latn-bgn1947"]) == 0
    assert capsys.readouterr().out == "Brat·sk | Bratsk\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--system", "uk-Latn-kmu55"], "did you mean `uk-Latn-kmu2010`"),
        ([], "Missing option '--system'"),
        (["--system", KMU, "--reverse"], f"`{KMU}` can't be read back"),
        (["--system", "uk-Latn-iso9", "--reverse", "--readings"], "Choose one of"),
    ],
    ids=["unknown system", "no system", "not reversible", "reverse and readings"],
)
def test_command_used_wrongly(capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    assert run(["transliterate", "Київ", *arguments]) == 2
    assert message in capsys.readouterr().err
