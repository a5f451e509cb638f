"""Numbers: digits with scale words, and number words in all their forms."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from termkit.language_facts import Lexeme, NumberData
from termkit.model import Measure

from .phrase import Phrase
from .tokens import Scan, Token

_PERCENT = 100
# A number word up to twelve comes and goes between languages ("the two countries"); a larger one does not.
_SMALL = 12
_THOUSAND = 1000
_REACH = 4  # tokens between a decade and its century
_AND, _AND_WORDS = 3, 2  # letters of the words for *and*, and how many they are with an article
_HALF = Decimal("0.5")
_COUNTS = frozenset({"digits", "cardinal", "article"})
AND_GAP = re.compile(r" (?:[^\W\d_]{1,3} ){1,2}")
_MARKS = frozenset({"above", "below", "above-after", "below-after", "of-which"})
_BOUND_GAP = re.compile(r"\W{0,3}|\W?\w{1,8}\W?")  # a unit, or one small word, may stand between
_ALWAYS = "24/7"
_FRACTIONS = frozenset({"1/2", "1/3", "2/3", "1/4", "3/4", "1/8", "3/8", "5/8", "7/8"})
_CENTURY_BEFORE = re.compile(r"(?:1\d|20)\d\d[-/]$")
_SCORE_GAPS = frozenset({"-", ":", "&", "/"})
_DOZENS = frozenset({Decimal(10), Decimal(12)})  # "dozens" are tens in languages that count so
_OF_GAP = re.compile(r" (?:[^\W\d_]{1,2} ){0,2}")
# 5-7, 5 to 7, 5至7: in scripts without spaces a short word stands right between the numbers.
RANGE_GAP = re.compile(
    r" ?[-/~〜～] ?| [^\W\d_]{1,5} | [^\W\d_]{1,3} [^\W\d_]{1,3} |[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{1,3} ?"
)
_ROUND = frozenset(Decimal(10) ** power for power in range(2, 13))  # "a hundred" is as loose as "hundreds"


class Quantity(NamedTuple):
    """A number in a text: its tokens (first and last), offsets, readings, and how it is written."""

    first: int
    last: int
    start: int
    end: int
    readings: tuple[Decimal, ...]
    sort: str
    hard: bool
    scale: Decimal | None = None  # the scale word that multiplies it
    units: tuple[str, ...] = ()
    currencies: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    bound: str = ""  # above (more than, at least) or below (nearly, at most)
    part: bool = False  # of them 38


def read_numbers(scan: Scan, data: NumberData) -> list[Quantity]:
    """All numbers of a text, in order, not overlapping."""
    quantities = _read(scan, data)
    if scan.sorts.isdisjoint(_MARKS):
        return quantities
    return [number._replace(bound=_bound(scan, number), part=_is_part(scan, number)) for number in quantities]


def _is_part(scan: Scan, number: Quantity) -> bool:
    """Whether words right before a number say that it counts some of the number before it."""
    at = number.first - 1
    return (
        at >= 0 and scan.tokens[at].lexeme("of-which") is not None and scan.gap(at, number.first) in {" ", ", ", ": "}
    )


def _bound(scan: Scan, number: Quantity) -> str:
    """Whether a word right before a number, or one behind it and its unit, makes a limit of it."""
    for at, marks in (
        (number.first - 1, ("above", "below")),
        *((number.last + n, ("above-after", "below-after")) for n in (1, 2)),
    ):
        if not 0 <= at < len(scan.tokens):
            continue
        left, right = (at, number.first) if at < number.first else (number.last, at)
        for mark in marks:
            if scan.tokens[at].lexeme(mark) and _BOUND_GAP.fullmatch(scan.gap(left, right)):
                return mark.removesuffix("-after")
    return ""


def _read(scan: Scan, data: NumberData) -> list[Quantity]:
    quantities: list[Quantity] = []
    last = -1
    for at in scan.known:
        if at <= last:
            continue
        token = scan.tokens[at]
        found = _digits(scan, at, data) if token.readings else _words(scan, at, data)
        apart = token.lexemes or not data.spaces
        if found is None or (apart and at and scan.tokens[at - 1].word in data.not_behind):
            continue
        if quantities:
            found = _decade_of_century(scan, quantities, found)
        if quantities:
            found = _of_parts(scan, quantities, found) or _add_half(scan, quantities, found, data)
        if quantities:
            found = _multiply(scan, quantities, found)
            if quantities:
                quantities[-1] = _share_scale(scan, quantities[-1], found)
        quantities.append(found)
        last = found.last
    return quantities


def _decade_of_century(scan: Scan, quantities: list[Quantity], right: Quantity) -> Quantity:
    """20世纪80年代, v 80. letech 20. století: a decade beside its century is the 1980s."""
    left = quantities[-1]
    if right.first - left.last > _REACH:
        return right
    for decade, century in ((left, right), (right, left)):
        value, number = decade.readings[0], century.readings[0]
        if value % 10 == 0 and 0 < value < _PERCENT and 1 < number < 22 and _counts(scan, century, "century"):
            quantities.pop()
            year = (number - 1) * _PERCENT + value
            last = max(left.last, right.last)
            return right._replace(
                first=left.first, last=last, start=left.start, readings=(year, value), sort="digits", hard=decade.hard
            )
    return right


def _counts(scan: Scan, number: Quantity, unit: str) -> bool:
    """Whether one of the two words behind a number is the unit."""
    behind = scan.tokens[number.last + 1 : number.last + 3]
    return any(lexeme.unit == unit for token in behind for lexeme in token.lexemes)


def _of_parts(scan: Scan, quantities: list[Quantity], right: Quantity) -> Quantity | None:
    """三分之二, of three parts two: the left number divides the right one, and is taken into it."""
    left = quantities[-1]
    if right.first - left.last != 2 or not scan.tokens[left.last + 1].lexeme("parts") or not left.readings[0]:
        return None
    if scan.gap(left.last, left.last + 1).strip() or scan.gap(left.last + 1, right.first).strip():
        return None
    quantities.pop()
    value = right.readings[0] / left.readings[0]
    hard = left.readings[0] == _PERCENT
    return right._replace(
        first=left.first, start=left.start, readings=(value, value * _PERCENT), sort="fraction", hard=hard
    )


def _add_half(scan: Scan, quantities: list[Quantity], right: Quantity, data: NumberData) -> Quantity:
    """Two and a half, deux millions et demi: the half is added to what it is half of, and is taken into it."""
    left = quantities[-1]
    counts = left.sort in _COUNTS or (left.sort == "scale" and left.scale is not None)
    between = scan.string[left.end : right.start]
    if between.strip() in data.clock.between:
        return right  # fünf vor halb sechs
    if right.sort != "fraction" or not counts or left.readings[0] % 1:
        return right
    sign = not between and right.end - right.start == 1  # 2½
    half = right.readings[0] == _HALF and (AND_GAP.fullmatch(between) or _counted(scan, left, right))
    if not (sign or half):
        return right
    quantities.pop()
    value = left.readings[0] + right.readings[0] * (left.scale or 1)
    sort, hard = ("cardinal", True) if left.scale else ("fraction", sign)
    return right._replace(first=left.first, start=left.start, readings=(value,), sort=sort, hard=hard)


def _counted(scan: Scan, left: Quantity, right: Quantity) -> bool:
    """Whether a unit stands between two numbers, and an *and* at most: 3年半, two years and a half."""
    unit, *words = scan.tokens[left.last + 1 : right.first] or [Token(0, 0)]
    if len(words) > _AND_WORDS or any(len(token.word) > _AND for token in words):
        return False
    gaps = "".join(scan.gap(at, at + 1) for at in range(left.last, right.first))
    is_clock = unit.lexeme("hour") is not None and not words  # 7時半
    return unit.lexeme("unit") is not None and not is_clock and not gaps.strip()


def _multiply(scan: Scan, quantities: list[Quantity], right: Quantity) -> Quantity:
    """Hundreds of thousands, half a million: what stands before a bare scale multiplies it and is taken into it."""
    left = quantities[-1]
    if left.sort not in {"scale", "fraction"} or right.sort != "scale" or left.readings[0] >= right.readings[0]:
        return right
    if not _OF_GAP.fullmatch(scan.string[left.end : right.start]):
        return right
    quantities.pop()
    # A fraction has its percentage for a second reading, which multiplies nothing.
    factors = left.readings if left.sort == "scale" else left.readings[:1]
    readings = tuple(factor * right.readings[0] for factor in factors)
    # "Hundreds of thousands" is as vague as either; half a million is a number.
    exact = left.sort == "fraction"
    return right._replace(
        first=left.first, start=left.start, readings=readings, sort="cardinal" if exact else "scale", hard=exact
    )


def _share_scale(scan: Scan, left: Quantity, right: Quantity) -> Quantity:
    """The left number with a second reading where it may share the scale of the right one: five or six hundred."""
    value, scale = left.readings[0], right.scale
    if scale is None or left.scale is not None or not 0 < value < right.readings[0] / scale:
        return left
    if not RANGE_GAP.fullmatch(scan.string[left.end : right.start]):
        return left
    return left._replace(readings=(*left.readings, value * scale))


def _adjacent(scan: Scan, left: int) -> bool:
    """Whether the token after `left` stands right beside it, with a space or hyphen at most between them."""
    return left + 1 < len(scan.tokens) and scan.gap(left, left + 1) in {"", " ", "-", ". ", "'"}


def _digits(scan: Scan, at: int, data: NumberData) -> Quantity:
    token = scan.tokens[at]
    if data.glued or not data.spaces:
        mixed = _mixed(scan, at, data)
        if mixed:
            return mixed
    fraction = _digit_fraction(scan, at)
    if fraction:
        return fraction
    readings, last, shared, sort = token.readings, at, None, "digits"
    if _adjacent(scan, at):
        following = scan.tokens[at + 1]
        gap = scan.gap(at, at + 1)
        if gap == " " and following.lexeme("half") is not None:
            readings, last = tuple(value + _HALF for value in readings), at + 1  # 2 buçuk milyon
            following, gap = (
                (scan.tokens[at + 2], scan.gap(at + 1, at + 2)) if _adjacent(scan, at + 1) else (token, ". ")
            )
        scale = _multiplier(following, gap)
        if scale is not None:
            readings, last, shared = tuple(value * scale.value for value in readings), last + 1, scale.value
            readings, last = _add_lower_scale(scan, readings, last, scale.value, data)
        elif gap == "" and following.word in data.scale_suffixes and not _is_in_a_code(scan, token, following):
            scaled = tuple(value * data.scale_suffixes[following.word] for value in readings)
            # "125m" is 125 metres, or 125 million; "125k" is thousands.
            readings = (*readings, *scaled) if following.lexeme("unit") else (*scaled, *readings)
            last = at + 1
        elif gap in {"", "-", "'"} and following.word in data.decade_suffixes:
            readings, sort = _decade(readings), "decade"
    if sort == "digits" and last == at:
        readings = _short_year(scan, at, readings)
        sort = "score" if _in_a_score(scan, at) else sort
    # Where words are written together 1 often stands for an article; and 24/7 is an idiom.
    hard = (token.readings[0] != 1 or (data.spaces and not data.glued)) and not _is_always(scan, token)
    return Quantity(at, last, token.start, scan.tokens[last].end, readings, sort, hard, scale=shared)


def _is_in_a_code(scan: Scan, first: Token, last: Token) -> bool:
    """Whether a letter stands right before some digits, or a digit right behind what follows them: L13G3K, 1m85."""
    return scan.string[first.start - 1 : first.start].isalpha() or scan.string[last.end : last.end + 1].isdigit()


def _digit_fraction(scan: Scan, at: int) -> Quantity | None:
    """1/2, and with a whole number before it 1 1/2."""
    for first in (at, at + 1):
        if first + 1 >= len(scan.tokens) or (
            first > at and (scan.gap(at, first) != " " or scan.tokens[at].readings[0] % 1)
        ):
            return None
        above, below = scan.tokens[first], scan.tokens[first + 1]
        if scan.string[above.start : below.end] in _FRACTIONS and scan.string[below.end : below.end + 1] != "/":
            value = above.readings[0] / below.readings[0] + (scan.tokens[at].readings[0] if first > at else 0)
            start = scan.tokens[at].start
            return Quantity(at, first + 1, start, below.end, (value, value * _PERCENT), "fraction", hard=True)
    return None


def _short_year(scan: Scan, at: int, readings: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """The year that two digits may be: '08, 1986-88."""
    token, before = scan.tokens[at], scan.string[max(scan.tokens[at].start - 5, 0) : scan.tokens[at].start]
    if token.end - token.start != 2 or len(readings) > 1:
        return readings
    if _CENTURY_BEFORE.search(before):
        return (*readings, Decimal(before[:2] + "00") + readings[0])
    return (*readings, readings[0] + 1900, readings[0] + 2000) if before.endswith("'") else readings


