"""The termbase as it is now: read again once its files change, and kept as it was while they have faults."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from starlette.concurrency import run_in_threadpool

from termkit.exchange import termbase_locales
from termkit.model import Concept, Locale
from termkit.recognise.search import TermSearch
from termkit.termbase import Termbase, TermbaseFault, files_state, load_termbase, read_termbase, settled_state

from .exports import Exports

__all__ = ["LiveTermbase", "Snapshot"]


@dataclass(frozen=True)
class Snapshot:
    """A termbase without faults, what is made of it, and what is wrong with its files since it was read."""

    concepts: Mapping[str, Concept]
    digest: str
    source: Locale
    exports: Exports
    faults: tuple[TermbaseFault, ...] = ()

    @functools.cached_property
    def locales(self) -> tuple[Locale, ...]:
        """The locales that have terms, the source locale first."""
        known = termbase_locales(self.concepts.values())
        return tuple(sorted(known, key=lambda locale: (locale != self.source, locale)))

    @functools.cached_property
    def ordered(self) -> tuple[Concept, ...]:
        """The concepts as people look for them: by their names."""
        return tuple(sorted(self.concepts.values(), key=lambda concept: (self.name_of(concept).casefold(), concept.id)))

    @functools.cached_property
    def search(self) -> TermSearch:
        """Finds terms by their forms."""
        return TermSearch(self.concepts.values())

    @functools.cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that there are."""
        return tuple(sorted({concept.kind for concept in self.concepts.values()}))

    def name_of(self, concept: Concept) -> str:
        """What people call a concept: its first term in the source locale, else its id."""
        terms = concept.terms_in(self.source)
        return terms[0].term if terms else concept.id


class LiveTermbase:
    """Glossary files and folders, of which `current` always gives a whole, sound termbase.

    `notify` is told in words whenever another one has been read, or faults have come or gone. Raises TermbaseError
    where there are faults from the beginning.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        source: Locale,
        *,
        cache: bool = True,
        notify: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._paths, self._source, self._notify = tuple(paths), source, notify
        self._refreshing = asyncio.Lock()
        self._state = settled_state(self._paths)
        self.latest = self._snapshot(load_termbase(self._paths, cache=cache))

    async def current(self) -> Snapshot:
        """The termbase as its files have it now. Whoever asks while it is read again gets the one before."""
        if not self._refreshing.locked():
            async with self._refreshing:
                await run_in_threadpool(self._refresh)
        return self.latest

    def _refresh(self) -> None:
        if self._state is not None and files_state(self._paths) == self._state:
            return
        # Taken before the files are read: what changes meanwhile is another state the next time.
        state = settled_state(self._paths)
        reading = read_termbase(self._paths, cache=False)  # what has changed is not in the cache
        self._state = state
        if reading.faults:
            self._keep(reading.faults)
        elif reading.digest != self.latest.digest:
            self.latest = self._snapshot(Termbase(reading.concepts, reading.digest))
            self._notify(f"termbase read again: {len(reading.concepts)} concepts")
        elif self.latest.faults:
            self.latest = replace(self.latest, faults=())
            self._notify("the faults of the termbase are gone")

    def _keep(self, faults: tuple[TermbaseFault, ...]) -> None:
        if faults != self.latest.faults:
            self.latest = replace(self.latest, faults=faults)
            self._notify("\n".join(["the termbase has faults; what was read before is kept:", *map(str, faults)]))

    def _snapshot(self, termbase: Termbase) -> Snapshot:
        # Read as a whole: nothing is to depend on files of the cache that others may delete.
        concepts = dict(termbase.concepts)
        return Snapshot(concepts, termbase.digest, self._source, Exports(tuple(concepts.values()), self._source))
