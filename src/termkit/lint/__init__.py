"""The rules of `termkit glossary lint`: what can be wrong with a termbase.

A rule is one module of this package, named for it, and its docstring is the rule's page; a module counts as a rule
when its name does not start with ``_``. Rules see concepts and know no file; what they find is a remark.
"""

from __future__ import annotations

import difflib
import functools
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Protocol, cast

from termkit.model import Rule

from ._glossary import Edit, Glossary, GlossaryExample, Remark

__all__ = ["Edit", "Glossary", "GlossaryExample", "LintModule", "Remark", "lint_names", "load_lint", "unknown_lint"]


class LintModule(Protocol):
    """What a module of this package gives: the rule's metadata, its examples, and the check itself."""

    __doc__: str | None
    RULE: Rule
    EXAMPLES: tuple[GlossaryExample, ...]

    def check(self, glossary: Glossary) -> Iterator[Remark]:
        """What the rule finds in a termbase."""
        ...


@functools.cache
def lint_names() -> tuple[str, ...]:
    """The names of all rules in alphabetical order; no rule is imported for it.

    >>> "mixed-script" in lint_names()
    True
    """
    modules = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in modules if not name.startswith("_")))


@functools.cache
def load_lint() -> Mapping[str, LintModule]:
    """All rules by name, in alphabetical order.

    >>> load_lint()["homograph"].RULE.severity
    <Severity.INFO: 'info'>
    """
    return MappingProxyType({name: _load(name) for name in lint_names()})


def unknown_lint(name: str) -> str:
    """A message about a name that is no rule's, with the name that was probably meant.

    >>> unknown_lint("homograf")
    '`glossary lint` has no rule `homograf`; did you mean `homograph`?'
    """
    near = difflib.get_close_matches(name, lint_names(), n=1)
    hint = f"did you mean `{near[0]}`?" if near else "`termkit rules` lists them"
    return f"`glossary lint` has no rule `{name}`; {hint}"


def _load(name: str) -> LintModule:
    return cast("LintModule", importlib.import_module(f"{__name__}.{name.replace('-', '_')}"))
