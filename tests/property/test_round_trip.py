"""A termbase comes back from every format that is imported, as far as the manifest says that it is kept."""

from __future__ import annotations

import csv
import dataclasses
import io
import itertools
import operator
import string
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from termkit.exchange import FORMATS, exports
from termkit.folding import fold_string
from termkit.importing import apply_proposal, compare, read_glossary
from termkit.model import Concept, Locale
from termkit.termbase import GlossaryFile, TermbaseError, load_files
from termkit.termbase.yaml_text import entry_lines

EN, UK = Locale("en"), Locale("uk")
LETTERS = {
    "en": string.ascii_letters + "éßøñ",
    "uk": "абвгґеєиіїйьюяАЄЇ",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويَُِّ",  # with vowel signs, from right to left
    "hi": "कखगघङचछजझञािीुूेैोौंः्",  # with combining vowels
    "zh-Hant": "漢字烏克蘭基輔",
}
SIGNS = [
    *"=+-@|%'\"\\;:,#<>&()[]{}!?/*~`^_.…«»„“’ʼ§№🇺🇦",
    "=1+1",
    "]]>",
    "&amp;",
    "%s",
    "\\n",
    "source",
    "status:",
    "note",
]
REPLACED = ("superseded", "deprecated", "forbidden")
TYPES = ("full-form", "short-form", "surname", "nickname", "acronym", "variant", "adjective", "demonym", "phrase")


def _composed(words: list[str]) -> str:
    return unicodedata.normalize("NFC", " ".join(words))


def spellings(locale: str) -> st.SearchStrategy[str]:
    words = st.text(LETTERS[locale], min_size=1, max_size=5)
    signs = st.sampled_from(
        [sign for sign in SIGNS if locale in ("en", "zh-Hant") or not sign.isascii() or len(sign) == 1]
    )
    return st.lists(words | signs, min_size=1, max_size=3).map(_composed)


lines = st.lists(st.text(string.ascii_letters, max_size=4) | st.sampled_from(SIGNS), min_size=1, max_size=4).map(
    _composed
)
odd_lines = lines | st.sampled_from(
    ["  indented", "", "kind: place", "source status: admitted", "to\u2028be", "a\u0085b", "a\tb", "عربي"]
)
prose = st.lists(odd_lines, min_size=1, max_size=3).map("\n".join).map(str.strip).filter(bool)
days = st.dates().map(lambda day: day.isoformat())


@st.composite
def terms(draw: st.DrawFn, locale: str, number: int) -> dict[str, Any]:
    """A term; the first of a locale is preferred."""
    status = "preferred" if number == 0 else draw(st.sampled_from(["admitted", *REPLACED]))
    forms = st.dictionaries(
        st.sampled_from(["gen", "dat", "other"]), st.lists(spellings(locale), min_size=1, max_size=2), max_size=2
    )
    values = {
        "term": draw(spellings(locale)),
        "status": status,
        "type": draw(st.sampled_from(TYPES)),
        "gender": draw(st.none() | st.sampled_from(["masculine", "feminine", "neuter"])),
        "number": draw(st.none() | st.sampled_from(["singular", "plural"])),
        "case": draw(st.none() | st.sampled_from(["sensitive", "insensitive"])),
        "ambiguous": draw(st.sampled_from([None, True])),
        "reason": draw(st.none() | prose),
        "except": draw(st.lists(spellings(locale), max_size=2)),
        "valid": draw(st.none() | days.map(lambda day: {"from": day})),
        "transliteration": draw(st.none() | st.just({"system": "uk-Latn-kmu2010"})),
        "note": draw(st.none() | prose),
        **draw(st.sampled_from([{}, {"indeclinable": True}]) | forms.map(lambda some: {"forms": some})),
    }
    return {name: value for name, value in values.items() if value}


@st.composite
def sections(draw: st.DrawFn, locale: str) -> list[dict[str, Any]]:
    """The terms of a locale, no two of them alike; the first stands in for those that are replaced, or for some."""
    drawn = [draw(terms(locale, number)) for number in range(draw(st.integers(1, 3)))]
    first, *others = {fold_string(term["term"]).casefold(): term for term in drawn}.values()
    for term in others:
        if term["status"] in REPLACED and draw(st.booleans()):
            term["replace_with"] = first["term"]
    return [first, *others]


@st.composite
def entries(draw: st.DrawFn, number: int) -> dict[str, Any]:
    kind = draw(st.sampled_from(["person", "place", "term"]))
    values = {
        "id": f"{kind}-{number}",
        "kind": kind,
        "sex": draw(st.none() | st.sampled_from(["male", "female"])) if kind == "person" else None,
        "definition": draw(st.dictionaries(st.sampled_from(["en", "uk"]), prose)),
        "status": draw(st.sampled_from(["approved", "approved", "draft", "proposed", "retired"])),
        "source": draw(
            st.lists(
                prose | prose.map(lambda text: {"text": text, "url": "https://example.org/a?b=c&d"}),
                max_size=2,
                unique_by=str,
            )
        ),
        "updated": draw(st.none() | days),
        "note_translators": draw(st.dictionaries(st.sampled_from(["en", "uk"]), prose)),
        "terms": {locale: draw(sections(locale)) for locale in draw(_locales)},
    }
    return {name: value for name, value in values.items() if value}


