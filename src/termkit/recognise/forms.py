"""The inflected forms of a term.

They are those that the termbase lists, those that a library for the language gives for people, and those of
the language's tables of endings.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from termkit.language import LanguageData
from termkit.language_names import AGAIN, CASES, NameData, Table
from termkit.model import Concept, Locale, Term, TermType
from termkit.slips import shared_letters

from .proposers import LABELS, PROPOSERS

__all__ = ["CASES", "Form", "by_case", "term_forms"]


class Form(NamedTuple):
    """A form of a term, its case (``*`` where it is not known), and why it counts."""

    text: str
    case: str
    why: str


class _Inflected(NamedTuple):
    """A word of a name in all its cases; a case that is missing is like the nominative."""

    span: tuple[int, int]
    forms: Mapping[str, tuple[str, ...]]
    why: str


_PERSONAL = frozenset({TermType.SURNAME, TermType.GIVEN_NAME, TermType.NICKNAME})
_LISTS = {TermType.ADJECTIVE: "adjective", TermType.DEMONYM: "demonym"}
_NUMBERED = re.compile(r"\d[-‑]$")
_INNER = re.compile(r"-(?=[^\W\d_]+-)")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ-](?=[^\W\d_]))*")
_SEXES = {"masculine": "male", "feminine": "female"}
_GENDERS = ("masculine", "feminine", "neuter", "plural")
# Alternatives multiply in a name of many words; a name in use has one or two of them.
_MOST_ALTERNATIVES = 12


def term_forms(term: Term, concept: Concept, language: LanguageData) -> tuple[Form, ...]:
    """All forms that count as the term, those that the termbase lists first.

    Proposed forms fill the cases that are not listed, and add their alternatives to those that are; an
    indeclinable term has only what is listed and itself.

    >>> from termkit.language import load_language
    >>> plant = Term("«Азовсталь»", Locale("uk"), gender="feminine")
    >>> concept = Concept("facility-azovstal", "facility", {Locale("uk"): (plant,)})
    >>> term_forms(plant, concept, load_language(Locale("uk")))[4]
    Form(text='«Азовсталлю»', case='ins', why='ending table uk: feminine -ль')
    """
    listed = [Form(text, case, "listed in the termbase") for case, texts in term.forms.items() for text in texts]
    forms = [*listed, Form(term.term, "nom", "the term itself")]
    if not term.indeclinable:
        forms += _proposed(term, concept, language)
    forms += [prefixed for form in forms for prefixed in _prefixed(form, language.names)]
    # What is listed without its case has the case that is proposed for it.
    anyhow = {form.text: form.why for form in listed if form.case == "*"}
    known = {form.text for form in forms if form.case != "*"}
    unique: dict[tuple[str, str], Form] = {}
    for form in forms:
        if form.case != "*" or form.text not in known:
            kept = form._replace(why=anyhow[form.text]) if form.text in anyhow else form
            unique.setdefault((form.text, form.case), kept)
    return tuple(unique.values())


def _prefixed(form: Form, names: NameData) -> Iterator[Form]:
    """A form with what the language writes to the beginning of words: Hebrew בקייב, Arabic للأمم."""
    start = max(filter(form.text.startswith, names.prefixes), key=len, default=None)
    if start is not None:
        for prefix in names.prefixes[start]:
            yield Form(prefix + form.text.removeprefix(start), "*", f"{form.why}, with {prefix}-")


def by_case(forms: Iterable[Form]) -> list[tuple[str, tuple[Form, ...]]]:
    """Forms under their cases, in the usual order of the cases; ``*`` comes last.

    >>> by_case([Form("Києвом", "*", ""), Form("Києва", "gen", "")])[0]
    ('gen', (Form(text='Києва', case='gen', why=''),))
    """
    ordered = sorted(forms, key=lambda form: CASES.index(form.case) if form.case in CASES else len(CASES))
    return [(case, tuple(group)) for case, group in itertools.groupby(ordered, key=lambda form: form.case)]


def _proposed(term: Term, concept: Concept, language: LanguageData) -> Iterator[Form]:
    names = language.names
    if term.type in _LISTS:
        yield from _listed_forms(term.term, names.tables.get(_LISTS[term.type]), language.locale)
    elif concept.kind == "person" or term.type in _PERSONAL:
        for gender in _genders(term, concept):
            yield from _combined(term.term, _person_words(term, gender, language))
            yield from _possessives(term, gender, language)
    elif term.type is TermType.ACRONYM:
        yield from _listed_forms(term.term, language.names.tables.get("acronym"), language.locale)
    elif term.type is not TermType.ABBREVIATION:
        for gender in _phrase_genders(term, language.names):
            yield from _combined(term.term, _phrase_words(term.term, gender, language))


def _genders(term: Term, concept: Concept) -> tuple[str, ...]:
    """The genders that a person's name is declined in; both where neither the sex nor the gender is known."""
    sexes = {sex: gender for gender, sex in _SEXES.items()}
    known = sexes.get(concept.sex or "") or (term.gender if term.gender in _SEXES else None)
    return (known,) if known else tuple(_SEXES)


