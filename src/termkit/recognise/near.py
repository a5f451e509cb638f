"""Finds words that are close to a form of an expected name and are no form of any name: misspelt names."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from termkit.folding import Folded, fold
from termkit.model import LIVE, SOFT, Candidate, Kind, Mention, Name, Span, Text
from termkit.slips import shared_letters

from .words import WORD, Clitics, Word, is_joined, pieces_of, split_words

if TYPE_CHECKING:
    from .names import NameIndex, Spelling

__all__ = ["edit_distance", "name_words", "near_names", "opens_sentence", "tolerance"]

# Deletions are made of the beginnings of words only: inflected forms share them.
_PREFIX = 7
_SHORTEST = 4
_LONG = 8
_MOST_REMEMBERED = 200_000  # words
_JOINED = re.compile(r"[^\W_]+(?:'[^\W_]+)+")
_SENTENCE_ENDS = ".!?…:\n"


class _Place(NamedTuple):
    """A word of an expected form: the form, its words in lower case, and which of them this is."""

    spelling: Spelling
    words: tuple[str, ...]
    position: int


class _Found(NamedTuple):
    """A form that words of the text are near to; the smaller the better."""

    fewer_words: int
    distance: int
    unlike_ending: int
    order: int
    start: int
    end: int
    wrong: tuple[int, ...]
    spelling: Spelling


class _Near(dict[str, tuple[str, ...]]):
    """Word as written -> the other words of expected forms that it may be meant for; nothing for one that is a name.

    A word in lower case is meant for no form that is written with a capital.
    """

    def __init__(self, forms: Iterable[str], small: Iterable[str], names: Mapping[str, object]) -> None:
        super().__init__()
        self._forms, self._small, self._names = _by_deletions(forms), _by_deletions(small), names

    def __missing__(self, word: str) -> tuple[str, ...]:
        near = self._near(word.lower(), self._small if word[0].islower() else self._forms)
        if len(self) < _MOST_REMEMBERED:
            self[word] = near
        return near

    def _near(self, key: str, deletions: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        """The other words of some forms that a word in lower case may be meant for."""
        if not deletions:
            return ()
        # The word may be two letters shorter than the form that it is meant to be.
        pieces = _deletions(key, 2 if len(key) >= _LONG - 2 else 1)
        forms = {form for piece in pieces for form in deletions.get(piece, ())}
        near = sorted(form for form in forms if edit_distance(key, form, tolerance(form)))
        return () if near and self._names[key] else tuple(near)


@dataclass(frozen=True, eq=False, slots=True)
class _Table:
    """The words of the expected forms; `near` remembers the words of texts that were looked up."""

    places: dict[str, list[_Place]]
    near: _Near


def near_names(
    text: Text,
    index: NameIndex,
    expected: Collection[str],
    mentions: Collection[Mention],
    known: Collection[str] = frozenset(),
) -> list[Mention]:
    """Near mentions of the expected concepts: misspelt names and inflections that they don't have.

    A soft one may as well be a word made from the name.

    `mentions` are those that the text has; `known` are words (see `name_words`) that are right as they stand,
    because the source has them in the same spelling.
    """
    table = _table(index, frozenset(expected))
    if not table.places:
        return []
    folded = fold(text.string)
    pieces = pieces_of(index.clitics).findall(folded.string)
    if "'" in folded.string:  # inside a word, or between it and an article
        pieces += _JOINED.findall(folded.string)
    if not any(map(table.near.__getitem__, pieces)):
        return []
    protected = [folded.folded(span) for span in text.protected]
    words = split_words(folded.string, index.clitics, protected)
    taken = [folded.folded(m.span) for m in mentions if isinstance(m.value, Name) and m.value.candidates]
    suspects = {
        number
        for number, word in enumerate(words)
        if table.near[word.text]
        and _is_suspect(word, index, known)
        and not any(map(Span(word.start, word.end).overlaps, taken))
    }
    near_mentions: list[Mention] = []
    end = 0
    for number in sorted(suspects):
        near = list(_candidates(number, words, folded.string, table, suspects))
        best = min(near, default=None)
        if best and best.start >= end:
            rivals = {_expected(other) for other in near if other[:3] == best[:3]}
            near_mentions.append(_mention(text, folded, words, best, index, sure=len(rivals) == 1))
            end = best.end
    return near_mentions


def name_words(text: Text, clitics: Clitics) -> frozenset[str]:
    """The words of a text, folded and in lower case."""
    return frozenset(word.key for word in split_words(fold(text.string).string, clitics))


def _expected(found: _Found) -> str:
    """What should stand in the place of the words that are wrong, from the first to the last of them."""
    form = [match.span() for match in WORD.finditer(found.spelling.text)]
    text = found.spelling.text
    if len(form) != found.end - found.start:
        return text
    return text[form[found.wrong[0] - found.start][0] : form[found.wrong[-1] - found.start][1]]


def _mention(
    text: Text, folded: Folded, words: Sequence[Word], found: _Found, index: NameIndex, *, sure: bool
) -> Mention:
    """A mention of the words that are wrong, from the first to the last of them."""
    candidates = tuple(index.candidate(reading) for reading in found.spelling.readings)
    span = folded.original(words[found.wrong[0]].start, words[found.wrong[-1]].end)
    name = Name(candidates, near=True, expected=_expected(found), sure=sure)
    return Mention(Kind.NAME, span, text.string[slice(*span)], name, not _may_be_derived(words, found, candidates))


def _is_suspect(word: Word, index: NameIndex, known: Collection[str]) -> bool:
    return (
        len(word.key) >= _SHORTEST - 1 and word.key.isalpha() and not index.entries[word.key] and word.key not in known
    )


@functools.lru_cache(16)
def _table(index: NameIndex, expected: frozenset[str]) -> _Table:
    places: dict[str, list[_Place]] = {}
    small: set[str] = set()
    for concept in sorted(expected):
        for key in index.keys[concept]:
            words = tuple(key.split(" "))
            for spelling in index.entries[key]:
                kept = [r for r in spelling.readings if _is_of(index, r, concept)]
                for position, word in enumerate(words):
                    if kept and len(word) >= _SHORTEST:
                        place = _Place(spelling._replace(readings=tuple(kept)), words, position)
                        places.setdefault(word, []).append(place)
                        if spelling.words.split(" ")[position][0].islower():
                            small.add(word)
    return _Table(places, _Near(places, small, index.entries))


def _is_of(index: NameIndex, reading: int, concept: str) -> bool:
    owner, _, term = index.terms[index.readings[reading].term]
    return owner == concept and term.type not in SOFT and term.status in LIVE


def _by_deletions(words: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Some words by what is left of them when letters are taken out."""
    deletions: dict[str, list[str]] = {}
    for word in words:
        for piece in _deletions(word, tolerance(word)):
            deletions.setdefault(piece, []).append(word)
    return deletions