_locales = st.lists(st.sampled_from(["ar", "hi", "zh-Hant"]), unique=True, max_size=2).map(
    lambda some: ["en", "uk", *some]
)


@st.composite
def termbases(draw: st.DrawFn) -> Mapping[str, Concept]:
    """Up to three concepts, some related to another; what the loader refuses is none."""
    made = [draw(entries(number)) for number in range(draw(st.integers(1, 3)))]
    agreed = [entry["id"] for entry in made if entry["status"] == "approved"]
    if bool(agreed) and draw(st.booleans()):
        made[0]["related"] = [
            {"type": draw(st.sampled_from(["see-also", "broader"])), "target": draw(st.sampled_from(agreed))}
        ]
    try:
        return load("".join(f"{line}\n" for entry in made for line in entry_lines(entry)))
    except TermbaseError:
        reject()


def load(text: str, name: str = "glossary.yaml") -> Mapping[str, Concept]:
    return load_files([GlossaryFile(Path(name), text.encode())], cache=False).concepts


def written(concepts: Mapping[str, Concept], form: str, *locales: str) -> tuple[str, str]:
    """The name and the text of the file that a format has for some locales."""
    known = sorted({locale for concept in concepts.values() for locale in concept.terms} - {EN})
    targets = [*map(Locale, locales)] if FORMATS[form].bilingual else known
    [file] = exports(concepts.values(), FORMATS[form], EN, targets)
    return file.name, "".join(f"{line}\n" for line in file.lines())


def imported(name: str, text: str) -> Mapping[str, Concept]:
    """The termbase that a file makes of an empty one, nothing of it refused."""
    if name.endswith(".json"):
        return load(text, name)
    reading = read_glossary(name, text.encode(), EN)
    proposal = compare(reading, {}, EN)
    files = apply_proposal(proposal, {}, Path("glossary"), name)
    assert (reading.faults, proposal.conflicts, files.left) == ([], [], [])
    return load("".join(files.texts.values())) if files.texts else {}


def _ordered(concepts: Mapping[str, Concept]) -> dict[str, Concept]:
    """Concepts whose terms stand in some order of their own."""
    return {
        id_: dataclasses.replace(
            concept, terms={locale: tuple(sorted(found, key=repr)) for locale, found in concept.terms.items()}
        )
        for id_, concept in concepts.items()
    }


@pytest.mark.parametrize("form", ["tbx-basic", "tbx-linguist", "json"])
@settings(deadline=None, max_examples=25)
@given(termbases())
def test_what_is_kept_whole_comes_back_whole(form: str, made: Mapping[str, Concept]) -> None:
    assert _ordered(imported(*written(made, form))) == _ordered(made)


@pytest.mark.parametrize("form", ["po", "tbx-v2", "csv", "weblate-csv"])
@settings(deadline=None, max_examples=25)
@given(termbases())
def test_what_came_back_makes_the_same_file(form: str, made: Mapping[str, Concept]) -> None:
    name, text = written(made, form, "uk")
    file = written(imported(name, text), form, "uk")
    assert file == (name, text)


@pytest.mark.parametrize("form", ["omegat", "deepl", "google", "amazon", "memoq-csv"])
@settings(deadline=None, max_examples=25)
@given(termbases())
def test_terms_come_back_side_by_side(form: str, made: Mapping[str, Concept]) -> None:
    name, text = written(made, form, "uk")
    expected = set(ROWS[form](text))
    if not expected:  # such a file has nothing to be known by
        return
    reading = read_glossary(name, text.encode(), EN, UK)
    found = {
        (source["term"], target["term"])
        for entry in reading.entries
        for source in entry.terms.get(EN, ())
        for target in entry.terms.get(UK, ())
    }
    assert reading.faults == []
    assert expected <= found
    assert {*map(operator.itemgetter(0), expected)} == {*map(operator.itemgetter(0), found)}
    assert {*map(operator.itemgetter(1), expected)} == {*map(operator.itemgetter(1), found)}


def _omegat(text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        if line and not line.startswith("#"):
            source, target, *_ = line.split("\t")
            yield source, target


def _csv(text: str) -> Iterator[tuple[str, str]]:
    return ((source, target) for source, target in csv.reader(io.StringIO(text, newline="")))


def _amazon(text: str) -> Iterator[tuple[str, str]]:
    return _csv(text.partition("\n")[2])


def _memoq(text: str) -> Iterator[tuple[str, str]]:
    header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    for row in rows:
        cells = {
            language: [cell for name, cell in zip(header, row, strict=True) if name == language and cell]
            for language in ("English", "Ukrainian")
        }
        yield from itertools.product(cells["English"], cells["Ukrainian"])


ROWS: Mapping[str, Callable[[str], Iterator[tuple[str, str]]]] = {
    "omegat": _omegat,
    "deepl": _csv,
    "google": _csv,
    "amazon": _amazon,
    "memoq-csv": _memoq,
}
