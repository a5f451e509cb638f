"""Units and currencies beside numbers, so that a conversion can be told from a mistake: 10 miles and 16 km."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from termkit.language_facts import Lexeme, NumberData
from termkit.model import Measure, UnitWord
from termkit.units import load_units

from .lexicon import lower_case
from .numbers import AND_GAP, RANGE_GAP
from .quantity import Quantity
from .scan import Scan
from .signs import NOTHING, Beside, last_letters, lower_codes, signs
from .tokens import Token

# Letters typed in Cyrillic too; 47°05′ is a place on the globe.
_DEGREE = re.compile(r" ?[°º] ?([CFСФ])?(?![^\W_])")
_PLACE = re.compile(r" ?[°º'′\"″”]{1,2} ?([^\W\d_]+)")
_ARC_SIGNS = frozenset("°º'′\"″”")  # those that either begins with
_DEGREE_UNITS = {
    None: ("celsius", "fahrenheit"),
    "C": ("celsius",),
    "С": ("celsius",),
    "F": ("fahrenheit",),
    "Ф": ("fahrenheit",),
}
_UNIT_GAP = re.compile(r"[ -]?|-?[^\W\d_]{1,2}[ -]|\. ?")
_MONEY_GAP = re.compile(r"[ -]?|,-{1,2} ?|\. ?| \w+ | (?:[^\W\d_]\. ?){1,3}")  # 50 US dollars, 50 millions de dollars
_COUNTABLE = frozenset({"digits", "score", "cardinal", "fraction", "scale", "article"})
_BESIDE_NUMBERS = frozenset({"unit", "money"})
_PARTED = re.compile(r"\d['′]\d+[\"″”]|\dm\d")  # 6'6", 1m85
_LIMITS_BEHIND = ("above-after", "below-after")
_HALF, _AND_WORDS = Decimal("0.5"), 3
_ENDING = 2  # letters
_OF = re.compile(r" ([^\W\d_]{1,10}) ")
_OF_REACH, _CODE = 16, 4  # characters: " additional USD", " USD"
_SHARING = frozenset({"digits", "score", "cardinal"})
_NAME_SIGNS = frozenset("-0123456789")
_NEAR = 5  # tokens from a temperature to the word that makes a difference of it
_BETWEEN, _REACH = len(" футаў, and "), 3  # characters and tokens from one part of a measure to the next
_COMMAS = frozenset(",،、，")
_PRIMES, _DOUBLE_PRIMES = frozenset({"'", "′"}), frozenset({'"', "″", "”"})


class _Smaller(NamedTuple):
    """The unit that counts the parts of a larger one; it may go unsaid, if only for digits written to the larger's."""

    unit: str
    parts: int
    alone: bool = False
    glued: bool = False


_SMALLER = {
    "foot": _Smaller("inch", 12, alone=True),
    "stone": _Smaller("pound", 14, alone=True),
    "metre": _Smaller("centimetre", 100, glued=True),
    "pound": _Smaller("ounce", 16),
}


_POINTS = Beside(units=("percentage-point",))


def with_measures(scan: Scan, numbers: Sequence[Quantity], data: NumberData) -> list[Quantity]:
    """The numbers with their measures and currencies; feet and the inches behind them become one number in feet."""
    found = [_with_units(scan, number, data) for number in numbers]
    if not any(map(_is_measured, found)) and not ("digits" in scan.sorts and _PARTED.search(scan.string)):
        return found
    found = _shared_units(scan, _with_smaller(scan, found))
    return [number._replace(measures=tuple(_measures(scan, number))) if number.units else number for number in found]


def _with_units(scan: Scan, number: Quantity, data: NumberData) -> Quantity:
    units, currencies = _beside(scan, number, data)
    if not units and not currencies:
        return _and_a_half(scan, number) if number.sort == "fraction" else number
    if currencies and scan.tokens[number.last].word in data.scale_suffixes:
        # £75m are millions.
        return number._replace(currencies=currencies, readings=tuple(sorted(number.readings, reverse=True)))
    return number._replace(units=units, currencies=currencies)


