"""A proposal written into the glossary files: every edit is read back, and undone where it is not as meant."""

from __future__ import annotations

import bisect
import copy
import functools
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from termkit.termbase import GlossaryFile, TermbaseError, TermbaseFault, load_files
from termkit.termbase.yaml_text import (
    EntryText,
    Unsafe,
    add_key,
    add_term,
    compose,
    edit_entry,
    entry_lines,
    entry_texts,
    set_value,
    spelling,
    terms_at,
    value_at,
)

from .compare import Change, Proposal
from .reading import ImportFault

__all__ = ["Files", "apply_proposal"]

_PLURALS = {"person": "persons", "facility": "facilities"}


@dataclass(slots=True)
class Files:
    """The texts of the glossary files as they are to be, by path, and the changes that could not be made."""

    texts: dict[Path, str] = field(default_factory=dict)
    left: list[ImportFault] = field(default_factory=list)


class _Place(NamedTuple):
    path: Path
    entry: EntryText


def apply_proposal(proposal: Proposal, texts: Mapping[Path, str], home: Path, origin: str) -> Files:
    """The files of a glossary with a proposal in them; nothing is written, the proposal keeps what could be made.

    `home` is the folder for new files, or the file that takes all new entries; `origin` is the path of the file that
    was imported, for the messages.
    """
    left: list[ImportFault] = []
    while True:
        files = _applied(proposal, texts, home, origin)
        faults = _faults({**texts, **files.texts})
        if not faults:
            files.left += left
            return files
        left += _without(proposal, {**texts, **files.texts}, faults, origin)


def _faults(texts: Mapping[Path, str]) -> list[TermbaseFault]:
    """What the termbase would say of some files, with the paths that they have here."""
    try:
        load_files([GlossaryFile(path, text.encode()) for path, text in texts.items()], cache=False)
    except TermbaseError as error:
        return list(error.faults)
    return []


def _without(
    proposal: Proposal, texts: Mapping[Path, str], faults: Sequence[TermbaseFault], origin: str
) -> list[ImportFault]:
    """Take the entries and changes out of a proposal that the termbase would refuse, and say why.

    Raises `TermbaseError` for faults that no import has made.
    """
    starts = {
        path: [(entry.line, entry.id) for entry in entry_texts(text)]
        for path, text in texts.items()
        if any(fault.path == str(path) for fault in faults)
    }
    wrong: dict[str, str] = {}
    for fault in faults:
        lines = starts[Path(fault.path)]
        index = bisect.bisect_right(lines, fault.line, key=lambda item: item[0]) - 1
        wrong.setdefault(lines[max(index, 0)][1], fault.message)
    left = [
        ImportFault(origin, change.line, _refused(change.concept, wrong))
        for change in proposal.changes
        if change.concept in wrong
    ]
    left += [ImportFault(origin, 1, _refused(entry["id"], wrong)) for entry in proposal.new if entry["id"] in wrong]
    if not left:
        raise TermbaseError(tuple(faults))
    proposal.changes = [change for change in proposal.changes if change.concept not in wrong]
    proposal.new = [entry for entry in proposal.new if entry["id"] not in wrong]
    return list(dict.fromkeys(left))


def _refused(concept: str, wrong: Mapping[str, str]) -> str:
    return f"{concept}: left out, the termbase would not take it: {wrong[concept]}"


def _applied(proposal: Proposal, texts: Mapping[Path, str], home: Path, origin: str) -> Files:
    places = {entry.id: _Place(path, entry) for path, text in texts.items() for entry in entry_texts(text)}
    files = Files(dict(texts))
    changes: dict[str, list[Change]] = defaultdict(list)
    for change in proposal.changes:
        changes[change.concept].append(change)
    # From the end of each file to its beginning, so that the places before stay right.
    for concept in sorted(changes.keys() & places.keys(), key=lambda concept: -places[concept].entry.start):
        path, entry = places[concept]
        text = files.texts[path]
        edited = _edit(text[entry.start : entry.end], entry.column, changes[concept], files.left, origin)
        files.texts[path] = text[: entry.start] + edited + text[entry.end :]
    _append(proposal.new, places, files, home)
    files.texts = {path: text for path, text in files.texts.items() if texts.get(path) != text}
    return files


def _edit(text: str, column: int, changes: Sequence[Change], left: list[ImportFault], origin: str) -> str:
    """The text of an entry with those of some changes that can be made."""
    for change in changes:
        try:
            text = edit_entry(
                text,
                column,
                functools.partial(_edited, change=change),
                functools.partial(_expected, change=change),
            )
        except Unsafe as error:
            what = change.term or ", ".join(change.values)
            left.append(ImportFault(origin, change.line, f"{change.concept}, “{what}”: edit it by hand: {error}"))
    return text


def _expected(data: dict[str, Any], change: Change) -> dict[str, Any]:
    """What an entry is to say once a change is made."""
    data = copy.deepcopy(data)
    values = _texts(change.values)
    if change.locale is None:
        for name, found in values.items():
            data.setdefault(name, {}).update(found)
    elif change.new:
        data["terms"].setdefault(change.locale, []).append(values)
    else:
        term = next(term for term in data["terms"][change.locale] if term["term"] == change.term)
        term.update(values)
    return data


def _texts(value: Any) -> Any:
    """A value as YAML has it: everything is a text."""
    if isinstance(value, Mapping):
        return {key: _texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_texts(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _edited(text: str, change: Change) -> str:
    if change.new and change.locale:
        return add_term(text, compose(text), change.locale, change.values)
    for name, value in change.values.items():
        if change.locale is None:
            text = _with_texts(text, name, value)
        else:
            node = next(node for node in terms_at(compose(text), change.locale) if spelling(node) == change.term)
            text = set_value(text, node, name, value)
    return text


def _with_texts(text: str, name: str, texts: Mapping[str, str]) -> str:
    """The text with a definition or note in more languages."""
    for tag, value in texts.items():
        root = compose(text)
        node = value_at(root, name)
        text = add_key(text, root, name, {tag: value}) if node is None else add_key(text, node, tag, value)
    return text


def _append(new: Sequence[Mapping[str, Any]], places: Mapping[str, _Place], files: Files, home: Path) -> None:
    """Put new entries behind the last one of the file in which most of their kind stand."""
    homes: dict[str, Counter[Path]] = defaultdict(Counter)
    for place in places.values():
        homes[place.entry.kind][place.path] += 1
    added: dict[Path, list[Mapping[str, Any]]] = {}
    for entry in new:
        kind = entry["kind"]
        fallback = home if home in files.texts else home / f"{_PLURALS.get(kind, f'{kind}s')}.yaml"
        path = homes[kind].most_common(1)[0][0] if homes[kind] else fallback
        added.setdefault(path, []).append(entry)
    for path, entries in added.items():
        files.texts[path] = _appended(files.texts.get(path, ""), entries, _column(path, places))


def _column(path: Path, places: Mapping[str, _Place]) -> int:
    """How far the dashes of a file are indented."""
    return next((place.entry.column - 2 for place in places.values() if place.path == path), 0)


def _appended(text: str, entries: Sequence[Mapping[str, Any]], column: int) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    parts = ["".join(f"{' ' * column}{line}{end}" for line in entry_lines(entry)) for entry in entries]
    gap = "" if not text else end if text.endswith("\n") else end * 2
    return text + gap + end.join(parts)
