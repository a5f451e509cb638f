"""A name is in a form that it does not have, or that its place in the sentence excludes.

## Why

A name that is declined wrongly reads as if nobody had read the text; and a woman's surname with a man's endings makes
her a man.

## What is compared

The names of the termbase that the article mentions.

The parts of a name must share a case: «Дениса Прокопенко» and «Збройні силам України» are found. A surname must not
have a form of the other sex: «Верещука» for a woman, whose surname does not decline.

The words in front must agree: a preposition («від Денис Прокопенко»), an age («29-річній Юлія Федусюк»), or a title,
where the name can belong to nothing else («…, дружина командира Денис Прокопенко.»). A place, an organisation or a unit
stands in the genitive behind somebody who belongs to it («боєць полк «Азов»»), and so does a man behind a title that no
man has («дружина Арсеній Федусюк»). In quotation marks behind the word for what it is a name stays as it is («на заводі
«Азовсталі»»).

In a list of three names or more one must not be in another case than all the others («Збройних сил, Нацгвардія та
Прикордонної служби»).

Where the parts of a name disagree, the words in front tell the case, else the first word of the name does; then the fix
is only likely, since that word may as well be the wrong one.

## What is not

People's names in quotation marks behind a preposition; prepositions that are adverbs too; foreign given names, which
may stay as they are («Джо Байдена»); East Asian names, of which only the last is declined; a name for which the
termbase and the language have no form in the case that is asked for; locales whose language file has no prepositions.
A right form in the wrong place, with nothing in front that tells, is not found. A form that differs from all forms of
the name in its letters is name-misspelt's.

## How to fix it

Write the form that the message gives. If the form is right, add it to the `forms` of the term.

## Sources

MQM, linguistic conventions/grammar.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Certainty, Comparison, Example, Finding, Fix, Rule, Severity

from ._names import as_written, survey

RULE = Rule(
    name="name-inflection",
    category=Category.NAME,
    summary="a name has the wrong ending where it stands",
    mqm="linguistic conventions/grammar",
)

EXAMPLES = (
    Example(
        source=("en", "According to the commander, Denys Prokopenko, nothing moved."),
        target=("uk", "За словами командира ⟦Дениса Прокопенко⟧, нічого не рухалося."),
        messages=(
            (
                "“Дениса Прокопенко”: “Прокопенко” does not agree with “Дениса”;"
                " expected “Дениса Прокопенка” (preferred; listed in the termbase)"
            ),
        ),
    ),
    Example(
        source=("en", "They wrote to Vereshchuk."),
        target=("uk", "Листа написали ⟦Верещуку⟧."),
        messages=(
            ("“Верещуку”: it is a man's form of a woman's surname; expected “Верещук” (admitted; the term itself)"),
        ),
    ),
    Example(
        source=("en", "Word came from Denys Prokopenko."),
        target=("uk", "Звістка надійшла від ⟦Денис Прокопенко⟧."),
        messages=(
            (
                "“Денис Прокопенко”: it is nominative, which can't stand behind “від”;"
                " expected “Дениса Прокопенка” (preferred; listed in the termbase)"
            ),
        ),
    ),
    Example(
        source=("en", "It was Kateryna, the wife of the commander, Denys Prokopenko."),
        target=("uk", "Це була Катерина, дружина командира ⟦Денис Прокопенко⟧."),
        messages=(
            (
                "“Денис Прокопенко”: it is nominative, which can't stand behind “командира”;"
                " expected “Дениса Прокопенка” (preferred; listed in the termbase)"
            ),
        ),
    ),
    Example(
        source=("en", "It was Yuliia, the wife of Arseniy Fedusiuk, a member of the Azov Regiment."),
        target=("uk", "Це була Юлія, дружина ⟦Арсеній Федусюк⟧, бійця ⟦полк «Азов»⟧."),
        messages=(
            (
                "“Арсеній Федусюк”: it is nominative, which can't stand behind “дружина”;"
                " expected “Арсенія Федусюка” (preferred; listed in the termbase)"
            ),
            (
                "“полк «Азов»”: it is nominative, which can't stand behind “бійця”;"
                " expected “полку «Азов»” (preferred; listed in the termbase)"
            ),
        ),
    ),
    Example(
        source=("en", "Members of the Armed Forces of Ukraine, the National Guard and the Border Guard Service came."),
        target=("uk", "Прийшли бійці Збройних сил України, ⟦Національна гвардія⟧ та Прикордонної служби."),
        messages=(
            (
                "“Національна гвардія”: it is nominative, unlike the other names of the list;"
                " expected “Національної гвардії” (preferred; listed in the termbase)"
            ),
        ),
    ),
    Example(
        source=("pl", "Tak mówiła Iryna Wereszczuk."),
        target=("cs", "Podle ⟦Iryna Vereščuková⟧ to tak je."),
        messages=(
            (
                "“Iryna Vereščuková”: it is nominative, which can't stand behind “Podle”;"
                " expected “Iryny Vereščukové” (preferred; listed in the termbase)"
            ),
        ),
    ),
    Example(
        source=("en", "After the talks with the president, Denys Prokopenko left."),
        target=("uk", "Після розмови з президентом Денис Прокопенко поїхав."),
    ),
    Example(
        source=("en", "In the president's words, Ukraine is ready; Kyiv, Moscow and Rome know it."),
        target=("uk", "За словами президента Україна готова; Київ, Москва та Рим це знають."),
    ),
    Example(
        source=("en", "Iryna Vereshchuk spoke with Denys Prokopenko."),
        target=("ru", "Ирина Верещук поговорила с Денисом Прокопенко."),
    ),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    """The names of the target whose form is wrong."""
    for pair, side in zip(comparison.pairs, survey(comparison).targets, strict=True):
        for mention, name, candidates, *_ in side.names:
            if name.inflection is None or name.expected is None:
                continue
            best = candidates[0]
            yield RULE.finding(
                pair,
                f"“{mention.text}”: {mention.reading}; expected “{name.expected}” ({best.term.status}; {best.why})",
                target_span=mention.span,
                severity=Severity.ERROR if name.inflection is Certainty.CERTAIN else Severity.WARNING,
                certainty=name.inflection,
                expected=name.expected,
                found=mention.text,
                concept=best.concept,
                fix=Fix(
                    mention.span,
                    as_written(name.expected, mention.text),
                    name.inflection if name.sure else Certainty.LIKELY,
                ),
            )
