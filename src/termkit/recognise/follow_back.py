"""Follows names into a text from both its sides at once, where no list tells the source's names from its other words.

The words with a capital on either side are put together by their sound and by CLDR's names of places. What is left on
the source's side is lost, unless something is left on the target's side that may be its translation; what is left on
the target's comes from nowhere, unless nothing is left on the source's.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from termkit.language import load_language
from termkit.model import Locale, Mention, Span, Text, Unlisted

from .candidates import Candidate
from .gaps import Gap, gaps
from .pairing import Pairs, pair_names
from .places import is_place, is_written_place, places_of
from .sides import BESIDE, Groups, Side, groups, runs, side_of

__all__ = ["follow_back"]

_FIRST_OTHER = "\u0250"  # the first letter that is not Latin
_EARLY = 25  # letters at the beginning of a target, where the first name of a source stands
_COUNTRY = 2  # letters by which ISO 3166 tells a country; CLDR's cities have longer names
_WEAKLY = 0.66  # below this a word of two that follow each other may be another's by chance


def follow_back(source: Text, target: Text, taken: Sequence[Span] = ()) -> tuple[list[Mention], list[Mention]]:
    """The names of a source with what became of them, and those names of a target that come from nowhere.

    `taken` are the spans of the source that name a concept of the termbase.
    """
    here, there = side_of(source), side_of(target)
    pairs = pair_names(here, there)
    lost = _unjoined(groups(here, pairs.here), here, pairs.here)
    broken = gaps(target)
    signs = _signs(here, there, pairs, lost, broken)
    found = [*_followed(here, pairs, lost, signs), *_followed_places(here, there)]
    strangers = list(_strangers(here, there, pairs))
    if not (lost and here.has_case):
        strangers += [there.mention_at(gap.span, Unlisted("", sure=True)) for gap in broken if gap.sure]
    return [mention for mention in found if not any(map(mention.span.overlaps, taken))], strangers


# What is lost


def _unjoined(lost: Groups, side: Side, known: Container[str]) -> Groups:
    """The groups without single words that belong to a name which is known: Organización de las Naciones Unidas."""
    parts = {
        name
        for run in runs(side.names, side)
        if any(name.key in known and not is_place(name.key, side.locale) for name in run)
        for name in run
    }
    return [group for group in lost if len(group) > 1 or group[0] not in parts]


class _Signs(NamedTuple):
    """What tells that a name is missing: nothing may be its translation, and a sentence is broken or may be."""

    is_short: bool
    is_broken: bool
    may_be_broken: bool
    keeps_letters: bool  # names, and abbreviations, are written as in the source
    abbreviated: frozenset[str]  # the places that have other names in the target's language than CLDR knows


def _signs(here: Side, there: Side, pairs: Pairs, lost: Groups, broken: Sequence[Gap]) -> _Signs:
    certain = [group for group in lost if any(not name.piece.opens or here.is_sure(name) for name in group)]
    left = [name for name in there.names if name.key not in pairs.there and _stands(name, there)]
    explained = _explained(here, there, pairs)
    free = [run for run in runs(left, there) if not any(name.key in explained for name in run)]
    nouns = here.data.nouns
    return _Signs(
        len(certain) > len(free),
        any(gap.sure for gap in broken),
        bool(broken) and not nouns,
        there.is_latin and not nouns,
        frozenset(there.data.places),
    )


def _stands(name: Candidate, side: Side) -> bool:
    """Whether a word may be a name or the translation of one: it does more than begin a sentence."""
    if is_written_place(name.key, side.locale):
        return True
    is_rank = name.key in side.data.stand_ins or name.key in side.data.ranks
    return not (is_rank or name.piece.opens or places_of(name.key, side.locale))


def _explained(here: Side, there: Side, pairs: Pairs) -> set[str]:
    """The words of the target that stand beside the counterpart of a name with a word that has none itself.

    Of the Equipo Nacional the National Team has one word, and its other one is no translation of another name.
    """
    partly = {
        pairs.forms[name.key][0]
        for run in runs(here.names, here, BESIDE)
        if any(name.key not in pairs.here for name in run)
        for name in run
        if name.key in pairs.forms
    }
    beside = runs(there.names, there, BESIDE)
    return {name.key for run in beside if any(name.key in partly for name in run) for name in run}


def _followed(side: Side, pairs: Pairs, lost: Groups, signs: _Signs) -> Iterator[Mention]:
    """The names of the source, with what became of them."""
    gone = {name.key: group for group in lost for name in group}
    for name in side.names:
        form, like = pairs.forms.get(name.key, ("", 0.0))
        if form or name.key in gone:
            sure = bool(form) or _is_missed(name, side, signs) or _is_person(name, gone[name.key], side)
            value = Unlisted(name.key, sure, form=form, like=like, by_capital=True)
            yield side.mention(name.piece.start, name.piece.end, value)


def _is_missed(name: Candidate, side: Side, signs: _Signs) -> bool:
    """Whether a name without a counterpart must have one."""
    if signs.is_broken or (signs.may_be_broken and not name.piece.opens):
        return True
    is_abbreviation = name.piece.text.isupper() and _is_latin(name.key) and signs.keeps_letters and not name.piece.opens
    if not (side.is_sure(name) or is_abbreviation) or side.is_quoted(name) or side.is_compounded(name):
        return False
    if signs.is_short:
        return True
    if name.piece.opens or not is_place(name.key, side.locale):
        return False
    return not name.piece.text.isupper() or not signs.abbreviated.isdisjoint(places_of(name.key, side.locale))


def _is_person(name: Candidate, group: Sequence[Candidate], side: Side) -> bool:
    """Whether a lost name is one of several words, which in some languages only people's are."""
    if not side.tells_people or side.is_quoted(group[0]):
        return False
    words = [word for word in group if not (word.piece.opens or word.piece.text.isupper())]
    return name in words and len(words) > 1 and not side.is_compounded(words[-1])


