"""`termkit check`: which files, against what, in which order, with which exit code."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from termkit.rules import _off

from .project import HEADER, RIGHT, WRONG, Termkit, Write, message

ARTICLE = "---\ntitle: Home\ndate: 2022-05-10\n---\n\nOn Tuesday 1,279 people came home to Kyiv.\n"
TRANSLATION = "---\ntitle: Удома\ndate: 2022-05-10\n---\n\nУ вівторок до Києва повернулися {} людей.\n"


def test_clean_file_opens_the_gate(check: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + RIGHT)
    assert check("locales/uk/x.po") == (0, "", "")


def test_finding_closes_the_gate_at_its_place(check: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + WRONG)
    result = check("locales/uk/x.po")
    assert result.code == 1
    assert result.places == [("number-mismatch", "locales/uk/x.po", 7, 28)]
    assert [(f["expected"], f["found"]) for f in result.findings] == [("1279", "1297")]


def test_message_that_is_repeated_is_checked_at_each_of_its_places(check: Termkit, write: Write) -> None:
    texts = "1,279 people came home.", "Додому повернулися 1297 людей."
    comments = ['msgctxt "first"\n', '#, fuzzy\nmsgctxt "unfinished"\n', 'msgctxt "again"\n']
    write("locales/uk/x.po", HEADER + "".join(message(*texts, comment) for comment in comments))
    result = check("locales/uk/x.po", "--select", "number-mismatch")
    assert result.places == [("number-mismatch", "locales/uk/x.po", line, 28) for line in (8, 17)]
    assert [finding["unit"]["context"] for finding in result.findings] == ["first", "again"]


def test_markdown_is_read_against_its_source(check: Termkit, write: Write) -> None:
    write("locales/en/news/x.md", ARTICLE)
    write("locales/uk/news/x.md", TRANSLATION.format("1297"))
    assert check("locales/").places == [("number-mismatch", "locales/uk/news/x.md", 6, 33)]


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("четвер, 10 травня", ("date-mismatch", 6, 3)),
        ("вівторок, 10 червня", ("date-mismatch", 6, 16)),
        ("вівторок, 11 травня", ("date-mismatch", 6, 13)),
    ],
    ids=["weekday", "month", "day"],
)
def test_one_wrong_word_of_a_date_is_one_finding(
    check: Termkit, write: Write, date: str, found: tuple[str, int, int]
) -> None:
    """That the weekday does not fit the date is said by its difference from the source, or follows from the date's."""
    write("locales/en/x.md", ARTICLE.replace("On Tuesday", "On Tuesday May 10,"))
    write("locales/uk/x.md", TRANSLATION.replace("вівторок", f"{date},").format("1279"))
    rule, line, column = found
    assert check("locales").places == [(rule, "locales/uk/x.md", line, column)]


def test_fault_of_a_source_article_is_reported_once(check: Termkit, write: Write) -> None:
    write("locales/en/x.md", ARTICLE.replace("On Tuesday", "On Friday May 10,"))
    for locale in ("uk", "uk-UA"):
        write(f"locales/{locale}/x.md", TRANSLATION.replace("вівторок", "п'ятницю, 10 травня,").format("1279"))
    assert check("locales").places == [
        ("weekday-impossible", "locales/en/x.md", 6, 4),
        ("weekday-impossible", "locales/uk-UA/x.md", 6, 3),
        ("weekday-impossible", "locales/uk/x.md", 6, 3),
    ]


def test_source_folder_is_not_checked_against_itself(termkit: Termkit, write: Write) -> None:
    write("locales/en/x.md", ARTICLE)
    result = termkit("check", "locales/en")
    assert result.code == 2
    assert "nothing to check" in result.err
    assert "source locale, `en`" in result.err


def test_source_locale_of_the_command_line(check: Termkit, write: Write) -> None:
    write("a/uk/x.md", TRANSLATION.format("1279"))
    write("a/en/x.md", ARTICLE.replace("1,279", "1,297"))
    assert check("a", "--source-locale", "uk").places == [("number-mismatch", "a/en/x.md", 6, 12)]


