"""Finds the names of a termbase in a text, in every inflected form, in one pass whatever the termbase's size.

The forms of all terms are compiled to a dictionary from their words. A text is read word by word; only where
a word begins a form are the next words looked at, so that a large termbase costs no more than a small one.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, TypeVar

from termkit.folding import Folded, fold, fold_string
from termkit.language import LanguageData
from termkit.model import (
    LIVE,
    SOFT,
    Candidate,
    Concept,
    Kind,
    Locale,
    Mention,
    Name,
    Span,
    Term,
    Text,
)

from .forms import CASES, Form, term_forms
from .near import near_names
from .words import (
    Clitics,
    Word,
    end_of,
    first_piece,
    is_joined,
    is_part_of_compound,
    pieces_of,
    split_pieces,
    split_words,
    word_texts,
)

__all__ = ["Compiled", "NameIndex", "compile_names", "name_index", "near_names", "recognise_names"]

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

_MOST_REMEMBERED = 200_000  # keys of a lookup; most are words
_MOST_NAMES = 10_000
_QUOTES = '«»„“”‟"‹›'


class Reading(NamedTuple):
    """What a form may be: the number of its term, its case, why it counts, and what should stand for it."""

    term: int
    case: str
    why: str
    replacement: str | None = None


class Spelling(NamedTuple):
    """A form as it is written, its words alone, and the numbers of its readings."""

    text: str
    words: str
    readings: tuple[int, ...]


class Lookup(dict[_Key, _Value]):
    """What is kept under keys, fetched when it is first asked for.

    A text is made of what was seen before, so that most of its words cost no more than a look into a dictionary,
    whatever is behind it.
    """

    def __init__(self, fetch: Callable[[_Key], _Value]) -> None:
        super().__init__()
        self._fetch = fetch

    def __missing__(self, key: _Key) -> _Value:
        value = self._fetch(key)
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        self[key] = value
        return value


@dataclass(frozen=True, eq=False, slots=True)
class NameIndex:
    """All forms of all names in one locale.

    Keys are folded words in lower case with a space between them: `entries` gives the forms behind a key,
    `lengths` how many words the forms have that begin with a word, the longest first, and `exceptions` the
    numbers of the terms that are not meant inside a phrase. `keys` gives the keys of a concept. `parts` gives the name
    that a word is made with: frankreich in nordfrankreich. A text none of whose words is a `hint` has no name.
    """

    locale: Locale
    clitics: Clitics
    terms: Lookup[int, tuple[str, str, Term]]  # concept id, its kind, the term
    readings: Lookup[int, Reading]
    entries: Lookup[str, tuple[Spelling, ...]]
    lengths: Lookup[str, Sequence[int]]
    exceptions: Lookup[str, Sequence[int]]
    keys: Lookup[str, Sequence[str]]
    parts: Lookup[str, str]
    hints: Lookup[str, bool]
    stand_ins: frozenset[str]

    def candidate(self, reading: int) -> Candidate:
        """A reading in the model's words."""
        number, case, why, replacement = self.readings[reading]
        concept, kind, term = self.terms[number]
        return Candidate(concept, kind, term, case, why, replacement)


@dataclass(frozen=True, slots=True)
class Compiled:
    """What the names of a locale are looked up in, under the names of the lookups of an index; plain data.

    `terms` are the ids of concepts with the place of the term among those that the concept has in the locale. Entries
    are written as text, words (empty where they are the text) and numbers of the readings in turn.
    """

    terms: Sequence[tuple[str, int]]
    readings: Sequence[Sequence[Any]]
    entries: Mapping[str, Sequence[str]]
    lengths: Mapping[str, Sequence[int]]
    exceptions: Mapping[str, Sequence[int]]
    keys: Mapping[str, Sequence[str]]
    hints: Mapping[str, bool]


