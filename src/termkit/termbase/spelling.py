"""What can be wrong with the characters of a term."""

from __future__ import annotations

import functools
import importlib.resources
import re
import unicodedata
from collections import Counter
from typing import NamedTuple

import babel

from termkit.yaml_data import read_yaml

# A single plain space between words is the only space there is; the classes of characters are those that
# the folding for matching maps or deletes.
_SPACE = re.compile(r"^\s|\s$|\s\s|[^\S ]")
_HIDDEN = frozenset(("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"))
_JOINERS = "\u200c\u200d"
# Scripts with letters that look the same (а a α); in others words of two scripts are normal (AFP通信, NATO군).
_LOOK_ALIKES = frozenset(("LATIN", "CYRILLIC", "GREEK", "ARMENIAN"))
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff\W\d_]*")


def spelling_fault(string: str) -> str | None:
    """What is wrong with the characters of a string in any language.

    >>> spelling_fault("Kyiv")
    >>> spelling_fault("Azov  Regiment")
    'has a double space: leave one'
    """
    # A plain space is the only one that is printable.
    is_spaced = "  " in string or string[:1] == " " or string[-1:] == " "
    if not is_spaced and string.isprintable() and unicodedata.is_normalized("NFC", string):
        return None
    if not unicodedata.is_normalized("NFC", string):
        return "is not in Unicode's composed form NFC: type its accented letters as single characters"
    if hidden := next((c for i, c in enumerate(string) if _is_hidden(string, i)), None):
        return f"holds the invisible character {_name(hidden)}: delete it"
    return _space_fault(string)


def repaired_spelling(string: str) -> str | None:
    r"""A string without what is wrong with its characters; None where that can't be told.

    >>> repaired_spelling(" Ky\u200biv\u00a0 City"), repaired_spelling("Кии\u0306в"), repaired_spelling("Ky\ue000iv")
    ('Kyiv City', 'Кийв', None)
    """
    if string and spelling_fault(string) is None:  # as most are
        return string
    string = unicodedata.normalize("NFC", string)
    kept = "".join(char for i, char in enumerate(string) if not (_is_hidden(string, i) and _means_nothing(char)))
    repaired = " ".join(kept.split())
    return repaired if repaired and spelling_fault(repaired) is None else None


def _means_nothing(char: str) -> bool:
    # Controls that are spaces become one; private and unassigned characters may stand for anything.
    return unicodedata.category(char) == "Cf"


def _space_fault(string: str) -> str | None:
    found = _SPACE.search(string)
    if found is None:
        return None
    if found[0].strip(" "):
        other = found[0].strip(" ")[0]
        return f"holds {_name(other)}: write a plain space, which matches every kind of space"
    return "has a double space: leave one" if found[0] == "  " else "has a space at its edge: delete it"


def _is_hidden(string: str, index: int) -> bool:
    char = string[index]
    if char in _JOINERS:
        # Persian and the languages of India spell with joiners; in these alphabets they are left-overs.
        return index == 0 or script_of(string[index - 1]) in {*_LOOK_ALIKES, None}
    return unicodedata.category(char) in _HIDDEN


