"""Language tags: which ones there are, and how they are written."""

from __future__ import annotations

import functools
import re

import babel
from babel.core import UnknownLocaleError, get_global

from .model import Locale

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})([-_](?P<script>[a-z]{4}))?([-_](?P<region>[a-z]{2}|[0-9]{3}))?"
    r"([-_](?P<variant>[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))?",
    re.IGNORECASE | re.ASCII,
)


@functools.lru_cache(1024)
def parse_locale(tag: str) -> Locale:
    """The locale that a language tag names, in canonical case; ValueError where CLDR knows none.

    >>> parse_locale("uk"), parse_locale("PT_br"), parse_locale("zh-hant"), parse_locale("sr_RS@latin")
    ('uk', 'pt-BR', 'zh-Hant', 'sr-Latn-RS')
    >>> parse_locale("ua")
    Traceback (most recent call last):
    ValueError: `ua` is no language tag known to CLDR; did you mean `uk`?
    """
    canonical = _canonical(tag)
    if canonical is None or not _is_known(canonical):
        hint = _suggestion(tag)
        advice = f"did you mean `{hint}`?" if hint else "a tag looks like `uk`, `pt-BR` or `sr-Latn`"
        raise ValueError(f"`{tag}` is no language tag known to CLDR; {advice}")
    return Locale(canonical)


def nearest_locale(tag: str) -> Locale | None:
    """The locale that a tag of another tool means, where CLDR has no such one: without what it does not know.

    >>> nearest_locale("no-NO"), nearest_locale("sr-Latn-CS"), nearest_locale("iw-IL"), nearest_locale("x-klingon")
    ('no', 'sr-Latn', 'he', None)
    """
    parts = re.split("[-_@]", tag)
    for end in range(len(parts) - 1, 0, -1):
        if _is_tag("-".join(parts[:end])):
            return parse_locale("-".join(parts[:end]))
    suggestion = _suggestion(tag)
    return parse_locale(suggestion) if suggestion else None


def language_and_script(locale: Locale) -> tuple[str, str | None]:
    """The language of a locale, and the script that it is written in.

    >>> language_and_script(Locale("en-GB")), language_and_script(Locale("zh-TW")), language_and_script(Locale("sr"))
    (('en', 'Latn'), ('zh', 'Hant'), ('sr', 'Cyrl'))
    """
    found = babel.Locale.parse(locale, sep="-")
    likely = get_global("likely_subtags").get(found.language, "").split("_")
    return found.language, found.script or (likely[1] if len(likely) > 1 else None)


def is_general(locale: Locale) -> bool:
    """Whether a tag names a language wherever it is spoken.

    >>> is_general(Locale("en")), is_general(Locale("sr-Latn")), is_general(Locale("en-GB"))
    (True, True, False)
    """
    match = _TAG.fullmatch(locale)
    return bool(match and not match["region"])


_POSIX = re.compile(
    r"(?P<tag>[a-z]{2,3}(?:_[a-z]{2})?)(?:\.[\w-]+)?(?:@(?P<modifier>[a-z]+))?", re.IGNORECASE | re.ASCII
)
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva", "arabic": "Arab"}


def _from_posix(tag: str) -> str:
    """The language tag for the name of a POSIX locale, which gettext and its tools write: `sr_RS@latin`."""
    match = _POSIX.fullmatch(tag)
    if match is None or not (match["modifier"] or "." in tag):
        return tag
    language, *region = match["tag"].split("_")
    modifier = (match["modifier"] or "").lower()
    script = [_SCRIPTS[modifier]] if modifier in _SCRIPTS else []
    variant = [modifier] if modifier and not script else []
    return "-".join((language, *script, *region, *variant))


def _canonical(tag: str) -> str | None:
    match = _TAG.fullmatch(_from_posix(tag))
    if match is None:
        return None
    language, script, region, variant = match.group("language", "script", "region", "variant")
    cased = (language.lower(), script and script.title(), region and region.upper(), variant and variant.lower())
    return "-".join(part for part in cased if part)


def _is_known(canonical: str) -> bool:
    """Whether CLDR has data for this tag itself: Babel alone reads `iw` as he-IL and `be-Latn` as be."""
    try:
        found = babel.Locale.parse(canonical, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    without_script = [found.language, found.territory, found.variant and found.variant.lower()]
    with_script = [found.language, found.script, *without_script[1:]]
    return canonical in ("-".join(filter(None, parts)) for parts in (without_script, with_script))


def _suggestion(tag: str) -> str | None:
    language, *_ = re.split("[-_]", tag.lower(), maxsplit=1)
    # `ua` and `cz` are countries; the language mostly spoken there is meant.
    spoken = get_global("likely_subtags").get(f"und_{language.upper()}", "").partition("_")[0]
    for candidate in (get_global("language_aliases").get(language), language, spoken):
        if candidate and _is_tag(candidate):
            return candidate.replace("_", "-")
    return None


def _is_tag(candidate: str) -> bool:
    canonical = _canonical(candidate)
    return canonical is not None and _is_known(canonical)
