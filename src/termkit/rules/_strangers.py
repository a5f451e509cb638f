"""Organisations of no termbase that stand in the place of one that the segment names elsewhere too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from termkit.model import SOFT, Comparison, Mention, Name, Pair, Span, Text

from ._names import NamedAs, Survey, rarer

# An acronym, or two words and more with a capital: one alone may begin a sentence, or be a noun in German.
_WORD = re.compile(r"[^\W\d_]{2,}")


_MARKS = " «„“\"'(—–-"
_ENDS = ".!?…:\n»”"


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
            new = _new(comparison.pairs[number])
            if new:
                done.add(number)
                yield number, name, new


def _new(pair: Pair) -> Span | None:
    """The one name in a target that its source does not have, where the source has fewer.

    Of several an acronym, or the one inside a sentence, whose first word may have a capital of its own ("Nach Angaben
    der Europäischen Union").
    """
    source, target = pair.segment.source, pair.segment.target
    here, there = list(_strange(source, pair.source)), list(_strange(target, pair.target))
    for is_kept in (_is_acronym, _is_inside, _is_any):
        less = [span for span in here if is_kept(span, source.string)]
        more = [span for span in there if is_kept(span, target.string)]
        new = [span for span in more if target.string[slice(*span)] not in source.string]
        if len(new) == 1 and len(more) > len(less):
            return new[0]
    return None


def _is_acronym(span: Span, string: str) -> bool:
    return string[slice(*span)].isupper()


def _is_inside(span: Span, string: str) -> bool:
    before = string[: span.start].rstrip(_MARKS)
    return bool(before) and before[-1] not in _ENDS


def _is_any(_span: Span, _string: str) -> bool:
    return True


def _strange(text: Text, mentions: Sequence[Mention]) -> Iterator[Span]:
    """The acronyms and the names of several words in a text that nothing was recognised in, but for adjectives."""
    known = [mention.span for mention in mentions if not _is_adjective(mention)]
    words = [
        Span(*match.span())
        for match in _WORD.finditer(text.string)
        if match[0][0].isupper() and not any(span.start < match.end() and match.start() < span.end for span in known)
    ]
    for run in _runs(words, text.string):
        if len(run) > 1 or text.string[slice(*run[0])].isupper():
            yield Span(run[0].start, run[-1].end)


def _is_adjective(mention: Mention) -> bool:
    return (
        isinstance(mention.value, Name)
        and bool(mention.value.candidates)
        and all(candidate.term.type in SOFT for candidate in mention.value.candidates)
    )


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
