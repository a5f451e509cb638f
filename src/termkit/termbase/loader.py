"""The termbase: every concept entry of the glossary files, or every fault in them."""

from __future__ import annotations

import errno
import functools
import hashlib
import itertools
import os
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple, Self

from termkit.folding import fold_string
from termkit.garbage import without_collector
from termkit.tags import parse_locale

from .cache import read_cache, read_digest, write_cache, write_digest
from .checks import check_entry
from .entry import read_entry
from .faults import Closest, FileFaults, TermbaseError, TermbaseFault
from .nodes import decode, entries, place_of
from .packing import Packed, pack, unpack, with_referrers
from .parallel import read_packed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from termkit.model import Concept, Term

    from .entry import Entry

_SUFFIXES = (".yaml", ".yml")
NO_FILE = "no *.yaml file in this folder: add one or correct the path"
"""The message of the fault that a folder without glossary files is."""

# Two writes within a tick of the clock of the file system, at most 10 ms, can leave a file with the same state.
_TICK = 50_000_000  # nanoseconds
_GENERATED = "export"  # where exports are written; they are no glossary


@dataclass(frozen=True)
class Termbase:
    """The concepts by id, in the order of the files, and a digest that changes with their content."""

    concepts: Mapping[str, Concept]
    digest: str

    @classmethod
    def load(cls, *paths: str | Path, cache: bool = True) -> Self:
        """The termbase of glossary files and folders, as `load_termbase` reads it."""
        loaded = load_termbase([Path(path) for path in paths], cache=cache)
        return cls(loaded.concepts, loaded.digest)

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts.values())

    def __len__(self) -> int:
        return len(self.concepts)

    def lookup(self, form: str, locale: str | None = None) -> list[Concept]:
        """The concepts that have a term, or a form listed with it, in all locales or in one.

        Letter case counts for nothing, nor does which apostrophe, space or hyphen is written. ValueError where
        nothing is known of the locale.

        >>> from termkit.model import Concept, Locale, Term
        >>> uk = Locale("uk")
        >>> term = Term("Знам'янка", uk, forms={"gen": ("Знам'янки",)})
        >>> termbase = Termbase({"place-x": Concept("place-x", "place", {uk: (term,)})}, "")
        >>> [concept.id for concept in termbase.lookup("знам’янки", "uk")], termbase.lookup("Знам’янки", "en")
        (['place-x'], [])
        """
        wanted = parse_locale(locale) if locale is not None else None
        found = self._terms_by_form.get(_form_key(form), ())
        kept = (concept for concept, term in found if wanted is None or term in concept.terms_in(wanted))
        return list({concept.id: concept for concept in kept}.values())

    @functools.cached_property
    def _terms_by_form(self) -> Mapping[str, list[tuple[Concept, Term]]]:
        index: defaultdict[str, list[tuple[Concept, Term]]] = defaultdict(list)
        for concept in self:
            for term in itertools.chain.from_iterable(concept.terms.values()):
                forms = (term.term, *itertools.chain.from_iterable(term.forms.values()))
                for key in dict.fromkeys(map(_form_key, forms)):
                    index[key].append((concept, term))
        return index


def _form_key(form: str) -> str:
    return " ".join(fold_string(form).casefold().split())


def load_termbase(paths: Sequence[Path], *, cache: bool = True) -> Termbase:
    """The termbase of some glossary files and folders; TermbaseError, with all their faults, if there are any.

    A folder stands for its `*.yaml` and `*.yml` files and those of its sub-folders, hidden ones and `export` left out.
    With `cache` the termbase is kept in the user's cache folder and taken from there while no file has changed.
    """
    if not cache:
        return _sound(read_termbase(paths, cache=False))
    state = settled_state(paths)  # before the files are read: what changes meanwhile is another state the next time
    key = repr((list(map(str, paths)), sorted(state.files))) if state else ""
    if state and (digest := read_digest(key)) and (kept := read_cache(digest)) is not None:
        return Termbase(kept, digest)
    termbase = _sound(read_termbase(paths))
    if state:
        write_digest(key, termbase.digest)
    return termbase


