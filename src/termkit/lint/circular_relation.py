"""Relations of one type lead from an entry back to it.

## Why

Nothing lies in itself or comes after itself; what follows such relations finds no end.

**What is reported**: an entry that is related to itself, and each circle of `broader`, `narrower`, `located-in`,
`member-of`, `part-of`, `succeeded-by` or `preceded-by`, once.

## What is not

Other types of relation, which may go both ways.

## How to fix it

Take out the relation that is not true.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Rule

from ._glossary import Glossary, GlossaryExample, Remark

RULE = Rule(
    name="circular-relation",
    category=Category.STRUCTURE,
    summary="relations that lead back to where they began",
    mqm="other",
)

EXAMPLES = (
    GlossaryExample(
        """\
- id: unit-azov-regiment
  kind: military-unit
  related: {type: succeeded-by, target: ⟦unit-azov-brigade⟧}
  terms: {en: Azov Regiment}
- id: unit-azov-brigade
  kind: military-unit
  related: {type: succeeded-by, target: unit-azov-regiment}
  terms: {en: Azov Brigade}
""",
        (
            (
                "`succeeded-by` goes in a circle, unit-azov-regiment → unit-azov-brigade → "
                "unit-azov-regiment: take one out"
            ),
        ),
    ),
    GlossaryExample(
        """\
- id: unit-azov-regiment
  kind: military-unit
  related: {type: succeeded-by, target: unit-azov-brigade}
  terms: {en: Azov Regiment}
- id: unit-azov-brigade
  kind: military-unit
  terms: {en: Azov Brigade}
""",
    ),
)


_SHOWN = 10  # concepts of a circle
_ONE_WAY = frozenset(("broader", "narrower", "located-in", "member-of", "part-of", "succeeded-by", "preceded-by"))


def check(glossary: Glossary) -> Iterator[Remark]:
    """The circles, type by type."""
    graphs: dict[str, dict[str, list[tuple[str, int]]]] = {}
    for concept in glossary.concepts.values():
        for index, (kind, target) in enumerate(concept.related):
            if kind in _ONE_WAY or target == concept.id:
                graphs.setdefault(kind, {}).setdefault(concept.id, []).append((target, index))
    for kind, graph in graphs.items():
        for circle, index in _circles(graph):
            way = circle if len(circle) <= _SHOWN else [*circle[:_SHOWN], "…"]
            shown = " → ".join([*way, circle[0]])
            message = f"`{kind}` goes in a circle, {shown}: take one out"
            yield Remark(message, circle[0], ("related", index, "target"))


def _circles(graph: dict[str, list[tuple[str, int]]]) -> Iterator[tuple[list[str], int]]:
    """The circles of a graph, each with the index of the relation that its first concept begins it with."""
    done: set[str] = set()
    for start, first in graph.items():
        path: dict[str, int] = {}  # the concepts on the way from the start, with the relation that was followed
        ways = [] if start in done else [(start, iter(first))]
        while ways:
            concept, relations = ways[-1]
            target, path[concept] = next(relations, ("", -1))
            if path[concept] < 0:
                ways.pop()
                del path[concept]
                done.add(concept)
            elif target in path:
                yield list(path)[list(path).index(target) :], path[target]
            elif target in graph and target not in done:
                ways.append((target, iter(graph[target])))
