"""Which files a run checks, which locale each is in, and where its source article lies."""

from __future__ import annotations

import functools
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .model import Fault, Locale, Origin
from .tags import parse_locale

__all__ = ["CheckedFile", "Found", "PathError", "find_files", "nothing_to_check"]

_SUFFIXES = (".po", ".md", ".markdown")
_SKIPPED = frozenset({"node_modules"})


class PathError(Exception):
    """A path given by the user holds nothing that can be checked."""


def is_po(path: str) -> bool:
    """Whether a file is a PO file by its name.

    >>> is_po("locales/uk/x.PO"), is_po("locales/uk/x.md")
    (True, False)
    """
    return path.lower().endswith(".po")


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file to be checked: the locale of the folder it lies in, and the path that its source article would have."""

    path: str
    locale: Locale | None
    source_path: str | None

    @property
    def is_po(self) -> bool:
        """Whether it holds both texts itself."""
        return is_po(self.path)


@dataclass(frozen=True, slots=True)
class Found:
    """The files of a run in the order of their paths, and the folders that could not be opened."""

    files: tuple[CheckedFile, ...]
    faults: tuple[Fault, ...]


def find_files(paths: Sequence[str], source_locale: Locale) -> Found:
    """The files to check under some paths; source articles themselves are left out.

    A folder gives the PO files in it, and the Markdown files that lie in a locale's folder. Raises
    `PathError` for a path that does not exist or is no file of a known format, and where nothing is left.
    """
    faults: list[Fault] = []
    files: dict[str, CheckedFile] = {}
    for path in paths:
        for name in _candidates(path, faults):
            file = _checked_file(name, source_locale)
            if file.locale is None and not file.is_po and not Path(path).is_dir():
                raise PathError(f"{path}: not in the folder of a locale, as `locales/uk/{Path(name).name}` is")
            if file.is_po or file.locale not in {None, source_locale}:
                files[_absolute(name)] = file
    if not files and not faults:
        raise PathError(nothing_to_check(paths, source_locale))
    return Found(tuple(sorted(files.values(), key=lambda file: file.path)), tuple(faults))


def _absolute(path: str) -> str:
    """The absolute path without `..`; links stay, since a file is in the locale that people see it in."""
    return os.path.normpath(Path(path).absolute())


def nothing_to_check(paths: Sequence[str], source_locale: Locale) -> str:
    """A message for paths that hold source articles at most."""
    return (
        f"{', '.join(paths)}: nothing to check: no PO file and no Markdown file in the folder of a locale"
        f" other than the source locale, `{source_locale}`"
    )


def _candidates(path: str, faults: list[Fault]) -> Iterator[str]:
    if not os.path.lexists(path):
        raise PathError(f"{path}: does not exist")
    try:
        is_folder = stat.S_ISDIR(Path(path).stat().st_mode)
    except OSError as error:
        raise PathError(f"{path}: can't be opened: {error.strerror}") from error
    if is_folder:
        yield from _walk(path, faults)
    elif path.lower().endswith(_SUFFIXES):
        yield os.path.normpath(path)
    else:
        raise PathError(f"{path}: not a file that termkit reads; it reads {', '.join(_SUFFIXES)}")


def _walk(top: str, faults: list[Fault]) -> Iterator[str]:
    """The files of a known format under a folder; links are followed, each folder is entered once."""

    def note(error: OSError) -> None:
        path = os.path.normpath(error.filename)
        faults.append(Fault("unreadable-file", f"can't be opened: {error.strerror}", Origin(path)))

    entered: set[tuple[int, int]] = set()
    for folder, folders, names in os.walk(top, onerror=note, followlinks=True):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        status = Path(folder).stat()
        if (status.st_dev, status.st_ino) in entered:
            folders.clear()
            continue
        entered.add((status.st_dev, status.st_ino))
        for name in names:
            if name.lower().endswith(_SUFFIXES):
                yield os.path.normpath(Path(folder, name))


def _checked_file(path: str, source_locale: Locale) -> CheckedFile:
    """The file with the locale of its folder: the innermost that has the source locale's folder beside it.

    Where none has, the innermost that is a locale at all; a PO file may also be named for its locale.
    """
    file = Path(path)
    found = _locale_folder(Path(_absolute(path)).parent, source_locale)
    if found is None:
        return CheckedFile(path, _locale(file.stem) if file.suffix.lower() == ".po" else None, None)
    locale, source_folder = found
    source = source_folder / file.name
    return CheckedFile(path, locale, str(source) if file.is_absolute() else os.path.relpath(source))


@functools.lru_cache(1024)
def _locale_folder(folder: Path, source_locale: Locale) -> tuple[Locale, Path] | None:
    """The locale that a folder belongs to, and the folder that answers to it in the source locale."""
    innermost = None
    for component in (folder, *folder.parents):
        locale = _locale(component.name)
        if locale is None:
            continue
        below = folder.relative_to(component)
        for spelling in _spellings(source_locale):
            if component.with_name(spelling).is_dir():
                return locale, component.with_name(spelling) / below
        innermost = innermost or (locale, component.with_name(source_locale) / below)
    return innermost


def _spellings(locale: Locale) -> Iterable[str]:
    return dict.fromkeys((locale, locale.replace("-", "_")))


def _locale(name: str) -> Locale | None:
    try:
        return parse_locale(name)
    except ValueError:
        return None
