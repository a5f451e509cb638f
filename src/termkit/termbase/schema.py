"""The keys of a concept entry, and the JSON Schema that editors complete and check with.

`python -m termkit.termbase` prints the schema that is published as `termbase-schema.json`.
"""

from __future__ import annotations

import json

from termkit.model import REPLACED, AdministrativeStatus, TermType

from .shapes import ByLocale, Choice, Day, Flag, Key, ListOf, Pattern, Prose, Record, Schema, Spelling

KINDS = ("person", "place", "organisation", "facility", "military-unit", "event", "weapon", "title", "term")
CONCEPT_STATUSES = ("draft", "proposed", "approved", "retired")
CASE_NAMES = {
    "nom": "nominative",
    "gen": "genitive",
    "dat": "dative",
    "acc": "accusative",
    "ins": "instrumental",
    "loc": "locative",
    "voc": "vocative",
    "other": "form of any other case or of none",
}
CASES = tuple(CASE_NAMES)
_ID = Pattern("id", "[a-z][a-z0-9]*(-[a-z0-9]+)*", "`place-kyiv`, small letters and digits with single hyphens")
_FORM = ListOf("forms of one case", Spelling("this form"))

_FORMS = Record(
    "`forms`",
    {case: Key(_FORM, f"The {name}; several where the language allows several.") for case, name in CASE_NAMES.items()},
)
_VALID = Record(
    "`valid`",
    {
        "from": Key(Day("`from`"), "The first day on which the status holds."),
        "to": Key(Day("`to`"), "The last day on which the status holds."),
    },
)
_TRANSLITERATION = Record(
    "`transliteration`",
    {
        "system": Key(Prose("`system`"), "The system that the spelling follows, as in uk-Latn-kmu2010.", required=True),
        "of": Key(Spelling("`of`"), "The spelling that was transliterated."),
    },
)
TERM = Record(
    "a term",
    {
        "term": Key(Spelling("`term`"), "The term as it stands in running text.", required=True),
        "status": Key(
            Choice("status", tuple(AdministrativeStatus)),
            "What the house says of the term; preferred where left out.",
        ),
        "type": Key(Choice("type", tuple(TermType)), "What kind of name it is; full-form where left out."),
        "gender": Key(Choice("gender", ("masculine", "feminine", "neuter")), "The grammatical gender."),
        "number": Key(Choice("number", ("singular", "plural")), "The grammatical number."),
        "forms": Key(_FORMS, "The inflected forms by case."),
        "indeclinable": Key(Flag("`indeclinable`"), "Whether the term never changes its form."),
        "case": Key(
            Choice("case", ("sensitive", "insensitive")),
            "Whether capitals count. Left out, they do where the term has any.",
        ),
        "ambiguous": Key(Flag("`ambiguous`"), "Whether the term counts only where something else names the concept."),
        "replace_with": Key(Spelling("`replace_with`"), "The term of this concept and locale to write instead."),
        "reason": Key(Prose("`reason`"), "Why the house has decided so; shown with findings."),
        "except": Key(ListOf("`except`", Spelling("an exception")), "Phrases in which the term is right."),
        "valid": Key(_VALID, "The dates between which the status holds."),
        "transliteration": Key(_TRANSLITERATION, "Where the spelling comes from."),
        "note": Key(Prose("`note`"), "A remark for terminologists."),
    },
    short="term",
    conditions=(
        {"not": {"required": ["forms", "indeclinable"], "properties": {"indeclinable": {"const": True}}}},
        {
            "if": {"required": ["replace_with"]},
            "then": {
                "required": ["status"],
                "properties": {"status": {"enum": [status for status in AdministrativeStatus if status in REPLACED]}},
            },
        },
    ),
)
_SOURCE = Record(
    "a source",
    {
        "text": Key(Prose("`text`"), "The source in words.", required=True),
        "url": Key(Pattern("URL", r"https?://\S+", "https://example.org/page"), "Its address."),
    },
    short="text",
)
_RELATED = Record(
    "a relation",
    {
        "type": Key(
            Pattern("relation type", "[a-z]+(-[a-z]+)*", "`member-of`"),
            "How the concept stands to the other: member-of, located-in, succeeded-by …",
            required=True,
        ),
        "target": Key(_ID, "The id of the other concept.", required=True),
    },
)
ENTRY = Record(
    "a concept entry",
    {
        "id": Key(_ID, "A name for the concept that never changes and is never used again.", required=True),
        "kind": Key(Choice("kind", KINDS), "What the concept is.", required=True),
        "sex": Key(Choice("sex", ("male", "female")), "Of a person: decides how the name declines."),
        "definition": Key(ByLocale("`definition`", Prose("a definition")), "Who or what it is, by language."),
        "status": Key(Choice("status", CONCEPT_STATUSES), "How far the entry has come; approved where left out."),
        "source": Key(ListOf("`source`", _SOURCE), "Where the spellings were taken from."),
        "updated": Key(Day("`updated`"), "The day of the last change."),
        "note_translators": Key(ByLocale("`note_translators`", Prose("a note")), "Advice to translators, by language."),
        "related": Key(ListOf("`related`", _RELATED), "Other concepts that it has to do with."),
        "terms": Key(ByLocale("`terms`", ListOf("the list of terms", TERM)), "The terms, by language.", required=True),
    },
    conditions=(
        {"if": {"required": ["sex"]}, "then": {"required": ["kind"], "properties": {"kind": {"const": "person"}}}},
    ),
)


def json_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of a glossary file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "termkit termbase",
        "description": "A glossary file: a list of concept entries.",
        "type": "array",
        "minItems": 1,
        "items": ENTRY.schema(),
    }


def json_schema_text() -> str:
    """The JSON Schema as it is published."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
