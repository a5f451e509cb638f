"""Follows names into a text from both its sides at once, where no list tells the source's names from its other words.

The words with a capital on either side are put together by their sound and by CLDR's names of places. What is left on
the source's side is lost, unless something is left on the target's side that may be its translation; what is left on
the target's comes from nowhere, unless nothing is left on the source's.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from termkit.folding import Folded, fold
from termkit.language import load_language
from termkit.model import Kind, Locale, Mention, Span, Text, Unlisted

from .candidates import Candidate, capitals, pieces
from .gaps import gaps
from .places import is_place, is_written_place, places_of
from .skeleton import consonants, likeness, likeness_inside, skeleton, sounds_mask, sounds_near

__all__ = ["follow_back"]

# How like a name a word has to sound: one with a capital; how much more one in small letters or a part of a compound;
# and a word for a name of two sounds. Measured on the sets of the accuracy page.
_ALIKE = 0.6
_SMALL = 0.2
_INSIDE = 0.12
_SHORT = 0.75
_SHORTEST = 3
_SHORTEST_SMALL = 4
_LONGEST_ENDING = 4
_SHARED = 0.55  # the share of its consonants that a longer word has that sounds like it
_STEM = 4
_TRANSLATED = 0.9  # for a word that CLDR has for the place
_BESIDE = re.compile(r"[ '-]|'s ")
_QUOTES = tuple("\"'«„“”‘(")
_REPEATED = 0.75
_SURELY = 0.8  # how like a name a word has to sound where other things speak against it
_EARLY = 25  # letters at the beginning of a target, where the first name of a source stands


class _Word(NamedTuple):
    """A word of a text with its sound."""

    key: str
    sound: str
    mask: int
    first: int
    near: int  # what sounds like its first sound
    capital: bool
    common: bool


class _Side(NamedTuple):
    """A text with its words by key, and those of them that may be names."""

    text: Text
    folded: Folded
    words: Mapping[str, _Word]
    names: Sequence[Candidate]

    @property
    def has_case(self) -> bool:
        """Whether capitals tell names from other words."""
        return 2 * sum(word.key != word.key.upper() for word in self.words.values()) > len(self.words)

    @property
    def is_latin(self) -> bool:
        """Whether it is written in Latin letters."""
        return any(key.isascii() and key.isalpha() for key in self.words)

    @property
    def is_heard(self) -> bool:
        """Whether it is known how all words sound."""
        return all(word.sound for word in self.words.values())


_Groups = Sequence[Sequence[Candidate]]


@functools.lru_cache(maxsize=64)
def _words(string: str, locale: Locale) -> Mapping[str, _Word]:
    words: dict[str, _Word] = {}
    for piece in pieces(string):
        key = piece.text.lower()
        if key not in words or not words[key].capital:
            words[key] = _word(key, locale, is_capital=piece.is_capital)
    return words


def _word(key: str, locale: Locale, *, is_capital: bool) -> _Word:
    sound = skeleton(key)
    first, near = (sounds_mask(sound[0]), sounds_near(sound[0])) if sound else (0, 0)
    common = key in load_language(locale).names.common
    return _Word(key, sound, sounds_mask(sound), first, near, is_capital, common)


def _side(text: Text) -> _Side:
    folded = fold(text.string)
    return _Side(text, folded, _words(folded.string, text.locale), capitals(text))


def follow_back(source: Text, target: Text, taken: Sequence[Span] = ()) -> tuple[list[Mention], list[Mention]]:
    """The names of a source with what became of them, and those names of a target that come from nowhere.

    `taken` are the spans of the source that name a concept of the termbase.
    """
    here, there = _side(source), _side(target)
    if not here.names and not there.names:
        return [], []
    pairs = _pairs(here, there)
    known_here = pairs.keys() | _known_places(here, there) | _repeated(here, pairs)
    known = {other for other, _ in pairs.values()} | _known_places(there, here) | _written_as_one(here, there)
    lost = _unjoined(_groups(here, known_here, _BESIDE), here, known_here)
    left = [name for name in there.names if name.key not in known and _stands(name, there)]
    certain = [group for group in lost if any(not name.piece.opens or _is_sure(name, here) for name in group)]
    partly = [name for group in _runs(here.names, here, _BESIDE) for name in _left_over(group, known_here)]
    is_short = len(certain) + bool(partly) > len(_runs(left, there))
    found = _followed(here, taken, pairs, lost, _Signs(is_short, *_breaks(here, there, lost)))
    gone = [name for name in here.names if name.key not in known_here]
    free = _groups(there, {name.key for name in there.names if name.key in known and not _is_common(name, there)})
    unseen = [] if lost and here.has_case else _unseen(there)
    is_known = here.is_heard and load_language(target.locale).names.common
    strangers = _strangers(here, there, gone, free) if is_known else []
    return found, [*strangers, *unseen]


def _unjoined(groups: _Groups, side: _Side, known: Container[str]) -> list[Sequence[Candidate]]:
    """The groups without single words that belong to a name which is known: Organización de las Naciones Unidas."""
    parts = {
        name
        for run in _runs(side.names, side)
        if any(name.key in known and not is_place(name.key, side.text.locale) for name in run)
        for name in run
    }
    return [group for group in groups if len(group) > 1 or group[0] not in parts]


def _left_over(group: Sequence[Candidate], known: Container[str]) -> list[Candidate]:
    """The words of a name that have no counterpart, where others have."""
    unknown = [name for name in group if name.key not in known and not name.piece.opens]
    return unknown[:1] if len(unknown) < len(group) else []


def _is_common(name: Candidate, side: _Side) -> bool:
    return not (name.sure or name.piece.text.isupper() or is_written_place(name.key, side.text.locale))


class _Signs(NamedTuple):
    """What tells that a name is missing: nothing may be its translation, and a sentence is broken or may be."""

    is_short: bool
    is_broken: bool
    may_be_broken: bool
    keeps_letters: bool  # names, and abbreviations, are written as in the source


def _breaks(here: _Side, there: _Side, lost: _Groups) -> tuple[bool, bool, bool]:
    found = gaps(there.text) if lost and here.has_case else []
    nouns = load_language(here.text.locale).names.nouns
    return any(gap.sure for gap in found), bool(found) and not nouns, there.is_latin and not nouns


def _followed(
    side: _Side, taken: Sequence[Span], pairs: Mapping[str, tuple[str, float]], lost: _Groups, signs: _Signs
) -> list[Mention]:
    """The names of the source, with what became of them."""
    gone = {name.key for group in lost for name in group}
    found = []
    for name in side.names:
        span = side.folded.original(name.piece.start, name.piece.end)
        form, like = pairs.get(name.key, ("", 0.0))
        if not (form or name.key in gone) or any(other.start < span.end and span.start < other.end for other in taken):
            continue
        value = Unlisted(name.key, bool(form) or _is_missed(name, side, signs), form=form, like=like, by_capital=True)
        found.append(Mention(Kind.NAME, span, side.text.string[slice(*span)], value, hard=value.sure))
    return found


def _is_missed(name: Candidate, side: _Side, signs: _Signs) -> bool:
    """Whether a name without a counterpart must have one."""
    if signs.is_broken or (signs.may_be_broken and not name.piece.opens):
        return True
    is_abbreviation = name.piece.text.isupper() and name.key.isascii() and signs.keeps_letters and not name.piece.opens
    if not (_is_sure(name, side) or is_abbreviation) or _is_quoted(name, side):
        return False
    return signs.is_short or (not name.piece.opens and is_place(name.key, side.text.locale))


def _strangers(here: _Side, there: _Side, gone: Sequence[Candidate], free: _Groups) -> list[Mention]:
    """The names of the target that come from nowhere: the source has lost one, and fewer that may be written out."""
    found = [group for group in free if any(_is_sure(name, there) for name in group)]
    if here.has_case:
        translated = [name for name in gone if _is_translated(name, here)]
        plain = [name for name in gone if name not in translated]
        if len(found) <= len(translated) or not plain:
            return []
        if all(name.piece.opens for name in plain):
            found = [group for group in found if group[0].piece.start <= _EARLY]
    return [_stranger(name, there) for group in found for name in group if _is_sure(name, there)]


def _is_translated(name: Candidate, side: _Side) -> bool:
    """Whether a lost name may stand in the target in other words, as titles and abbreviations do."""
    return _is_quoted(name, side) or (name.piece.text.isupper() and not name.key.isascii())


def _unseen(there: _Side) -> list[Mention]:
    """The places of a target where a name fell out, and no name of the source is known to be lost."""
    spans = [gap.span for gap in gaps(there.text) if gap.sure]
    return [Mention(Kind.NAME, span, there.text.string[slice(*span)], Unlisted("", sure=True)) for span in spans]


def _is_quoted(name: Candidate, side: _Side) -> bool:
    """Whether a word begins a quotation: that is often a title, and is translated."""
    return side.folded.string[: name.piece.start][-1:] in _QUOTES


def _repeated(side: _Side, pairs: Mapping[str, tuple[str, float]]) -> set[str]:
    """The names of a side that are forms of one that has a counterpart."""
    sounds = [side.words[key].sound for key in pairs if side.words[key].capital]
    return {
        name.key
        for name in side.names
        if any(likeness(sound, side.words[name.key].sound) >= _REPEATED for sound in sounds)
    }


def _stands(name: Candidate, side: _Side) -> bool:
    """Whether a word may be a name or the translation of one: it does more than begin a sentence."""
    locale = side.text.locale
    if is_written_place(name.key, locale):
        return True
    data = load_language(locale).names
    is_rank = name.key in data.stand_ins or name.key in data.ranks
    return not (is_rank or name.piece.opens or places_of(name.key, locale))


def _is_sure(name: Candidate, side: _Side) -> bool:
    return name.sure or is_written_place(name.key, side.text.locale)


def _stranger(name: Candidate, side: _Side) -> Mention:
    span = side.folded.original(name.piece.start, name.piece.end)
    return Mention(Kind.NAME, span, side.text.string[slice(*span)], Unlisted(name.key, sure=True, by_capital=True))


def _known_places(side: _Side, other: _Side) -> set[str]:
    """The names of a side that are of places which the other side names too."""
    words = (word.key for word in other.words.values() if word.capital or not word.common)
    places = frozenset().union(*(places_of(key, other.text.locale) for key in words))
    return {name.key for name in side.names if places_of(name.key, side.text.locale) & places}


# The two sides put together


def _pairs(here: _Side, there: _Side) -> dict[str, tuple[str, float]]:
    """What each name of the source has become, with how like the two are; a name is the counterpart of one only."""
    pairs: dict[str, tuple[str, float]] = {}
    owners: dict[str, str] = {}
    for like, one, other in sorted(_likely(here, there), reverse=True):
        owner = owners.get(other)
        if one not in pairs and (owner is None or owner[:_STEM] == one[:_STEM] or like >= _SURELY):
            pairs[one] = (other, like)
            owners[other] = one
        elif owner is None and one in pairs and pairs[one][0][:_STEM] == other[:_STEM]:
            owners[other] = one
    return pairs


def _written_as_one(here: _Side, there: _Side) -> set[str]:
    """The names of the target of two words that a source without capitals writes as one: New Zealand."""
    if here.has_case:
        return set()
    found: set[str] = set()
    for one, other in itertools.pairwise(there.names):
        if one.piece.end + 1 == other.piece.start:
            name = _word(one.key + other.key, there.text.locale, is_capital=True)
            if any(_alike(name, here.words.values(), there.text.locale, here.text.locale)):
                found |= {one.key, other.key}
    return found


def _likely(here: _Side, there: _Side) -> Iterator[tuple[float, str, str]]:
    """The words of the two sides that may be the same name: in the source, those that do more than begin a sentence."""
    names = {name.key for name in here.names if name.sure or not name.piece.opens}
    others = {name.key for name in there.names}
    same = (names | others) & here.words.keys() & there.words.keys()
    yield from ((1.0, key, key) for key in same)
    for key in names - same:
        one = here.words[key]
        yield from _alike(one, there.words.values(), here.text.locale, there.text.locale)
    for key in others - same:
        rest = [word for word in here.words.values() if word.key not in names]
        found = _alike(there.words[key], rest, there.text.locale, here.text.locale)
        yield from ((like, word, other) for like, other, word in found)


def _alike(
    name: _Word, words: Iterable[_Word], locale: Locale, other_locale: Locale
) -> Iterator[tuple[float, str, str]]:
    """The words of the other side that sound like a name, or name the same place."""
    if not name.sound:
        return
    places = places_of(name.key, locale)
    for word in words:
        if places and (word.capital or not word.common) and places & places_of(word.key, other_locale):
            yield _TRANSLATED + (1 - _TRANSLATED) * likeness(name.sound, word.sound), name.key, word.key
        elif _may_be_alike(name, word):
            like = _likeness(name, word)
            if like:
                yield like, name.key, word.key


def _may_be_alike(one: _Word, other: _Word) -> bool:
    """Whether two words are worth a closer look, which most are not: it costs much more than this one."""
    shorter, longer = (one, other) if len(one.sound) <= len(other.sound) else (other, one)
    length = len(shorter.sound)
    if length < 2:
        return False
    if not (one.capital and other.capital):
        if length < _SHORTEST_SMALL or len(longer.sound) > length + _LONGEST_ENDING or not one.near & other.first:
            return False
    elif not one.near & other.first and len(longer.sound) <= length + 1 and length < _SHORTEST_SMALL:
        return False
    wanted, _ = consonants(shorter.sound)
    mask = longer.mask
    return sum([1 for near in wanted if near & mask]) >= _SHARED * len(wanted)


@functools.lru_cache(maxsize=100_000)
def _likeness(one: _Word, other: _Word) -> float:
    """How much two words sound like forms of one name; 0 where they do not."""
    shorter, longer = (one.sound, other.sound) if len(one.sound) <= len(other.sound) else (other.sound, one.sound)
    small = 0 if one.capital and other.capital else _SMALL
    like = likeness(shorter, longer) - small
    if like >= _least(one, other):
        return like
    like = likeness_inside(shorter, longer) - _INSIDE - small if len(longer) > len(shorter) + 1 else 0.0
    return like if like >= _ALIKE else 0.0


def _least(one: _Word, other: _Word) -> float:
    """How like a name a word must sound at least: more where either is a common word, or they begin otherwise."""
    if one.common or other.common or not one.near & other.first:
        return _SURELY
    return _ALIKE if min(len(one.sound), len(other.sound)) >= _SHORTEST else _SHORT


def _groups(side: _Side, known: Container[str], between: re.Pattern[str] | None = None) -> list[list[Candidate]]:
    """The runs of words that may be names of which none is known."""
    return [group for group in _runs(side.names, side, between) if not any(name.key in known for name in group)]


def _runs(names: Sequence[Candidate], side: _Side, between: re.Pattern[str] | None = None) -> list[list[Candidate]]:
    """Names that stand one behind the other, with no other words between them than names have."""
    between = between or _joined(side.text.locale)
    runs: list[list[Candidate]] = []
    for name in names:
        if runs and between.fullmatch(side.folded.string, runs[-1][-1].piece.end, name.piece.start):
            runs[-1].append(name)
        else:
            runs.append([name])
    return runs


@functools.cache
def _joined(locale: Locale) -> re.Pattern[str]:
    joints = "|".join(map(re.escape, load_language(locale).names.joints))
    return re.compile(rf"{_BESIDE.pattern}|(?: (?:{joints}))+ ") if joints else _BESIDE
