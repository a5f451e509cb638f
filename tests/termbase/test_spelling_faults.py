"""Faults of the characters of terms and of language tags: exact place and message."""

from collections.abc import Callable

import pytest

HEAD = "- id: place-kyiv\n  kind: place\n  terms:\n"

CASES = [
    (
        "tag-unknown",
        HEAD + "    ua: Київ\n",
        [
            "4:5: `ua` is no language tag known to CLDR; did you mean `uk`?",
        ],
    ),
    (
        "tag-not-canonical",
        HEAD + "    en-gb: Kyiv\n",
        [
            "4:5: the language tag `en-gb` is written `en-GB`",
        ],
    ),
    (
        "tag-unknown-in-definition",
        ("- id: place-kyiv\n  kind: place\n  definition: {eng: A city.}\n  terms: {en: Kyiv}\n"),
        [
            "3:16: `eng` is no language tag known to CLDR; did you mean `en`?",
        ],
    ),
    (
        "script-wrong",
        HEAD + ("    de:\n      - term: Київ\n        forms: {gen: [Kyjiws, Києва]}\n"),
        [
            ("5:15: `Київ` has Cyrillic letters, and `de` is written in Latin: put it under its own language"),
            ("6:31: `Києва` has Cyrillic letters, and `de` is written in Latin: put it under its own language"),
        ],
    ),
    (
        "script-mixed",
        HEAD + "    uk: Кuїв\n",
        [
            ("4:9: `Кuїв` mixes Cyrillic and Latin letters in the word `Кuїв` (Latin: u): type the word in one script"),
        ],
    ),
    (
        "script-mixed-in-form",
        HEAD
        + (
            "    uk:\n"
            "      - term: Київ\n"
            "        forms:\n"
            "          gen:\n"
            "            - Києва\n"
            "            - Кiєва\n"
            "          other: Kиєв\n"
        ),
        [
            (
                "9:15: `Кiєва` mixes Cyrillic and Latin letters in the word `Кiєва` (Latin: i): type "
                "the word in one script"
            ),
            (
                "10:18: `Kиєв` mixes Cyrillic and Latin letters in the word `Kиєв` (Latin: K): type "
                "the word in one script"
            ),
        ],
    ),
    (
        "not-nfc",
        HEAD + "    uk: Киі\u0308в\n",
        [
            ("4:9: `term` is not in Unicode's composed form NFC: type its accented letters as single characters"),
        ],
    ),
    (
        "double-space",
        HEAD + "    en: Azov  Regiment\n",
        [
            "4:9: `term` has a double space: leave one",
        ],
    ),
    (
        "space-at-edge",
        HEAD + '    en: "Kyiv "\n',
        [
            "4:9: `term` has a space at its edge: delete it",
        ],
    ),
    (
        "no-break-space",
        HEAD + "    en: Azov\u00a0Regiment\n",
        [
            ("4:9: `term` holds U+00A0 NO-BREAK SPACE: write a plain space, which matches every kind of space"),
        ],
    ),
    (
        "newline",
        HEAD + '    en: "Azov\\nRegiment"\n',
        [
            "4:9: `term` holds the invisible character U+000A: delete it",
        ],
    ),
    (
        "zero-width",
        HEAD + "    en: Ky\u200biv\n",
        [
            "4:9: `term` holds the invisible character U+200B ZERO WIDTH SPACE: delete it",
        ],
    ),
    (
        "zero-width-joiner",
        HEAD + "    en: Ky\u200div\n",
        [
            "4:9: `term` holds the invisible character U+200D ZERO WIDTH JOINER: delete it",
        ],
    ),
    (
        "soft-hyphen-in-form",
        HEAD + "    en: [{term: Kyiv, forms: {gen: Ky\u00adiv's}}]\n",
        [
            "4:36: this form holds the invisible character U+00AD SOFT HYPHEN: delete it",
        ],
    ),
    (
        "control-character",
        HEAD + '    en: "Ky\\x00iv"\n',
        [
            "4:9: `term` holds the invisible character U+0000: delete it",
        ],
    ),
]


@pytest.mark.parametrize(("text", "faults"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_fault(text: str, faults: list[str], faults_of_text: Callable[[str], list[str]]) -> None:
    assert faults_of_text(text) == faults
