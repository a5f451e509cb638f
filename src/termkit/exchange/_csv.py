"""Lines of comma-separated values."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

__all__ = ["csv_lines", "guarded"]

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), with the full-width forms, and
# the sign that guards against it.
_FORMULA = "=+-@|%\t\r\n'＝＋－＠"


def csv_lines(rows: Iterable[Sequence[str]], delimiter: str = ",") -> Iterator[str]:
    r"""The rows as RFC 4180 has them, without line ends.

    >>> list(csv_lines([["Kyiv", "Kyjiw, Kiew"], ['Kyiv "in quotes" ', "one\ntwo"]]))
    ['Kyiv,"Kyjiw, Kiew"', '"Kyiv ""in quotes"" ","one\ntwo"']
    """
    buffer = io.StringIO()
    # The writer puts quotes round the characters of the line end that it is told.
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    for row in rows:
        writer.writerow(row)
        yield buffer.getvalue()[:-2]
        buffer.seek(0)
        buffer.truncate()


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; taking one apostrophe off its front gives the cell back.

    >>> guarded("-ism"), guarded("'Abd"), guarded("Kyiv")
    ("'-ism", "''Abd", 'Kyiv')
    """
    return f"'{cell}" if cell[:1] in _FORMULA and cell else cell
