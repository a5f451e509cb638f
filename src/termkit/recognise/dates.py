"""Dates and times of day: month and weekday words with the numbers beside them, numeric and ISO dates."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from termkit.language_facts import Lexeme, NumberData
from termkit.model import Date, Kind, Mention, Span, Text, Time

from .clock import may_be_spoken, spoken_times
from .numbers import RANGE_GAP
from .quantity import Quantity
from .scan import Scan
from .tokens import Token
from .zones import zone_behind

# 2018-09-29, 2018. 9. 29., 2018/9/29: with the year first the order is always this one.
# Letters of scripts without spaces may stand right beside a date; Latin ones make it a part of a name.
_ISO = re.compile(
    r"(?<![\d.,/-])(?P<year>\d{4})(?P<sep>[./-]) ?(?P<month>\d{1,2})(?P=sep) ?(?P<day>\d{1,2})(?![\d/-])(?!\.\d)"
)
_NUMERIC = re.compile(
    r"(?<![\dA-Za-z_./])(?<![\dA-Za-z_]-)(?P<first>\d{1,2})(?P<sep>[./-]) ?(?P<second>\d{1,2})(?P=sep) ?"
    r"(?P<year>\d{4}|\d{2})(?![\dA-Za-z_/])(?!\.\d)"
)
_DAY_MONTH = re.compile(r"(?<![\dA-Za-z_.,])(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\.(?!\d)")  # 28. 4.
_DAY_SLASH_MONTH = re.compile(
    r"(?<![\dA-Za-z_./,-])(?P<day>0[1-9]|[12]\d|3[01])/(?P<month>0[1-9])(?![\dA-Za-z_/]|[.,]\d)"
)  # 19/07
_CLOCK = re.compile(r"(?<![\dA-Za-z_:])(?P<hour>[01]?\d|2[0-4])(?P<sep>[:.])(?P<minute>[0-5]\d)(?![\d:])(?!\.\d)")
# Between a day and its month: a suffix (23rd, 23-го, 23:e), a full stop, a short word (of, de).
_DAY_GAP = re.compile(r"(?:[-:]?[^\W\d_]{1,3})?\.?[°º]? ?(?:[^\W\d_]{1,3} )?")
_YEAR_GAP = re.compile(r"(?:[-:]?[^\W\d_]{1,3})?\.?,? ?(?:[^\W\d_]{1,3} )?")
_WEEKDAY_GAP = re.compile(r" ?[^\W\d_]{0,2}\.?[,،]? ?[(（]?(?:[^\W\d_]{1,4} ){0,2}")
_BEFORE_GAP = re.compile(
    r"(?:-?[^\W\d_]{1,5})?[., ]{0,2}(?:[^\W\d_]{1,5}\.? )?"
)  # between a year and the month or day behind it
_MARK_GAP = re.compile(r"[. '-]{0,3}(?:[^\W\d_]{1,3}[ '])*")
_MARK_REACH = 5  # words: "3 o'clock in the afternoon"
_NOON, _HOUR = 12, 60
_COUNTED, _OF_TIME = frozenset({"unit", "money"}), frozenset({"hour", "minute"})
_HOURS = frozenset({"hour", "o-clock"})
_HALVES = frozenset({"am", "pm"})
_MARKS = _HOURS | _HALVES | {"night"}
_RANGED = frozenset({"digits", "score", "cardinal"})
_EVENING = 6  # 11 at night is in the evening, 2 at night in the morning
_HALF = Decimal("0.5")
_CENTURY = 100
# Every date and time has one of these words, or digits with a sign between them.
_SORTS = frozenset(
    {
        "month",
        "weekday",
        "relative",
        "period",
        "month-after",
        "month-before",
        "am",
        "pm",
        "night",
        "hour",
        "o-clock",
        "minutes",
        "clock",
    }
)
_SEPARATED = re.compile(r"\d[./:-] ?\d")
_PARTED = re.compile(r"\d[./-] ?\d{1,2}[./-]")  # what all numeric dates but 19/07 have in them


def read_dates(
    text: Text, scan: Scan, numbers: Sequence[Quantity], data: NumberData
) -> tuple[list[Mention], list[Quantity]]:
    """The dates and times of a text, and the numbers that are part of none of them."""
    separated = "digits" in scan.sorts and _SEPARATED.search(scan.string) is not None
    if not separated and scan.sorts.isdisjoint(_SORTS) and not (numbers and may_be_spoken(scan, data.clock)):
        return [], list(numbers)
    reader = _Reader(text, scan, numbers, data)
    mentions = [
        *(reader.numeric() if separated else ()), *(reader.clock_times() if separated else ()),
        *reader.months(), *reader.numbered_months(), *reader.spoken_times(), *reader.weekdays(),
        *reader.relative(), *reader.marked_hours(),
    ]  # fmt: skip
    return mentions, reader.left()


class _Reader:
    """Reads one text; `used` holds the tokens that are part of a date already."""

    def __init__(self, text: Text, scan: Scan, numbers: Sequence[Quantity], data: NumberData) -> None:
        self.text, self.scan, self.data = text, scan, data
        self.numbers = list(numbers)
        self.by_first = {number.first: number for number in numbers}
        self.by_last = {number.last: number for number in numbers}
        self.used: set[int] = set()

    def left(self) -> list[Quantity]:
        """The numbers that are part of no date."""
        return [number for number in self.numbers if number.first not in self.used]

    def numeric(self) -> Iterator[Mention]:
        """2018-09-29, 29.09.2018, 9/29/2018, 29. 9. (where the point is no decimal sign)."""
        if not self.numbers:
            return
        taken: list[tuple[int, int]] = []
        parted = _PARTED.search(self.scan.string) is not None
        patterns = [_ISO, _NUMERIC] if parted else []
        # Where 7.5 is a number a full stop may stand behind it.
        if parted and self.data.day_point and self.data.decimal != ".":
            patterns.append(_DAY_MONTH)
        if not self.data.month_first and "/" in self.scan.string:
            patterns.append(_DAY_SLASH_MONTH)
        for pattern in patterns:
            for match in pattern.finditer(self.scan.string):
                names = self._order(match)
                parts = {part: int(match[group]) for part, group in names.items()}
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
                if _is_date(parts["month"], parts["day"]):
                    taken.append(match.span())
                    yield self._numeric_date(match, names, parts)

    def _order(self, match: re.Match[str]) -> dict[str, str]:
        """The part of a date that each group of a match is."""
        if match.re is not _NUMERIC:
            return {name: name for name in match.groupdict() if name != "sep"}
        first, second = int(match["first"]), int(match["second"])
        month_first = self.data.month_first and match["sep"] != "."
        if not _is_date(first if month_first else second, second if month_first else first):
            month_first = not month_first
        return {"month" if month_first else "day": "first", "day" if month_first else "month": "second", "year": "year"}

    def _numeric_date(self, match: re.Match[str], names: dict[str, str], parts: dict[str, int]) -> Mention:
        self._use(*match.span())
        if "year" in parts:
            parts["year"] = _full_year(match["year"])
        ambiguous = match.re is _NUMERIC and match["sep"] == "/" and _is_date(parts["day"], parts["month"])
        return self._mention(parts, {part: match.span(group) for part, group in names.items()}, ambiguous=ambiguous)

    def clock_times(self) -> Iterator[Mention]:
        """19:30, 7:30 p.m.; 19.30 where it can be no decimal."""
        for match in _CLOCK.finditer(self.scan.string):
            last = self._last_token(match.end())
            if last is None or self._is_taken(*match.span()):
                continue
            mark = self._mark_after(last) or self._mark_before(match.start())
            if match["sep"] == "." and mark is None and self.data.decimal == ".":
                continue  # a decimal; elsewhere the point is no decimal sign, and 19.30 is a time
            self._use(*match.span())
            yield self._time(match.start(), match.end(), int(match["hour"]), int(match["minute"]), mark)

    def _is_taken(self, start: int, end: int) -> bool:
        """Whether a number between two offsets is part of a date already."""
        return any(n.start < end and n.end > start and n.first in self.used for n in self.numbers)

    def marked_hours(self) -> Iterator[Mention]:
        """3 p.m., 15 Uhr, 15 h 30: an hour in digits or words before its mark."""
        for number in self.left():
            value = number.readings[0]
            mark = self._mark_after(number.last)
            if mark is not None and mark.sort in _HOURS:
                mark = self._mark_before(number.start) or mark
            if mark is None or value % 1 or not 0 <= value <= 24 or number.sort in {"article", "ordinal", "fraction"}:
                continue
            if mark.sort in {"am", "pm", "night"} and value > _NOON:
                continue
            minute = self._minutes(number.last + 2) if self._is_hour(number.last + 1) else None
            if mark.sort == "hour" and minute is None and not zone_behind(self.scan, number.end).ahead:
                continue  # "15 hours" may be a duration: a plain number
            end = minute.end if minute else number.end
            if mark.sort in _HALVES:
                yield from self._first_of_range(number, mark)
            self._use(number.start, end)
            yield self._time(number.start, end, int(value), _minute(minute) if minute else 0, mark)

    def _first_of_range(self, last: Quantity, mark: Lexeme) -> Iterator[Mention]:
        """The hour before another one that has the mark for both: from 1 to 2 p.m."""
        first = self.by_last.get(last.first - 1) or self.by_last.get(last.first - 2)
        if first is None or first.first in self.used or first.sort not in _RANGED:
            return
        value, between = first.readings[0], self.scan.string[first.end : last.start]
        if value % 1 == 0 and 1 <= value < last.readings[0] and RANGE_GAP.fullmatch(between):
            self._use(first.start, first.end)
            yield self._time(first.start, first.end, int(value), 0, mark)

    def spoken_times(self) -> Iterator[Mention]:
        """Half past five, quarter to three, пів на шосту."""
        for spoken in spoken_times(self.scan, self.by_first, self.data.clock):
            tokens = range(spoken.first, spoken.last + 1)
            if not self.used.isdisjoint(tokens):
                continue
            self.used.update(tokens)
            mark = self._mark_after(spoken.last)
            start, end = self.scan.tokens[spoken.first].start, self.scan.tokens[spoken.last].end
            time = self._time(start, end, spoken.hour, spoken.minute, mark)
            if mark is None:  # such times are of the 12-hour clock in every language
                hours = (spoken.hour, spoken.hour + _NOON)
                time = time._replace(value=Time(hours, spoken.minute, "", *zone_behind(self.scan, end)))
            yield time

    def _is_hour(self, at: int) -> bool:
        return at < len(self.scan.tokens) and self.scan.tokens[at].lexeme("hour") is not None

    def _mark_before(self, start: int) -> Lexeme | None:
        """The half of the day where the language has it before the hour: 下午3点."""
        if not self.data.half_day_first:
            return None
        at = bisect_right(self.scan.tokens, start, key=lambda token: token.start) - 2
        if at < 0 or not _WEEKDAY_GAP.fullmatch(self._between(at, at + 1)):
            return None
        return self.scan.tokens[at].lexeme("pm") or self.scan.tokens[at].lexeme("am")

    def _minutes(self, at: int) -> Quantity | None:
        """The minutes of "15 h 30"."""
        number = self.by_first.get(at)
        if number is None or at < 1 or self.scan.gap(at - 1, at) not in {"", " "} or number.readings[0] >= _HOUR:
            return None
        return None if self._counts(number) else number

    def _counts(self, number: Quantity) -> bool:
        """Whether a number counts what stands behind it, and no minutes: 11 बजे 20 वर्षीय, at 11, and 20 years."""
        at = number.last + 1
        if at >= len(self.scan.tokens) or self.scan.gap(at - 1, at) != " ":
            return False
        return any(lex.sort in _COUNTED and lex.unit not in _OF_TIME for lex in self.scan.tokens[at].lexemes)

    def _mark_after(self, last: int) -> Lexeme | None:
        """The mark of a time of day behind a token: p.m., Uhr, години дня; of two marks the half of the day."""
        if self.scan.sorts.isdisjoint(_MARKS):
            return None
        mark = None
        for at in range(last + 1, min(last + _MARK_REACH, len(self.scan.tokens))):
            if not _MARK_GAP.fullmatch(self._between(last, at)):
                break
            for sort in ("o-clock", "hour") if self.data.half_day_first else ("pm", "am", "night", "o-clock", "hour"):
                lexeme = self.scan.tokens[at].lexeme(sort)
                if lexeme:
                    mark, last = lexeme, at
                    break
            if mark is not None and mark.sort not in _HOURS:
                break
        return mark

    def _time(self, start: int, end: int, hour: int, minute: int, mark: Lexeme | None) -> Mention:
        if mark is not None and mark.sort == "night":
            mark = mark._replace(sort="pm" if _EVENING <= hour < _NOON else "am")
        hours: tuple[int, ...] = (hour,)
        if mark is not None and mark.sort == "pm" and hour <= _NOON:
            hours = (hour % _NOON + _NOON, hour)
        elif mark is not None and mark.sort == "am" and hour == _NOON:
            hours = (0, 24, _NOON)
        span = self.scan.folded.original(start, end)
        half = mark.sort if mark is not None and mark.sort not in _HOURS else self._half_of(hour)
        zone = zone_behind(self.scan, end)
        return Mention(Kind.TIME, span, self.text.string[slice(*span)], Time(hours, minute, half, *zone))

    def _half_of(self, hour: int) -> str:
        """The half of the day of an hour without a mark, where the language counts to 24 and nothing says otherwise."""
        if not self.data.clock_24 or not self.scan.sorts.isdisjoint(_HALVES):
            return ""
        return "am" if hour < _NOON else "pm"

    def _unused(self, sort: str) -> Iterator[tuple[int, Token, Lexeme]]:
        """The tokens of a sort that no date has used yet, written as they should be."""
        for at in self.scan.known if sort in self.scan.sorts else ():
            token = self.scan.tokens[at]
            lexeme = token.lexeme(sort)
            if lexeme and at not in self.used and (not lexeme.capital or self.scan.is_capitalised(at)):
                yield at, token, lexeme

    def months(self) -> Iterator[Mention]:
        """23 May 2014, Friday, May 23, в мае."""
        for at, token, lexeme in self._unused("month"):
            values, spans = {"month": int(lexeme.value)}, {"month": (token.start, token.end)}
            first = last = at
            if token.word in self.data.words or not self.data.agglutinated:  # Oktoberhälfte has no day
                first, last = self._add_day(at, values, spans)
                first, last = self._add_year(first, last, values, spans)
            if len(values) == 1 and not self._counts_alone(at, lexeme):
                continue
            if lexeme.abbreviated and token.lexeme("cardinal") and not self._is_pointed(at):
                continue  # sept is seven, and sept. a month
            if "day" in values:
                self._add_weekday(first, last, values, spans)
            self.used.update(range(first, last + 1))
            yield self._mention(values, spans, hard=len(values) > 1 or not self._in_a_name(at, lexeme))

    def weekdays(self) -> Iterator[Mention]:
        """Weekdays that stand alone."""
        for at, token, lexeme in self._unused("weekday"):
            if self._counts_alone(at, lexeme) and not (token.lexeme("unit") and at - 1 in self.by_last):
                self.used.add(at)
                yield self._mention(
                    {"weekday": int(lexeme.value)},
                    {"weekday": (token.start, token.end)},
                    hard=not self._in_a_name(at, lexeme),
                )

    def _in_a_name(self, at: int, lexeme: Lexeme) -> bool:
        """Whether a lone month or weekday may be no date: the Sunday Times, Oktoberfest."""
        if lexeme.loose or not lexeme.capital or at + 1 == len(self.scan.tokens):
            return lexeme.loose
        capital = self.scan.is_capitalised(at + 1) and not self.scan.tokens[at + 1].lexemes
        return capital and self._between(at, at + 1) == " "

    def _add_day(self, at: int, values: dict[str, int], spans: dict[str, tuple[int, int]]) -> tuple[int, int]:
        """Take the day before the month, or behind it where the language has it there; first and last token."""
        for end in (at - 1, at - 2, at - 3):
            day = self.by_last.get(end)
            if day and _is_day(day) and day.first not in self.used and self._is_day_before(day.last, at):
                values["day"], spans["day"] = int(day.readings[0]), (day.start, day.end)
                return day.first, at
        after = self.by_first.get(at + 1)
        gaps = {" ", ". "} if self.data.spaces else {"", " "}
        if self.data.month_first and after and _is_day(after) and self._between(at, at + 1) in gaps:
            values["day"], spans["day"] = int(after.readings[0]), (after.start, after.end)
            return at, after.last
        return at, at

    def _is_day_before(self, day: int, month: int) -> bool:
        """Whether a day stands before a month; before a word that is something else too nothing may part them."""
        if not self._gap(_DAY_GAP, day, month):
            return False
        lexeme = self.scan.tokens[month].lexeme("month")
        return not (lexeme and lexeme.beside) or all(
            self.scan.tokens[at].word in self.data.date_prepositions
            for at in range(day + 1, month)
            if self.scan.gap(at - 1, at) not in {"", "-"}  # 23rd
        )

    def _add_year(
        self, first: int, last: int, values: dict[str, int], spans: dict[str, tuple[int, int]]
    ) -> tuple[int, int]:
        """Take the year behind the date, or before it where the language has it there; first and last token."""
        for end in (first - 1, first - 2) if self.data.year_first else ():
            year = self.by_last.get(end)
            if year and _is_year(year) and self._gap(_BEFORE_GAP, year.last, first):
                values["year"], spans["year"] = int(year.readings[0]), (year.start, year.end)
                return year.first, last
        for start in (last + 1, last + 2):
            year = self.by_first.get(start)
            if year and _is_year(year) and self._gap(_YEAR_GAP, last, year.first):
                values["year"], spans["year"] = int(year.readings[0]), (year.start, year.end)
                return first, year.last
        return first, last

    def numbered_months(self) -> Iterator[Mention]:
        """5月10日, 10 tháng 5: the month is a number beside the word for month."""
        for sort, numbers, step in (("month-after", self.by_last, -1), ("month-before", self.by_first, 1)):
            for at, _, _ in self._unused(sort):
                month = numbers.get(at + step)
                if month is None or month.first in self.used or not self._is_month(month, at):
                    continue
                values, spans = {"month": int(month.readings[0])}, {"month": (month.start, month.end)}
                first, last = (at, month.last) if step > 0 else (month.first, at)
                first, last = self._add_numbered_day(first, last, values, spans)
                first, last = self._add_year(first, last, values, spans)
                if "day" in values:
                    self._add_weekday(first, last, values, spans)
                self.used.update(range(first, last + 1))
                yield self._mention(values, spans)

    def _is_month(self, month: Quantity, at: int) -> bool:
        left, right = (month.last, at) if month.last < at else (at, month.first)
        value = month.readings[0]
        return value % 1 == 0 and 1 <= value <= _NOON and self._between(left, right) in {"", " "}

    def _add_numbered_day(
        self, first: int, last: int, values: dict[str, int], spans: dict[str, tuple[int, int]]
    ) -> tuple[int, int]:
        """Take the day behind the month, or before it; first and last token."""
        behind, before = self.by_first.get(last + 1), self.by_last.get(first - 1)
        if behind and _is_day(behind) and not self._is_counted(behind) and self._between(last, last + 1) in {"", " "}:
            values["day"], spans["day"] = int(behind.readings[0]), (behind.start, behind.end)
            return first, behind.last
        if before and _is_day(before) and before.first not in self.used and self._gap(_DAY_GAP, first - 1, first):
            values["day"], spans["day"] = int(before.readings[0]), (before.start, before.end)
            return before.first, last
        return first, last

    def _is_counted(self, number: Quantity) -> bool:
        """Whether the number of another month, and no day: 2월과 3월."""
        at = number.last + 1
        return at < len(self.scan.tokens) and self.scan.tokens[at].lexeme("month-after") is not None

    def relative(self) -> Iterator[Mention]:
        """Yesterday, last week, every year: they come and go, and one in the place of the other is a change."""
        for sort in ("relative", "period"):
            for at, token, lexeme in self._unused(sort):
                self.used.add(at)
                yield self._mention({sort: int(lexeme.value)}, {sort: (token.start, token.end)}, hard=False)

    def _add_weekday(self, first: int, last: int, values: dict[str, int], spans: dict[str, tuple[int, int]]) -> None:
        for at in (first - 1, first - 2, first - 3, last + 1, last + 2):
            if not 0 <= at < len(self.scan.tokens):
                continue
            lexeme = self.scan.tokens[at].lexeme("weekday")
            left, right = (at, first) if at < first else (last, at)
            if lexeme and at not in self.used and self._gap(_WEEKDAY_GAP, left, right):
                token = self.scan.tokens[at]
                values["weekday"], spans["weekday"] = int(lexeme.value), (token.start, token.end)
                self.used.add(at)
                return

    def _counts_alone(self, at: int, lexeme: Lexeme) -> bool:
        """Whether a month or weekday counts without a number beside it."""
        if not (lexeme.beside or lexeme.abbreviated):
            return True
        return self._behind_preposition(at) and (not lexeme.abbreviated or self._is_pointed(at))

    def _is_pointed(self, at: int) -> bool:
        return self.scan.string.startswith(".", self.scan.tokens[at].end)

    def _behind_preposition(self, at: int) -> bool:
        return (
            at > 0
            and self.scan.tokens[at - 1].word in self.data.date_prepositions
            and self._between(at - 1, at) in {" ", "-"}
        )

    def _gap(self, pattern: re.Pattern[str], left: int, right: int) -> bool:
        return pattern.fullmatch(self._between(left, right)) is not None

    def _between(self, left: int, right: int) -> str:
        return self.scan.gap(left, right)

    def _last_token(self, end: int) -> int | None:
        for at, token in enumerate(self.scan.tokens):
            if token.end == end:
                return at
        return None

    def _use(self, start: int, end: int) -> None:
        """Mark the tokens between two offsets as used."""
        self.used.update(at for at, token in enumerate(self.scan.tokens) if token.start < end and token.end > start)

    def _mention(
        self,
        values: dict[str, int],
        spans: dict[str, tuple[int, int]],
        *,
        ambiguous: bool = False,
        hard: bool = True,
    ) -> Mention:
        original = {part: self.scan.folded.original(*span) for part, span in spans.items()}
        span = Span(min(span.start for span in original.values()), max(span.end for span in original.values()))
        date = Date(**values, ambiguous=ambiguous, spans=original)
        return Mention(Kind.DATE, span, self.text.string[slice(*span)], date, hard)


def _minute(number: Quantity) -> int:
    return 30 if number.readings[0] == _HALF else int(number.readings[0])  # 7時半


def _is_date(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _is_day(number: Quantity) -> bool:
    value = number.readings[0]
    return number.sort in {"digits", "score", "decade", "ordinal", "cardinal"} and value % 1 == 0 and 1 <= value <= 31


def _is_year(number: Quantity) -> bool:
    value = number.readings[0]
    return (
        number.sort in {"digits", "score"}
        and number.end - number.start == 4
        and value == value.to_integral()
        and value >= Decimal(1000)
    )


def _full_year(digits: str) -> int:
    """A two-digit year is read as of the hundred years around 2000: 69 and later are of the 1900s (POSIX)."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (20 if year < 69 else 19) * _CENTURY
