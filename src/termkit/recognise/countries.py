"""Finds words for countries, their people and what is theirs, whatever their form: Ukraine, українські, Russinnen."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from termkit.folding import fold
from termkit.language import load_language
from termkit.language_countries import HEAD, CountryWord
from termkit.model import Country, Kind, Locale, Mention, Text

__all__ = ["recognise_countries"]

_WORD = re.compile(r"(?:[^\W\d_]{1,2}\. ?){1,3}[^\W\d_]{1,2}\.|[^\W\d_]+")  # a word, or the letters of U.S. and EE. UU.
_BETWEEN = re.compile(r"[ '\u00a0-]")
_MOST_REMEMBERED = 100_000


def recognise_countries(text: Text) -> list[Mention]:
    """The words for countries in a text, in order, as soft mentions; none of those that are protected.

    >>> [mention.text for mention in recognise_countries(Text("the U.S. and Latin America", Locale("en")))]
    ['U.S.']
    """
    if not load_language(text.locale).countries:
        return []
    folded = fold(text.string)
    mentions = []
    for start, end, code in _found(folded.string, text.locale):
        span = folded.original(start, end)
        if not any(map(span.overlaps, text.protected)):
            mentions.append(Mention(Kind.COUNTRY, span, text.string[slice(*span)], Country(code), hard=False))
    return mentions


def _found(string: str, locale: Locale) -> Iterator[tuple[int, int, str]]:
    words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(string)]
    behind = 0
    for number, (start, _, word) in enumerate(words):
        if start < behind:
            continue
        for candidate in _candidates(word, locale):
            last = number + len(candidate.parts) - 1
            if _fits(candidate, words[number : last + 1], string):
                behind = words[last][1]
                if candidate.code:
                    yield start, behind, candidate.code
                break


@functools.lru_cache(maxsize=_MOST_REMEMBERED)
def _candidates(word: str, locale: Locale) -> tuple[CountryWord, ...]:
    """The words for countries that a word may begin."""
    plain = _without_points(word)
    known = load_language(locale).countries.get(plain[:HEAD].lower(), ())
    return tuple(candidate for candidate in known if candidate.parts[0].fits(plain))


def _without_points(word: str) -> str:
    return word.replace(".", "").replace(" ", "")


def _fits(candidate: CountryWord, words: Sequence[tuple[int, int, str]], string: str) -> bool:
    """Whether words side by side are the parts of a phrase."""
    return (
        len(words) == len(candidate.parts)
        and all(part.fits(_without_points(word)) for part, (_, _, word) in zip(candidate.parts, words, strict=True))
        and all(_BETWEEN.fullmatch(string, one[1], other[0]) for one, other in itertools.pairwise(words))
    )
