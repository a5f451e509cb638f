"""How a language writes numbers, dates, units and money: the sections of its file, CLDR's names, and number words.

Words come from three places. The language's own file comes first. The table ``spellout/<tag>.yaml``, generated from
CLDR's spell-out rules, adds the numerals that the file does not have. CLDR's month, weekday and unit names, through
Babel, add to both.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from babel import Locale as CldrLocale
from babel.core import UnknownLocaleError
from babel.numbers import get_decimal_symbol, get_group_symbol
from babel.units import format_unit

from .folding import fold_string
from .model import PERIODS, Locale
from .units import load_currencies, load_units, read_value
from .yaml_data import read_yaml

__all__ = [
    "Lexeme",
    "NumberData",
    "expand",
    "language_name",
    "read_facts",
]


class Lexeme(NamedTuple):
    """One reading of a word: its sort and its value.

    Sorts of numbers: cardinal, ordinal, fraction, hundred (multiplies what stands before it), scale, multiple, and
    article (a word for one that is also an article or a pronoun). Of dates: month, weekday, relative (a day counted
    from today), period (one of `PERIODS`: last week, every year). Names beside numbers, with the name in `unit`: unit
    and money.

    Marks beside numbers: am, pm, night (am or pm by the hour), hour, o-clock (an hour word that no duration has),
    minutes (past the hour behind, or before it where they are less than 0: half past, пів на), clock (a time of day
    in one word, by its minutes from midnight: полшестого), zone (hours ahead of UTC: за Гринвічем), month-after and
    month-before (the word for month beside its number), about, above and below (some, more than, nearly) and the last
    two behind the number, half (the Turkish and-a-half), of-which (before a part of the number before it), numbered (a
    word that a Roman numeral of one letter may stand before: I wojna), era (the year before the first of an era: 平成),
    parts (between denominator and numerator, where the language says "of three parts two"), points (which makes
    percentage points of a per cent sign), decimal-point (between a number and its decimals: two point five), floor (in
    a language that does not count the ground floor, or not always), tenths-left (which makes a discount of the tenths
    of a price that are left: 八折), minus, and difference (which makes a difference of a temperature, before or behind
    it) and difference-after.

    `capital` says that only the capitalised word counts ("May"); `beside` that it counts only beside a number or behind
    one of the language's `date_prepositions` ("march"); `abbreviated` that it counts only beside a number, or there
    with a point behind it ("Sept."); `loose` that the word may stand for the value and need not ("Oktoberfest");
    `joined` that the language's word for *and* is written to it, as in the Arabic for five-and-twenty.
    """

    sort: str
    value: Decimal
    capital: bool = False
    beside: bool = False
    abbreviated: bool = False
    loose: bool = False
    unit: str = ""
    joined: bool = False


@dataclass(frozen=True, slots=True)
class ClockData:
    """How a language tells the time in words.

    `between` are words between the minutes and their hour, 1 where the minutes are past it, -1 where they are lacking,
    0 where they are past the hour before it (десять на шосту is ten past five); `doubtful` those of them that stand in
    ranges too, so that one of `before` must stand before the minutes (at ten to six). `lacking` are words before
    minutes that the hour behind lacks (за, без). `behind` are phrases behind an hour with their minutes, the longest
    first; one of `before` must stand before the hour (a las), but where they are lacking.
    """

    between: Mapping[str, int] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()
    behind: tuple[tuple[tuple[str, ...], int], ...] = ()
    ordinal: bool = False  # whether hours are ordinals: o trzeciej

    signals: frozenset[str] = frozenset()  # one of them tells the time in words that are no facts alone


@dataclass(frozen=True, slots=True)
class NumberData:
    """How a language writes numbers and dates.

    `words` is keyed by the folded, lower-case word; `phrases` by the first word of several, and holds the others
    with what they mean together, the longest first. `compounds` are prefixes that count what follows
    in the same word (``семи`` + ``тижнев``…), only before one of `compound_stems`. `prefixes` and `suffixes` are
    what may be written to a known word (the Hebrew *in*, the Turkish *of*). A word without a lexeme is one in which a
    language without spaces must not look for others (三 is no number in 三星).
    """

    words: Mapping[str, tuple[Lexeme, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], tuple[Lexeme, ...]], ...]] = field(default_factory=dict)
    connectors: frozenset[str] = frozenset()
    agglutinated: bool = False
    inverted: str | None = None
    vigesimal: bool = False
    spaces: bool = True  # whether words are parted by spaces
    glued: bool = False  # whether words are written to the digits before them and to one another there
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    compounds: Mapping[str, Decimal] = field(default_factory=dict)
    compound_stems: tuple[str, ...] = ()
    decimal: str = "."
    group: str = ","
    month_first: bool = False
    year_first: bool = False
    clock_24: bool = False  # whether hours are counted to 24 where nothing else is said
    half_day_first: bool = False  # whether the words for a.m. and p.m. stand before the hour
    date_prepositions: frozenset[str] = frozenset()
    decade_suffixes: frozenset[str] = frozenset()
    scale_suffixes: Mapping[str, Decimal] = field(default_factory=dict)
    roman_suffixes: frozenset[str] = frozenset()
    not_behind: frozenset[str] = frozenset()
    out_of: frozenset[str] = frozenset()  # words between two numbers that make a share of them: one *in* four
    of_each: frozenset[str] = frozenset()  # the same where the larger number stands first: 三*人に*一人
    hemispheres: Mapping[str, str] = field(default_factory=dict)  # letters and words behind degrees: 48°27′ *N*
    every: frozenset[str] = frozenset()  # words before an ordinal that make a share of it: *every* fourth
    numbering: frozenset[str] = frozenset()  # words for *number*, behind which 1 is as much as *the best*
    units_before: frozenset[str] = frozenset()  # units and currencies that stand before the number: yüzde 50, kr 500
    before_hundreds: frozenset[str] = frozenset()  # words for one thousand before hundreds in digits: mil 279
    of: frozenset[str] = frozenset()  # words between a number and its unit: 2 millones de kilómetros
    ordinal_sign: bool = False  # whether ° marks ordinals: il 1° maggio
    clock: ClockData = field(default_factory=ClockData)
    day_point: bool = False  # whether a point stands behind the day of a date: 23. Mai, 23.5.

    @property
    def joins_tens(self) -> bool:
        """Whether the tens stand behind the ones as a word of their own with *and* written to it."""
        return self.inverted is not None and self.inverted in self.prefixes


NUMBER_KEYS = frozenset({
    "endings", "cardinal", "ordinal", "fraction", "hundred", "scale", "multiple", "article", "connectors",
    "agglutinated", "inverted", "vigesimal", "spaces", "glued", "prefixes", "suffixes", "compounds", "compound-stems",
    "decade-suffixes", "scale-suffixes", "roman-suffixes", "not", "not-behind", "numbering", "out-of", "of-each",
    "before-hundreds", "every", "eras", "numbered", "of", "ordinal-sign",
    "parts", "of-which", "points", "minus", "floor", "tenths-left",
    "hemispheres", "decimal-point",
    "difference", "difference-after", "half", "about", "above", "below",
    "above-after", "below-after",
})  # fmt: skip
DATE_KEYS = frozenset({
    "endings", "months", "weekdays", "relative", "periods", "capital", "lowercase", "beside", "abbreviations", "loose",
    "before", "am", "pm", "night", "hour", "o-clock",
    "minutes", "minutes-behind", "minutes-past", "minutes-to", "minutes-of-next", "minutes-lacking", "doubtful-minutes",
    "clock-before", "clock-words", "ordinal-hours", "month-after", "month-before", "month-first", "year-first",
    "half-day-first", "zones",
})  # fmt: skip
_WORD_SORTS = ("cardinal", "ordinal", "fraction", "hundred", "scale", "multiple", "article")
_DATE_MARKS = ("am", "pm", "night", "hour", "o-clock", "month-after", "month-before")
_NUMBER_MARKS = (
    "numbered",
    "about",
    "above",
    "below",
    "above-after",
    "below-after",
    "parts",
    "of-which",
    "points",
    "floor",
    "tenths-left",
    "decimal-point",
    "half",
    "minus",
    "difference",
    "difference-after",
)
_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}  # fractions of one sign
_SPELLED_SORTS = ("cardinal", "ordinal")
_BETWEEN_WORDS = re.compile(r"[ /·⋅-]+")
_LETTERS = re.compile(r"(?:[^\W\d_]|['\u0900-\u0963])+")  # the vowel signs of Devanagari are no letters to isalpha
_NOT_IN_NAMES = re.compile(r"[\d.,]+")
_PLURAL_SAMPLE = (Decimal(1), Decimal(2), Decimal(5), Decimal("1.5"), Decimal(1000000))  # reaches every plural form


def read_facts(locale: Locale, tag: str | None, sections: Mapping[str, Any]) -> NumberData:
    """How a locale writes facts, from the sections of its language's file; ValueError says what is wrong with them."""
    numbers, dates = sections.get("numbers", {}), sections.get("dates", {})
    decimal, group = _separators(locale)
    words, phrases = _lexicon(locale, tag, sections)
    return NumberData(
        words=words,
        phrases=phrases,
        connectors=_list(numbers, "connectors"),
        agglutinated=numbers.get("agglutinated") == "true",
        inverted=numbers.get("inverted"),
        vigesimal=numbers.get("vigesimal") == "true",
        spaces=numbers.get("spaces") != "false",
        glued=numbers.get("glued") == "true",
        prefixes=_longest_first(numbers, "prefixes"),
        suffixes=_longest_first(numbers, "suffixes"),
        compounds=_values(numbers, "compounds"),
        compound_stems=tuple(expand(numbers.get("compound-stems", ""), {})),
        decimal=decimal,
        group=group,
        month_first=dates.get("month-first") == "true",
        year_first=dates.get("year-first") == "true",
        clock_24=_counts_to_24(locale),
        half_day_first=dates.get("half-day-first") == "true",
        date_prepositions=_list(dates, "before"),
        decade_suffixes=_list(numbers, "decade-suffixes"),
        not_behind=_list(numbers, "not-behind"),
        out_of=frozenset(word.replace("_", " ") for word in _list(numbers, "out-of")),
        of_each=_list(numbers, "of-each"),
        every=_list(numbers, "every"),
        hemispheres={
            word: name for name, words in numbers.get("hemispheres", {}).items() for word in expand(words, {})
        },
        numbering=_list(numbers, "numbering"),
        before_hundreds=_list(numbers, "before-hundreds"),
        of=_list(numbers, "of"),
        units_before=_list(sections.get("units", {}), "before") | _list(sections.get("money", {}), "before"),
        ordinal_sign=numbers.get("ordinal-sign") == "true",
        day_point=_has_day_point(locale),
        roman_suffixes=frozenset(numbers.get("roman-suffixes", "").split()),
        scale_suffixes=_values(numbers, "scale-suffixes"),
        clock=_clock(dates),
    )


