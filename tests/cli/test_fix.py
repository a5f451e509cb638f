"""`termkit check --fix` and `--diff`: what is changed, and that nothing else is."""

from __future__ import annotations

import pytest

from .project import HEADER, Termkit, Write, message

GLOSSARY = """\
- id: place-kyiv
  kind: place
  terms:
    en: Kyiv
    uk:
      - {term: Київ, gender: masculine, forms: {gen: Києва, dat: Києву, ins: Києвом, loc: Києві}}
      - {term: Киев, status: forbidden, forms: {gen: Киева, dat: Киеву, ins: Киевом, loc: Киеве}, replace_with: Київ}
- id: person-iryna-vereshchuk
  kind: person
  sex: female
  terms:
    en: [Iryna Vereshchuk, {term: Vereshchuk, type: surname, status: admitted}]
    uk: [Ірина Верещук, {term: Верещук, type: surname, status: admitted, indeclinable: true}]
- id: person-denys-prokopenko
  kind: person
  sex: male
  terms:
    en: [Denys Prokopenko, {term: Prokopenko, type: surname, status: admitted}]
    uk: [Денис Прокопенко, {term: Прокопенко, type: surname, status: admitted}]
- id: unit-azov
  kind: military-unit
  terms:
    en: Azov Brigade
    uk:
      - {term: бригада "Азов", gender: feminine}
      - {term: бригада Азова, status: forbidden, replace_with: бригада "Азов", forms: {gen: бригади Азова}}
"""
SOURCE = "Vereshchuk and Denys Prokopenko spoke in Kyiv."


@pytest.fixture
def glossary(write: Write) -> None:
    write("glossary/x.yaml", GLOSSARY)
    write("termkit.toml", 'glossary = ["glossary"]')


@pytest.mark.usefixtures("glossary")
@pytest.mark.parametrize(
    ("source", "wrong", "right"),
    [
        pytest.param("Kyiv", "від Києва до Киева", "від Києва до Києва", id="case-of-a-forbidden-term"),
        pytest.param("Kyiv", "У КИЕВЕ", "У КИЄВІ", id="capitals"),
        pytest.param("Kyiv", "до Кієва", "до Києва", id="misspelt"),
        pytest.param("Vereshchuk", "для Верещука", "для Верещук", id="woman's-surname"),
        pytest.param("Denys Prokopenko", "для Дениса Прокопенко", "для Дениса Прокопенка", id="parts"),
        pytest.param("1,279 in Kyiv", "1,279 у Києві", "1\xa0279 у Києві", id="number-format"),
        pytest.param("Azov Brigade", "для бригади Азова", 'для бригади \\"Азов\\"', id="quotation-marks-are-escaped"),
        pytest.param("Kyiv\\nKyiv", 'Київ\\nКиев \\"Х\\"', 'Київ\\nКиїв \\"Х\\"', id="other-escapes-stay"),
        pytest.param("Kyiv", 'у Кие"\n"ве', 'у Киє"\n"ві', id="word-over-two-lines"),
        pytest.param("Denys Prokopenko", 'від Дениса "\n"Прокопенко є', 'від Дениса "\n"Прокопенка є', id="wrapped"),
    ],
)
def test_fix_in_po(source: str, wrong: str, right: str, termkit: Termkit, write: Write) -> None:
    path = write("uk.po", HEADER + message(source, wrong))
    assert termkit("check", "--fix").code == 0
    assert path.read_text("utf-8") == HEADER + message(source, right)


@pytest.mark.usefixtures("glossary")
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        pytest.param("Був у **Кие**ве.", "Був у **Киє**ві.", id="markup-inside-a-word"),
        pytest.param("Про Дениса\nПрокопенко тут.", "Про Дениса\nПрокопенка тут.", id="wrapped-line"),
        pytest.param("> Про Дениса\n> Прокопенко.", "> Про Дениса\n> Прокопенка.", id="quote"),
        pytest.param("| Київ | у Киеве |\n| --- | --- |", "| Київ | у Києві |\n| --- | --- |", id="table"),
        pytest.param("Про Дениса&nbsp;Прокопенко.", "Про Дениса&nbsp;Прокопенка.", id="entity"),
        pytest.param("Слова\r\nз Киева.\r\n", "Слова\r\nз Києва.\r\n", id="line-ends"),
        pytest.param("\ufeffЗ Киева.", "\ufeffЗ Києва.", id="byte-order-mark"),
        pytest.param("---\ntitle: 'З Киева'\n---\n", "---\ntitle: 'З Києва'\n---\n", id="front-matter"),
        pytest.param("Для бригади Азова.", "Для бригади Азова.", id="what-could-be-markup-is-left"),
    ],
)
def test_fix_in_markdown(wrong: str, right: str, termkit: Termkit, write: Write) -> None:
    write("locales/en/x.md", SOURCE)
    path = write("locales/uk/x.md", wrong)
    termkit("check", "--fix")
    assert path.read_bytes().decode("utf-8") == right