def _and_a_half(scan: Scan, number: Quantity) -> Quantity:
    """A year and a half, dos años y medio: a half behind a unit is of that unit, and is added to one of it."""
    inside = _lexemes(lex for token in scan.tokens[number.first + 1 : number.last] for lex in token.lexemes)
    if inside is not NOTHING:
        return number._replace(units=inside.units, currencies=inside.currencies)
    at = number.first - 1
    while at >= 0 and number.first - at <= _AND_WORDS and not scan.tokens[at].lexemes:
        at -= 1
    if at < 0 or number.readings[0] != _HALF or not AND_GAP.fullmatch(scan.string[scan.tokens[at].end : number.start]):
        return number
    units = tuple(dict.fromkeys(lex.unit for lex in scan.tokens[at].lexemes if lex.sort == "unit"))
    if not units or (at and (scan.tokens[at - 1].lexemes or scan.tokens[at - 1].readings)):
        return number
    readings = (number.readings[0] + 1, *number.readings)
    return number._replace(first=at, start=scan.tokens[at].start, readings=readings, units=units)


def unit_words(scan: Scan, numbers: Sequence[Quantity]) -> Iterator[tuple[Token, UnitWord]]:
    """Words for money and units that may belong to any number of their sentence, or mean one of them."""
    found = [
        (at, beside)
        for at in scan.known
        if not (at and scan.tokens[at - 1].readings) and (beside := _lexemes(scan.tokens[at].lexemes)) is not NOTHING
    ]
    if not found:
        return
    taken = {
        (at, name)
        for number in numbers
        for at in range(number.last, number.last + 3)
        for name in (*number.units, *number.currencies)
    }
    for at, beside in found:
        if taken.isdisjoint((at, name) for names in beside for name in names):
            yield scan.tokens[at], _unit_word(beside)


@functools.cache
def _unit_word(beside: Beside) -> UnitWord:
    """One of each unit that a word may name, and its currencies."""
    return UnitWord(tuple(_measure(unit, Decimal(1), Decimal(0)) for unit in beside.units), beside.currencies)


def _lexemes(lexemes: Iterable[Lexeme]) -> Beside:
    beside = [lex for lex in lexemes if lex.sort in _BESIDE_NUMBERS]
    if not beside:
        return NOTHING
    names = ([lex.unit for lex in beside if lex.sort == sort] for sort in ("unit", "money"))
    return Beside(*(tuple(dict.fromkeys(found)) for found in names))


def _beside(scan: Scan, number: Quantity, data: NumberData) -> Beside:
    if number.sort not in _COUNTABLE:
        return NOTHING
    if scan.string[number.end : number.end + 2].lstrip(" ")[:1] in _ARC_SIGNS:
        symbol = _DEGREE.match(scan.string, number.end)
        hemisphere = _hemisphere(scan, number, data) if not (symbol and symbol[1]) else None
        if hemisphere:
            return Beside(units=(hemisphere,))
        if symbol and (symbol[1] or not data.ordinal_sign):
            return Beside(units=_DEGREE_UNITS[symbol[1]])
    return _signed(scan, number, data) or _worded(scan, number, data)


def _hemisphere(scan: Scan, number: Quantity, data: NumberData) -> str | None:
    """The half of the globe behind degrees or minutes; a small letter has a point behind it: 48° w nocy is no west."""
    place = _PLACE.match(scan.string, number.end) if data.hemispheres else None
    if place is None:
        return None
    word, behind = place[1], scan.string[place.end() : place.end() + 1]
    return None if len(word) == 1 and word.islower() and behind != "." else data.hemispheres.get(lower_case(word))


def _signed(scan: Scan, number: Quantity, data: NumberData) -> Beside | None:
    """What a sign or code beside a number says: $5, 5 %, USD 5, 5 millones de $."""
    known = signs()
    following = _without_of(scan.string[number.end : number.end + _OF_REACH], data)
    behind = following.lstrip(" ")[:1]
    before = scan.string[max(number.start - 4, 0) : number.start].rstrip(" ")
    if behind in known or before[-1:] in last_letters():
        for sign in (before[-3:], before[-2:], before[-1:], behind):
            if sign in known and not (sign.isalpha() and sign.isascii()):
                return _POINTS if sign == behind and _is_before_points(scan, number) else known[sign]
    for at in (number.first - 1, number.last + 1):
        if 0 <= at < len(scan.tokens) and scan.tokens[at].word in lower_codes():
            token = scan.tokens[at]
            code = scan.string[token.start : token.end]
            left, right = (at, number.first) if at < number.first else (number.last, at)
            if code in known and scan.gap(left, right) in {"", " "}:
                return known[code]
    code = following[:_CODE].strip()
    return known.get(code) if code.isupper() else None


def _is_before_points(scan: Scan, number: Quantity) -> bool:
    """Whether a word for points stands behind the sign: 5 %-Punkte."""
    at = number.last + 1
    return at < len(scan.tokens) and bool(scan.tokens[at].lexeme("points")) and len(scan.gap(at - 1, at)) <= len(" % ")


