"""The exports of a termbase, each made when it is first asked for, and kept while others are not asked for more."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from starlette.concurrency import run_in_threadpool

from termkit.exchange import FORMATS, MANIFEST, Format, exports, has_terms, manifest, termbase_locales
from termkit.garbage import without_collector
from termkit.model import Concept, Locale
from termkit.tags import parse_locale

from .caching import etag_of

_MOST_FILES, _MOST_BYTES = 1000, 2**28  # that are kept; what is let go is made again, byte for byte

__all__ = ["MEDIA_TYPES", "ExportedFile", "Exports", "NoExportError"]

MEDIA_TYPES = {
    "po": "text/x-gettext-translation; charset=utf-8",
    "tbx": "application/x-tbx; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "utf8": "text/tab-separated-values; charset=utf-8",
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "json": "application/json",
}
"""What a file is, by its suffix."""


class NoExportError(Exception):
    """There is no such file; the message says why, or which there are."""


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file as it is sent: its name and content, a tag that differs where the content does, and its report."""

    name: str
    content: bytes
    etag: str
    report: Mapping[str, Any] = field(default_factory=dict)  # what the manifest says of it

    @property
    def media_type(self) -> str:
        """The media type of the content."""
        return MEDIA_TYPES[PurePath(self.name).suffix.removeprefix(".")]


class Exports:
    """The files that `glossary export` would write of some concepts."""

    def __init__(self, concepts: Sequence[Concept], source: Locale) -> None:
        self._concepts, self._source = concepts, source
        self._known = tuple(termbase_locales(concepts))
        self._made: dict[tuple[str, str], asyncio.Future[ExportedFile]] = {}

    @property
    def targets(self) -> tuple[Locale, ...]:
        """The locales beside the source locale."""
        return tuple(locale for locale in self._known if locale != self._source)

    def names(self, form: Format) -> list[str]:
        """The names of the files of a format."""
        return [file.name for file in exports((), form, self._source, self.targets)]

    async def find(self, name: str, form: str | None = None) -> ExportedFile:
        """The file of a name; NoExportError where a format has none, or without a format where several have one."""
        if form is not None and form not in FORMATS:
            raise NoExportError(f"`{form}` is no format: there are {', '.join(FORMATS)}")
        if form is not None and name == MANIFEST:
            return await self._manifest(FORMATS[form])
        having = {other.name: locale for other, locale in self._having(name) if form in (None, other.name)}
        if not having:
            raise NoExportError(self._no_file(name, form))
        if len(having) > 1:
            raise NoExportError(
                f"several formats have a file {name}: {', '.join(f'{other}/{name}' for other in having)}"
            )
        [(found, locale)] = having.items()
        return await self._file(FORMATS[found], locale)

    def _having(self, name: str) -> Iterator[tuple[Format, Locale | None]]:
        """The formats that have a file of a name, and its locale where it is of one."""
        locale = _locale_in(name)
        if locale == self._source or (locale and not has_terms(self._known, locale)):
            return
        for form in FORMATS.values():
            names = (f"{locale}.{form.suffix}",) if locale else self.names(form)
            if form.bilingual == (locale is not None) and name in names:
                yield form, locale

    def _no_file(self, name: str, form: str | None) -> str:
        try:
            locale = parse_locale(PurePath(name).stem)
        except ValueError:
            locale = None
        if locale == self._source:
            return f"`{locale}` is the locale that is translated from: there are files in {', '.join(self.targets)}"
        if locale and not has_terms(self._known, locale):
            return f"the glossary has no terms in `{locale}`; it has {', '.join(self._known)}"
        if locale and locale != PurePath(name).stem:
            return f"there is no file {name}: did you mean {locale}{PurePath(name).suffix}?"
        of_format = f"; the format {form} has {', '.join(self.names(FORMATS[form]))}" if form else ""
        return f"there is no file {name}{of_format}"

    async def _file(self, form: Format, locale: Locale | None) -> ExportedFile:
        def make() -> ExportedFile:
            targets = self.targets if locale is None else (locale,)
            with without_collector():
                [export] = exports(self._concepts, form, self._source, targets)
                file = _file(export.name, export.lines())
                return replace(file, report=export.report())  # which knows what was left out once it is written

        return await self._once((form.name, locale or ""), lambda: run_in_threadpool(make))

    async def _manifest(self, form: Format) -> ExportedFile:
        async def make() -> ExportedFile:
            locales = self.targets if form.bilingual else (None,)
            reports = {}
            for locale in locales:  # of large files one at a time
                file = await self._file(form, locale)
                reports[file.name] = file.report
            return _file(MANIFEST, manifest(form, self._source, reports))

        return await self._once((form.name, MANIFEST), make)

    async def _once(self, key: tuple[str, str], make: Callable[[], Awaitable[ExportedFile]]) -> ExportedFile:
        """What is made under a key: once, however many ask for it at a time, and whoever of them goes away."""
        future = self._made.pop(key, None) or asyncio.ensure_future(make())
        self._made[key] = future  # what was asked for last comes last
        try:
            return await asyncio.shield(future)
        finally:
            self._let_go()

    def _let_go(self) -> None:
        """Keep no more than is allowed of what is made, and nothing that could not be made."""
        count = size = 0
        for key, future in reversed(list(self._made.items())):
            if not future.done():
                continue
            failed = future.cancelled() or future.exception() is not None
            count, size = count + 1, size + (0 if failed else len(future.result().content))
            if failed or count > _MOST_FILES or size > _MOST_BYTES:
                del self._made[key]


def _locale_in(name: str) -> Locale | None:
    """The locale that a file is named for, as it is written in file names."""
    stem = PurePath(name).stem
    try:
        locale = parse_locale(stem)
    except ValueError:
        return None
    return locale if locale == stem else None


def _file(name: str, lines: Iterable[str]) -> ExportedFile:
    content = "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
    return ExportedFile(name, content, etag_of(content))
