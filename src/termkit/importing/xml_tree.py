"""XML from anywhere, read without harm: no entity is expanded, nothing outside the file is opened, all is bounded."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat  # the handlers below refuse what defusedxml refuses

from .reading import UnreadableError

__all__ = ["Element", "category_of", "leaves_of", "read_elements"]

_DEPTH = 64
_TEXT = 100_000
_IN_ENTRY = 100_000
_ELEMENTS = 4_000_000
_CHUNK, _TAG = 2**18, 1_000_000  # bytes
_XML_LANG = "http://www.w3.org/XML/1998/namespace lang"
# Written into many TBX files, never opened; any other name is a reason for distrust.
_STANDARD_DTD = re.compile(
    r"(?:https?://[\w.-]+/)?(?:[\w. -]{1,100}[/\\]){0,20}[\w.-]{0,100}(?:tbx|martif)[\w.-]{0,100}\.dtd",
    re.IGNORECASE | re.ASCII,
)
# What has elements for its parts; in any other, mark-up is a part of the text.
_STRUCTURE = frozenset(
    (
        *("martif", "martifHeader", "tbx", "tbxHeader", "text", "body", "back"),
        *("conceptEntry", "termEntry", "langSet", "langSec", "tig", "ntig", "termSec", "termCompList"),
        *("refObjectSec", "refObjectList", "refObject"),
    )
)
_CORE = ("", "urn:iso:std:iso:30042:ed-2", "urn:iso:std:iso:30042:ed:3.0")  # any other namespace is a module's
# Bytes of Windows that somebody took for Latin-1: quotes and dashes, which XML allows as controls.
_CONTROLS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_CONTROL = re.compile("[\x7f-\x9f]")
_ADVICE = {
    expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]: "is it in another encoding than its first line says?",
    expat.errors.codes[expat.errors.XML_ERROR_INCORRECT_ENCODING]: "its first line names another encoding: correct it",
    expat.errors.codes[expat.errors.XML_ERROR_MISPLACED_XML_PI]: "take out what stands before <?xml",
}


@dataclass(slots=True)
class Element:
    """An element: its name without the namespace, whether it is one of a data-category module, and where it begins."""

    name: str
    line: int
    attributes: dict[str, str]
    module: bool = False
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def named(self, *names: str) -> list[Element]:
        """The children with one of some names."""
        return [child for child in self.children if child.name in names]

    @property
    def string(self) -> str:
        """The text in single spaces, that of elements inside included."""
        return " ".join(self.text.split())


def leaves_of(element: Element, skip: Container[str] = ()) -> Iterator[Element]:
    """The elements below that say something, those of groups included, without some elements and what is in them.

    What was done, by whom and when, stays together in its group.
    """
    for child in element.children:
        if child.name in skip:
            continue
        if (child.name.endswith("Grp") and child.name != "transacGrp") or child.name == "ntig":
            yield from leaves_of(child, skip)
        else:
            yield child


def category_of(element: Element) -> str:
    """The data category: the type of the element, or its name where categories are tags."""
    return element.name if element.module else element.attributes.get("type", "")


Visit = Callable[[Element, list[Element]], None]


def read_elements(path: str, data: bytes, kept: frozenset[str], visit: Visit) -> None:
    """Calls `visit` with each element at its end and its ancestors; those in `kept` come with all that is in them.

    Raises `UnreadableError` for what is no XML and for what is made to do harm.
    """
    _Reader(path, kept, visit).read(data)


class _Reader:
    def __init__(self, path: str, kept: frozenset[str], visit: Visit) -> None:
        self._path, self._kept, self._visit = path, kept, visit
        self._stack: list[Element] = []
        self._inside = 0  # how many of the open elements are to be kept
        self._count = self._in_entry = 0
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped

    def read(self, data: bytes) -> None:
        try:
            for start in range(0, len(data), _CHUNK):
                self._parser.Parse(data[start : start + _CHUNK], False)  # noqa: FBT003  its only form
                # The parser keeps a tag or comment that has not ended yet, however long it grows.
                if start - self._parser.CurrentByteIndex > _TAG:
                    raise self._refused("a tag or comment of more than a million bytes: no glossary has one")
            self._parser.Parse(b"", True)  # noqa: FBT003
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            inside = f", in <{self._stack[-1].name}> of line {self._stack[-1].line}" if self._stack else ""
            advice = f"; {_ADVICE[error.code]}" if error.code in _ADVICE else ""
            raise UnreadableError(self._path, error.lineno, f"not well-formed XML: {reason}{inside}{advice}") from error
        except (LookupError, ValueError) as error:  # an encoding that Python does not know, or of several bytes
            raise self._refused(f"the encoding can't be read ({error}): save the file as UTF-8") from error

    def _refused(self, message: str) -> UnreadableError:
        return UnreadableError(self._path, self._parser.CurrentLineNumber, message)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._stack) >= _DEPTH:
            raise self._refused(f"elements more than {_DEPTH} deep in one another: no glossary is")
        namespace, _, local = name.rpartition(" ")
        root = self._stack[0] if self._stack else None
        if _XML_LANG in attributes:
            attributes["xml:lang"] = attributes.pop(_XML_LANG)
        module = namespace not in _CORE and root is not None and root.name == "tbx"
        self._count += 1
        self._in_entry = self._in_entry + 1 if self._inside else 0
        if self._in_entry > _IN_ENTRY or self._count > _ELEMENTS:
            where = "one entry" if self._in_entry > _IN_ENTRY else "the file"
            raise self._refused(f"too many elements in {where}: import it in parts")
        self._stack.append(Element(local, self._parser.CurrentLineNumber, attributes, module))
        self._inside += local in self._kept

    def _end(self, _: str) -> None:
        element = self._stack.pop()
        if self._stack and self._inside and element.name not in self._kept:
            parent = self._stack[-1]
            parent.children.append(element)
            if parent.name not in _STRUCTURE and not parent.name.endswith("Grp"):  # mark-up inside a text
                parent.text += f" {element.text} " if element.name in ("p", "br", "item") else element.text
        self._inside -= element.name in self._kept
        self._visit(element, self._stack)

    def _characters(self, text: str) -> None:
        if self._stack:
            if _CONTROL.search(text):
                text = text.translate(_CONTROLS)
            if self._inside or not text.isspace():
                self._stack[-1].text += text
            if len(self._stack[-1].text) > _TEXT:
                raise self._refused(f"a text of more than {_TEXT:,} characters: no glossary has one")

    def _doctype(self, _: str, system: str | None, *__: object) -> None:
        if system is not None and not _STANDARD_DTD.fullmatch(system):
            raise self._refused(f"the document type points to `{system[:80]}`: take the line <!DOCTYPE …> out")

    def _entity(self, name: str, *_: object) -> None:
        raise self._refused(f"declares the entity `{name[:80]}`: entities are refused, write the text itself")

    def _skipped(self, name: str, _: object) -> None:
        raise self._refused(f"the entity &{name[:80]}; is declared nowhere: write the character itself")