def _clock(dates: Mapping[str, Any]) -> ClockData:
    signs = (("minutes-past", 1), ("minutes-to", -1), ("minutes-of-next", 0))
    between = {word: sign for key, sign in signs for word in _list(dates, key)}
    phrases = dates.get("minutes-behind", {}).items()
    behind = [(tuple(word.split("_")), int(value)) for value, words in phrases for word in expand(words, {})]
    return ClockData(
        between=between,
        doubtful=_list(dates, "doubtful-minutes"),
        before=_list(dates, "clock-before"),
        lacking=_list(dates, "minutes-lacking"),
        ordinal=dates.get("ordinal-hours") == "true",
        signals=_list(dates, "minutes-lacking").union(between, (words[0] for words, _ in behind)),
        behind=tuple(sorted(behind, key=lambda pair: -len(pair[0]))),
    )


def expand(words: str, endings: Mapping[str, str]) -> Iterator[str]:
    """The words of a list; ``stem~set`` stands for the stem with every ending of the set.

    ``-`` in a set is the empty ending; ``_`` stands between the words of a phrase, each of which may have endings.

    >>> list(expand("мил~f морськ~adj_мил~f", {"f": "я і", "adj": "а"}))
    ['миля', 'милі', 'морська_миля', 'морська_милі']
    """
    for phrase in words.split():
        forms = [""]
        for word in phrase.split("_"):
            forms = [f"{form}_{tail}" if form else tail for form in forms for tail in _inflect(word, endings)]
        yield from forms


