"""Organisations of no termbase that stand in the place of one that the segment names elsewhere too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from termkit.model import Comparison, Mention, Span, Text

from ._names import NamedAs, Survey, rarer

# An acronym, or two words and more with a capital: one alone may begin a sentence, or be a noun in German.
_WORD = re.compile(r"[^\W\d_]{2,}")


def strangers(comparison: Comparison, names: Survey) -> Iterator[tuple[int, NamedAs, Span]]:
    """The number of a segment, the organisation that it names less often than its source, and what may stand for it.

    That is an acronym or a capitalised name that is neither in the termbase nor in the source, where the source has
    fewer of them.
    """
    done: set[int] = set()
    for number, name in rarer(comparison, names):
        if number in done or not name.mention.hard:
            continue
        if {candidate.concept_kind for candidate in name.candidates} == {"organisation"}:
            pair = comparison.pairs[number]
            here = list(_strange(pair.segment.source, pair.source))
            there = list(_strange(pair.segment.target, pair.target))
            new = [span for span in there if pair.segment.target.string[slice(*span)] not in pair.segment.source.string]
            if len(new) == 1 and len(there) > len(here):
                done.add(number)
                yield number, name, new[0]


def _strange(text: Text, mentions: Sequence[Mention]) -> Iterator[Span]:
    """The acronyms and the names of several words in a text that nothing was recognised in."""
    known = [mention.span for mention in mentions]
    words = [
        Span(*match.span())
        for match in _WORD.finditer(text.string)
        if match[0][0].isupper() and not any(span.start < match.end() and match.start() < span.end for span in known)
    ]
    for run in _runs(words, text.string):
        if len(run) > 1 or text.string[slice(*run[0])].isupper():
            yield Span(run[0].start, run[-1].end)


def _runs(words: Sequence[Span], string: str) -> Iterator[list[Span]]:
    """Words that only a space parts from one another, together."""
    run: list[Span] = []
    for word in words:
        if run and string[run[-1].end : word.start] != " ":
            yield run
            run = []
        run.append(word)
    if run:
        yield run