@dataclass(slots=True)
class _Builder:
    """An index while it grows."""

    clitics: Clitics
    readings: dict[Reading, int] = field(default_factory=dict)
    entries: dict[str, list[str]] = field(default_factory=dict)
    lengths: dict[str, set[int]] = field(default_factory=dict)
    exceptions: dict[str, list[int]] = field(default_factory=dict)
    keys: dict[str, dict[str, None]] = field(default_factory=dict)

    def add_forms(self, forms: Iterable[Form], term: int, concept: str, replacements: Mapping[str, str]) -> None:
        for form in forms:
            text = _unquoted(form.text)
            words, key = self._words(text)
            if words:
                reading = Reading(term, form.case, form.why, replacements.get(form.case))
                number = self.readings.setdefault(reading, len(self.readings))
                _add_reading(self.entries.setdefault(key, []), text, words, str(number))
                self.keys.setdefault(concept, {})[key] = None

    def add_exceptions(self, phrases: Iterable[str], term: int) -> None:
        for phrase in phrases:
            words, key = self._words(phrase)
            if words:
                self.exceptions.setdefault(key, []).append(term)

    def _words(self, text: str) -> tuple[str, str]:
        """The words of a form as written and as a key; how many there are is noted under the first."""
        words = word_texts(fold_string(text), self.clitics)
        if words:
            self.lengths.setdefault(words[0].lower(), set()).add(len(words))
        written = " ".join(words)
        return written, written.lower()


def _add_reading(plain: list[str], text: str, words: str, number: str) -> None:
    """Add a reading to the spelling that it belongs to, as `Compiled` has it."""
    words = "" if words == text else words
    for start in range(0, len(plain), 3):
        if plain[start] == text and plain[start + 1] == words:
            plain[start + 2] += f" {number}"
            return
    plain += (text, words, number)


def compile_names(concepts: Mapping[str, Concept], language: LanguageData) -> Compiled:
    """Every form of every term that some concepts have in the locale of a language."""
    names = language.names
    builder = _Builder(_clitics(language))
    terms = list(_named_terms(concepts, language.locale))
    for concept, numbered in itertools.groupby(enumerate(terms), lambda item: item[1][0]):
        of_concept = concepts[concept].terms_in(language.locale)
        made = [
            (number, of_concept[place], term_forms(of_concept[place], concepts[concept], language))
            for number, (_, place) in numbered
        ]
        forms = [(term, found) for _, term, found in made]
        for number, term, found in made:
            builder.add_forms(found, number, concept, _replacements(term, forms, concepts[concept], language))
            builder.add_exceptions(term.exceptions, number)
    return Compiled(
        terms=terms,
        readings=tuple(builder.readings),
        entries=builder.entries,
        lengths={word: sorted(lengths, reverse=True) for word, lengths in builder.lengths.items()},
        exceptions=builder.exceptions,
        keys={concept: tuple(keys) for concept, keys in builder.keys.items()},
        hints=dict.fromkeys(
            [first_piece(word, builder.clitics) for word in (*builder.lengths, *names.stand_ins)], True
        ),
    )


def name_index(
    concepts: Mapping[str, Concept], language: LanguageData, fetch: Callable[[str, str | int], Any]
) -> NameIndex:
    """An index over what was compiled; `fetch` gives what a lookup has under a key, or None."""
    names, locale = language.names, language.locale

    def term(number: int) -> tuple[str, str, Term]:
        concept, place = fetch("terms", number)
        return concept, concepts[concept].kind, concepts[concept].terms_in(locale)[place]

    lengths = Lookup[str, Sequence[int]](lambda word: fetch("lengths", word) or ())

    def part(word: str) -> str:
        parts = (word.removeprefix(prefix) for prefix in names.compounds if word.startswith(prefix))
        return next((part for part in parts if 1 in lengths[part]), "")

    return NameIndex(
        locale=locale,
        clitics=_clitics(language),
        terms=Lookup(term),
        readings=Lookup(lambda number: Reading(*fetch("readings", number))),
        entries=Lookup(lambda key: _spellings(fetch("entries", key) or ())),
        lengths=lengths,
        exceptions=Lookup(lambda key: fetch("exceptions", key) or ()),
        keys=Lookup(lambda concept: fetch("keys", concept) or ()),
        parts=Lookup(part),
        hints=Lookup(lambda word: bool(fetch("hints", word) or part(word))),
        stand_ins=names.stand_ins,
    )


def _clitics(language: LanguageData) -> Clitics:
    names = language.names
    return Clitics(names.before, names.after, language.numbers.spaces, names.signs)