def test_article_without_a_source_is_a_finding(check: Termkit, write: Write) -> None:
    write("locales/en/other.md", ARTICLE)
    write("locales/uk/x.md", TRANSLATION.format("1279"))
    (finding,) = check("locales").findings
    assert (finding["rule"], finding["path"], finding["line"]) == ("source-missing", "locales/uk/x.md", 1)
    assert "`locales/en/x.md`" in finding["message"]


def test_the_folder_beside_the_source_is_the_locale(check: Termkit, write: Write) -> None:
    """`it` is a section here, and `de` far above says nothing."""
    write("de/locales/en/it/x.md", ARTICLE)
    write("de/locales/uk/it/x.md", TRANSLATION.format("1297"))
    assert [f["locale"] for f in check("de").findings] == ["uk"]


def test_working_directory_inside_the_locale(check: Termkit, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("locales/en/x.md", ARTICLE)
    monkeypatch.chdir(write("locales/uk/x.md", TRANSLATION.format("1297")).parent)
    assert check().places == [("number-mismatch", "x.md", 6, 33)]


def test_markdown_outside_the_locales_is_left_out_of_a_folder(check: Termkit, write: Write) -> None:
    write("README.md", "# 5 things\n")
    write("locales/uk/x.po", HEADER + RIGHT)
    assert check(".") == (0, "", "")


def test_markdown_outside_the_locales_given_by_name_is_refused(termkit: Termkit, write: Write) -> None:
    write("README.md", "# 5 things\n")
    result = termkit("check", "README.md")
    assert result.code == 2
    assert "not in the folder of a locale" in result.err


def test_findings_are_sorted_by_place(check: Termkit, write: Write) -> None:
    write(
        "locales/uk/b.po",
        HEADER + message("2 men", "3 чоловіки") + message("4 men and 60 women", "4 чоловіки, 70 жінок"),
    )
    write("locales/uk/a.po", HEADER + WRONG)
    places = [(f["path"], f["line"], f["column"]) for f in check("locales/uk/b.po", "locales").findings]
    assert places == [("locales/uk/a.po", 7, 28), ("locales/uk/b.po", 7, 9), ("locales/uk/b.po", 10, 21)]


@pytest.mark.parametrize(
    ("header", "path", "locale"),
    [
        ("Language: pl", "locales/uk/x.po", "pl"),
        ("X-Generator: none", "locales/uk/x.po", "uk"),
        ("X-Generator: none", "po/uk.po", "uk"),
        ("X-Generator: none", "x.po", "de"),
    ],
    ids=["header", "folder", "file-name", "option"],
)
def test_locale_of_a_po_file(check: Termkit, write: Write, header: str, path: str, locale: str) -> None:
    write(path, HEADER.replace("Language: uk", header) + message("Call 5 of them.", "6"))
    assert {(f["locale"], f["source_locale"]) for f in check(path, "--locale", "de").findings} == {(locale, "en")}


def test_locale_of_a_po_file_that_nothing_tells(termkit: Termkit, write: Write) -> None:
    write("x.po", HEADER.replace("Language: uk", "X-Generator: none") + RIGHT)
    result = termkit("check", "x.po")
    assert result.code == 2
    assert result.err.startswith("termkit: x.po: in which locale?")
    assert "--locale" in result.err


def test_locale_of_a_po_file_that_its_header_misspells(termkit: Termkit, write: Write) -> None:
    write("x.po", HEADER.replace("Language: uk", "Language: ukr-x") + RIGHT)
    assert "Its header has no valid Language (ukr-x) and" in termkit("check", "x.po").err


def test_source_locale_of_a_po_file_is_first_its_header(check: Termkit, write: Write) -> None:
    write("x.po", HEADER.replace("Language: uk", 'Language: uk\\n"\n"X-Source-Language: cs') + WRONG)
    assert [f["source_locale"] for f in check("x.po", "--source-locale", "de").findings] == ["cs"]


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_fail_on(check: Termkit, write: Write, level: str, code: int) -> None:
    """A suppression without use is a warning."""
    write("locales/uk/x.po", HEADER + RIGHT.replace("msgid", "# termkit: ignore[number-mismatch] because\nmsgid", 1))
    result = check("locales", "--fail-on", level)
    assert (result.code, result.rules) == (code, ["unused-ignore"])


def test_select_and_ignore(check: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + WRONG)
    assert check("locales", "--select", "date-mismatch, number-mismatch").rules == ["number-mismatch"]
    assert check("locales", "--select", "date-mismatch").rules == []
    assert check("locales", "--ignore", "date-mismatch", "--ignore", "number-mismatch").rules == []


def test_a_glossary_in_po_is_no_translation(check: Termkit, write: Write) -> None:
    write("locales/uk/glossary.po", HEADER.replace('"Language', '"X-Glossary: yes\\n"\n"Language', 1) + WRONG)
    assert check("locales").rules == []


def test_a_rule_that_is_off_by_default_runs_where_it_is_selected(check: Termkit, write: Write) -> None:
    text = 'msgid "It grew by 2.5 tonnes."\nmsgstr "Вона зросла на 2.5 тонни."\n'
    write("locales/uk/x.po", HEADER + text)
    assert check("locales").rules == []
    assert check("locales", "--extend-select", "separator-foreign").rules == ["separator-foreign"]
    assert check("locales", "--select", "separator-foreign").rules == ["separator-foreign"]


@pytest.mark.parametrize("place", ["uk", "en-uk", "en-*"])
def test_a_rule_that_is_off_for_a_language_runs_where_it_is_selected(
    check: Termkit, write: Write, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(_off, "off_places", lambda: {"number-mismatch": {place: "not good enough"}})
    write("locales/uk/x.po", HEADER + WRONG)
    write("locales/de/x.po", HEADER.replace("uk", "de") + message("1,279 people came home.", "1.297 kamen heim."))
    write("locales/uk/y.po", HEADER.replace('"Content', '"X-Source-Language: de\\n"\n"Content') + WRONG)
    off = {"uk": {"locales/uk/x.po", "locales/uk/y.po"}, "en-uk": {"locales/uk/x.po"}}
    off["en-*"] = {"locales/uk/x.po", "locales/de/x.po"}
    everywhere = {"locales/uk/x.po", "locales/uk/y.po", "locales/de/x.po"}
    assert {path for _, path, *_ in check("locales").places} == everywhere - off[place]
    assert {path for _, path, *_ in check("locales", "--extend-select", "number-mismatch").places} == everywhere
    assert {path for _, path, *_ in check("locales", "--select", "number-mismatch").places} == everywhere


def test_unknown_rule_is_refused_with_the_one_that_was_meant(termkit: Termkit) -> None:
    result = termkit("check", "--select", "numbr-mismatch")
    assert result.code == 2
    assert "did you mean `number-mismatch`?" in result.err


@pytest.mark.parametrize("option", ["--locale", "--source-locale"])
def test_unknown_locale_is_refused(termkit: Termkit, option: str) -> None:
    result = termkit("check", option, "ua")
    assert result.code == 2
    assert "did you mean `uk`?" in result.err


def test_unknown_option_is_refused(termkit: Termkit) -> None:
    assert termkit("check", "--jbos").code == 2


def test_output_file_is_written_as_a_whole(termkit: Termkit, write: Write, project: Path) -> None:
    write("locales/uk/x.po", HEADER + WRONG)
    write("report.json", "old")
    result = termkit("check", "locales", "--output-format", "jsonl", "--output-file", "report.json")
    assert (result.code, result.out) == (1, "")
    assert json.loads((project / "report.json").read_text("utf-8"))["rule"] == "number-mismatch"
    assert sorted(path.name for path in project.iterdir()) == ["locales", "report.json"]


def test_output_file_in_a_folder_that_is_not(termkit: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + WRONG)
    result = termkit("check", "locales", "--output-file", "none/report.json")
    assert (result.code, result.out) == (2, "")
    assert "can't write none/report.json" in result.err


def test_output_file_that_is_a_device_stays_one(termkit: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + WRONG)
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert termkit("check", "locales", "--output-format", "concise", "--output-file", "pipe").code == 1
    assert b"number-mismatch" in os.read(reader, 10_000)
    os.close(reader)
    assert Path("pipe").is_fifo()


def test_statistics(termkit: Termkit, write: Write) -> None:
    write("locales/uk/x.po", HEADER + WRONG)
    result = termkit("check", "locales", "--statistics")
    assert result.code == 1
    assert result.out.split()[:2] in (["1", "number-mismatch"], ["number-mismatch", "1"])


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        pytest.param((), {"termbase": 1, "names": 2}, id="cache"),
        pytest.param(("--no-cache",), {}, id="no-cache"),
    ],
)
def test_cache(options: tuple[str, ...], kept: dict[str, int], check: Termkit, write: Write, tmp_path: Path) -> None:
    entry = "- id: place-{0}\n  kind: place\n  terms:\n    en: [{{term: Town {0}}}]\n    uk: [{{term: Місто {0}}}]\n"
    write("glossary/x.yaml", "".join(map(entry.format, range(50))))
    write("locales/uk/x.po", HEADER + RIGHT)
    for _ in range(2):
        assert check("locales", "--glossary", "glossary", *options).code == 0
    found = [path.parent.name for path in tmp_path.glob("cache/termkit/*/*")]
    # The digest is kept too once the files have not changed for a moment.
    assert {kind: found.count(kind) for kind in found if kind != "digests"} == kept