def _combined(text: str, words: Iterable[_Inflected]) -> Iterator[Form]:
    """The whole name in every case in which one of its words changes, or is known not to."""
    inflected = [word for word in words if word.forms]
    why = ", ".join(dict.fromkeys(word.why for word in inflected))
    edges = [0, *(edge for word in inflected for edge in word.span), len(text)]
    before, *behind = (text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    for case in (*CASES, "*"):
        if any(case in word.forms for word in inflected):
            choices = [word.forms.get(case) or (text[slice(*word.span)],) for word in inflected]
            most = max(_MOST_ALTERNATIVES, *map(len, choices))
            for choice in itertools.islice(itertools.product(*choices), most):
                yield Form(before + "".join(itertools.chain(*zip(choice, behind, strict=True))), case, why)


def _language(locale: Locale) -> str:
    return locale.partition("-")[0]


# People


def _person_words(term: Term, gender: str, language: LanguageData) -> Iterator[_Inflected]:
    matches = list(_WORD.finditer(term.term))
    if language.names.people == "last":
        matches = matches[-1:]
    for number, match in enumerate(matches):
        # Particles (von, ван) are written small and stay as they are; nicknames may be written small too.
        if match[0][0].isupper() or len(matches) == 1:
            parts = _parts(number, len(matches), term.type)
            forms, why = _person_word(match[0], parts, gender, language)
            if "given" in parts and _may_stay(match[0], language.names):
                forms = {case: tuple(dict.fromkeys((*others, match[0]))) for case, others in forms.items()}
            yield _Inflected(match.span(), forms, why)


def _may_stay(word: str, names: NameData) -> bool:
    """Whether a foreign given name may stay as it is in every case: Джо, Педро, but not Петро."""
    lower = word.lower()
    return lower.endswith(names.unchanged) and lower not in names.declined


def _parts(number: int, count: int, kind: TermType) -> tuple[str, ...]:
    """What a word of a name may be; a middle name may be a patronymic or a second given name."""
    if kind is TermType.GIVEN_NAME or (number == 0 and count > 1):
        return ("given",)
    return ("surname",) if number == count - 1 else ("middle", "given")


def _person_word(
    word: str, parts: tuple[str, ...], gender: str, language: LanguageData
) -> tuple[Mapping[str, tuple[str, ...]], str]:
    names = language.names
    if names.proposer:
        return _by_proposer(word, parts, gender, names), LABELS[names.proposer]
    return _by_table(word, names.tables.get(f"person-{gender}"), language.locale)


@functools.lru_cache(100_000)
def _by_proposer(word: str, parts: tuple[str, ...], gender: str, names: NameData) -> Mapping[str, tuple[str, ...]]:
    """What a library makes of a word; given names and common surnames recur in a termbase of people."""
    propose = PROPOSERS[names.proposer or ""]
    forms: dict[str, tuple[str, ...]] = {}
    for part in parts:
        for case, form in propose(word, part, _SEXES[gender]).items():
            alternatives = _variants(form, word, names.variants.get(f"{case}-{gender}"))
            forms[case] = tuple(dict.fromkeys((*forms.get(case, ()), form, *alternatives)))
    return forms


def _variants(form: str, word: str, table: Table | None) -> Iterator[str]:
    """Other endings that the same case may have: Прокопенку beside Прокопенкові."""
    # The stem is what form and nominative share, less an ending of one letter: Юсові is Юсов and і, not Юс and ові.
    stem = min(shared_letters(form, word), len(word) - 1)
    row = table.row(form, stem) if table and form != word else None
    if row:
        for endings in row.endings.values():
            yield from (form.removesuffix(row.suffix) + ending for ending in endings)


def _possessives(term: Term, gender: str, language: LanguageData) -> Iterator[Form]:
    """The adjectives that some languages make of a person's name: Putinův, Putinova."""
    table = language.names.tables.get(f"possessive-{gender}")
    if table and len(_WORD.findall(term.term)) == 1:
        yield from _listed_forms(term.term, table, language.locale)


# Everything else


def _phrase_words(text: str, gender: str, language: LanguageData) -> Iterator[_Inflected]:
    """The head of the name with the adjectives that agree with it; what depends on it stays as it is.

    What looks like an adjective may be a genitive: Oružane snage Ukrajine, Starptautiskā Sarkanā Krusta komiteja.
    """
    tables = language.names.tables
    table, adjectives = tables.get(gender), tables.get(f"adjective-{gender}", Table(""))
    ordinals, matches, is_foreign = _phrase(text, language.names)
    for match in ordinals:
        yield _Inflected(match.span(), *_by_table(match[0], tables.get(f"ordinal-{gender}"), language.locale))
    head = _head(matches, text, adjectives, language.names)
    for number, match in enumerate(matches):
        declines = number == head or adjectives.row(match[0]) is not None
        if number > head and (language.names.head == "last" or not declines or _is_quoted(match, text)):
            break
        if declines and not _is_acronym(match[0]):
            span, word = _declined_part(match)
            forms, why = _by_table(word, table if number == head else adjectives, language.locale)
            between = matches[number + 1 : head]
            is_either = is_foreign or (number > head and language.names.behind == "either")
            if is_either or not all(adjectives.row(m[0]) for m in between):
                forms = {case: tuple(dict.fromkeys((*others, word))) for case, others in forms.items()}
            yield _Inflected(span, forms, why)


class _Phrase(NamedTuple):
    """The words of a name: endings of numbers before it, those that may change, and whether a foreign one is left out.

    New York and the like never change their first word.
    """

    ordinals: Sequence[re.Match[str]]
    matches: Sequence[re.Match[str]]
    is_foreign: bool


def _phrase(text: str, names: NameData) -> _Phrase:
    words = list(_WORD.finditer(text))
    matches = [match for match in words if not _is_ordinal(match, text)]
    is_foreign = len(matches) > 1 and matches[0][0].lower() in names.undeclined
    ordinals = words[: words.index(matches[0])] if matches and not is_foreign else []
    return _Phrase(ordinals, matches[is_foreign:], is_foreign)


def _is_ordinal(match: re.Match[str], text: str) -> bool:
    """Whether a word is the ending of a number: 36-та."""
    return bool(_NUMBERED.search(text, 0, match.start()))


def _declined_part(match: re.Match[str]) -> tuple[tuple[int, int], str]:
    """A word, or of one with a small word between hyphens what stands before that: Ростов-на-Дону."""
    inner = _INNER.search(match[0])
    word = match[0][: inner.start()] if inner and match[0][inner.end()].islower() else match[0]
    return (match.start(), match.start() + len(word)), word


def _phrase_genders(term: Term, names: NameData) -> tuple[str, ...]:
    """The gender by which a name is inflected, or `noun` or `plural`; all that may be meant where none is known."""
    matches = _phrase(term.term, names).matches
    if not matches:
        return ()
    if term.number == "plural" and "plural" in names.tables:
        return ("plural",)
    if "noun" in names.tables:
        return ("noun",)
    return (term.gender,) if term.gender else _likely_genders(term, matches, names)


def _likely_genders(term: Term, matches: Sequence[re.Match[str]], names: NameData) -> tuple[str, ...]:
    """The genders with which most adjectives beside the noun agree and whose tables know its ending.

    That with the longest ending comes first.
    """

    def fit(gender: str) -> tuple[bool, int, int]:
        adjectives = names.tables.get(f"adjective-{gender}", Table(""))
        head = _head(matches, term.term, adjectives, names)
        row = names.tables[gender].row(matches[head][0]) if gender in names.tables else None
        behind = itertools.takewhile(adjectives.row, (match[0] for match in matches[head + 1 :]))
        agreeing = sum(adjectives.row(match[0]) is not None for match in matches[:head]) + len(list(behind))
        return row is not None, agreeing, len(row.suffix) if row else 0

    fits = {gender: fit(gender) for gender in (_GENDERS[:-1] if term.number == "singular" else _GENDERS)}
    best = max(fits.values())[:-1]
    likely = [gender for gender in fits if fits[gender][:-1] == best]
    return tuple(sorted(likely, key=lambda gender: -fits[gender][-1]))


def _head(matches: Sequence[re.Match[str]], text: str, adjectives: Table, names: NameData) -> int:
    """The place of the noun that the name is built on; what is quoted behind it is no part of that."""
    quoted = next((number for number, match in enumerate(matches) if number and _is_quoted(match, text)), len(matches))
    if names.head == "last":
        return quoted - 1
    return next((n for n, match in enumerate(matches[: quoted - 1]) if not adjectives.row(match[0])), quoted - 1)


def _is_quoted(match: re.Match[str], text: str) -> bool:
    """Whether a quotation begins at this word: what is quoted behind a class noun stays as it is."""
    return match.start() > 0 and text[match.start() - 1] in "«„“\"'"


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _by_table(word: str, table: Table | None, locale: Locale) -> tuple[Mapping[str, tuple[str, ...]], str]:
    row = table.row(word) if table else None
    if table is None or row is None:
        return {}, ""
    stem = word[: len(word) - len(row.suffix)]
    forms = {
        case: tuple(_cased(stem, ending, word) for ending in endings if stem + ending)
        for case, endings in row.endings.items()
    }
    return forms, f"ending table {_language(locale)}: {table.name} {row.label}"


def _cased(stem: str, ending: str, word: str) -> str:
    """Stem and ending, in the word's case where the ending replaces all of the word."""
    if not stem:
        return ending[:1].upper() + ending[1:] if word[0].isupper() else ending
    return stem + ending.replace(AGAIN, stem[-1])


def _listed_forms(text: str, table: Table | None, locale: Locale) -> Iterator[Form]:
    """A word with every ending of a table that tells no cases apart."""
    forms, why = _by_table(text, table, locale)
    for endings in forms.values():
        yield from (Form(form, "*", why) for form in endings)
