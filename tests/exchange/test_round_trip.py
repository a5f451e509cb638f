"""Whatever a termbase holds, what a format says that it keeps can be read back from it."""

from __future__ import annotations

import csv
import datetime
import io
import json
import string
from collections.abc import Iterable
from xml.etree import ElementTree as ET

import polib
from hypothesis import given, settings
from hypothesis import strategies as st

from termkit.exchange import FORMATS, exports
from termkit.exchange.categories import STATUSES, TERM_TYPES
from termkit.exchange.tbx_v3 import _WHOLE_TYPES
from termkit.model import AdministrativeStatus, Concept, Locale, Term, TermType

from .files import EN, UK, File, one_file
from .reading import in_order, read_facts, read_term, term_fields

_CHARS = string.ascii_letters + string.digits + "=+-@|%'\"\\;:,#<>&()[]{}їґʼʼ’«»漢字🇺🇦ë"
_words = st.lists(st.text(_CHARS, min_size=1, max_size=5), min_size=1, max_size=3)
spellings = _words.map(" ".join)
prose = st.lists(_words.map(" ".join), min_size=1, max_size=3).map("\n".join)
days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))


@st.composite
def terms(draw: st.DrawFn, locale: Locale) -> Term:
    return Term(
        term=draw(spellings),
        locale=locale,
        status=draw(st.sampled_from(AdministrativeStatus)),
        type=draw(st.sampled_from(TermType)),
        gender=draw(st.none() | st.sampled_from(["masculine", "feminine", "neuter"])),
        number=draw(st.none() | st.sampled_from(["singular", "plural"])),
        indeclinable=draw(st.booleans()),
        forms=draw(st.dictionaries(st.sampled_from(["gen", "loc", "*"]), st.lists(spellings, min_size=1).map(tuple))),
        case_sensitive=draw(st.booleans()),
        ambiguous=draw(st.booleans()),
        replace_with=draw(st.none() | spellings),
        reason=draw(st.none() | prose),
        exceptions=tuple(draw(st.lists(spellings, max_size=2))),
        valid_from=draw(st.none() | days),
        valid_to=draw(st.none() | days),
        transliteration=draw(st.none() | st.just("uk-Latn-kmu2010")),
        note=draw(st.none() | prose),
    )


def _concept(number: int, english: Iterable[Term], ukrainian: Iterable[Term], status: str) -> Concept:
    sides = {EN: tuple(english), UK: tuple(ukrainian)}
    return Concept(f"term-{number}", "term", {locale: found for locale, found in sides.items() if found}, status=status)


concepts = st.lists(
    st.tuples(
        st.lists(terms(EN), min_size=1, max_size=3),
        st.lists(terms(UK), max_size=3),
        st.sampled_from(["approved", "draft", "proposed"]),
    ),
    max_size=3,
).map(lambda found: [_concept(number, *values) for number, values in enumerate(found)])


def _check(found: dict[tuple[str, Locale], list[Term]], made: list[Concept], file: File) -> None:
    for concept in made:
        if concept.id in file.left_out:
            continue
        for locale, some in concept.terms.items():
            kept = [term for term in some if f"{concept.id}/{locale}/{term.term}" not in file.left_out]
            back = [term for term in found.get((concept.id, locale), []) if term.term in {t.term for t in kept}]
            assert in_order(back) == in_order(kept)


@settings(deadline=None, max_examples=60)
@given(concepts)
def test_po(made: list[Concept]) -> None:
    file = one_file(made, "po")
    found: dict[tuple[str, Locale], list[Term]] = {}
    po = polib.pofile(file.text)
    for entry in po:
        of_source: list[str] = []
        of_target: list[str] = []
        side = of_target
        for line in entry.comment.split("\n"):
            if not line.startswith("  "):
                side = of_source if line.startswith("source ") else of_target
            side.append(line.removeprefix("source "))
        key = entry.occurrences[0][0]
        found.setdefault((key, EN), []).append(read_term(entry.msgid, EN, term_fields(read_facts(of_source))))
        found.setdefault((key, UK), []).append(read_term(entry.msgstr, UK, term_fields(read_facts(of_target))))
    _check(found, made, file)
    assert len({(entry.msgctxt, entry.msgid) for entry in po}) == len(po)
    assert all(entry.fuzzy == (status != "approved") for entry, status in zip(po, _statuses(po, made), strict=True))


def _statuses(po: polib.POFile, made: list[Concept]) -> list[str]:
    by_id = {concept.id: concept.status for concept in made}
    return [by_id[entry.occurrences[0][0]] for entry in po]


@settings(deadline=None, max_examples=60)
@given(concepts)
def test_csv(made: list[Concept]) -> None:
    file = one_file(made, "csv")
    header, *rows = csv.reader(io.StringIO(file.text, newline=""))
    found: dict[tuple[str, Locale], list[Term]] = {}
    for row in rows:
        cells = {name: cell.removeprefix("'") for name, cell in zip(header, row, strict=True)}
        locale = Locale(cells["locale"])
        found.setdefault((cells["id"], locale), []).append(read_term(cells["term"], locale, cells))
    _check(found, made, file)


@settings(deadline=None, max_examples=60)
@given(concepts, st.sampled_from(["tbx-basic", "tbx-linguist"]))
def test_tbx(made: list[Concept], name: str) -> None:
    file = one_file(made, name)
    found: dict[tuple[str, Locale], list[Term]] = {}
    space = {"": "urn:iso:std:iso:30042:ed-2"}
    for entry in ET.fromstring(file.text.encode()).iterfind(".//conceptEntry", space):
        for section in entry.iterfind("langSec", space):
            locale = Locale(section.attrib["{http://www.w3.org/XML/1998/namespace}lang"])
            for element in section.iterfind("termSec", space):
                found.setdefault((entry.attrib["id"], locale), []).append(_tbx_term(element, locale, space))
    _check(found, made, file)


def _tbx_term(element: ET.Element, locale: Locale, space: dict[str, str]) -> Term:
    told = {note.attrib["type"]: note.text or "" for note in element.iterfind("termNote", space)}
    facts = {
        "status": next(status for status, word in STATUSES.items() if word == told["administrativeStatus"]),
        "type": next(kind for kind in _WHOLE_TYPES if TERM_TYPES[kind] == told["termType"]),
        "gender": told.get("grammaticalGender", ""),
        "number": told.get("grammaticalNumber", ""),
        "transliteration": told.get("transferComment", ""),
    }
    for note in element.iterfind("note", space):
        facts |= term_fields(read_facts((note.text or "").split("\n")))
    return read_term(element.findtext("term", "", space), locale, facts)


@settings(deadline=None, max_examples=40)
@given(concepts, st.sampled_from(sorted(FORMATS)))
def test_any_format_of_any_termbase(made: list[Concept], name: str) -> None:
    files = [(file, list(file.lines())) for file in exports(made, FORMATS[name], EN, [UK])]
    again = [(file, list(file.lines())) for file in exports(reversed(made), FORMATS[name], EN, [UK])]
    assert [lines for _, lines in files] == [lines for _, lines in again]
    for file, lines in files:
        json.dumps(file.report())
        assert "\r" not in "".join(lines)