def test_glossary_of_the_command_line(check: Termkit, write: Write) -> None:
    write("names.yaml", "- id: place-kyiv\n  kind: place\n  terms:\n    en: [{term: Kyiv}]\n    uk: [{term: Київ}]\n")
    write("locales/uk/x.po", HEADER + message("They came to Kyiv.", "Вони приїхали до Львова."))
    (finding,) = check("locales", "--glossary", "names.yaml").findings
    assert (finding["rule"], finding["concept"]) == ("term-missing", "place-kyiv")


def test_a_fault_of_the_source_is_reported_once(check: Termkit, write: Write) -> None:
    write("locales/en/x.md", ARTICLE.replace("date: 2022-05-10", "date: [", 1))
    for locale in ("uk", "ru"):
        write(f"locales/{locale}/x.md", TRANSLATION.format("1279"))
    places = check("locales", "--select", "invalid-front-matter").places
    assert [path for _, path, _, _ in places].count("locales/en/x.md") == 1


@pytest.mark.parametrize(
    ("entry", "rules"),
    [
        ("#, fuzzy\n" + WRONG, []),
        (message("1,279 people came home.", ""), []),
        ("".join(f"#~ {line}\n" for line in WRONG.splitlines() if line), []),
        (WRONG, ["number-mismatch"]),
    ],
    ids=["fuzzy", "untranslated", "obsolete", "translated"],
)
def test_what_gettext_does_not_use_is_not_compared(check: Termkit, write: Write, entry: str, rules: list[str]) -> None:
    write("locales/uk/x.po", HEADER + entry)
    assert check("locales", "--select", "number-mismatch").rules == rules


def test_missing_paragraph_is_no_rain_of_numbers(check: Termkit, write: Write) -> None:
    source = [f"In part {n} the report counts {n}45 houses and {n}78 streets in the town." for n in range(1, 8)]
    target = [f"У частині {n} звіт налічує {n}45 будинків і {n}78 вулиць у цьому місті." for n in range(1, 8)]
    write("locales/en/x.md", "\n\n".join(source))
    write("locales/uk/x.md", "\n\n".join(target[:3] + target[4:]))
    assert check("locales", "--select", "number-mismatch").rules == []
