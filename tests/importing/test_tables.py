"""PO, CSV and OmegaT's TSV from elsewhere."""

from __future__ import annotations

import pytest

from termkit.importing import UnreadableError
from termkit.model import Locale

from .reading import UK, new, propose, read, terms

PO = """\
msgid ""
msgstr "Language: uk\\nContent-Type: text/plain; charset=UTF-8\\n"

#. A city.
# нотатка
#, terminology
msgid "Kyiv"
msgstr "Київ"

#, forbidden
msgid "Kyiv"
msgstr "Киев"

msgctxt "money"
msgid "bank"
msgstr "банк"

msgctxt "river"
msgid "bank"
msgstr "берег"

#, read-only
msgid "AFP"
msgstr ""

msgid "empty"
msgstr ""

#, fuzzy
msgid "drone"
msgid_plural "drones"
msgstr[0] "дрон"
msgstr[1] "дрони"

msgid "Kyiv"
msgstr "Київ-град"
"""


def test_a_po_glossary() -> None:
    reading = read("uk.po", PO)
    assert terms(reading) == [
        {"en": ["Kyiv"], "uk": ["Київ", "Киев", "Київ-град"]},
        {"en": ["bank"], "uk": ["банк"]},
        {"en": ["bank"], "uk": ["берег"]},
        {"en": ["AFP"], "uk": ["AFP"]},
        {"en": ["empty"]},
        {"en": ["drone"], "uk": ["дрон"]},
    ]
    assert [fault.line for fault in reading.faults] == [26]
    kyiv, money, river, *_, drone = new("uk.po", PO)
    assert drone["terms"] == {
        "en": [{"term": "drone", "forms": {"other": ["drones"]}}],
        "uk": [{"term": "дрон", "forms": {"other": ["дрони"]}}],
    }
    assert kyiv["terms"]["uk"][1:] == [
        {"term": "Киев", "status": "forbidden"},
        {"term": "Київ-град", "status": "admitted"},
    ]
    assert kyiv["note_translators"] == {"en": "A city.", "uk": "нотатка"}
    assert (money["id"], river["id"]) == ("term-bank", "term-bank-2")
    assert river["note_translators"] == {"en": "context: river"}


GNOME = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=KOI8-U\\n"
"Language: {language}\\n"

#. "To stop in an orderly manner."
#. (verb)
msgid "abort"
msgstr "перервати"

#~ msgid "old"
#~ msgstr "старе"

