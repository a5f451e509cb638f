"""A proposal for people and for programs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from termkit.termbase.yaml_text import entry_lines, flow

from .compare import Change, Proposal
from .reading import ImportFault

__all__ = ["patch_lines", "summary_lines"]

_WIDTH = 160


def summary_lines(proposal: Proposal, left: Sequence[ImportFault]) -> Iterator[str]:
    """What an import would do, in words."""
    concepts = {change.concept for change in proposal.changes}
    yield (
        f"{len(proposal.new)} new entries, {len(concepts)} changed, {proposal.same} as they are; "
        f"{len(proposal.conflicts)} conflicts, {len(left)} to be edited by hand, "
        f"{len(proposal.faults)} wrong or not understood"
    )
    yield from _section("To be known", proposal.notes)
    yield from _section("New", map(_new, proposal.new))
    yield from _section("Changed", map(_changed, proposal.changes))
    yield from _section("Conflicts: the termbase stays as it is", map(str, proposal.conflicts))
    yield from _section("To be edited by hand", map(str, left))
    yield from _section("Wrong or not understood", map(str, proposal.faults))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if not number:
            yield ""
            yield title
        yield f"  {line}"


def _new(entry: dict[str, Any]) -> str:
    terms = (f"{locale} {', '.join(t['term'] for t in found)}" for locale, found in entry["terms"].items())
    return textwrap.shorten(f"{entry['id']}: {'; '.join(terms)}", _WIDTH, placeholder=" …")


def _changed(change: Change) -> str:
    if change.locale is None:
        return f"{change.concept}: {flow(change.values)[1:-1]}"
    if change.new:
        return f"{change.concept}, {change.locale}: a further term, {flow(change.values)}"
    return f"{change.concept}, {change.locale}, “{change.term}”: {flow(change.values)[1:-1]}"


def patch_lines(proposal: Proposal, left: Sequence[ImportFault]) -> Iterator[str]:
    """The proposal as YAML: `new` is what a glossary file would hold, the rest says what there is to do."""
    yield from (f"# {note}" for note in proposal.notes)
    if proposal.new:
        yield "new:"
        for entry in proposal.new:
            yield from (f"  {line}" for line in entry_lines(entry))
    if proposal.changes:
        yield "changed:"
        yield from (f"  - {flow(_as_data(change))}" for change in proposal.changes)
    for name, found in (("conflicts", proposal.conflicts), ("by_hand", left), ("not_understood", proposal.faults)):
        if found:
            yield f"{name}:"
            yield from (f"  - {flow({'line': fault.line, 'message': fault.message})}" for fault in found)
    if not (proposal.new or proposal.changes or proposal.conflicts or left or proposal.faults):
        yield "{}"


def _as_data(change: Change) -> dict[str, Any]:
    place = {"id": change.concept, "locale": change.locale, "term": None if change.new else change.term}
    values = {"add" if change.new else "set": change.values}
    return {name: value for name, value in (place | values).items() if value is not None}
