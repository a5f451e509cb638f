"""Faults of single values and keys: exact place and message."""

from collections.abc import Callable

import pytest

HEAD = "- id: place-kyiv\n  kind: place\n  terms:\n"

CASES = [
    (
        "key-misspelt",
        HEAD + ("    en:\n      - term: Kyiv\n        prefered: true\n"),
        [
            (
                "6:9: unknown key `prefered` in a term; write one of term, status, type, gender, "
                "number, forms, indeclinable, case, ambiguous, replace_with, reason, except, valid, "
                "transliteration, note"
            ),
        ],
    ),
    (
        "key-unknown",
        HEAD + ("    en: Kyiv\n  zzz: 1\n"),
        [
            (
                "5:3: unknown key `zzz` in a concept entry; write one of id, kind, sex, definition, "
                "status, source, updated, note_translators, related, terms"
            ),
        ],
    ),
    (
        "key-missing",
        ("- id: place-kyiv\n  terms: {en: Kyiv}\n"),
        [
            "1:3: a concept entry without `kind`: add it",
        ],
    ),
    (
        "key-missing-in-term",
        HEAD + ("    en:\n      - status: preferred\n"),
        [
            "5:9: a term without `term`: add it",
        ],
    ),
    (
        "value-misspelt",
        HEAD + "    en: [{term: Kyiv, status: prefered}]\n",
        [
            "4:31: `prefered` is no status; did you mean `preferred`?",
        ],
    ),
    (
        "value-unknown",
        ("- id: place-kyiv\n  kind: city\n  terms: {en: Kyiv}\n"),
        [
            (
                "2:9: `city` is no kind; write one of person, place, organisation, facility, "
                "military-unit, event, weapon, title, term"
            ),
        ],
    ),
    (
        "value-empty",
        HEAD + ("    en:\n      - term: Kyiv\n        note:\n"),
        [
            ("6:14: `note` is empty: write it (in quotes if it is the word itself) or take the key out"),
        ],
    ),
    (
        "value-blank",
        HEAD + ('    en:\n      - term: ""\n'),
        [
            "5:15: `term` is empty: write it or take the key out",
        ],
    ),
    (
        "term-null",
        HEAD + "    en: null\n",
        [
            "4:9: `term` is empty: write it (in quotes if it is the word itself) or take the key out",
        ],
    ),
    (
        "list-for-value",
        HEAD + "    en: [{term: [Kyiv]}]\n",
        [
            "4:17: `term` must be a single value, not a list",
        ],
    ),
    (
        "value-for-mapping",
        ("- id: place-kyiv\n  kind: place\n  terms: Kyiv\n"),
        [
            "3:10: `terms` must be a mapping of language tags, as in `uk: …`, not a single value",
        ],
    ),
    (
        "list-for-mapping",
        ("- id: place-kyiv\n  kind: place\n  terms: [Kyiv]\n"),
        [
            "3:10: `terms` must be a mapping of language tags, as in `uk: …`, not a list",
        ],
    ),
    (
        "value-for-entry",
        "- place-kyiv\n",
        [
            "1:3: a concept entry must be a mapping of keys to values, not a single value",
        ],
    ),
    (
        "value-for-forms",
        HEAD + "    uk: [{term: Київ, forms: Києва}]\n",
        [
            "4:30: `forms` must be a mapping of keys to values, not a single value",
        ],
    ),
    (
        "list-empty",
        HEAD + "    en: []\n",
        [
            "4:9: the list of terms is an empty list: fill it or take the key out",
        ],
    ),
    (
        "mapping-empty",
        ("- id: place-kyiv\n  kind: place\n  terms: {}\n"),
        [
            "3:10: `terms` is an empty mapping: fill it or take the key out",
        ],
    ),
    (
        "flag-in-words",
        HEAD + "    en: [{term: Kyiv, ambiguous: yes}]\n",
        [
            "4:34: `ambiguous` is `yes`: write true or false, without quotes",
        ],
    ),
    (
        "flag-quoted",
        HEAD + '    en: [{term: Kyiv, ambiguous: "true"}]\n',
        [
            "4:34: `ambiguous` is `true`: write true or false, without quotes",
        ],
    ),
    (
        "date-without-hyphens",
        ("- id: place-kyiv\n  kind: place\n  updated: 20261122\n  terms: {en: Kyiv}\n"),
        [
            "3:12: `updated` is `20261122`, which is no date: write it like 2026-11-22",
        ],
    ),
    (
        "date-not-in-calendar",
        ("- id: place-kyiv\n  kind: place\n  updated: 2026-02-30\n  terms: {en: Kyiv}\n"),
        [
            "3:12: `updated` is `2026-02-30`, a day that is not in the calendar: correct it",
        ],
    ),
    (
        "id-malformed",
        ("- id: Place_Kyiv\n  kind: place\n  terms: {en: Kyiv}\n"),
        [
            ("1:7: `Place_Kyiv` is no id: write it like `place-kyiv`, small letters and digits with single hyphens"),
        ],
    ),
    (
        "url-malformed",
        ("- id: place-kyiv\n  kind: place\n  source: {text: a law, url: zakon.rada.gov.ua}\n  terms: {en: Kyiv}\n"),
        [
            "3:30: `zakon.rada.gov.ua` is no URL: write it like https://example.org/page",
        ],
    ),
    (
        "control-character-in-note",
        HEAD + '    en: [{term: Kyiv, note: "a\\x07"}]\n',
        [
            "4:29: `note` holds the control character U+0007: delete it",
        ],
    ),
]


@pytest.mark.parametrize(("text", "faults"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_fault(text: str, faults: list[str], faults_of_text: Callable[[str], list[str]]) -> None:
    assert faults_of_text(text) == faults
