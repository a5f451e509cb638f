"""Names from one writing system into another, by systems that are data: `transliterations/<id>.yaml`.

The longest row that fits wins, and of equally long ones the one that asks for more around it. A row
applies inside a word: a word starts behind a space or a hyphen, not behind an apostrophe.
"""

from __future__ import annotations

import difflib
import enum
import functools
import importlib.resources
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from .folding import fold, fold_string
from .model import Locale
from .tags import parse_locale
from .yaml_data import read_yaml

__all__ = [
    "Confidence",
    "Row",
    "System",
    "TransliterationError",
    "load_system",
    "system_ids",
    "systems",
    "transliterate",
    "unknown_system",
]


class TransliterationError(ValueError):
    """A system's file is wrong; the message says which and where."""


class Confidence(enum.StrEnum):
    """How well a table is vouched for, best first."""

    OFFICIAL = "official"  # taken from the authority's own text
    CHECKED = "checked"  # reproduces all examples of its source, or an independent implementation agrees
    SECONDARY = "secondary"  # from an encyclopaedia, a reference database or software
    UNVERIFIED = "unverified"  # usual practice that nobody has reviewed: it may suggest, never fail


class Row(NamedTuple):
    """What some letters become, and where: at a word's start, behind or before other letters, at its end.

    `rule` is the row as it is written in the file of `system`.
    """

    system: str
    rule: str
    letters: str
    result: str
    start: bool = False
    before: frozenset[str] | None = None
    after: frozenset[str] | None = None
    end: bool = False

    @property
    def rank(self) -> tuple[int, int]:
        """The smaller, the sooner the row is tried."""
        return -len(self.letters), -sum((self.start, self.before is not None, self.after is not None, self.end))

    def fits(self, word: str, at: int) -> bool:
        """Whether the row applies to a lower-case word at a place."""
        stop = at + len(self.letters)
        return (
            word.startswith(self.letters, at)
            and not (self.start and at)
            and not (self.end and stop < len(word))
            and (self.before is None or word[max(at - 1, 0) : at] in self.before)
            and (self.after is None or word[stop : stop + 1] in self.after)
        )


class _Piece(NamedTuple):
    """Letters of a word as they are written, and the row that applies to them, if there is one."""

    letters: str
    row: Row | None


@dataclass(frozen=True, slots=True)
class System:
    """A transliteration system. `target` is a script (Latn), or the language whose spelling is followed.

    `rows` are keyed by their first letter, in the order in which they are tried. `examples` map
    names to what the system makes of them; they are its tests.
    """

    id: str
    name: str
    source: Locale
    target: str
    authority: str
    year: int | None
    sources: tuple[str, ...]
    reversible: bool
    confidence: Confidence
    rows: Mapping[str, tuple[Row, ...]]
    examples: Mapping[str, str]

    def rows_for(self, string: str) -> Iterator[Row]:
        """The rows that apply to a string, in order.

        >>> [row.rule for row in load_system("uk-Latn-kmu2010").rows_for("Яя")]
        ['^я', 'я']
        """
        for match in _WORD.finditer(fold_string(string)):
            yield from (piece.row for piece in self._pieces(match[0]) if piece.row)

    def _transliterate(self, word: str) -> str | None:
        """What becomes of a folded word; None where it has none of the letters of the system."""
        if not any(letter.isalpha() and letter in self.rows for letter in word.lower()):
            return None
        # ЩЕРБАК is SHCHERBAK and Щербак is Shcherbak: the word decides, and one letter is no word in capitals.
        capitals = word.isupper() and len(word) > 1
        return "".join(_spell(piece, capitals=capitals) for piece in self._pieces(word))

    def _pieces(self, word: str) -> Iterator[_Piece]:
        # A stress mark is no part of the spelling.
        word = self._without_look_alikes(word.translate(_NO_STRESS))
        lower = "".join(map(_lower, word))
        at = 0
        while at < len(word):
            row = next((row for row in self.rows.get(lower[at], ()) if row.fits(lower, at)), None)
            stop = at + (len(row.letters) if row else 1)
            yield _Piece(word[at:stop], row)
            at = stop

    def _without_look_alikes(self, word: str) -> str:
        """The word in one script, where all of its other letters look like letters of the system."""
        typed = word.translate(_LOOK_ALIKES)
        return typed if all(_lower(letter) in self.rows for letter in typed if letter.isalpha()) else word


_LETTER = r"[^\W\d_][\u0300\u0301]?"
_WORD = re.compile(f"(?:{_LETTER})+(?:'(?:{_LETTER})+)*")
_NO_STRESS = dict.fromkeys((0x300, 0x301))
# Latin letters that are typed for the Cyrillic ones that look the same.
_LOOK_ALIKES = str.maketrans("aceiopxyïABCEHIKMOPTXYÏ", "асеіорхуїАВСЕНІКМОРТХУЇ")


