"""What is read of a piece of text by itself is what is read of it in the whole text."""

from __future__ import annotations

import random

import pytest

from termkit.language import has_data, languages_with_data, load_language
from termkit.model import Locale, Mention, Text
from termkit.recognise.facts import _read, recognise_facts
from termkit.recognise.pieces import pieces
from termkit.recognise.scan import scan

LOCALES = sorted(filter(has_data, map(Locale, languages_with_data())))
_ORDINARY = "ѫѫѫ"  # a word of no language here
SPACED = [locale for locale in LOCALES if load_language(locale).numbers.spaces]


def examples(locale: Locale) -> list[str]:
    return [example["text"] for example in load_language(locale).sections["examples"]]


def read_whole(text: Text) -> tuple[Mention, ...]:
    """The facts of a text none of whose pieces is read by itself."""
    known = pieces(text.locale)
    scanned = scan(text, known)
    return tuple(sorted(_read(text, scanned, known.data), key=lambda mention: mention.span)) if scanned else ()


@pytest.mark.parametrize("locale", LOCALES)
def test_examples(locale: Locale) -> None:
    for example in examples(locale):
        text = Text(example, locale)
        assert repr(recognise_facts(text)) == repr(read_whole(text)), example


@pytest.mark.parametrize("locale", SPACED)
def test_words_of_examples_in_any_order(locale: Locale) -> None:
    chance = random.Random(locale)
    words = [word for example in examples(locale) for word in example.split(" ")]
    words += [_ORDINARY] * (2 * len(words))
    lone = 0
    for _ in range(500):
        text = Text(" ".join(chance.sample(words, k=chance.randint(4, 14))), locale)
        scanned = scan(text, pieces(locale), lone=True)
        lone += len(scanned.lone) if scanned else 0
        assert repr(recognise_facts(text)) == repr(read_whole(text)), text.string
    assert lone


@pytest.mark.parametrize(
    ("string", "lone"),
    [
        ("He saw five people", ["five"]),
        ("on Sunday, and he left for home with five people", ["Sunday,", "five"]),
        ("on Sunday he left for the house of his people", []),  # may be a name: Sunday Times
        ("He saw five o'clock", []),
        ("He saw € five people", []),
        ("He saw five of USD", []),
        ("five or six people", []),
    ],
)
def test_lone(string: str, lone: list[str]) -> None:
    scanned = scan(Text(string, Locale("en")), pieces(Locale("en")), lone=True)
    assert [piece for _, piece in (scanned.lone if scanned else ())] == lone
