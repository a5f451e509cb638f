"""What a language does to names: the section ``names:`` of its file, read.

A table of endings maps the end of a word to the endings that stand there in the other cases. Its rows read

    suffix: gen dat acc …        one column a case, in the order that ``cases`` gives
    [кгх]а: …                    the row counts only behind one of these letters, which stay
    <aıou>: …                    only where the last of the language's ``vowels`` is one of these: vowel harmony
    like: feminine               and all rows of that table that this one lacks

and in a column ``/`` parts alternatives, the usual one first; ``=`` is the suffix itself, ``-`` no ending,
and ``&`` in an ending is the letter before it once more (``&al``: Putyin, Putyinnal).
`prefixes` says in the same way what may stand for the beginning of a name (Hebrew ב, Arabic لل for ال).
The longest suffix wins, and of rows with one suffix that which asks for most. A word that no row fits stays as it is.

What tells that a form is wrong where it stands: `prepositions` gives the words and phrases (``за_словами``) in front of
a name by the cases that they ask for, the likeliest first, `seldom` the cases among them that are rare («завбільшки з
Бельгію»), and `agreeing` the words that agree with it (29-річна); `titles` has the endings in the singular, for men and
for women, of the `roles`, and of the `owners`, behind whom stands what they belong to (боєць полку), as behind several
of them (`groups`); behind `classes` a name in quotation marks does not change (на заводі «Азовсталь»); `conjunctions`
stand before the last name of a list; `women` has the ends of men's surnames with those of women's; `unchanged` the ends
of foreign given names that may stay as they are, but for those that are `declined`; `undeclined` are the first words of
foreign names that never change (New York). `compounds` are written to the name of a place in one word (Nordfrankreich);
`derived` are the beginnings of what follows the stem of a name in adjectives made from it and in names of the people
there (харків|ський, Paris|er); `*` is any word, where names are written to others (Londonpolisen), `-` no ending where
last vowels are lost (indonéz), `=` the name itself in small letters, whatever vowel it ends in (argentino). `units` are
the beginnings of the words for the sorts of military units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .folding import fold_string

__all__ = ["AGAIN", "CASES", "NameData", "NameExample", "Row", "Table", "read_names"]


class Row(NamedTuple):
    """The endings that replace `suffix`, by case, where one of the letters `before` stands before it.

    Where `vowels` are given, the last vowel of the word must be one of them too.
    """

    before: frozenset[str]
    vowels: frozenset[str]
    suffix: str
    endings: Mapping[str, tuple[str, ...]]

    @property
    def label(self) -> str:
        """The row's key, for messages: ``-ія``."""
        return f"-{self.suffix}" if self.suffix else "-"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows by suffix; those that ask for more come first. `vowels` are those of the language that harmonise."""

    name: str
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    vowels: frozenset[str] = frozenset()

    def row(self, word: str, kept: int = 0) -> Row | None:
        """The row with the longest suffix that fits a word, whatever its case, and spares its first letters."""
        lower = word.lower()
        vowel = next((letter for letter in reversed(lower) if letter in self.vowels), "")
        for start in range(kept, len(lower) + 1):
            for row in self.rows.get(lower[start:], ()):
                is_behind = not row.before or (start and lower[start - 1] in row.before)
                if is_behind and (not row.vowels or vowel in row.vowels):
                    return row
        return None


class NameExample(NamedTuple):
    """A name with forms that must be among those proposed for it, and words made from it; the test of the tables."""

    term: str
    kind: str
    gender: str | None
    number: str | None
    type: str
    forms: Mapping[str, tuple[str, ...]]
    derived: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class NameData:
    """What a language does to names. Compared by identity, so that what is made with it can be remembered.

    `tables` holds the tables of endings by case, named for the gender or number of the words they inflect,
    or `noun` where words have no gender; `adjective`, `demonym`, `possessive` and `acronym` list all
    forms of a word without telling cases apart. `stand_ins` are the words that may stand for a person who is not named:
    pronouns and titles.
    """

    proposer: str | None = None  # the library that declines people's names
    people: str = "each"  # which words of a person's name take endings: each, or the last
    head: str = "first"  # which word of another name does, with the adjectives before it: the first, or the last
    behind: str = "agrees"  # what looks like an adjective behind the head: it agrees, or it does either
    before: frozenset[str] = frozenset()  # what is written to a word with an apostrophe: l'Ukraine
    after: frozenset[str] = frozenset()  # the same behind it: Yusov's
    signs: str = ""  # of vowels, which are no letters of their own
    prefixes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what may stand for a name's beginning
    variants: Mapping[str, Table] = field(default_factory=dict)  # by dat-masculine: other endings of a proposed form
    tables: Mapping[str, Table] = field(default_factory=dict)
    stand_ins: frozenset[str] = frozenset()
    prepositions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # and phrases: cases, likeliest first
    seldom: Mapping[str, frozenset[str]] = field(default_factory=dict)  # of these the cases that they seldom ask for
    conjunctions: frozenset[str] = frozenset()  # between the last two names of a list
    roles: frozenset[str] = frozenset()  # titles
    owners: frozenset[str] = frozenset()  # other people behind whom stands what they belong to: a soldier of …
    groups: frozenset[str] = frozenset()  # the same of several people, in the nominative: soldiers of …
    classes: frozenset[str] = frozenset()  # words, in all forms, behind which a name in quotation marks never changes
    titles: Mapping[str, Table] = field(default_factory=dict)  # by gender: the endings of titles in the singular
    women: tuple[tuple[str, str], ...] = ()  # ends of a man's surname and of the same surname of a woman
    agreeing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the same of words that agree with a name
    unchanged: tuple[str, ...] = ()  # ends of foreign given names that may stay as they are in every case
    declined: frozenset[str] = frozenset()  # given names with such an end that don't
    undeclined: frozenset[str] = frozenset()  # first words of foreign names that stay as they are: New York
    compounds: tuple[str, ...] = ()  # what is written to a place's name in one word: Nordfrankreich
    derived: frozenset[str] = frozenset()  # what follows the stem of a name in words made from it: ськ
    units: frozenset[str] = frozenset()  # what the words for military units begin with: полк
    common: frozenset[str] = frozenset()  # words that are no names, though a name may have them (Supreme Court)
    common_endings: tuple[str, ...] = ()  # endings of such words
    small: frozenset[str] = frozenset()  # words that may begin with a capital, and no name has them
    small_endings: tuple[str, ...] = ()  # endings of such words
    places: Mapping[str, frozenset[str]] = field(default_factory=dict)  # what CLDR lacks of their names
    peoples: Mapping[str, frozenset[str]] = field(default_factory=dict)  # and of their inhabitants and adjectives
    ranks: frozenset[str] = frozenset()  # what stands before a name
    institutions: str = "all"  # which words of the names of institutions have a capital: all, or the first
    respells_pinyin: bool = False  # whether Chinese names are written by rules of its own: Kuej-čou
    reading: str | None = None  # how characters are read that do not tell it: pinyin
    hidden: frozenset[str] = frozenset()  # syllables of the names that may stand in characters that do not tell it
    heads: frozenset[str] = frozenset()  # last words of names that are translated where the others are kept
    joints: frozenset[str] = frozenset()  # words inside names: of, for
    gaps: Mapping[str, frozenset[str]] = field(default_factory=dict)  # words between which a name is missing
    nouns: bool = False  # whether all nouns begin with a capital
    follow: bool = True  # whether names without an entry are followed: not where good translations seem to lose many
    examples: tuple[NameExample, ...] = ()


CASES = (
    *("nom", "gen", "dat", "acc", "ins", "loc", "voc"),
    # Finnish, Estonian, Hungarian, Turkish: partitive, inessive, elative, illative, adessive, ablative, allative,
    # essive, translative, terminative, comitative, abessive, superessive, sublative, delative, causal-final.
    *("par", "ine", "ela", "ill", "ade", "abl", "all", "ess", "tra", "ter", "com", "abe", "sup", "sub", "del", "cau"),
)
"""The cases that a language may have, as they are written in its file, in the order in which forms are shown."""

AGAIN = "&"
"""What stands in an ending for the letter before it."""

_KEYS = {
    *("proposer", "people", "head", "behind", "vowels", "clitics", "pronouns", "roles", "owners", "groups", "titles"),
    *("classes", "prepositions", "seldom", "agreeing", "conjunctions", "women", "unchanged", "declined", "undeclined"),
    *("compounds", "derived", "units", "prefixes", "signs", "variants", "cases", "tables", "words"),
    *("common", "common_endings", "small", "small_endings", "places", "peoples", "ranks", "institutions"),
    *("reading", "pinyin", "hidden", "heads", "joints", "gaps", "nouns", "follow", "examples"),
}
_CHOICES = {
    "people": ("each", "last"),
    "head": ("first", "last"),
    "behind": ("agrees", "either"),
    "nouns": ("small", "capital"),
    "pinyin": ("kept", "respelt"),
    "institutions": ("all", "first"),
    "follow": ("true", "false"),
}
_EXAMPLE_KEYS = {"term", "kind", "gender", "number", "type", "forms", "derived"}
_KEY = re.compile(r"(?:<(?P<vowels>[^<>]+)>)?(?:\[(?P<before>[^\]]+)\])?(?P<suffix>[^\[\]<>]*)")
_ALL = "*"


def read_names(section: Mapping[str, Any]) -> NameData:
    """The section ``names:`` of a language's file; ValueError says what is wrong with it."""
    _refuse_unknown(section, _KEYS)
    cases = section.get("cases", "").split()
    _refuse_unknown(dict.fromkeys(cases), set(CASES))
    vowels = frozenset(section.get("vowels", ""))
    tables = _tables(section.get("tables", {}), cases, vowels) | _tables(section.get("words", {}), None, vowels)
    clitics = section.get("clitics", {})
    return NameData(
        proposer=section.get("proposer"),
        people=_choice(section, "people"),
        head=_choice(section, "head"),
        behind=_choice(section, "behind"),
        before=_words(clitics.get("before", "")),
        after=_words(clitics.get("after", "")),
        signs=section.get("signs", "").replace(" ", ""),
        prefixes={
            start: tuple(prefix.replace("=", start) for prefix in prefixes.split())
            for start, prefixes in section.get("prefixes", {}).items()
        },
        variants=_tables(section.get("variants", {}), None, vowels),
        tables=tables,
        stand_ins=_words(section.get("pronouns", "")) | frozenset(_role_forms(section, tables.get("demonym"))),
        prepositions=_demanding(section.get("prepositions", {})),
        agreeing=_demanding(section.get("agreeing", {})),
        seldom={phrase: frozenset(cases) for phrase, cases in _demanding(section.get("seldom", {})).items()},
        conjunctions=_words(section.get("conjunctions", "")),
        owners=_words(section.get("owners", "")),
        groups=_words(section.get("groups", "")),
        classes=_words(section.get("classes", "")),
        roles=_words(section.get("roles", "")),
        titles=_tables(section.get("titles", {}), cases, vowels),
        women=tuple(section.get("women", {}).items()),
        unchanged=tuple(section.get("unchanged", "").split()),
        declined=_words(section.get("declined", "")),
        undeclined=_words(section.get("undeclined", "")),
        compounds=tuple(sorted(_words(section.get("compounds", "")))),
        derived=_words(section.get("derived", "")),
        units=_words(section.get("units", "")),
        common=_words(section.get("common", "")),
        common_endings=tuple(section.get("common_endings", "").split()),
        small=_words(section.get("small", "")),
        small_endings=tuple(section.get("small_endings", "").split()),
        places={
            place: frozenset(fold_string(name).lower() for name in names.split(", "))
            for place, names in section.get("places", {}).items()
        },
        peoples={place: _words(words) for place, words in section.get("peoples", {}).items()},
        ranks=_words(section.get("ranks", "")),
        institutions=_choice(section, "institutions"),
        reading=section.get("reading"),
        respells_pinyin=_choice(section, "pinyin") == "respelt",
        hidden=_words(section.get("hidden", "")),
        heads=_words(section.get("heads", "")),
        joints=_words(section.get("joints", "")),
        gaps=_gaps(section.get("gaps", {})),
        nouns=_choice(section, "nouns") == "capital",
        follow=_choice(section, "follow") == "true",
        examples=tuple(_example(example) for example in section.get("examples", ())),
    )