def _name(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


@functools.lru_cache(4096)
def script_of(char: str) -> str | None:
    """The script of a letter in the words of Unicode's character names; None for what belongs to every script.

    >>> script_of("ї"), script_of("і"), script_of("i"), script_of("1"), script_of("ª")
    ('CYRILLIC', 'CYRILLIC', 'LATIN', None, None)
    """
    # Compatibility letters (ª, µ, ﬁ) are symbols made of letters.
    if unicodedata.category(char) not in {"Lu", "Ll", "Lt", "Lo"} or unicodedata.decomposition(char).startswith("<"):
        return None
    return unicodedata.name(char, "").partition(" ")[0] or None


@functools.lru_cache(256)
def scripts_of(locale: str) -> frozenset[str]:
    """The scripts that a locale writes the names of languages and territories in, going by CLDR.

    >>> sorted(scripts_of("uk")), sorted(scripts_of("sr-Latn"))
    (['CYRILLIC'], ['LATIN'])
    """
    cldr = babel.Locale.parse(locale, sep="-")
    names = "".join([*cldr.territories.values(), *cldr.languages.values()])
    return frozenset(script for char in set(names) if (script := script_of(char)))


class ScriptFault(NamedTuple):
    """What is wrong with the scripts of a string, and the rule of `glossary lint` that reports it."""

    rule: str
    message: str


def script_fault(string: str, locale: str) -> ScriptFault | None:
    """What is wrong with the scripts of a string in a locale.

    Latin letters are right everywhere, for AFP is AFP in Ukrainian too, but never beside others in a word; so is a
    Greek letter that stands alone, which is a symbol.

    >>> script_fault("AFP", "uk"), script_fault("β-carotene", "en")
    (None, None)
    >>> script_fault("Азов", "de").message
    'has Cyrillic letters, and `de` is written in Latin: put it under its own language'
    >>> script_fault("Кuїв", "uk").message
    'mixes Cyrillic and Latin letters in the word `Кuїв` (Latin: u): type the word in one script'
    """
    if string.isascii() or (_CYRILLIC.fullmatch(string) and "CYRILLIC" in scripts_of(locale)):
        return None  # as most terms
    scripts = frozenset(map(script_of, string)) - {None}
    if len(scripts) < 2 and scripts <= scripts_of(locale) | {"LATIN"}:
        return None
    for word in _WORD.findall(string):
        if fault := _mixture(word):
            return ScriptFault("mixed-script", fault)
    own = scripts_of(locale)
    written = {script_of(char) for word in _WORD.findall(string) if not _is_symbol(word) for char in word}
    foreign = sorted(script for script in written - own if script and script != "LATIN")
    if not foreign or not own:
        return None
    return ScriptFault(
        "wrong-script",
        f"has {_and(foreign)} letters, and `{locale}` is written in {_and(sorted(own))}: put it under its own language",
    )


def _is_symbol(word: str) -> bool:
    return len(word) == 1 and script_of(word) == "GREEK"


def _mixture(word: str) -> str | None:
    letters: dict[str, list[str]] = {}
    for char in word:
        if (script := script_of(char)) in _LOOK_ALIKES:
            letters.setdefault(str(script), []).append(char)
    if len(letters) < 2:
        return None
    rarest = min(letters, key=lambda script: len(letters[script]))
    return (
        f"mixes {_and(sorted(letters))} letters in the word `{word}` "
        f"({rarest.title()}: {', '.join(letters[rarest])}): type the word in one script"
    )


def repaired_scripts(string: str) -> str | None:
    """A string in whose words the one letter of another script is the letter that it looks like; None if any is left.

    >>> repaired_scripts("Kіev"), repaired_scripts("Кuїв"), repaired_scripts("Кo")
    ('Kiev', None, None)
    """
    repaired = _WORD.sub(lambda match: _in_one_script(match[0]), string)
    return None if any(_mixture(word) for word in _WORD.findall(repaired)) else repaired


def _in_one_script(word: str) -> str:
    scripts = Counter(script for char in word if (script := script_of(char)) in _LOOK_ALIKES)
    if len(scripts) != 2 or min(scripts.values()) != 1 or max(scripts.values()) < 2:
        return word
    (main, _), (other, _) = scripts.most_common()
    return "".join(_look_alike(char, str(main)) if script_of(char) == other else char for char in word)


def _look_alike(char: str, script: str) -> str:
    """The letter of a script that looks like another, or that letter itself."""
    row = next((row for row in _look_alikes() if char in row), char)
    return next((letter for letter in row if script_of(letter) == script), char)


@functools.cache
def _look_alikes() -> tuple[str, ...]:
    text = (importlib.resources.files("termkit") / "look_alikes.yaml").read_text("utf-8")
    return tuple(read_yaml(text))


def _and(scripts: list[str]) -> str:
    names = ["Chinese" if script == "CJK" else script.title() for script in scripts]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
