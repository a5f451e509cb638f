"""TBX v2 and v3, sound and broken."""

from __future__ import annotations

import pytest

from .reading import EN, new, read

V3 = """\
<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>From elsewhere</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
<conceptEntry id="c1">
<transacGrp><transac type="transactionType">creation</transac><date>2010-04-17</date>
<transacNote type="responsibility">Tom</transacNote></transacGrp>
<transacGrp><transac type="transactionType">modification</transac><date>2010-05-01</date></transacGrp>
<descrip type="subjectField">Stars</descrip>
<xref type="xGraphic" target="https://example.org/a.jpg">a.jpg</xref>
<note>A remark.</note>
<langSec xml:lang="en">
<descripGrp><descrip type="definition">A group
   of stars.</descrip><admin type="source">Oxford</admin></descripGrp>
<termSec><term>open cluster</term><termNote type="partOfSpeech">noun</termNote>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
<termSec><term>galactic cluster</term><termNote type="usageStatus">deprecated</termNote>
<termNote type="termType">variant</termNote><descripGrp><descrip type="context">In it.</descrip></descripGrp></termSec>
</langSec>
<langSec xml:lang="es"><termSec><term>cúmulo abierto</term>
<termNote type="grammaticalGender">masculine</termNote></termSec></langSec>
</conceptEntry>
</body></text></tbx>
"""
DCT = """\
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<text><body><conceptEntry id="c1"><min:subjectField>place</min:subjectField>
<langSec xml:lang="en"><basic:definition>A city.</basic:definition><termSec><term>Kyiv</term>
<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec>
<langSec xml:lang="uk"><termSec><term>Київ</term>
<basic:grammaticalGender>masculine</basic:grammaticalGender></termSec></langSec></conceptEntry></body></text></tbx>
"""
V2 = """\
<martif type="TBX" xml:lang="en"><text><body><termEntry id="7">
<descrip type="definition">A city.</descrip>
<langSet xml:lang="en"><tig><term>Kyiv</term></tig></langSet>
<langSet xml:lang="uk"><ntig><termGrp><term>Київ</term>
<termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termGrp></ntig>
<tig><term>Киев</term><termNote type="administrativeStatus">forbidden</termNote></tig></langSet>
</termEntry></body></text></martif>
"""


def test_nothing_of_a_sound_file_is_lost() -> None:
    assert new("x.tbx", V3) == [
        {
            "id": "term-open-cluster",
            "kind": "term",
            "definition": {"en": "A group of stars."},
            "status": "proposed",
            "source": [
                "creation, 2010-04-17, responsibility: Tom",
                "modification, 2010-05-01",
                "Oxford",
                "x.tbx, entry c1",
            ],
            "updated": "2010-05-01",
            "note_translators": {
                "en": "subject field: Stars\nx graphic: a.jpg <https://example.org/a.jpg>\nA remark.",
            },
            "terms": {
                "en": [
                    {"term": "open cluster", "note": "part of speech: noun"},
                    {
                        "term": "galactic cluster",
                        "status": "deprecated",
                        "type": "variant",
                        "note": "context: In it.",
                    },
                ],
                "es": [{"term": "cúmulo abierto", "gender": "masculine"}],
            },
        }
    ]
    assert read("x.tbx", V3).faults == []


@pytest.mark.parametrize(
    ("data", "uk"),
    [
        (DCT, [{"term": "Київ", "gender": "masculine"}]),
        (V2, [{"term": "Київ", "status": "admitted"}, {"term": "Киев", "status": "forbidden"}]),
    ],
    ids=["v3 with tags", "v2"],
)
def test_other_styles(data: str, uk: list[dict[str, str]]) -> None:
    (entry,) = new("x.tbx", data)
    assert entry["definition"] == {"en": "A city."}
    assert entry["terms"] == {"en": [{"term": "Kyiv"}], "uk": uk}
    assert read("x.tbx", data).faults == []


def test_the_kind_is_the_subject_field_where_it_is_one() -> None:
    assert [entry["id"] for entry in new("x.tbx", DCT)] == ["place-kyiv"]


@pytest.mark.parametrize(
    ("old", "changed", "message"),
    [
        ("<p>From elsewhere</p>", "From elsewhere", "3: text in <sourceDesc> must stand in a <p>"),
        ("<text>", '<text><admin type="x">y</admin>', "4: <admin> cannot stand in <text>"),
        ("<body>", "<body><langSec/>", "4: <langSec> cannot stand in <body>"),
        (' id="c1"', "", "5: <conceptEntry> has no id"),
        ("<termSec><term>open", "<termSec><note>n</note><term>open", "15: <term> must come first in <termSec>"),
        ("<term>galactic cluster</term>", "<term>g</term><term>h</term>", "17: a second <term> in one <termSec>"),
        ("</descripGrp></termSec>", '<descrip type="x">y</descrip></descripGrp></termSec>', "18: a second <descrip>"),
        ('<xref type="xGraphic"', "<xref", "10: <xref> has no type"),
        (">noun<", ">nominal<", "15: `nominal` is no partOfSpeech"),
        ('type="responsibility"', 'type="who"', "7: <transacNote> is of the type `who`"),
        ('type="transactionType"', 'type="what"', "6: <transac> is of the type `what`"),
        ('type="context"', 'type="definition"', "18: a definition belongs to the concept or the language"),
        ('xml:lang="es"', 'xml:lang="xx"', "20: <langSec> with “cúmulo abierto” left out: `xx` is no language tag"),
        (' xml:lang="es"', "", "20: <langSec> with “cúmulo abierto” left out: no xml:lang"),
        ("<term>cúmulo abierto</term>", "<term/>", "20: a <termSec> without a term was left out"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_rest_is_read(old: str, changed: str, message: str) -> None:
    assert old in V3
    reading = read("x.tbx", V3.replace(old, changed, 1))
    assert any(str(fault).startswith(f"x.tbx:{message}") for fault in reading.faults), reading.faults
    assert reading.entries[0].terms[EN][-1]["term"] in ("galactic cluster", "h")


def test_version_2_has_values_of_its_own() -> None:
    data = V2.replace("<term>Киев</term>", '<term>Киев</term><termNote type="partOfSpeech">Noun</termNote>')
    assert read("x.tbx", data).faults == []
    assert new("x.tbx", data)[0]["terms"]["uk"][1]["note"] == "part of speech: Noun"


def test_faults_are_told_as_far_as_they_help() -> None:
    faults = read("x.tbx", f"<tbx><text><body>{'<a/>' * 10_005}</body></text></tbx>").faults
    assert str(faults[-1]) == "x.tbx:1: 5 further faults are not shown"
    assert len(faults) == 10_001


def test_an_entry_without_terms_is_told() -> None:
    reading = read("x.tbx", '<tbx><text><body>\n<conceptEntry id="c1"/></body></text></tbx>')
    assert [str(fault) for fault in reading.faults] == ["x.tbx:2: an entry without terms was left out"]
