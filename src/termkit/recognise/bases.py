"""The nominative that some inflected forms of a word are of, by the language's tables of endings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from termkit.language import LanguageData
from termkit.language_names import AGAIN, Row, Table

__all__ = ["guess_base", "shared_bases"]

# These list the forms of adjectives and peoples, which are no names; and few names are in the plural.
_NO_NAMES = ("adjective", "demonym", "in-a", "plural", "possessive")
_NEVER_SEEN = "voc"  # news do not address people
_SHORTEST = 2
_SEEN = 0.05  # how much more like the name a word counts as that was seen beside its other forms
_SEEN_ALONE = 0.02


def guess_base(
    forms: Mapping[str, int], language: LanguageData, is_given: Callable[[str], bool], likeness: Callable[[str], float]
) -> str:
    """The word that most of the forms are forms of, given how often each was seen.

    Of several it is the one that a transliteration gives (`is_given`), or else the one most like the name, where one
    that was seen itself has a little start.

    >>> from termkit.language import load_language
    >>> from termkit.model import Locale
    >>> uk = load_language(Locale("uk"))
    >>> seen = {"Вейда": 3, "Вейдом": 1}, {"Кореї": 2, "Корея": 1}, {"Рамону": 1}
    >>> [guess_base(forms, uk, lambda base: base == "Рамона", lambda base: 0) for forms in seen]
    ['Вейд', 'Корея', 'Рамона']
    """
    explained: dict[tuple[str, str], set[str]] = {(form, ""): {form} for form in forms}
    for form in forms:
        for table, base in _bases(form, language):
            explained.setdefault((base, table), {form} | ({base} & forms.keys())).add(form)
    best: dict[str, tuple[int, int]] = {}
    for (base, _), found in explained.items():
        best[base] = max(best.get(base, (0, 0)), (sum(map(forms.__getitem__, found)), len(found)))
    return max(
        best,
        key=lambda base: (
            best[base][0],
            is_given(base),
            likeness(base) + (base in forms) * (_SEEN if best[base][1] > 1 else _SEEN_ALONE),
            -len(base),
            base,
        ),
    )


def shared_bases(words: Mapping[str, int], language: LanguageData) -> Mapping[str, str]:
    """For each word of a text, what all words that may be forms of one have in common; itself, where it stands alone.

    >>> from termkit.language import load_language
    >>> from termkit.model import Locale
    >>> shared_bases({"Києва": 2, "Київ": 1, "Бучі": 3, "Буча": 1, "Ірпеня": 1}, load_language(Locale("uk")))
    {'Києва': 'Київ', 'Київ': 'Київ', 'Бучі': 'Буча', 'Буча': 'Буча', 'Ірпеня': 'Ірпеня'}
    """
    bases = {word: {word, *(base for _, base in _bases(word, language))} for word in words}
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for word, found in bases.items():
        for base in found:
            forms[base].append(word)
    weights = {base: (sum(map(words.__getitem__, found)), base in words) for base, found in forms.items()}
    return {
        word: max(
            (base for base in found if base == word or len(forms[base]) > 1), key=lambda b: (*weights[b], -len(b), b)
        )
        for word, found in bases.items()
    }


def _bases(form: str, language: LanguageData) -> Iterator[tuple[str, str]]:
    """The words that have a form, each with the name of the table that says so."""
    for name, table in language.names.tables.items():
        if not name.startswith(_NO_NAMES):
            for rows in table.rows.values():
                for row in rows:
                    yield from ((name, base) for base in _bases_of_row(form, row, table))


def _bases_of_row(form: str, row: Row, table: Table) -> Iterator[str]:
    for ending in {ending for case, endings in row.endings.items() if case != _NEVER_SEEN for ending in endings}:
        stem = _stem(form, ending)
        if stem and len(stem) >= _SHORTEST and table.row(stem + row.suffix) is row:
            yield stem + row.suffix


def _stem(form: str, ending: str) -> str | None:
    """What stands before the ending of a form; None where the form does not end so."""
    plain = ending.removeprefix(AGAIN)
    if not form.endswith(plain):
        return None
    stem = form.removesuffix(plain) if plain else form
    if plain == ending:
        return stem
    return stem[:-1] if stem[-2:-1] == stem[-1:] else None  # the ending doubles the letter before it
