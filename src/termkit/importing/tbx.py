"""TBX v2 (`martif`) and v3 (`tbx`, data categories as attributes or as tags).

What breaks the structure of ISO 30042 or a picklist of TBX-Basic is a fault with its line; what can be read beside it
is read. What the termbase has no field for becomes a line of a note, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from termkit.exchange.categories import STATUSES, TERM_TYPES
from termkit.model import AdministrativeStatus, Locale
from termkit.tags import parse_locale

from .facts import Facts, parse_value, read_facts
from .reading import ReadEntry, Reading, UnreadableError
from .xml_tree import Element, read_elements

__all__ = ["read_tbx"]

_ENTRIES = ("conceptEntry", "termEntry")
_SECTIONS = ("langSec", "langSet")
_TYPED = ("termNote", "descrip", "admin", "ref", "xref", "transac", "transacNote", "descripNote", "adminNote")
_WRAPPERS = ("tbxHeader", "martifHeader", "fileDesc", "sourceDesc", "publicationStmt", "text", "body", "back")
_BELOW = {"text": ("front", "body", "back"), "body": _ENTRIES}
_MOST_FAULTS = 10_000
_OURS = "Written by termkit"
_STATUS_WORDS = {
    **{word: status for status, word in STATUSES.items() if status is not AdministrativeStatus.FORBIDDEN},
    **{status.value: status for status in AdministrativeStatus},  # usageStatus of 2025, Weblate's "forbidden"
    "obsolete": AdministrativeStatus.DEPRECATED,
}
_PICKLISTS = {
    "partOfSpeech": ("noun", "verb", "adjective", "adverb", "other", "properNoun", "proper noun"),
    "grammaticalGender": ("masculine", "feminine", "neuter", "other", "otherGender"),
    "grammaticalNumber": ("singular", "plural", "dual", "mass", "otherNumber"),
}
_FIXED = {"transac": "transactionType", "transacNote": "responsibility"}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# By the word's own name where several types share it: "shortForm" is short-form, although surnames are written so too.
_TYPE_WORDS = {word: _CAMEL.sub("-", word).lower() for word in TERM_TYPES.values()}


def read_tbx(path: str, data: bytes) -> Reading:
    """What a TBX file holds; `UnreadableError` where it is no sound XML, hostile, or no TBX."""
    reader = _Reader(path)
    read_elements(path, data, frozenset(_ENTRIES), reader.visit)
    if reader.root not in ("tbx", "martif"):
        raise UnreadableError(path, 1, f"no TBX: the outermost element is <{reader.root}>, not <tbx> or <martif>")
    if reader.faults > _MOST_FAULTS:
        reader.reading.fault(1, f"{reader.faults - _MOST_FAULTS:,} further faults are not shown")
    if listed := ", ".join(f"{name} ({count})" for name, count in reader.dropped.items() if count):
        reader.reading.fault(1, f"not taken over, the termbase has no place for it: {listed}")
    return reader.reading


class _Reader:
    def __init__(self, path: str) -> None:
        self.reading = Reading(path)
        self.root = ""
        self.faults = 0
        self.dropped: Counter[str] = Counter()

    def visit(self, element: Element, ancestors: list[Element]) -> None:
        """Look at an element once it is closed."""
        parent = ancestors[-1].name if ancestors else ""
        if not ancestors:
            self.root = element.name
        if element.name == "p" and parent == "sourceDesc":
            self.reading.agreed = self.reading.agreed or element.string.startswith(_OURS)
        self._check(element, parent)
        if self._is_v3((*ancestors, element)[0]):  # version 2 leaves the values to each file's own constraints
            self._check_values(element, element.name)
        if element.name in _ENTRIES and parent == "body":
            self._entry(element, ancestors[0])

    # What is wrong

    def _check(self, element: Element, parent: str) -> None:
        name = element.name
        if parent in _BELOW and name not in _BELOW[parent]:
            self._fault(element, f"<{name}> cannot stand in <{parent}>")
        if name in _WRAPPERS and element.string:
            self._fault(element, f"text in <{name}> must stand in a <p>" if "Desc" in name else f"text in <{name}>")
        if name in _TYPED and not element.module and not element.attributes.get("type"):
            self._fault(element, f"<{name}> has no type")
        if name in ("termSec", "tig") and (not element.children or element.children[0].name != "term"):
            self._fault(element, f"<term> must come first in <{name}>")
        for group, single in (("termSec", "term"), ("tig", "term"), ("descripGrp", "descrip")):
            for second in element.named(single)[1:] if name == group else ():
                self._fault(second, f"a second <{single}> in one <{group}>")
        if name == "termNote" and parent not in ("termSec", "tig", "termGrp", "termNoteGrp"):
            self._fault(element, "<termNote> belongs to a term")

    def _check_values(self, element: Element, name: str) -> None:
        category = _category(element)
        if name in _FIXED and not element.module and category not in ("", _FIXED[name]):
            self._fault(element, f"<{name}> is of the type `{category}`, not `{_FIXED[name]}`")
        if category in _PICKLISTS and element.string not in _PICKLISTS[category]:
            self._fault(element, f"`{element.string}` is no {category}: {', '.join(_PICKLISTS[category])}")
        if name in ("termSec", "tig", "ntig"):
            for definition in _leaves(element):
                if _category(definition) == "definition":
                    self._fault(definition, "a definition belongs to the concept or the language, not to a term")

    def _fault(self, element: Element, message: str) -> None:
        self.faults += 1
        if self.faults <= _MOST_FAULTS:
            self.reading.fault(element.line, message)

    # What is there

    def _entry(self, element: Element, root: Element) -> None:
        identifier = element.attributes.get("id")
        if self._is_v3(root) and not identifier:
            self._fault(element, "<conceptEntry> has no id")
        entry = ReadEntry(element.line, identifier, names_id=self.reading.agreed)
        if self.reading.agreed and identifier:
            entry.id = re.sub(r"\.\d+$", "", identifier)  # further renderings of one concept, as tbx-v2 has them
        tag = _locale_of(root, "en")
        self._about(entry, element, tag)
        for section in element.named(*_SECTIONS):
            self._section(entry, section, root)
        if entry.terms:
            self.reading.entries.append(entry)
        else:
            self._fault(element, "an entry without terms was left out")

    @staticmethod
    def _is_v3(root: Element) -> bool:
        return root.name == "tbx"

    def _section(self, entry: ReadEntry, section: Element, root: Element) -> None:
        tag = section.attributes.get("xml:lang") or section.attributes.get("lang", "")
        try:
            locale = parse_locale(tag)
        except ValueError as error:
            self._fault(section, f"<{section.name}> left out: {error}" if tag else f"<{section.name}> has no xml:lang")
            return
        facts = self._about(entry, section, locale, has_facts=not self._is_v3(root))
        for number, term in enumerate(section.named("termSec", "tig", "ntig")):
            self._term(entry, term, locale, facts.term, is_first=number == 0)
        for source in entry.terms.get(Locale(_locale_of(root, "en")), ())[-1:]:
            source.update(facts.source)

    def _about(self, entry: ReadEntry, level: Element, tag: str, *, has_facts: bool = True) -> Facts:
        """Take over what is said of the concept, at its own level or that of a language; the facts of its terms."""
        facts = Facts()
        for leaf in _leaves(level, skip=(*_SECTIONS, "termSec", "tig", "ntig")):
            category, locale = _category(leaf), _locale_of(leaf, tag)
            if category == "definition":
                entry.add_text("definition", locale, leaf.string)
            elif category == "subjectField" and parse_value("kind", leaf.string):
                entry.values["kind"] = leaf.string
            elif category == "source":
                _add_items(entry, "source", parse_value("source", leaf.string))
            elif category == "crossReference" and self.reading.agreed:
                _add_items(entry, "related", [{"type": leaf.string, "target": leaf.attributes.get("target", "")}])
            elif leaf.name == "date":
                entry.values["updated"] = max(leaf.string[:10], entry.values.get("updated", ""))
            elif leaf.name == "transac" or category == "responsibility":
                self.dropped[category] += category != "transactionType"
            elif leaf.name == "note" and self.reading.agreed and has_facts and "xml:lang" not in leaf.attributes:
                facts = _note(entry, leaf, locale)
            elif leaf.string:
                label = "" if leaf.name == "note" else f"{_label(category)}: "
                entry.add_text("note_translators", locale, f"{label}{self._text(leaf)}")
        return facts

    def _text(self, leaf: Element) -> str:
        """The text of an element; ours has its own line ends."""
        if self.reading.agreed:
            return leaf.text
        target = leaf.attributes.get("target", "")
        return f"{leaf.string} <{target}>" if target.startswith("http") else leaf.string

    def _term(
        self, entry: ReadEntry, element: Element, locale: Locale, told: dict[str, Any], *, is_first: bool
    ) -> None:
        found = [leaf for leaf in _leaves(element) if leaf.name == "term" and leaf.string]
        if not found:
            self._fault(element, f"a <{element.name}> without a term was left out")
            return
        values: dict[str, Any] = {"term": found[0].string, **told}
        notes: list[str] = []
        for leaf in _leaves(element):
            if leaf.name != "term":
                self._of_term(entry, values, notes, leaf, locale)
        if notes:
            values["note"] = "\n".join(dict.fromkeys(notes))
        if "status" not in values and not is_first and not self.reading.agreed:
            values["status"] = "admitted"  # the standard has no default; the first is the one that most tools show
        entry.add_term(locale, values)
        for second in found[1:]:
            entry.add_term(locale, {"term": second.string, "status": "admitted"})

    def _of_term(
        self, entry: ReadEntry, values: dict[str, Any], notes: list[str], leaf: Element, locale: Locale
    ) -> None:
        category, value = _category(leaf), leaf.string
        if category in ("administrativeStatus", "usageStatus", "normativeAuthorization") and value in _STATUS_WORDS:
            values.setdefault("status", str(_STATUS_WORDS[value]))
        elif category == "termType" and value in _TYPE_WORDS:
            values.setdefault("type", _TYPE_WORDS[value])
        elif category == "grammaticalGender" and parse_value("terms.gender", value):
            values["gender"] = value
        elif category == "grammaticalNumber" and parse_value("terms.number", value):
            values["number"] = value
        elif category == "transferComment" and self.reading.agreed:
            values["transliteration"] = parse_value("terms.transliteration", value)
        elif category == "definition":
            entry.add_text("definition", locale, value)
        elif leaf.name == "note":
            facts = read_facts(leaf.text.split("\n"), ours=True) if self.reading.agreed else None
            values.update(facts.term if facts else {})
            notes.extend(facts.rest if facts else [value])
        elif leaf.name in ("transac", "date") or category == "responsibility":
            self.dropped[f"{category or leaf.name} of a term"] += 1
        elif value and not (category == "partOfSpeech" and self.reading.agreed):
            notes.append(f"{_label(category)}: {self._text(leaf)}")


def _leaves(element: Element, skip: Iterable[str] = ()) -> Iterable[Element]:
    """The elements below that hold a text, those of groups included, without some elements and what is in them."""
    for child in element.children:
        if child.name in skip:
            continue
        if child.name.endswith("Grp") or child.name == "ntig":
            yield from _leaves(child, skip)
        else:
            yield child


def _category(element: Element) -> str:
    """The data category: the type of the element, or its name where categories are tags."""
    return element.name if element.module else element.attributes.get("type", "")


def _locale_of(leaf: Element, tag: str) -> str:
    try:
        return parse_locale(leaf.attributes.get("xml:lang", tag))
    except ValueError:
        return parse_locale("en")


def _label(category: str) -> str:
    """The name of a data category in words.

    >>> _label("subjectField")
    'subject field'
    """
    return _CAMEL.sub(" ", category).lower() or "note"


def _add_items(entry: ReadEntry, key: str, items: list[Any]) -> None:
    known = entry.values.setdefault(key, [])
    known.extend(item for item in items if item not in known)


def _note(entry: ReadEntry, leaf: Element, locale: str) -> Facts:
    """The facts of a note of ours, those of the concept taken over."""
    facts = read_facts(leaf.text.split("\n"), ours=True)
    for key, value in facts.concept.items():
        if isinstance(value, dict):
            for tag, text in value.items():
                entry.add_text(key, tag, text)
        elif isinstance(value, list):
            _add_items(entry, key, value)
        else:
            entry.values[key] = value
    for line in facts.rest:
        entry.add_text("note_translators", locale, line)
    return facts
