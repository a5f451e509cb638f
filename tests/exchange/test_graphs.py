"""SKOS as rdflib reads it, and JSON as the loader of the termbase does."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, OWL, SKOS, XSD

from termkit.model import Concept
from termkit.termbase import load_termbase

from .files import DE, UK, one_file

BASE = "https://example.org/glossary"
KYIV = URIRef(f"{BASE}#place-kyiv")


def _graph(concepts: list[Concept], name: str, syntax: str) -> Graph:
    text = one_file(concepts, name, (UK, DE)).text
    return Graph().parse(data=text, format=syntax, publicID=BASE)


# rdflib's own reader of JSON-LD still makes the dataset in the way that rdflib has deprecated.
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_turtle_and_jsonld_are_the_same_graph(concepts: list[Concept]) -> None:
    turtle = _graph(concepts, "skos", "turtle")
    assert len(turtle) > 60
    assert isomorphic(turtle, _graph(concepts, "skos-jsonld", "json-ld"))


def test_labels_and_relations(concepts: list[Concept]) -> None:
    graph = _graph(concepts, "skos", "turtle")
    assert set(graph.objects(KYIV, SKOS.prefLabel)) == {
        Literal("Kyiv", lang="en"),
        Literal("Київ", lang="uk"),
        Literal("Kyjiw", lang="de"),
    }
    assert Literal("Kiev", lang="en") in set(graph.objects(KYIV, SKOS.hiddenLabel))
    assert (KYIV, SKOS.altLabel, Literal("Kiew", lang="de")) in graph
    # Kyiv is broader than Podil.
    assert (KYIV, SKOS.narrower, URIRef(f"{BASE}#place-podil")) in graph
    assert (KYIV, SKOS.related, URIRef(f"{BASE}#place-ukraine")) in graph
    assert (KYIV, DCTERMS.modified, Literal("2026-11-22", datatype=XSD.date)) in graph
    assert (URIRef(f"{BASE}#place-podil"), OWL.deprecated, Literal(True)) in graph  # noqa: FBT003  rdflib's own


def test_a_label_is_of_one_kind(concepts: list[Concept]) -> None:
    graph = _graph(concepts, "skos", "turtle")
    kinds = [set(graph.subject_objects(kind)) for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)]
    assert not kinds[0] & kinds[1]
    assert not kinds[0] & kinds[2]
    assert not kinds[1] & kinds[2]


def test_json_is_a_glossary_file(concepts: list[Concept], tmp_path: Path) -> None:
    path = tmp_path / "glossary.json"
    path.write_text(one_file(concepts, "json", (UK, DE)).text, encoding="utf-8")
    loaded = load_termbase([path], cache=False).concepts
    assert {concept.id: concept for concept in concepts} == loaded
