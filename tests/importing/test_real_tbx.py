"""TBX as tools and collections write it: miniatures of the same make, in words of our own, come in whole."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
import yaml

from termkit.importing import Files, Proposal, apply_proposal, read_glossary
from termkit.model import Locale
from termkit.termbase import GlossaryFile, load_files

from .reading import EN, propose

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.tbx"))
HOME = Path("glossary")


def take_over(name: str, data: bytes) -> tuple[Proposal, Files]:
    proposal = propose(read_glossary(name, data, EN))
    return proposal, apply_proposal(proposal, {}, HOME, name)


def entries(name: str) -> dict[str, dict[str, Any]]:
    path = next(path for path in FIXTURES if path.stem == name)
    return {entry["id"]: entry for entry in take_over(path.name, path.read_bytes())[0].new}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_every_word_is_in_the_termbase_or_told(path: Path) -> None:
    proposal, files = take_over(path.name, path.read_bytes())
    assert not files.left
    kept = load_files([GlossaryFile(Path("x.yaml"), text.encode()) for text in files.texts.values()], cache=False)
    assert len(kept.concepts) == len(proposal.new)
    written = json.dumps([yaml.safe_load(text) for text in files.texts.values()], ensure_ascii=False, default=str)
    told = " ".join(fault.message for fault in proposal.faults)
    # A value of a picklist stands there in our own words; who wrote what is looked at in full by the other tests.
    ours = {"preferredTerm", "admittedTerm", "admn", "sts", "obsolete", "fullForm", "shortForm", "modification"}
    ours |= {"Preferred", "Forbidden", "Do", "not", "use", "Neuter", "m", "2012", "05", "01T12", "30", "00", "xx", "о"}
    body = next(element for element in ET.fromstring(path.read_bytes()).iter() if element.tag.endswith("body"))
    lost = [word for text in body.itertext() for word in words(text) if word not in f"{written} {told}"]
    assert [word for word in lost if word not in ours] == []


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings_are_the_same(path: Path, encoding: str) -> None:
    text = path.read_text("utf-8")
    declared = re.sub("encoding=.[Uu][Tt][Ff]-8.", "encoding='UTF-16'", text) if encoding == "utf-16" else text
    assert take_over(path.name, declared.encode(encoding)) == take_over(path.name, path.read_bytes())


def test_microsoft() -> None:
    found = entries("microsoft")
    assert list(found) == ["term-recycle-bin", "term-torrent-set-up", "term-set", "term-set-2"]
    assert found["term-recycle-bin"] == {
        "id": "term-recycle-bin",
        "kind": "term",
        "definition": {"en-US": "The place where deleted files wait, until they're thrown away."},
        "status": "proposed",
        "source": ["microsoft.tbx, entry 4_71"],
        "terms": {
            "en-US": [{"term": "recycle bin", "note": "part of speech: Noun"}],
            "no": [{"term": "papirkurv", "note": "part of speech: Noun"}],
            "sr-Latn": [{"term": "korpa"}],
            "zh-CN": [{"term": "回收站"}],
        },
    }
    uk = found["term-torrent-set-up"]["terms"]["uk-UA"]
    assert uk == [{"term": "налаштувати"}, {"term": "налаштовувати", "status": "admitted"}]


def test_language_tags_that_cldr_does_not_have_are_told() -> None:
    path = FIXTURES[[path.stem for path in FIXTURES].index("microsoft")]
    notes = take_over(path.name, path.read_bytes())[0].notes
    assert notes == [
        "the language tag `no-NO` (1 times) was read as `no`",
        "the language tag `sr-Latn-CS` (1 times) was read as `sr-Latn`",
    ]


def test_two_sections_of_one_language() -> None:
    found = entries("iate")["term-competence-of-the-member-states"]
    assert found["terms"]["en"] == [
        {"term": "competence of the Member States", "status": "admitted", "note": "reliability code: 3"},
        {"term": "competences of the Member States", "note": "reliability code: 4"},
    ]
    assert found["note_translators"] == {"en": "subject field: 1011"}


def test_iate_symbols_and_statuses() -> None:
    assert entries("iate")["term-carotene"]["terms"]["en"] == [
        {"term": "β-carotene", "note": "term type: formula\nreliability code: 2"},
        {"term": "beta carotene", "status": "admitted", "note": "See the guide."},
        {"term": "BC", "type": "abbreviation", "status": "deprecated"},
    ]


def test_notes_on_every_level() -> None:
    found = entries("eurotermbank")["term-act"]
    assert found["definition"] == {"lv": "Tiesību akts, ko pieņem."}
    assert found["source"] == ["Likums | 3. daļa; A\\B", "eurotermbank.tbx, entry ETB-1"]
    assert found["note_translators"] == {
        "lv": "subject field: Law\nentry source: Vārdnīca <title: Juridiskā vārdnīca>\n"
        "Checked by the commission & printed.\np. 7",
        "en": "explanation: Made by a parliament.",
    }
    assert found["terms"]["lv"] == [
        {
            "term": "likums",
            "gender": "masculine",
            "note": "always\nhyphenation: li | kums\ncontext: Šis likums.\n"
            "external cross reference: <https://example.lv/7>",
        }
    ]


def test_what_nothing_points_to_is_told() -> None:
    path = next(path for path in FIXTURES if path.stem == "eurotermbank")
    data = path.read_text("utf-8").replace(' target="bib1"', "")
    notes = take_over(path.name, data.encode())[0].notes
    assert "no entry points to `bib1` of the back matter, “title: Juridiskā vārdnīca”: left out" in notes


def test_transactions_relations_and_pictures() -> None:
    found = entries("multiterm")
    assert found["term-ships-log"]["source"] == [
        "origination, responsibility: super, 2012-05-01",
        "modification, 2014-02-30",
        "modification, 2013-01-01",
        "multiterm.tbx, entry c1",
    ]
    assert found["term-ships-log"]["updated"] == "2013-01-01"  # there is no 30 February
    assert found["term-ships-log"]["related"] == [{"type": "see-also", "target": "term-boat"}]
    assert "graphic: A ship <ship.png>" in found["term-ships-log"]["note_translators"]["en-GB"]
    assert found["term-ships-log"]["terms"] == {
        "en-GB": [
            {
                "term": "ship’s log",
                "gender": "neuter",
                "note": 'usage note: Not "log" alone. Never.\nStraight.\nstatus: forbidden',
            },
            {"term": "logbook", "status": "forbidden"},
        ],
        "de-DE": [{"term": "Logbuch", "note": "origination, 2012-05-02\nTwice."}],
    }


def test_tags_of_a_module_of_ones_own() -> None:
    found = entries("dialect")["military-unit-12th-brigade"]
    assert found["source"] == ["The press office", "dialect.tbx, entry n1"]
    assert found["note_translators"] == {"en": "risk level: high\nsee-also: its home"}
    assert found["related"] == [{"type": "see-also", "target": "term-base"}]
    assert [term.get("type") for term in found["terms"]["en"]] == [None, "short-form"]


def test_bytes_of_windows_in_latin_1() -> None:
    data = (
        '<?xml version="1.0" encoding="ISO-8859-1"?><martif><text><body><termEntry><langSet xml:lang="en"><note>It’s'
        " – so.</note><tig><term>it’s</term></tig></langSet></termEntry></body></text></martif>"
    )
    [entry] = propose(read_glossary("x.tbx", data.encode("cp1252"), EN)).new
    assert (entry["terms"], entry["note_translators"]) == ({"en": [{"term": "it’s"}]}, {"en": "It’s – so."})


def test_an_entry_that_is_there_keeps_its_id_when_it_comes_again() -> None:
    path = next(path for path in FIXTURES if path.stem == "microsoft")
    _, files = take_over(path.name, path.read_bytes())
    texts = [GlossaryFile(Path("x.yaml"), text.encode()) for text in files.texts.values()]
    concepts = load_files(texts, cache=False).concepts
    again = propose(read_glossary(path.name, path.read_bytes(), Locale("en")), concepts)
    assert (again.new, again.changes) == ([], [])