def _lower(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter  # İ becomes two


def _spell(piece: _Piece, *, capitals: bool) -> str:
    if piece.row is None:
        return piece.letters
    result = piece.row.result
    if capitals:
        return result.upper()
    return result[:1].upper() + result[1:] if piece.letters[0].isupper() else result


def transliterate(string: str, system: str) -> str:
    """A string with every word of the system's script transliterated; all else stays as it is.

    >>> transliterate("Володимир Зеленський, АТ «Знам'янка»", "uk-Latn-kmu2010")
    'Volodymyr Zelenskyi, AT «Znamianka»'
    >>> transliterate("Kyiv 2022", "uk-Latn-kmu2010")
    'Kyiv 2022'
    >>> transliterate("Київ", "uk-Latn-kmu2020")
    Traceback (most recent call last):
    ValueError: unknown system `uk-Latn-kmu2020`; did you mean `uk-Latn-kmu2010`?
    """
    table = load_system(system)
    folded = fold(string)
    pieces: list[str] = []
    done = 0
    for match in _WORD.finditer(folded.string):
        result = table._transliterate(match[0])  # noqa: SLF001  System is of this module
        if result is not None:
            start, end = folded.original(*match.span())
            pieces += string[done:start], result
            done = _without_invisible(string, end)
    return "".join((*pieces, string[done:]))


def _without_invisible(string: str, end: int) -> int:
    """The end of a word without the invisible characters behind it, which the folded copy has not."""
    while not fold_string(string[end - 1]):
        end -= 1
    return end


def systems() -> Mapping[str, System]:
    """All systems by id, in alphabetical order."""
    return {name: load_system(name) for name in system_ids()}


@functools.cache
def system_ids() -> tuple[str, ...]:
    """The ids of all systems, in alphabetical order."""
    names = (entry.name for entry in _folder().iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def unknown_system(name: str) -> str:
    """What to say of a system that there is not."""
    near = difflib.get_close_matches(name, system_ids(), n=3, cutoff=0.5)
    advice = f"did you mean {' or '.join(f'`{i}`' for i in near)}?" if near else f"there are {', '.join(system_ids())}"
    return f"unknown system `{name}`; {advice}"


@functools.cache
def load_system(name: str) -> System:
    """The system of an id; ValueError with those that are close where there is none."""
    if name not in system_ids():
        raise ValueError(unknown_system(name))
    return read_system(name, (_folder() / f"{name}.yaml").read_text("utf-8"))


def _folder() -> Any:
    return importlib.resources.files("termkit") / "transliterations"


_REQUIRED = {"id", "name", "authority", "from", "to", "sources", "confidence", "examples"}
_OPTIONAL = {"year", "reversible", "like", "sets", "letters", "rules"}
_RULE = re.compile(
    r"(?P<start>\^)?(?:<(?P<before>[^<>]+)>)?(?P<letters>[^<>^$\s]+)(?:<(?P<after>[^<>]+)>)?(?P<end>\$)?"
)


def read_system(name: str, text: str) -> System:
    """The system that the text of its file describes; TransliterationError says what is wrong with it."""
    try:
        data = read_yaml(text)
        _check_keys(name, data)
        return System(
            data["id"],
            data["name"],
            parse_locale(data["from"]),
            data["to"],
            data["authority"],
            int(data["year"]) if "year" in data else None,
            tuple(data["sources"]),
            data.get("reversible") == "true",
            Confidence(data["confidence"]),
            _by_first_letter(_rows(data)),
            _mapping(data, "examples"),
        )
    except (yaml.YAMLError, ValueError) as error:
        raise TransliterationError(f"transliterations/{name}.yaml: {error}") from error


def _check_keys(name: str, data: Any) -> None:
    if not isinstance(data, dict):
        raise ValueError("write `key: value` lines, as in the other systems")  # noqa: TRY004  a fault of the file
    if unknown := sorted(data.keys() - _REQUIRED - _OPTIONAL):
        raise ValueError(f"unknown key {unknown[0]!r}; known are {', '.join(sorted(_REQUIRED | _OPTIONAL))}")
    if missing := sorted(_REQUIRED - data.keys()):
        raise ValueError(f"the key {missing[0]!r} is missing")
    if data["id"] != name:
        raise ValueError(f"the id is {data['id']!r}; name the file for it")


def _mapping(data: Mapping[str, Any], key: str) -> dict[str, str]:
    rows = data.get(key, {})
    if not isinstance(rows, dict) or not all(isinstance(value, str) for value in rows.values()):
        raise ValueError(f"{key}: write rows such as `ж: zh`")
    return rows


def _rows(data: Mapping[str, Any]) -> dict[str, Row]:
    """The rows of a file by their rule, over those of the system that it is like."""
    sets = {name: frozenset(fold_string(letters).split()) for name, letters in _mapping(data, "sets").items()}
    own: dict[str, Row] = {}
    for section in ("letters", "rules"):
        for key, result in _mapping(data, section).items():
            row = _row(data["id"], key, result, sets)
            if row.rule in own:
                raise ValueError(f"{section}: the row {key!r} is given twice")
            if section == "letters" and row.rank != (-1, 0):
                raise ValueError(f"letters: {key!r} is no single letter; it belongs to the rules")
            own[row.rule] = row
    if "like" not in data:
        return own
    base = load_system(data["like"]).rows.values()
    return {row.rule: row for rows in base for row in rows} | own


def _row(system: str, key: str, result: str, sets: Mapping[str, frozenset[str]]) -> Row:
    rule = fold_string(key)
    match = _RULE.fullmatch(rule)
    if match is None:
        raise ValueError(f"{key!r} is no rule; write letters, as in `зг`, `^є`, `<vowel>с<vowel>` or `ий$`")
    for name in match.group("before", "after"):
        if name is not None and name not in sets:
            raise ValueError(f"the rule {key!r} names the set {name!r}, which `sets` has not")
    before, after = (None if name is None else sets[name] for name in match.group("before", "after"))
    return Row(system, rule, match["letters"], result, bool(match["start"]), before, after, bool(match["end"]))


def _by_first_letter(rows: Mapping[str, Row]) -> dict[str, tuple[Row, ...]]:
    by_letter: dict[str, tuple[Row, ...]] = {}
    for row in sorted(rows.values(), key=lambda row: row.rank):
        by_letter[row.letters[0]] = (*by_letter.get(row.letters[0], ()), row)
    return by_letter
