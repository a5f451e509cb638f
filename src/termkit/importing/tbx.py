"""TBX v2 (`martif`) and v3 (`tbx`, data categories as attributes or as tags).

What breaks the structure is a fault with its line; what can be read beside it is read. What the termbase has no field
for becomes a line of a note or of a source, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from termkit.exchange.categories import TERM_TYPES
from termkit.folding import fold_string
from termkit.model import AdministrativeStatus, Locale
from termkit.tags import nearest_locale, parse_locale

from .facts import Facts, parse_value, read_facts
from .reading import ReadEntry, Reading, UnreadableError, rank, spelt
from .tbx_checks import ENTRIES, structure_faults, value_faults
from .xml_tree import Element, category_of, leaves_of, read_elements

__all__ = ["read_tbx"]

_SECTIONS = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_MOST_FAULTS = 10_000
_MOST_ENTRIES = 200_000
_TOO_MANY = f"more than {_MOST_ENTRIES:,} entries: import the file in parts"
_OURS = "Written by termkit"
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_POINTER = re.compile(r"<([^<>\s]+)>")
_NO_WORD = re.compile(r"[\W_]+")
# Data categories by their names in small letters without spaces: MultiTerm's users write "Part of Speech".
_CATEGORIES = {
    **dict.fromkeys(
        ("administrativestatus", "usagestatus", "normativeauthorization", "status", "termstatus"), "status"
    ),
    **dict.fromkeys(("termtype", "type"), "type"),
    **dict.fromkeys(("grammaticalgender", "gender"), "gender"),
    **dict.fromkeys(("grammaticalnumber", "number"), "number"),
}
_VALUES: dict[str, dict[str, str]] = {
    # "preferredTerm-admn-sts" of the standard, "Preferred" of MultiTerm, "forbidden" of Weblate
    "status": {
        **{status.value: status.value for status in AdministrativeStatus},
        **{f"{status}termadmnsts": status.value for status in AdministrativeStatus},
        **{f"{status}term": status.value for status in AdministrativeStatus},
        **dict.fromkeys(("obsolete", "notrecommended"), "deprecated"),
        **dict.fromkeys(("donotuse", "prohibited"), "forbidden"),
    },
    # By the word's own name where several types share it: surnames are written as "shortForm" too.
    "type": {word.lower(): _CAMEL.sub("-", word).lower() for word in TERM_TYPES.values()},
    "gender": {name: word for word in ("masculine", "feminine", "neuter") for name in (word, word[0])},
    "number": {"singular": "singular", "plural": "plural"},
}
_RELATIONS = {
    "crossreference": "see-also",
    "relatedconcept": "see-also",
    "superordinateconceptgeneric": "broader",
    "superordinateconceptpartitive": "broader",
    "subordinateconceptgeneric": "narrower",
    "subordinateconceptpartitive": "narrower",
}


def read_tbx(path: str, data: bytes) -> Reading:
    """What a TBX file holds; `UnreadableError` where it is no sound XML, hostile, or no TBX."""
    reader = _Reader(path)
    read_elements(path, data, frozenset((*ENTRIES, "refObject")), reader.visit)
    if reader.root not in ("tbx", "martif"):
        raise UnreadableError(path, 1, f"no TBX: the outermost element is <{reader.root}>, not <tbx> or <martif>")
    reader.tell()
    return reader.reading


class _Reader:
    def __init__(self, path: str) -> None:
        self.reading = Reading(path)
        self.root = ""
        self._faults = 0
        self._objects: dict[str, str] = {}  # of the back matter, by id: people and books that entries point to
        self._tags: Counter[tuple[str, Locale]] = Counter()  # those that CLDR does not have, and what they were read as

    def tell(self) -> None:
        """Note what holds for the whole file."""
        if self._faults > _MOST_FAULTS:
            self.reading.fault(1, f"{self._faults - _MOST_FAULTS:,} further faults are not shown")
        for (tag, locale), count in self._tags.items():
            self.reading.notes.append(f"the language tag `{tag}` ({count:,} times) was read as `{locale}`")
        left = dict(self._objects)
        for entry in self.reading.entries if left else ():
            entry.values = _resolved(entry.values, self._objects, left)
            entry.terms = _resolved(entry.terms, self._objects, left)
        for name, text in left.items():
            self.reading.notes.append(f"no entry points to `{name}` of the back matter, “{text}”: left out")

    def visit(self, element: Element, ancestors: list[Element]) -> None:
        """Look at an element once it is closed."""
        parent = ancestors[-1].name if ancestors else ""
        root = (*ancestors, element)[0]
        if not ancestors:
            self.root = element.name
        if element.name == "p" and parent == "sourceDesc":
            self.reading.agreed = self.reading.agreed or element.string.startswith(_OURS)
        if element.name == "refObject":
            items = (f"{_label(item)}: {item.string}" for item in element.children if item.string)
            self._objects[element.attributes.get("id", "")] = ", ".join(items)
        for place, message in structure_faults(element, parent):
            self._fault(place, message)
        for place, message in value_faults(element) if _is_v3(root) else ():
            self._fault(place, message)
        if element.name in ENTRIES and parent == "body":
            if len(self.reading.entries) == _MOST_ENTRIES:
                raise UnreadableError(self.reading.path, element.line, _TOO_MANY)
            self._entry(element, root)

    def _fault(self, element: Element, message: str) -> None:
        self._faults += 1
        if self._faults <= _MOST_FAULTS:
            self.reading.fault(element.line, message)

    def _entry(self, element: Element, root: Element) -> None:
        identifier = element.attributes.get("id")
        if _is_v3(root) and not identifier:
            self._fault(element, "<conceptEntry> has no id")
        entry = ReadEntry(element.line, identifier, names_id=self.reading.agreed)
        if self.reading.agreed and identifier:
            entry.id = re.sub(r"\.\d+$", "", identifier)  # further renderings of one concept, as tbx-v2 has them
        self._about(entry, element, _locale_of(root, "en"))
        for section in element.named(*_SECTIONS):
            self._section(entry, section, root)
        if not entry.terms:
            self._fault(element, "an entry without terms was left out")
            return
        if identifier and not self.reading.agreed:
            _add_items(entry, "source", [f"{PurePath(self.reading.path).name}, entry {identifier}"])
        self.reading.entries.append(entry)

    def _section(self, entry: ReadEntry, section: Element, root: Element) -> None:
        locale = self._locale(section)
        if locale is None:
            return
        facts = self._about(entry, section, locale, has_facts=not _is_v3(root))
        for term in section.named(*_TERMS):
            self._term(entry, term, locale, facts.term)
        for source in entry.terms.get(Locale(_locale_of(root, "en")), ())[-1:]:
            source.update(facts.source)

    def _locale(self, section: Element) -> Locale | None:
        tag = section.attributes.get("xml:lang") or section.attributes.get("lang", "")
        try:
            return parse_locale(tag)
        except ValueError as error:
            locale = nearest_locale(tag) if tag else None
            if locale is None:
                terms = ", ".join(f"“{leaf.string}”" for term in section.named(*_TERMS) for leaf in _terms_in(term))
                reason = str(error) if tag else "no xml:lang"
                self._fault(section, f"<{section.name}> with {terms or 'no term'} left out: {reason}")
            else:
                self._tags[tag, locale] += 1
            return locale

    # What is said of the concept

    def _about(self, entry: ReadEntry, level: Element, tag: str, *, has_facts: bool = True) -> Facts:
        """Take over what is said of the concept, at its own level or that of a language; the facts of its terms."""
        facts = Facts()
        for leaf in leaves_of(level, skip=(*_SECTIONS, *_TERMS)):
            is_ours = leaf.name == "note" and self.reading.agreed and has_facts and "xml:lang" not in leaf.attributes
            if is_ours:
                facts = _note(entry, leaf, _locale_of(leaf, tag))
            elif not self._field(entry, leaf, _locale_of(leaf, tag)) and (text := self._text(leaf)):
                label = "" if leaf.name == "note" else f"{_label(leaf)}: "
                entry.add_text("note_translators", _locale_of(leaf, tag), f"{label}{text}")
        return facts

    def _field(self, entry: ReadEntry, leaf: Element, locale: str) -> bool:
        """Take over what the termbase has a field for; whether it has one."""
        category = _key(category_of(leaf))
        if category == "definition":
            entry.add_text("definition", locale, self._text(leaf))
        elif category == "subjectfield" and parse_value("kind", leaf.string):
            entry.values["kind"] = leaf.string
        elif category == "source" and leaf.string:
            _add_items(entry, "source", parse_value("source", leaf.text) if self.reading.agreed else [leaf.string])
        elif category in _RELATIONS and not _address(leaf).startswith("http") and _address(leaf):
            kind = leaf.string if self.reading.agreed else _RELATIONS[category]
            text = "" if self.reading.agreed else leaf.string
            _add_items(entry, "related", [{"type": kind, "target": _address(leaf), "text": text}])
        elif leaf.name in ("transacGrp", "transac", "date"):
            self._transaction(entry, leaf)
        else:
            return False
        return True

    def _transaction(self, entry: ReadEntry, element: Element) -> None:
        """The day of the last change; what was done before, and by whom, tells where an entry comes from."""
        day, text = _transaction(element)
        if day:
            entry.values["updated"] = max(day, entry.values.get("updated", ""))
        if text != day and not self.reading.agreed:
            _add_items(entry, "source", [text])

    def _text(self, leaf: Element) -> str:
        """The text of an element and what it points to; ours has its own line ends."""
        if self.reading.agreed:
            return leaf.text
        parts = [child.string for child in leaf.children] if leaf.name == "termCompList" else [leaf.string]
        return " ".join(filter(None, (" | ".join(parts), f"<{_address(leaf)}>" if _address(leaf) else "")))

    # What is said of a term

    def _term(self, entry: ReadEntry, element: Element, locale: Locale, told: dict[str, Any]) -> None:
        found = list(_terms_in(element))
        if not found:
            self._fault(element, f"a <{element.name}> without a term was left out")
            return
        values: dict[str, Any] = dict(told)
        notes: list[str] = []
        for leaf in leaves_of(element):
            if leaf.name != "term":
                self._of_term(entry, values, notes, leaf, locale)
        self._add(entry, found[0], locale, values, notes)
        for second in found[1:]:
            self._add(entry, second, locale, {"status": "admitted"}, [])

    def _add(
        self, entry: ReadEntry, element: Element, locale: Locale, values: dict[str, Any], notes: list[str]
    ) -> None:
        """Add a term, or what is new of it; what the termbase would refuse is told."""
        spelling = self._spelling(element, locale)
        if spelling is None:
            return
        others = entry.terms.get(locale, [])
        # Another apostrophe or hyphen makes no other term.
        known = next((t["term"] for t in others if fold_string(t["term"]) == fold_string(spelling)), None)
        if notes:
            values["note"] = "\n".join(dict.fromkeys(notes))
        if not known and not self.reading.agreed:
            rank(values, others)
        entry.add_term(locale, {"term": known or spelling, **values})

    def _spelling(self, element: Element, locale: Locale) -> str | None:
        """A term as the termbase would have it; None where it would refuse it."""
        spelling, told = spelt(element.string, locale)
        if told:
            self._fault(element, told)
        return spelling

    def _of_term(
        self, entry: ReadEntry, values: dict[str, Any], notes: list[str], leaf: Element, locale: Locale
    ) -> None:
        category, text = category_of(leaf), self._text(leaf)
        field = _CATEGORIES.get(_key(category), "")
        value = _VALUES.get(field, {}).get(_key(leaf.string))
        if value is not None:
            values.setdefault(field, value)
        elif category == "transferComment" and self.reading.agreed:
            values["transliteration"] = parse_value("terms.transliteration", leaf.string)
        elif category == "definition":
            entry.add_text("definition", locale, leaf.string)
        elif leaf.name == "note":
            facts = read_facts(leaf.text.split("\n"), ours=True) if self.reading.agreed else None
            values.update(facts.term if facts else {})
            notes.extend(facts.rest if facts else [text])
        elif leaf.name in ("transacGrp", "transac", "date"):
            notes.append(_transaction(leaf)[1])
        elif text and not (category == "partOfSpeech" and self.reading.agreed):
            notes.append(f"{_label(leaf)}: {text}")


def _terms_in(element: Element) -> Iterator[Element]:
    return (leaf for leaf in leaves_of(element) if leaf.name == "term" and leaf.string)


def _is_v3(root: Element) -> bool:
    return root.name == "tbx"


def _transaction(element: Element) -> tuple[str, str]:
    """The day of a transaction, as far as it is one of the calendar, and all that is told of it."""
    day, words = "", []
    for leaf in element.children or [element]:
        if leaf.name == "date" and (found := parse_value("updated", leaf.string[:10])):
            day = found
            words.append(day)
        elif leaf.string:
            is_plain = leaf.name in ("transac", "date", "note")
            pointer = f" <{_address(leaf)}>" if _address(leaf) else ""
            words.append(leaf.string if is_plain else f"{_label(leaf)}: {leaf.string}{pointer}")
    return day, ", ".join(words)


def _resolved(value: Any, objects: Mapping[str, str], left: dict[str, str]) -> Any:
    """A value with what pointers stand for; those that it has are taken out of `left`."""
    if isinstance(value, dict):
        return {key: _resolved(item, objects, left) for key, item in value.items()}
    if isinstance(value, list):
        return [_resolved(item, objects, left) for item in value]
    if not isinstance(value, str) or "<" not in value:
        return value
    for name in set(_POINTER.findall(value)) & objects.keys():
        left.pop(name, None)
        value = value.replace(f"<{name}>", f"<{objects[name]}>")
    return value


def _address(leaf: Element) -> str:
    return leaf.attributes.get("target", "")


def _locale_of(leaf: Element, tag: str) -> str:
    try:
        return parse_locale(leaf.attributes.get("xml:lang", tag))
    except ValueError:
        return tag


def _key(name: str) -> str:
    """A name of a category or value as it is looked up.

    >>> _key("Part of Speech"), _key("deprecatedTerm-admn-sts")
    ('partofspeech', 'deprecatedtermadmnsts')
    """
    return _NO_WORD.sub("", name).lower()


def _label(leaf: Element) -> str:
    """The name of a data category in words."""
    return _CAMEL.sub(" ", category_of(leaf) or leaf.name).lower()


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