#~ msgid "older"
#~ msgstr "старіше"
"""


@pytest.mark.parametrize(
    ("name", "language", "locale"),
    [
        ("x.po", "uk_UA", "uk-UA"),
        ("x.po", "uk_UA.KOI8-U", "uk-UA"),
        ("x.po", "sr_RS@latin", "sr-Latn-RS"),
        ("x.po", "ca@valencia", "ca"),
        ("x.po", "no_NO", "no"),
        ("glossary-uk.po", "", "uk"),
    ],
)
def test_locales_of_po_files(name: str, language: str, locale: str) -> None:
    data = GNOME.format(language=language)
    latin = data.replace("перервати", "abort") if "uk" not in locale else data
    reading = read(name, latin.encode("koi8-u"))
    assert list(map(str, reading.entries[0].terms)) == ["en", locale]
    assert reading.entries[0].values["note_translators"]["en"] == '"To stop in an orderly manner."\n(verb)'
    assert [fault.message for fault in reading.faults] == ["obsolete messages were left out: 2"]


def test_terms_are_cleaned_or_told() -> None:
    reading = read("uk.csv", "source,target\nKyiv\u200b  city,місто Kиїв\nКиїв,Київ\nLviv,Львіv\n")
    assert terms(reading) == [{"en": ["Kyiv city"], "uk": ["місто Київ"]}, {"en": ["Lviv"]}]
    assert [fault.message.rpartition(": ")[2] for fault in reading.faults] == [
        "read as “місто Київ”",
        "left out",
        "“Київ” was left out with it",
        "left out",
    ]


def test_a_broken_message_does_not_lose_the_others() -> None:
    reading = read("uk.po", PO.replace('msgid "AFP"', 'msgid "AFP'))
    assert len(reading.entries) == 5
    assert str(reading.faults[0]).startswith("uk.po:23: the string is not closed")


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("x.csv", "source,target\nKyiv,Київ\n", [{"en": ["Kyiv"], "uk": ["Київ"]}]),
        ("x.csv", '\ufeffSource;Target\r\n"Ky;iv";"Ки\nїв"\r\n', [{"en": ["Ky;iv"], "uk": ["Ки їв"]}]),
        ("x.csv", "Kyiv,Київ\nLviv,Львів\n", [{"en": ["Kyiv"], "uk": ["Київ"]}, {"en": ["Lviv"], "uk": ["Львів"]}]),
        ("x.csv", "en\tuk\tde\tremark\nKyiv\tКиїв\t\tx\n", [{"en": ["Kyiv"], "uk": ["Київ"]}]),
        ("x.csv", "id,locale,term\np,en,'-ism\np,uk,ізм\n", [{"en": ["-ism"], "uk": ["ізм"]}]),
        ("x.utf8", "# comment\nKyiv\tКиїв\tmain\n\nKyiv\tКиїв-2\n", [{"en": ["Kyiv"], "uk": ["Київ", "Київ-2"]}]),
        ("x.txt", "Kyiv\tКиїв".encode("utf-16"), [{"en": ["Kyiv"], "uk": ["Київ"]}]),
    ],
)
def test_tables(name: str, data: str | bytes, expected: list[dict[str, list[str]]]) -> None:
    reading = read(name, data, UK)
    assert terms(reading) == expected
    assert reading.faults == []


def test_the_comment_of_a_glossary_of_omegat_is_kept() -> None:
    (entry,) = new("x.utf8", "Kyiv\tКиїв\tmain; note: so\n", UK)
    assert entry["note_translators"] == {"uk": "main; note: so"}


MEMOQ = """\
Entry_ID;Entry_Subject;Entry_Domain;Entry_LastModified;Entry_Modifier;Entry_Note;English_United_States_Def;\
English_United_States;Term_Info;Term_Example;Ukrainian_Def;Ukrainian;Term_Info;Term_Example;Ukrainian;Term_Info;Colour
7;place;Press;11/22/2026 4:05:00 PM;admin;Never in quotes.;Capital of Ukraine.;\
Kyiv;CasePermissive;In Kyiv.;Столиця.;Київ;CaseSense;HalfPrefix;;Кіїв;HalfPrefix;NonTerm;red
8;;;;;;;drone;CaseInsense;;;дрон;Noun;;;;
9;;;;;;;;;;;;;;;;
""".replace("CaseSense;HalfPrefix", '"CaseSense;HalfPrefix"').replace("HalfPrefix;NonTerm", '"HalfPrefix;NonTerm"')


def test_a_term_base_of_memoq() -> None:
    reading = read("x.csv", MEMOQ)
    first, second = propose(reading).new
    assert first == {
        "id": "place-kyiv",
        "kind": "place",
        "definition": {"en-US": "Capital of Ukraine.", "uk": "Столиця."},
        "status": "proposed",
        "source": ["modifier: admin"],
        "updated": "2026-11-22",
        "note_translators": {"en": "domain: Press\nNever in quotes."},
        "terms": {
            "en-US": [{"term": "Kyiv", "note": "example: In Kyiv."}],
            "uk": [{"term": "Київ", "case": "sensitive"}, {"term": "Кіїв", "status": "forbidden"}],
        },
    }
    assert second["terms"] == {
        "en-US": [{"term": "drone", "case": "insensitive"}],
        "uk": [{"term": "дрон", "note": "info: Noun"}],
    }
    assert [(fault.line, fault.message) for fault in reading.faults] == [
        (1, "the column `Colour` is not known and was left out"),
        (4, "a row without terms was left out"),
    ]


def test_columns_of_languages_behind_others_are_not_those_of_deepl() -> None:
    reading = read("x.csv", "number,note,en,de\n1,Capital,Kyiv,Kyjiw\n")
    assert terms(reading) == [{"en": ["Kyiv"], "de": ["Kyjiw"]}]


def test_a_glossary_of_deepl() -> None:
    reading = read("x.csv", 'Kyiv,Kyjiw,EN,DE\n"Lviv",Lemberg,en,DE\nKyiv,Київ,EN,UK\n')
    assert terms(reading) == [{"en": ["Kyiv"], "de": ["Kyjiw"]}, {"en": ["Lviv"], "de": ["Lemberg"]}]
    assert [(fault.line, fault.message) for fault in reading.faults] == [
        (3, "“Kyiv” was left out: it is not from en into de, as the first row is")
    ]


@pytest.mark.parametrize(
    ("name", "data", "locale", "message"),
    [
        ("x.csv", "a,b,c\n1,2,3\n", UK, "x.csv:1: the columns are not known"),
        ("x.csv", "source,target\nKyiv,Київ\n", None, "x.csv:1: in which locale are the translations?"),
        ("x.csv", b"\xff\n", UK, "x.csv:1: not UTF-8"),
        ("x.csv", f"source,target\n{'x' * 1_000_002},y\n", UK, "x.csv:2: not readable as CSV: field larger"),
        ("x.csv", b"\xff\xfea", UK, "x.csv:1: not UTF-16"),
        ("x.utf8", "Kyiv\tКиїв", None, "x.utf8:1: in which locale"),
        ("x.po", 'msgid "a"\nmsgstr "b"\n', None, "x.po:1: in which locale?"),
        ("x.po", 'msgid ""\nmsgstr "Language: xx\\n"\n', None, "x.po:1: in which locale?"),
        ("x.po", b'msgid "\xff"\nmsgstr ""\n', UK, "x.po:1: not UTF-8"),
        ("x.docx", "", UK, "x.docx:1: of which format?"),
    ],
)
def test_what_cannot_be_read_is_told(name: str, data: str | bytes, locale: Locale | None, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(name, data, locale)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("name", ["uk.csv", "glossary_uk.csv", "en-uk.csv"])
def test_a_file_may_be_named_for_its_locale(name: str) -> None:
    assert terms(read(name, "source,target\nKyiv,Київ\n")) == [{"en": ["Kyiv"], "uk": ["Київ"]}]


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        ("source,target,x\n,b,c\n", 1, "the column `x` is not known"),
        ("source,target\n,b\n", 2, "a row without a source term"),
        ("id,locale,term\nx,xx,a\n", 2, "left out: `xx` is no language tag"),
        ("id,locale,term\nx,en,\n", 2, "a row without a term"),
        ("id,locale,term,gender\nx,uk,a,many\n", 2, "“many” is no gender"),
    ],
)
def test_what_is_left_out_is_told(data: str, line: int, message: str) -> None:
    faults = read("x.csv", data, UK).faults
    assert faults[0].line == line
    assert faults[0].message.startswith(message)
