"""The places of a text where a name fell out: “in , the”, “by and”, “ 's house”."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from termkit.folding import fold
from termkit.language import load_language
from termkit.language_names import NameData
from termkit.model import Locale, Span, Text

__all__ = ["Gap", "gaps"]

_NEVER = r"(?!)"
_SHORTEST = 2  # letters of an article that may also be an abbreviation


class Gap(NamedTuple):
    """A place where a name fell out; `sure` where nothing else explains it, as it does words that may stand last."""

    span: Span
    sure: bool


def gaps(text: Text) -> list[Gap]:
    """The places of a text where a name fell out; none where nothing is known of its language.

    >>> gaps(Text("They fled from and Russia.", Locale("en")))
    [Gap(span=Span(start=10, end=14), sure=True)]
    >>> gaps(Text("It was the house that they came from.", Locale("en")))
    [Gap(span=Span(start=32, end=36), sure=False)]
    """
    patterns = _patterns(text.locale)
    folded = fold(text.string)
    found = {
        match.start(): Gap(folded.original(*match.span()), sure=sure)
        for sure, pattern in patterns.items()
        for match in pattern.finditer(folded.string)
    }
    return [found[start] for start in sorted(found)]


@functools.cache
def _patterns(locale: Locale) -> Mapping[bool, re.Pattern[str]]:
    """What a gap looks like, by whether nothing else looks so."""
    names = load_language(locale).names
    if not names.gaps:
        return {}
    end = r"(?=\s*[.,;:)](?!\w)|\s*$)"
    return {
        False: re.compile("|".join(_unsure(names, end)), re.IGNORECASE),
        True: re.compile("|".join(_sure(names, end)), re.IGNORECASE),
    }


def _unsure(names: NameData, end: str) -> Iterator[str]:
    """The patterns of gaps that may be none: what stands last in a clause may lean on what was said before."""
    yield rf"\b(?:{_any(names.gaps['prepositions'])})(?:{end}|(?= {_conjunction(names)}\b))"
    yield r"(?<=\w) (?=[.,](?:\s|$))"


def _sure(names: NameData, end: str) -> Iterator[str]:
    """The patterns of sure gaps. `(?-i:…)` has capitals or small letters just as they are."""
    words = defaultdict(lambda: _NEVER, {sort: _any(listed) for sort, listed in names.gaps.items()})
    capital = {sort: _any(word.capitalize() for word in listed) for sort, listed in names.gaps.items()}
    articles = _any(word.capitalize() for word in names.gaps["articles"] if len(word) > _SHORTEST)
    preposition, verb = words["prepositions"], words["verbs"]
    conjunction = _conjunction(names)
    behind = rf"(?= (?:(?:{verb})|{conjunction})\b)"
    yield rf"\b(?-i:{words['articles']}|{articles})(?:{end}|{behind}|(?= (?:{preposition})(?![\w-])))"
    yield rf"\b(?:{preposition})(?= (?:(?:{verb})\b|[.,;)]|\"[.,]|\"$))"
    yield rf"\b(?!(?:{words['loose']})\b)(?:{preposition})(?= {conjunction}\b)"
    yield rf"\b(?:{preposition}|{words['being']})(?=, (?:{words['relatives']})\b)"
    yield rf"\b(?-i:{words['conjunctions']})(?= [.,;)])"
    yield rf"\b({preposition})(?= \1\b)"
    yield rf"\b(?:{words['strict']})(?= (?:{preposition}) (?-i:[\dA-Z]))"
    yield rf"\b(?:{words['leads']})(?:{end}|{behind})"
    yield rf"^\"?(?-i:{capital['prepositions']})(?=,)"
    yield rf"^(?-i:{capital['prepositions']}|{capital['openings']})\b[^,;:]*,(?= (?:{verb})\b)(?!.*\?)"
    yield rf"\b(?-i:{capital['honorifics']})\b(?=\.? (?-i:[a-z]))"
    yield rf"(?:(?<=\s)|^)'(?:{_any(names.after)})\b(?=\s)"
    yield r"\(\s*\)|\"\s*\"(?!\w)|\((?=\s*,)|,(?=\s*,)|^\W?\s*(?=[,.;])|^\"(?=\s)"
    yield rf"^(?:\"\s*)?(?-i:{capital['starts']})\b(?!.*\?)"
    past = rf"[A-Z]\w+(?:{words['past']})|{capital['verbs']}"
    yield rf"^(?:\"\s*)?(?-i:{past})(?= (?:{words['determiners']})\b)(?!.*\?)"
    ranks = _any(word.capitalize() for word in names.ranks)
    yield rf"^(?!(?:{words['articles']})\b)(?-i:[A-Z]\w+ )?(?-i:{ranks})(?= (?:{verb})\b)"


def _conjunction(names: NameData) -> str:
    """A conjunction that does not join one preposition with another: in and around."""
    words = {sort: _any(names.gaps.get(sort, ())) for sort in ("conjunctions", "prepositions", "adverbs")}
    return rf"(?-i:{words['conjunctions']})(?! (?:{words['prepositions']}|{words['adverbs']})\b)"


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or _NEVER
