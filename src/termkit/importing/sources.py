"""Which reader a file needs."""

from __future__ import annotations

from pathlib import PurePath

from termkit.model import Locale

from .po import read_po_glossary
from .reading import Reading, UnreadableError, locale_in_name
from .tables import read_csv, read_omegat
from .tbx import read_tbx

__all__ = ["FORMATS", "LARGEST", "read_glossary"]

FORMATS = {
    "po": (".po", ".pot"),
    "tbx": (".tbx", ".xml", ".mtf"),
    "csv": (".csv",),
    "omegat": (".utf8", ".tsv", ".tab", ".txt"),
}
"""The suffixes of the files of each format."""

_MEGABYTE = 2**20
LARGEST = 256 * _MEGABYTE
"""The size in bytes of the largest file that is read: TBX, which is read piece by piece."""

_LARGEST_TEXT = 64 * _MEGABYTE  # of the formats that are read as a whole


def read_glossary(
    path: str, data: bytes, source_locale: Locale, locale: Locale | None = None, form: str | None = None
) -> Reading:
    """What a glossary file of a format holds, that of its suffix where none is given.

    `locale` is that of the translations where the file does not tell it. Raises `UnreadableError` for a file that
    cannot be used at all.
    """
    suffix = PurePath(path).suffix.lower()
    form = form or next((name for name, suffixes in FORMATS.items() if suffix in suffixes), None)
    if form is None:
        known = ", ".join(suffix for suffixes in FORMATS.values() for suffix in suffixes)
        raise UnreadableError(path, 1, f"of which format? Its name ends in none of {known}: use --format")
    largest = LARGEST if form == "tbx" else _LARGEST_TEXT
    if len(data) > largest:
        raise UnreadableError(path, 1, f"larger than {largest // _MEGABYTE} MB: import it in parts")
    if form == "tbx":
        return read_tbx(path, data)
    read = {"po": read_po_glossary, "csv": read_csv, "omegat": read_omegat}[form]
    # The header of a PO file goes before its name.
    return read(path, data, source_locale, locale if form == "po" else locale or locale_in_name(path))