@pytest.mark.usefixtures("glossary")
def test_line_ends_of_a_po_file_stay(termkit: Termkit, write: Write) -> None:
    text = (HEADER + message("Kyiv and Kyiv", 'з Ки"\n"ева до Киева')).replace("\n", "\r\n")
    path = write("uk.po", text)
    assert termkit("check", "--fix").code == 0
    assert path.read_bytes().decode() == text.replace('"ева', '"єва').replace("Киева", "Києва")


DRAFT = HEADER + message(SOURCE, "Верещук і Денис Прокопенка говорили в Киеве і про Киев.")


@pytest.mark.usefixtures("glossary")
def test_what_remains_is_reported(check: Termkit, write: Write) -> None:
    path = write("uk.po", DRAFT)
    result = check("--fix")
    assert "в Києві і про Київ." in path.read_text("utf-8")
    assert (result.code, result.rules) == (1, ["name-inflection"])
    assert result.err == "Fixed 2 findings in 1 file.\n"


@pytest.mark.usefixtures("glossary")
def test_likely_fixes_are_made_where_they_are_asked_for(check: Termkit, write: Write) -> None:
    path = write("uk.po", HEADER + message(SOURCE, "Верещук і Денис Прокопенка говорили в Києві."))
    assert check("--fix").findings[0]["fix"] == {"span": [10, 26], "text": "Денис Прокопенко", "certainty": "likely"}
    assert "Прокопенка" in path.read_text("utf-8")
    assert check("--fix", "--unsafe-fixes").findings == []
    assert "Денис Прокопенко " in path.read_text("utf-8")


@pytest.mark.usefixtures("glossary")
def test_diff_changes_nothing(termkit: Termkit, write: Write) -> None:
    text = HEADER + message("Kyiv", "з Киева")
    path = write("uk.po", text)
    result = termkit("check", "--diff")
    assert (result.code, result.err) == (1, "")
    assert result.out.startswith("--- uk.po\n+++ uk.po\n@@ -4,5 +4,5 @@\n")
    assert '-msgstr "з Киева"\n+msgstr "з Києва"\n' in result.out
    assert path.read_text("utf-8") == text


@pytest.mark.usefixtures("glossary")
def test_diff_without_a_fix_is_empty(termkit: Termkit, write: Write) -> None:
    write("uk.po", HEADER + message("1,279 in Kyiv", "1297 у Києві"))
    assert termkit("check", "--diff") == (0, "", "")


@pytest.mark.usefixtures("glossary")
def test_what_is_suppressed_is_not_fixed(termkit: Termkit, write: Write) -> None:
    text = HEADER + message("Kyiv", "з Киева", "# termkit: ignore[term-forbidden] a title of 1990\n")
    path = write("uk.po", text)
    assert termkit("check", "--fix").code == 0
    assert path.read_text("utf-8") == text


@pytest.mark.usefixtures("glossary")
def test_the_charset_of_the_file_is_kept(termkit: Termkit, write: Write) -> None:
    text = HEADER.replace("UTF-8", "KOI8-U") + message("Kyiv", "з Киева")
    path = write("uk.po", text.encode("koi8-u"))
    assert termkit("check", "--fix").code == 0
    assert path.read_bytes() == text.replace("Киева", "Києва").encode("koi8-u")


@pytest.mark.usefixtures("glossary")
def test_what_the_charset_lacks_is_not_written(check: Termkit, write: Write) -> None:
    text = (HEADER.replace("UTF-8", "KOI8-R") + message("Kyiv", "з Киева")).encode("koi8-r")
    path = write("uk.po", text)
    assert check("--fix").rules == ["term-forbidden"]
    assert path.read_bytes() == text


@pytest.mark.usefixtures("glossary")
def test_the_rights_of_the_file_are_kept(termkit: Termkit, write: Write) -> None:
    path = write("uk.po", HEADER + message("Kyiv", "з Киева"))
    path.chmod(0o640)
    termkit("check", "--fix")
    assert path.stat().st_mode & 0o777 == 0o640


def test_unsafe_fixes_alone_are_refused(termkit: Termkit) -> None:
    result = termkit("check", "--unsafe-fixes")
    assert result.code == 2
    assert "--unsafe-fixes goes with --fix or --diff" in result.err
