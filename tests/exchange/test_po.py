"""PO as polib, gettext and translate-toolkit read it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from translate.storage.pypo import pofile

from termkit.model import Concept, Locale, Term

from .files import DE, EN, UK, one_file
from .reading import in_order, read_facts, read_term, term_fields


def _read(concepts: list[Concept], locale: Locale = UK) -> polib.POFile:
    return polib.pofile(one_file(concepts, "po", (locale,)).text)


def _entry(po: polib.POFile, source: str, target: str) -> polib.POEntry:
    (entry,) = (entry for entry in po if (entry.msgid, entry.msgstr) == (source, target))
    return entry


def test_an_entry_line_by_line(concepts: list[Concept]) -> None:
    text = one_file(concepts, "po").text
    assert (
        """
#. kind: place
#. definition (en): Capital of Ukraine.
#. definition (uk): Столиця <України> & "місто"
#. for translators (en): Two lines,
#.     the second indented.
#. according to: House style | KMU 55/2010 <https://example.org/55>
#. updated: 2026-11-22
#. related: located-in place-ukraine | broader place-podil
#. status: deprecated
#. use instead: Київ
#. source transliteration: uk-Latn-kmu2010 of Київ
#. source note: a; b | c \\ d
#: place-kyiv
#, forbidden
msgctxt "place-kyiv/Кіїв"
msgid "Kyiv"
msgstr "Кіїв"
"""
        in text
    )


@pytest.mark.parametrize(
    ("source", "target", "flags"),
    [
        ("Kyiv", "Київ", ["terminology"]),
        ("Kyiv", "Кіїв", ["forbidden"]),
        ("Kyiv", "Киев-град", ["forbidden"]),
        ("Kyiv", "київський", []),
        ("Kiev", "Київ", []),
        ('=say "hi"\\n', '@скажи, "гей"; так', ["fuzzy", "terminology"]),
        ("Azov Brigade", "бригада Азов", ["terminology"]),
    ],
    ids=["preferred", "deprecated", "superseded", "admitted", "forbidden-source", "draft", "in-use-now"],
)
def test_flags(concepts: list[Concept], source: str, target: str, flags: list[str]) -> None:
    po = _read([concept for concept in concepts if concept.kind != "person"])
    assert _entry(po, source, target).flags == flags


def test_a_demonym_without_counterpart_and_a_retired_entry_are_in_the_manifest(concepts: list[Concept]) -> None:
    file = one_file(concepts, "po")
    assert file.left_out == {"place-kyiv/en/Kyivan", "place-podil", "term-only-german"}
    assert not file.report["dropped"]


def test_homographs_have_contexts_of_their_own(concepts: list[Concept]) -> None:
    po = _read(concepts)
    keys = [(entry.msgctxt, entry.msgid) for entry in po]
    assert len(set(keys)) == len(keys)
    assert {entry.msgctxt for entry in po if (entry.msgid, entry.msgstr) == ("Kyiv", "Київ")} == {
        "place-kyiv",
        "person-a",
    }


@pytest.mark.parametrize("locale", [UK, DE])
def test_every_term_comes_back_with_every_fact(concepts: list[Concept], locale: Locale) -> None:
    file = one_file(concepts, "po", (locale,))
    po = polib.pofile(file.text)
    sides: dict[tuple[str, Locale], list[Term]] = {}
    for entry in po:
        key = entry.occurrences[0][0]
        lines = entry.comment.split("\n")
        of_source = [line.removeprefix("source ") for line in lines if line.startswith("source ")]
        of_target = [line for line in lines if not line.startswith("source ")]
        for side, spelling, facts in ((EN, entry.msgid, of_source), (locale, entry.msgstr, of_target)):
            sides.setdefault((key, side), []).append(read_term(spelling, side, term_fields(read_facts(facts))))
    for concept in concepts:
        if concept.id not in file.left_out:
            for side in (EN, locale):
                kept = [t for t in concept.terms_in(side) if f"{concept.id}/{side}/{t.term}" not in file.left_out]
                assert in_order(sides[concept.id, side]) == in_order(kept)


def test_toolkit_reads_flags_and_fuzziness(concepts: list[Concept]) -> None:
    store = pofile.parsestring(one_file(concepts, "po").text.encode())
    units = {(unit.getcontext(), unit.source): unit for unit in store.units if not unit.isheader()}
    assert units["place-kyiv/Кіїв", "Kyiv"].hastypecomment("forbidden")
    assert units["place-kyiv", "Kyiv"].hastypecomment("terminology")
    assert "status: preferred" in units["place-kyiv", "Kyiv"].getnotes("developer")
    draft = units["term-bracket", '=say "hi"\\n']
    assert (draft.isfuzzy(), draft.istranslated()) == (True, False)


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@pytest.mark.parametrize("locale", [UK, DE, Locale("de-AT")])
def test_msgfmt_has_nothing_to_say(concepts: list[Concept], tmp_path: Path, locale: Locale) -> None:
    path = tmp_path / "x.po"
    path.write_text(one_file(concepts, "po", (locale,)).text, encoding="utf-8")
    run = subprocess.run(
        ["msgfmt", "-c", "-v", "-o", "/dev/null", str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={"LC_ALL": "C"},
    )
    assert "warning" not in run.stderr
    assert " translated message" in run.stderr


def test_the_header_has_the_date_of_the_last_change_and_none_without(concepts: list[Concept]) -> None:
    assert _read(concepts).metadata["PO-Revision-Date"] == "2026-11-22 00:00+0000"
    undated = [concept for concept in concepts if not concept.updated]
    assert _read(undated).metadata["PO-Revision-Date"] == ""


def test_a_variant_of_a_locale_has_the_terms_of_the_locale(concepts: list[Concept]) -> None:
    po = _read(concepts, Locale("de-AT"))
    assert po.metadata["Language"] == "de_AT"
    assert _entry(po, "Kyiv", "Kyjiw").flags == ["terminology"]
