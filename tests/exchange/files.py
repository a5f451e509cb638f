"""A termbase with every field and every trap, and what each format makes of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from termkit.exchange import FORMATS, exports
from termkit.model import Concept, Locale
from termkit.termbase import load_termbase

EN, UK, DE = map(Locale, ("en", "uk", "de"))
GLOSSARY = """\
- id: place-kyiv
  kind: place
  definition: {en: Capital of Ukraine., uk: "Столиця <України> & \\"місто\\"", fr: Capitale.}
  source: [House style, {text: KMU 55/2010, url: "https://example.org/55"}]
  updated: 2026-11-22
  note_translators:
    en: |
      Two lines,
        the second indented.
  related: [{type: located-in, target: place-ukraine}, {type: broader, target: place-podil}]
  terms:
    en:
      - {term: Kyiv, transliteration: {system: uk-Latn-kmu2010, of: Київ}, note: "a; b | c \\\\ d"}
      - {term: Kiev, status: forbidden, replace_with: Kyiv, reason: Russian-based., except: [chicken Kiev, a|b]}
      - {term: Kyivan, type: demonym, status: admitted}
    uk:
      - {term: Київ, gender: masculine, number: singular, forms: {gen: Києва, dat: [Києву, Києвові], other: Києве}}
      - {term: Кіїв, status: deprecated, replace_with: Київ}
      - {term: Киев-град, status: superseded, replace_with: Київ, valid: {to: 1991-08-24}}
      - {term: київський, type: adjective, status: admitted, case: sensitive}
    de: [Kyjiw, {term: Kiew, status: admitted}]
- id: place-ukraine
  kind: place
  terms: {en: Ukraine, uk: {term: Україна, gender: feminine}, de: {term: Ukraine, gender: neuter}}
- id: place-podil
  kind: place
  status: retired
  terms: {en: Podil, uk: Поділ}
- id: term-bracket
  kind: term
  status: draft
  terms:
    en: [{term: "=say \\"hi\\"\\\\n"}, {term: "-ism", type: phrase}]
    uk: [{term: "@скажи, \\"гей\\"; так", indeclinable: true, ambiguous: true}]
- id: term-hash
  kind: term
  terms: {en: "#hash", uk: гґешʼ}
- id: term-filtration-camp
  kind: term
  terms: {en: filtration camp, uk: фільтраційний табір}
- id: term-only-german
  kind: term
  terms: {de: Schadenfreude}
- id: person-a
  kind: person
  sex: female
  terms:
    en: [Ann Kyiv, {term: Kyiv, type: surname, status: admitted, ambiguous: true}]
    uk: [Ганна Київ, {term: Київ, type: surname, status: admitted, indeclinable: true}]
- id: unit-two
  kind: military-unit
  terms:
    en:
      - {term: Azov Regiment, valid: {from: 2014-09-17, to: 2023-02-09}}
      - {term: Azov Brigade, valid: {from: 2023-02-10}}
    uk: [{term: полк Азов, valid: {to: 2023-02-09}}, {term: бригада Азов, valid: {from: 2023-02-10}}]
"""


class File(NamedTuple):
    """What an export would write, and what its manifest would say of it."""

    name: str
    text: str
    report: dict[str, Any]

    @property
    def left_out(self) -> set[str]:
        """The concepts and terms that are not in the file."""
        return {what for found in self.report["left_out"].values() for what in found}


def sample(folder: Path) -> list[Concept]:
    """The concepts of the termbase above."""
    path = folder / "glossary.yaml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return list(load_termbase([path], cache=False).concepts.values())


def files(
    concepts: Iterable[Concept], name: str, targets: Sequence[Locale] = (UK,), *, bom: bool = False
) -> list[File]:
    """The files of a format, in memory."""
    made = exports(concepts, FORMATS[name], EN, targets, byte_order_mark=bom)
    texts = ((file, "".join(f"{line}\n" for line in file.lines())) for file in made)
    return [File(file.name, text, json.loads(json.dumps(file.report()))) for file, text in texts]


def one_file(concepts: Iterable[Concept], name: str, targets: Sequence[Locale] = (UK,)) -> File:
    """The one file of a format."""
    (file,) = files(concepts, name, targets)
    return file
