"""The published JSON Schema says of an entry what the loader says."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from termkit.model import AdministrativeStatus, TermType
from termkit.termbase import TermbaseError, json_schema, load_termbase
from termkit.termbase.schema import json_schema_text

VALIDATOR = Draft202012Validator(json_schema())
BASE = {"id": "person-a", "kind": "person", "terms": {"en": "Kyiv"}}


def entry(**changes: Any) -> dict[str, Any]:
    return {**BASE, **changes}


def term(**keys: Any) -> dict[str, Any]:
    return entry(terms={"en": [{"term": "Kyiv", **keys}]})


GOOD = {
    "smallest": entry(),
    "every-concept-key": entry(
        sex="female",
        definition={"en": "A city."},
        status="draft",
        source=["By phone", {"text": "a law", "url": "https://example.org"}],
        updated="2026-11-22",
        note_translators={"uk": "Увага"},
        related=[{"type": "member-of", "target": "person-a"}],
        terms={"sr-Latn": ["Kijev"], "zh-Hant": "基輔", "es-419": "Kiev", "be-tarask": {"term": "Кіеў"}},
    ),
    "every-term-key": term(
        status="admitted",
        type="nickname",
        gender="neuter",
        number="plural",
        forms={"gen": "Kyiv's", "dat": ["a", "b"], "other": "c"},
        indeclinable=False,
        case="insensitive",
        ambiguous=True,
        reason="a\nb",
        valid={"from": "2014-05-05", "to": "2014-05-06"},
        transliteration={"system": "uk-Latn-kmu2010", "of": "Київ"},
        note="x",
        **{"except": ["chicken Kiev"]},
    ),
    "indeclinable": term(indeclinable=True),
    "replaced": entry(terms={"en": ["Kyiv", {"term": "Kiev", "status": "forbidden", "replace_with": "Kyiv"}]}),
}

BAD = {
    "text": "person-a",
    "no-id": {"kind": "person", "terms": {"en": "Kyiv"}},
    "no-terms": {"id": "a", "kind": "person"},
    "bad-id": entry(id="Person A"),
    "bad-kind": entry(kind="city"),
    "bad-status": entry(status="preferred"),
    "unknown-key": entry(labels={"en": "x"}),
    "sex-of-a-place": entry(kind="place", sex="male"),
    "bad-date": entry(updated="22.11.2026"),
    "bad-tag": entry(terms={"english": "Kyiv"}),
    "tag-in-wrong-case": entry(terms={"pt-br": "Kyiv"}),
    "no-terms-at-all": entry(terms={}),
    "no-terms-in-a-locale": entry(terms={"en": []}),
    "empty-term": entry(terms={"en": ""}),
    "null-term": entry(terms={"en": None}),
    "double-space": entry(terms={"en": "Azov  Regiment"}),
    "term-without-term": entry(terms={"en": [{"status": "preferred"}]}),
    "unknown-term-key": term(prefered=True),
    "bad-term-status": term(status="approved"),
    "bad-type": term(type="fullForm"),
    "bad-gender": term(gender="m"),
    "bad-number": term(number="dual"),
    "bad-case": term(forms={"genitive": "Kyiv's"}),
    "flag-as-text": term(ambiguous="true"),
    "relation-without-target": entry(related={"type": "member-of"}),
    "bad-url": entry(source={"text": "x", "url": "example.org"}),
    "transliteration-without-system": term(transliteration={"of": "Київ"}),
    "indeclinable-with-forms": term(indeclinable=True, forms={"gen": "Kyiv's"}),
    "replacement-of-preferred": term(replace_with="Kiev"),
}


def load(value: object, folder: Path) -> None:
    path = folder / "glossary.yaml"
    # JSON is YAML with quotes; the schema calls for dates and tags as texts, as YAML 1.2 reads them.
    path.write_text("- " + json.dumps(value, ensure_ascii=False), encoding="utf-8")
    load_termbase([path])


@pytest.mark.parametrize("value", GOOD.values(), ids=GOOD)
def test_good_entry(value: object, tmp_path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors([value])] == []
    load(value, tmp_path)


@pytest.mark.parametrize("value", BAD.values(), ids=BAD)
def test_bad_entry(value: object, tmp_path: Path) -> None:
    assert not VALIDATOR.is_valid([value])
    with pytest.raises(TermbaseError):
        load(value, tmp_path)


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_published_schema_is_the_loaders() -> None:
    published = resources.files("termkit").joinpath("termbase-schema.json").read_text("utf-8")
    assert published == json_schema_text(), (
        "write it again: python -m termkit.termbase > src/termkit/termbase-schema.json"
    )


def test_enums_are_those_of_the_model() -> None:
    item = json_schema()["items"]["properties"]["terms"]["additionalProperties"]["anyOf"][0]["anyOf"][1]
    assert item["properties"]["status"]["enum"] == [str(status) for status in AdministrativeStatus]
    assert item["properties"]["type"]["enum"] == [str(kind) for kind in TermType]


def test_editors_are_told_of_every_key() -> None:
    def undescribed(schema: Any) -> list[str]:
        if isinstance(schema, list):
            return [name for part in schema for name in undescribed(part)]
        if not isinstance(schema, dict):
            return []
        # The conditions name keys again, to restrict them.
        parts = {key: value for key, value in schema.items() if key != "allOf"}
        own = [name for name, part in schema.get("properties", {}).items() if not part.get("description")]
        return own + [name for part in parts.values() for name in undescribed(part)]

    assert undescribed(json_schema()) == []


def test_docs_name_every_key() -> None:
    def keys(schema: Any) -> set[str]:
        parts = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
        own = set(schema.get("properties", {})) if isinstance(schema, dict) else set()
        return own.union(*map(keys, parts))

    docs = Path(__file__).parents[2].joinpath("docs", "termbase.md").read_text("utf-8")
    assert {key for key in keys(json_schema()) if f"`{key}`" not in docs} == set()
