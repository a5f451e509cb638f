"""The languages of a file as the locales of the project: `en-US` of a collection as the `en` of the termbase."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from termkit.model import Locale
from termkit.tags import is_general, language_and_script

from .reading import ReadEntry, Reading, rank

__all__ = ["read_locales_as", "unknown_locales"]

_TEXTS = ("definition", "note_translators")


def read_locales_as(reading: Reading, known: Collection[Locale], wanted: Mapping[Locale, Locale]) -> None:
    """Put what is in the languages of a file under the locales of a project.

    `wanted` says which locale a language is. One that is not in it, and not known, is the known locale without a
    territory that has its language and script, if there is one, and nothing else of the file would be that too; a note
    says so.
    """
    found = _locales(reading.entries)
    guessed = {locale: near for locale in found - wanted.keys() - {*known} if (near := _near(locale, known))}
    meant = {**guessed, **wanted}
    counts = Counter(meant.get(locale, locale) for locale in found)
    guessed = {locale: near for locale, near in guessed.items() if counts[near] == 1}
    for locale, near in sorted(guessed.items()):
        told = f"`{locale}` was read as `{near}`, which the termbase has: --locale-map {locale}={locale} keeps it apart"
        reading.notes.append(told)
    changed = {locale: to for locale, to in {**guessed, **wanted}.items() if locale != to}
    for entry in reading.entries if changed else ():
        _rename(entry, changed)


def unknown_locales(reading: Reading, wanted: Iterable[Locale]) -> str | None:
    """What is wrong with some locales of which nothing is in a file, if there are any."""
    found = _locales(reading.entries)
    unknown = [f"`{locale}`" for locale in wanted if locale not in found]
    return f"nothing in the file is in {', '.join(unknown)}; it has {', '.join(sorted(found))}" if unknown else None


def _locales(entries: Iterable[ReadEntry]) -> set[Locale]:
    return {*itertools.chain.from_iterable(entry.terms for entry in entries)}


def _near(locale: Locale, known: Collection[Locale]) -> Locale | None:
    """The one known locale that covers another: its language in its script, wherever it is spoken."""
    written = language_and_script(locale)
    near = [other for other in known if is_general(other) and language_and_script(other) == written]
    return near[0] if len(near) == 1 else None


def _rename(entry: ReadEntry, changed: Mapping[Locale, Locale]) -> None:
    terms, entry.terms = entry.terms, {}
    for locale, found in terms.items():
        to = changed.get(locale, locale)
        for values in found:
            others = entry.terms.get(to, [])  # of another language that is the same locale now
            if locale in changed and not any(other["term"] == values["term"] for other in others):
                rank(values, others)
            entry.add_term(to, values)
    for key in _TEXTS:
        for tag, text in entry.values.pop(key, {}).items():
            entry.add_text(key, changed.get(Locale(tag), tag), text)
