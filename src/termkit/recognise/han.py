"""How Chinese characters are read."""

from __future__ import annotations

import bisect
import functools
import importlib.resources
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termkit.yaml_data import read_yaml

__all__ = ["is_han", "is_pinyin", "readings"]

_LONGEST = 6  # characters of a name
# What names of other languages that fall into such syllables seldom have.
_CHINESE = re.compile("zh|[qx]|ng|u[io]|iu")


def is_han(word: str) -> bool:
    """Whether a word is written in Chinese characters.

    >>> is_han("菲斯克"), is_han("カキオコ")
    (True, False)
    """
    return "\u4e00" <= word[:1] <= "\u9fff"


def readings(run: str) -> Iterator[tuple[str, str]]:
    """The parts of a run of characters that may be a name, each with how it is read; no sign tells where names begin.

    >>> dict(readings("菲斯克大"))["菲斯克"]
    'feisike'
    """
    syllables = [_syllable(character) for character in run]
    for start, end in itertools.combinations(range(len(run) + 1), 2):
        if end - start <= _LONGEST:
            yield run[start:end], "".join(syllables[start:end])


@functools.lru_cache(maxsize=10_000)
def is_pinyin(word: str) -> bool:
    """Whether a word in small letters is a Chinese name of two syllables or more, and hardly one of another language.

    >>> is_pinyin("guizhou"), is_pinyin("susan"), is_pinyin("kingston")
    (True, False, False)
    """
    return bool(_CHINESE.search(word) and _syllables().fullmatch(word))


@functools.cache
def _syllables() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(sorted(_table().syllables, key=len, reverse=True))}){{2,}}")


class _Table(NamedTuple):
    """The first character of each syllable as GB/T 2312 encodes it, and the syllables in the same order."""

    firsts: Sequence[bytes]
    syllables: Sequence[str]
    end: bytes


@functools.cache
def _table() -> _Table:
    text = (importlib.resources.files("termkit") / "pinyin.yaml").read_text("utf-8")
    pairs = [pair.split("=") for pair in read_yaml(text)["first"].split()]
    return _Table([first.encode(_ORDER) for _, first in pairs], [syllable for syllable, _ in pairs], b"\xd7\xff")


_ORDER = "gb2312"


@functools.cache
def _syllable(character: str) -> str:
    """How a character is read; empty for those that are not common."""
    table = _table()
    code = character.encode(_ORDER, "ignore")
    if len(code) < 2 or not table.firsts[0] <= code <= table.end:
        return ""
    return table.syllables[bisect.bisect_right(table.firsts, code) - 1]
