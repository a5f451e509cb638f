"""A text is not translated: its target is in the language of the source, is empty, or is marked fuzzy.

## Why

A paragraph left in English in a Polish article is the fault that every reader sees and no spelling checker reports.
An empty or fuzzy message of a PO file shows the source text to readers, since gettext uses neither.

## What is compared

The language of the target with that of the source, for the whole text and for each sentence of five words and more.
Frequent words and telling letters of both languages, and langdetect, must agree. A target that is the same as its
source, word for word, is found also where neither says so, if it is prose of four words and more.

An empty translation and one marked fuzzy are warnings.

## What is not

Names, numbers, code, URLs and placeholders may stay as they are; so may a quotation in quotation marks, and what is in
another language in the source already. Texts of one or two words are not judged. A text in a third language is
`wrong-language`.

## How to fix it

Translate the text. For a fuzzy message: make sure that the translation fits its source, then remove the flag. Where a
passage has to stay, say so beside it: ``termkit: ignore[untranslated] the title of a film``.

## Sources

langdetect (MIT), Nakatani Shuyo's language detection with profiles made from Wikipedia; GNU gettext, "Fuzzy Entries".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Language, Pair, Rule, Severity, Span, State, Text

from ._languages import foreign, is_source_language, language_of

RULE = Rule(
    name="untranslated",
    category=Category.LANGUAGE,
    summary="a text is still in the language of its source, empty, or marked fuzzy",
    mqm="accuracy/untranslated",
)

EXAMPLES = (
    Example(
        source=("en", "The defenders were taken to the hospital in the morning."),
        target=("uk", "⟦The defenders were taken to the hospital in the morning.⟧"),
        messages=("not translated: the text is in English, not Ukrainian",),
    ),
    Example(
        source=("en", "They came home. He said that it was the longest day of his life."),
        target=("de", "Sie kamen nach Hause. ⟦He said that it was the longest day of his life.⟧"),
        messages=("not translated: the text is in English, not German",),
    ),
    Example(
        source=("en", "Evening prayers mark liberation"),
        target=("pl", "⟦Evening prayers mark liberation⟧"),
        messages=("not translated: the text is the same as its source",),
    ),
    Example(
        source=("en", "The defenders were taken to the hospital in the morning."),
        target=("uk", "Захисників уранці доправили до лікарні."),
    ),
    Example(
        source=("en", "Tom Clancy, Bill Gates and Paul Allen"),
        target=("de", "Tom Clancy, Bill Gates und Paul Allen"),
    ),
    Example(source=("en", "Nokia Networks Service Gateway"), target=("fr", "Nokia Networks Service Gateway")),
    Example(
        source=("en", "He called it “the end of the road for all of us”."),
        target=("uk", "Він назвав це так: “the end of the road for all of us”."),
    ),
    Example(
        source=("de", "The film is a documentary with little or no funding from a major studio."),
        target=("en", "The film is a documentary with little or no funding from a major studio."),
    ),
    Example(
        source=("en", "Elle a dit que la guerre était finie pour nous."),
        target=("es", "Elle a dit que la guerre était finie pour nous."),
    ),
)

_WORD = re.compile(r"\W*[^\W\d_]+(?:['’-][^\W\d_]+)*\W*")
_FEWEST_WORDS = 4
_FEWEST_LOWER = 2  # words that are no names


def check(comparison: Comparison) -> Iterator[Finding]:
    """The segments that are not translated, each once."""
    for pair in comparison.pairs:
        finding = _finding(pair)
        if finding is not None:
            yield finding


def _finding(pair: Pair) -> Finding | None:
    if pair.segment.state is State.EMPTY:
        return RULE.finding(pair, "no translation", severity=Severity.WARNING)
    mentions = foreign(pair)
    for mention in mentions:
        if is_source_language(mention, pair):
            return RULE.finding(
                pair,
                f"not translated: the text is in {mention.reading}",
                target_span=mention.span,
                certainty=language_of(mention).certainty,
                expected=pair.segment.target.locale,
                found=language_of(mention).locale,
            )
    if _is_copy(pair):
        message = "not translated: the text is the same as its source"
        return RULE.finding(pair, message, target_span=Span(0, len(pair.segment.target.string)))
    if pair.segment.state is State.FUZZY and not mentions:
        return RULE.finding(pair, "marked fuzzy: gettext does not use it", severity=Severity.WARNING)
    return None


def _is_copy(pair: Pair) -> bool:
    """Whether the target is its source, and prose that would read otherwise in another language."""
    source, target = pair.segment.source, pair.segment.target
    foreign_already = any(isinstance(mention.value, Language) for mention in pair.source)
    if foreign_already or source.string.split() != target.string.split():
        return False
    words = [word for word in _prose(target).split() if _WORD.fullmatch(word)]
    lower = sum(word.strip("'\"«»„“”([").islower() for word in words)
    return len(words) >= _FEWEST_WORDS and lower >= _FEWEST_LOWER


def _prose(text: Text) -> str:
    """The text without what is protected in it."""
    pieces, end = [], 0
    for start, stop in text.protected:
        pieces.append(text.string[end:start])
        end = stop
    return " ".join([*pieces, text.string[end:]])
