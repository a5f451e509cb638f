"""Text of checked files made safe to print: nothing of it may command a terminal or stop an encoder."""

from __future__ import annotations

import re
import unicodedata

_REPLACEMENT = "\ufffd"
# Control characters, the marks that turn the direction of what follows (CVE-2021-42574), line separators
# that are none in a report, and lone surrogates, which UTF-8 can't hold.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_CONTROL_PICTURES = 0x2400


def plain(string: str) -> str:
    r"""The string with every unsafe character replaced by one that can be seen; its length stays.

    >>> plain("a\tb\nc\x1b[31m")
    'a b␊c␛[31m'
    """
    return _UNSAFE.sub(lambda match: _visible(match[0]), string)


def _visible(character: str) -> str:
    if character == "\t":
        return " "
    return chr(_CONTROL_PICTURES + ord(character)) if character < " " else _REPLACEMENT


def width(string: str) -> int:
    r"""The columns that a plain string takes on a terminal.

    >>> width("мир"), width("平和"), width("e\u0301")
    (3, 4, 1)
    """
    return sum(map(_columns, string))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Me", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"F", "W"} else 1
