"""The termbase as it stood in a revision of its git repository."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from .termbase import GlossaryFile, Termbase, TermbaseError, is_glossary_file, load_files

__all__ = ["Revision", "RevisionError", "load_revision"]

_MODES = (b"100644", b"100755", b"120000")  # files and links, which git follows inside the revision


class RevisionError(Exception):
    """Git has no such revision, or cannot be asked."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit of a repository, by the name that the user gave it."""

    name: str
    commit: str
    day: str

    def __str__(self) -> str:
        return f"{self.name} ({self.commit[:9]}, {self.day})"


def load_revision(name: str, paths: Sequence[Path], *, cache: bool = True) -> tuple[Revision, Termbase | None]:
    """A revision and the termbase that some glossary files and folders were in it; None where none of them was there.

    Raises `RevisionError` where git cannot say, and `TermbaseError` for a termbase that had faults.
    """
    repository = _repository(paths[0])
    revision = _revision(repository, name)
    files = [file for path in paths for file in _files(repository, revision, path)]
    try:
        return revision, load_files(files, cache=cache) if files else None
    except TermbaseError as error:
        message = f"the termbase of the revision `{name}` can't be read: name another revision"
        raise RevisionError("\n".join([message, *map(str, error.faults)])) from error


def _repository(path: Path) -> Path:
    folder = path if path.is_dir() else path.parent
    try:
        top = _git(folder, "rev-parse", "--show-toplevel")
    except RevisionError as error:
        raise RevisionError(f"{path}: not in a git repository that can be read: {error}") from error
    return Path(os.fsdecode(top.removesuffix(b"\n")))


def _revision(repository: Path, name: str) -> Revision:
    unknown = f"git knows no revision `{name}`: name a commit, a tag or a branch"
    if name.startswith("-"):  # git would take it for an option
        raise RevisionError(unknown)
    try:
        commit = _git(repository, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").decode().strip()
    except (RevisionError, ValueError) as error:  # ValueError for a null character
        raise RevisionError(unknown) from error
    day = _git(repository, "show", "--no-patch", "--format=%cs", commit).decode().strip()
    return Revision(name, commit, day)


def _files(repository: Path, revision: Revision, path: Path) -> Iterator[GlossaryFile]:
    real = path.resolve()
    if not real.is_relative_to(repository.resolve()):
        raise RevisionError(f"{path}: not in the git repository {repository}: compare its termbase by itself")
    below = real.relative_to(repository.resolve())
    where = [below.as_posix()] if below.parts else []
    listed = _git(repository, "ls-tree", "-r", "-z", "--full-tree", revision.commit, "--", *where)
    names = []
    for line in filter(None, listed.split(b"\0")):
        about, _, raw = line.partition(b"\t")
        found = PurePath(os.fsdecode(raw))
        if about.startswith(_MODES) and (found == below or is_glossary_file(found.relative_to(below))):
            names.append(found)
    for name, content in zip(names, _contents(repository, revision, names), strict=True):
        if content is not None:
            yield GlossaryFile(Path(f"{revision.name}:{name.as_posix()}"), content)


def _contents(repository: Path, revision: Revision, names: Sequence[PurePath]) -> Iterator[bytes | None]:
    """What files held; None for a link that leads nowhere."""
    for name in names:
        if "\n" in name.name:
            raise RevisionError(f"{name!r}: a file name with a line break: rename the file")
    wanted = b"".join(f"{revision.commit}:".encode() + os.fsencode(name) + b"\n" for name in names)
    answer = io.BytesIO(_git(repository, "cat-file", "--batch", "--follow-symlinks", given=wanted) if names else b"")
    for _ in names:
        # "<object> blob <size>", or what is wrong with a link: "dangling <size>", "<object> missing".
        *_, kind, size = answer.readline().split()
        content = answer.read(int(size) + 1)[:-1] if size.isdigit() else b""
        yield content if kind == b"blob" else None


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git prints; `RevisionError` with what it says is wrong."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0"}
    command = ["git", "-C", str(folder), *arguments]
    try:
        run = subprocess.run(command, input=given, capture_output=True, env=environment, check=False)  # noqa: S603
    except OSError as error:
        raise RevisionError(f"git can't be run ({error.strerror}): install it") from error
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(said[0] if said else f"git {arguments[0]} failed")
    return run.stdout
