"""Names from one writing system into another, by systems that are data: `transliterations/<id>.yaml`.

The longest row that fits wins, and of equally long ones the one that asks for more around it. A row
applies inside a word: a word starts behind a space or a hyphen, not behind an apostrophe. A row may have
several readings, the usual one first; a system that says so can be read back.
"""

from __future__ import annotations

import difflib
import enum
import functools
import importlib.resources
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
    "expected_spelling",
    "follows",
    "load_system",
    "readings",
    "restore",
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

    `rule` is the row as it is written in the file of `system`. What stands behind or before is one of some
    strings, in which ^ and $ are the start and the end of the word.
    """

    system: str
    rule: str
    letters: str
    readings: tuple[str, ...]
    start: bool = False
    before: tuple[str, ...] | None = None
    after: tuple[str, ...] | None = None
    end: bool = False

    @property
    def rank(self) -> tuple[int, int]:
        """The smaller, the sooner the row is tried."""
        return -len(self.letters), -sum((self.start, self.before is not None, self.after is not None, self.end))

    def fits(self, word: str, at: int) -> bool:
        """Whether the row applies at a place of a lower-case word that is written between ^ and $."""
        stop = at + len(self.letters)
        return (
            word.startswith(self.letters, at)
            and not (self.start and at > 1)
            and not (self.end and stop < len(word) - 1)
            and (self.before is None or word.endswith(self.before, 0, at))
            and (self.after is None or word.startswith(self.after, stop))
        )


class _Piece(NamedTuple):
    """Letters of a word as they are written, and the row that applies to them, if there is one."""

    letters: str
    row: Row | None


@dataclass(frozen=True, slots=True)
class System:
    """A transliteration system. `target` is a script (Latn), or the language whose spelling is followed.

    `rows` are keyed by their first letter, in the order in which they are tried. `examples` map
    names to what the system makes of them; they are its tests. Where `candidates` is true, an example is one
    of several readings, as usage is not settled. `back` reads results of the system back; it is sure of all
    words but those in which one of the rows `loses` applies.
    """

    id: str
    name: str
    source: Locale
    target: str
    authority: str
    year: int | None
    sources: tuple[str, ...]
    confidence: Confidence
    candidates: bool
    rows: Mapping[str, tuple[Row, ...]]
    examples: Mapping[str, str]
    back: System | None = None
    loses: tuple[Row, ...] = ()

    def rows_for(self, string: str) -> Iterator[Row]:
        """The rows that apply to a string, in order.

        >>> [row.rule for row in load_system("uk-Latn-kmu2010").rows_for("Яя")]
        ['^я', 'я']
        """
        for match in _WORD.finditer(fold_string(string)):
            yield from (piece.row for piece in self._pieces(match[0]) if piece.row)

    def is_sure_of(self, word: str) -> bool:
        """Whether a word can be told from what the system makes of it.

        >>> dstu = load_system("uk-Latn-dstu9112a")
        >>> dstu.is_sure_of("мая"), dstu.is_sure_of("майа")
        (True, False)
        """
        lower = f"^{fold_string(word).lower()}$"
        return not any(row.fits(lower, at) for row in self.loses for at in range(1, len(lower)))

    def _spellings(self, string: str) -> Iterator[Sequence[str]]:
        """A string piece by piece, each with all its readings."""
        folded = fold(string)
        done = 0
        for match in _WORD.finditer(folded.string):
            if self._has_letters_of(match[0]):
                start, end = folded.original(*match.span())
                yield (string[done:start],)
                yield from self._read(match[0])
                done = _without_invisible(string, end)
        yield (string[done:],)

    def _has_letters_of(self, word: str) -> bool:
        return any(letter.isalpha() and letter in self.rows for letter in word.lower())

    def _read(self, word: str) -> Iterator[Sequence[str]]:
        # ЩЕРБАК is SHCHERBAK and Щербак is Shcherbak: the word decides, and one letter is no word in capitals.
        capitals = word.isupper() and sum(map(str.isupper, word)) > 1  # ʹ has no case
        return (_spell(piece, capitals=capitals) for piece in self._pieces(word))

    def _pieces(self, word: str) -> Iterator[_Piece]:
        word = self._without_look_alikes(self._without_stress(word))
        lower = f"^{''.join(map(_lower, word))}$"
        at = 0
        while at < len(word):
            row = next((row for row in self.rows.get(lower[at + 1], ()) if row.fits(lower, at + 1)), None)
            stop = at + (len(row.letters) if row else 1)
            yield _Piece(word[at:stop], row)
            at = stop

    def _without_stress(self, word: str) -> str:
        """The word without stress marks, which are no part of the spelling, but for those of a row (g̀)."""
        if _STRESS.isdisjoint(word) or any(not _STRESS.isdisjoint(row.letters) for row in self._all_rows()):
            return word
        return "".join(letter for letter in word if letter not in _STRESS)

    def _all_rows(self) -> Iterator[Row]:
        return (row for rows in self.rows.values() for row in rows)

    def _without_look_alikes(self, word: str) -> str:
        """The word in one script, where all of its other letters look like letters of the system."""
        typed = word.translate(_LOOK_ALIKES)
        return typed if all(_lower(letter) in self.rows for letter in typed if letter.isalpha()) else word


_LETTER = r"[^\W\d_][\u0300\u0301]?"
_WORD = re.compile(f"(?:{_LETTER})+(?:'(?:{_LETTER})+)*")
_STRESS = frozenset("\u0300\u0301")
# Latin letters that are typed for the Cyrillic ones that look the same.
_LOOK_ALIKES = str.maketrans("aceiopxyïABCEHIKMOPTXYÏ", "асеіорхуїАВСЕНІКМОРТХУЇ")


def _lower(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter  # İ becomes two


def _spell(piece: _Piece, *, capitals: bool) -> Sequence[str]:
    if piece.row is None:
        return (piece.letters,)
    if capitals:
        return [reading.upper() for reading in piece.row.readings]
    if piece.letters[0].isupper():
        return [_capitalise(reading) for reading in piece.row.readings]
    return piece.row.readings


def _capitalise(reading: str) -> str:
    """The reading with its first letter raised, which need not come first (·e)."""
    first = next((at for at, letter in enumerate(reading) if letter.isalpha()), 0)
    return reading[:first] + reading[first : first + 1].upper() + reading[first + 1 :]


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
    return "".join(spelt[0] for spelt in load_system(system)._spellings(string))  # noqa: SLF001  of this module


def restore(string: str, system: str) -> str:
    """The string that a reversible system transliterated; ValueError where the system does not tell.

    >>> restore("Mar'ïne, Černiğiv", "uk-Latn-dstu9112a")
    "Мар'їне, Чернігів"
    >>> restore("Kyiv", "uk-Latn-kmu2010")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ValueError: `uk-Latn-kmu2010` can't be read back: several spellings give the same result; those that can are ...
    """
    back = load_system(system).back
    if back is None:
        able = ", ".join(system.id for system in systems().values() if system.back)
        raise ValueError(
            f"`{system}` can't be read back: several spellings give the same result; those that can are {able}"
        )
    return "".join(spelt[0] for spelt in back._spellings(string))  # noqa: SLF001  of this module


def readings(string: str, system: str, most: int = 20) -> tuple[str, ...]:
    """What a system can make of a string, the usual reading first; one where the system leaves no choice.

    >>> readings("Братск", "ru-Latn-bgn1947")
    ('Brat·sk', 'Bratsk')
    >>> readings("Київ", "uk-Latn-kmu2010")
    ('Kyiv',)
    """
    costs = {"": 0}
    for spelt in load_system(system)._spellings(string):  # noqa: SLF001  of this module
        costs = _cheapest(costs, spelt, most)
    return tuple(costs)


def _cheapest(costs: Mapping[str, int], spelt: Sequence[str], most: int) -> dict[str, int]:
    """Readings with one more piece: the fewer and smaller the departures from the usual reading, the better."""
    longer: dict[str, int] = {}
    for done, cost in costs.items():
        for departure, piece in enumerate(spelt):
            longer[done + piece] = min(cost + departure, longer.get(done + piece, cost + departure))
    return dict(sorted(longer.items(), key=lambda item: item[1])[:most])


def expected_spelling(system: str, name: str) -> str:
    """How a name is spelt by a system: capitalised, where the script of the name has no capitals.

    >>> expected_spelling("uk-Latn-kmu2010", "Згурський")
    'Zghurskyi'
    >>> expected_spelling("ka-Latn-national2002", "თბილისი")
    'Tbilisi'
    """
    return _like_a_name(name, transliterate(name, system))


def follows(spelling: str, name: str, system: str) -> bool:
    """Whether a spelling of a name is one that a system gives; passports write theirs in capitals.

    >>> follows("Bratsk", "Братск", "ru-Latn-bgn1947"), follows("Kiev", "Київ", "uk-Latn-kmu2010")
    (True, False)
    """
    written = fold_string(spelling)
    expected = [fold_string(_like_a_name(name, reading)) for reading in readings(name, system)]
    return written in expected or written in [reading.upper() for reading in expected]


def _like_a_name(name: str, reading: str) -> str:
    has_capitals = not name == name.lower() == name.title()
    return reading if has_capitals else _FIRST_LETTER.sub(lambda match: match[0].upper(), reading)


_FIRST_LETTER = re.compile(r"(?<![^\s-])[^\W\d_]")


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
    near = difflib.get_close_matches(name, system_ids(), n=3, cutoff=0.75)
    advice = (
        f"did you mean {' or '.join(f'`{i}`' for i in near)}?" if near else "`termkit transliterate --list` has them"
    )
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
_OPTIONAL = {"year", "like", "sets", "letters", "rules", "candidates", "reversible", "reverse", "loses"}
_RULE = re.compile(
    r"(?P<start>\^)?(?:<(?P<before>[^<>]+)>)?(?P<letters>[^<>^$\s]+)(?:<(?P<after>[^<>]+)>)?(?P<end>\$)?"
)


def read_system(name: str, text: str) -> System:
    """The system that the text of its file describes; TransliterationError says what is wrong with it."""
    try:
        data = read_yaml(text)
        _check_keys(name, data)
        rows = _rows(data, ("letters", "rules"))
        if "like" in data:
            rows = {row.rule: row for row in load_system(data["like"])._all_rows()} | rows  # noqa: SLF001  of this module
        system = System(
            data["id"],
            data["name"],
            parse_locale(data["from"]),
            data["to"],
            data["authority"],
            int(data["year"]) if "year" in data else None,
            tuple(data["sources"]),
            Confidence(data["confidence"]),
            data.get("candidates") == "true",
            _by_first_letter(rows),
            _strings(data, "examples"),
        )
        return _with_way_back(system, data) if data.get("reversible") == "true" else system
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


def _strings(data: Mapping[str, Any], key: str) -> dict[str, str]:
    rows = data.get(key, {})
    if not isinstance(rows, dict) or not all(isinstance(value, str) for value in rows.values()):
        raise ValueError(f"{key}: write rows such as `ж: zh`")
    return rows


def _readings(data: Mapping[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    rows = data.get(key, {})
    if isinstance(rows, dict):
        listed = {rule: [found] if isinstance(found, str) else found for rule, found in rows.items()}
        if all(map(_is_list_of_strings, listed.values())):
            return {rule: tuple(found) for rule, found in listed.items()}
    raise ValueError(f"{key}: write rows such as `ж: zh` or, where there are several readings, `х: [x, ch]`")


def _is_list_of_strings(found: Any) -> bool:
    return isinstance(found, list) and bool(found) and all(isinstance(reading, str) for reading in found)


def _rows(data: Mapping[str, Any], sections: Sequence[str]) -> dict[str, Row]:
    """The rows of some sections of a file by their rule."""
    sets = _sets(data)
    rows: dict[str, Row] = {}
    for section in sections:
        for key, found in _readings(data, section).items():
            row = _row(data["id"], key, found, sets)
            if row.rule in rows:
                raise ValueError(f"{section}: the row {key!r} is given twice")
            if section == "letters" and row.rank != (-1, 0):
                raise ValueError(f"letters: {key!r} is no single letter; it belongs to the rules")
            rows[row.rule] = row
    return rows


def _sets(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(fold_string(members).split()) for name, members in _strings(data, "sets").items()}


def _row(system: str, key: str, found: tuple[str, ...], sets: Mapping[str, tuple[str, ...]]) -> Row:
    rule = fold_string(key)
    match = _RULE.fullmatch(rule)
    if match is None:
        raise ValueError(f"{key!r} is no rule; write letters, as in `зг`, `^є`, `<vowel>с<vowel>` or `ий$`")
    for name in match.group("before", "after"):
        if name is not None and name not in sets:
            raise ValueError(f"the rule {key!r} names the set {name!r}, which `sets` has not")
    before, after = (None if name is None else sets[name] for name in match.group("before", "after"))
    return Row(system, rule, match["letters"], found, bool(match["start"]), before, after, bool(match["end"]))


def _with_way_back(system: System, data: Mapping[str, Any]) -> System:
    rows = _turned_round(system) | _rows(data, ("reverse",))
    sets = _sets(data)
    loses = tuple(_row(system.id, rule, (), sets) for rule in data.get("loses", ()))
    examples = {result: fold_string(name) for name, result in system.examples.items()}
    return replace(system, back=replace(system, rows=_by_first_letter(rows), examples=examples), loses=loses)


def _turned_round(system: System) -> dict[str, Row]:
    """Rows from what the unconditional rows of a system give to their letters."""
    rows = (row for row in system._all_rows() if row.rank[1] == 0 and row.readings[0])  # noqa: SLF001  of this module
    turned = ((row.system, fold_string(row.readings[0]), row.letters) for row in rows)
    return {result: Row(origin, result, result, (letters,)) for origin, result, letters in turned}


def _by_first_letter(rows: Mapping[str, Row]) -> dict[str, tuple[Row, ...]]:
    by_letter: dict[str, tuple[Row, ...]] = {}
    for row in sorted(rows.values(), key=lambda row: row.rank):
        by_letter[row.letters[0]] = (*by_letter.get(row.letters[0], ()), row)
    return by_letter
