"""Number words in all their forms."""

from __future__ import annotations

from decimal import Decimal

from termkit.language_facts import NumberData

from .phrase import Phrase
from .quantity import Quantity, adjacent, is_hundreds, shares
from .scan import Scan
from .tokens import Token

_PERCENT, _THOUSAND = 100, 1000
# A number word up to twelve comes and goes between languages ("the two countries"); a larger one does not.
_SMALL = 12
_DOZENS = frozenset({Decimal(10), Decimal(12)})  # "dozens" are tens in languages that count so
_ROUND = frozenset(Decimal(10) ** power for power in range(2, 13))  # "a hundred" is as loose as "hundreds"


def read_numeral(scan: Scan, first: int, data: NumberData) -> Quantity | None:
    """The number that begins with a number word at a token, if the word may begin one."""
    phrase, last = Phrase(), first
    if not data.spaces and (spelled := _digit_by_digit(scan, first)):
        return spelled
    if not phrase.take(scan.tokens[first], data):
        return None
    phrase.words = 1
    while not phrase.done:
        if _goes_on_in_digits(scan, last, phrase, data):
            last += 1
            phrase.take_hundreds(scan.tokens[last].readings[0])
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
    if not adjacent(scan, last) or scan.gap(last, last + 1) == ". ":
        return None
    at = last + 1
    if scan.tokens[at].word in data.connectors and adjacent(scan, at):
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


def _goes_on_in_digits(scan: Scan, last: int, phrase: Phrase, data: NumberData) -> bool:
    """Whether hundreds in digits stand right behind the word for a thousand: mil 279, dos mil 500."""
    if phrase.scale != _THOUSAND or phrase.current is not None or last + 1 == len(scan.tokens):
        return False
    if phrase.sort == "scale" and scan.tokens[last].word not in data.before_hundreds:
        return False  # тисяч 500 are some 500,000
    return scan.gap(last, last + 1) == " " and is_hundreds(scan.tokens[last + 1])


def _quantity(scan: Scan, first: int, last: int, phrase: Phrase) -> Quantity:
    value = phrase.total + (phrase.current or 0)
    readings: tuple[Decimal, ...] = (value,)
    alternatives = {lexeme.sort: lexeme.value for lexeme in scan.tokens[last].lexemes}
    if phrase.sort == "fraction":
        readings = shares(value)  # half is 50 per cent
    elif phrase.sort == "ordinal" and "fraction" in alternatives and first == last:
        readings = (value, *shares(alternatives["fraction"]))  # a third
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
