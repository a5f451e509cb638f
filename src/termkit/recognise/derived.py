"""Finds words that are made from an expected name where the text has the name itself nowhere: харківський, Pariser.

A termbase seldom lists them, and they name the place or organisation as well as a form of its name does. A language
says what such words end in (`NameData.derived`); before that stands the name, whole or without its last letters.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence

from termkit.folding import fold, fold_string
from termkit.language import LanguageData
from termkit.model import LIVE, SOFT, Candidate, Concept, Kind, Mention, Name, Span, Term, Text

__all__ = ["derived_names", "is_derived"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_FEWEST = 3  # letters of a name that are left in a word made from it
_MOST_LOST = 3  # letters of a name that are not: Чернівці, чернівецький
_LONG = 5  # letters of a name to which any word may be written
_COMPOUND = "*"
_VOWELS = frozenset("aeiouyæøœаеєиіоуыэюяъьαεηιουω")
_WHY = "made from the name"


def derived_names(
    text: Text, language: LanguageData, wanted: Collection[Concept], taken: Sequence[Span]
) -> list[Mention]:
    """The words made from the names of the `wanted` concepts, as soft mentions; none that overlaps what is `taken`.

    People's names are left out: their adjectives are rare, and so much like forms that they hide misspelt ones.
    """
    if not language.names.derived:
        return []
    names = [(concept, term) for concept in wanted for term in _names(concept, language)]
    if not names:
        return []
    folded = fold(text.string)
    mentions = []
    for match in _WORD.finditer(folded.string):
        candidates = tuple(
            Candidate(concept.id, concept.kind, term, "*", _WHY)
            for concept, term in names
            if is_derived(match[0], term.term, language.names.derived)
        )
        span = folded.original(*match.span())
        if candidates and not any(map(span.overlaps, (*taken, *text.protected))):
            mentions.append(Mention(Kind.NAME, span, text.string[slice(*span)], Name(candidates), hard=False))
    return mentions


def _names(concept: Concept, language: LanguageData) -> Iterator[Term]:
    if concept.kind != "person":
        yield from (t for t in concept.terms_in(language.locale) if t.status in LIVE and t.type not in SOFT)


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
    """
    name, word = _letters(name), _letters(word)
    shared = next((n for n, pair in enumerate(zip(name, word, strict=False)) if pair[0] != pair[1]), len(name))
    fewest = max(_FEWEST, len(name) - _MOST_LOST, (len(name) + 1) // 2)
    closely, loosely = _endings(derived)
    if _COMPOUND in derived and shared == len(name) >= _LONG and len(word) >= shared + _FEWEST:
        return True
    return any(
        (loosely if _VOWELS.issuperset(name[kept:]) else closely).fullmatch(word, kept)
        for kept in range(min(shared, len(word)), fewest - 1, -1)
    )


@functools.lru_cache(maxsize=10_000)
def _letters(word: str) -> str:
    """The letters of a word in lower case, without accents."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFD", fold_string(word).lower())))


@functools.cache
def _endings(derived: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may follow the stem of a name: an ending at once, and one with up to two letters before it."""
    endings = "|".join(sorted(map(_letters, derived - {_COMPOUND})))
    return re.compile(rf"(?:{endings})\w{{0,4}}"), re.compile(rf"\w{{0,2}}(?:{endings})\w{{0,4}}")