def _without_of(behind: str, data: NumberData) -> str:
    """What stands behind a number, without a word between it and its unit."""
    word = behind[1:].partition(" ")[0]
    return behind[1 + len(word) :] if behind[:1] == " " and word in data.of else behind


def _worded(scan: Scan, number: Quantity, data: NumberData) -> Beside:
    """What the words behind a number say; between it and money another word may stand (50 US dollars)."""
    if scan.sorts.isdisjoint(_BESIDE_NUMBERS):
        return NOTHING
    number = _over_limit(scan, number)
    behind = range(number.last + 1, min(number.last + 3, len(scan.tokens)))
    found = NOTHING
    for at in (number.last, *behind):
        if at == number.last and number.first == number.last and not _is_compound(scan.tokens[at], data):
            continue
        if at == number.last or scan.tokens[at].lexemes:
            found = _at(scan, number, at, data)
        if found != NOTHING:
            break
    if found.units and at == number.last:  # 3m złotych are millions, and no metres
        money = (_at(scan, number, later, data) for later in behind if scan.tokens[later].lexemes)
        found = next((beside for beside in money if beside.currencies), found)
    return found if found != NOTHING else _before(scan, number, data)


def _over_limit(scan: Scan, number: Quantity) -> Quantity:
    """The number with the words for a limit right behind it, which may part it from its unit: два с лишним месяца."""
    at = number.last + 1
    if at < len(scan.tokens) and scan.gap(at - 1, at) == " " and any(map(scan.tokens[at].lexeme, _LIMITS_BEHIND)):
        return number._replace(last=at)
    return number


def _is_compound(token: Token, data: NumberData) -> bool:
    """Whether the word of a number holds its unit too: seven-week, in one word."""
    return bool(token.lexemes) and not token.readings and token.word not in data.words


def _at(scan: Scan, number: Quantity, at: int, data: NumberData) -> Beside:
    """What the word at a place behind a number, or that of the number itself, says."""
    token = scan.tokens[at]
    if token.lexeme("period"):
        return NOTHING  # two died this week
    gap = "" if at == number.last else scan.gap(number.last, at)
    letters = token.end - token.start
    # The ending of an ordinal (19-га), or a letter of a name (T-72).
    if (gap == "-" and letters <= _ENDING) or (letters == 1 and not _is_unit_letter(scan, token)):
        return NOTHING
    of = _OF.fullmatch(gap)
    near, far = _UNIT_GAP.fullmatch(gap) or (of and of[1] in data.of), _MONEY_GAP.fullmatch(gap)
    found = _lexemes(lex for lex in token.lexemes if near or (far and lex.sort == "money"))
    return NOTHING if "year" in found.units and _is_year_of(scan, at) else found


def _before(scan: Scan, number: Quantity, data: NumberData) -> Beside:
    """What a word right before a number says, where the language has it there."""
    at = number.first - 1
    if at < 0 or scan.tokens[at].word not in data.units_before or scan.gap(at, number.first) not in {" ", ". ", "."}:
        return NOTHING
    return _lexemes(scan.tokens[at].lexemes)


def _is_unit_letter(scan: Scan, token: Token) -> bool:
    """Whether a letter is small and stands alone: 5 t, and not 5 T-72."""
    letter = scan.string[token.start]
    if letter.upper() == letter.lower():
        return True  # of a script without small letters
    return letter.islower() and scan.string[token.end : token.end + 1] not in _NAME_SIGNS


def _is_year_of(scan: Scan, at: int) -> bool:
    """Whether a word for year stands before the number of a year, and counts nothing: 2 706 år 2011."""
    if at + 1 == len(scan.tokens) or scan.gap(at, at + 1) != " ":
        return False
    following = scan.tokens[at + 1]
    return bool(following.readings) and following.end - following.start == 4


def _with_smaller(scan: Scan, numbers: list[Quantity]) -> list[Quantity]:
    """6-foot-6, 6ft 6in, 6'6", 11 stone 4, 1m85: two numbers that are one, in the unit of the first."""
    merged: list[Quantity] = []
    for number in numbers:
        left = merged[-1] if merged else None
        unit = _larger_unit(scan, left, number) if left is not None else None
        if left is None or unit is None:
            merged.append(number)
            continue
        value = left.readings[0] + number.readings[0] / _SMALLER[unit].parts
        end = number.end + (scan.string[number.end : number.end + 1] in _DOUBLE_PRIMES)
        merged[-1] = number._replace(
            first=left.first,
            start=left.start,
            end=end,
            readings=(value,),
            sort="cardinal",
            units=(unit,),
            hard=left.hard or number.hard,
        )
    return merged


