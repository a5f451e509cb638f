"""No text, whatever is in it, makes the recognisers of facts raise, and every span lies in its text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termkit.language import languages_with_data, load_language
from termkit.model import Date, Locale, Span, Text
from termkit.recognise.facts import recognise_facts

# The languages with a file of their own, and three with CLDR's data alone, in other scripts and with other digits.
LOCALES = (*sorted(languages_with_data()), "fa", "mr", "th")
# Separators, marks, digits of other scripts and of no decimal system, invisible and bidi characters, a lone surrogate.
MARKS = [
    *".,:;-–—/'’ʼ&()°º%€$ \t\n\u00a0\u202f\u2028\u00ad\u200b\u200f\u202e\ufeff\u0306\u0301\ud800\udfff\ue000",
    "\0",
]
DIGITS = (
    "0",
    "1",
    "5",
    "23",
    "31",
    "60",
    "2014",
    "1 279",
    "1.279,5",
    "00",
    "٣",
    "۱۲",
    "५",
    "１２",
    "²",
    "½",
    "Ⅻ",
    "五",
    "1e9",
)
SHAPES = (
    "XIX",
    "XIXe",
    "ХХ",
    "p.m.",
    "d'onze",
    "İ",
    "ß",
    "ﬁ",
    "אב",
    "2014-05-23",
    "23.05.2014",
    "5/6/18",
    "28. 4.",
    "19:30",
    "£75m",
    "1 1/2",
    "'08",
    "24/7",
    "+380 (44) 123-45-67",
    "-5 °C",
    "5月10日",
    "3億5000万",
    "二〇一八",
)


def _words(locale: str) -> list[str]:
    numbers = load_language(Locale(locale)).numbers
    extra = (
        *numbers.compounds,
        *numbers.compound_stems,
        *numbers.connectors,
        *numbers.scale_suffixes,
        *numbers.date_prepositions,
        *numbers.prefixes,
        *numbers.suffixes,
        *(" ".join((first, *rest)) for first, phrases in numbers.phrases.items() for rest, _ in phrases),
    )
    return sorted({*numbers.words, *extra})


def _texts(locale: str) -> st.SearchStrategy[str]:
    """Texts of a language's own words, run together, in other cases, or apart, with anything between them."""
    word = st.sampled_from(_words(locale))
    piece = st.one_of(
        word,
        word.map(str.title),
        word.map(str.upper),
        word.map(lambda string: unicodedata.normalize("NFD", string)),
        st.sampled_from(DIGITS),
        st.sampled_from(SHAPES),
        st.sampled_from(MARKS),
        st.just(" "),
        st.text(st.characters(), max_size=4),
    )
    return st.lists(piece, max_size=12).map("".join)


def _check(text: Text) -> None:
    length = len(text.string)
    previous = 0
    for mention in recognise_facts(text):
        start, end = mention.span
        assert 0 <= start < end <= length
        assert text.string[start:end] == mention.text
        assert previous <= start
        previous = start
        if isinstance(mention.value, Date):
            assert all(start <= part.start < part.end <= end for part in mention.value.spans.values())


@pytest.mark.parametrize("locale", LOCALES)
@settings(deadline=None)
@given(st.data())
def test_no_text_makes_the_recognisers_raise(locale: str, data: st.DataObject) -> None:
    string = data.draw(_texts(locale))
    _check(Text(string, Locale(locale)))


@pytest.mark.parametrize("locale", LOCALES)
@settings(deadline=None)
@given(data=st.data())
def test_nor_does_one_with_protected_spans(locale: str, data: st.DataObject) -> None:
    string = data.draw(_texts(locale))
    bounds = sorted(data.draw(st.lists(st.integers(0, len(string)), max_size=6)))
    spans = tuple(Span(start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=False) if start < end)
    _check(Text(string, Locale(locale), protected=spans))


@given(st.text(st.characters()), st.sampled_from(LOCALES))
def test_any_unicode_at_all(string: str, locale: str) -> None:
    _check(Text(string, Locale(locale)))


@pytest.mark.parametrize(
    ("string", "locale", "written"),
    [
        pytest.param("1" * 30 + " May", "en", [], id="day-of-many-digits"),  # more than Decimal reckons with
        pytest.param("1" * 30 + "s", "en", [], id="decade-of-many-digits"),
        pytest.param("\u00ad0\u0306", "en", ["0"], id="mark"),
        pytest.param("\u00adдва\u0301", "uk", ["два"], id="stress"),
    ],
)
def test_odd_texts(string: str, locale: str, written: list[str]) -> None:
    _check(Text(string, Locale(locale)))
    assert [mention.text for mention in recognise_facts(Text(string, Locale(locale)))] == written
