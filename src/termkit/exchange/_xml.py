"""XML written piece by piece, so that a large termbase is never whole in memory."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

__all__ = ["XmlLines"]


class XmlLines:
    """Collects the lines of an XML document; what has been collected is taken away with `take`.

    >>> xml = XmlLines()
    >>> with xml.element("langSet", {"xml:lang": "uk"}):
    ...     xml.leaf("term", "<Київ>")
    >>> print(xml.take())
    <?xml version="1.0" encoding="utf-8"?>
    <langSet xml:lang="uk">
      <term>&lt;Київ&gt;</term>
    </langSet>
    """

    def __init__(self) -> None:
        self._buffer = io.StringIO()
        self._xml = XMLGenerator(self._buffer, "utf-8", short_empty_elements=True)
        self._xml.startDocument()
        self._depth = 0

    @contextmanager
    def element(self, name: str, attributes: Mapping[str, str] | None = None) -> Iterator[None]:
        """An element with others in it."""
        self._indent()
        self._xml.startElement(name, AttributesImpl(dict(attributes or {})))
        self._xml.ignorableWhitespace("\n")
        self._depth += 1
        yield
        self._depth -= 1
        self._indent()
        self._xml.endElement(name)
        self._xml.ignorableWhitespace("\n")

    def leaf(self, name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> None:
        """An element with text in it, or with nothing."""
        self._indent()
        self._xml.startElement(name, AttributesImpl(dict(attributes or {})))
        if text:
            self._xml.characters(text)
        self._xml.endElement(name)
        self._xml.ignorableWhitespace("\n")

    def take(self) -> str:
        """What has been written since it was last taken, without the last line end."""
        text = self._buffer.getvalue()
        self._buffer.seek(0)
        self._buffer.truncate()
        return text.removesuffix("\n")

    def _indent(self) -> None:
        self._xml.ignorableWhitespace("  " * self._depth)
