"""The text of a glossary file: values written as people write them, and small edits that leave the rest as it is."""

from __future__ import annotations

import copy
import functools
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from termkit.yaml_data import read_yaml

from .places import KEY, Steps

__all__ = [
    "EntryText",
    "Unsafe",
    "add_key",
    "add_term",
    "compose",
    "edit_entry",
    "entry_lines",
    "entry_texts",
    "flow",
    "set_at",
    "set_in",
    "set_value",
    "spelling",
    "steps_at",
    "terms_at",
    "value_at",
    "value_in",
]

_WIDTH = 118
# What YAML leaves as it stands, in brackets too; anything else is put in quotation marks.
_PLAIN = re.compile(r"\w(?:[\w .'’ʼ()/+«»“”–—-]*[\w.)’»”])?")
# What JSON leaves as it is and YAML does not: its line ends, and what it cannot print.
_ESCAPES = {0x7F: "\\x7F", 0x85: "\\N", 0x2028: "\\L", 0x2029: "\\P", 0xFEFF: "\\uFEFF"}
_WORDS = frozenset(("null", "~", "true", "false", "yes", "no", "on", "off"))


class Unsafe(Exception):  # noqa: N818  what it says is that an edit is none
    """An edit that cannot be made without changing the layout."""


def flow(value: Any) -> str:
    """A value in one line.

    >>> flow({"term": "Kyiv", "except": ["chicken Kiev", "a: b"], "ambiguous": True})
    '{term: Kyiv, except: [chicken Kiev, "a: b"], ambiguous: true}'
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    text = str(value)
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False).translate(_ESCAPES)


def entry_lines(entry: Mapping[str, Any]) -> Iterator[str]:
    """The lines of an entry: a line for each value and each term, where it fits."""
    mark = "- "
    for key, value in entry.items():
        if key == "terms":
            yield f"{mark}terms:"
            for locale, terms in value.items():
                yield from _terms(locale, terms)
        else:
            yield f"{mark}{key}: {flow(value)}"
        mark = "  "


def _terms(locale: str, terms: list[Mapping[str, Any]]) -> Iterator[str]:
    short = flow([_short(term) for term in terms]) if all(len(term) == 1 for term in terms) else None
    if short and len(short) < _WIDTH - 20:
        yield f"    {locale}: {flow(_short(terms[0])) if len(terms) == 1 else short}"
        return
    yield f"    {locale}:"
    for term in terms:
        line = f"      - {flow(_short(term))}"
        if len(line) <= _WIDTH:
            yield line
        else:
            yield from (
                f"      {'  ' if n else '- '}{key}: {flow(value)}" for n, (key, value) in enumerate(term.items())
            )


def _short(term: Mapping[str, Any]) -> Any:
    return term["term"] if len(term) == 1 else term


# Edits. An entry is edited alone: its text begins at its own column, behind the dash.


class EntryText(NamedTuple):
    """Where the text of an entry lies in its file: from behind its dash to where the next one's can't have begun."""

    id: str
    kind: str
    start: int
    end: int
    line: int  # from 1
    column: int  # from 0


def entry_texts(text: str) -> Iterator[EntryText]:
    """The places of the entries of a glossary file."""
    root = yaml.compose(text, yaml.CSafeLoader)
    for node in root.value if isinstance(root, yaml.SequenceNode) else ():
        if isinstance(node, yaml.MappingNode):
            names = {key.value: value.value for key, value in node.value if key.value in ("id", "kind")}
            mark, end = node.start_mark, node.end_mark.index
            yield EntryText(names.get("id", ""), names.get("kind", ""), mark.index, end, mark.line + 1, mark.column)


def edit_entry(text: str, column: int, edit: Callable[[str], str], expect: Callable[[Any], Any]) -> str:
    """The text of an entry at a column with an edit made; `Unsafe` where it does not say exactly what is expected.

    `edit` gets the text with its first line indented, so that the nodes stand in their own columns; `expect` the data.
    """
    text = " " * column + text
    try:
        expected = expect(data_of(text))
        edited = edit(text)
        if data_of(edited) != expected:
            raise Unsafe("the edit would not say what is meant")
    except yaml.YAMLError as error:
        raise Unsafe(str(error)) from error
    return edited[column:]


def steps_at(node: yaml.Node, line: int, column: int) -> Steps | None:
    r"""The steps from an entry to the value or the key at a place, both counted from 1; None where none begins there.

    >>> steps_at(compose("id: a\nterms: {uk: [A, {term: B}]}"), 2, 24)
    ('terms', 'uk', 1, 'term')
    """
    for steps, found in _walk(node, ()):
        mark = found.start_mark
        if (mark.line + 1, mark.column + 1) == (line, column) and isinstance(found, yaml.ScalarNode):
            return _full(steps)
    return None


def _walk(node: yaml.Node, steps: Steps) -> Iterator[tuple[Steps, yaml.Node]]:
    yield steps, node
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _walk(item, (*steps, number))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*steps, key.value, KEY), key
            yield from _walk(value, (*steps, key.value))


def _full(steps: Steps) -> Steps:
    """Steps to a term or a part of it as `data_of` has them, where one value does not stand for a list of one."""
    if steps[:1] != ("terms",) or len(steps) < 2 or steps[2:] == (KEY,):
        return steps
    below = steps[2:] if isinstance((*steps, "")[2], int) else (0, *steps[2:])
    return (*steps[:2], *below, *(("term",) if len(below) == 1 else ()))


def value_in(data: Any, steps: Steps) -> Any:
    """What the data of an entry have at some steps: a value, a key, or None."""
    *above, last = steps[:-1] if steps[-1] == KEY else steps
    place = _place(data, above)
    if steps[-1] == KEY:
        return last if last in place else None
    if last == 0 and not isinstance(place, list):
        return place
    return place.get(last) if isinstance(place, dict) else place[last]


def set_in(data: Any, steps: Steps, value: str) -> Any:
    """The data of an entry with another value, or another key, at some steps."""
    data = copy.deepcopy(data)
    if steps[-1] == 0 and not isinstance(_place(data, steps[:-1]), list):
        steps = steps[:-1]  # one value stands for a list of one
    *above, last = steps[:-1] if steps[-1] == KEY else steps
    place = _place(data, above)
    if steps[-1] == KEY:
        if value in place:
            raise Unsafe(f"`{value}` is there already")
        renamed = {(value if key == last else key): item for key, item in place.items()}
        place.clear()
        place.update(renamed)
    else:
        place[last] = value
    return data


def _place(data: Any, steps: Sequence[str | int]) -> Any:
    try:
        return functools.reduce(lambda place, step: place[step], steps, data)
    except (LookupError, TypeError) as error:
        raise Unsafe("there is no such place") from error


def set_at(text: str, steps: Steps, value: str) -> str:
    """The text of an entry with another value, or another key, at some steps; the last may be a key that is to come."""
    *above, last = steps[:-1] if steps[-1] == KEY else steps
    node: yaml.Node = compose(text)
    for step in above:
        node = _child(node, step)
    if steps[-1] == KEY:
        return _replaced(text, _key(node, last), flow(value))
    if isinstance(last, int):
        return _replaced(text, _child(node, last), flow(value))
    if isinstance(node, yaml.ScalarNode) and last == "term":
        return _replaced(text, node, flow(value))
    return set_value(text, node, last, value)


def _child(node: yaml.Node, step: str | int) -> yaml.Node:
    found: yaml.Node | None
    if isinstance(step, int):
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]  # one value stands for a list of one
        found = items[step] if step < len(items) else None
    else:
        found = value_at(node, step)
    if found is None:
        raise Unsafe("there is no such place")
    return found


def _key(node: yaml.Node, name: str | int) -> yaml.Node:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    found: yaml.Node | None = next((key for key, _ in pairs if key.value == name), None)
    if found is None:
        raise Unsafe("there is no such key")
    return found


def compose(text: str) -> yaml.MappingNode:
    """The nodes of an entry's text."""
    node = yaml.compose(text, yaml.CSafeLoader)
    if not isinstance(node, yaml.MappingNode):
        raise Unsafe("the entry is no mapping")
    return node