def _mixed(scan: Scan, first: int, data: NumberData) -> Quantity | None:
    """Digits among number words: 3億5000万, 2千3百; None where no such word follows them."""
    total, section, current = Decimal(0), Decimal(0), scan.tokens[first].readings[0]
    last, pending, scale = first, True, None
    for at in range(first + 1, len(scan.tokens)):
        token = scan.tokens[at]
        gap = scan.gap(at - 1, at)
        if token.word in data.connectors and (not gap or (gap == " " and not data.spaces)):
            continue  # 20余万, 200 多万
        raised = pending and gap == " " and (not data.spaces or data.glued) and _is_raiser(token)
        if gap and not raised and not _raised_apart(scan, at):
            break
        hundred, ten_thousand = token.lexeme("hundred"), token.lexeme("scale")
        numeral = (
            token.readings[0] if token.readings else lexeme.value if (lexeme := token.lexeme("cardinal")) else None
        )
        if hundred:
            section, current = section + (current if pending else 1) * hundred.value, Decimal(0)
        elif ten_thousand:
            scale = ten_thousand.value
            total, section, current = total + (section + current) * scale, Decimal(0), Decimal(0)
        elif numeral is not None and not pending:
            current = numeral
        else:
            break
        last, pending = at, not (hundred or ten_thousand)
    if last == first:
        return None
    readings = (total + section + current,)
    return Quantity(
        first, last, scan.tokens[first].start, scan.tokens[last].end, readings, "digits", hard=True, scale=scale
    )


