"""What a value may look like: read from a node, and told to editors as JSON Schema.

A shape reads a node and gives the value, or None and a fault. The same object writes its part of the published
schema, so that the loader and the editors cannot come to differ.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from termkit.tags import parse_locale

from .faults import advice
from .nodes import NULLS, Items, Node, Pairs, Scalar
from .spelling import spelling_fault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .faults import FileFaults

Schema = dict[str, Any]

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TAG_PATTERN = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))?$"


class Shape(Protocol):
    """What a value may look like."""

    def read(self, node: Node, faults: FileFaults) -> Any:
        """The value of a node; None where a fault was added."""

    def schema(self) -> Schema:
        """The shape as JSON Schema."""


def _found(node: Node) -> str:
    if isinstance(node, Scalar):
        return "nothing" if node.is_empty else "a single value"
    return "a list" if isinstance(node, Items) else "a mapping"


def _scalar(node: Node, faults: FileFaults, what: str) -> str | None:
    if type(node) is not Scalar:
        faults.add(node, f"{what} must be a single value, not {_found(node)}")
        return None
    value = node.value
    if value not in NULLS and not value.isspace():  # as most are
        return value
    if node.is_empty:
        faults.add(node, f"{what} is empty: write it (in quotes if it is the word itself) or take the key out")
    elif not value.strip():
        faults.add(node, f"{what} is empty: write it or take the key out")
    else:
        return value
    return None


@dataclass(frozen=True, slots=True)
class Prose:
    """A text for people: any characters, several lines if need be."""

    what: str

    def read(self, node: Node, faults: FileFaults) -> str | None:
        """The text without space around it and at the ends of its lines, whatever ends them in the file."""
        value = _scalar(node, faults, self.what)
        if value is not None and (found := _CONTROL.search(value)):
            faults.add(node, f"{self.what} holds the control character U+{ord(found[0]):04X}: delete it")
            return None
        return value and "\n".join([line.rstrip() for line in value.strip().splitlines()])

    def schema(self) -> Schema:
        """The shape as JSON Schema."""
        return {"type": "string", "pattern": r"\S"}


@dataclass(frozen=True, slots=True)
class Spelling:
    """A text that is looked for in articles, so every character of it counts."""

    what: str

    def read(self, node: Node, faults: FileFaults) -> str | None:
        """The text exactly as written."""
        value = _scalar(node, faults, self.what)
        if value is not None and (fault := spelling_fault(value)):
            faults.add(node, f"{self.what} {fault}", "stray-character")
            return None
        return value

    def schema(self) -> Schema:
        """The shape as JSON Schema."""
        return {"type": "string", "pattern": r"^\S+( \S+)*$"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A name of ours that must look a certain way."""

    what: str
    pattern: str
    example: str

    def read(self, node: Node, faults: FileFaults) -> str | None:
        """The name."""
        value = _scalar(node, faults, self.what)
        if value is not None and not re.fullmatch(self.pattern, value):
            faults.add(node, f"`{value}` is no {self.what}: write it like {self.example}")
            return None
        return value

    def schema(self) -> Schema:
        """The shape as JSON Schema."""
        return {"type": "string", "pattern": f"^{self.pattern}$"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    what: str
    words: tuple[str, ...]

    def read(self, node: Node, faults: FileFaults) -> str | None:
        """The word."""
        value = _scalar(node, faults, self.what)
        if value is not None and value not in self.words:
            faults.add(node, f"`{value}` is no {self.what}; {advice(value, self.words)}")
            return None
        return value

    def schema(self) -> Schema:
        """The shape as JSON Schema."""
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false, and none of the words that YAML 1.1 reads so."""

    what: str

    def read(self, node: Node, faults: FileFaults) -> bool | None:
        """Whether it is true."""
        if type(node) is Scalar and node.plain and node.value in ("true", "false"):
            return node.value == "true"
        if (value := _scalar(node, faults, self.what)) is not None:
            faults.add(node, f"{self.what} is `{value}`: write true or false, without quotes")
        return None

    def schema(self) -> Schema:
        """The shape as JSON Schema."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date."""

    what: str

    def read(self, node: Node, faults: FileFaults) -> str | None:
        """The date, as written."""
        value = _scalar(node, faults, self.what)
        if value is None:
            return None
        try:
            # Python also reads 20261122 and 2026-W47-7.
            if _DATE.fullmatch(value):
                datetime.date.fromisoformat(value)
                return value
        except ValueError:
            faults.add(node, f"{self.what} is `{value}`, a day that is not in the calendar: correct it")
        else:
            faults.add(node, f"{self.what} is `{value}`, which is no date: write it like 2026-11-22")
        return None

    def schema(self) -> Schema:
        """The shape as JSON Schema."""
        return {"type": "string", "format": "date", "pattern": f"^{_DATE.pattern}$"}


@dataclass(frozen=True, slots=True)
class ListOf:
    """Some values of one shape; a single one may stand without its list."""

    what: str
    shape: Shape

    def read(self, node: Node, faults: FileFaults) -> tuple[Any, ...] | None:
        """The values; None in the place of one that has a fault, so that indexes stay true."""
        if type(node) is not Items:
            value = self.shape.read(node, faults)
            return None if value is None else (value,)
        if not node.items:
            faults.add(node, f"{self.what} is an empty list: fill it or take the key out")
            return None
        read = self.shape.read
        return tuple([None if item is None else read(item, faults) for item in node.items])

    def schema(self) -> Schema:
        """The shape as JSON Schema."""
        item = self.shape.schema()
        return {"anyOf": [item, {"type": "array", "items": item, "minItems": 1}]}


@dataclass(frozen=True, slots=True)
class ByLocale:
    """A mapping from language tags to values of one shape."""

    what: str
    shape: Shape

    def read(self, node: Node, faults: FileFaults) -> dict[str, Any] | None:
        """The values by locale."""
        if type(node) is not Pairs:
            faults.add(node, f"{self.what} must be a mapping of language tags, as in `uk: …`, not {_found(node)}")
            return None
        values = {}
        for tag, item in node.items.items():
            fault = _tag_fault(tag)
            if fault:
                faults.add(node.keys[tag], fault, "invalid-locale")
            value = None if item is None else self.shape.read(item, faults)
            if value is not None and not fault:
                values[tag] = value
        if not node.items:
            faults.add(node, f"{self.what} is an empty mapping: fill it or take the key out")
        return values

    def schema(self) -> Schema:
        """The shape as JSON Schema."""
        return {
            "type": "object",
            "propertyNames": {"pattern": _TAG_PATTERN},
            "additionalProperties": self.shape.schema(),
            "minProperties": 1,
        }


def _tag_fault(tag: str) -> str | None:
    try:
        locale = parse_locale(tag)
    except ValueError as error:
        return str(error)
    return None if locale == tag else f"the language tag `{tag}` is written `{locale}`"


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record: the shape of its value and what editors tell about it."""

    shape: Shape
    description: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys. Where `short` names a key, its value may stand alone for the record."""

    what: str
    keys: Mapping[str, Key]
    short: str | None = None
    conditions: Sequence[Schema] = field(default=())  # what `checks` holds, for editors
    required: frozenset[str] = field(init=False)
    _readers: Mapping[str, Callable[[Node, FileFaults], Any]] = field(init=False)

    def __post_init__(self) -> None:
        """Note what is asked of every record: which keys are required, and how each is read."""
        object.__setattr__(self, "required", frozenset(name for name, key in self.keys.items() if key.required))
        object.__setattr__(self, "_readers", {name: key.shape.read for name, key in self.keys.items()})

    def read(self, node: Node, faults: FileFaults) -> dict[str, Any] | None:
        """The values of the keys that are there and have no fault."""
        if self.short is not None and type(node) is Scalar:
            value = self.keys[self.short].shape.read(node, faults)
            return None if value is None else {self.short: value}
        if type(node) is not Pairs:
            faults.add(node, f"{self.what} must be a mapping of keys to values, not {_found(node)}")
            return None
        values = {}
        readers = self._readers
        for name, item in node.items.items():
            if (read := readers.get(name)) is None:
                self._add_unknown(name, node, faults)
            elif item is not None and (value := read(item, faults)) is not None:
                values[name] = value
        if not self.required <= node.items.keys():
            self._add_missing(node, faults)
        return values

    def _add_unknown(self, name: str, node: Pairs, faults: FileFaults) -> None:
        message = f"unknown key `{name}` in {self.what}; {advice(name, self.keys)}"
        faults.add(node.keys[name], message)

    def _add_missing(self, node: Pairs, faults: FileFaults) -> None:
        for name in self.keys:
            if name in self.required and name not in node.items:
                faults.add(node, f"{self.what} without `{name}`: add it")

    def schema(self) -> Schema:
        """The shape as JSON Schema."""
        properties = {name: {"description": key.description, **key.shape.schema()} for name, key in self.keys.items()}
        record: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        if self.required:
            record["required"] = [name for name in self.keys if name in self.required]
        if self.conditions:
            record["allOf"] = list(self.conditions)
        return record if self.short is None else {"anyOf": [self.keys[self.short].shape.schema(), record]}
