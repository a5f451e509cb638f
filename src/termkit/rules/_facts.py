"""The comparison of facts by value that the fact rules share: a best assignment between the two sides.

A fact is compared by its parts: the day and year of a date are numbers like any other, so that
"5-7 March" and "березня 5-7" agree whichever day stands beside the month.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from termkit.model import (
    PERIODS,
    Certainty,
    Comparison,
    Finding,
    Measure,
    Number,
    Pair,
    Rule,
    Severity,
    UnitWord,
    plain_digits,
)

from ._parts import PART_KINDS, Part, parts
from ._signed import without_signed

# Sorts of number word of which one that is missing here and another that is new there make a substitution.
_COMPARABLE = frozenset({"cardinal", "ordinal", "fraction", "scale", "multiple", "date"})
_IN_WORDS = {"cardinal", "ordinal"}  # *two* may stand for *second*, and does not say it where it stands for itself
_LARGE = {"cardinal", "scale"}  # a bare hundred is a numeral in one language, and a noun in another
_STRANGERS = ({"article", "score"}, {"ordinal", "score"}, {"article", "ordinal"})
_SIGNED_DIGITS = re.compile(r"\d+[./]\d+\.?")
_NAMED_DAYS = frozenset({"month", "weekday"})
_IN_WORDS_ALONE = frozenset(PART_KINDS) - {"number"}
_WRITTEN: Mapping[str, Callable[[int], str]] = {
    "month": "month {}".format,
    "weekday": lambda day: f"weekday {day + 1}",
    "relative": lambda days: f"today{days:+}" if days else "today",
    "period": PERIODS.__getitem__,
}
_NOON, _DAY = 12, 24
_CLOCK_UNITS = frozenset({"hour", "metre", "day"})  # 15 h, 7m, о 12 дня
_HOT = 120  # degrees Fahrenheit

# A conversion may be this far off: newsrooms round to two significant digits.
_ROUNDING = Decimal("0.025")
_AUTHORS_ROUNDING = Decimal("0.05")  # within one text: more than 300 km (180 miles)
_ROUGHLY = Decimal("0.1")


class Difference(NamedTuple):
    """A part of the source without its counterpart, a part of the target without one, or one in the other's place."""

    source: Part | None
    target: Part | None

    @property
    def is_date(self) -> bool:
        """Whether it is about a date."""
        return all(part.is_date for part in self if part is not None)

    @property
    def is_time(self) -> bool:
        """Whether it is about a time of day."""
        return any(part.sort == "time" for part in self if part is not None)

    @property
    def is_conversion(self) -> bool:
        """Whether it is a measure beside one of the same dimension in another unit."""
        return self.source is not None and self.target is not None and _differs_in_unit(self.source, self.target)


class Match(NamedTuple):
    """A part of the source and the part of the target that says the same number."""

    source: Part
    target: Part


class Compared(NamedTuple):
    """The facts of a pair, compared."""

    matches: tuple[Match, ...]
    differences: tuple[Difference, ...]


@functools.lru_cache(maxsize=1)  # the fact rules look at a document in turn
def all_compared(comparison: Comparison) -> tuple[tuple[Pair, Compared], ...]:
    """The pairs of a document that say anything, with their facts compared."""
    return tuple((pair, compare(pair)) for pair in comparison.pairs if pair.source or pair.target)


def all_differences(comparison: Comparison) -> Iterator[tuple[Pair, Difference]]:
    """The facts of a document that do not agree, with the pair that each stands in."""
    for pair, compared in all_compared(comparison):
        for difference in compared.differences:
            yield pair, difference


def all_matches(comparison: Comparison) -> Iterator[tuple[Pair, Match]]:
    """The numbers of a document that agree, with the pair that each stands in."""
    for pair, compared in all_compared(comparison):
        for match in compared.matches:
            yield pair, match


def compare(pair: Pair) -> Compared:
    """The facts of a pair, compared."""
    source, target = list(parts(pair.source)), list(parts(pair.target))
    compared = _compared(pair, source, target)
    if compared.differences:
        left = without_signed(pair, source, target)
        if left != (source, target):
            return _compared(pair, *left)
    return compared


def _compared(pair: Pair, source: Sequence[Part], target: Sequence[Part]) -> Compared:
    alone = [
        [m for mention in side if isinstance(mention.value, UnitWord) for m in mention.value.measures]
        for side in (pair.source, pair.target)
    ]
    matches: list[Match] = []
    differences: list[Difference] = []
    for kind in PART_KINDS:
        of_source, of_target = ([part for part in side if part.kind == kind] for side in (source, target))
        if of_source or of_target:
            found = _compare(of_source, of_target, alone, matches)
            differences += (difference for difference in found if not _is_kept(difference, pair))
    return Compared(tuple(matches), tuple(differences))


