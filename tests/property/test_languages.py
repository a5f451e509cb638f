"""No text, however odd, makes the recogniser of languages fail or point outside of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termkit.model import Locale, Span, Text
from termkit.recognise.languages import recognise_language

LOCALES = st.sampled_from(["uk", "ru", "en", "ja", "sr", "be", "ar", "zh-Hant", "nb", "pt-BR"])
WORDS = st.sampled_from(["Он", "сказал", "что", "это", "він", "the", "of", "„", "«", "»", '"', ".", "\n\n", "\u00ad"])
STRINGS = st.one_of(
    st.text(st.characters(), max_size=80),
    st.lists(st.one_of(WORDS, st.text(max_size=4)), max_size=30).map(" ".join),
)


@given(STRINGS, LOCALES, st.integers(0, 40), st.integers(0, 40))
def test_spans_lie_in_the_text(string: str, locale: str, start: int, length: int) -> None:
    end = min(start + length, len(string))
    protected = (Span(start, end),) if start < end else ()
    mention = recognise_language(Text(string, Locale(locale), protected=protected))
    if mention is not None:
        assert 0 <= mention.span.start < mention.span.end <= len(string)
        assert mention.text == string[slice(*mention.span)]
