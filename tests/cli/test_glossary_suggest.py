"""`termkit glossary suggest`: entries for names that recur and that the termbase does not have."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from termkit.model import AdministrativeStatus, Concept, Locale
from termkit.termbase import load_termbase

from .project import HEADER, Termkit, Write, message

ROOT = Path(__file__).resolve().parents[2]
REMOVED = ("person-iryna-vereshchuk", "person-yuliia-fedusiuk", "person-arseniy-fedusiuk", "person-andrii-yusov")
_LIVE = (AdministrativeStatus.PREFERRED, AdministrativeStatus.ADMITTED)
MET = message("They met Wayde Brauk.", "Вони зустріли Вейда Браука.")
LEFT = message("Then Wayde Brauk left.", "Потім Вейд Браук пішов.")


@pytest.fixture
def sample(project: Path) -> Mapping[str, Concept]:
    """The sample articles, with the sample termbase less some people; these are given."""
    shutil.copytree(ROOT / "locales", project / "locales")
    shutil.copytree(ROOT / "glossary", project / "glossary", ignore=shutil.ignore_patterns("export"))
    persons = project / "glossary" / "persons.yaml"
    entries = re.split(r"(?m)^(?=- id: )", persons.read_text("utf-8"))
    kept = [entry for entry in entries if not entry.startswith(tuple(f"- id: {concept}\n" for concept in REMOVED))]
    persons.write_text("".join(kept), "utf-8")
    shutil.copy(ROOT / "termkit.toml", project)
    return {concept: load_termbase([ROOT / "glossary"], cache=False).concepts[concept] for concept in REMOVED}


def test_what_was_removed_is_proposed_again_with_the_right_forms(
    termkit: Termkit, sample: Mapping[str, Concept]
) -> None:
    found = {
        row["name"]: row
        for row in map(json.loads, termkit("glossary", "suggest", "--output-format", "jsonl").out.splitlines())
    }
    for concept in sample.values():
        [source] = [term.term for term in concept.terms_in(Locale("en")) if term.term in found]
        assert found[source]["kind"] == "person"
        for locale, target in found[source]["targets"].items():
            live = [term.term for term in concept.terms_in(locale) if term.status in _LIVE]
            assert target["base"] in live, (source, locale)
        assert set(found[source]["targets"]) == {"cs", "de", "es", "fr", "pl", "ru", "uk"}


def test_names_of_the_termbase_are_left_out(termkit: Termkit, sample: Mapping[str, Concept]) -> None:
    out = termkit("glossary", "suggest", "--min-count", "1").out
    assert "Vereshchuk" in out
    for name in ("Zelensky", "Prokopenko", "Azovstal", "Kyiv", "Ukraine"):
        assert f"\n{name}" not in out
    shutil.copy(ROOT / "glossary" / "persons.yaml", "glossary")
    assert "Vereshchuk" not in termkit("glossary", "suggest", "--min-count", "1").out
    assert sample


def test_the_yaml_is_a_glossary_file_that_lint_lets_pass_but_for_what_a_person_must_say(
    termkit: Termkit, write: Write, sample: Mapping[str, Concept]
) -> None:
    write("glossary/proposed.yaml", termkit("glossary", "suggest", "--output-format", "yaml").out)
    result = termkit("glossary", "lint", "glossary/proposed.yaml", "--output-format", "jsonl")
    assert {finding["rule"] for finding in result.findings} <= {"forms-missing", "gender-missing", "locale-missing"}
    assert {"person-iryna-vereshchuk", "person-andrii-yusov"} <= load_termbase(
        [Path("glossary")], cache=False
    ).concepts.keys()
    assert termkit("check", "locales", "--output-format", "jsonl").findings == []
    assert sample


def test_a_table_with_forms_and_the_transliteration(termkit: Termkit, write: Write) -> None:
    write(
        "uk/a.po",
        HEADER
        + MET
        + LEFT
        + message("Then Brauk slept.", "Потім Браук спав.")
        + message("Why did Brauk sleep?", "Чому Браук спав?"),
    )
    result = termkit("glossary", "suggest")
    header, row = result.out.splitlines()
    assert header.split("  ")[0] == "name"
    assert re.split(r"  +", row) == [
        "Wayde Brauk",
        "person",
        "4",
        "uk",
        "Вейд Браук",
        "Вейда Браука 1, Вейд Браук 1",
        "en-uk-usual",
    ]
    assert (result.code, result.err) == (0, "")


def test_yaml_of_a_person_with_a_surname(termkit: Termkit, write: Write) -> None:
    write("uk/a.po", HEADER + MET + LEFT + message("Why did Brauk sleep?", "Чому Браук спав?"))
    assert termkit("glossary", "suggest", "--output-format", "yaml").out == (
        "# “Wayde Brauk” 3 times\n"
        "# uk: Вейда Браука 1, Вейд Браук 1; en-uk-usual gives Вейд Браук for Wayde Brauk\n"
        "- id: person-wayde-brauk\n"
        "  kind: person\n"
        "  status: proposed\n"
        "  terms:\n"
        "    en:\n"
        "      - Wayde Brauk\n"
        "      - {term: Brauk, type: surname, status: admitted}\n"
        "    uk:\n"
        "      - Вейд Браук\n"
        "      - {term: Браук, type: surname, status: admitted}\n"
    )


def test_places_come_from_cldr(termkit: Termkit, write: Write) -> None:
    texts = message("They left Germany.", "Вони залишили Німеччину.") + message(
        "They reached Germany.", "Вони дісталися Німеччини."
    )
    write("uk/a.po", HEADER + texts)
    [row] = map(json.loads, termkit("glossary", "suggest", "--output-format", "jsonl").out.splitlines())
    assert (row["kind"], row["targets"]["uk"]["base"]) == ("place", "Німеччина")


def test_common_words_before_a_name_are_no_part_of_it_unless_they_always_stand_there(
    termkit: Termkit, write: Write
) -> None:
    texts = (
        ("Then Hurricane Rosa came.", "Потім прийшов ураган Роза."),
        ("They feared Rosa.", "Вони боялися Рози."),
        ("They saw Rosa.", "Вони бачили Розу."),
        ("Then Rosa left.", "Потім Роза пішла."),
        ("They reached New Zorbania.", "Вони дісталися Нью-Зорбанії."),
        ("They left New Zorbania.", "Вони залишили Нью-Зорбанію."),
    )
    write("uk/a.po", HEADER + "".join(message(*text) for text in texts))
    rows = [json.loads(line) for line in termkit("glossary", "suggest", "--output-format", "jsonl").out.splitlines()]
    assert [(row["name"], row["targets"]["uk"]["base"]) for row in rows] == [
        ("Rosa", "Роза"),
        ("New Zorbania", "Нью-Зорбанія"),
    ]


def test_options_choose_what_is_shown(termkit: Termkit, write: Write) -> None:
    write("uk/a.po", HEADER + MET + LEFT + message("They thanked Elinor Quimble.", "Вони подякували Елінор Квімбл."))
    write("de/a.po", HEADER.replace(": uk", ": de") + message("They met Wayde Brauk.", "Sie trafen Wayde Brauk."))
    assert "Quimble" not in termkit("glossary", "suggest").out
    every = termkit("glossary", "suggest", "--min-count", "1", "--limit", "1")
    assert (len(every.out.splitlines()), every.err) == (3, "1 more: show them with --limit 2.\n")
    assert " uk " not in termkit("glossary", "suggest", "--locale", "de", "--min-count", "1").out
    termkit("glossary", "suggest", "--output-file", "names.txt")
    assert "Wayde Brauk" in Path("names.txt").read_text("utf-8")


def test_where_there_is_nothing_it_says_so(termkit: Termkit, write: Write) -> None:
    write("uk/a.po", HEADER + message("It rained.", "Падав дощ."))
    assert termkit("glossary", "suggest") == (0, "", "Nothing to suggest.\n")
    result = termkit("glossary", "suggest", "nowhere")
    assert (result.code, result.err) == (2, "termkit: nowhere: does not exist\n")


def test_the_cases_of_a_name_in_the_source_are_one_name(termkit: Termkit, write: Write) -> None:
    header = HEADER.replace("uk", "en").replace('"\n\n', '"\n"X-Source-Language: uk\\n"\n\n')
    texts = (
        ("Учора вони залишили Чорнозем'я.", "Yesterday they left Chornozemia."),
        ("Учора вони бачили Ольгу Гришко.", "Yesterday they saw Olha Hryshko."),
        ("Потім вони подякували Ользі Гришко.", "Then they thanked Olha Hryshko."),
        ("Вони повернулися до Маріуполя.", "They returned to Mariupol."),
        ("Учора обстріляли Маріуполь.", "Yesterday Mariupol was shelled."),
        ("Вони живуть у Маріуполі.", "They live in Mariupol."),
    )
    write("en/a.po", header + "".join(message(*text) for text in texts))
    rows = [json.loads(line) for line in termkit("glossary", "suggest", "--output-format", "jsonl").out.splitlines()]
    assert [(row["name"], row["count"], row["targets"]["en"]["base"]) for row in rows] == [
        ("Маріуполь", 3, "Mariupol"),
        ("Ольга Гришко", 2, "Olha Hryshko"),
    ]


def test_a_line_break_inside_a_name_is_a_space(termkit: Termkit, write: Write) -> None:
    write("uk/a.po", HEADER + message("They met Wayde Brauk.", "Вони зустріли Вейда\\nБраука.") + LEFT)
    out = termkit("glossary", "suggest", "--output-format", "yaml").out
    assert out.splitlines()[1].startswith("# uk: Вейда Браука 1, Вейд Браук 1;")
