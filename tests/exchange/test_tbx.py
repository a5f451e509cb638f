"""TBX as translate-toolkit reads it (v2), and by the placement rules of the published dialects (v3)."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from translate.storage.tbx import tbxfile

from termkit.model import Concept

from .files import DE, UK, one_file

_LEVELS = {
    ("descrip", "definition"): {"conceptEntry", "langSec"},
    ("descrip", "subjectField"): {"conceptEntry"},
    ("admin", "source"): {"conceptEntry", "langSec", "termSec"},
    ("ref", "crossReference"): {"conceptEntry", "termSec"},
    ("transac", "transactionType"): {"transacGrp"},
}
_PICKLISTS = {
    "administrativeStatus": {
        "preferredTerm-admn-sts",
        "admittedTerm-admn-sts",
        "deprecatedTerm-admn-sts",
        "supersededTerm-admn-sts",
    },
    "partOfSpeech": {"noun", "verb", "adjective", "adverb", "other"},
    "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
    "grammaticalGender": {"masculine", "feminine", "neuter", "other"},
}
_LINGUIST = {"grammaticalNumber": {"singular", "plural", "dual", "mass", "otherNumber"}, "transferComment": None}
_SECTIONS = {"conceptEntry": "langSec", "langSec": "termSec"}


def _v2(concepts: list[Concept]) -> tbxfile:
    return tbxfile.parsestring(one_file(concepts, "tbx-v2").text, "en", "uk")


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("Київ", "preferredTerm-admn-sts"),
        ("київський", "admittedTerm-admn-sts"),
        ("Кіїв", "forbidden"),
        ("Киев-град", "forbidden"),
    ],
)
def test_toolkit_reads_the_status_of_each_rendering(concepts: list[Concept], target: str, status: str) -> None:
    units = [unit for unit in _v2(concepts).units if unit.getid().startswith("place-kyiv")]
    statuses = {t.text: t.administrative_status for unit in units for t in unit.get_target_terms()}
    assert statuses[target] == status


def test_toolkit_reads_every_entry(concepts: list[Concept]) -> None:
    store = _v2(concepts)
    po = {(unit.source, unit.target) for unit in store.units}
    assert {("Kyiv", "Київ"), ("Kiev", "Київ"), ("#hash", "гґешʼ"), ("Kyiv", "Кіїв")} <= po
    assert len({unit.getid() for unit in store.units}) == len(store.units)
    assert not any(unit.isobsolete() for unit in store.units)
    assert all(len(unit.get_source_terms()) == len(unit.get_target_terms()) == 1 for unit in store.units)


def test_toolkit_reads_the_notes(concepts: list[Concept]) -> None:
    unit = next(unit for unit in _v2(concepts).units if unit.getid() == "place-kyiv")
    assert 'Столиця <України> & "місто"' in unit.getnotes("definition")
    assert "forms: gen Києва; dat Києву | Києвові; other Києве" in unit.getnotes("translator")


def test_what_is_not_agreed_is_not_in_v2(concepts: list[Concept]) -> None:
    file = one_file(concepts, "tbx-v2")
    assert file.report["left_out"]["the entry is not agreed yet"] == ["term-bracket"]


def _name(element: ET.Element) -> str:
    space, _, name = element.tag.rpartition("}")
    assert space == "{urn:iso:std:iso:30042:ed-2"
    return name


@pytest.mark.parametrize("name", ["tbx-basic", "tbx-linguist"])
def test_v3_keeps_the_placement_rules(concepts: list[Concept], name: str) -> None:
    root = ET.fromstring(one_file(concepts, name, (UK, DE)).text.encode())
    assert root.get("style") == "dca"
    assert root.get("type") == {"tbx-basic": "TBX-Basic", "tbx-linguist": "TBX-Linguist"}[name]
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    picklists = _PICKLISTS | (_LINGUIST if name == "tbx-linguist" else {})
    for parent in root.iter():
        names = [_name(child) for child in parent]
        if section := _SECTIONS.get(_name(parent)):
            assert names == sorted(names, key=section.__eq__), "what is said of a section comes before its parts"
            assert section in names
        if _name(parent) == "termSec":
            assert names == ["term", *sorted(names[1:], key="termNote".__ne__)]
        for child in parent:
            _check(child, _name(parent), picklists, ids)


def _check(child: ET.Element, parent: str, picklists: dict[str, set[str] | None], ids: list[str | None]) -> None:
    kind = child.get("type")
    if _name(child) == "termNote":
        assert parent == "termSec"
        allowed = picklists[str(kind)]
        assert allowed is None or child.text in allowed
    elif kind and _name(child) != "tbx":
        assert parent in _LEVELS[_name(child), kind]
    assert child.get("target") in {None, *ids}


def test_v3_says_in_notes_what_has_no_element(concepts: list[Concept]) -> None:
    text = {name: one_file(concepts, name, (UK, DE)).text for name in ("tbx-basic", "tbx-linguist")}
    assert "<note>number: singular</note>" in text["tbx-basic"]
    assert '<termNote type="grammaticalNumber">singular</termNote>' in text["tbx-linguist"]
    assert '<termNote type="transferComment">uk-Latn-kmu2010 of Київ</termNote>' in text["tbx-linguist"]
    for each in text.values():
        assert "<note>status: forbidden</note>" in each
        assert "<note>entry: draft</note>" in each
        assert "<note>entry: retired</note>" in each
        assert '<descrip type="definition" xml:lang="fr">Capitale.</descrip>' in each
