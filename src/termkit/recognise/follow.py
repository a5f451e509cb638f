"""Follows the names of a source text that no termbase has into the target, by their sound.

A name is followed from the side whose language has a list of the words that names are made of (`common` in its
file): from the source, where each name must have a counterpart in the target, or else from the target, where a
name must come from the source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from termkit.folding import Folded, fold
from termkit.language import load_language
from termkit.model import Kind, Locale, Mention, Proof, Span, Text, Unlisted
from termkit.slips import plain, slip

from .candidates import Candidate, Piece, candidates, pieces, words_of
from .counterparts import Form, Heard, counterparts, heard, key_of
from .follow_back import follow_back
from .han import is_pinyin
from .places import PlaceNames, place_names
from .skeleton import has_slip, is_slip, likeness, skeleton, sounds_mask, sounds_near

__all__ = ["follow"]

_TRANSLATED = 0.9  # how like a place's name a word is that CLDR has for it
_SURE = 0.8  # from here on the place need not be looked up
_SHORTEST = 3
_SHORTEST_MISWRITTEN = 5
_LONGEST_ABBREVIATION = 5
_ECHO = 0.5  # how like a word of the source one has to sound to come from it


def follow(source: Text, target: Text, taken: Sequence[Span] = ()) -> tuple[list[Mention], list[Mention]]:
    """The names of a source text with what became of them, and words of the target that may be other names.

    `taken` are the spans of the source that name a concept of the termbase.
    """
    if not (_is_followed(source.locale) and _is_followed(target.locale)):
        return [], []
    if load_language(source.locale).names.common:
        return _forwards(source, target, taken)
    return follow_back(source, target, taken)


def _is_followed(locale: Locale) -> bool:
    return load_language(locale).names.follow


def _forwards(source: Text, target: Text, taken: Sequence[Span]) -> tuple[list[Mention], list[Mention]]:
    names = candidates(source)
    if not names:
        return [], []
    here, there = fold(source.string), fold(target.string)
    forms = counterparts(names, here.string, there.string)
    found: list[Mention] = []
    respells_pinyin = load_language(target.locale).names.respells_pinyin
    for name in names:
        span = here.original(name.piece.start, name.piece.end)
        if not any(map(span.overlaps, taken)):
            place = _place(name.key, source.locale, target.locale)
            value = _unlisted(name, forms[name.key], place, there.string)
            if respells_pinyin and not value.form and is_pinyin(name.key):
                value = replace(value, sure=False)
            found.append(Mention(Kind.NAME, span, source.string[slice(*span)], value, hard=value.sure))
    return found, [_stranger(word, target, there) for word in _strangers(here.string, there.string, forms)]


def _unlisted(name: Candidate, form: Form, place: PlaceNames | None, target: str) -> Unlisted:
    """What became of a name; that of a place may be translated."""
    sure = name.sure
    if place and form.like < _SURE:
        sure = place.alike and (sure or (place.whole and not name.piece.opens))
        form = max(form, _translation(place, target), key=lambda found: found.like)
    proof = Proof.NONE if place and not sure else name.proof
    near = form.key not in {"", name.key} and (
        _is_place_misspelt(place, form.key) if place else _is_misspelt(name.key, form.key, sure=sure or name.common)
    )
    return Unlisted(name.key, sure, name.common, proof, form.key, form.like, near)


def _place(key: str, source: Locale, target: Locale) -> PlaceNames | None:
    """What a place is called, one of several of the same name (the Koreas) too."""
    return place_names(key, source, target) or place_names(key.removesuffix("s"), source, target)


def _translation(place: PlaceNames, target: str) -> Form:
    """The word for a place, inside another word too (severokorejský); a part of its name must sound like that part."""
    if not (place.alike or place.whole):
        return Form()
    words = (word.key for word in heard(target) if any(stem in word.key for stem in place.stems))
    return next((Form(word, _TRANSLATED) for word in words), Form())


def _is_place_misspelt(place: PlaceNames, form: str) -> bool:
    """Whether a word is one of those for a place with a letter wrong, which is none of its ending."""
    if not place.alike:
        return False
    return any(_is_slip_of(plain(word), plain(form)) for word in place.words)


def _is_slip_of(word: str, form: str) -> bool:
    """Whether a form has a letter of a word wrong, and not only written otherwise: Хобарт is Гобарт.

    >>> _is_slip_of("київ", "кивів"), _is_slip_of("гобарт", "хобарті"), _is_slip_of("гобарт", "гобарті")
    (False, False, False)
    >>> _is_slip_of("маріуполь", "марнуполя")
    True
    """
    at = slip(word, form)
    if at is None or at > len(word) - _SHORTEST:
        return False
    return word[at + 1 :][:1] != form[at + 1 :][:1] or is_slip(word[at], form[at], vowels=True)


def _is_misspelt(key: str, form: str, *, sure: bool) -> bool:
    """Whether a word is a name with one sound or letter wrong."""
    return (sure and has_slip(skeleton(key), skeleton(form))) or _is_miswritten(key, form, vowels=sure)


def _is_miswritten(key: str, form: str, *, vowels: bool) -> bool:
    """Whether a word has all letters of a name but one, or two swapped, none of them the first or last.

    >>> _is_miswritten("sturridge", "sturrudge", vowels=True), _is_miswritten("sturridge", "sturirdge", vowels=True)
    (True, True)
    >>> _is_miswritten("victoria", "viktoria", vowels=True)
    False
    """
    if len(key) < _SHORTEST_MISWRITTEN:
        return False
    key, form = plain(key), plain(form)
    at = next((n for n, (one, other) in enumerate(zip(key, form, strict=False)) if one != other), len(key))
    if len(key) - at < (_SHORTEST if vowels else _SHORTEST + 1):
        return False
    if form[at:].startswith(key[at + 1] + key[at] + key[at + 2 :]):
        return True
    return form[at + 1 :].startswith(key[at + 1 :]) and is_slip(key[at], form[at], vowels=vowels)


def _stranger(piece: Piece, target: Text, folded: Folded) -> Mention:
    span = folded.original(piece.start, piece.end)
    return Mention(Kind.NAME, span, target.string[slice(*span)], Unlisted(key_of(piece.text)), hard=False)


def _strangers(source: str, target: str, forms: Mapping[str, Form]) -> list[Piece]:
    """The words of a target that begin with a capital, are no counterpart of a name, and sound like no other word.

    An abbreviation of the source may be written out, and a name abbreviated: Columbia is in D.C.
    """
    found = {form.key for form in forms.values()}
    words = (word for word in words_of(target)[1:] if word[0].isupper() and len(word) >= _SHORTEST)
    strange = {word for word in words if key_of(word) not in found}
    if not strange:
        return []
    sounds = {word.text: word for word in heard(target)}
    others = heard(source)
    acronym = "".join(piece.text[0] for piece in pieces(source) if piece.text[0].isupper())
    strange = {text for text in strange if not (text.isupper() and text in acronym)}  # DARPA
    initials = sounds_mask("".join(word.sound for word in others if _is_abbreviation(word.text)))
    strange = {text for text in strange if not (sounds[text].first & initials or _is_echo(sounds[text], others))}
    return [piece for piece in pieces(target) if piece.text in strange and not piece.opens]


def _is_abbreviation(word: str) -> bool:
    return len(word) < _SHORTEST or (len(word) <= _LONGEST_ABBREVIATION and word.isupper())


def _is_echo(word: Heard, others: Sequence[Heard]) -> bool:
    """Whether a word sounds like one that is no name where it stands: Twitter for what was tweeted."""
    near = sounds_near(word.sound[0]) if word.sound else 0
    return any(near & other.first and likeness(other.sound, word.sound) >= _ECHO for other in others)