def _raised_apart(scan: Scan, at: int) -> bool:
    """Whether digits behind a space have a scale of their own: 3만 5천."""
    if scan.gap(at - 1, at) != " " or not scan.tokens[at].readings or at + 1 == len(scan.tokens):
        return False
    return scan.gap(at, at + 1) in {"", " "} and _is_raiser(scan.tokens[at + 1])


def _is_raiser(token: Token) -> bool:
    return token.lexeme("hundred") is not None or token.lexeme("scale") is not None


def _is_always(scan: Scan, token: Token) -> bool:
    return any(
        scan.string.startswith(_ALWAYS, start) for start in (token.start, token.end - len(_ALWAYS)) if start >= 0
    )


def _in_a_score(scan: Scan, at: int) -> bool:
    """Whether digits are joined to other digits, as in 3-1 or 2&1: an article is no match for such a one."""
    return any(
        left >= 0 and left + 1 < len(scan.tokens) and scan.tokens[left].readings and scan.tokens[left + 1].readings
        and scan.gap(left, left + 1) in _SCORE_GAPS
        for left in (at - 1, at)
    )  # fmt: skip


def _multiplier(token: Token, gap: str) -> Lexeme | None:
    """The scale word behind digits: 25 тисяч, 25-tysięczny."""
    ordinal = token.lexeme("ordinal")
    if gap == " " and token.lexeme("hundred"):
        return token.lexeme("hundred")
    if gap == ". ":
        return None
    return token.lexeme("scale") or (ordinal if ordinal and ordinal.value >= _THOUSAND else None)


