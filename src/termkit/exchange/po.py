"""PO (GNU gettext): one file a locale, for Weblate, Poedit, Virtaal and every other editor of PO files.

An entry is a source term with one rendering. Weblate reads its flags: `terminology` for the preferred term,
`forbidden` for one that must not be written. gettext's own tools drop flags that they do not know, so the same
facts stand in the comments, one a line. What is not agreed yet is fuzzy. The dates of the header are those of the
entries, so that the same termbase gives the same bytes on any day.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from termkit.model import AdministrativeStatus

from ._format import Format, Losses, Scope
from .fields import LABELS, PREFERRED, REPLACED, UNAGREED, Fact, concept_facts, term_facts
from .pairs import Pair, pairs

__all__ = ["PO"]

_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r"}
_ESCAPED = re.compile(r'[\\"\n\t\r]')


def _write(scope: Scope, losses: Losses) -> Iterator[str]:
    yield from _header(scope)
    for concept, found in itertools.groupby(pairs(scope, losses), key=lambda pair: pair.concept):
        about = _comments(concept_facts(concept, scope.locales))
        # A term has several entries; what is said of it is put together once.
        said: dict[int, list[str]] = {}
        for pair in found:
            if id(pair.target) not in said:
                said[id(pair.target)] = _comments(term_facts(pair.target))
            if id(pair.source) not in said:
                facts = (fact for fact in term_facts(pair.source) if fact != PREFERRED)
                said[id(pair.source)] = _comments(facts, "source ")
            yield "\n".join(("", *about, *said[id(pair.target)], *said[id(pair.source)], *_entry(pair)))


def _header(scope: Scope) -> Iterator[str]:
    days = [concept.updated for concept in scope.concepts if concept.updated]
    date = f"{max(days).isoformat()} 00:00+0000" if days else ""
    yield 'msgid ""'
    yield 'msgstr ""'
    for name, value in (
        ("Project-Id-Version", "glossary"),
        ("POT-Creation-Date", date),
        ("PO-Revision-Date", date),
        ("Last-Translator", ""),
        ("Language-Team", ""),
        ("Language", scope.target.replace("-", "_")),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("X-Source-Language", scope.source.replace("-", "_")),
        ("X-Generator", "termkit"),
        ("X-Glossary", "yes"),
    ):
        yield f'"{name}: {value}\\n"'


def _comments(facts: Iterable[Fact], prefix: str = "") -> list[str]:
    """Facts as extracted comments; the further lines of one are indented, so that they are no facts of their own."""
    return ["\n#.   ".join(f"#. {prefix}{fact}".splitlines()) for fact in facts]


def _entry(pair: Pair) -> Iterator[str]:
    yield f"#: {pair.concept.id}"
    if flags := ", ".join(_flags(pair)):
        yield f"#, {flags}"
    yield f"msgctxt {_quoted(pair.key)}"
    yield f"msgid {_quoted(pair.source.term)}"
    yield f"msgstr {_quoted(pair.target.term)}"


def _flags(pair: Pair) -> Iterator[str]:
    if pair.concept.status in UNAGREED:
        yield "fuzzy"
    if pair.target.status in REPLACED:
        yield "forbidden"
    elif pair.target.status is AdministrativeStatus.PREFERRED and pair.source.status not in REPLACED:
        yield "terminology"


def _quoted(text: str) -> str:
    return f'"{_ESCAPED.sub(lambda found: _ESCAPES[found[0]], text)}"'


PO = Format(
    name="po",
    suffix="po",
    readers="Weblate, Poedit, Virtaal, Lokalize, gettext",
    carries={
        **dict.fromkeys(LABELS, "a line of the extracted comment"),
        "id": "reference and msgctxt",
        "status": "a line of the extracted comment; fuzzy where it is draft or proposed",
        "terms.term": "msgid and msgstr",
        "terms.status": "a line of the extracted comment; the flags terminology and forbidden",
    },
    write=_write,
    drafts=True,
)