def _spellings(plain: Iterable[str]) -> tuple[Spelling, ...]:
    parts = iter(plain)
    return tuple(
        Spelling(text, words or text, tuple(dict.fromkeys(map(int, numbers.split()))))
        for text, words, numbers in zip(parts, parts, parts, strict=True)
    )


def _named_terms(concepts: Mapping[str, Concept], locale: Locale) -> Iterator[tuple[str, int]]:
    """The terms that count in a locale: the id of the concept, and the place among its terms there.

    Terms of a locale count for its variants: those of ``pt`` for a text in ``pt-BR`` where a concept has no
    terms of its own for it. Retired concepts don't count.
    """
    for concept in concepts.values():
        if concept.status != "retired":
            yield from ((concept.id, place) for place in range(len(concept.terms_in(locale))))


def _replacements(
    term: Term, made: Sequence[tuple[Term, Sequence[Form]]], concept: Concept, language: LanguageData
) -> dict[str, str]:
    """By case, what should stand in the place of a term that the house does not want.

    `made` are the forms of all terms of the concept.
    """
    if term.status in LIVE:
        return {}
    live = [(other, forms) for other, forms in made if other.status in LIVE]
    wanted = next((forms for other, forms in live if other.term == term.replace_with), None)
    if wanted is None and term.replace_with:
        wanted = term_forms(replace(term, term=term.replace_with, forms={}, indeclinable=False), concept, language)
    if wanted is None:
        wanted = next((forms for other, forms in live if other.type is term.type), ())
    replacements: dict[str, str] = {}
    for form in wanted:
        replacements.setdefault(form.case, _unquoted(form.text))
    if set(replacements) == {"nom"}:  # it does not change
        return dict.fromkeys((*CASES, "*"), replacements["nom"])
    return replacements


def _unquoted(text: str) -> str:
    """A form without the quotation marks around all of it: «Азовсталь» is found with and without them."""
    inner = text.strip(_QUOTES)
    return inner if inner and len(inner) == len(text) - 2 else text


# Recognising


class _Match(NamedTuple):
    """Where a form stands, in words, and what it may be."""

    start: int
    end: int
    readings: Sequence[int]


def recognise_names(text: Text, index: NameIndex) -> list[Mention]:
    """The names in a text, in order, and softly the pronouns and titles that may stand for one.

    The longest form wins; a shorter name inside it is kept as a soft mention if it names something else.
    """
    folded = fold(text.string)
    pieces = split_pieces(folded.string, index.clitics)
    hints = list(filter(index.hints.__getitem__, pieces))
    if not hints:
        return []
    if index.stand_ins.issuperset(hints) and not any(map(index.lengths.__getitem__, hints)):
        alone = _stand_ins_alone(text, folded, index)
        if alone is not None:
            return alone
    words = split_words(folded.string, index.clitics, [folded.folded(span) for span in text.protected])
    chosen, inner = _choose(list(_matches(words, folded.string, index)), index)
    mentions = []
    for match, is_inner in sorted([*((m, False) for m in chosen), *((m, True) for m in inner)]):
        span = folded.original(words[match.start].start, end_of(words[match.start : match.end], folded.string))
        in_compound = is_part_of_compound(words, match.start, match.end, text, folded)
        is_made = not index.lengths[words[match.start].key]
        soft = is_inner or in_compound or is_made or _is_shouted(words, match)
        mentions.append(_mention(text, span, match, index, soft=soft))
    taken = {number for match in chosen for number in range(match.start, match.end)}
    for number, word in enumerate(words):
        if word.key in index.stand_ins and number not in taken:
            mentions.append(_stand_in(text, folded.original(word.start, word.end)))
    return sorted(mentions, key=lambda mention: mention.span)


def _stand_ins_alone(text: Text, folded: Folded, index: NameIndex) -> list[Mention] | None:
    """The pronouns and titles of a text without names, at little cost; None where its words need a closer look."""
    lower = folded.string.lower()
    if text.protected or "'" in lower or len(lower) != len(folded.string):
        return None
    return [
        _stand_in(text, folded.original(*piece.span()))
        for piece in pieces_of(index.clitics).finditer(lower)
        if piece[0] in index.stand_ins
    ]


