"""What a format is: what it is called, what it carries, and how a part of the termbase is written in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from termkit.model import Concept, Locale, Term

__all__ = ["Format", "Losses", "Scope"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What goes into one file: concepts by kind and id, the source locale, and the locales beside it."""

    concepts: tuple[Concept, ...]
    source: Locale
    targets: tuple[Locale, ...]

    @property
    def locales(self) -> tuple[Locale, ...]:
        """The source locale and the others."""
        return (self.source, *self.targets)

    @property
    def target(self) -> Locale:
        """The one other locale of a bilingual file."""
        (target,) = self.targets
        return target

    def sections(self, concept: Concept) -> dict[Locale, tuple[Term, ...]]:
        """The terms of a concept in these locales, under the locale that has them: ``pt`` for ``pt-BR``."""
        found = (concept.terms_in(locale) for locale in self.locales)
        return {terms[0].locale: terms for terms in found if terms}


@dataclass(slots=True)
class Losses:
    """What a file leaves out, by the reason why: concepts as `id`, terms as `id/locale/term`."""

    reasons: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, reason: str, concept: Concept, term: Term | None = None) -> None:
        """Note that a concept, or one term of it, is not in the file."""
        what = concept.id if term is None else f"{concept.id}/{term.locale}/{term.term}"
        self.reasons.setdefault(reason, {})[what] = None


@dataclass(frozen=True, slots=True)
class Format:
    """A format that the termbase can be written in.

    `carries` maps each field of the termbase that the format keeps to the place where it stands there, `partly`
    each that it keeps a part of to what that part is. `write` gives the lines of a file without their ends, and
    notes in the losses what it leaves out. A bilingual format has a file for each locale, another one for all.
    """

    name: str
    suffix: str
    readers: str
    carries: Mapping[str, str]
    write: Callable[[Scope, Losses], Iterator[str]]
    partly: Mapping[str, str] = field(default_factory=dict)
    bilingual: bool = True
    drafts: bool = False  # whether it can say that an entry is not agreed yet
    retired: bool = False  # whether it can say that an entry is out of use
    spreadsheet: bool = False  # whether people open it in one, which reads UTF-8 by its byte order mark
