"""Proposals for the termbase, made of the names that were seen: kind, base forms, transliteration."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from termkit.language import load_language
from termkit.model import Concept, Locale
from termkit.recognise.bases import guess_base
from termkit.recognise.places import place_titles
from termkit.recognise.skeleton import skeleton
from termkit.transliterate import Confidence, System, follows, load_system, readings, systems

from .names import SeenName
from .places import cldr_places
from .sounds import ratio

__all__ = ["Proposal", "Rendering", "Transliteration", "proposals"]

_STEM = 3  # letters that a form shares with the name that CLDR has for the place
_JOINT = re.compile(r"[\s-]")


class Transliteration(NamedTuple):
    """A system, the spelling that it is of, and the one that it gives."""

    system: str
    of: str
    gives: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a name is in a locale: its base form as guessed, and the forms that were seen with how often each."""

    base: str
    forms: Mapping[str, int]
    transliteration: Transliteration | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that may become an entry. `surname` is the same of the surname, where it stands alone too."""

    name: str
    locale: Locale
    kind: str
    count: int
    renderings: Mapping[Locale, Rendering]
    surname: Proposal | None = None


def proposals(names: Sequence[SeenName], concepts: Iterable[Concept], fewest: int) -> list[Proposal]:
    """Proposals for the names that stand at least so often, the most frequent first; none that the termbase has.

    Of several transliteration systems that fit, those that the termbase follows already come first.
    """
    known = _Known(concepts)
    new = [name for name in names if (name.sure or _is_place(name)) and not known.has(name)]
    kinds = _kinds(new, known)
    people = [name for name in new if kinds[id(name)] == "person"]
    surnames = _surnames(people, new)
    taken = {id(surname) for surname in surnames.values()} | _given_names(people, new)
    for person in people:
        if surname := surnames.get(id(person)):
            _share(person, surname)
    made = []
    for name in new:
        surname = surnames.get(id(name))
        count = name.count + (surname.count if surname else 0)
        if id(name) not in taken and count >= fewest:
            proposal = _proposal(name, kinds[id(name)], count, known)
            made.append(
                replace(proposal, surname=_proposal(surname, "person", surname.count, known)) if surname else proposal
            )
    return sorted((one for one in made if one.renderings), key=lambda one: (-one.count, one.name))


class _Known:
    """What the termbase has: the names of its concepts, and the given names and surnames of its people."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._names: set[tuple[Locale, str]] = set()
        self.given: set[tuple[Locale, str]] = set()
        self.systems: Counter[str] = Counter()
        for concept in concepts:
            for locale, terms in concept.terms.items():
                for term in terms:
                    words = term.term.lower().split()
                    if term.transliteration:
                        self.systems[term.transliteration] += 1
                    self._names.add((locale, " ".join(words)))
                    if concept.kind == "person" and len(words) > 1:
                        self._names |= {(locale, words[0]), (locale, words[-1])}
                        self.given.add((locale, words[0]))

    def has(self, name: SeenName) -> bool:
        """Whether a name is that of a concept, or part of a person's."""
        return (name.source_locale, name.text.lower()) in self._names

    def way(self, source: Locale, text: str, target: Locale, result: str) -> Transliteration | None:
        """The best system by which one spelling gives another."""
        fitting = [s.id for s in _systems_between(source, target) if text != result and follows(result, text, s.id)]
        best = max(fitting, key=lambda system: self.systems[system], default=None)
        return Transliteration(best, text, result) if best else None


# Kinds


def _kinds(names: Sequence[SeenName], known: _Known) -> Mapping[int, str]:
    """By the identity of a name, its kind where that is safe: a place that CLDR has, or a person.

    A person is called by surname, too, or has the given name of one who is or whom the termbase has.
    """
    places = {id(name) for name in names if _is_place(name)}
    alone = {(name.source_locale, name.text) for name in names if len(name.words) == 1}
    like_people = [name for name in names if id(name) not in places and _is_like_a_person(name)]
    people = {id(name) for name in like_people if (name.source_locale, name.words[-1]) in alone}
    given = known.given | {_given(name) for name in like_people if id(name) in people}
    people |= {id(name) for name in like_people if _given(name) in given}
    return dict.fromkeys(map(id, names), "term") | dict.fromkeys(places, "place") | dict.fromkeys(people, "person")


def _is_place(name: SeenName) -> bool:
    return name.text.lower() in cldr_places(name.source_locale)


def _is_like_a_person(name: SeenName) -> bool:
    """Whether a name is one of several words, none of them a common one, and not called for a place."""
    words = [word.lower() for word in name.words]
    places = cldr_places(name.source_locale)
    return (
        len(words) > 1
        and set(name.joints) == {" "}
        and places.keys().isdisjoint((words[-1], " ".join(words[:-1])))
        and load_language(name.source_locale).names.common.isdisjoint(words)
    )


