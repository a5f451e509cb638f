"""Which files a run checks, which locale each is in, and where its source article lies."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .model import Fault, Locale, Origin
from .tags import parse_locale

__all__ = ["CheckedFile", "Found", "PathError", "find_files", "nothing_to_check"]

_SUFFIXES = (".po", ".md", ".markdown")
_SKIPPED = frozenset({"node_modules"})


class PathError(Exception):
    """A path given by the user holds nothing that can be checked."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file to be checked: the locale of the folder it lies in, and the path that its source article would have."""

    path: str
    locale: Locale | None
    source_path: str | None

    @property
    def is_po(self) -> bool:
        """Whether it holds both texts itself."""
        return self.path.lower().endswith(".po")


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
            if file.locale is None and not file.is_po and name == os.path.normpath(path):
                raise PathError(f"{name}: not in a locale's folder, as in `locales/uk/{os.path.basename(name)}`")
            if file.is_po or file.locale not in (None, source_locale):
                files[os.path.abspath(name)] = file
    if not files and not faults:
        raise PathError(nothing_to_check(paths, source_locale))
    return Found(tuple(sorted(files.values(), key=lambda file: file.path)), tuple(faults))


def nothing_to_check(paths: Sequence[str], source_locale: Locale) -> str:
    """A message for paths that hold source articles at most."""
    return (
        f"{', '.join(paths)}: nothing to check: no PO file and no Markdown file in the folder of a locale"
        f" other than the source locale, `{source_locale}`"
    )


def _candidates(path: str, faults: list[Fault]) -> Iterator[str]:
    if not os.path.lexists(path):
        raise PathError(f"{path}: does not exist")
    if not os.path.exists(path):
        raise PathError(f"{path}: is a symbolic link that leads nowhere")
    if os.path.isdir(path):
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
        status = os.stat(folder)
        if (status.st_dev, status.st_ino) in entered:
            folders.clear()
            continue
        entered.add((status.st_dev, status.st_ino))
        for name in names:
            if name.lower().endswith(_SUFFIXES):
                yield os.path.normpath(os.path.join(folder, name))


def _checked_file(path: str, source_locale: Locale) -> CheckedFile:
    """The file with the locale of its folder: the innermost that has the source locale's folder beside it.

    Where none has, the innermost that is a locale at all; a PO file may also be named for its locale.
    """
    folder, name = os.path.split(path)
    found = _locale_folder(os.path.abspath(folder), source_locale)
    if found is None:
        stem = os.path.splitext(name)[0]
        return CheckedFile(path, _locale(stem) if name.lower().endswith(".po") else None, None)
    locale, source_folder = found
    source = os.path.join(source_folder, name)
    return CheckedFile(path, locale, source if os.path.isabs(path) else os.path.relpath(source))


@functools.lru_cache(1024)
def _locale_folder(folder: str, source_locale: Locale) -> tuple[Locale, str] | None:
    """The locale that a folder belongs to, and the folder that answers to it in the source locale."""
    innermost = None
    for above, name, below in _splits(folder):
        locale = _locale(name)
        if locale is None:
            continue
        for spelling in _spellings(source_locale):
            if os.path.isdir(os.path.join(above, spelling)):
                return locale, os.path.join(above, spelling, below)
        innermost = innermost or (locale, os.path.join(above, source_locale, below))
    return innermost


def _splits(folder: str) -> Iterator[tuple[str, str, str]]:
    """The components of a path, innermost first, each with what lies above and below it.

    >>> list(_splits("/a/uk/b"))
    [('/a/uk', 'b', ''), ('/a', 'uk', 'b'), ('/', 'a', 'uk/b')]
    """
    below = ""
    above, name = os.path.split(folder)
    while name:
        yield above, name, below
        below = os.path.join(name, below) if below else name
        above, name = os.path.split(above)


def _spellings(locale: Locale) -> Iterable[str]:
    return dict.fromkeys((locale, locale.replace("-", "_")))


def _locale(name: str) -> Locale | None:
    try:
        return parse_locale(name)
    except ValueError:
        return None
