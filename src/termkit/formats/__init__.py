"""Readers: bytes become segments or passages with exact places. No reader raises on what a file holds."""

from .markdown import read_markdown
from .po import is_glossary, po_locales, read_po

__all__ = ["FORMATS", "is_glossary", "po_locales", "read_markdown", "read_po"]

FORMATS = {".po": "po", ".md": "markdown", ".markdown": "markdown"}
"""The suffixes of the files that are read, and the format that each of them means."""
