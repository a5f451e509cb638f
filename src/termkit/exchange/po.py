"""PO (GNU gettext): one file a locale, for Weblate, Poedit, Virtaal and every other editor of PO files.

An entry is a source term with one rendering. Weblate reads its flags: `terminology` for the preferred term,
`forbidden` for one that must not be written. gettext's own tools drop flags that they do not know, so the same
facts stand in the comments, one a line. What is not agreed yet is fuzzy. The dates of the header are those of the
entries, so that the same termbase gives the same bytes on any day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from termkit.model import REPLACED, AdministrativeStatus

from ._format import Format, Losses, Scope
from .fields import INDENT, LABELS, PREFERRED, UNAGREED, Fact, concept_facts, term_facts
from .pairs import Pair, pairs_by_concept

__all__ = ["PO"]

_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r"}
_ESCAPED = re.compile(r'[\\"\n\t\r]')


def _write(scope: Scope, losses: Losses) -> Iterator[str]:
    yield from _header(scope)
    for concept, found in pairs_by_concept(scope, losses):
        about = _comments(concept_facts(concept, scope.locales))
        # A term has several entries; what is said of it is put together once.
        said: dict[int, str] = {}
        for pair in found:
            source, target = pair.source, pair.target
            if id(target) not in said:
                said[id(target)] = _comments(term_facts(target))
            if id(source) not in said:
                said[id(source)] = _comments((fact for fact in term_facts(source) if fact != PREFERRED), "source ")
            yield f"\n{about}{said[id(target)]}{said[id(source)]}{_entry(pair)}"


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


def _comments(facts: Iterable[Fact], prefix: str = "") -> str:
    """Facts as extracted comments."""
    lines = [f"#. {prefix}{fact.label}: {fact.value}" for fact in facts]
    return "".join([f"{line if line.isprintable() else _indented(line)}\n" for line in lines])


def _indented(comment: str) -> str:
    return f"\n#. {INDENT}".join(comment.splitlines())


def _entry(pair: Pair) -> str:
    flags = ", ".join(_flags(pair))
    reference = f"#: {pair.concept.id}\n#, {flags}" if flags else f"#: {pair.concept.id}"
    msgctxt, msgid, msgstr = _quoted(pair.key), _quoted(pair.source.term), _quoted(pair.target.term)
    return f"{reference}\nmsgctxt {msgctxt}\nmsgid {msgid}\nmsgstr {msgstr}"


def _flags(pair: Pair) -> Iterator[str]:
    if pair.concept.status in UNAGREED:
        yield "fuzzy"
    if pair.target.status in REPLACED:
        yield "forbidden"
    elif pair.target.status is AdministrativeStatus.PREFERRED and pair.source.status not in REPLACED:
        yield "terminology"


def _quoted(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"' if _ESCAPED.search(text) else f'"{text}"'


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES[found[0]]


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