def _inflect(word: str, endings: Mapping[str, str]) -> list[str]:
    stem, tilde, name = word.partition("~")
    if not tilde:
        return [fold_string(word).lower()]
    return [fold_string(stem + ending.strip("-")).lower() for ending in endings[name].split()]


def _list(section: Mapping[str, str], key: str) -> frozenset[str]:
    return frozenset(expand(section.get(key, ""), {}))


def _longest_first(section: Mapping[str, str], key: str) -> tuple[str, ...]:
    return tuple(sorted(expand(section.get(key, ""), {}), key=len, reverse=True))


def _values(section: Mapping[str, Any], key: str) -> Mapping[str, Decimal]:
    return {word: Decimal(value) for value, words in section.get(key, {}).items() for word in expand(words, {})}


_Phrases = dict[str, tuple[tuple[tuple[str, ...], tuple[Lexeme, ...]], ...]]


def _lexicon(
    locale: Locale, tag: str | None, sections: Mapping[str, Any]
) -> tuple[dict[str, tuple[Lexeme, ...]], _Phrases]:
    """The words of a language with their lexemes, and its phrases by their first words."""
    numbers = list(_number_words(sections.get("numbers", {})))
    own = {word for word, _ in numbers}
    # Without spaces numerals are read place by place, which longer words would cut wrongly (三千五百).
    spelled = () if sections.get("numbers", {}).get("spaces") == "false" else _spelled_words(tag)
    lexemes: dict[str, tuple[Lexeme, ...]] = {}
    for word, lexeme in (
        *numbers,
        *(pair for pair in spelled if pair[0] not in own),
        *_date_words(locale, sections.get("dates", {})),
        *_named_words("unit", sections.get("units", {}), load_units()),
        *(_cldr_units(locale, sections.get("units", {})) if "numbers" in sections else ()),
        *_named_words("money", sections.get("money", {}), load_currencies()),
    ):
        if lexeme not in lexemes.get(word, ()):
            lexemes[word] = (*lexemes.get(word, ()), lexeme)
    lexemes |= dict.fromkeys(expand(sections.get("numbers", {}).get("not", ""), {}), ())
    phrases: _Phrases = {}
    for phrase in sorted((word for word in lexemes if "_" in word), key=lambda phrase: -phrase.count("_")):
        first, *rest = phrase.split("_")
        phrases[first] = (*phrases.get(first, ()), (tuple(rest), lexemes[phrase]))
    return {word: found for word, found in lexemes.items() if "_" not in word}, phrases


