"""The formats that are tables: CSV, OmegaT, translation engines, memoQ."""

from __future__ import annotations

import csv
import io

import pytest
from translate.storage.csvl10n import csvfile
from translate.storage.omegat import OmegaTFile

from termkit.model import Concept, Locale, Term

from .files import DE, EN, UK, File, files, one_file
from .reading import in_order, read_term


def _rows(file: File, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.text, newline=""), delimiter=delimiter))


def test_csv_has_every_term_with_every_fact(concepts: list[Concept]) -> None:
    file = one_file(concepts, "csv", (UK, DE))
    header, *rows = _rows(file)
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        cells = {name: cell.removeprefix("'") for name, cell in zip(header, row, strict=True)}
        found.setdefault(cells["id"], []).append(cells)
    for concept in concepts:
        terms = [read_term(cells["term"], Locale(cells["locale"]), cells) for cells in found[concept.id]]
        assert in_order(terms) == in_order(term for some in concept.terms.values() for term in some)
        assert {cells["entry_status"] for cells in found[concept.id]} == {concept.status}
    assert file.report["left_out"] == {
        "the definition or note to translators in fr, where it has no term": ["place-kyiv"]
    }


def test_csv_guards_against_formulas(concepts: list[Concept]) -> None:
    cells = {cell for row in _rows(one_file(concepts, "csv")) for cell in row}
    assert {'\'=say "hi"\\n', "'-ism", '\'@скажи, "гей"; так'} <= cells
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


@pytest.mark.parametrize("name", ["csv", "weblate-csv", "memoq-csv"])
def test_byte_order_mark_on_request(concepts: list[Concept], name: str) -> None:
    (marked,), (plain,) = files(concepts, name, bom=True), files(concepts, name)
    assert marked.text == "\ufeff" + plain.text


@pytest.mark.parametrize("name", ["google", "omegat", "po"])
def test_no_byte_order_mark_where_it_would_be_read_as_text(concepts: list[Concept], name: str) -> None:
    assert files(concepts, name, bom=True) == files(concepts, name)


def test_toolkit_reads_omegat(concepts: list[Concept]) -> None:
    file = one_file(concepts, "omegat")
    store = OmegaTFile.parsestring(file.text.encode())
    units = {(unit.source, unit.target): unit.getnotes() for unit in store.units if unit.source}
    assert units["Kyiv", "Кіїв"].startswith("DEPRECATED; use instead: Київ; kind: place; ")
    assert units["Kyiv", "Київ"].startswith("preferred; gender: masculine; ")
    assert "Two lines, the second indented." in units["Kyiv", "Київ"]
    assert file.report["left_out"]["OmegaT takes a line that begins with # for a comment"] == [
        "term-hash/en/#hash",
        "term-hash/uk/гґешʼ",
    ]
    assert all(line.count("\t") == 2 for line in file.text.splitlines())


def test_omegat_says_what_it_drops(concepts: list[Concept]) -> None:
    report = one_file(concepts, "omegat").report
    assert report["dropped"] == {"id": 6, "source": 1, "updated": 1, "related": 1, "sex": 1, "terms.case": 1}
    assert report["partly"]["terms.transliteration"] == 1


def test_toolkit_reads_weblate_csv(concepts: list[Concept]) -> None:
    file = one_file(concepts, "weblate-csv")
    store = csvfile.parsestring(file.text.encode())
    units = {(unit.source, unit.target): unit for unit in store.units}
    assert units['=say "hi"\\n', '@скажи, "гей"; так'].isfuzzy()
    assert units["Kiev", "Київ"].getcontext() == "place-kyiv"
    assert "status: preferred" in units["Kyiv", "Київ"].getnotes("developer")
    assert ("Kyiv", "Кіїв") not in units
    assert "place-kyiv/uk/Кіїв" in file.left_out


ENGINE_ROWS = [
    ["Azov Regiment", "полк Азов"],
    ["Azov Brigade", "бригада Азов"],
    ["Ann Kyiv", "Ганна Київ"],
    ["Kyiv", "Київ"],
    ["Ukraine", "Україна"],
    ["filtration camp", "фільтраційний табір"],
    ["#hash", "гґешʼ"],
]


@pytest.mark.parametrize("name", ["deepl", "google"])
def test_engines_get_one_agreed_unambiguous_translation_of_a_term(concepts: list[Concept], name: str) -> None:
    file = one_file(concepts, name)
    assert _rows(file) == ENGINE_ROWS
    assert file.left_out >= {
        "term-bracket",
        "person-a/en/Kyiv",
        "person-a/uk/Київ",
        "place-kyiv/en/Kiev",
        "place-kyiv/uk/київський",
    }


def test_amazon_has_a_header_and_a_term_once_whatever_its_capitals(concepts: list[Concept]) -> None:
    rows = _rows(one_file(concepts, "amazon"))
    assert rows[0] == ["en", "uk"]
    assert [row for row in rows if row[0].lower() == "filtration camp"] == [["filtration camp", "фільтраційний табір"]]
    terms = {locale: (Term(name, locale),) for locale, name in ((EN, "polish"), (UK, "лак"))}
    more = [
        Concept("term-polish", "term", terms),
        Concept("term-polish-2", "term", terms | {EN: (Term("Polish", EN),)}),
    ]
    assert _rows(one_file(more, "amazon"))[1:] == [["polish", "лак"]]
    assert len(_rows(one_file(more, "deepl"))) == 2


def test_an_engine_gets_no_term_that_is_too_long_for_it(concepts: list[Concept]) -> None:
    (ukraine,) = (concept for concept in concepts if concept.id == "place-ukraine")
    long = "У" * 513
    terms = {locale: terms for locale, terms in ukraine.terms.items() if locale != UK}
    changed = Concept(ukraine.id, "place", {**terms, UK: (type(ukraine.terms[UK][0])(long, UK),)})
    file = one_file([changed], "deepl")
    assert file.text == ""
    assert file.report["left_out"]["it is longer than 1024 bytes"] == ["place-ukraine/en/Ukraine"]


def test_memoq_has_a_column_for_each_term(concepts: list[Concept]) -> None:
    file = one_file(concepts, "memoq-csv")
    header, *rows = _rows(file, ";")
    assert header == [
        "Entry_ID",
        "Entry_Subject",
        "Entry_Note",
        "English_Def",
        *["English"] * 2,
        "Ukrainian_Def",
        *["Ukrainian"] * 2,
    ]
    (kyiv,) = (row for row in rows if row[0] == "place-kyiv")
    assert kyiv[4:6] == ["Kyiv", "Kyivan"]
    assert kyiv[7:] == ["Київ", "київський"]
    assert "uk: not Кіїв but Київ" in kyiv[2]
    assert all(len(row) == len(header) for row in rows)