def _compare(
    source: list[Part], target: list[Part], alone: Sequence[Sequence[Measure]], matches: list[Match]
) -> Iterator[Difference]:
    """The differences between parts of one kind; the parts that agree are added to `matches`.

    `alone` are the units of either side that stand without a number: "a week" is 1 week, and a century 100 years.
    """
    left, right = _unmatched(source, target, matches)
    # What is said twice on one side and once on the other is said: it is surplus, and counts only where
    # something new on the other side may have come in its place ("four … four" become "four … eleven").
    missing = [part for part in left if not _stands_in(part, target) and not _is_one_of(part, alone[1])]
    said = [match.source for match in matches]
    missing = [part for part in missing if not any(_repeats(part, other, alone[1]) for other in said)]
    new = [
        part
        for part in right
        if not _stands_in(part, source)
        and not any(_says_same(part, other) for other in source)
        and not _is_one_of(part, alone[0])
        and not _is_century(part, alone[1], source)
    ]
    if new or not missing or missing[0].kind not in _NAMED_DAYS:
        yield from _assign(missing, new, [part for part in left if part not in missing])
        return
    # Where a month or weekday is said twice instead of two, the second stands in the place of the one that is missing.
    yield from _assign(missing, [part for part in right if part not in new], [])


def _unmatched(source: Sequence[Part], target: Sequence[Part], matches: list[Match]) -> tuple[list[Part], list[Part]]:
    """The parts left on either side when equal ones are paired.

    First those that say the same of the same thing, then by their first readings, then any, then as measures.
    """
    left, right = list(source), list(target)
    for agree in (_agree_fully, _agree_first, _agree, _says_same) if source and target else ():
        for part in list(left):
            partner = next((other for other in right if agree(part, other)), None)
            if partner is not None:
                left.remove(part)
                right.remove(partner)
                matches.append(Match(part, partner))
    return left, right


def _agree_fully(part: Part, other: Part) -> bool:
    if not _agree_first(part, other) or bool(part.currencies) != bool(other.currencies):
        return False
    if {part.sort, other.sort} == _IN_WORDS:
        return False
    units, currencies = ({m.unit for m in part.measures}, {m.unit for m in other.measures}), part.currencies
    same_unit = not units[0].isdisjoint(units[1]) or units[0] == units[1]
    return same_unit and (not currencies or not set(currencies).isdisjoint(other.currencies))


def _agree_first(part: Part, other: Part) -> bool:
    if part.ahead and other.ahead:
        return _is_same_moment(part, other)
    return part.readings[0] == other.readings[0] and _may_stand_for(part, other)


def _agree(part: Part, other: Part) -> bool:
    """Whether what one side most likely says is a reading of the other."""
    if part.ahead and other.ahead:
        return _is_same_moment(part, other)
    likely = part.readings[0] in other.readings or other.readings[0] in part.readings
    return likely and _may_stand_for(part, other)


def _may_stand_for(part: Part, other: Part) -> bool:
    """Whether the sorts allow it: the "un" of a French sentence is neither a score nor *first*, nor is 3 a.m. 3 p.m."""
    if part.sort == other.sort == "time" and _half(part) and _half(other):
        return _half(part) == _half(other)
    if (part.sort == "time") != (other.sort == "time") and (_counts_no_hours(part) or _counts_no_hours(other)):
        return False  # 18 minutes are not 18:00
    return {part.sort, other.sort} not in _STRANGERS


def _is_same_moment(part: Part, other: Part) -> bool:
    """Whether two times are one, each in its zone: 3 p.m. EST is 20:00 GMT."""
    return not _moments(part).isdisjoint(_moments(other))


def _moments(part: Part) -> frozenset[Decimal]:
    """The hours of a time in UTC, by the likeliest reading of its hour or, where nothing says the half, by either."""
    hour = part.readings[0]
    hours = (hour,) if _half(part) else (hour, hour + _NOON)
    return frozenset((hour - ahead) % _DAY for hour in hours for ahead in part.ahead)


def _counts_no_hours(part: Part) -> bool:
    return bool(part.measures) and all(measure.unit not in _CLOCK_UNITS for measure in part.measures)


def _half(part: Part) -> str:
    """The half of the day that a time says or that its hour says."""
    return part.half or ("pm" if part.readings[0] >= _NOON + 1 else "am" if part.readings[0] < 1 else "")


