"""The tables of number words in src/termkit/spellout, made from CLDR's spell-out rules: ``make spellout``.

Only single words are kept: the recognisers put numerals together themselves. The words for one are left to the language
files, since they are articles and pronouns too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from unicode_rbnf import RbnfEngine

from termkit.folding import fold_string

FOLDER = Path(__file__).parents[2] / "src" / "termkit" / "spellout"
# Tag -> the tag of the rules; Norwegian has them under its common tag.
LANGUAGES = {
    tag: tag
    for tag in (
        *(
            "ar",
            "be",
            "bg",
            "cs",
            "da",
            "de",
            "el",
            "en",
            "es",
            "et",
            "fi",
            "fr",
            "he",
            "hi",
            "hr",
            "hu",
            "id",
            "is",
            "it",
        ),
        *("ja", "ka", "ko", "lt", "lv", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "vi", "zh"),
    )
} | {"nb": "no"}
_HEADER = (
    "# Generated from CLDR's spell-out rules by `make spellout`. Do not edit: corrections go into languages/{}.yaml.\n"
)
# Parts of larger numerals, and the forms of cheques, are no words of a text.
_NO_WORDS = re.compile("year|larger|smaller|suffix|count|prefixed|financial|initial|leading|tens|priv|digits|-and|ones")
_FAULT = "error"  # what some rules of CLDR say of a number that they do not reach
_VALUES = {"cardinal": [*range(100), *range(100, 1000, 100)], "ordinal": [*range(1, 100), *range(100, 1000, 100)]}


def table(tag: str) -> str:
    """The table of a language as it stands in its file."""
    engine = RbnfEngine.for_language(LANGUAGES[tag])
    lines = [_HEADER.format(tag)]
    for sort, values in _VALUES.items():
        words = {value: _words(engine, sort, value) for value in values}
        rows = {value: sorted(found - _composed(value, words)) for value, found in words.items()}
        if sort == "cardinal":
            del rows[1]
        if any(rows.values()):
            lines.append(f"{sort}:\n")
        lines += [f"  {value}: {' '.join(found)}\n" for value, found in rows.items() if found]
    return "".join(lines)


def _words(engine: RbnfEngine, sort: str, value: int) -> set[str]:
    return {word for ruleset in _rulesets(engine, sort) for word in _spelled(engine, ruleset, value)}


def _rulesets(engine: RbnfEngine, sort: str) -> Iterator[str]:
    wanted = f"spellout-{sort}"
    for name in engine.rulesets:
        if (name.startswith(wanted) or (sort == "cardinal" and name == "spellout-numbering")) and not _NO_WORDS.search(
            name
        ):
            yield name


def _spelled(engine: RbnfEngine, ruleset: str, value: int) -> Iterator[str]:
    word = fold_string(engine.format_number(value, ruleset_names=[ruleset]).text).lower()
    # The vowel signs of Devanagari are no letters.
    if re.fullmatch(r"(?:[^\W\d_]|[\u0900-\u0963]|')+", word) and word != _FAULT:
        yield word


def _composed(value: int, words: dict[int, set[str]]) -> set[str]:
    """The words of a value that are put together of those for its tens or the hundred, and its ones."""
    if value <= 20 or (value % 10 == 0 and value < 200):
        return set()
    larger, smaller = (100, value // 100) if value % 100 == 0 else (value - value % 10, value % 10)
    parts = words[larger], words[smaller]
    return {word for word in words[value] if all(any(part in word for part in forms) for forms in parts)}


def main() -> None:
    """Write the tables of all languages."""
    FOLDER.mkdir(exist_ok=True)
    for tag in LANGUAGES:
        (FOLDER / f"{tag}.yaml").write_text(table(tag), "utf-8")


if __name__ == "__main__":
    main()
