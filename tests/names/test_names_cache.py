"""Compiled names that are kept between runs."""

import dataclasses
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from termkit.language import LanguageData, load_language
from termkit.model import Concept, Locale, Term, Text
from termkit.recognise import names_cache
from termkit.recognise.names import Compiled, NameIndex, compile_names, recognise_names
from termkit.recognise.names_cache import load_names
from termkit.recognise.near import near_names
from termkit.recognise.recognisers import Recognisers

EN, UK = Locale("en"), Locale("uk")
TEXTS = (
    "Речниця Катерина Юсова й Денис Прокопенко «Редіс» були в Кієві з «Азовом».",
    "Бачили Денисом Прокопеком, Ірину Верещук, Україну та полк «Азов»; вона мовчала.",
)


def concept(number: int) -> Concept:
    """A person; some share their names."""
    name = f"Тест{'абвгґде'[number % 7]}{'клмнп'[number % 5]}енко"
    terms = (Term(f"Іван {name}", UK), Term(name, UK, exceptions=(f"вулиця {name}",)))
    return Concept(f"person-{number}", "person", {UK: terms}, sex="male")


CONCEPTS = {f"person-{number}": concept(number) for number in range(60)}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own."""
    monkeypatch.setattr("platformdirs.user_cache_path", tmp_path.joinpath)
    return tmp_path / "termkit" / "names"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """One item for each time that names are compiled."""
    calls: list[object] = []

    def counting(concepts: Mapping[str, Concept], language: LanguageData) -> Compiled:
        calls.append(language.locale)
        return compile_names(concepts, language)

    monkeypatch.setattr(names_cache, "compile_names", counting)
    return calls


def looked_up(index: NameIndex, concepts: Mapping[str, Concept], language: LanguageData) -> dict[str, Any]:
    """All that an index has under the keys of what is compiled, and under one that is none."""
    compiled = compile_names(concepts, language)
    found: dict[str, Any] = {}
    for field in dataclasses.fields(compiled):
        values, lookup = getattr(compiled, field.name), getattr(index, field.name)
        keys = [*values, "none"] if isinstance(values, Mapping) else range(len(values))
        found[field.name] = {
            key: list(lookup[key]) if lookup[key] and field.name != "hints" else bool(lookup[key]) for key in keys
        }
    return found


@pytest.mark.parametrize("tag", ["en", "uk", "ru", "de", "fr", "uk-UA", "sw"])
def test_kept_index_is_the_compiled_one(tag: str, compiled: list[object], concepts: Mapping[str, Concept]) -> None:
    language, everything = load_language(Locale(tag)), {**CONCEPTS, **concepts}
    first = load_names(everything, language, "digest")
    second = load_names(everything, language, "digest")
    assert looked_up(second, everything, language) == looked_up(first, everything, language)
    assert (second.clitics, second.stand_ins) == (first.clitics, first.stand_ins)
    assert len(compiled) == 1


@pytest.mark.parametrize("string", TEXTS)
def test_kept_index_finds_the_same(string: str, concepts: Mapping[str, Concept]) -> None:
    found = []
    text = Text(string, UK)
    for _ in range(2):
        index = load_names({**CONCEPTS, **concepts}, load_language(UK), "digest")
        mentions = recognise_names(text, index)
        found.append([*mentions, *near_names(text, index, {"denys", "vereshchuk"}, mentions)])
    assert found[0] == found[1]
    assert len(found[0]) > 3


def test_terms_are_those_of_the_termbase() -> None:
    load_names(CONCEPTS, load_language(UK), "digest")
    index = load_names(CONCEPTS, load_language(UK), "digest")
    assert index.terms[0][2] is CONCEPTS["person-0"].terms[UK][0]


def test_other_termbase_is_compiled(compiled: list[object]) -> None:
    load_names(CONCEPTS, load_language(UK), "digest")
    fewer = {name: concept for name, concept in CONCEPTS.items() if name != "person-0"}
    assert not load_names(fewer, load_language(UK), "other").keys["person-0"]
    assert len(compiled) == 2


def test_other_locale_is_compiled(compiled: list[object]) -> None:
    for locale in (UK, EN, Locale("uk-UA")):
        load_names(CONCEPTS, load_language(locale), "digest")
    assert compiled == ["uk", "en", "uk-UA"]


def test_other_language_data_is_compiled(compiled: list[object]) -> None:
    language = load_language(UK)
    load_names(CONCEPTS, language, "digest")
    load_names(CONCEPTS, replace(language, sections={**language.sections, "names": {"people": "last"}}), "digest")
    assert len(compiled) == 2


def test_other_library_is_compiled(compiled: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    load_names(CONCEPTS, load_language(UK), "digest")
    monkeypatch.setattr("importlib.metadata.version", lambda name: f"newer {name}")
    load_names(CONCEPTS, load_language(UK), "digest")
    assert len(compiled) == 2


def test_file_that_is_cut_is_written_again(folder: Path, compiled: list[object]) -> None:
    load_names(CONCEPTS, load_language(UK), "digest")
    (path,) = folder.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[:-4096])
    assert load_names(CONCEPTS, load_language(UK), "digest").keys["person-0"]
    assert len(compiled) == 2
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    ("concepts", "digest"),
    [
        pytest.param(CONCEPTS, None, id="without-digest"),
        pytest.param(dict(list(CONCEPTS.items())[:5]), "digest", id="small-termbase"),
    ],
)
def test_nothing_is_kept(concepts: Mapping[str, Concept], digest: str | None, folder: Path) -> None:
    recognisers = Recognisers(concepts, digest)
    assert recognisers.mentions(Text("Тестакенко прийшов.", UK))
    assert not folder.exists()


def test_recognisers_keep_their_names(folder: Path) -> None:
    Recognisers(CONCEPTS, "digest").index(UK)
    assert len(list(folder.iterdir())) == 1
