"""The number, month and weekday words of a language, compounds included, looked up by whole words."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from decimal import Decimal

from termkit.language import load_language
from termkit.language_facts import Lexeme, NumberData
from termkit.language_names import NameData
from termkit.model import Locale

from .digits import DIGITS

# A word, apostrophes inside it included, or letters with points between them (p.m., U.N.).
WORD = r"[^\W\d_](?:(?:\.[^\W\d_])+(?![^\W\d_])|[^\W\d_]*(?:'[^\W\d_]+)*)"
# The vowel signs of Devanagari are marks, which are no letters to regular expressions, and part of the word.
_SIGNS = "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
SIGNED = re.compile(f"[{_SIGNS}]")
SIGNED_WORD = rf"(?:[^\W\d_]|[{_SIGNS}])+"
_THOUSAND = 1000
MAX_REMEMBERED = 200_000  # words looked up and found to be nothing are remembered up to this many
_DATE_SORTS = frozenset({"month", "weekday"})
# Cyrillic words typed with Latin letters that look the same.
_LOOKALIKES = str.maketrans("aceiopxyjkmhtb", "асеіорхујкмнтв")
_MIXED = re.compile("[a-z].*[а-џ]|[а-џ].*[a-z]")
_POWERS = (10**9, 10**6, 1000)
_LONGEST = 120  # letters; the longest numerals of one word, in Finnish and its cases, are below this
_PREFIX = 3  # letters by which most other words are turned away before they are taken apart


def lower_case(string: str) -> str:
    """The string in lower case, of the same length (İ alone would become two code points)."""
    return string.replace("İ", "i").lower()


class Lexicon(dict[str, tuple[Lexeme, ...]]):
    """Folded lower-case word -> its lexemes, none for an ordinary word; taken apart where it is a compound.

    >>> lexicon(Locale("de"))["siebenundzwanzig"][0].value
    Decimal('27')
    >>> lexicon(Locale("uk"))["семитижневій"][0].value
    Decimal('7')
    """

    def __init__(self, data: NumberData, clitics: NameData) -> None:
        super().__init__(data.words)
        self.data = data
        self._clitics = clitics
        self.unspaced = None if data.spaces else _any_of(data)
        self._has_affixes = bool(data.prefixes or data.suffixes)
        self._pieces = {word: self._piece(lexemes) for word, lexemes in data.words.items()}
        self._starts = {word[:_PREFIX] for word, piece in self._pieces.items() if piece} if data.agglutinated else set()
        self._starts |= {prefix[:_PREFIX] for prefix in data.compounds}
        if data.agglutinated:
            self._starts |= {
                word[:_PREFIX] for word, found in data.words.items() if found and found[0].sort in _DATE_SORTS
            }

    def phrases(self, word: str) -> Sequence[tuple[tuple[str, ...], tuple[Lexeme, ...]]]:
        """The phrases that begin with a word, or with it less what the language writes to it in front."""
        found = self.data.phrases.get(word, ())
        if found or not self.data.prefixes:
            return found
        for prefix in self.data.prefixes:
            found = self.data.phrases.get(word.removeprefix(prefix), ()) if word.startswith(prefix) else ()
            if found:
                joined = prefix == self.data.inverted
                return [(rest, tuple(lexeme._replace(joined=joined) for lexeme in lexemes)) for rest, lexemes in found]
        return ()

    def __missing__(self, word: str) -> tuple[Lexeme, ...]:
        found = self._take_apart(word) if word[:_PREFIX] in self._starts or word[:2] in self._starts else ()
        if not found and "'" in word:
            found = self._without_clitic(word)
        if not found and self._has_affixes:
            found = self._without_affix(word)
        if not found and not word.isascii() and _MIXED.search(word):
            found = self.get(word.translate(_LOOKALIKES), ())
        if len(self) > MAX_REMEMBERED:
            self.clear()
            self.update(self.data.words)
        self[word] = found
        return found

    def _without_clitic(self, word: str) -> tuple[Lexeme, ...]:
        """The lexemes of a word without an elided article (d'onze) or an ending (Sunday's) that is written to it."""
        before, _, rest = word.partition("'")
        if before in self._clitics.before:
            return self[rest]
        rest, _, after = word.rpartition("'")
        return self[rest] if after in self._clitics.after else ()

    def _without_affix(self, word: str) -> tuple[Lexeme, ...]:
        """The lexemes of a word without what the language writes to it in front (in, and) or behind (of)."""
        for prefix in self.data.prefixes:
            found = self[rest] if word.startswith(prefix) and len(rest := word.removeprefix(prefix)) > 1 else ()
            if found:
                joined = prefix == self.data.inverted
                return tuple(lexeme._replace(joined=True) for lexeme in found) if joined else found
        for suffix in self.data.suffixes:
            rest = word.removesuffix(suffix).removesuffix("'")
            if word.endswith(suffix) and self.data.words.get(rest):
                return self.data.words[rest]
        return ()

    @staticmethod
    def _piece(lexemes: tuple[Lexeme, ...]) -> Lexeme | None:
        for lexeme in lexemes:
            if lexeme.sort in {"cardinal", "hundred", "scale", "article"} and lexeme.value < 1_000_000:
                return lexeme
        return None

    def _take_apart(self, word: str) -> tuple[Lexeme, ...]:
        return self._counted_noun(word) or self._multiplied_scale(word) or self._numeral(word) or self._dated_noun(word)

    def _counted_noun(self, word: str) -> tuple[Lexeme, ...]:
        """семи|тижнева, sieben|wöchig, devětadvaceti|letá: a number in front of what it counts."""
        for stem in self.data.compound_stems:
            at = word.find(stem, 1)
            value = self._prefix(word[:at]) if at > 0 else None
            if value is not None:
                units = (lexeme for lexeme in self.data.words.get(word[at:], ()) if lexeme.sort == "unit")
                return (Lexeme("article" if value == 1 else "cardinal", value), *units)
        return ()

    def _dated_noun(self, word: str) -> tuple[Lexeme, ...]:
        """Oktober|hälfte, Sonntag|abend: it may say the month or the day, so it satisfies, but is not required."""
        for at in range(len(word) - _PREFIX, _PREFIX, -1) if self.data.agglutinated else ():
            for lexeme in self.data.words.get(word[:at], ()):
                # A longer rest behind months: Juli|us is none.
                near = lexeme.sort == "month" and len(word) - at == _PREFIX
                if lexeme.sort in {"month", "weekday"} and not lexeme.beside and not near:
                    return (lexeme._replace(loose=True),)
        return ()

    def _prefix(self, prefix: str) -> Decimal | None:
        if prefix in self.data.compounds:
            return self.data.compounds[prefix]
        for at in range(2, len(prefix) - 1):  # двадцяти|п'яти
            head, tail = self.data.compounds.get(prefix[:at]), self.data.compounds.get(prefix[at:])
            if head is not None and tail is not None and fits(head, tail):
                return head + tail
        numeral = self._numeral(prefix)
        return numeral[0].value if numeral else None

    def _multiplied_scale(self, word: str) -> tuple[Lexeme, ...]:
        """пів|мільйона, двадцятип'яти|тисячний."""
        for at in range(2, len(word) - 2):
            for lexeme in self.data.words.get(word[at:], ()):
                factor = self._prefix(word[:at]) if lexeme.sort == "scale" or _is_thousandth(lexeme) else None
                if factor is not None:
                    return (Lexeme("cardinal", factor * lexeme.value),)
        return ()

    def _numeral(self, word: str) -> tuple[Lexeme, ...]:
        """zwei|hundert|fünf|und|zwanzig, pět|a|dvacet: a numeral written in one word."""
        if not self.data.agglutinated:
            return ()
        for tail, sort in ((None, "cardinal"), *((t, "ordinal") for t in self._ordinal_tails(word))):
            head = word[: len(word) - len(tail[0])] if tail else word
            value = (self._inverted_ordinal(head, tail[1]) or self._double_ordinal(head, tail[1])) if tail else None
            if value is not None:
                return (Lexeme(sort, value),)
            pieces = self._split(head)
            if tail is None and len(pieces) == 1 and pieces[0].sort != "cardinal":
                continue
            value = self._sum(pieces)
            if value is not None and tail and tail[1] in {100, _THOUSAND} and 1 < value < 100:
                return (Lexeme(sort, value * tail[1]),)  # zwei|hundertste
            if value is not None and (tail is None or fits(value, tail[1])):
                return (Lexeme(sort, value + tail[1] if tail else value),)
        return ()

    def _inverted_ordinal(self, head: str, tens: Decimal) -> Decimal | None:
        """jeden|a|dvacátý, hundert|drei|und|zwanzigste: the value of the whole from what stands before the tens."""
        joint = self.data.inverted
        if not joint or not head.endswith(joint) or not 20 <= tens < 100:
            return None
        pieces = self._split(head.removesuffix(joint))
        if not pieces or pieces[-1].value >= 10:
            return None
        higher = self._sum(pieces[:-1]) if len(pieces) > 1 else Decimal(0)
        return None if higher is None else higher + pieces[-1].value + tens

    def _double_ordinal(self, head: str, ones: Decimal) -> Decimal | None:
        """kahdes|kymmenes|viides: an ordinal whose parts are all ordinals."""
        for lexeme in self.data.words.get(head, ()):
            if lexeme.sort == "ordinal" and fits(lexeme.value, ones):
                return lexeme.value + ones
        return None

    def _ordinal_tails(self, word: str) -> list[tuple[str, Decimal]]:
        return [
            (word[at:], lexeme.value)
            for at in range(2, len(word) - 2)
            for lexeme in self.data.words.get(word[at:], ())
            if lexeme.sort == "ordinal"
        ]

    def _split(self, word: str) -> tuple[Lexeme, ...]:
        """The pieces that a word is made of, the longest first; empty where it is not made of pieces."""
        if len(word) > _LONGEST:
            return ()
        joint = self.data.inverted or ""
        for at in range(len(word), 1, -1):
            piece = self._pieces.get(word[:at])
            if piece is None:
                continue
            rest = word[at:]
            if not rest:
                return (piece,)
            if joint and rest.startswith(joint) and piece.value < 10:
                tail = self._split(rest[len(joint) :])
                if tail and 20 <= tail[0].value < 100:
                    return (Lexeme("cardinal", piece.value + tail[0].value), *tail[1:])
            if joint and piece.sort in {"scale", "hundred"}:
                rest = rest.removeprefix(joint)  # tausend|und|zwölf
            tail = self._split(rest)
            if tail and (tail[0].sort not in {"cardinal", "article"} or _follows(tail[0], piece)):
                return (piece, *tail)
        return ()

    @staticmethod
    def _sum(pieces: tuple[Lexeme, ...]) -> Decimal | None:
        total, current = Decimal(0), Decimal(0)
        for piece in pieces:
            if piece.sort == "scale":
                total, current = total + (current or Decimal(1)) * piece.value, Decimal(0)
            elif piece.sort == "hundred":
                current = (current or Decimal(1)) * 100
            elif fits(current, piece.value):
                current += piece.value
            else:
                return None
        return total + current if pieces else None


