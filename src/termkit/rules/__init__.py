"""The rules. A rule is one module of this package, named for it, and its docstring is the rule's page.

There is nothing to register: a module counts as a rule when its name does not start with ``_``.
"""

from __future__ import annotations

import difflib
import functools
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Protocol, cast

from termkit.model import Comparison, Example, Finding, Rule

from ._off import is_off, off_places, shown_place

__all__ = ["RuleModule", "is_off", "load_rules", "off_places", "rule_names", "shown_place", "unknown_rule"]


class RuleModule(Protocol):
    """What a module of this package gives: the rule's metadata, its examples, and the check itself."""

    __doc__: str | None
    RULE: Rule
    EXAMPLES: tuple[Example, ...]

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """What the rule finds in one document."""
        ...


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