def _given(name: SeenName) -> tuple[Locale, str]:
    return name.source_locale, name.words[0].lower()


def _surnames(people: Sequence[SeenName], names: Sequence[SeenName]) -> Mapping[int, SeenName]:
    """By the identity of a person, the surname that stands alone and is that of no other person."""
    bearers: defaultdict[tuple[Locale, str], list[SeenName]] = defaultdict(list)
    for person in people:
        bearers[person.source_locale, person.words[-1].lower()].append(person)
    found = {}
    for name in names:
        if len(name.words) == 1:
            of_name = bearers[name.source_locale, name.words[0].lower()]
            if len(of_name) == 1:
                found[id(of_name[0])] = name
    return found


def _given_names(people: Sequence[SeenName], names: Sequence[SeenName]) -> set[int]:
    """The identities of the given names of people, where they stand alone and not more often than the full name."""
    given = {_given(person): person.count for person in people}
    return {id(name) for name in names if given.get((name.source_locale, name.text.lower()), 0) >= name.count}


def _share(person: SeenName, surname: SeenName) -> None:
    """Let a person's full name and surname be spelt as both of them mostly are."""
    for locale in person.parts.keys() & surname.parts.keys():
        person.parts[locale][-1].update(surname.parts[locale][0])
        surname.parts[locale] = (person.parts[locale][-1],)


# Renderings


def _proposal(name: SeenName, kind: str, count: int, known: _Known) -> Proposal:
    bases = {locale: base for locale in sorted(name.parts) if (base := _base(name, kind, locale))}
    ways = _transliterations(name, bases, known)
    renderings = {
        locale: Rendering(base, dict(name.wholes[locale].most_common()), ways.get(locale))
        for locale, base in bases.items()
    }
    return Proposal(name.text, name.source_locale, kind, count, renderings)


def _base(name: SeenName, kind: str, locale: Locale) -> str:
    """The base form of a name in a locale; empty where one of its words has become nothing that can be seen."""
    parts = name.parts[locale]
    if kind == "place":
        title = place_titles(locale).get(cldr_places(name.source_locale)[name.text.lower()], "")
        if any(form[:_STEM].lower() == title[:_STEM].lower() for form in name.wholes[locale]):
            return title
    if not all(parts):
        return ""
    whole = next(iter(name.wholes[locale].most_common(1)), None)
    if not whole and len(parts) > 1 and kind != "person":  # its words may stand in another order, or be translated
        return ""
    words = [_word_base(word, part, name.source_locale, locale) for word, part in zip(name.words, parts, strict=True)]
    seen = tuple(_JOINT.findall(whole[0])) if whole else ()
    joints = seen if len(seen) == len(name.joints) else name.joints
    return "".join(word + joint for word, joint in zip(words, (*joints, ""), strict=True))


def _word_base(word: str, forms: Counter[str], source: Locale, locale: Locale) -> str:
    if forms[word] == max(forms.values()):  # left as it is
        return word
    given = {word, *(reading for system in _systems_between(source, locale) for reading in readings(word, system.id))}
    sound = skeleton(word)
    return guess_base(forms, load_language(locale), given.__contains__, lambda base: ratio(sound, skeleton(base)))


@functools.cache
def _systems_between(source: Locale, target: Locale) -> Sequence[System]:
    """The systems that write a language in another, or in another script whatever the language; best first."""
    here, there = (locale.partition("-")[0] for locale in (source, target))
    fitting = (system for system in systems().values() if system.source == here and _is_target(system.target, there))
    confidences = list(Confidence)
    return sorted(fitting, key=lambda system: (confidences.index(system.confidence), -(system.year or 0), system.id))


def _is_target(target: str, language: str) -> bool:
    return target == language or target.istitle()  # a script's tag is a title: Latn


def _transliterations(name: SeenName, bases: Mapping[Locale, str], known: _Known) -> Mapping[Locale, Transliteration]:
    """How base forms come from each other or from the name, or the name from them.

    A name that follows the system of a language is taken to come from it, and so are its other spellings.
    """
    spellings = {**bases, name.source_locale: name.text}
    ways = {
        (source, target): way
        for source, target in itertools.permutations(spellings, 2)
        if (way := known.way(source, spellings[source], target, spellings[target]))
    }
    origins = [
        locale
        for locale in bases
        if (way := ways.get((locale, name.source_locale))) and not load_system(way.system).candidates
    ]
    given = Counter(source for source, _ in ways)
    origins.sort(key=lambda locale: (-known.systems[ways[locale, name.source_locale].system], -given[locale]))
    others = [name.source_locale, *(locale for locale in bases if locale not in origins)]
    found: dict[Locale, Transliteration] = {}
    for locale in bases:
        into = [(locale, name.source_locale)] if locale in origins else []
        for pair in (*into, *((other, locale) for other in (*origins, *others))):
            if pair in ways:
                found.setdefault(locale, ways[pair])
    return found