def _number_words(numbers: Mapping[str, Any]) -> Iterator[tuple[str, Lexeme]]:
    for sort in _WORD_SORTS:
        for value, words in numbers.get(sort, {}).items():
            for word in expand(words, numbers.get("endings", {})):
                yield word, Lexeme(sort, read_value(value))
    if numbers:
        yield from ((sign, Lexeme("fraction", value)) for sign, value in _SIGNS.items())
    for value, words in numbers.get("eras", {}).items():
        yield from ((word, Lexeme("era", Decimal(value))) for word in expand(words, {}))
    for sort in _NUMBER_MARKS:
        for word in expand(numbers.get(sort, ""), numbers.get("endings", {})):
            yield word, Lexeme(sort, Decimal(0))


def _spelled_words(tag: str | None) -> Iterator[tuple[str, Lexeme]]:
    """The numerals of the generated table of a language, if it has one."""
    table = importlib.resources.files("termkit") / "spellout" / f"{tag}.yaml"
    if not table.is_file():
        return
    rows = read_yaml(table.read_text("utf-8"))
    for sort in _SPELLED_SORTS:
        for value, words in rows.get(sort, {}).items():
            for word in words.split():
                yield word, Lexeme(sort, Decimal(value))


def _named_words(sort: str, section: Mapping[str, Any], known: Iterable[str]) -> Iterator[tuple[str, Lexeme]]:
    """The words of units or currencies."""
    for name, words in section.items():
        if name in {"endings", "not", "before"}:
            continue
        if name not in known:
            raise ValueError(f"unknown {sort} {name!r}; known are {', '.join(sorted(known))}")
        for word in expand(words, section.get("endings", {})):
            yield word, Lexeme(sort, Decimal(1), unit=name)


def _date_words(locale: Locale, dates: Mapping[str, Any]) -> Iterator[tuple[str, Lexeme]]:
    yield from _named_days(locale, dates)
    for word, minutes in _clock_words(dates):
        yield word, Lexeme("clock", minutes)
    for sort, key in (("relative", "relative"), ("minutes", "minutes"), ("zone", "zones")):
        for value, words in dates.get(key, {}).items():
            for word in expand(words, dates.get("endings", {})):
                yield word, Lexeme(sort, Decimal(value))
    for name, words in dates.get("periods", {}).items():
        for word in expand(words, dates.get("endings", {})):
            yield from ((word, lexeme) for lexeme in _period(name))
    for mark in _DATE_MARKS:
        for word in expand(dates.get(mark, ""), dates.get("endings", {})):
            yield word, Lexeme(mark, Decimal(0))