def _add_lower_scale(
    scan: Scan, readings: tuple[Decimal, ...], given: int, scale: Decimal, data: NumberData
) -> tuple[tuple[Decimal, ...], int]:
    """5 million 300 thousand: a number with a lower scale right behind is added."""
    last = given
    if not (_adjacent(scan, last) and last + 2 < len(scan.tokens) and _adjacent(scan, last + 1)):
        return readings, given
    if scan.tokens[last + 1].word in data.connectors:
        last += 1
        if last + 2 >= len(scan.tokens) or not _adjacent(scan, last + 1):
            return readings, given
        number = scan.tokens[last + 1]
        if scan.gap(last, last + 1) == "" and number.readings and _PERCENT <= number.readings[0] < scale:
            return tuple(value + number.readings[0] for value in readings), last + 1  # 25 ألفا و300
    number, word = scan.tokens[last + 1], scan.tokens[last + 2]
    lower = word.lexeme("scale")
    if lower is None and scale == _THOUSAND and scan.gap(last, last + 1) == " " and _is_hundreds(number):
        return tuple(value + number.readings[0] for value in readings), last + 1  # 2 bin 500
    if not number.readings or lower is None or lower.value >= scale or scan.gap(last, last + 1).strip():
        return readings, given
    return tuple(value + number.readings[0] * lower.value for value in readings), last + 2


def _is_hundreds(token: Token) -> bool:
    return bool(token.readings) and token.end - token.start == 3 and _PERCENT <= token.readings[0] < _THOUSAND


