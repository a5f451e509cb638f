"""Faults of a file as YAML: exact place and message."""

from collections.abc import Callable

import pytest

HEAD = "- id: place-kyiv\n  kind: place\n  terms:\n"

CASES = [
    (
        "key-twice",
        HEAD + ("    en:\n      - term: Kyiv\n        status: preferred\n        status: admitted\n"),
        [
            "7:9: the key `status` is given twice, first on line 6: keep one",
        ],
    ),
    (
        "locale-twice",
        HEAD + ("    en: Kyiv\n    uk: Київ\n    en: Kyiv\n"),
        [
            "6:5: the key `en` is given twice, first on line 4: keep one",
        ],
    ),
    (
        "key-not-a-word",
        ("- ? [a, b]\n  : c\n  id: place-kyiv\n  kind: place\n  terms: {en: Kyiv}\n"),
        [
            "1:5: a key must be a single word",
        ],
    ),
    (
        "tab",
        ("- id: place-kyiv\n  kind: place\n\tterms: {en: Kyiv}\n"),
        [
            "3:1: a tab in the indentation: YAML is indented with spaces",
        ],
    ),
    (
        "colon-in-text",
        ("- id: place-kyiv\n  kind: place: city\n"),
        [
            (
                "2:14: not valid YAML: mapping values are not allowed in this context; put quotes "
                "round a text that holds a colon and a space"
            ),
        ],
    ),
    (
        "quote-open",
        ('- id: "place-kyiv\n  kind: place\n'),
        [
            "3:1: not valid YAML: found unexpected end of stream; close the quotes",
        ],
    ),
    (
        "bracket-open",
        ("- id: place-kyiv\n  kind: place\n  terms: {en: [Kyiv, Kiev\n"),
        [
            (
                "4:1: not valid YAML: did not find expected ',' or ']'; look for a comma or a closing "
                "bracket that is missing"
            ),
        ],
    ),
    (
        "percent-sign",
        ("- id: place-kyiv\n  kind: %place\n  terms: {en: Kyiv}\n"),
        [
            (
                "2:9: not valid YAML: found character that cannot start any token; put quotes round a "
                "text that begins with this character"
            ),
        ],
    ),
    (
        "anchor",
        ("- id: &a place-kyiv\n  kind: place\n  terms: {en: Kyiv}\n"),
        [
            "1:7: the anchor `&a` is not allowed: take it out",
        ],
    ),
    (
        "alias",
        ("- id: &a place-kyiv\n  kind: place\n  terms: {en: *a}\n"),
        [
            "1:7: the anchor `&a` is not allowed: take it out",
            "3:15: the alias `*a` is not allowed: write the value itself",
        ],
    ),
    (
        "alias-bomb",
        ("- &a [x, x]\n- &b [*a, *a]\n"),
        [
            "1:3: a concept entry must be a mapping of keys to values, not a list",
            "1:3: the anchor `&a` is not allowed: take it out",
            "2:3: a concept entry must be a mapping of keys to values, not a list",
            "2:3: the anchor `&b` is not allowed: take it out",
            "2:7: the alias `*a` is not allowed: write the value itself",
            "2:11: the alias `*a` is not allowed: write the value itself",
        ],
    ),
    (
        "merge-key",
        HEAD + ("    en: Kyiv\n  <<: {status: draft}\n"),
        [
            (
                "5:3: unknown key `<<` in a concept entry; write one of id, kind, sex, definition, "
                "status, source, updated, note_translators, related, terms"
            ),
        ],
    ),
    (
        "tag-on-value",
        ("- id: !!python/name:os.system place-kyiv\n  kind: place\n  terms: {en: Kyiv}\n"),
        [
            "1:7: the tag `tag:yaml.org,2002:python/name:os.system` is not allowed: take it out",
        ],
    ),
    (
        "tag-on-mapping",
        ("- !!map\n  id: place-kyiv\n  kind: place\n  terms: {en: Kyiv}\n"),
        [
            "1:3: the tag `tag:yaml.org,2002:map` is not allowed: take it out",
        ],
    ),
    (
        "nested-too-deeply",
        HEAD + "    en: " + "[" * 500,
        [
            "4:16: nested more than 10 levels deep: no part of a concept entry is",
        ],
    ),
    (
        "second-document",
        HEAD + ("    en: Kyiv\n---\n- id: place-lviv\n"),
        [
            "5:1: a second YAML document in one file: take out the line `---`",
        ],
    ),
    (
        "mapping-for-file",
        "concepts: []\n",
        [
            "1:1: a glossary file is a list of concept entries: begin each with `- id: …`",
        ],
    ),
    (
        "value-for-file",
        "Kyiv\n",
        [
            "1:1: a glossary file is a list of concept entries: begin each with `- id: …`",
        ],
    ),
    (
        "file-empty",
        "",
        [
            "1:1: no concept entries in this file: add some or delete it",
        ],
    ),
    (
        "file-of-comments",
        "# nothing yet\n",
        [
            "1:1: no concept entries in this file: add some or delete it",
        ],
    ),
    (
        "file-empty-list",
        "[]\n",
        [
            "1:1: no concept entries in this file: add some or delete it",
        ],
    ),
    (
        "file-null",
        "---\n",
        [
            "2:1: a glossary file is a list of concept entries: begin each with `- id: …`",
        ],
    ),
    (
        "control-character-in-file",
        HEAD + "    en: Ky\x00iv\n",
        [
            "4:11: the control character U+0000 cannot stand in a text file: delete it",
        ],
    ),
]


@pytest.mark.parametrize(("text", "faults"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_fault(text: str, faults: list[str], faults_of_text: Callable[[str], list[str]]) -> None:
    assert faults_of_text(text) == faults


def test_hostile_nesting(faults_of_text: Callable[[str], list[str]]) -> None:
    """Newer libyaml refuses it itself, before the reader sees an event."""
    [fault] = faults_of_text(HEAD + "    en: " + "[" * 100_000)
    assert fault.startswith("4:")
    assert "nested more than 10 levels deep" in fault