def _any_of(data: NumberData) -> re.Pattern[str]:
    """A pattern of the known words of a language without spaces, the longest first, of Latin words and of digits."""
    known = {word for word in data.words if not word.isascii()}
    known |= {*data.connectors, *data.decade_suffixes, *data.scale_suffixes}
    known |= {word for first, phrases in data.phrases.items() for rest, _ in phrases for word in (first, *rest)}
    words = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    return re.compile(f"({words}|[a-z]+)|({DIGITS})")


def _is_thousandth(lexeme: Lexeme) -> bool:
    return lexeme.sort == "ordinal" and lexeme.value >= _THOUSAND


def _follows(tail: Lexeme, piece: Lexeme) -> bool:
    return tail.value < piece.value if piece.sort == "scale" else fits(piece.value, tail.value)


def fits(current: Decimal, value: Decimal) -> bool:
    """Whether a smaller numeral may follow a larger one and be added to it: twenty + five, not five + twenty.

    >>> fits(Decimal(20), Decimal(5)), fits(Decimal(5), Decimal(20)), fits(Decimal(300), Decimal(40))
    (True, False, True)
    """
    if current % 1 or value % 1:
        return False
    for power in _POWERS:
        if current % power == 0:
            return value < power if current else True
    if current % 100 == 0:
        return value < 100
    return current % 10 == 0 and current % 100 >= 20 and value < 10


@functools.cache
def lexicon(locale: Locale, *, words: bool = True) -> Lexicon:
    """The lexicon of a locale, made once; without `words` it knows its separators alone."""
    language = load_language(locale)
    data = language.numbers
    if not words:
        data = NumberData(words={}, decimal=data.decimal, group=data.group, month_first=data.month_first)
    return Lexicon(data, language.names)
