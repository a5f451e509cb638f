"""The words of a text that may belong to names."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import NamedTuple

from termkit.folding import fold
from termkit.language import LanguageData, load_language
from termkit.language_names import NameData
from termkit.model import Locale, Proof, Span, Text
from termkit.vocabulary import vocabulary

from .cldr import countries, language_words

__all__ = ["Candidate", "Piece", "candidates", "capitals", "pieces", "words_of"]

# Signs that stand on a letter belong to the word: accents, Hebrew and Arabic points, Hindi vowels.
_MARK = r"\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0670\u0900-\u0903\u093a-\u094f"
_EUROPEAN = "A-Za-zÀ-ɏͰ-ԯἀ-῿"  # Latin, Greek and Cyrillic: one word may mix them, by mistake
_WORD = re.compile(
    rf"[ァ-ヺヴー]+|(?:[A-Z]\.){{2,}}|[{_EUROPEAN}][\u0300-\u036f{_EUROPEAN}]*|[^\W\d_](?:[^\W\d_ァ-ー]|[{_MARK}])*"
)
_SENTENCE_ENDS = ".!?…:;\n"
_OPENING = " '\"«»„“”‘’([—–-*_¿¡"
# A letter that is no small Latin one, behind a word that does not end a sentence: other texts name nobody.
_INSIDE = re.compile(
    rf"(?:[^\s{_SENTENCE_ENDS}{re.escape(_OPENING)}]|\b[^\W\d_]\.)[^\w{_SENTENCE_ENDS}]+[^\W\d_a-zß-öø-ÿ]"
)
_HEADING = 0.6  # the share of capitals from which a text is a heading
_SHORTEST_HEADING = 4  # words with a capital
_SHORTEST = 3
_SHORTEST_ACRONYM = 2
_NOUN_ENDINGS = ("s", "es", "n", "en", "e", "er", "ern", "nen")
_SHORTEST_SLIP = 7


class Piece(NamedTuple):
    """A word, or a part of one between hyphens and apostrophes, at its place in the folded text."""

    text: str
    start: int
    end: int
    opens: bool  # it begins a sentence

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital, or is in a script that has none."""
        return not self.text[0].islower()


class Candidate(NamedTuple):
    """A word that may belong to a name, and whether it can hardly be anything else.

    `common` tells that it is a word of the language, `proof` what must show that it is a name all the same, `dated`
    that it is a word for a number or a day, which may belong to the name behind it, and `joined` that a word with a
    capital stands right beside it.
    """

    piece: Piece
    key: str
    sure: bool
    common: bool
    proof: Proof
    dated: bool
    joined: bool


@functools.lru_cache(maxsize=256)
def words_of(string: str) -> tuple[str, ...]:
    """The texts of `pieces`, which take less time to find than their places."""
    return tuple(_WORD.findall(string))


@functools.lru_cache(maxsize=1024)
def pieces(string: str) -> tuple[Piece, ...]:
    """The pieces of a folded string."""
    found: list[Piece] = []
    end = 0
    for match in _WORD.finditer(string):
        word, start = match[0], match.start()
        # A word in small letters begins nothing; most words are, and need no closer look.
        opens = not found or (not word[0].islower() and _begins(string[end:start], found[-1].text))
        end = match.end()
        found.append(Piece(word, start, end, opens))
    return tuple(found)


def _begins(between: str, word: str) -> bool:
    """Whether a sentence begins behind what stands between a word and the next."""
    signs = between.rstrip(_OPENING)
    return bool(signs) and _is_end(signs, word)


def _is_end(signs: str, word: str) -> bool:
    """Whether what stands behind a word ends its sentence, or the mark of a list; not the stop of an initial."""
    if signs[0] == ")" and len(word) == 1:
        return True
    if signs[-1] == ".":
        return len(signs) > 1 or len(word) > 1 or word.islower()
    return signs[-1] in _SENTENCE_ENDS or unicodedata.category(signs[-1]) == "So"


def candidates(text: Text) -> tuple[Candidate, ...]:
    """The words of a text that may belong to a name, in order; none of those that are protected."""
    if not _INSIDE.search(fold(text.string).string):
        return ()
    return tuple(
        candidate
        for candidate in _unprotected(text)
        if len(candidate.key) >= _SHORTEST and (candidate.sure or candidate.joined or not candidate.piece.opens)
    )


def capitals(text: Text) -> tuple[Candidate, ...]:
    """The same with the words that only begin a sentence, and without those for numbers and days."""
    return tuple(candidate for candidate in _unprotected(text) if not candidate.dated)


def _unprotected(text: Text) -> tuple[Candidate, ...]:
    folded = fold(text.string)
    found = _candidates(folded.string, text.locale)
    if not text.protected:
        return found
    protected = [folded.folded(span) for span in text.protected]
    return tuple(
        candidate
        for candidate in found
        if not any(map(Span(candidate.piece.start, candidate.piece.end).overlaps, protected))
    )


@functools.lru_cache(maxsize=1024)
def _candidates(string: str, locale: Locale) -> tuple[Candidate, ...]:
    language = load_language(locale)
    words = pieces(string)
    names, numbers = language.names, language.numbers.words
    capitals = [piece for piece in words if piece.text[0].isupper()]
    heading = len(capitals) > _HEADING * len(words) and len(capitals) >= _SHORTEST_HEADING
    small = {piece.text for piece in words if piece.text[0].islower()}
    found = []
    for place, piece in enumerate(words):
        if not piece.text[0].isupper() or len(piece.text) < (_SHORTEST_ACRONYM if piece.text.isupper() else _SHORTEST):
            continue
        key = piece.text.lower()
        before, behind = beside = _are_beside(words, place)
        dated = key in numbers and not piece.text.isupper()
        if (dated and not behind) or (not piece.text.isupper() and _is_no_name(key, language)):
            continue
        common = dated or _is_word(words, place, beside, locale) or _is_misspelt_common(key, names)
        opens = piece.opens and not _is_name_beside(words, place, locale)
        sure = not (common or heading or names.nouns or piece.text.isupper() or opens or key in small)
        proof = Proof.NONE if sure or dated else _proof(key, locale)
        found.append(Candidate(piece, key, sure, common, proof, dated, before or behind))
    return tuple(found)


