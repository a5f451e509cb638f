"""The names that CLDR has in a locale."""

from __future__ import annotations

import functools

from babel import Locale as CldrLocale
from babel import UnknownLocaleError

from termkit.folding import fold_string
from termkit.model import Locale

__all__ = ["cldr_locale", "country_names", "language_words"]

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
def country_names(locale: Locale) -> frozenset[str]:
    """The names of countries, folded, in lower case.

    >>> "china" in country_names(Locale("en"))
    True
    """
    cldr = cldr_locale(locale)
    return frozenset(fold_string(name).lower() for name in cldr.territories.values()) if cldr else frozenset()
