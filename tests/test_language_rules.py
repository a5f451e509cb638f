"""What the examples on the pages of `untranslated`, `wrong-language` and `paragraph-missing` can't show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from termkit.model import (
    Certainty,
    Comparison,
    Document,
    Finding,
    Kind,
    Language,
    Locale,
    Mention,
    Origin,
    Pair,
    Run,
    Segment,
    Severity,
    Span,
    State,
    Text,
    Unit,
)
from termkit.rules import paragraph_missing, untranslated, wrong_language

EN, UK = Locale("en"), Locale("uk")


def mention(text: str, locale: str, start: int = 0) -> Mention:
    span = Span(start, len(text))
    return Mention(Kind.LANGUAGE, span, text[start:], Language(Locale(locale), Certainty.LIKELY), reading="another")


def pair(
    source: str,
    target: str,
    state: State = State.TRANSLATED,
    found: tuple[str, ...] = (),
    already: tuple[str, ...] = (),
) -> Pair:
    segment = Segment(Unit("1"), Text(source, EN), Text(target, UK), state)
    return Pair(segment, tuple(mention(source, one) for one in already), tuple(mention(target, one) for one in found))


def findings(*pairs: Pair) -> list[Finding]:
    document = Document("x", EN, UK, tuple(each.segment for each in pairs))
    comparison = Comparison(document, pairs)
    return [*untranslated.check(comparison), *wrong_language.check(comparison), *paragraph_missing.check(comparison)]


def reported(*pairs: Pair) -> list[tuple[str, str, Severity]]:
    return [(finding.rule, finding.message, finding.severity) for finding in findings(*pairs)]


def test_empty_and_fuzzy_are_warnings() -> None:
    assert reported(pair("One.", "", State.EMPTY), pair("One.", "Один.", State.FUZZY)) == [
        ("untranslated", "no translation", Severity.WARNING),
        ("untranslated", "marked fuzzy: gettext does not use it", Severity.WARNING),
    ]


def test_a_segment_in_two_foreign_languages_is_one_finding() -> None:
    (finding,) = findings(pair("Some text.", "Some text. Некий текст.", found=("ru", "en")))
    assert (finding.rule, finding.expected, finding.found) == ("untranslated", "uk", "en")
    assert finding.certainty is Certainty.LIKELY


def test_two_sentences_in_third_languages_are_one_finding() -> None:
    (finding,) = findings(pair("Some text.", "Некий текст. Jakiś tekst.", found=("ru", "pl")))
    assert (finding.rule, finding.found) == ("wrong-language", "ru")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_fuzzy_translation_in_a_foreign_language_is_one_finding(language: str) -> None:
    assert len(findings(pair("Some text.", "Некий текст.", State.FUZZY, found=(language,)))) == 1


def test_what_is_foreign_in_the_source_may_stay() -> None:
    assert not findings(pair("Некий текст.", "Некий текст.", found=("ru",), already=("ru",)))


def test_the_source_in_another_region_is_the_source() -> None:
    british = pair("Some text.", "Some text.", found=("en",))
    segment = replace(british.segment, source=replace(british.segment.source, locale=Locale("en-GB")))
    (finding,) = findings(replace(british, segment=segment))
    assert finding.rule == "untranslated"


@pytest.mark.parametrize(
    ("string", "protected", "count"),
    [
        ("all prisoners are free", (), 1),
        ("all  prisoners are\nfree ", (), 1),
        ("all are free", (), 0),
        ("Ministry of Foreign Affairs of Ukraine", (), 1),
        ("Rolling Stones Greatest Hits Volume One", (), 0),
        ("E-mail: name@example.com or x@y.org", (), 0),
        ("pip install some package", (Span(0, 24),), 0),
        ("1 2 3 4 5", (), 0),
    ],
    ids=["prose", "spaces", "three-words", "name-with-prose", "names", "addresses", "code", "numbers"],
)
def test_a_copy_of_the_source(string: str, protected: tuple[Span, ...], count: int) -> None:
    same = pair("all prisoners are free" if string.startswith("all  ") else string, string)
    segment = replace(same.segment, target=replace(same.segment.target, protected=protected))
    assert len(findings(replace(same, segment=segment))) == count


def test_a_missing_paragraph_is_shown_where_it_should_stand() -> None:
    source = "Prayers were said in the evening. " * 5
    place = Origin("locales/uk/x.md", (Run(0, 7, 12),))
    segment = Segment(Unit("1"), Text(source, EN), Text("", UK, place), State.TARGET_MISSING)
    (finding,) = findings(Pair(segment, (), ()))
    assert (finding.rule, finding.severity, finding.mqm) == ("paragraph-missing", Severity.ERROR, "accuracy/omission")
    assert finding.text.origin.start(finding.span.start) == (7, 12)
    assert finding.source_span == Span(0, len(source))
    assert finding.expected is not None
    assert len(finding.expected) <= 80
    assert source.startswith(finding.expected.removesuffix("…"))


def test_an_added_paragraph_is_an_addition() -> None:
    (finding,) = findings(pair("", "Увечері молилися.", State.SOURCE_MISSING))
    assert (finding.rule, finding.severity, finding.mqm) == ("paragraph-missing", Severity.WARNING, "accuracy/addition")
    assert (finding.target_span, finding.found) == (Span(0, 17), "Увечері молилися.")
