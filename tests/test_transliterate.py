"""The systems are tested by their own examples; the engine by what no example of a system shows."""

from __future__ import annotations

import io
import sys
import unicodedata
from collections.abc import Iterator

import pytest
import translitua

from termkit.cli import run
from termkit.transliterate import (
    System,
    TransliterationError,
    load_system,
    read_system,
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
    assert transliterate(name, system) == expected


@pytest.mark.parametrize("system", list(systems().values()), ids=system_ids())
def test_every_row_is_used_by_an_example(system: System) -> None:
    used = {row for name in system.examples for row in system.rows_for(name)}
    own = {row for rows in system.rows.values() for row in rows if row.system == system.id}
    assert own - used == set()


@pytest.mark.parametrize("system", list(systems().values()), ids=system_ids())
def test_results_are_composed_and_in_one_script(system: System) -> None:
    results = "".join(row.result for rows in system.rows.values() for row in rows)
    assert unicodedata.is_normalized("NFC", results)
    assert all("LATIN" in unicodedata.name(letter) for letter in results if letter.isalpha())


@pytest.mark.parametrize("name", [name.strip() for name in NAMES.split(",")])
def test_kmu2010_agrees_with_translitua(name: str) -> None:
    assert transliterate(name, KMU) == translitua.translit(name, translitua.UkrainianKMU)


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
    assert header.split() == ["id", "name", "authority", "year"]
    assert [row.split()[0] for row in rows] == list(system_ids())
    assert next(row for row in rows if row.startswith(KMU)).endswith("Cabinet of Ministers of Ukraine      2010")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--system", "uk-Latn-kmu55"], "did you mean `uk-Latn-kmu2010`"),
        ([], "Missing option '--system'"),
    ],
    ids=["unknown system", "no system"],
)
def test_command_used_wrongly(capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    assert run(["transliterate", "Київ", *arguments]) == 2
    assert message in capsys.readouterr().err
