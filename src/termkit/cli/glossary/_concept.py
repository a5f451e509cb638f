"""A concept of the termbase, looked up for a command."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path

from termkit.check import load_concepts
from termkit.cli._output import Failure
from termkit.cli._settings import plain_faults, read_settings
from termkit.model import Concept, Term


def find_concept(name: str, glossary: tuple[Path, ...]) -> Concept:
    """The concept of an id; a Failure that says which may be meant where there is none."""
    concepts = read_concepts(glossary)
    if name not in concepts:
        raise Failure(f"termkit: {_unknown(name, concepts)}")
    return concepts[name]


def read_concepts(glossary: tuple[Path, ...]) -> Mapping[str, Concept]:
    """The concepts by id; a Failure where no termbase is named, or what is named has none."""
    with plain_faults():
        concepts = load_concepts(read_settings((), glossary=glossary))
    if not concepts:
        raise Failure("termkit: no termbase: name one with --glossary, or with `glossary` in termkit.toml")
    return concepts


def headline(concept: Concept) -> str:
    """A concept's id, kind and status."""
    return f"{concept.id}  {concept.kind}, {concept.status}"


def describe(term: Term) -> str:
    """A term with its locale and its traits."""
    traits = [term.status, term.type, term.gender, term.number, "indeclinable" if term.indeclinable else None]
    return f"{term.locale}  {term.term}  {', '.join(trait for trait in traits if trait)}"


def _unknown(name: str, concepts: Mapping[str, Concept]) -> str:
    # People know a concept by its names rather than by its id.
    named = [c.id for c in concepts.values() if any(t.term == name for terms in c.terms.values() for t in terms)]
    near = named or difflib.get_close_matches(name, concepts, n=3, cutoff=0.5)
    return f"no concept has the id `{name}`" + (
        f"; did you mean {' or '.join(f'`{i}`' for i in near)}?" if near else ""
    )
