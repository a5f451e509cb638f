"""Times of day in words: half past five, ten to six, за чверть шоста, cinq heures moins dix, las cinco y media."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from termkit.language_facts import ClockData

from .quantity import Quantity
from .scan import Scan
from .tokens import Token

__all__ = ["Spoken", "may_be_spoken", "spoken_times"]

_NOON, _HOUR, _HOURS = 12, 60, 24
_HALVES = frozenset({"am", "pm", "night"})
_STEP, _HALF = 5, 30  # minutes are told by fives, up to the half of an hour
_NOT_HOURS = frozenset({"fraction", "scale"})
_COUNTED = frozenset({"unit", "money"})


class Spoken(NamedTuple):
    """A time of day in words: its tokens (first and last), the hour on the clock and the minutes past it."""

    first: int
    last: int
    hour: int
    minute: int


def may_be_spoken(scan: Scan, clock: ClockData) -> bool:
    """Whether a text with numbers may tell the time with words that are no facts elsewhere."""
    if clock.ordinal and "ordinal" in scan.sorts:
        return True
    return not clock.signals.isdisjoint([token.word for token in scan.tokens])


def spoken_times(scan: Scan, numbers: Mapping[int, Quantity], clock: ClockData) -> Iterator[Spoken]:
    """The times of day in words; `numbers` are those of the text by their first tokens."""
    if clock.between or clock.lacking:
        yield from _counted_minutes(scan, numbers, clock)  # first: fünf vor *halb sechs*
    if "minutes" in scan.sorts:
        yield from _named_minutes(scan, numbers)
    if "clock" in scan.sorts:
        yield from _whole_words(scan)
    if clock.ordinal and "ordinal" in scan.sorts:
        yield from _ordinal_hours(scan, numbers, clock)
    if clock.behind:
        yield from _behind_the_hour(scan, clock)


def _named_minutes(scan: Scan, numbers: Mapping[int, Quantity]) -> Iterator[Spoken]:
    """Half past five, quarter to three, пів на шосту."""
    for at in scan.known:
        lexeme = scan.tokens[at].lexeme("minutes")
        hour = numbers.get(at + 1)
        if lexeme is None or hour is None or not _is_hour(hour) or scan.gap(at, at + 1) != " ":
            continue
        yield _spoken(at, hour.last, int(hour.readings[0]), int(lexeme.value))


def _whole_words(scan: Scan) -> Iterator[Spoken]:
    """Полшестого, half past five in one word."""
    for at in scan.known:
        lexeme = scan.tokens[at].lexeme("clock")
        if lexeme is not None:
            yield Spoken(at, at, int(lexeme.value) // _HOUR or _NOON, int(lexeme.value) % _HOUR)


def _counted_minutes(scan: Scan, numbers: Mapping[int, Quantity], clock: ClockData) -> Iterator[Spoken]:
    """Ten past five, за десять шоста, fünf vor halb sechs: minutes in front of their hour."""
    for first, minutes in numbers.items():
        if not _is_minutes(minutes):
            continue
        lacking = first > 0 and scan.tokens[first - 1].word in clock.lacking and scan.gap(first - 1, first) == " "
        at = minutes.last + 1
        if at < len(scan.tokens) and _names(scan.tokens[at], "minute"):
            at += 1
        word = scan.tokens[at].word if at < len(scan.tokens) else ""
        sign = -1 if lacking else clock.between.get(word)
        if sign is None:
            continue
        at, more = _named(scan, at if lacking else at + 1)
        hour = numbers.get(at)
        if hour is None or not _is_hour(hour) or not _is_told(scan, minutes, hour, clock, word="" if lacking else word):
            continue
        given = int(minutes.readings[0])
        value = given - _HOUR if sign == 0 else sign * given
        yield _spoken(first - lacking, hour.last, int(hour.readings[0]), value + more)


def _named(scan: Scan, at: int) -> tuple[int, int]:
    """The token of the hour and the minutes that a word before it adds: *halb* sechs."""
    lexeme = scan.tokens[at].lexeme("minutes") if at < len(scan.tokens) else None
    return (at + 1, int(lexeme.value)) if lexeme else (at, 0)


def _is_told(scan: Scan, minutes: Quantity, hour: Quantity, clock: ClockData, *, word: str) -> bool:
    """Whether words with spaces between them tell a time, and no range: at ten to six."""
    between = scan.string[minutes.end : hour.start]
    if (between.strip() and not between.replace(" ", "").isalpha()) or _counts(scan, hour):
        return False
    before = scan.tokens[minutes.first - 1].word if minutes.first else ""
    if minutes.first == 0 and hour.last + 1 == len(scan.tokens):
        return True  # nothing else is said
    return word not in clock.doubtful or before in clock.before or _names(scan.tokens[minutes.last + 1], "minute")


def _behind_the_hour(scan: Scan, clock: ClockData) -> Iterator[Spoken]:
    """Cinq heures moins le quart, a las cinco y media: minutes behind their hour."""
    for at, token in enumerate(scan.tokens):
        hour = _hour_of(token)
        if hour is None:
            continue
        behind = at + 1 + (at + 1 < len(scan.tokens) and _names(scan.tokens[at + 1], "hour"))
        before = at > 0 and scan.tokens[at - 1].word in clock.before
        for words, minutes in clock.behind:
            last = behind + len(words) - 1
            told = before or (at == 0 and last + 1 == len(scan.tokens) and minutes != _HALF)
            same = [_written(scan, other) for other in scan.tokens[behind : last + 1]] == list(words)
            if same and (told or minutes < 0) and scan.gap(at, behind).strip().isalpha() == (behind > at + 1):
                yield _spoken(at, last, hour, minutes)
                break


def _ordinal_hours(scan: Scan, numbers: Mapping[int, Quantity], clock: ClockData) -> Iterator[Spoken]:
    """O piętnastej trzydzieści, о третій годині дня: the hour as an ordinal, with minutes or the half of the day."""
    for first, hour in numbers.items():
        before = scan.tokens[first - 1].word if first else ""
        if hour.sort != "ordinal" or not 1 <= hour.readings[0] <= _HOURS or before not in clock.before:
            continue
        minutes = numbers.get(hour.last + 1)
        if minutes and 0 < minutes.readings[0] < _HOUR and minutes.sort == "cardinal" and not _counts(scan, minutes):
            yield Spoken(first, minutes.last, int(hour.readings[0]), int(minutes.readings[0]))
        elif any(_is_half_of_day(token) for token in scan.tokens[hour.last + 1 : hour.last + 3]):
            yield Spoken(first, hour.last, int(hour.readings[0]), 0)


def _is_half_of_day(token: Token) -> bool:
    return any(lexeme.sort in _HALVES for lexeme in token.lexemes)


def _written(scan: Scan, token: Token) -> str:
    return token.word or scan.string[token.start : token.end]


def _hour_of(token: Token) -> int | None:
    """The hour on the clock that a token alone may name."""
    lexeme = token.lexeme("cardinal") or token.lexeme("article")
    value = token.readings[0] if token.readings else lexeme.value if lexeme else None
    return int(value) if value is not None and value % 1 == 0 and 1 <= value <= _NOON else None


def _is_hour(number: Quantity) -> bool:
    value = number.readings[0]
    return number.sort not in _NOT_HOURS and value % 1 == 0 and 1 <= value <= _NOON


def _is_minutes(number: Quantity) -> bool:
    value = number.readings[0]
    return number.sort not in _NOT_HOURS and value % _STEP == 0 and 0 < value < _HALF


def _names(token: Token, unit: str) -> bool:
    return any(lexeme.unit == unit for lexeme in token.lexemes)


def _counts(scan: Scan, number: Quantity) -> bool:
    """Whether a number counts what stands behind it, and is no hour."""
    behind = scan.tokens[number.last + 1 : number.last + 2]
    return any(lex.sort in _COUNTED and lex.unit != "hour" for token in behind for lex in token.lexemes)


def _spoken(first: int, last: int, hour: int, minutes: int) -> Spoken:
    return Spoken(first, last, (hour - (minutes < 0)) or _NOON, minutes % _HOUR)
