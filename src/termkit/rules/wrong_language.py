"""A translation, or a sentence of it, is in a third language: neither in its own nor in that of the source.

## Why

Articles are translated by way of another language, or pasted from the wrong column: a Russian paragraph then stands in
the Ukrainian article. Readers of the one language often understand the other, so that nobody in the house notices; the
readers outside do.

## What is compared

The language of the target, for the whole text and for each sentence of five words and more, with the locale of the
target. Telling letters (``ы э ё ъ`` against ``і ї є ґ``), frequent words, and langdetect with the profiles of the
languages in question must agree.

## What is not

Names, numbers, code, URLs and placeholders say nothing. A quotation in quotation marks may be in its own language, and
what is in another language in the source may stay so. Texts of one or two words are judged only where several words
have letters of one language alone. A text in the language of its source is `untranslated`; a segment is reported by one
of the two.

## How to fix it

Translate the text from its source. Where it has to stay as it is, say so beside it:
``termkit: ignore[wrong-language] the inscription on the memorial``.

## Sources

langdetect (MIT), Nakatani Shuyo's language detection with profiles made from Wikipedia.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule

from ._languages import foreign, is_source_language, language_of

RULE = Rule(
    name="wrong-language",
    category=Category.LANGUAGE,
    summary="a translation, or a sentence of it, is in a third language",
    mqm="linguistic-conventions/wrong-language-variety",
)

EXAMPLES = (
    Example(
        source=("en", "Yusov urged caution in public statements."),
        target=("uk", "⟦Юсов призвал к осторожности в публичных заявлениях, чтобы это не повредило пленным.⟧"),
        messages=("the text is in Russian, not Ukrainian",),
    ),
    Example(
        source=("en", "They are home. He said that this was only the beginning."),
        target=("uk", "Вони вже вдома. ⟦Он сказал, что это было только начало.⟧"),
        messages=("the text is in Russian, not Ukrainian",),
    ),
    Example(
        source=("en", "The search for the missing goes on in the whole country."),
        target=("cs", "⟦Poszukiwania zaginionych trwają w całym kraju, ale nie wszyscy się odnaleźli.⟧"),
        messages=("the text is in Polish, not Czech",),
    ),
    Example(
        source=("en", "He said that this was only the beginning."),
        target=("ru", "Он сказал, что это было только начало."),
    ),
    Example(
        source=("en", "“We are at home,” he told journalists in the evening."),
        target=("uk", "«Мы уже дома, и это главное», — сказав він увечері журналістам."),
    ),
    Example(
        source=("en", "The film “Груз 200” was shown in the evening."),
        target=("uk", "Увечері показали фільм «Груз 200»."),
    ),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    """The targets in a third language, each once."""
    for pair in comparison.pairs:
        mentions = foreign(pair)
        if mentions and not any(is_source_language(mention, pair) for mention in mentions):
            language = language_of(mentions[0])
            yield RULE.finding(
                pair,
                f"the text is in {mentions[0].reading}",
                target_span=mentions[0].span,
                certainty=language.certainty,
                expected=pair.segment.target.locale,
                found=language.locale,
            )
