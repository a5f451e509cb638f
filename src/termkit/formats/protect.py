"""The parts of a text that are not prose."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from termkit.model import Span

# Quantifiers that could try the same characters twice are possessive, so that no text takes quadratic time.
_URL = (
    r"(?<![\w.])(?:(?:https?|ftp|file)://|mailto:|www\.)"
    r"(?:[^\s<>()\"“”„«»`，。、；：！？（）「」『』【】]|\([^\s<>()]*\))*"
    r"(?<![.,;:!?'’*_~\]}])"
)
_EMAIL = r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++"
_ATTRIBUTE = r"\s++[A-Za-z_:@][\w:.@-]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?+"
_TAG = rf"<!--(?:[^-<]|-(?!->)|<(?!!--))*+-->|</?[A-Za-z][\w:-]*+(?:{_ATTRIBUTE})*+\s*+/?>"
_ENTITY = r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});"
_CODE = r"(?<![\w`])(`++)[^`]*+\1(?![\w`])"  # not inside a word: there a backtick is a poor man's apostrophe
_FOOTNOTE = r"\[\^[^\[\]\s]++\]:?"
_PROSE = re.compile(f"{_URL}|{_EMAIL}|{_TAG}|{_ENTITY}|{_CODE}|{_FOOTNOTE}")
_HINT = re.compile(r"[<&`@^]|://|mailto:|www\.")  # one of these stands in everything that _PROSE finds

# "%%" is a percent sign to the reader of the text: it stays prose, but never begins a placeholder. The flag " " of
# printf is left out: "100 % of" is a percentage more often than a directive.
_PERCENT = (
    r"%%|(%(?:\([^()]*\)|<[^<>]*>|\{[^{}]*\}|\d+\$)?[-+#0']*+(?:\*|\d++)?(?:\.(?:\*|\d++))?"
    r"(?:hh|h|ll|l|q|j|z|t|L)?(?:[diouxXeEfFgGaAcCsSrpn@]|<PRI\w+>))"
)
_BRACE = r"\{\{|\}\}|(\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\})"
_PLACEHOLDERS = {
    flag: re.compile(pattern)
    for pattern, flags in (
        (_PERCENT, "c objc gcc-internal python php lua perl awk javascript java-printf ruby"),
        (_BRACE, "python-brace perl-brace csharp java rust c++"),
        (r"(%L?\d{1,2}|%n)", "qt qt-plural kde"),
        (r"(\$\w+|\$\{\w+\})", "sh"),
    )
    for flag in (f"{name}-format" for name in flags.split())
}


def protected_spans(string: str, flags: Collection[str] = ()) -> tuple[Span, ...]:
    """The spans of a string that are not prose, in order: URLs, addresses, tags, entities, code, footnote marks.

    Placeholders count where the flags of a PO message say that it has them.

    >>> protected_spans("See <b>https://example.org/2024</b>.")
    (Span(start=4, end=7), Span(start=7, end=31), Span(start=31, end=35))
    >>> protected_spans("%s of %d"), protected_spans("%s of %d", ["c-format"])
    ((), (Span(start=0, end=2), Span(start=6, end=8)))
    """
    spans: list[Span] = []
    if _HINT.search(string):
        spans.extend(Span(*match.span()) for match in _PROSE.finditer(string))
    for flag in flags:
        if pattern := _PLACEHOLDERS.get(flag):
            spans.extend(Span(*match.span(1)) for match in pattern.finditer(string) if match[1])
    return merge_spans(spans)


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same code points in sorted spans that do not overlap.

    >>> merge_spans([Span(4, 9), Span(0, 2), Span(8, 12)])
    (Span(start=0, end=2), Span(start=4, end=12))
    """
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