def _period(name: str) -> Iterator[Lexeme]:
    """What a word for a period says: the period and, for who says "one year" instead, its unit."""
    if name not in PERIODS:
        raise ValueError(f"unknown period {name!r}; known are {', '.join(PERIODS)}")
    unit = name.partition(" ")[2]
    yield Lexeme("period", Decimal(PERIODS.index(name)))
    if unit in load_units():
        yield Lexeme("unit", Decimal(1), unit=unit)


def _clock_words(dates: Mapping[str, Any]) -> Iterator[tuple[str, Decimal]]:
    for time, words in dates.get("clock-words", {}).items():
        hour, _, minute = time.partition(":")
        for word in expand(words, {}):
            yield word, Decimal(hour) * 60 + Decimal(minute)


def _named_days(locale: Locale, dates: Mapping[str, Any]) -> Iterator[tuple[str, Lexeme]]:
    """The words for months and weekdays."""
    capital = dates.get("capital") == "true"
    small, beside, short, loose = (
        frozenset(expand(dates.get(key, ""), dates.get("endings", {})))
        for key in ("lowercase", "beside", "abbreviations", "loose")
    )
    for sort, key in (("month", "months"), ("weekday", "weekdays")):
        for value, words in dates.get(key, {}).items():
            for word in expand(words, dates.get("endings", {})):
                capitalised = capital and word not in small
                marks = (capitalised, word in beside, word in short, word in loose)
                yield word, Lexeme(sort, Decimal(value), *marks)
    for sort, value, word in _cldr_names(locale):
        yield word, Lexeme(sort, Decimal(value), capital, word in beside, loose=word in loose)


@functools.cache
def _cldr(locale: str) -> CldrLocale | None:
    try:
        return CldrLocale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _cldr_names(locale: Locale) -> Iterator[tuple[str, int, str]]:
    """CLDR's full month and weekday names, as (sort, value, word); those of several words as phrases."""
    cldr = _cldr(locale)
    if cldr is None:
        return
    # Babel's stand-alone names of a language that has none depend on what was loaded before; the files have them.
    for sort, table in (("month", cldr.months), ("weekday", cldr.days)):
        for value, name in table["format"]["wide"].items():
            word = None if _NOT_IN_NAMES.search(name) else _as_entry(name)  # 5月 is read by its number
            if word:
                yield sort, value, word


def _cldr_units(locale: Locale, section: Mapping[str, str]) -> Iterator[tuple[str, Lexeme]]:
    """CLDR's unit names in the forms that stand behind numbers, but single letters and those that the file refuses."""
    cldr = _cldr(locale)
    if cldr is None:
        return
    refused = _list(section, "not")
    for name, unit in load_units().items():
        for length in ("long", "short") if unit.cldr else ():
            for number in _PLURAL_SAMPLE:
                word = _as_entry(format_unit(number, unit.cldr, length, locale=cldr))
                if word and len(word) > 1 and word not in refused and word != unit.cldr.replace("-", "_"):
                    yield word, Lexeme("unit", Decimal(1), unit=name)


def _as_entry(name: str) -> str | None:
    """A name of CLDR as the language files write it, without a number in it; None where it has other signs."""
    words = _BETWEEN_WORDS.split(_NOT_IN_NAMES.sub("", fold_string(name)).lower().strip())
    return "_".join(words) if all(map(_LETTERS.fullmatch, words)) else None


def _separators(locale: Locale) -> tuple[str, str]:
    """The decimal and the grouping separator of a locale, folded; point and comma where CLDR has none."""
    cldr = _cldr(locale)
    if cldr is None:
        return ".", ","
    return get_decimal_symbol(cldr), fold_string(get_group_symbol(cldr))


def language_name(locale: Locale) -> str:
    """The English name of a locale's language; the tag where CLDR has none.

    >>> language_name(Locale("de-AT")), language_name(Locale("uk"))
    ('German', 'Ukrainian')
    """
    cldr = _cldr(locale)
    return (cldr.get_language_name("en") if cldr else None) or locale


def _has_day_point(locale: Locale) -> bool:
    """Whether CLDR writes a day with a point behind it, in words or in digits."""
    cldr = _cldr(locale)
    return cldr is not None and any("d." in cldr.date_formats[style].pattern for style in ("long", "short"))


def _counts_to_24(locale: Locale) -> bool:
    """Whether the short time format of a locale has no half of the day."""
    cldr = _cldr(locale)
    return cldr is not None and "H" in cldr.time_formats["short"].pattern
