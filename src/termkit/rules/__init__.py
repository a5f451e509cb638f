"""The rules. A rule is one module of this package, named for it, and its docstring is the rule's page.

There is nothing to register: a module counts as a rule when its name does not start with ``_``.
"""

from __future__ import annotations

import difflib
import functools
import importlib
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Protocol, cast, runtime_checkable

from termkit.model import Comparison, Example, Finding, Rule

from ._off import is_off, off_places, shown_place

__all__ = [
    "DocumentRule",
    "RuleModule",
    "RunRule",
    "document_rules",
    "is_off",
    "load_rules",
    "off_places",
    "rule_names",
    "shown_place",
    "unknown_rule",
]


class DocumentRule(Protocol):
    """A rule that looks at one document: its metadata, its examples, and the check itself."""

    __doc__: str | None
    RULE: Rule
    EXAMPLES: tuple[Example, ...]

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """What the rule finds in one document."""
        ...


@runtime_checkable
class RunRule(Protocol):
    """A rule that compares the documents of a run: its metadata, its examples, and its two halves."""

    __doc__: str | None
    RULE: Rule
    EXAMPLES: tuple[Example, ...]

    def collect(self, comparison: Comparison) -> Iterator[Any]:
        """What the rule has to know of one document; it holds as little of the document as it can."""
        ...

    def compare(self, collected: Sequence[Any]) -> Iterator[Finding]:
        """What the rule finds in all documents, given what was collected in the order of their paths."""
        ...


RuleModule = DocumentRule | RunRule
"""What a module of this package gives."""


@functools.cache
def rule_names() -> tuple[str, ...]:
    """The names of all rules in alphabetical order; no rule is imported for it.

    >>> "syntax-error" in rule_names()
    True
    """
    modules = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in modules if not name.startswith("_")))


@functools.cache
def load_rules() -> Mapping[str, RuleModule]:
    """All rules by name, in alphabetical order.

    >>> load_rules()["syntax-error"].RULE.severity
    <Severity.ERROR: 'error'>
    """
    return MappingProxyType({name: _load(name) for name in rule_names()})


def document_rules() -> Mapping[str, DocumentRule]:
    """The rules that look at one document, by name."""
    return {name: rule for name, rule in load_rules().items() if not isinstance(rule, RunRule)}


def unknown_rule(name: str) -> str:
    """A message about a name that is no rule's, with the name that was probably meant.

    >>> unknown_rule("syntax-eror")
    'there is no rule `syntax-eror`; did you mean `syntax-error`?'
    >>> unknown_rule("")
    'there is no rule ``; `termkit rules` lists them'
    """
    near = difflib.get_close_matches(name, rule_names(), n=1)
    hint = f"did you mean `{near[0]}`?" if near else "`termkit rules` lists them"
    return f"there is no rule `{name}`; {hint}"


def _load(name: str) -> RuleModule:
    return cast("RuleModule", importlib.import_module(f"{__name__}.{name.replace('-', '_')}"))
