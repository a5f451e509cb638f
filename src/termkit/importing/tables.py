"""Tables: our own CSV, that of memoQ, bilingual CSV, CSV with a column for each language, and OmegaT's TSV."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Mapping, Sequence
from typing import Any

from termkit.exchange.fields import LABELS
from termkit.formats.source import decode
from termkit.model import AdministrativeStatus, Fault, Locale
from termkit.tags import parse_locale

from .facts import Facts, parse_value, read_facts
from .memoq import Rows, is_memoq, read_memoq
from .pairs import Pairs, Row
from .reading import ReadEntry, Reading, UnreadableError

__all__ = ["read_csv", "read_omegat"]

_CELL = 1_000_000
_FORMULA = re.compile("\\A'(?=[=+@|%\t\r\n'＝＋－＠-])")
_SOURCE = ("source", "msgid", "source term", "term source")
_TARGET = ("target", "translation", "msgstr", "target term")
_KEY = ("context", "id", "location")
_SOURCE_NOTE = ("developer_comments", "definition", "description", "explanation")
_TARGET_NOTE = ("translator_comments", "comment", "note", "notes")
_NAMED = (*_SOURCE, *_TARGET, *_KEY, *_SOURCE_NOTE, *_TARGET_NOTE, "fuzzy")
_CONCEPT = ("kind", "sex", "definition", "note_translators", "source", "updated", "related")
_PIECE = re.compile(rf"; (?=(?:{'|'.join(map(re.escape, LABELS.values()))})(?: \([\w-]+\))?: )")


def read_csv(path: str, data: bytes, source_locale: Locale, locale: Locale | None) -> Reading:
    """What a CSV file holds; `UnreadableError` where it is no text or its columns are not known."""
    text = _text(path, data)
    csv.field_size_limit(_CELL)
    first = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    try:
        header = [cell.strip() for cell in next(rows, [])]
        reading = Reading(path)
        numbered: Rows = ((rows.line_num, row) for row in rows if any(row))
        second = next(numbered, None)
        numbered = itertools.chain([second] if second else [], numbered)
        if {"id", "locale", "term"} <= set(header):
            _read_ours(reading, header, numbered)
        elif is_memoq(header):
            read_memoq(reading, header, numbered, source_locale)
        elif languages := _languages_of_deepl(header, second[1] if second else header):
            _read_deepl(reading, languages, itertools.chain([(1, header)], numbered))
        elif locales := _locale_columns(header):
            _read_columns(reading, header, locales, numbered)
        else:
            _read_bilingual(reading, header, numbered, source_locale, locale)
    except csv.Error as error:
        raise UnreadableError(path, rows.line_num, f"not readable as CSV: {error}") from error
    return reading


def _text(path: str, data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):  # Excel's "Unicode text", OmegaT on Windows
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise UnreadableError(path, 1, "not UTF-16, although it begins so: save it as UTF-8") from error
    text = decode(path, data)
    if isinstance(text, Fault):
        raise UnreadableError(path, text.origin.start(0).line, text.message)
    return text


def _read_ours(reading: Reading, header: Sequence[str], rows: Rows) -> None:
    """A row for each term, as our exporter writes it; an apostrophe guards what looks like a formula."""
    reading.agreed = True
    for name in header:
        if f"terms.{name}" not in LABELS and name not in (*_CONCEPT, "id", "locale", "term", "entry_status"):
            reading.fault(1, f"the column `{name}` is not known and was left out")
    entries: dict[str, ReadEntry] = {}
    for line, row in rows:
        cells = {name: _FORMULA.sub("", cell, count=1) for name, cell in zip(header, row, strict=False) if cell}
        try:
            locale = parse_locale(cells.get("locale", ""))
        except ValueError as error:
            reading.fault(line, f"left out: {error}")
            continue
        if "term" not in cells:
            reading.fault(line, "a row without a term was left out")
            continue
        key = cells.get("id", cells["term"])
        if key not in entries:
            entries[key] = ReadEntry(line, cells.get("id"), names_id="id" in cells)
            reading.entries.append(entries[key])
        _add_row(entries[key], locale, cells, reading, line)


def _add_row(entry: ReadEntry, locale: Locale, cells: Mapping[str, str], reading: Reading, line: int) -> None:
    term: dict[str, Any] = {"term": cells["term"]}
    for name, cell in cells.items():
        field = f"terms.{name}"
        if field in LABELS and (name, cell) not in (("type", "full-form"), ("case", _case(cells["term"]))):
            term[name] = _parsed(field, cell, reading, line)
    for name in (*_CONCEPT, "entry_status"):
        if name in ("definition", "note_translators"):
            entry.add_text(name, locale, cells.get(name, ""))
        elif name in cells:
            field = "status" if name == "entry_status" else name
            entry.values[field] = _parsed(field, cells[name], reading, line)
    entry.values = {name: value for name, value in entry.values.items() if value not in (None, {})}
    entry.add_term(locale, {name: value for name, value in term.items() if value is not None})


def _case(term: str) -> str:
    return "insensitive" if term == term.lower() else "sensitive"


def _parsed(field: str, cell: str, reading: Reading, line: int) -> Any:
    value = parse_value(field, cell)
    if value is None:
        reading.fault(line, f"“{cell}” is no {LABELS[field]}: left out")
    return value


def _locale_columns(header: Sequence[str]) -> dict[int, Locale]:
    """The columns that are named for a language, where there are two of them."""
    found = {}
    for number, name in enumerate(header):
        try:
            found[number] = parse_locale(name)
        except ValueError:
            continue
    return found if len(set(found.values())) > 1 and not {*_SOURCE, *_TARGET} & {n.lower() for n in header} else {}


def _read_columns(reading: Reading, header: Sequence[str], locales: Mapping[int, Locale], rows: Rows) -> None:
    """A row for each concept, a column for each language; other columns become notes."""
    for line, row in rows:
        entry = ReadEntry(line)
        for number, (name, cell) in enumerate(zip(header, row, strict=False)):
            if not cell.strip():
                continue
            if number not in locales:
                text = " ".join(cell.split())
                entry.add_text("note_translators", next(iter(locales.values())), f"{name}: {text}")
            elif spelling := reading.spelling(line, cell, locales[number]):
                entry.add_term(locales[number], {"term": spelling})
        if entry.terms:
            reading.entries.append(entry)
        else:
            reading.fault(line, "a row without terms was left out")


def _read_bilingual(
    reading: Reading, header: Sequence[str], rows: Rows, source_locale: Locale, locale: Locale | None
) -> None:
    """Source and target under the names that translate-toolkit and others give their columns, or in the first two."""
    names = [name.lower() for name in header]
    has_names = {*_SOURCE} & {*names} and {*_TARGET} & {*names}
    if not has_names and len(header) != 2:
        known = "id, locale, term …; source, target …; Entry_ID …; or a column for each language"
        raise UnreadableError(reading.path, 1, f"the columns are not known; known are: {known}")
    if locale is None:
        raise UnreadableError(reading.path, 1, "in which locale are the translations? Use --locale")
    pairs = Pairs(reading, source_locale, locale)
    if not has_names:
        pairs.add(Row(line=1, source=header[0], target=header[1]))
        names = ["source", "target"]
    for name in names:
        if name not in _NAMED:
            reading.fault(1, f"the column `{name}` is not known and was left out")
    found = [(line, dict(zip(names, row, strict=False))) for line, row in rows]
    # Our exporter begins the comment of every row with the kind of the concept.
    reading.agreed = "location" in names and all(_first(cells, _SOURCE_NOTE).startswith("kind: ") for _, cells in found)
    for line, cells in found:
        pairs.add(_bilingual_row(line, cells, ours=reading.agreed))


def _languages(cells: Sequence[str]) -> tuple[Locale, Locale] | None:
    """The languages that two cells name."""
    try:
        source, target = map(parse_locale, cells)
    except ValueError:
        return None
    return source, target


def _languages_of_deepl(first: Sequence[str], second: Sequence[str]) -> tuple[Locale, Locale] | None:
    """The languages of rows of DeepL; a header that names languages there has terms below them."""
    rows = (first, second)
    return _languages(first[2:4]) if all(len(row) in (4, 5) and _languages(row[2:4]) for row in rows) else None


def _read_deepl(reading: Reading, languages: tuple[Locale, Locale], rows: Rows) -> None:
    """Rows of DeepL: source, target, their languages, and perhaps how much the row matters."""
    pairs = Pairs(reading, *languages)
    for line, row in rows:
        if _languages(row[2:4]) == languages:
            pairs.add(Row(line=line, source=row[0], target=row[1]))
        else:
            told = f"“{row[0]}” was left out: it is not from {languages[0]} into {languages[1]}, as the first row is"
            reading.fault(line, told)


def _bilingual_row(line: int, cells: Mapping[str, str], *, ours: bool) -> Row:
    facts = read_facts(_first(cells, _SOURCE_NOTE).split("\n"), ours=ours)
    return Row(
        line=line,
        key=_first(cells, _KEY),
        source=_first(cells, _SOURCE),
        target=_first(cells, _TARGET),
        facts=facts,
        source_note="\n".join(facts.rest),
        target_note=_first(cells, _TARGET_NOTE),
        draft=cells.get("fuzzy", "").lower() in ("true", "1", "yes"),
    )


def _first(cells: Mapping[str, str], names: Sequence[str]) -> str:
    return next((cells[name] for name in names if cells.get(name)), "")


def read_omegat(path: str, data: bytes, source_locale: Locale, locale: Locale | None) -> Reading:
    """What a glossary of OmegaT holds; `UnreadableError` where it is no text or its locale is not known."""
    if locale is None:
        raise UnreadableError(path, 1, "in which locale are the translations? Use --locale")
    reading = Reading(path)
    pairs = Pairs(reading, source_locale, locale)
    for number, line in enumerate(_text(path, data).split("\n"), 1):
        cells = line.rstrip("\r").split("\t")
        if not line.strip() or line.startswith("#"):  # a comment
            continue
        if len(cells) == 1:
            reading.fault(number, "a line without a tab was left out: source, tab, target, tab, comment")
            continue
        comment = " ".join(cells[2:]).strip()
        facts = _omegat_facts(comment)
        note = "\n".join(facts.rest) if facts.found else comment
        pairs.add(Row(line=number, source=cells[0], target=cells[1], facts=facts, target_note=note))
    return reading


def _omegat_facts(comment: str) -> Facts:
    """The facts of a comment that our exporter wrote: the status first, in capitals where the term is wrong."""
    status, _, rest = comment.partition("; ")
    if status.lower() not in tuple(AdministrativeStatus):
        return Facts()
    return read_facts([f"status: {status.lower()}", *_PIECE.split(f"; {rest}")[1:]] if rest else [])