def value_at(node: yaml.Node, *steps: str) -> yaml.Node | None:
    """The node under some keys."""
    for step in steps:
        if not isinstance(node, yaml.MappingNode):
            return None
        found = next((value for key, value in node.value if key.value == step), None)
        if found is None:
            return None
        node = found
    return node


def terms_at(node: yaml.MappingNode, locale: str) -> list[yaml.Node]:
    """The nodes of the terms of a locale; one value stands for a list of one."""
    found = value_at(node, "terms", locale)
    if found is None:
        return []
    return list(found.value) if isinstance(found, yaml.SequenceNode) else [found]


def spelling(node: yaml.Node) -> str:
    """The spelling of the term that a node is."""
    term = node if isinstance(node, yaml.ScalarNode) else value_at(node, "term")
    return str(term.value) if isinstance(term, yaml.ScalarNode) else ""


def set_value(text: str, node: yaml.Node, key: str, value: Any) -> str:
    """The text with another value under a key of a mapping, or with a key more; a scalar is a term alone."""
    if isinstance(node, yaml.ScalarNode):
        values = {"term": node.value} | {key: value}
        return _replaced(text, node, flow(values if len(values) > 1 else value))
    old = value_at(node, key)
    if old is None:
        return add_key(text, node, key, value)
    if not isinstance(old, yaml.ScalarNode) or old.style in ("|", ">"):
        raise Unsafe(f"`{key}` holds more than one line or value")
    return _replaced(text, old, flow(value))


