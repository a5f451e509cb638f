"""CSV of memoQ: a row for each entry, a column for each term of a language, with what is said of it behind it.

memoQ's help ("Term base in CSV format") names the columns `Entry_…`, `Term_…` and those of the languages, as in
`English_United_States` and `English_United_States_Def`. The words of `Term_Info`, which it does not document, are those
that other readers of its files know.
"""

from __future__ import annotations

import datetime
import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import babel

from termkit.model import Locale
from termkit.tags import nearest_locale, parse_locale

from .facts import parse_value
from .reading import ReadEntry, Reading

__all__ = ["is_memoq", "read_memoq"]

_DEFINITION = "_Def"
_OTHER_NAMES = {"prc": "CN"}
# How memoQ looks for a term, by its beginning for the most part, is no fact about it.
_MATCHING = re.compile(r"\w*Prefix|Exact|Fuzzy|Custom|CasePermissive")
_INFO = {"NonTerm": ("status", "forbidden"), "CaseSense": ("case", "sensitive"), "CaseInsense": ("case", "insensitive")}
_WORD = re.compile("[a-z]+")

Rows = Iterator[tuple[int, list[str]]]
"""The rows of a table with their lines."""


class _Column(NamedTuple):
    """What a column holds: terms or definitions of a locale, or what is said of the term or the entry before it."""

    name: str
    locale: Locale | None


def is_memoq(header: Sequence[str]) -> bool:
    """Whether these are names of columns that memoQ gives."""
    return any(name.startswith("Entry_") for name in header)


def read_memoq(reading: Reading, header: Sequence[str], rows: Rows, source: Locale) -> None:
    """Add the entries of a table of memoQ to a reading."""
    columns = [_column(name) for name in header]
    for name, column in zip(header, columns, strict=True):
        if column is None:
            reading.fault(1, f"the column `{name}` is not known and was left out")
    for line, row in rows:
        entry = ReadEntry(line)
        term: dict[str, Any] = {}
        for column, cell in zip(columns, row, strict=False):
            if column is None or not cell.strip():
                continue
            if column.locale is None:
                _say(entry, term, column.name, cell, source)
            elif column.name:
                entry.add_text("definition", column.locale, cell)
            else:
                term = _term(reading, entry, column.locale, cell)
        if entry.terms:
            reading.entries.append(entry)
        else:
            reading.fault(line, "a row without terms was left out")


def _column(name: str) -> _Column | None:
    if name.startswith(("Entry_", "Term_")):
        return _Column(name, None)
    bare = name.removesuffix(_DEFINITION)
    locale = _locale(bare)
    return _Column(name.removeprefix(bare), locale) if locale else None


def _term(reading: Reading, entry: ReadEntry, locale: Locale, cell: str) -> dict[str, Any]:
    """The values of a term that was added, to which more may come."""
    spelling = reading.spelling(entry.line, cell, locale)
    if spelling is None:
        return {}
    entry.add_term(locale, {"term": spelling, **({"status": "admitted"} if locale in entry.terms else {})})
    return next(term for term in entry.terms[locale] if term["term"] == spelling)


def _say(entry: ReadEntry, term: dict[str, Any], name: str, cell: str, source: Locale) -> None:
    """Add what a column says of the entry or of its term."""
    label = name.partition("_")[2]
    if name == "Entry_ID":
        entry.id = cell
    elif name == "Entry_Subject" and parse_value("kind", cell):
        entry.values["kind"] = cell
    elif name == "Entry_LastModified" and (day := _day(cell)):
        entry.values["updated"] = day
    elif name in ("Entry_Created", "Entry_Creator", "Entry_LastModified", "Entry_Modifier"):
        entry.values.setdefault("source", []).append(f"{_words(label)}: {cell}")
    elif name.startswith("Entry_"):
        entry.add_text("note_translators", source, cell if label == "Note" else f"{_words(label)}: {cell}")
    elif name == "Term_Info":
        _inform(term, cell.split(";"))
    else:
        _note(term, f"{_words(label)}: {cell}")


def _inform(term: dict[str, Any], words: Sequence[str]) -> None:
    for word in filter(None, map(str.strip, words)):
        if word in _INFO:
            key, value = _INFO[word]
            term[key] = value
        elif not _MATCHING.fullmatch(word):
            _note(term, f"info: {word}")


def _note(term: dict[str, Any], line: str) -> None:
    term["note"] = "\n".join(filter(None, (term.get("note"), line)))


def _words(label: str) -> str:
    """A name of memoQ's in words.

    >>> _words("LastModified"), _words("ClientID")
    ('last modified', 'client')
    """
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", label.removesuffix("ID")).lower()


def _day(text: str) -> str | None:
    """The day of a time as memoQ writes it.

    >>> _day("11/22/2026 4:05:00 PM"), _day("soon")
    ('2026-11-22', None)
    """
    try:
        month, day, year = map(int, text.partition(" ")[0].split("/"))
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


@functools.lru_cache(256)
def _locale(name: str) -> Locale | None:
    """The locale of a column.

    >>> _locale("English"), _locale("English_United_States"), _locale("Chinese_PRC"), _locale("Norwegian_Bokmål")
    ('en', 'en-US', 'zh-CN', 'nb')
    >>> _locale("Serbian_Cyrillic"), _locale("Notes")
    ('sr-Cyrl', None)
    """
    names, words = _names(), _folded(name).split()
    for end in range(len(words), 0, -1):
        if language := names["languages"].get(" ".join(words[:end])):
            rest = " ".join(words[end:])
            part = _OTHER_NAMES.get(rest) or names["scripts"].get(rest) or names["territories"].get(rest)
            return _known("-".join(filter(None, (language, part)))) if part or not rest else None
    return None


def _known(tag: str) -> Locale | None:
    try:
        return parse_locale(tag)
    except ValueError:
        return nearest_locale(tag)


def _folded(name: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()))


@functools.cache
def _names() -> Mapping[str, Mapping[str, str]]:
    """The tags of languages, scripts and territories by their English names."""
    english = babel.Locale("en")
    tables = {"languages": english.languages, "scripts": english.scripts, "territories": english.territories}
    return {
        # The shortest tag last, which stands: a country before the codes that were kept for it.
        kind: {_folded(table[tag]): tag.replace("_", "-") for tag in sorted(table, key=len, reverse=True)}
        for kind, table in tables.items()
    }
