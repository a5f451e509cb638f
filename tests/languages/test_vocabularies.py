"""The lists of ordinary words: what they have, and that they are those that the script makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.language import load_language
from termkit.model import Locale, Text
from termkit.recognise.candidates import candidates
from termkit.vocabulary import vocabulary

from .vocabularies import FOLDER, table

SCOWL = Path("/usr/share/dict/scowl")


def test_the_lists_hold_each_word_once_and_in_its_place() -> None:
    english = vocabulary(Locale("en"))
    common = load_language(Locale("en")).names.common
    assert {"airmail", "goodbye", "manufacturing", "colour", "color"} <= english.words
    assert {"wade", "baker", "apple"} <= english.names
    assert {"jessica", "quinton"} <= english.given
    assert all(english.has(name) or {name, name.removesuffix("s")} & common for name in english.names)
    assert english.given.isdisjoint(english.words)


def test_a_language_without_a_list_has_none() -> None:
    assert not any(vocabulary(Locale("uk")))


def test_a_country_of_a_language_shares_its_list() -> None:
    assert vocabulary(Locale("en-GB")).words == vocabulary(Locale("en")).words


@pytest.mark.skipif(not SCOWL.is_dir(), reason="no word lists of SCOWL here")
def test_the_words_are_those_of_scowl(tmp_path: Path) -> None:
    for file in ("dist.female.first", "dist.male.first"):
        (tmp_path / file).write_text("", "utf-8")
    made, kept = table(SCOWL, tmp_path), (FOLDER / "en.yaml").read_text("utf-8")
    assert made.partition("given:")[0] == kept.partition("given:")[0], "run `make vocabularies`"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He praised Eden Hazard.", ["eden", "hazard"]),
        ("We asked Mr Goldsmith about it.", ["goldsmith"]),
        ("We met Jessica Chambers.", ["jessica", "chambers"]),
        ("The coach praised Wade.", ["wade"]),
        ("We sent it by Airmail.", []),
        ("He lives in Baker Street.", []),
        ("The Chambers were closed.", []),
        ("In Welsh it means daft.", []),
        ("It is made in China.", ["china"]),
    ],
)
def test_ordinary_words_are_names_only_where_something_tells(text: str, names: list[str]) -> None:
    assert [found.key for found in candidates(Text(text, Locale("en"))) if found.sure] == names