def _larger_unit(scan: Scan, left: Quantity, right: Quantity) -> str | None:
    """The unit of a number whose parts the next number counts."""
    between, behind = scan.string[left.end : right.start], scan.string[right.end : right.end + 1]
    if between in _PRIMES and behind in _DOUBLE_PRIMES and right.readings[0] < _SMALLER["foot"].parts:
        return "foot"
    if left.readings[0] % 1 or right.readings[0] % 1 or len(between) > _BETWEEN or right.first - left.last > _REACH:
        return None
    if "." in between and not right.units:
        return None  # 5 feet. 6 people
    for name, smaller in _SMALLER.items():
        says = name in left.units or (smaller.glued and _is_word(scan, left.last + 1, name, between))
        counts = right.units == (smaller.unit,) or (not right.units and (smaller.alone or _is_glued(right, between)))
        if not _COMMAS.isdisjoint(between) and name != "foot":
            continue  # 200 metres, 15 cm
        if says and counts and right.readings[0] < smaller.parts:
            return name
    return None


def _is_word(scan: Scan, at: int, unit: str, between: str) -> bool:
    """Whether a word for a unit is all that stands between two numbers, written to both: 1m85."""
    return between.isalpha() and any(lexeme.unit == unit for lexeme in scan.tokens[at].lexemes)


def _is_glued(number: Quantity, between: str) -> bool:
    """Whether two digits are written to the unit before them."""
    return between.isalpha() and number.end - number.start == len("85")


def _shared_units(scan: Scan, numbers: list[Quantity]) -> list[Quantity]:
    """1 to 4 inches, $5 to 6: the numbers of a range have the unit of either."""
    for at in range(len(numbers) - 1, 0, -1):
        left, right = numbers[at - 1], numbers[at]
        if _is_measured(left) == _is_measured(right) or not {left.sort, right.sort} <= _SHARING:
            continue
        if RANGE_GAP.fullmatch(scan.string[left.end : right.start].replace("%", "")):
            known = left if _is_measured(left) else right
            if left.readings[0] > right.readings[0]:
                continue  # 2,706 in 2011, and no range
            numbers[at - 1] = left._replace(units=known.units, currencies=known.currencies)
            numbers[at] = right._replace(units=known.units, currencies=known.currencies)
    return numbers


def _is_measured(number: Quantity) -> bool:
    return bool(number.units or number.currencies)


def _measures(scan: Scan, number: Quantity) -> Iterator[Measure]:
    value = number.readings[0] * (-1 if _is_negative(scan, number) else 1)
    step = Decimal("0.5").scaleb(min(int(value.as_tuple().exponent), 0))
    for name in number.units:
        measure = _measure(name, value, step)
        if load_units()[name].offset is None:
            yield measure
            continue
        if not _is_difference(scan, number):
            yield measure
        # A difference of temperatures is converted without the offset.
        size = number.readings[0] * measure.factor
        yield measure._replace(dimension=f"{measure.dimension}-difference", value=size, offset=Decimal(0))


def _is_negative(scan: Scan, number: Quantity) -> bool:
    """Whether a minus stands before a number, as a sign or a word, and no range or score: -5 °C."""
    at, before = number.first - 1, scan.string[max(number.start - 2, 0) : number.start]
    if at >= 0 and scan.tokens[at].lexeme("minus") and scan.gap(at, number.first) == " ":
        return True
    return before[-1:] == "-" and before[:-1] in {"", " ", "("}


def _is_difference(scan: Scan, number: Quantity) -> bool:
    """Whether words near a temperature say that it is how much it differs: 10 degrees warmer, a drop of 10 degrees."""
    behind = scan.tokens[number.last + 1 : number.last + _NEAR]
    before = scan.tokens[max(number.first - _NEAR + 1, 0) : number.first]
    return any(token.lexeme("difference-after") for token in behind) or any(
        token.lexeme("difference") for token in (*before, *behind)
    )


def _measure(name: str, value: Decimal, step: Decimal) -> Measure:
    unit = load_units()[name]
    offset = unit.offset or Decimal(0)
    return Measure(unit.dimension, name, (value - offset) * unit.factor, step * unit.factor, unit.factor, offset)
