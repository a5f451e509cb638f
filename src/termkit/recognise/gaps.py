"""The places of a text where a name fell out: “in , the”, “by and”, “ 's house”."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from termkit.folding import fold
from termkit.language import load_language
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
    return [
        Gap(folded.original(*match.span()), sure=sure)
        for sure, pattern in patterns.items()
        for match in pattern.finditer(folded.string)
    ]


@functools.cache
def _patterns(locale: Locale) -> Mapping[bool, re.Pattern[str]]:
    """What a gap looks like, by whether nothing else looks so."""
    names = load_language(locale).names
    if not names.gaps:
        return {}
    articles, prepositions, verbs, conjunctions, adverbs = (
        _any(names.gaps.get(sort, ())) for sort in ("articles", "prepositions", "verbs", "conjunctions", "adverbs")
    )
    capital_articles = _any(word.capitalize() for word in names.gaps.get("articles", ()) if len(word) > _SHORTEST)
    openers = _any(verb.capitalize() for verb in names.gaps.get("verbs", ()))
    clitics = _any(names.after)
    end = r"(?=\s*[.,;:)](?!\w)|\s*$)"
    behind = rf"(?= (?:(?:{verbs})|(?-i:{conjunctions})(?! (?:{prepositions}|{adverbs})\b))\b)"
    sure = (
        rf"\b(?-i:{articles}|{capital_articles})(?:{end}|{behind}|(?= (?:{prepositions})(?![\w-])))",
        rf"\b(?:{prepositions})(?:{behind}|(?= (?:[.,;)]|\"[.,]|\"$)))",
        rf"(?:(?<=\s)|^)'(?:{clitics})\b(?=\s)",
        r"\(\s*\)|\"\s*\"(?!\w)|\((?=\s*,)|,(?=\s*,)|^\W?\s*(?=[,.;])",
        rf"^(?:\"\s*)?(?-i:{openers})\b(?!.*\?)",
    )
    return {
        True: re.compile("|".join(sure), re.IGNORECASE),
        False: re.compile(rf"\b(?:{prepositions}){end}", re.IGNORECASE),
    }


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or _NEVER
