"""Faults of concepts whose values are right by themselves: exact place and message."""

from collections.abc import Callable

import pytest

HEAD = "- id: place-kyiv\n  kind: place\n  terms:\n"

CASES = [
    (
        "id-twice",
        HEAD + ("    en: Kyiv\n- id: place-kyiv\n  kind: place\n  terms:\n    en: Kiev\n"),
        [
            "5:7: the id `place-kyiv` is taken by glossary.yaml:1: an id names one concept",
        ],
    ),
    (
        "two-preferred",
        HEAD + ("    en:\n      - Kyiv\n      - {term: City of Kyiv, status: preferred}\n"),
        [
            (
                "6:38: `City of Kyiv` and `Kyiv` are both the preferred full-form in `en`: make one "
                "admitted, or give them dates that do not overlap; the other is on line 5"
            ),
        ],
    ),
    (
        "two-preferred-dates-overlap",
        HEAD
        + ("    en:\n      - {term: Kiev, valid: {to: 2019-08-14}}\n      - {term: Kyiv, valid: {from: 2019-08-14}}\n"),
        [
            (
                "6:9: `Kyiv` and `Kiev` are both the preferred full-form in `en`: make one admitted, "
                "or give them dates that do not overlap; the other is on line 5"
            ),
        ],
    ),
    (
        "term-twice",
        HEAD + ("    en:\n      - Kyiv\n      - {term: Kyiv, status: admitted}\n"),
        [
            "6:16: `Kyiv` is given twice in `en`: keep one; the other is on line 5",
        ],
    ),
    (
        "forbidden-and-preferred",
        HEAD + ("    en:\n      - Kyiv\n      - {term: Kyiv, status: forbidden}\n"),
        [
            (
                "6:16: `Kyiv` is both forbidden and preferred: keep one, or give them dates that do "
                "not overlap; the other is on line 5"
            ),
        ],
    ),
    (
        "forbidden-and-admitted-but-for-capitals",
        HEAD
        + (
            "    en:\n"
            "      - {term: KYIV, status: forbidden, case: insensitive}\n"
            "      - {term: Kyiv, status: admitted}\n"
        ),
        [
            (
                "6:16: `KYIV` is both forbidden and admitted: keep one, or give them dates that do "
                "not overlap; the other is on line 5"
            ),
        ],
    ),
    (
        "forbidden-and-a-form",
        HEAD
        + (
            "    uk:\n"
            "      - {term: Київ, forms: {gen: Києва}}\n"
            "      - {term: Києва, status: deprecated, replace_with: Київ}\n"
        ),
        [
            (
                "6:16: `Києва` is deprecated, and a form of `Київ`, which is preferred: keep one, or "
                "give them dates that do not overlap; the other is on line 5"
            ),
        ],
    ),
    (
        "replacement-unknown",
        HEAD + ("    en:\n      - Kyiv\n      - {term: Kiev, status: forbidden, replace_with: Kyyv}\n"),
        [
            ("6:55: `replace_with` names `Kyyv`, which is no term of this concept in `en`; did you mean `Kyiv`?"),
        ],
    ),
    (
        "replacement-of-another-locale",
        HEAD + ("    en: Kyiv\n    de:\n      - {term: Kiew, status: forbidden, replace_with: Kyiv}\n"),
        [
            (
                "6:55: `replace_with` names `Kyiv`, which is no term of this concept in `de`; add "
                "that term or name another"
            ),
        ],
    ),
    (
        "replacement-forbidden",
        HEAD
        + (
            "    en:\n"
            "      - Kyiv\n"
            "      - {term: Kiev, status: deprecated, replace_with: Kieff}\n"
            "      - {term: Kieff, status: forbidden, replace_with: Kyiv}\n"
        ),
        [
            "6:56: `replace_with` names `Kieff`, which is forbidden itself: name `Kyiv`",
        ],
    ),
    (
        "replacement-in-a-circle",
        HEAD
        + (
            "    en:\n"
            "      - {term: Kiev, status: deprecated, replace_with: Kieff}\n"
            "      - {term: Kieff, status: forbidden, replace_with: Kiev}\n"
        ),
        [
            "5:56: `replace_with` goes in a circle, `Kiev` → `Kieff` → `Kiev`: add the right term",
            "6:56: `replace_with` goes in a circle, `Kieff` → `Kiev` → `Kieff`: add the right term",
        ],
    ),
    (
        "replacement-by-itself",
        HEAD + ("    en:\n      - Kyiv\n      - {term: Kiev, status: deprecated, replace_with: Kiev}\n"),
        [
            "6:56: `replace_with` goes in a circle, `Kiev` → `Kiev`: name `Kyiv`",
        ],
    ),
    (
        "replacement-of-live-term",
        HEAD + ("    en:\n      - {term: Kyiv, replace_with: Kiev}\n"),
        [
            (
                "5:36: `replace_with` of a term that is preferred: take it out, or make the term "
                "superseded, deprecated or forbidden"
            ),
        ],
    ),
    (
        "related-unknown",
        (
            "- id: place-kyiv\n"
            "  kind: place\n"
            "  related:\n"
            "    - {type: capital-of, target: place-ukraine}\n"
            "    - {type: near, target: place-kyyv}\n"
            "  terms: {en: Kyiv}\n"
        ),
        [
            "4:34: no concept has the id `place-ukraine`; add that concept or take the relation out",
            "5:28: no concept has the id `place-kyyv`; did you mean `place-kyiv`?",
        ],
    ),
    (
        "related-incomplete",
        ("- id: place-kyiv\n  kind: place\n  related: {target: place-kyiv}\n  terms: {en: Kyiv}\n"),
        [
            "3:12: a relation without `type`: add it",
        ],
    ),
    (
        "indeclinable-with-forms",
        HEAD + ("    uk:\n      - term: Верещук\n        indeclinable: true\n        forms: {gen: Верещука}\n"),
        [
            "7:16: `forms` of an indeclinable term: take out one or the other",
        ],
    ),
    (
        "validity-inverted",
        HEAD + ("    en:\n      - term: Kyiv\n        valid: {from: 2020-01-02, to: 2020-01-01}\n"),
        [
            "6:16: `valid` ends on 2020-01-01 before it begins on 2020-01-02: correct the dates",
        ],
    ),
    (
        "sex-of-a-place",
        ("- id: place-kyiv\n  kind: place\n  sex: female\n  terms: {en: Kyiv}\n"),
        [
            "3:8: `sex` belongs to a person: take it out or correct `kind`",
        ],
    ),
]


@pytest.mark.parametrize(("text", "faults"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_fault(text: str, faults: list[str], faults_of_text: Callable[[str], list[str]]) -> None:
    assert faults_of_text(text) == faults