def _is_shouted(words: tuple[Word, ...], match: _Match) -> bool:
    """Whether a short word in capitals stands among others, where it may be no acronym ("GIVE IT TO US")."""
    word = words[match.start]
    if match.end - match.start > 1 or len(word.text) > 3 or not word.text.isupper():
        return False
    around = words[max(match.start - 2, 0) : match.start] + words[match.end : match.end + 2]
    return len(around) > 1 and all(other.text.isupper() for other in around)


def _mention(text: Text, span: Span, match: _Match, index: NameIndex, *, soft: bool) -> Mention:
    name = _name(index, tuple(match.readings))
    hard = not soft and any(candidate.term.type not in SOFT for candidate in name.candidates)
    return Mention(Kind.NAME, span, text.string[slice(*span)], name, hard)


@functools.lru_cache(maxsize=_MOST_NAMES)
def _name(index: NameIndex, readings: tuple[int, ...]) -> Name:
    """What a form may be; made once, as articles repeat their names."""
    return Name(tuple(map(index.candidate, readings)))


def _stand_in(text: Text, span: Span) -> Mention:
    reading = "a word that may stand for a person"
    return Mention(Kind.NAME, span, text.string[slice(*span)], Name(()), hard=False, reading=reading)


def _matches(words: tuple[Word, ...], string: str, index: NameIndex) -> Iterator[_Match]:
    """Every form in the text, overlapping ones too, less those that an exception covers."""
    found: list[_Match] = []
    excepted: list[_Match] = []
    for start, word in enumerate(words):
        for length in index.lengths[word.key]:
            end = start + length
            if end > len(words) or not is_joined(words[start:end], string):
                continue
            key = " ".join(word.key for word in words[start:end])
            if index.exceptions[key]:
                excepted.append(_Match(start, end, index.exceptions[key]))
            readings = _readings(words[start:end], index.entries[key], index)
            if readings:
                found.append(_Match(start, end, readings))
        if index.parts[word.key] and not index.lengths[word.key] and word.text[0].isupper():
            spellings = index.entries[index.parts[word.key]]
            readings = tuple(number for spelling in spellings for number in spelling.readings)
            if all(index.terms[index.readings[number].term][1] == "place" for number in readings):
                found.append(_Match(start, start + 1, readings))
    for match in found:
        blocked = {term for e in excepted if e.start <= match.start and match.end <= e.end for term in e.readings}
        readings = tuple(reading for reading in match.readings if index.readings[reading].term not in blocked)
        if readings:
            yield match._replace(readings=readings)


def _readings(words: tuple[Word, ...], spellings: tuple[Spelling, ...], index: NameIndex) -> tuple[int, ...]:
    """The readings of the spellings that are written as the words are."""
    written = " ".join(word.text for word in words)
    readings: dict[int, None] = {}
    for spelling in spellings:
        exact = _is_same_case(written, spelling.words)
        for reading in spelling.readings:
            if exact or not index.terms[index.readings[reading].term][2].case_sensitive:
                readings[reading] = None
    return tuple(readings)


def _is_same_case(written: str, expected: str) -> bool:
    """Whether a name is written in the expected case, or so that a headline or a sentence's start explains it.

    A name of several words may have some of them small or capital ("Azov regiment"), but not all small that
    should be capital: "red cross" is not the Red Cross.
    """
    if written == expected or (written.isupper() and len(written) > 1):
        return True
    pairs = list(zip(written.split(), expected.split(), strict=True))
    if len(pairs) == 1:
        return not expected[0].isupper() and written == expected[0].upper() + expected[1:]
    capitals = [found[0].isupper() for found, wanted in pairs if wanted[0].isupper()]
    return any(capitals) or not capitals


def _choose(matches: list[_Match], index: NameIndex) -> tuple[list[_Match], list[_Match]]:
    """The leftmost longest matches, and those inside them that name something else."""
    chosen: list[_Match] = []
    rest: list[_Match] = []
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        (rest if chosen and match.start < chosen[-1].end else chosen).append(match)
    inner = []
    for match in rest:
        outer = next(o for o in reversed(chosen) if o.start <= match.start)
        if match.end <= outer.end and _concepts(match, index).isdisjoint(_concepts(outer, index)):
            inner.append(match)
    return chosen, inner


def _concepts(match: _Match, index: NameIndex) -> set[str]:
    return {index.terms[index.readings[reading].term][0] for reading in match.readings}
