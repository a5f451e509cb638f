from __future__ import annotations

from pathlib import Path

import pytest

from termkit.recognise.recognisers import Recognisers
from termkit.termbase import load_termbase

GLOSSARY = """\
- id: place-kyiv
  kind: place
  note_translators: {en: Never in quotes.}
  terms:
    en: [Kyiv, {term: Kiev, status: forbidden, replace_with: Kyiv}, {term: Kyivan, type: demonym, status: admitted}]
    uk:
      - {term: Київ, gender: masculine, forms: {gen: Києва}}
      - {term: Киев, status: forbidden, replace_with: Київ}
      - {term: Кіїв, status: deprecated}
- id: person-ann-lee
  kind: person
  sex: female
  note_translators: {uk: "Прізвище   не
    відмінюється.", en: Not shown.}
  terms:
    en: [Ann Lee, {term: Lee, type: surname, status: admitted, ambiguous: true}]
    uk: [{term: Енн Лі, gender: feminine, indeclinable: true}]
- id: organisation-guard
  kind: organisation
  status: proposed
  terms: {en: Guard of Kyiv, uk: {term: Варта, gender: feminine, number: plural}}
- id: term-wrong-only
  kind: term
  terms: {en: drone, uk: {term: дрон, status: forbidden}}
- id: term-german
  kind: term
  terms: {en: Saturday, de: Samstag}
"""


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.yaml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return path


@pytest.fixture
def recognisers(glossary: Path) -> Recognisers:
    return Recognisers(load_termbase([glossary], cache=False).concepts)