def _says_same(part: Part, other: Part) -> bool:
    return converted(part, other) or _is_in_the(part, other) or _is_in_the(other, part)


def _is_in_the(part: Part, decade: Part) -> bool:
    """Whether a temperature is in the 80s, as Fahrenheit is given by tens."""
    if decade.sort != "decade" or decade.readings[0] > _HOT:
        return False
    low, high = ((decade.readings[0] + more - 32) * 5 / 9 for more in (0, 10))
    return any(m.unit == "celsius" and m.dimension == "temperature" and low - 1 < m.value < high for m in part.measures)


def converted(part: Part, other: Part) -> bool:
    """Whether one is the other in another unit, within the rounding of newsrooms."""
    return any(
        measure.dimension == twin.dimension
        and measure.unit != twin.unit
        and (_is_near(measure, twin) or _is_rounded(measure, twin) or _is_rounded(twin, measure))
        for measure in part.measures
        for twin in other.measures
    )


def _is_century(part: Part, alone: Iterable[Measure], others: Iterable[Part]) -> bool:
    """Whether a part numbers the century of a year of the other side: the 80s of the 20th century are the 1980s."""
    if not any(measure.unit == "century" for measure in (*part.measures, *alone)):
        return False
    return any(other.readings[0] // 100 + 1 == part.readings[0] for other in others)


def _repeats(part: Part, other: Part, alone: Iterable[Measure]) -> bool:
    """Whether a measure says another one in a second unit, as in 300 km (180 miles): it may go with its unit."""
    if not _differs_in_unit(part, other) or any(m.unit == left.unit for m in part.measures for left in alone):
        return False
    return any(
        measure.dimension == twin.dimension and _is_within(_AUTHORS_ROUNDING, measure, twin)
        for measure in part.measures
        for twin in other.measures
    )


def _is_kept(difference: Difference, pair: Pair) -> bool:
    """Whether a word of the source, or digits with a sign in them, stand on both sides as they are written.

    A word may be part of the name of a paper, and 16.3. is a date to one language and a number to another.
    """
    source = difference.source
    texts = pair.segment.target.string, pair.segment.source.string
    if source is not None and source.text.isalpha():
        return re.search(rf"\b{source.text}\b", texts[0]) is not None
    if _is_for_readers(difference, pair):
        return True
    written = [(part.written or part.text, text) for part, text in zip(difference, texts, strict=True) if part]
    return all(_SIGNED_DIGITS.fullmatch(string) and string in text for string, text in written)


def _is_for_readers(difference: Difference, pair: Pair) -> bool:
    """Whether the translation gives a sum in a second currency in brackets: $60 billion (375 milijardi kuna)."""
    source, target = difference
    if source is not None or target is None or not target.currencies:
        return False
    money = [
        currency
        for mention in pair.source
        if isinstance(mention.value, Number)
        for currency in mention.value.currencies
    ]
    _, bracket, inside = pair.segment.target.string[: target.span.start].rpartition("(")
    return bool(money and bracket) and ")" not in inside and set(money).isdisjoint(target.currencies)


def _is_one_of(part: Part, measures: Iterable[Measure]) -> bool:
    """Whether a part is one of a unit: 1 week, or 100 years for a century."""
    ones = [(measure.dimension, measure.value) for measure in measures]
    return any((measure.dimension, measure.value) in ones for measure in part.measures)


def _is_near(measure: Measure, other: Measure) -> bool:
    """Whether two measures agree to two significant digits, or are the same round number of nearly the same unit."""
    return _is_within(_ROUNDING, measure, other) or (
        _is_within(_ROUGHLY, measure, other) and _is_round(measure) and _is_round(other)
    )


def _is_within(share: Decimal, measure: Measure, other: Measure) -> bool:
    """Whether two measures differ by a share of the larger one at most."""
    return abs(measure.value - other.value) <= share * max(abs(measure.value), abs(other.value))


def _is_round(measure: Measure) -> bool:
    """Whether a measure has one significant digit: some 30 yards are some 30 metres."""
    return len((measure.value / measure.factor).normalize().as_tuple().digits) == 1


def _is_rounded(measure: Measure, exact: Measure) -> bool:
    """Whether a measure is the other one, rounded or cut off at the last digit that it is written with."""
    over = exact.value - measure.value if measure.value > 0 else measure.value - exact.value
    return -measure.step <= over < 2 * measure.step


def _differs_in_unit(part: Part, other: Part) -> bool:
    """Whether both are measures of one dimension, and in no unit in common."""
    dimensions = {measure.dimension for measure in part.measures} & {measure.dimension for measure in other.measures}
    return bool(dimensions) and {m.unit for m in part.measures}.isdisjoint(m.unit for m in other.measures)


def _stands_in(part: Part, others: Iterable[Part]) -> bool:
    return any(_agree(part, other) and {part.sort, other.sort} != _IN_WORDS for other in others)


def _assign(missing: list[Part], new: list[Part], surplus: list[Part]) -> Iterator[Difference]:
    """Pair what is missing with what is new, the likest first; hard parts that stay alone are reported alone."""
    left, right = [*missing, *surplus], new
    candidates = sorted(
        ((i >= len(missing), _unlikeness(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)
         if _comparable(a, b)),
    )  # fmt: skip
    paired: dict[int, int] = {}
    for _, _, i, j in candidates:
        if i not in paired and j not in paired.values():
            paired[i] = j
    for i, part in enumerate(left):
        if i in paired:
            yield Difference(part, right[paired[i]])
        elif part.hard and i < len(missing):
            yield Difference(part, None)
    for j, part in enumerate(right):
        if j not in paired.values() and part.hard:
            yield Difference(None, part)


def _comparable(part: Part, other: Part) -> bool:
    if part.hard and other.hard:
        return True
    if part.hard or other.hard:
        return all(side.hard or side.sort in _COMPARABLE for side in (part, other))
    if {part.sort, other.sort} == {"ordinal", "fraction"}:
        return all(any(0 < reading < 1 for reading in side.readings) for side in (part, other))  # a third of them
    return part.sort in _COMPARABLE and (part.sort == other.sort or {part.sort, other.sort} == _LARGE)


def _unlikeness(part: Part, other: Part) -> tuple[int, int]:
    """How unlikely two parts are to stand for one fact: what they count, hard and soft, sorts, then their digits."""
    dimensions = [{measure.dimension for measure in side.measures} for side in (part, other)]
    counts = dimensions[0].isdisjoint(dimensions[1]) and dimensions[0] != dimensions[1]
    money = bool(part.currencies) != bool(other.currencies)
    sorts = (counts + money) * 4 + (part.hard != other.hard) * 2 + (part.sort != other.sort)
    return sorts, _digit_distance(str(part.readings[0]), str(other.readings[0]))


def _digit_distance(left: str, right: str) -> int:
    """How many digits differ: by place where the lengths agree, and one more for every digit of length."""
    return sum(a != b for a, b in zip(left, right, strict=False)) + 2 * abs(len(left) - len(right))


def value_of(part: Part | None) -> str | None:
    """What a part says, free of language: 1279, 15:30, a month's or weekday's number as in ISO 8601."""
    if part is None:
        return None
    value = part.readings[0]
    if part.sort == "time":
        return f"{int(value)}:{round(value % 1 * 60):02} {part.zone}".rstrip()
    written = _WRITTEN.get(part.kind)
    return written(int(value)) if written else plain_digits(value)


def shown(part: Part | None) -> str:
    """A part for a message: its value, how it is written where that is something else, and how a separator was read.

    >>> from termkit.model import Span
    >>> shown(Part("number", (Decimal(1297),), Span(0, 5), "1 297", True, "digits"))
    '1297 (“1 297”)'
    >>> one = Part("number", (Decimal(1279), Decimal("1.279")), Span(0, 5), "1,279", True, "digits")
    >>> shown(one._replace(convention="English grouping"))
    '1279 (“1,279”, English grouping, or 1.279)'
    """
    if part is None:
        return ""
    value = value_of(part) or ""
    if part.kind in _IN_WORDS_ALONE:
        return f"“{part.text}”"
    if part.convention:
        return f"{value} (“{part.text}”, {part.convention}, or {plain_digits(part.readings[1])})"
    return value if value == part.text else f"{value} (“{part.text}”)"


def finding(
    rule: Rule, pair: Pair, difference: Difference | Match, message: str | None = None, severity: Severity | None = None
) -> Finding:
    """What a rule reports of a difference; it is certain where one of the sides had to have a counterpart."""
    source, target = difference
    return rule.finding(
        pair,
        message or _message(difference),
        source_span=source.span if source else None,
        target_span=target.span if target else None,
        severity=severity,
        certainty=Certainty.CERTAIN if any(part and part.hard for part in difference) else Certainty.LIKELY,
        expected=value_of(source),
        found=value_of(target),
    )


def _message(difference: Difference | Match) -> str:
    """What a difference says to people."""
    source, target = difference
    if source and target:
        return f"the source says {shown(source)}, the translation {shown(target)}"
    if source:
        return f"the source says {shown(source)}, the translation does not"
    return f"the translation says {shown(target)}, the source does not"