def load_files(files: Sequence[GlossaryFile], *, cache: bool = True) -> Termbase:
    """The termbase of some files that were read already; otherwise as `load_termbase`."""
    return _sound(read_files(files, cache=cache))


def _sound(reading: Reading) -> Termbase:
    if reading.faults:
        raise TermbaseError(reading.faults)
    return Termbase(reading.concepts, reading.digest)


class GlossaryFile(NamedTuple):
    """A file of the termbase, as it stands on the disk or stood in a revision."""

    path: Path
    content: bytes


class Reading(NamedTuple):
    """What could be read of a termbase: the concepts without faults, all faults, and the files."""

    concepts: Mapping[str, Concept]
    faults: tuple[TermbaseFault, ...]
    files: tuple[GlossaryFile, ...]
    digest: str


def read_termbase(paths: Sequence[Path], *, cache: bool = True) -> Reading:
    """What can be read of some glossary files and folders, whatever is wrong with them."""
    return _reading(*_read_files(paths), cache=cache)


def read_files(files: Sequence[GlossaryFile], *, cache: bool = True) -> Reading:
    """What can be read of some files that are in memory already."""
    return _reading(list(files), [], cache=cache)


def _reading(files: list[GlossaryFile], faults: list[TermbaseFault], *, cache: bool) -> Reading:
    digest = _digest(files)
    with without_collector():
        if cache and not faults and (kept := read_cache(digest)) is not None:
            return Reading(kept, (), tuple(files), digest)
        packed = None if faults else read_packed(files)
        if packed is None:
            packed = _parse(files, faults)
        if cache and not faults:
            write_cache(digest, packed)
    return Reading(unpack(packed), tuple(faults), tuple(files), digest)


class FilesState(NamedTuple):
    """What differs once a file of a termbase has changed, come or gone; `newest` is the last change, in nanoseconds."""

    files: frozenset[tuple[str, tuple[int, ...]]]
    newest: int


def files_state(paths: Sequence[Path]) -> FilesState:
    """The state of glossary files and folders, told without reading a file.

    >>> files_state([Path("no-such-folder")]).files
    frozenset({('no-such-folder', ())})
    """
    found = [_file_state(path) for given in paths for path in _found(given)]
    return FilesState(frozenset(found), max((state[1] for _, state in found if state), default=0))


def settled_state(paths: Sequence[Path]) -> FilesState | None:
    """The state of glossary files and folders; None where one is so new that it may change again and keep its state."""
    now = time.time_ns()
    state = files_state(paths)
    return state if state.newest < now - _TICK else None


def _found(given: Path) -> list[Path]:
    try:
        return _files_of(given)
    except OSError:
        return [given]


def _file_state(path: Path) -> tuple[str, tuple[int, ...]]:
    try:
        stat = path.stat()
    except OSError:
        return str(path), ()
    return str(path), (stat.st_ino, stat.st_ctime_ns, stat.st_mtime_ns, stat.st_size)


def _files_of(given: Path) -> list[Path]:
    """The files that a path stands for."""
    return sorted(_walk(given), key=lambda path: path.parts) if given.is_dir() else [given]


def _read_files(paths: Sequence[Path]) -> tuple[list[GlossaryFile], list[TermbaseFault]]:
    files: dict[Path, GlossaryFile] = {}
    faults: list[TermbaseFault] = []
    for given in paths:
        try:
            found = _files_of(given)
        except OSError as error:
            faults.append(_unreadable(given, error))
            continue
        if not found:
            faults.append(TermbaseFault(str(given), 1, 1, NO_FILE, "invalid-yaml"))
        for path in found:
            try:
                content = _content(path)
                files.setdefault(path.resolve(), GlossaryFile(path, content))
            except OSError as error:
                faults.append(_unreadable(path, error))
    return list(files.values()), faults


