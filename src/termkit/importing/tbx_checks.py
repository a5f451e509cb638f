"""What breaks the structure of ISO 30042 or a picklist of TBX-Basic, element by element."""

from __future__ import annotations

from collections.abc import Iterator

from .xml_tree import Element, category_of, leaves_of

__all__ = ["ENTRIES", "structure_faults", "value_faults"]

ENTRIES = ("conceptEntry", "termEntry")
"""The elements of a concept: of version 3, and of version 2."""

_TYPED = ("termNote", "descrip", "admin", "ref", "xref", "transac", "transacNote", "descripNote", "adminNote")
_WRAPPERS = ("tbxHeader", "martifHeader", "fileDesc", "sourceDesc", "publicationStmt", "text", "body", "back")
_BELOW = {"text": ("front", "body", "back"), "body": ENTRIES}
_PICKLISTS = {
    "partOfSpeech": ("noun", "verb", "adjective", "adverb", "other", "properNoun", "proper noun"),
    "grammaticalGender": ("masculine", "feminine", "neuter", "other", "otherGender"),
    "grammaticalNumber": ("singular", "plural", "dual", "mass", "otherNumber"),
}
_FIXED = {"transac": "transactionType", "transacNote": "responsibility"}

Faults = Iterator[tuple[Element, str]]


def structure_faults(element: Element, parent: str) -> Faults:
    """What is wrong with an element where it stands, in either version."""
    name = element.name
    if parent in _BELOW and name not in _BELOW[parent]:
        yield element, f"<{name}> cannot stand in <{parent}>"
    if name in _WRAPPERS and element.string:
        yield element, f"text in <{name}> must stand in a <p>" if "Desc" in name else f"text in <{name}>"
    if name in _TYPED and not element.module and not element.attributes.get("type"):
        yield element, f"<{name}> has no type"
    if name in ("termSec", "tig") and (not element.children or element.children[0].name != "term"):
        yield element, f"<term> must come first in <{name}>"
    for group, single in (("termSec", "term"), ("tig", "term"), ("descripGrp", "descrip")):
        for second in element.named(single)[1:] if name == group else ():
            yield second, f"a second <{single}> in one <{group}>"
    if name == "termNote" and parent not in ("termSec", "tig", "termGrp", "termNoteGrp"):
        yield element, "<termNote> belongs to a term"


def value_faults(element: Element) -> Faults:
    """What is wrong with the value of an element in version 3; version 2 leaves values to each file's constraints."""
    category = category_of(element)
    fixed = _FIXED.get(element.name)
    if fixed and not element.module and category not in ("", fixed):
        yield element, f"<{element.name}> is of the type `{category}`, not `{fixed}`"
    if category in _PICKLISTS and element.string not in _PICKLISTS[category]:
        yield element, f"`{element.string}` is no {category}: {', '.join(_PICKLISTS[category])}"
    if element.name == "termSec":
        for leaf in leaves_of(element):
            if category_of(leaf) == "definition":
                yield leaf, "a definition belongs to the concept or the language, not to a term"
