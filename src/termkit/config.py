"""The settings of a run, from ``termkit.toml`` or the ``[tool.termkit]`` table of ``pyproject.toml``.

The file is sought from the first checked path upwards, then from the working directory upwards. All its
faults are reported at once, each with its line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .lint import lint_names, unknown_lint
from .model import Locale, Severity
from .reporters import REPORTERS
from .rules import rule_names, unknown_rule
from .tags import parse_locale

__all__ = ["ABOUT_COMMENTS", "ConfigError", "ConfigFault", "Settings", "find_configuration", "load_settings"]

_NAMES = ("termkit.toml", "pyproject.toml")
_TABLE = "tool.termkit"

ABOUT_COMMENTS = ("invalid-ignore", "unused-ignore")
"""The rules of `check` that hold for the comments of a glossary too."""


@dataclass(frozen=True, slots=True)
class ConfigFault:
    """What is wrong in a configuration file, and where.

    >>> str(ConfigFault("termkit.toml", 3, "unknown key `glosary`"))
    'termkit.toml:3: unknown key `glosary`'
    """

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class ConfigError(Exception):
    """A configuration file can't be used; `faults` says all that is wrong with it."""

    def __init__(self, faults: tuple[ConfigFault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run goes by. `select` is None where the default rules run; `locale` is for files that name none."""

    source_locale: Locale = field(default_factory=lambda: parse_locale("en"))
    locale: Locale | None = None
    glossary: tuple[Path, ...] = ()
    select: frozenset[str] | None = None
    extend_select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    fail_on: Severity = Severity.WARNING
    output_format: str = "full"
    cache: bool = True
    lint_select: frozenset[str] | None = None
    lint_ignore: frozenset[str] = frozenset()
    lint_locales: tuple[Locale, ...] = ()
    lint_stale_after: int = 730


def find_configuration(*starts: Path) -> Path | None:
    """The configuration file nearest above the first of `starts` that has one above it."""
    for start in starts:
        absolute = start.absolute()
        for folder in (absolute, *absolute.parents):
            for name in _NAMES:
                if (folder / name).is_file() and _is_configuration(folder / name):
                    return folder / name
    return None


def _is_configuration(path: Path) -> bool:
    if path.name != "pyproject.toml":
        return True
    try:
        text = path.read_text("utf-8", errors="replace")
        return "termkit" in tomllib.loads(text).get("tool", {})
    except OSError:
        return False
    except tomllib.TOMLDecodeError:
        # It may be meant for us; reading it again will say what is wrong with it.
        return f"[{_TABLE}" in text


def load_settings(path: Path | None) -> Settings:
    """The settings of a configuration file; the defaults where there is none.

    Raises `ConfigError` with all that is wrong in the file.
    """
    if path is None:
        return Settings()
    path = _as_people_see_it(path)
    text = _read(path)
    table = _parse(path, text)
    faults: list[ConfigFault] = []
    values: dict[str, Any] = {}
    for key, value in table.items():
        try:
            values[key.replace("-", "_")] = _parse_value(key, value, path.parent)
        except _BadValueError as error:
            faults.append(ConfigFault(str(path), _line_of(path, text, key, error.part), f"{key}: {error}"))
    if faults:
        raise ConfigError(tuple(sorted(faults, key=lambda fault: fault.line)))
    values.setdefault("glossary", _default_glossary(path.parent))
    return Settings(**values)


def _as_people_see_it(path: Path) -> Path:
    """The path relative to the working directory where it lies below it; messages will name it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ConfigError((ConfigFault(str(path), line, "is not UTF-8: save it as UTF-8"),)) from error
    except OSError as error:
        raise ConfigError((ConfigFault(str(path), 1, f"can't be read: {error.strerror}"),)) from error


def _parse(path: Path, text: str) -> Mapping[str, Any]:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # The place is in the message only; at the end of the document there is none.
        place = re.search(r" \(at line (\d+), column \d+\)$", str(error))
        line, message = (int(place[1]), str(error)[: place.start()]) if place else (text.count("\n") + 1, str(error))
        raise ConfigError((ConfigFault(str(path), line, f"is not valid TOML: {message}"),)) from error
    table = document["tool"]["termkit"] if path.name == "pyproject.toml" else document
    if not isinstance(table, dict):
        line = _line_of(path, text, "termkit", None)
        raise ConfigError((ConfigFault(str(path), line, f"{_TABLE} must be a table: [{_TABLE}]"),))
    return table


class _BadValueError(Exception):
    """A value that a key can't have; `part` is the item at fault where the value is a list."""

    def __init__(self, message: str, part: str | None = None) -> None:
        super().__init__(message)
        self.part = part


def _parse_value(key: str, value: Any, folder: Path) -> Any:
    if key not in _KEYS:
        raise _BadValueError(f"unknown key; known are {', '.join(_KEYS)}")
    return _KEYS[key](value, folder)


def _locale(value: Any, _: Path) -> Locale:
    try:
        return parse_locale(_string(value))
    except ValueError as error:
        raise _BadValueError(str(error)) from error


def _glossary(value: Any, folder: Path) -> tuple[Path, ...]:
    paths = tuple((item, folder / item) for item in _strings(value))
    for item, path in paths:
        if not path.exists():
            raise _BadValueError(f"`{item}` does not exist (paths are relative to this file)", item)
    return tuple(path for _, path in paths)


def _rules(value: Any, _: Path) -> frozenset[str]:
    return _names(value, rule_names(), unknown_rule)


def _lint_rules(value: Any, _: Path) -> frozenset[str]:
    return _names(value, (*lint_names(), *ABOUT_COMMENTS), unknown_lint)


def _names(value: Any, known: Collection[str], unknown: Callable[[str], str]) -> frozenset[str]:
    names = _strings(value)
    for name in names:
        if name not in known:
            raise _BadValueError(unknown(name), name)
    return frozenset(names)


def _locales(value: Any, folder: Path) -> tuple[Locale, ...]:
    return tuple(_locale(item, folder) for item in _strings(value))


def _days(value: Any, _: Path) -> int:
    if type(value) is not int or value < 0:
        raise _BadValueError("must be a number of days, such as 365")
    return value


def _severity(value: Any, _: Path) -> Severity:
    return Severity(_one_of(value, tuple(Severity)))


def _output_format(value: Any, _: Path) -> str:
    return _one_of(value, tuple(REPORTERS))


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise _BadValueError("must be a string in quotation marks")
    return value


def _strings(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _BadValueError('must be a list of strings, such as ["…", "…"]')
    return tuple(value)


def _one_of(value: Any, known: tuple[str, ...]) -> str:
    if _string(value) not in known:
        raise _BadValueError(f"`{value}` must be one of {', '.join(known)}")
    return str(value)


_KEYS: Mapping[str, Callable[[Any, Path], Any]] = {
    "source-locale": _locale,
    "glossary": _glossary,
    "select": _rules,
    "extend-select": _rules,
    "ignore": _rules,
    "fail-on": _severity,
    "output-format": _output_format,
    "lint-select": _lint_rules,
    "lint-ignore": _lint_rules,
    "lint-locales": _locales,
    "lint-stale-after": _days,
}


def _default_glossary(folder: Path) -> tuple[Path, ...]:
    return (folder / "glossary",) if (folder / "glossary").is_dir() else ()


def _line_of(path: Path, text: str, key: str, part: str | None) -> int:
    """The line of a key, or of an item of its list: tomllib tells no lines, so it is sought in the text."""
    lines = text.splitlines()
    start = next(_matching(lines, 0, rf"\s*\[{re.escape(_TABLE)}\]"), 0) if path.name == "pyproject.toml" else 0
    at_key = next(_matching(lines, start, rf"""(.*\.)?\s*["']?{re.escape(key)}["']?\s*[=\]]"""), start)
    at_part = at_key if part is None else next(_matching(lines, at_key, rf".*[\"']{re.escape(part)}[\"']"), at_key)
    return at_part + 1


def _matching(lines: list[str], start: int, pattern: str) -> Iterator[int]:
    return (number for number in range(start, len(lines)) if re.match(pattern, lines[number]))
