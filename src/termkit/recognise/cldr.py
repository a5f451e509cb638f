"""The names that CLDR has in a locale."""

from __future__ import annotations

import functools

from babel import Locale as CldrLocale
from babel import UnknownLocaleError
from babel.core import get_global

from termkit.folding import fold_string
from termkit.model import Locale

__all__ = ["cldr_locale", "countries", "country_languages", "language_words"]

_MAJOR = 2  # letters of the tags of languages that have a country


@functools.cache
def cldr_locale(locale: Locale) -> CldrLocale | None:
    """What CLDR knows in a locale; None where it does not know the locale."""
    try:
        return CldrLocale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@functools.cache
def language_words(locale: Locale) -> frozenset[str]:
    """The names of languages that have a tag of two letters: of peoples, too, in many languages.

    >>> "polish" in language_words(Locale("en"))
    True
    """
    cldr = cldr_locale(locale)
    languages = cldr.languages.items() if cldr else ()
    return frozenset(fold_string(name).lower() for tag, name in languages if len(tag) == _MAJOR)


@functools.cache
def countries(locale: Locale) -> dict[str, str]:
    """The codes of countries and regions by their names, which are folded, in lower case.

    >>> countries(Locale("de"))["schweiz"]
    'CH'
    """
    cldr = cldr_locale(locale)
    return {fold_string(name).lower(): code for code, name in cldr.territories.items()} if cldr else {}


@functools.cache
def country_languages(locale: Locale) -> dict[str, frozenset[str]]:
    """The names of the languages that are from a country, by its code: of its people, too, in many languages.

    >>> country_languages(Locale("de"))["GR"]
    frozenset({'griechisch'})
    """
    cldr = cldr_locale(locale)
    likely = get_global("likely_subtags")
    names: dict[str, set[str]] = {}
    for tag, name in (cldr.languages if cldr else {}).items():
        if len(tag) == _MAJOR:
            names.setdefault(likely.get(tag, tag).rpartition("_")[2], set()).add(fold_string(name).lower())
    return {country: frozenset(found) for country, found in names.items()}