_GAPS = {
    *("articles", "prepositions", "strict", "leads", "openings", "verbs", "being", "starts", "relatives"),
    *("conjunctions", "adverbs", "honorifics", "loose", "past", "determiners"),
}


def _gaps(section: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The words of each sort; those that have a comma between them may be phrases."""
    _refuse_unknown(section, _GAPS)
    return {
        sort: frozenset(fold_string(words).lower().split(", ")) if "," in words else _words(words)
        for sort, words in section.items()
    }


def _refuse_unknown(found: Mapping[str, Any], known: set[str]) -> None:
    for key in found:
        if key not in known:
            raise ValueError(f"unknown key {key!r}; known are {', '.join(sorted(known))}")


def _choice(section: Mapping[str, Any], key: str) -> str:
    """One of the values that a key may have; the first where it is not given."""
    chosen: str = section.get(key, _CHOICES[key][0])
    if chosen not in _CHOICES[key]:
        raise ValueError(f"{key!r} is {chosen!r}; it may be {' or '.join(_CHOICES[key])}")
    return chosen


def _words(words: str) -> frozenset[str]:
    return frozenset(fold_string(words).lower().split())


def _tables(
    section: Mapping[str, Mapping[str, str]], cases: list[str] | None, vowels: frozenset[str]
) -> dict[str, Table]:
    tables: dict[str, Table] = {}
    for name in section:
        rows: dict[str, tuple[Row, ...]] = {}
        for key, columns in _with_likes(section, name).items():
            row = _row(name, key, columns, cases)
            rows[row.suffix] = tuple(sorted((*rows.get(row.suffix, ()), row), key=_demands, reverse=True))
        tables[name] = Table(name, rows, vowels)
    return tables


def _demands(row: Row) -> int:
    """How much a row asks for besides its suffix."""
    return bool(row.before) + bool(row.vowels)


def _with_likes(section: Mapping[str, Mapping[str, str]], name: str) -> dict[str, str]:
    """A table's rows behind those of the table that it is like."""
    rows = dict(section[name])
    like = rows.pop("like", None)
    if like is None:
        return rows
    if like not in section or like == name:
        raise ValueError(f"table {name!r} is like {like!r}, which is no other table")
    return _with_likes(section, like) | rows


def _row(name: str, key: str, columns: str, cases: list[str] | None) -> Row:
    match = _KEY.fullmatch(fold_string(key))
    if match is None:
        raise ValueError(f"table {name!r}: {key!r} is no suffix; write `ка` or `[кгх]а`")
    suffix = match["suffix"]
    endings: dict[str, tuple[str, ...]] = {}
    parts = columns.split()
    if cases is not None and len(parts) != len(cases):
        raise ValueError(f"table {name!r}, row {key!r}: {len(parts)} columns for {len(cases)} cases")
    for case, column in zip(cases or [_ALL] * len(parts), parts, strict=True):
        alternatives = tuple({"=": suffix, "-": ""}.get(part, part) for part in column.split("/"))
        endings[case] = (*endings.get(case, ()), *alternatives)
    return Row(frozenset(match["before"] or ""), frozenset(match["vowels"] or ""), suffix, endings)


def _role_forms(section: Mapping[str, Any], people: Table | None) -> Iterator[str]:
    """The titles in all their forms, by the table for words that name people."""
    for word in _words(section.get("roles", "")):
        yield word
        row = people.row(word) if people else None
        if row:
            stem = word.removesuffix(row.suffix)
            yield from (stem + ending for ending in row.endings[_ALL])


def _demanding(section: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The words and phrases in front of a name by the cases that they leave it; ``_`` is a space inside a phrase."""
    cases: dict[str, tuple[str, ...]] = {}
    for key, words in section.items():
        _refuse_unknown(dict.fromkeys(key.split()), set(CASES))
        for word in _words(words):
            phrase = word.replace("_", " ")
            if phrase in cases:
                raise ValueError(f"{phrase!r} stands here twice")
            cases[phrase] = tuple(key.split())
    return cases


def _example(example: Mapping[str, Any]) -> NameExample:
    _refuse_unknown(example, _EXAMPLE_KEYS)
    return NameExample(
        example["term"],
        example.get("kind", "place"),
        example.get("gender"),
        example.get("number"),
        example.get("type", "full-form"),
        {case: tuple(forms.split(" / ")) for case, forms in example.get("forms", {}).items()},
        tuple(example.get("derived", "").split()),
    )
