"""A number phrase, word by word: two hundred and five, двадцять п'ять тисяч, quatre-vingt-dix-sept."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from termkit.language_facts import Lexeme, NumberData

from .lexicon import fits
from .tokens import Token

__all__ = ["NUMERALS", "Phrase"]

NUMERALS = frozenset({"cardinal", "ordinal", "fraction", "hundred", "scale", "multiple", "article", "roman"})
_HUNDRED, _THOUSAND, _MILLION = 100, 1000, 1_000_000
_SCALES = frozenset({Decimal(_THOUSAND), Decimal(_MILLION), Decimal(10**9)})


@dataclass(slots=True)
class Phrase:
    """A number phrase while it is read: total is what higher scales have given, current the part below."""

    total: Decimal = Decimal(0)
    current: Decimal | None = None
    scale: Decimal | None = None
    hundred: Decimal | None = None
    place: Decimal | None = None  # the last place that a word gave: ten, a hundred, a thousand
    sort: str = "cardinal"
    words: int = 0
    done: bool = False

    def take(self, token: Token, data: NumberData) -> bool:
        """Add a token; False where it does not belong to this number."""
        return any(getattr(self, f"_{lexeme.sort}")(lexeme, data) for lexeme in self._ordered(token))

    def take_hundreds(self, value: Decimal) -> None:
        """Add hundreds that are written in digits behind thousands in words."""
        self.current, self.sort = value, "cardinal"

    def _ordered(self, token: Token) -> list[Lexeme]:
        """Number lexemes, fractions first behind a numeral (two thirds), last elsewhere (the third)."""
        lexemes = [lexeme for lexeme in token.lexemes if lexeme.sort in NUMERALS]
        if len(lexemes) > 1:
            lexemes.sort(key=lambda lexeme: (lexeme.sort == "fraction") == (self.current is None))
        return lexemes

    def _cardinal(self, lexeme: Lexeme, data: NumberData) -> bool:
        value = lexeme.value
        if self.sort == "ordinal" and not (lexeme.joined and _is_tens(value)):
            return False
        if self.current is None:
            self.current = value
        elif data.vigesimal and value == 20 and self.current % 100 == 4:
            self.current += 76  # quatre-vingts
        elif self._takes(value, data) or (lexeme.joined and _is_tens(value) and 0 < self.current % 100 < 10):
            self.current += value
        else:
            return False
        if self.sort == "scale":
            self.sort = "cardinal"
        return True

    def _takes(self, value: Decimal, data: NumberData) -> bool:
        """Whether a numeral may be added to what stands before it."""
        current = self.current or Decimal(0)
        if self.place and value < self.place and current % self.place == 0:
            return True  # 十|二: a place takes all that is below it
        return fits(current, value) or (data.vigesimal and _fits_twenties(current, value))

    def _article(self, lexeme: Lexeme, data: NumberData) -> bool:
        if self.current is None and not self.total:
            self.sort = "article"
        return self._cardinal(lexeme, data)

    def _hundred(self, lexeme: Lexeme, _: NumberData) -> bool:
        if self.current is None:
            self.sort = "scale" if not self.total else "cardinal"
            self.current = lexeme.value
        elif self.sort == "article" or 1 <= self.current < 10 or (self.current < 100 and lexeme.value == 100):
            self.sort = "scale" if self.sort == "article" else "cardinal"
            self.current *= lexeme.value
            self.hundred = lexeme.value
        elif self._ends_above(lexeme.value):
            # Place by place, as in 三百二十: the two that was added to 300 is multiplied by ten.
            ones = self.current % 10
            self.current += (ones or 1) * lexeme.value - ones
        else:
            return False
        self.place = lexeme.value
        return True

    def _ends_above(self, value: Decimal) -> bool:
        """Whether the part below the scales has no digit yet from the ones' neighbour up to the place of a value."""
        return self.current is not None and self.current % (value * 10) == self.current % 10

    def _scale(self, lexeme: Lexeme, _: NumberData) -> bool:
        if self.sort == "ordinal" or (self.current is None and self.total and lexeme.value < _MILLION):
            return False
        if self.scale is not None and lexeme.value >= self.scale:
            return self._thousands_of(lexeme.value)
        bare = self.current is None or self.sort == "article"
        self.sort = "scale" if bare else "cardinal"
        self.total += (self.current or 1) * lexeme.value
        self.current, self.scale, self.place = None, lexeme.value, None
        return True

    def _thousands_of(self, scale: Decimal) -> bool:
        """Take a higher scale that multiplies thousands: mil doscientos millones."""
        if self.scale != _THOUSAND or scale < _MILLION:
            return False
        self.total = (self.total + (self.current or 0)) * scale
        self.current, self.scale, self.sort = None, scale, "cardinal"
        return True

    def _ordinal(self, lexeme: Lexeme, data: NumberData) -> bool:
        if self._multiplies(lexeme.value):
            self._raise(lexeme.value)
            self.sort, self.done = "ordinal", True
            return True
        # All parts of a number may be ordinals: dwudziestego trzeciego, décimo tercero.
        teen = self.sort == "ordinal" and self.current == 10 and lexeme.value < 10
        joined = lexeme.joined and _is_tens(lexeme.value) and 0 < (self.current or 0) < 10
        fits_here = self.current is None or teen or joined or self._takes(lexeme.value, data)
        if self.sort == "article" or not fits_here:
            return False
        self.current = (self.current or 0) + lexeme.value
        self.sort, self.done = "ordinal", lexeme.value % 10 != 0 and not data.joins_tens
        return True

    def _multiplies(self, value: Decimal) -> bool:
        """Whether an ordinal is that of a scale word or a hundred behind its number: two hundredth, three millionth."""
        if self.current is None or self.sort == "ordinal" or self.current % 1:
            return False
        if self.current == 1 and self.sort != "article":
            return False
        return (value == _HUNDRED and 1 <= self.current < 10) or (
            value in _SCALES and (self.scale or value + 1) > value
        )

    def _raise(self, value: Decimal) -> None:
        if value == _HUNDRED:
            self.current = (self.current or 1) * value
        else:
            self.total, self.current = self.total + (self.current or 1) * value, None

    def _fraction(self, lexeme: Lexeme, _: NumberData) -> bool:
        if self.total or self.sort == "ordinal" or (self.current is not None and self._counts_no_parts()):
            return False
        self.current = (self.current or 1) * lexeme.value
        self.sort, self.done = "fraction", True
        return True

    def _counts_no_parts(self) -> bool:
        return self.current is None or self.current > 10 or self.current % 1 != 0

    def _multiple(self, lexeme: Lexeme, _: NumberData) -> bool:
        return self._alone(lexeme)

    def _roman(self, lexeme: Lexeme, _: NumberData) -> bool:
        return self._alone(lexeme)

    def _alone(self, lexeme: Lexeme) -> bool:
        if self.words:
            return False
        self.current, self.sort, self.done = lexeme.value, lexeme.sort, True
        return True


def _is_tens(value: Decimal) -> bool:
    return 20 <= value < 100 and value % 10 == 0


def _fits_twenties(current: Decimal, value: Decimal) -> bool:
    """Whether a numeral follows one that is counted in twenties: soixante-dix, dix-sept."""
    below = current % 100
    return (10 <= value < 20 and below in {60, 80}) or (7 <= value < 10 and below == 10)
