"""A proposal written into glossary files: what is there stays as it is, to the byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termkit.importing import Files, Proposal, apply_proposal
from termkit.importing.compare import Change
from termkit.model import Locale
from termkit.termbase.yaml_text import flow
from termkit.yaml_data import read_yaml

from .reading import EN, UK, load, propose, read

GLOSSARY = """\
# head

- id: place-kyiv   # the capital
  kind: place
  terms:
    # English first
    en:
      - Kyiv  # as in 2024
      - {term: Kiev, status: forbidden, replace_with: Kyiv}   # never
    uk:
      - term: Київ
        forms:
          gen: Києва
          dat: [Києву,
                Києвові]
    de: Kyjiw # one
    fr: {term: Kyïv}
    pl: [Kijów]
    es:
      term: Kiev
    cs:
      - term: Kyjev
        note: |
          Two
          lines.

# before Lviv
- {id: place-lviv, kind: place, terms: {en: Lviv}}
- id: place-odesa
  kind: place
  definition: {en: A port.}
  terms:
    en: Odesa
# tail
"""
PATH = Path("glossary/places.yaml")


def _apply(proposal: Proposal, text: str = GLOSSARY) -> Files:
    return apply_proposal(proposal, {PATH: text}, Path("glossary"), "x.po")


def _change(locale: str | None, term: str | None, concept: str = "place-kyiv", /, **values: Any) -> Change:
    place = Locale(locale) if locale else None
    return Change(concept, place, term, values, 7, new=term is None and locale is not None)


def _added(change: Change, text: str = GLOSSARY) -> list[str]:
    """The lines that come and go with a change."""
    files = _apply(Proposal(changes=[change]), text)
    assert files.left == []
    old, new = text.split("\n"), files.texts[PATH].split("\n")
    return [f"-{line}" for line in old if line not in new] + [f"+{line}" for line in new if line not in old]


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (_change("en", None, term="Kiyv"), None),  # the termbase has one preferred term already
        (_change("en", None, term="Kiyv", status="admitted"), ["+      - {term: Kiyv, status: admitted}"]),
        (_change("uk", None, term="Кіїв", status="deprecated"), ["+      - {term: Кіїв, status: deprecated}"]),
        (
            _change("de", None, term="Kiew", status="admitted"),
            ["-    de: Kyjiw # one", "+    de: [Kyjiw, {term: Kiew, status: admitted}] # one"],
        ),
        (
            _change("fr", None, term="Kiev", status="admitted"),
            ["-    fr: {term: Kyïv}", "+    fr: [{term: Kyïv}, {term: Kiev, status: admitted}]"],
        ),
        (
            _change("pl", None, term="K, b", status="admitted"),
            ["-    pl: [Kijów]", '+    pl: [Kijów, {term: "K, b", status: admitted}]'],
        ),
        (
            _change("en", "Kyiv", note="so: yes"),
            ["-      - Kyiv  # as in 2024", '+      - {term: Kyiv, note: "so: yes"}  # as in 2024'],
        ),
        (
            _change("en", "Kiev", reason="r"),
            [
                "-      - {term: Kiev, status: forbidden, replace_with: Kyiv}   # never",
                "+      - {term: Kiev, status: forbidden, replace_with: Kyiv, reason: r}   # never",
            ],
        ),
        (_change("uk", "Київ", gender="masculine"), ["+        gender: masculine"]),
        (_change("de", "Kyjiw", term="Kiew"), ["-    de: Kyjiw # one", "+    de: Kiew # one"]),
        (_change("es", "Kiev", gender="masculine"), ["+      gender: masculine"]),
        (_change("cs", "Kyjev", status="admitted"), None),
        (_change("cs", None, term="Kijev", status="admitted"), None),
        (_change("es", None, term="Kyiv", status="admitted"), None),
        (_change("it", None, "place-odesa", term="Odessa"), ["+    it: Odessa"]),
        (
            _change("uk", None, "place-lviv", term="Львів"),
            [
                "-- {id: place-lviv, kind: place, terms: {en: Lviv}}",
                "+- {id: place-lviv, kind: place, terms: {en: Lviv, uk: Львів}}",
            ],
        ),
        (
            _change(None, None, "place-odesa", definition={"uk": "Порт."}),
            ["-  definition: {en: A port.}", "+  definition: {en: A port., uk: Порт.}"],
        ),
        (_change(None, None, "place-odesa", note_translators={"uk": "Так"}), ["+  note_translators: {uk: Так}"]),
    ],
    ids=lambda value: " ".join(map(str, value.values.values())) if isinstance(value, Change) else "",
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_change_is_a_small_edit(change: Change, lines: list[str] | None, end: str) -> None:
    if lines is None:  # no safe edit: nothing is touched, and it is said
        files = _apply(Proposal(changes=[change]))
        assert files.texts == {}
        assert [fault.line for fault in files.left] == [7]
        assert "edit it by hand" in files.left[0].message or "left out" in files.left[0].message
        return
    text = GLOSSARY.replace("\n", end)
    marks = [line.replace("\n", end) + ("\r" if end == "\r\n" else "") for line in lines]
    assert sorted(_added(change, text)) == sorted(marks)


def test_changes_of_one_entry_and_of_several() -> None:
    changes = [
        _change("en", None, term="Kiyv", status="admitted"),
        _change("en", "Kyiv", gender="neuter"),
        _change("en", "Kyiv", number="singular"),
        _change("uk", None, "place-odesa", term="Одеса"),
        _change("uk", None, "place-lviv", term="Львів"),
    ]
    files = _apply(Proposal(changes=changes))
    text = files.texts[PATH]
    assert files.left == []
    assert "- {term: Kyiv, gender: neuter, number: singular}  # as in 2024" in text
    assert "\n      - {term: Kiyv, status: admitted}\n    uk:" in text
    assert text.endswith("    en: Odesa\n    uk: Одеса\n# tail\n")


def test_new_entries_go_to_the_file_of_their_kind_or_to_one_of_their_own() -> None:
    new: list[dict[str, Any]] = [
        {"id": "place-rome", "kind": "place", "terms": {"en": [{"term": "Rome"}]}},
        {"id": "person-a", "kind": "person", "terms": {"en": [{"term": "Ann"}, {"term": "A", "type": "nickname"}]}},
    ]
    texts = _apply(Proposal(new=new)).texts
    assert texts[PATH] == f"{GLOSSARY}\n- id: place-rome\n  kind: place\n  terms:\n    en: Rome\n"
    assert (
        texts[Path("glossary/persons.yaml")]
        == "- id: person-a\n  kind: person\n  terms:\n    en:\n      - Ann\n      - {term: A, type: nickname}\n"
    )


def test_what_the_termbase_would_refuse_is_left_out_and_the_rest_is_taken() -> None:
    rows = ["id,locale,term,valid", "term-rome,en,Rome,", "term-paris,en,Paris,from 2024-01-01 to 2020-01-01"]
    proposal = propose(read("uk.csv", "\n".join([*rows, "term-oslo,en,Oslo,"])), {})
    files = apply_proposal(proposal, {}, Path("glossary"), "uk.csv")
    text = files.texts[Path("glossary/terms.yaml")]
    assert ("Rome" in text, "Paris" in text, "Oslo" in text) == (True, False, True)
    assert [fault.message.split(",")[0] for fault in files.left] == ["term-paris: left out"]


def test_a_refused_change_takes_back_no_other() -> None:
    changes = [_change("uk", None, term="Kиїв", status="admitted"), _change("uk", None, "place-odesa", term="Одеса")]
    files = _apply(Proposal(changes=changes))
    assert "Одеса" in files.texts[PATH]
    assert "Kиїв" not in files.texts[PATH]
    assert files.left[0].message.startswith("place-kyiv: left out")


@settings(max_examples=200, deadline=None)
@given(text=st.text(st.characters(exclude_categories=("Cs", "Cn", "Co"), exclude_characters="\0"), max_size=20))
def test_any_text_is_written_so_that_it_reads_back(text: str) -> None:
    printable = "".join(c for c in text if c.isprintable() or c in "\n\t\u2028\u2029\x85\x7f\ufeff")
    assert read_yaml(f"a: {flow({'b': [printable]})}") == {"a": {"b": [printable]}}


def _compared(rows: str, glossary: Path, name: str = "uk.csv") -> Proposal:
    return propose(read(name, rows), load(glossary))


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    path = tmp_path / "places.yaml"
    path.write_text(
        "- id: place-kyiv\n  kind: place\n  terms: {en: Kyiv, uk: [{term: Київ, gender: masculine}]}\n"
        "- id: place-georgia\n  kind: place\n  terms: {en: Georgia, uk: Грузія, de: Georgien}\n"
        "- id: place-georgia-state\n  kind: place\n  terms: {en: Georgia, uk: Джорджія}\n",
        encoding="utf-8",
    )
    return path


def test_the_same_is_the_same(glossary: Path) -> None:
    proposal = _compared("source,target\nKyiv,Київ\nGeorgia,Грузія\n", glossary)
    assert (proposal.same, proposal.new, proposal.changes, proposal.conflicts) == (2, [], [], [])


def test_a_file_that_knows_no_ids_overrules_nothing(glossary: Path) -> None:
    proposal = _compared("source,target\nKyiv,Киів\nGeorgia,Джорджа\n", glossary)
    assert (proposal.new, proposal.changes) == ([], [])
    assert [fault.message for fault in proposal.conflicts] == [
        "place-kyiv, uk: the termbase has “Київ”, the file “Киів” as the preferred term",
        "“Georgia” / “Джорджа” may be `place-georgia` or `place-georgia-state`: give the id",
    ]


def test_a_file_with_our_ids_may_correct_a_term(glossary: Path) -> None:
    rows = "id,locale,term,gender\nplace-georgia,uk,Сакартвело,feminine\nplace-kyiv,uk,Київ,neuter\n"
    proposal = _compared(rows, glossary)
    assert [(change.term, dict(change.values)) for change in proposal.changes] == [
        ("Грузія", {"term": "Сакартвело"}),
        ("Київ", {"gender": "neuter"}),
    ]


def test_a_further_locale_is_a_change(glossary: Path) -> None:
    proposal = _compared("id,locale,term\nplace-kyiv,de,Kyjiw\n", glossary)
    assert [(change.locale, change.new, dict(change.values)) for change in proposal.changes] == [
        ("de", True, {"term": "Kyjiw"})
    ]


def test_other_locales_tell_homographs_apart(glossary: Path) -> None:
    proposal = _compared("en,uk,pl\nGeorgia,Джорджія,Georgia\n", glossary, "x.csv")
    assert [(change.concept, change.locale) for change in proposal.changes] == [("place-georgia-state", "pl")]


@pytest.mark.parametrize(("gender", "conflicts"), [("feminine", 0), ("neuter", 1)])
def test_of_two_terms_with_one_spelling_one_must_be_as_the_file_has_it(
    gender: str, conflicts: int, tmp_path: Path
) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(
        "- id: place-x\n  kind: place\n  terms:\n    uk: [{term: Х, type: adjective, status: admitted}, "
        "{term: Х, type: demonym, status: admitted, gender: feminine}]\n",
        encoding="utf-8",
    )
    proposal = _compared(f"id,locale,term,type,status,gender\nplace-x,uk,Х,demonym,admitted,{gender}\n", path)
    assert (len(proposal.conflicts), proposal.changes) == (conflicts, [])


def test_the_locales(glossary: Path) -> None:
    assert {*load(glossary)["place-kyiv"].terms} == {EN, UK}
