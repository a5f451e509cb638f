"""The words for countries: the examples of the language files, and CLDR's names of countries and languages."""

from __future__ import annotations

import pytest

from termkit.language import languages_with_data, load_language
from termkit.language_countries import read_countries
from termkit.model import Country, Locale, Text
from termkit.recognise.cldr import cldr_locale
from termkit.recognise.countries import recognise_countries

TAGS = sorted(tag for tag in languages_with_data() if load_language(Locale(tag)).countries)
EXAMPLES = [
    pytest.param(tag, text, expected, id=f"{tag}-{number}")
    for tag in TAGS
    for number, (text, expected) in enumerate(load_language(Locale(tag)).sections["countries"]["examples"].items())
]

# Countries that one word stands for, and territories that are named for the country that they belong to.
OF = {
    "KP": "KR", "HK": "CN", "MO": "CN", "AS": "US", "VI": "US", "UM": "US", "IO": "GB", "VG": "GB", "TF": "FR",
    "GF": "FR", "PF": "FR", "MF": "FR", "SX": "NL", "BQ": "NL",
    "TC": "TR",  # Turks & Caicos
}  # fmt: skip


def codes(text: str, tag: str) -> list[str]:
    mentions = recognise_countries(Text(text, Locale(tag)))
    return [mention.value.code for mention in mentions if isinstance(mention.value, Country)]


@pytest.mark.parametrize(("tag", "text", "expected"), EXAMPLES)
def test_example(tag: str, text: str, expected: str) -> None:
    assert codes(text, tag) == expected.split()


@pytest.mark.parametrize("tag", TAGS)
def test_what_cldr_calls_a_country_is_that_country(tag: str) -> None:
    cldr = cldr_locale(Locale(tag))
    assert cldr
    listed = load_language(Locale(tag)).sections["countries"].keys() - {"examples", "-", "SU"}
    assert {code: codes(cldr.territories[code], tag) for code in listed} == {code: [code] for code in listed}


@pytest.mark.parametrize("tag", TAGS)
def test_no_other_country_is_taken_for_one(tag: str) -> None:
    cldr = cldr_locale(Locale(tag))
    assert cldr
    found = {code: codes(name, tag) for code, name in cldr.territories.items() if len(code) == 2 and code.isalpha()}
    assert {code: wrong for code, wrong in found.items() if wrong[:1] not in ([], [code], [OF.get(code)])} == {}


def test_a_code_that_is_none_is_told() -> None:
    with pytest.raises(ValueError, match="`Ukraine` under countries: is no country"):
        read_countries({"Ukraine": "Ukrain*"})


def test_a_name_in_other_letters_or_a_part_of_a_word_is_none() -> None:
    assert codes("transukrainisch", "de") == []
    assert codes("us", "en") == []
    assert codes("US", "en") == ["US"]
