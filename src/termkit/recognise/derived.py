"""Finds words that are made from an expected name where the text has the name itself nowhere: харківський, Pariser.

A termbase seldom lists them, and they name the place or organisation as well as a form of its name does. A language
says what such words end in (`NameData.derived`); before that stands the name, whole or without its last letters. The
words for a country's people are often made from another stem (deutsch): CLDR has them as the names of languages.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from termkit.folding import fold, fold_string
from termkit.language import LanguageData
from termkit.model import LIVE, SOFT, Candidate, Concept, Kind, Locale, Mention, Name, Span, Term, Text
from termkit.slips import shared_letters

from .cldr import countries, country_languages

__all__ = ["derived_names", "is_derived", "is_of_people"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_SPELT = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+)*")
_FEWEST = 3  # letters of a name that are left in a word made from it
_MOST_LOST = 4  # letters of a name that are not: Индонезија, индонежански
_MOST_JOINING = 2  # letters between the parts of a name of two words: новозеландский
_LONGEST_ENDING = 5
_LONG = 5  # letters of a name to which any word may be written
_COMPOUND, _NONE, _SMALL = "*", "-", "="
_VOWELS = frozenset("aeiouyæøœjаеєиіоуыэюяъьјαεηιουωაეიოუאהויاويةى")
_WHY = "made from the name"


def derived_names(
    text: Text, language: LanguageData, wanted: Collection[Concept], taken: Sequence[Span]
) -> list[Mention]:
    """The words made from the names of the `wanted` concepts, as soft mentions; none that overlaps what is `taken`.

    People's names are left out: their adjectives are rare, and so much like forms that they hide misspelt ones.
    """
    if not language.names.derived:
        return []
    names = [(concept, term) for concept in wanted for term in _names(concept, language.locale)]
    if not names:
        return []
    folded = fold(text.string)
    mentions = []
    for word in _phrases(folded.string, {term.term.count(" ") for _, term in names}):
        candidates = tuple(
            Candidate(concept.id, concept.kind, term, "*", _WHY)
            for concept, term in names
            if _is_made_from(word.string, term.term, language)
        )
        span = folded.original(word.start, word.start + len(word.string))
        if candidates and not any(map(span.overlaps, (*taken, *text.protected))):
            mentions.append(Mention(Kind.NAME, span, text.string[slice(*span)], Name(candidates), hard=False))
    return mentions


class _Phrase(NamedTuple):
    start: int
    string: str


def _phrases(string: str, spaces: set[int]) -> Iterator[_Phrase]:
    """The words of a text, and such with as many words before them as some names have spaces: New Yorker."""
    words = list(_WORD.finditer(string))
    for number, word in enumerate(words):
        for before in {0, *spaces}:
            start = words[max(number - before, 0)].start()
            phrase = string[start : word.end()]
            if len(_WORD.findall(phrase)) == phrase.count(" ") + 1 == before + 1:
                yield _Phrase(start, phrase)


def _names(concept: Concept, locale: Locale) -> Iterator[Term]:
    if concept.kind != "person":
        terms = (term for term in concept.terms_in(locale) if term.status in LIVE and term.type not in SOFT)
        yield from (term for term in terms if _SPELT.fullmatch(fold_string(term.term)))


def _is_made_from(word: str, name: str, language: LanguageData) -> bool:
    data = language.names
    return any(
        is_derived(word, variant, data.derived) for variant in (name, *_with_prefixes(name, data.prefixes))
    ) or is_of_people(word, name, language.locale)


def _with_prefixes(name: str, prefixes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for start, found in prefixes.items():
        if name.startswith(start):
            yield from (prefix + name.removeprefix(start) for prefix in found)


def is_derived(word: str, name: str, derived: frozenset[str]) -> bool:
    """Whether a word is made from a name by one of the endings that a language has for that.

    Where a consonant of the name is lost, the ending must follow at once: of Iran, not of Iraq, is іранський made.

    >>> from termkit.language import load_language
    >>> from termkit.model import Locale
    >>> uk = load_language(Locale("uk")).names.derived
    >>> [is_derived(word, "Париж", uk) for word in ("паризький", "парижани", "парадний")]
    [True, True, False]
    >>> is_derived("іранський", "Іран", uk), is_derived("іранський", "Ірак", uk)
    (True, False)
    >>> is_derived("новозеландський", "Нова Зеландія", uk)
    True
    """
    letters = _letters(word)
    if _SMALL in derived and word.islower() and _stem(letters) == _stem(_letters(name)):
        return True
    if _ends_so(letters, _letters(name), derived):
        return True
    first, _, last = map(_letters, name.partition(" "))
    shared = shared_letters(letters, first)
    return shared >= max(_FEWEST, len(first) - _MOST_LOST) and any(
        _ends_so(letters[start:], last, derived) for start in range(shared, shared + _MOST_JOINING + 1)
    )


def _ends_so(word: str, name: str, derived: frozenset[str]) -> bool:
    shared = shared_letters(word, name)
    if _COMPOUND in derived and shared == len(name) >= _LONG and len(word) >= shared + _FEWEST:
        return True
    fewest = max(_FEWEST, len(name) - _MOST_LOST, (len(name) + 1) // 2)
    # The ending may begin as the name ends: вінниц|я, вінни|цький.
    first = fewest if _VOWELS.issuperset(name[shared:]) else max(fewest, shared - 1)
    closely, loosely = _endings(derived)
    return any(
        (loosely if _VOWELS.issuperset(name[kept:]) else closely).fullmatch(word, kept)
        for kept in range(shared, first - 1, -1)
    )


def _stem(letters: str) -> str:
    """A word without the vowels that tell gender and number, in languages that write the plural with an s."""
    return letters.rstrip("s").rstrip("aeio")


@functools.cache
def _endings(derived: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may follow the stem of a name: an ending at once, and one with up to two letters before it."""
    endings = "|".join(sorted(map(_letters, derived - {_COMPOUND, _NONE, _SMALL})))
    bare = r"|\w{0,2}" if _NONE in derived else ""
    return re.compile(rf"(?:{endings})\w{{0,4}}"), re.compile(rf"\w{{0,2}}(?:{endings})\w{{0,4}}{bare}")


def is_of_people(word: str, name: str, locale: Locale) -> bool:
    """Whether a word is for the people of the country that a name names; a misspelt name is more like the name.

    >>> [is_of_people(word, "Deutschland", Locale("de")) for word in ("deutsche", "Deutschlad", "dänische")]
    [True, False, False]
    """
    peoples = country_languages(locale).get(countries(locale).get(fold_string(name).lower(), ""), ())
    return any(_is_form(_letters(word), _letters(people), _letters(name)) for people in peoples)


def _is_form(word: str, people: str, name: str) -> bool:
    """Whether a word is the language's name with an ending of its own, and no form of the country's name."""
    shared = shared_letters(word, people)
    lost = 1 if len(people) <= _LONG else 2
    is_like = shared >= _FEWEST and len(people) - shared <= lost and len(word) - shared <= _LONGEST_ENDING
    return is_like and shared >= shared_letters(word, name)


@functools.lru_cache(maxsize=10_000)
def _letters(word: str) -> str:
    """The letters of a word in lower case, without accents."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFD", fold_string(word).lower())))
