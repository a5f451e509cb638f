"""No text makes a system fail, and what a reversible system writes is read back."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from termkit.transliterate import follows, load_system, readings, restore, system_ids, systems, transliterate

SYSTEMS = st.sampled_from(system_ids())
REVERSIBLE = st.sampled_from([system.id for system in systems().values() if system.back])
PARTS = st.sampled_from(
    ["Щербак", "зг", "ЗНАМ'ЯНКА", "ь", "’", "\u0301", "\u00ad", "-", "İ", "Smith", "ΑΎ", "კ", "g̀", "^", "$"]
)
STRINGS = st.one_of(st.text(st.characters(), max_size=40), st.lists(st.one_of(PARTS, st.text(max_size=3))).map("".join))
CASES = st.sampled_from([str.lower, str.upper, str.capitalize])


@given(STRINGS, SYSTEMS)
def test_any_text_is_transliterated(string: str, system: str) -> None:
    result = transliterate(string, system)
    found = readings(string, system, 3)
    assert found[0] == result
    assert len(found) <= 3


@given(STRINGS, REVERSIBLE)
def test_any_text_is_read_back(string: str, system: str) -> None:
    assert isinstance(restore(string, system), str)


@given(STRINGS, SYSTEMS)
def test_a_system_follows_itself(string: str, system: str) -> None:
    assert isinstance(follows(string, string, system), bool)


@st.composite
def _names(draw: st.DrawFn) -> tuple[str, str]:
    """A word of letters of a reversible system, and the system."""
    system = draw(REVERSIBLE)
    letters = "".join(sorted(letter for letter in load_system(system).rows if letter.isalpha()))
    parts = st.text(letters, min_size=2, max_size=8)
    word = "'".join(draw(st.lists(parts, min_size=1, max_size=2 if "'" in load_system(system).rows else 1)))
    return word, system


@given(_names(), CASES)
def test_words_make_the_round_trip(named: tuple[str, str], case: object) -> None:
    word, system = named
    assert callable(case)
    word = case(word)
    result = transliterate(word, system)
    assume(load_system(system).is_sure_of(word))
    # ʹ has no capital, and one capital tells nothing of the letters behind it.
    assume(word.islower() or (result[0].isupper() and word.isupper() == (sum(map(str.isupper, result)) > 1)))
    assert restore(result, system) == word


@given(st.sampled_from([name for system in systems().values() for name in system.examples]), SYSTEMS)
def test_case_is_kept(name: str, system: str) -> None:
    if len(name) > 1 and name.isalpha():
        assert transliterate(name.upper(), system) == transliterate(name.upper(), system).upper()
        assert transliterate(name.lower(), system) == transliterate(name.lower(), system).lower()
