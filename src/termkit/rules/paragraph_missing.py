"""A paragraph of the source has no translation, or one of the translation has no source.

## Why

A paragraph that was dropped takes all its facts with it, and every other check is silent about what is not there. One
that was added states what the source does not.

## What is compared

The paragraphs, headings, list items and front-matter values of an article with those of its source, aligned by their
lengths and the facts that they share. Each one without a counterpart is one finding, and its facts are no further
findings.

## What is not

A paragraph that was merged with the next one, split in two, or moved elsewhere has its counterpart. PO files hold their
pairs; a message without a translation there is `untranslated`.

## How to fix it

Translate the paragraph at the place shown, which is behind the one before it; or take out what was added. Where it was
left out on purpose, say so at that place: ``termkit: ignore[paragraph-missing] of no interest to our readers``.

## Sources

W. Gale and K. Church, "A program for aligning sentences in bilingual corpora", Computational Linguistics 19(1), 1993.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from termkit.model import Category, Comparison, Example, Finding, Pair, Rule, Severity, Span, State

RULE = Rule(
    name="paragraph-missing",
    category=Category.STRUCTURE,
    summary="a paragraph of the source has no translation, or one of the translation no source",
    mqm="accuracy/omission",
)

EXAMPLES = (
    Example(
        source=("en", "Prayers were said in the evening."),
        target=("uk", "⟦⟧"),
        messages=("not in the translation: “Prayers were said in the evening.”",),
    ),
    Example(
        source=("en", ""),
        target=("uk", "⟦Увечері молилися.⟧"),
        messages=("not in the source: “Увечері молилися.”",),
    ),
    Example(source=("en", "Prayers were said in the evening."), target=("uk", "Увечері молилися.")),
)

_ADDITION = "accuracy/addition"
_LONGEST = 80


def check(comparison: Comparison) -> Iterator[Finding]:
    """The passages that stand on one side alone."""
    for pair in comparison.pairs:
        if pair.segment.state is State.TARGET_MISSING:
            yield _missing(pair)
        elif pair.segment.state is State.SOURCE_MISSING:
            yield _added(pair)


def _missing(pair: Pair) -> Finding:
    source = pair.segment.source.string
    excerpt = _excerpt(source)
    message = f"not in the translation: “{excerpt}”"
    return RULE.finding(pair, message, source_span=Span(0, len(source)), expected=excerpt)


def _added(pair: Pair) -> Finding:
    target = pair.segment.target.string
    excerpt = _excerpt(target)
    finding = RULE.finding(
        pair,
        f"not in the source: “{excerpt}”",
        target_span=Span(0, len(target)),
        severity=Severity.WARNING,
        found=excerpt,
    )
    return replace(finding, mqm=_ADDITION)


def _excerpt(string: str) -> str:
    r"""The beginning of a text, at most 80 characters, cut between words where there are any.

    >>> _excerpt("Prayers  were said\nin the evening.")
    'Prayers were said in the evening.'
    >>> len(_excerpt("word " * 30)), _excerpt("word " * 30)[-6:]
    (80, ' word…')
    """
    words = " ".join(string.split())
    if len(words) <= _LONGEST:
        return words
    cut = words[: _LONGEST - 1]
    between = cut if words[_LONGEST - 1] == " " else cut.rpartition(" ")[0]
    return f"{(between or cut).rstrip()}…"