def _decade(readings: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """The 1990s are the 90s too."""
    value = readings[0]
    if value % 10 or value % 1:
        return readings
    if value >= 1000 and value % 100 == 0:
        return value, value / 100 + 1  # the 1800s are the 19th century
    return (value, value % 100) if value >= 1000 else (value, value + 1900)


def _words(scan: Scan, first: int, data: NumberData) -> Quantity | None:
    phrase, last = Phrase(), first
    if not data.spaces and (spelled := _digit_by_digit(scan, first)):
        return spelled
    if not phrase.take(scan.tokens[first], data):
        return None
    phrase.words = 1
    while not phrase.done:
        following = _next_word(scan, last, data) or _behind_comma(scan, last, phrase)
        if following is None:
            break
        if phrase.sort == "article" and not (
            phrase.total or (_is_small(phrase.current) and _raises(scan.tokens[following]))
        ):
            break
        was_article = phrase.sort == "article"
        if not phrase.take(scan.tokens[following], data):
            break
        if phrase.sort == "article" and not was_article:
            phrase.sort = "cardinal"
        phrase.words += following - last
        last = following
    return _quantity(scan, first, last, phrase)


def _digit_by_digit(scan: Scan, first: int) -> Quantity | None:
    """二〇一八: a run of single digits; two neighbours (二三) are "two or three"."""
    digits: list[int] = []
    last = first
    for at in range(first, len(scan.tokens)):
        lexeme = scan.tokens[at].lexeme("cardinal") or scan.tokens[at].lexeme("article")
        if lexeme is None or not 0 <= lexeme.value <= 9 or lexeme.value % 1 or (at > first and scan.gap(at - 1, at)):
            break
        digits.append(int(lexeme.value))
        last = at
    if len(digits) < 2 or (len(digits) == 2 and digits[1] == digits[0] + 1):
        return None
    value = Decimal("".join(map(str, digits)))
    return Quantity(first, last, scan.tokens[first].start, scan.tokens[last].end, (value,), "digits", hard=True)


def _is_small(value: Decimal | None) -> bool:
    """Whether an article counts so few that it can multiply: *a* hundred, and not *fully* (100 per cent) thousands."""
    return value is not None and 0 < value < 10


def _raises(token: Token) -> bool:
    """Whether a word makes a number of an article before it: *a* hundred, *one* million, *one* third or hundredth."""
    ordinal = token.lexeme("ordinal")
    if ordinal and ordinal.value >= _PERCENT:
        return True
    return any(token.lexeme(sort) is not None for sort in ("scale", "hundred", "fraction"))


def _next_word(scan: Scan, last: int, data: NumberData) -> int | None:
    """The next number word right behind, over a connector (two hundred *and* five)."""
    if not _adjacent(scan, last) or scan.gap(last, last + 1) == ". ":
        return None
    at = last + 1
    if scan.tokens[at].word in data.connectors and _adjacent(scan, at):
        at += 1
        if not any(scan.tokens[at].lexeme(sort) for sort in ("cardinal", "article", "ordinal")):
            return None
    return at if scan.tokens[at].lexemes else None


def _behind_comma(scan: Scan, last: int, phrase: Phrase) -> int | None:
    """The next word where a comma stands between the thousands and the hundreds: two thousand, two hundred."""
    if phrase.scale is None or phrase.current is not None or last + 2 >= len(scan.tokens):
        return None
    if scan.gap(last, last + 1) != ", " or scan.gap(last + 1, last + 2) != " ":
        return None
    digit, hundred = scan.tokens[last + 1], scan.tokens[last + 2].lexeme("hundred")
    return last + 1 if hundred and (digit.lexeme("cardinal") or digit.lexeme("article")) else None


def _quantity(scan: Scan, first: int, last: int, phrase: Phrase) -> Quantity:
    value = phrase.total + (phrase.current or 0)
    readings: tuple[Decimal, ...] = (value,)
    alternatives = {lexeme.sort: lexeme.value for lexeme in scan.tokens[last].lexemes}
    if phrase.sort == "fraction":
        readings = (value, value * _PERCENT)  # half is 50 per cent
    elif phrase.sort == "ordinal" and "fraction" in alternatives and first == last:
        readings = (value, alternatives["fraction"])  # a third
    elif phrase.sort == "cardinal" and value % 10 == 0 and 20 <= value < 100:
        readings = (value, value + 1900)  # the eighties
    elif phrase.sort == "scale" and value in _DOZENS:
        readings = (value, *_DOZENS - {value})
    hard = phrase.sort in {"cardinal", "ordinal"} and value > _SMALL and value not in _ROUND
    return Quantity(
        first,
        last,
        scan.tokens[first].start,
        scan.tokens[last].end,
        readings,
        phrase.sort,
        hard,
        phrase.scale or phrase.hundred,
    )
