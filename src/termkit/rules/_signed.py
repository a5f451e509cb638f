"""Two numbers with a sign between them, which one language reads as a time and another as a date, a score or a decimal.

16:32 is a time in one text and the score 16-32 in the other; 18.12 is a decimal here and 18 December there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from termkit.model import Pair, Span

from ._parts import Part

_SIGNED = re.compile(r"(?<![\w.,:/–-])(\d{1,2})(?:\. |[.:/–-])(\d{1,2})(?![\w/–-]|[.,:]\d)")

_Parts = list[Part]


def without_signed(pair: Pair, source: Sequence[Part], target: Sequence[Part]) -> tuple[_Parts, _Parts]:
    """The parts of both sides less those of the same two numbers, which the two languages read in other ways."""
    sides = list(source), list(target)
    strings = pair.segment.source.string, pair.segment.target.string
    for at, other in ((0, 1), (1, 0)):
        for group in _SIGNED.finditer(strings[at]):
            own = _inside(sides[at], Span(*group.span()))
            twin = _twin(own, {int(group[1]), int(group[2])}, strings[other], sides[other]) if own else []
            if twin:
                sides[at][:] = [part for part in sides[at] if part not in own]
                sides[other][:] = [part for part in sides[other] if part not in twin]
    return sides


def _twin(own: _Parts, numbers: set[int], string: str, parts: _Parts) -> _Parts:
    """The parts of the other side that are the same two numbers in another reading."""
    for group in _SIGNED.finditer(string):
        inside = _inside(parts, Span(*group.span()))
        if {int(group[1]), int(group[2])} == numbers and inside:
            return inside if _shape(inside) != _shape(own) else []
    dated = [
        part for part in parts if part.is_date and part.kind in {"number", "month"} and part.readings[0] in numbers
    ]
    is_day = {part.readings[0] for part in dated} == numbers and "month" in {part.kind for part in dated}
    return dated if is_day and not all(part.is_date for part in own) else []


def _inside(parts: Sequence[Part], span: Span) -> _Parts:
    return [part for part in parts if span.start <= part.span.start and part.span.end <= span.end + 1]


def _shape(parts: Sequence[Part]) -> list[tuple[str, str]]:
    """What the parts were taken for; a score is nothing else than two numbers."""
    return sorted((part.kind, "" if part.sort in {"score", "digits"} else part.sort) for part in parts)
