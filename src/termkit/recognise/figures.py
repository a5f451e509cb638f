"""Numbers in digits: with scale words, decades, fractions, and digits among number words."""

from __future__ import annotations

import re
from decimal import Decimal

from termkit.language_facts import Lexeme, NumberData

from .quantity import Quantity, adjacent, is_hundreds, shares
from .scan import Scan
from .tokens import Token

_PERCENT = 100
_THOUSAND = 1000
_HALF = Decimal("0.5")
_SLASH = "/"
_ALWAYS = "24/7"
_NUMBER_SIGNS = frozenset("№#")
_FRACTIONS = frozenset({"1/2", "1/3", "2/3", "1/4", "3/4", "1/8", "3/8", "5/8", "7/8"})
_CENTURY_BEFORE = re.compile(r"(?:1\d|20)\d\d[-/]$")
_SCORE_GAPS = frozenset({"-", ":", "&", "/"})


def read_figures(scan: Scan, at: int, data: NumberData) -> Quantity:
    """The number that begins with digits at a token."""
    token = scan.tokens[at]
    if data.glued or not data.spaces:
        mixed = _mixed(scan, at, data)
        if mixed:
            return mixed
    fraction = _digit_fraction(scan, at) if _SLASH in scan.string else None
    if fraction:
        return fraction
    readings, last, shared, sort = token.readings, at, None, "digits"
    if adjacent(scan, at):
        following = scan.tokens[at + 1]
        gap = scan.gap(at, at + 1)
        if gap == " " and following.lexeme("half") is not None:
            readings, last = tuple(value + _HALF for value in readings), at + 1  # 2 buçuk milyon
            following, gap = (
                (scan.tokens[at + 2], scan.gap(at + 1, at + 2)) if adjacent(scan, at + 1) else (token, ". ")
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
        readings = _short_year(scan, at, _year_of_era(scan, at) + readings)
        sort = "score" if _in_a_score(scan, at) else sort
    # Where words are written together 1 often stands for an article; 24/7 is an idiom, and so is No. 1.
    loose = token.readings[0] == 1 and (not data.spaces or data.glued or _is_numbered(scan, at, data))
    hard = not loose and not (_SLASH in scan.string and _is_always(scan, token))
    return Quantity(at, last, token.start, scan.tokens[last].end, readings, sort, hard, scale=shared)


def _year_of_era(scan: Scan, at: int) -> tuple[Decimal, ...]:
    """The year that digits behind the name of an era say: 平成30年 is 2018."""
    era = scan.tokens[at - 1].lexeme("era") if at and not scan.gap(at - 1, at) else None
    return (era.value + scan.tokens[at].readings[0],) if era else ()


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
            return Quantity(at, first + 1, start, below.end, shares(value), "fraction", hard=True)
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


def _is_numbered(scan: Scan, at: int, data: NumberData) -> bool:
    """Whether a word or sign for *number* stands right before some digits: No. 1, №1."""
    before = scan.string[: scan.tokens[at].start].rstrip(" ")[-1:]
    if before in _NUMBER_SIGNS:
        return True
    return at > 0 and scan.tokens[at - 1].word in data.numbering and scan.gap(at - 1, at) in {" ", ". ", ".", ""}


def _in_a_score(scan: Scan, at: int) -> bool:
    """Whether digits are joined to other digits, as in 3-1 or 2&1: an article is no match for such a one."""
    tokens = scan.tokens
    before = at > 0 and tokens[at - 1].readings and scan.gap(at - 1, at) in _SCORE_GAPS
    return bool(before or (at + 1 < len(tokens) and tokens[at + 1].readings and scan.gap(at, at + 1) in _SCORE_GAPS))


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
    if scale == _THOUSAND and adjacent(scan, last) and scan.gap(last, last + 1) == " ":
        hundreds = scan.tokens[last + 1]
        if is_hundreds(hundreds) and not _is_scaled(scan, last + 1):
            return tuple(value + hundreds.readings[0] for value in readings), last + 1  # 2 bin 500
    if not (adjacent(scan, last) and last + 2 < len(scan.tokens) and adjacent(scan, last + 1)):
        return readings, given
    if scan.tokens[last + 1].word in data.connectors:
        last += 1
        if last + 2 >= len(scan.tokens) or not adjacent(scan, last + 1):
            return readings, given
        number = scan.tokens[last + 1]
        if scan.gap(last, last + 1) == "" and number.readings and _PERCENT <= number.readings[0] < scale:
            return tuple(value + number.readings[0] for value in readings), last + 1  # 25 ألفا و300
    number, word = scan.tokens[last + 1], scan.tokens[last + 2]
    lower = word.lexeme("scale")
    if not number.readings or lower is None or lower.value >= scale or scan.gap(last, last + 1).strip():
        return readings, given
    return tuple(value + number.readings[0] * lower.value for value in readings), last + 2


def _is_scaled(scan: Scan, at: int) -> bool:
    """Whether a scale word stands right behind some digits."""
    return adjacent(scan, at) and scan.tokens[at + 1].lexeme("scale") is not None


def _decade(readings: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """The 1990s are the 90s too."""
    value = readings[0]
    if value % 10 or value % 1:
        return readings
    if value >= 1000 and value % 100 == 0:
        return value, value / 100 + 1  # the 1800s are the 19th century
    return (value, value % 100) if value >= 1000 else (value, value + 1900)