def _deletions(word: str, most: int) -> set[str]:
    """The beginning of a word, whole and with up to `most` letters taken out."""
    prefix = word[:_PREFIX]
    sizes = range(max(len(prefix) - most, 1), len(prefix) + 1)
    return {"".join(letters) for size in sizes for letters in itertools.combinations(prefix, size)}


def tolerance(word: str) -> int:
    """How many typing errors a word may have and still be taken for the name."""
    if len(word) < _SHORTEST:
        return 0
    return 2 if len(word) >= _LONG else 1


def _candidates(number: int, words: Sequence[Word], string: str, table: _Table, suspects: set[int]) -> Iterator[_Found]:
    """The forms that the text has here with a typing error."""
    near = table.near[words[number].text]
    for order, place in enumerate(place for word in near for place in table.places[word]):
        start = number - place.position
        end = start + len(place.words)
        if start < 0 or end > len(words) or not is_joined(words[start:end], string):
            continue
        written = [word.key for word in words[start:end]]
        wrong = tuple(start + n for n, pair in enumerate(zip(written, place.words, strict=True)) if pair[0] != pair[1])
        if not suspects.issuperset(wrong):
            continue
        if any(place.words[n - start] not in table.near[words[n].text] for n in wrong):
            continue
        distance = _phrase_distance(written, place.words)
        if distance is None:
            continue
        capital = [form[0].isupper() for form in place.spelling.words.split(" ")]
        if any(capital[n - start] and not words[n].text[0].isupper() for n in wrong):
            continue
        if len(written) > 1 or _is_plausible(words[number], place, distance, string):
            unlike = -shared_letters(written[-1][::-1], place.words[-1][::-1])
            yield _Found(-len(written), distance, unlike, order, start, end, wrong, place.spelling)


def _phrase_distance(written: Sequence[str], expected: Sequence[str]) -> int | None:
    """The typing errors in all words together; None where there are none, or a word has too many, or none is right."""
    total, right = 0, 0
    for found, wanted in zip(written, expected, strict=True):
        if found == wanted:
            right += 1
            continue
        distance = edit_distance(found, wanted, tolerance(wanted))
        if distance is None:
            return None
        total += distance
    return total if total and (right or len(written) == 1) else None


def _is_plausible(word: Word, place: _Place, distance: int, string: str) -> bool:
    """Whether a single word is a misspelt name rather than another word.

    Two errors, a short name, or the start of a sentence allow no other first letter, and a short name does not
    count at the start of a sentence at all, nor where a script has no capitals to tell it from other words.
    """
    form = place.words[0]
    short, first = len(form) < 6, opens_sentence(word, string) or form == form.upper()
    if (distance > 1 or short or first) and word.key[0] != form[0] and sorted(word.key[:2]) != sorted(form[:2]):
        return False
    return not (short and first)


def _may_be_derived(words: Sequence[Word], found: _Found, candidates: tuple[Candidate, ...]) -> bool:
    """Whether a word that differs only behind the stem of a name may be made from it (Українці, Russen, New Yorker).

    Of people's names all forms are known, so there it is an error; and names of several words have adjectives only
    where they are places.
    """
    kinds = {candidate.concept_kind for candidate in candidates}
    if "person" in kinds or found.wrong != (found.end - 1,) or (found.end - found.start > 1 and kinds != {"place"}):
        return False
    form = found.spelling.words.lower().rpartition(" ")[2]
    return shared_letters(words[found.end - 1].key, form) >= len(form) - 2


def opens_sentence(word: Word, string: str) -> bool:
    """Whether a word stands at the beginning of a sentence, where others have a capital too."""
    before = string[: word.outer_start].rstrip(" «»„“”\"'(—–-*_")
    return not before or before[-1] in _SENTENCE_ENDS


def edit_distance(one: str, other: str, most: int) -> int | None:
    """The letters to add, drop, exchange or swap with a neighbour to turn one word into the other.

    None where there are more than `most` (optimal string alignment).

    >>> edit_distance("Кієва", "Києва", 1), edit_distance("Вересчук", "Верещук", 1), edit_distance("Київ", "Рим", 2)
    (1, None, None)
    """
    if abs(len(one) - len(other)) > most:
        return None
    last: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before_last, last, row = last, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None