def _content(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        # A named pipe would be waited for without end.
        raise OSError(errno.EINVAL, "it is no file")
    return path.read_bytes()


def _unreadable(path: Path, error: OSError) -> TermbaseFault:
    if isinstance(error, FileNotFoundError):
        return TermbaseFault(str(path), 1, 1, "no such file or folder: correct the path", "invalid-yaml")
    message = f"cannot be read ({error.strerror}): correct the path or the permissions"
    return TermbaseFault(str(path), 1, 1, message, "invalid-yaml")


def is_glossary_file(path: PurePath) -> bool:
    """Whether a folder of the termbase stands for a file in it, whose path there is given.

    >>> [is_glossary_file(PurePath(name)) for name in ("people.yaml", "a/b.yml", "export/x.yaml", ".x.yaml", "x.po")]
    [True, True, False, False, False]
    """
    hidden = any(part.startswith(".") for part in path.parts)
    return path.suffix in _SUFFIXES and not hidden and _GENERATED not in path.parts[:-1]


def _walk(folder: Path) -> Iterator[Path]:
    seen = set()
    for parent, folders, names in os.walk(folder, onerror=_raise, followlinks=True):
        real = os.path.realpath(parent)
        if real in seen:  # a link back up
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != _GENERATED)
        yield from (Path(parent, name) for name in names if is_glossary_file(PurePath(name)))


def _raise(error: OSError) -> None:
    raise error


def _digest(files: list[GlossaryFile]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(hashlib.sha256(file.content).digest())
    return digest.hexdigest()


def _parse(files: list[GlossaryFile], faults: list[TermbaseFault]) -> Packed:
    """The concepts without faults, packed; the faults of all others are added."""
    entries_by_id: dict[str, _Placed] = {}
    complete = not faults
    for file in files:
        of_file = FileFaults(file.path)
        for placed in _read_entries(file, of_file):
            first = entries_by_id.setdefault(placed.id, placed)
            if first is not placed:
                message = f"the id `{placed.id}` is taken by {first.where}: an id names one concept"
                of_file.add(placed, message, "duplicate-id")
        faults.extend(sorted(of_file.faults))
        complete = complete and not of_file.incomplete
    if complete:
        faults.extend(_relation_faults(entries_by_id))
    sound = {id_: placed for id_, placed in entries_by_id.items() if placed.packed is not None}
    packed = {id_: placed.packed or "" for id_, placed in sound.items()}
    return with_referrers(packed, {id_: placed.related for id_, placed in sound.items()})


class _Placed(NamedTuple):
    """What is kept of an entry when its nodes are let go: the places that other entries may make wrong."""

    id: str
    path: Path
    line: int  # of the id
    column: int
    related: tuple[tuple[str, str], ...]
    places: tuple[tuple[int, int], ...]  # where each related target stands
    packed: str | None  # None where it has faults of its own

    @property
    def where(self) -> str:
        return f"{self.path}:{self.line}"


def _read_entries(file: GlossaryFile, faults: FileFaults) -> Iterator[_Placed]:
    text = decode(file.content, faults)
    before = len(faults.faults)
    for node in entries(text, faults) if text is not None else ():
        if node is not None and (entry := read_entry(node, faults)) is not None:
            check_entry(entry, faults)
            yield _placed(entry, file.path, is_sound=len(faults.faults) == before)
        before = len(faults.faults)


def _placed(entry: Entry, path: Path, *, is_sound: bool) -> _Placed:
    concept, key = entry.concept, place_of(entry.node, "id")
    targets = [place_of(entry.node, "related", index, "target") for index in range(len(concept.related))]
    places = tuple((target.line, target.column) for target in targets)
    packed = pack(entry.values) if is_sound else None
    return _Placed(concept.id, path, key.line, key.column, concept.related, places, packed)


def _relation_faults(placed: Mapping[str, _Placed]) -> Iterator[TermbaseFault]:
    known = functools.cache(lambda: Closest(placed))
    for entry in placed.values():
        for (_, target), (line, column) in zip(entry.related, entry.places, strict=True):
            if target not in placed:
                meant = known().find(target)
                hint = f"did you mean `{meant}`?" if meant else "add that concept or take the relation out"
                message = f"no concept has the id `{target}`; {hint}"
                yield TermbaseFault(str(entry.path), line, column, message, "unknown-relation")
