"""Facts: the numbers, dates and times of a text, by value."""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from termkit.language_facts import NumberData, language_name
from termkit.model import Date, Kind, Locale, Mention, Number, Span, Text, plain_digits

from .dates import read_dates
from .lexicon import MAX_REMEMBERED
from .measures import unit_words, with_measures
from .numbers import read_numbers
from .pieces import Pieces, pieces
from .quantity import Quantity
from .scan import Scan, scan

__all__ = ["fact_keys", "recognise_facts"]

_SPAN = operator.attrgetter("span")
_ONE_SEPARATOR = re.compile(r"\d{1,3}([.,])\d{3}(?![.,]?\d)")


def recognise_facts(text: Text, *, words: bool = True, units: bool = True) -> tuple[Mention, ...]:
    """The facts of a text in its locale, in order of their spans; without `words` those in digits alone.

    Without `units` a text may be passed over that has words for money, shares and spans of time and no other facts.

    >>> from termkit.model import Locale
    >>> [(mention.value.plain, mention.hard) for mention in recognise_facts(Text("п'ять із 1 279", Locale("uk")))]
    [('5', False), ('1279', True)]
    """
    known = pieces(text.locale, words=words)
    scanned = scan(text, known, units=units, lone=True)
    if scanned is None:
        return ()
    mentions = _read(text, scanned, known.data) if scanned.tokens else []
    if scanned.lone:
        remembered = _lone(text.locale, words=words)
        for start, piece in scanned.lone:
            written = text.string[start : start + len(piece)]
            mentions += [_moved(mention, start) for mention in remembered[written]]
    return tuple(sorted(mentions, key=_SPAN))


def _read(text: Text, scanned: Scan, data: NumberData) -> list[Mention]:
    """The facts of a text that its tokens say."""
    dates, numbers = read_dates(text, scanned, read_numbers(scanned, data), data)
    measured = with_measures(scanned, numbers, data)
    mentions = [*dates, *[_mention(text, scanned, number, data) for number in measured]]
    for token, value in unit_words(scanned, measured):
        span = scanned.folded.original(token.start, token.end)
        mentions.append(Mention(Kind.UNIT, span, text.string[slice(*span)], value, hard=False))
    return mentions


class _Lone(dict[str, Sequence[Mention]]):
    """A lone piece of a text as it is written -> the facts that it says by itself."""

    def __init__(self, locale: Locale, known: Pieces) -> None:
        super().__init__()
        self._locale, self._known = locale, known

    def __missing__(self, piece: str) -> Sequence[Mention]:
        text = Text(piece, self._locale)
        scanned = scan(text, self._known)
        if len(self) > MAX_REMEMBERED:
            self.clear()
        self[piece] = found = _read(text, scanned, self._known.data) if scanned else ()
        return found


@functools.cache
def _lone(locale: Locale, *, words: bool) -> _Lone:
    return _Lone(locale, pieces(locale, words=words))


def _moved(mention: Mention, by: int) -> Mention:
    """A fact that a piece says, at its place in a text."""
    kind, (start, end), text, value, hard, reading = mention
    if isinstance(value, Date):
        spans = {part: Span(first + by, last + by) for part, (first, last) in value.spans.items()}
        value = replace(value, spans=spans)
    return Mention(kind, Span(start + by, end + by), text, value, hard, reading)


def _mention(text: Text, scanned: Scan, number: Quantity, data: NumberData) -> Mention:
    span = scanned.folded.original(number.start, number.end)
    written = text.string[slice(*span)]
    convention = _convention(written, number, text.locale, data)
    value = Number(
        number.readings,
        number.sort,
        number.measures,
        number.currencies,
        number.bound,
        number.part,
        convention,
        _other(written, data) if convention else "",
    )
    return Mention(_kind(number), span, written, value, number.hard, _reading(written, number, convention))


_KINDS = {
    "ratio": Kind.PERCENTAGE,
    "ratio-difference": Kind.PERCENTAGE,
    "duration": Kind.DURATION,
    "ordinal": Kind.ORDINAL,
    "fraction": Kind.FRACTION,
    "multiple": Kind.MULTIPLE,
}


def _kind(number: Quantity) -> Kind:
    """What a number counts, and else how it is said."""
    if number.currencies:
        return Kind.MONEY
    if number.measures:
        return _KINDS.get(number.measures[0].dimension, Kind.MEASURE)
    return _KINDS.get(number.sort, Kind.NUMBER)


def _convention(written: str, number: Quantity, locale: Locale, data: NumberData) -> str:
    """What decided between the readings of a number with one separator; empty where nothing had to be decided.

    A sign that the language does not have is read as the decimal sign that it is in most others.
    """
    doubtful = len(number.readings) > 1 and _ONE_SEPARATOR.match(written)
    if not doubtful:
        return ""
    if doubtful[1] == data.group:
        return f"{language_name(locale)} grouping"
    own = f"{language_name(locale)} " if doubtful[1] == data.decimal else ""
    return f"{own}decimal {'comma' if doubtful[1] == ',' else 'point'}"


def _other(written: str, data: NumberData) -> str:
    """A number with one separator as the locale writes its other reading: with the other sign.

    >>> from termkit.language import Locale, load_language
    >>> _other("1,279", load_language(Locale("uk")).numbers), _other("1.279", load_language(Locale("de")).numbers)
    ('1\xa0279', '1,279')
    """
    sign = _ONE_SEPARATOR.match(written)
    if sign is None:
        return ""
    other = data.decimal if sign[1] == data.group else data.group
    return written[: sign.start(1)] + ("\xa0" if other.isspace() else other) + written[sign.end(1) :]


def _reading(written: str, number: Quantity, convention: str) -> str:
    """How a number was taken, where its characters alone do not say it; with the other reading of a separator."""
    value = plain_digits(number.readings[0])
    if convention:
        return f"{written} read as {value}, {convention}; or as {plain_digits(number.readings[1])}"
    return "" if value == written else f"{written} read as {value}"


def fact_keys(mentions: Iterable[Mention]) -> frozenset[str]:
    """Keys of the hard facts that are the same in every language, for alignment.

    >>> from termkit.model import Locale
    >>> sorted(fact_keys(recognise_facts(Text("On May 10, 1,279 of them", Locale("en")))))
    ['date:5-10', 'number:1279']
    """
    keys: set[str] = set()
    for mention in mentions:
        if isinstance(mention.value, Number) and mention.hard:
            keys.add(f"number:{mention.value.plain}")
        elif mention.kind is Kind.DATE and isinstance(mention.value, Date):
            date = mention.value
            if date.month or date.weekday is not None:
                keys.add(f"date:{date.month}-{date.day}" if date.month else f"weekday:{date.weekday}")
    return frozenset(keys)
