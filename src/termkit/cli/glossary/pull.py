"""`termkit glossary pull`: a glossary file from a server into a project."""

from __future__ import annotations

import codecs
import functools
import hashlib
import re
import urllib.parse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from termkit import cache
from termkit.cli._output import Failure, write, write_bytes
from termkit.cli._settings import plain_faults, read_settings
from termkit.cli._types import LocaleType
from termkit.formats.source import decode
from termkit.importing import UnreadableError, read_glossary
from termkit.importing.sources import FORMATS, LARGEST
from termkit.model import Fault, Locale
from termkit.termbase import GlossaryFile, TermbaseError, load_files

from ._fetch import Fetched, FetchError, fetch, parse_url

_TERMBASE = (".json", ".yaml", ".yml")
_SKOS = {".ttl": re.compile(r"\ba skos:Concept ;"), ".jsonld": re.compile('"@type": "skos:Concept"')}
_KIND = "pull"  # the folder in the cache
_BEGINNING = 1000  # bytes, in which a web page says that it is one
_MOST_SHOWN = 10  # faults


@click.command("pull", short_help="Fetch a glossary file from a server into a project.")
@click.argument("url", metavar="URL")
@click.option(
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="The file to write, or the folder to write it to. [default: named as in URL, in the working directory]",
)
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), help="What the file is. [default: as its name ends]"
)
@click.option("--locale", type=LocaleType(), help="The locale of the translations, where the file does not tell it.")
@click.option("--source-locale", type=LocaleType(), help="The locale of the sources, where the file does not tell it.")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=30,
    show_default=True,
    metavar="SECONDS",
    help="For how long to try.",
)
@click.option("--with-faults", is_flag=True, help="Take the file even if lines of it are not understood.")
def command(
    url: str,
    *,
    output: Path | None,
    form: str | None,
    locale: Locale | None,
    source_locale: Locale | None,
    timeout: float,
    with_faults: bool,
) -> None:
    """Fetch a glossary file from URL, such as http://localhost:8000/glossary/uk.po of `glossary serve`.

    The file is read as `glossary import` reads it (PO, TBX, CSV, OmegaT; JSON as a termbase; SKOS is only looked at),
    and replaces the one that is there only if all of it has come and is understood; else that one stays as it is. While
    the server is away or busy, it is asked again. A file that has not changed since it was last pulled is not sent
    again.

    Exit code: 0 written or unchanged, 2 wrong usage, no file to be had, or faults in it.
    """
    with plain_faults():
        source = read_settings((), source_locale=source_locale).source_locale
    read = functools.partial(_read_glossary, source=source, locale=locale, form=form)
    target = None
    try:
        address = parse_url(url)
        target = _target(address, output)
        old = _read(target)
        fetched = fetch(address, timeout=timeout, largest=LARGEST, etag=_known_tag(address, old))
        entries = _checked(fetched, target.name, read, with_faults=with_faults) if _is_new(fetched, old) else None
    except (FetchError, _UnusableError) as error:
        kept = f"\n{target} stays as it is" if target and target.exists() else ""
        raise Failure(f"termkit: {_without_password(url)}: {error}{kept}") from error
    if entries is not None and fetched.content is not None:
        write_bytes(target, fetched.content)
    _keep_tag(address, fetched)
    write([f"unchanged: {target}" if entries is None else f"written: {target}, {entries} entries"])


def _without_password(url: str) -> str:
    return re.sub(r"//[^/]*@", "//…@", url)


class _UnusableError(Exception):
    """What came is no glossary, or has faults; the message says which."""


class _Read(NamedTuple):
    """How many entries a file has, and what in it is wrong or not understood."""

    entries: int
    faults: Sequence[str]


def _target(address: str, output: Path | None) -> Path:
    """The file to write."""
    if output and not output.is_dir():
        if output.exists() and not output.is_file():
            raise Failure(f"termkit: {output} is no file: name another with --output")
        return output
    name = urllib.parse.unquote(urllib.parse.urlsplit(address).path).rpartition("/")[2]
    if not name.isprintable() or name.startswith(".") or not name or "\\" in name:
        raise Failure("termkit: the address ends in no name of a file: name one with --output")
    target = (output or Path()) / name
    if target.is_dir():
        raise Failure(f"termkit: {target} is a folder: name a file with --output")
    return target


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Failure(f"termkit: can't read {path}: {error.strerror}") from error


def _is_new(fetched: Fetched, old: bytes | None) -> bool:
    return fetched.content is not None and fetched.content != old


def _checked(fetched: Fetched, name: str, read: Callable[[str, bytes], _Read], *, with_faults: bool) -> int:
    """How many entries came; an error where it is none, or has faults that were not asked for."""
    content = fetched.content or b""
    beginning = content[:_BEGINNING].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if fetched.media_type == "text/html" or beginning.startswith((b"<!doctype html", b"<html")):
        raise _UnusableError("a web page came, where a glossary should: correct the address")
    try:
        entries, faults = read(name, content)
    except UnreadableError as error:
        raise _UnusableError(f"what came is no glossary:\n{error}") from error
    if faults and not with_faults:
        more = [f"… and {len(faults) - _MOST_SHOWN} more"] if len(faults) > _MOST_SHOWN else []
        lines = ["what came has faults (--with-faults takes it as it is):", *faults[:_MOST_SHOWN], *more]
        raise _UnusableError("\n".join(lines))
    if not entries:
        raise _UnusableError("there is no entry in what came")
    return entries


def _read_glossary(name: str, content: bytes, *, source: Locale, locale: Locale | None, form: str | None) -> _Read:
    if form is None and Path(name).suffix.lower() in _TERMBASE:
        return _read_termbase(name, content)
    if form is None and (concept := _SKOS.get(Path(name).suffix.lower())):
        return _read_skos(name, content, concept)
    reading = read_glossary(name, content, source, locale, form)
    return _Read(len(reading.entries), [str(fault) for fault in reading.faults])


def _read_termbase(name: str, content: bytes) -> _Read:
    """A termbase as `--glossary` will read it."""
    try:
        return _Read(len(load_files([GlossaryFile(Path(name), content)], cache=False)), [])
    except TermbaseError as error:
        return _Read(0, [str(fault) for fault in error.faults])


def _read_skos(name: str, content: bytes, concept: re.Pattern[str]) -> _Read:
    """Linked data, which no command of termkit reads: that it is text and has concepts is all there is to see."""
    text = decode(name, content)
    if isinstance(text, Fault):
        return _Read(0, [f"{name}:{text.origin.start(0).line}: {text.message}"])
    return _Read(len(concept.findall(text)), [])


def _known_tag(address: str, content: bytes | None) -> str | None:
    """The tag that came with the file from that address, if it is still as it came."""
    tag = cache.read(_KIND, _key(address, content)) if content is not None else None
    return tag.decode("latin-1") if tag else None


def _keep_tag(address: str, fetched: Fetched) -> None:
    if fetched.content is not None and fetched.etag:
        cache.write(_KIND, _key(address, fetched.content), fetched.etag.encode("latin-1", "replace"))


def _key(address: str, content: bytes) -> str:
    return repr((address, hashlib.sha256(content).hexdigest()))