def _are_beside(words: tuple[Piece, ...], place: int) -> tuple[bool, bool]:
    """Whether words with a capital stand right before and behind a word: together they may be a name."""
    return (
        place > 0 and _is_joined(words[place - 1], words[place]),
        place + 1 < len(words) and _is_joined(words[place], words[place + 1]),
    )


def _is_joined(one: Piece, other: Piece) -> bool:
    return one.text[0].isupper() and other.text[0].isupper() and not other.opens and one.end + 1 == other.start


def _is_name_beside(words: tuple[Piece, ...], place: int, locale: Locale) -> bool:
    """Whether the next word is a name, too: that is one even at the start of a sentence."""
    if place + 1 == len(words):
        return False
    piece, after = words[place], words[place + 1]
    return after.text[0].isupper() and after.start == piece.end + 1 and not _is_common(after.text.lower(), locale)


def _is_no_name(key: str, language: LanguageData) -> bool:
    return key in language.detect.words or _is_small(key, language.names)


@functools.lru_cache(maxsize=100_000)
def _is_small(key: str, names: NameData) -> bool:
    """Whether a word is no name though it may begin with a capital; where all nouns do, compounds and endings count."""
    if not names.nouns:
        return key in names.small
    if key.endswith(names.small_endings or ("\0",)):
        return True
    forms = [key, *(key.removesuffix(ending) for ending in _NOUN_ENDINGS if key.endswith(ending))]
    return any(form[at:] in names.small for form in forms for at in range(len(form) - _SHORTEST) if at != 1)


def _is_word(words: tuple[Piece, ...], place: int, beside: tuple[bool, bool], locale: Locale) -> bool:
    """Whether a word with a capital may be any word of the language where it stands."""
    key = words[place].text.lower()
    is_common = _is_common(key, locale)
    if not (is_common or _is_listed(key, locale)) or _is_behind_given_name(words, place, beside, locale):
        return False
    return is_common or not (_is_behind_title(words, place, locale) or _is_alone(words, place, beside, locale))


def _is_behind_given_name(words: tuple[Piece, ...], place: int, beside: tuple[bool, bool], locale: Locale) -> bool:
    """Whether a word is the surname behind a given name: Eden Hazard, but not Victoria Street."""
    before, behind = beside
    if not before or behind or _proof(words[place].text.lower(), locale) == Proof.NONE:
        return False
    key = words[place - 1].text.lower()
    language = load_language(locale)
    return key in vocabulary(locale).given and not (_is_common(key, locale) or _is_no_name(key, language))


def _is_behind_title(words: tuple[Piece, ...], place: int, locale: Locale) -> bool:
    """Whether a word stands behind what only people's names follow: Mr Goldsmith."""
    if not place or words[place].opens or words[place].start - words[place - 1].end > len(". "):
        return False
    names, key = load_language(locale).names, words[place - 1].text.lower()
    return key in names.ranks or key in names.gaps.get("honorifics", ())


def _is_alone(words: tuple[Piece, ...], place: int, beside: tuple[bool, bool], locale: Locale) -> bool:
    """Whether a word that is a name as well stands without other words of the language that have a capital."""
    if words[place].text.lower() not in vocabulary(locale).names:
        return False
    before, behind = beside
    keys = {piece.text.lower() for piece in words[place - before : place + behind + 1]}
    others = keys - load_language(locale).names.ranks - {words[place].text.lower()}
    return not any(_is_ordinary(key, locale) for key in others)


def _is_ordinary(key: str, locale: Locale) -> bool:
    """Whether a word is one of the language's and no name as well."""
    return _is_common(key, locale) or (_is_listed(key, locale) and key not in vocabulary(locale).names)


@functools.lru_cache(maxsize=100_000)
def _is_listed(key: str, locale: Locale) -> bool:
    """Whether the dictionary has a word; China is a country before it is porcelain."""
    return vocabulary(locale).has(key) and key not in countries(locale)


@functools.lru_cache(maxsize=100_000)
def _proof(key: str, locale: Locale) -> Proof:
    """What must show that a word is a name where it may be any word."""
    if not _is_common(key, locale):
        return Proof.KEPT
    peoples = load_language(locale).names.peoples.values()
    is_people = key in language_words(locale) or any(key in words for words in peoples)
    return Proof.NAMED if key in vocabulary(locale).names and not is_people else Proof.NONE


def _is_common(key: str, locale: Locale) -> bool:
    names = load_language(locale).names
    return (
        key in names.common
        or (key.endswith("s") and key[:-1] in names.common)
        or (key.endswith("ies") and f"{key[:-3]}y" in names.common)
        or key in names.stand_ins
        or key.endswith(names.common_endings or ("\0",))
        or key in language_words(locale)
    )


def _is_misspelt_common(key: str, names: NameData) -> bool:
    """Whether the source has one letter too many in a common word."""
    return len(key) >= _SHORTEST_SLIP and any(key[:at] + key[at + 1 :] in names.common for at in range(1, len(key) - 1))