def add_key(text: str, node: yaml.Node, key: str, value: Any) -> str:
    """The text with a key more in a mapping."""
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise Unsafe(f"there is no place for `{key}`")
    written = f"{key}: {flow(value)}"
    if node.flow_style:
        return _before_bracket(text, node, written)
    return _behind_line(text, node.value[-1][1], " " * node.start_mark.column + written)


def add_term(text: str, node: yaml.MappingNode, locale: str, term: Mapping[str, Any]) -> str:
    """The text with a term more in a locale."""
    found, written = value_at(node, "terms", locale), flow(_short(term))
    if found is None:
        terms = value_at(node, "terms")
        if terms is None:
            raise Unsafe("the entry has no terms")
        return add_key(text, terms, locale, _short(term) if len(term) == 1 else [dict(term)])
    if isinstance(found, yaml.SequenceNode):
        if found.flow_style:
            return _before_bracket(text, found, written)
        return _behind_line(text, found.value[-1], f"{' ' * found.start_mark.column}- {written}")
    if isinstance(found, yaml.ScalarNode):
        return _replaced(text, found, f"[{flow(found.value)}, {written}]")
    if isinstance(found, yaml.MappingNode) and found.flow_style:
        start, end = found.start_mark.index, found.end_mark.index
        return f"{text[:start]}[{text[start:end]}, {written}]{text[end:]}"
    raise Unsafe(f"the one term in {locale} is written over several lines, without a dash")


def _replaced(text: str, node: yaml.Node, written: str) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise Unsafe("the old value is more than a text")
    if node.style in ("|", ">") or node.start_mark.line != node.end_mark.line:
        raise Unsafe("the old value stands on several lines")
    return text[: node.start_mark.index] + written + text[node.end_mark.index :]


def _before_bracket(text: str, node: yaml.Node, written: str) -> str:
    end = node.end_mark.index - 1
    before = text[:end].rstrip()
    comma = "" if before.endswith((",", "[", "{")) else ","
    if "#" in text[text.rfind("\n", 0, len(before)) + 1 : len(before)]:
        raise Unsafe("a comment stands before the bracket")
    return f"{before}{comma} {written}{text[len(before) :]}"


def _behind_line(text: str, node: yaml.Node, line: str) -> str:
    """The text with a line behind the one on which a node ends."""
    end = _last(node).end_mark.index
    stop = text.find("\n", end)
    if stop < 0:
        return f"{text}\n{line}"
    carriage = "\r" if text[:stop].endswith("\r") else ""
    return f"{text[: stop + 1]}{line}{carriage}\n{text[stop + 1 :]}"


def _last(node: yaml.Node) -> yaml.Node:
    """The part of a node that ends last; its own end lies before the next thing."""
    if isinstance(node, yaml.ScalarNode):
        if node.style in ("|", ">"):
            raise Unsafe("a text over several lines stands before it")
        return node
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return node
    last = node.value[-1]
    return _last(last[1] if isinstance(last, tuple) else last)


def data_of(text: str) -> Any:
    """The data of an entry's text, one value taken for a list of one where a term may stand alone."""
    entry = read_yaml(text)
    if isinstance(entry, dict) and isinstance(entry.get("terms"), dict):
        entry["terms"] = {
            locale: [
                {"term": term} if isinstance(term, str) else term
                for term in ([found] if not isinstance(found, list) else found)
            ]
            for locale, found in entry["terms"].items()
        }
    return entry