def _followed_places(here: Side, there: Side) -> Iterator[Mention]:
    """The countries that a source without capitals names, with what the target calls them."""
    called = {place: word for word in there.words for place in places_of(word, there.locale)}
    for named in here.named:
        if len(named.place) == _COUNTRY:
            form = called.get(named.place, "")
            name = here.folded.string[named.start : named.end]
            value = Unlisted(name, sure=True, form=form, like=1.0 if form else 0.0, by_capital=True)
            yield here.mention(named.start, named.end, value)


# What comes from nowhere


def _strangers(here: Side, there: Side, pairs: Pairs) -> Iterator[Mention]:
    """The names of the target that come from nowhere: the source has lost one, and fewer that may be written out."""
    if not there.data.common or not (here.is_heard or here.data.hidden):
        return
    found = _free(there, pairs)
    if here.has_case:
        gone = groups(here, pairs.here)
        translated = [group for group in gone if all(_is_translated(name, here) for name in group)]
        plain = [name for group in gone if group not in translated for name in group]
        are_more = len(found) > len(translated) - _abbreviations(there, pairs)
        found = [group for group in found if _is_from_nowhere(group, there, plain, are_more)]
    for name in (name for group in found for name in group):
        if there.is_sure(name) and (here.is_heard or not _may_be_hidden(name.key, here, there)):
            yield there.mention(name.piece.start, name.piece.end, Unlisted(name.key, sure=True, by_capital=True))


def _is_from_nowhere(
    group: Sequence[Candidate],
    side: Side,
    lost: Sequence[Candidate],
    are_more: bool,  # noqa: FBT001  of two counts
) -> bool:
    """Whether a name of the target can't be the translation of anything: it is a person's, or the source lost one."""
    if len(group) > 1 and all(name.sure for name in group) and not side.is_quoted(group[0]):
        return True
    is_early = group[0].piece.start <= _EARLY
    return are_more and any(is_early or not name.piece.opens for name in lost)


def _abbreviations(side: Side, pairs: Pairs) -> int:
    """How many abbreviations of the target are free to translate others."""
    return sum(name.piece.text.isupper() and name.key not in pairs.there for name in side.names)


def _free(side: Side, pairs: Pairs) -> list[Sequence[Candidate]]:
    """The runs of a target that have a sure name and none that is known.

    A conjunction joins lists, too, and a preposition whole names: Kuzbass for Xbox.
    """
    known = {name.key for name in side.names if name.key in pairs.there and not side.is_common(name)}
    weak = {form for form, like in pairs.forms.values() if like < _WEAKLY}
    found: list[Sequence[Candidate]] = []
    for run in runs(side.names, side):
        if _is_free(run, side, known, weak):
            found.append(run)
            continue
        parts = [part for part in side.listed(run) if _is_free(part, side, known, weak)]
        names = (part for part in runs(run, side, BESIDE) if all(map(side.is_sure, part)))
        found += parts or [part for part in names if not any(name.key in known for name in part)]
    return found


def _is_free(run: Sequence[Candidate], side: Side, known: Container[str], weak: Container[str]) -> bool:
    """Whether a run of words has a sure name, and none that is known; one of several may be known by chance."""
    sure = [name for name in run if side.is_sure(name)]
    strong = [name for name in run if name.key in known and (len(sure) == 1 or name.key not in weak)]
    return bool(sure) and not strong and not all(name.key in known for name in sure)


def _is_translated(name: Candidate, side: Side) -> bool:
    """Whether a lost name may stand in the target in other words, as titles and abbreviations do."""
    return (side.is_quoted(name) and not name.piece.opens) or (name.piece.text.isupper() and not _is_latin(name.key))


def _is_latin(key: str) -> bool:
    return key[0] < _FIRST_OTHER


def _may_be_hidden(key: str, here: Side, there: Side) -> bool:
    """Whether a name may stand in the source in characters that do not tell how they are read."""
    return not is_written_place(key, there.locale) and _hidden(here.locale).fullmatch(key) is not None


@functools.cache
def _hidden(locale: Locale) -> re.Pattern[str]:
    syllables = sorted(load_language(locale).names.hidden, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(syllables)})+")
