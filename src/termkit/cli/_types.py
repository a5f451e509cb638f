"""What options and arguments can be, beyond click's own kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import click
from click.shell_completion import CompletionItem

from termkit.model import Locale
from termkit.rules import rule_names, unknown_rule
from termkit.tags import parse_locale


class LocaleType(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4
    """A language tag that CLDR knows."""

    name = "locale"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Locale:
        """The locale that the tag names."""
        try:
            return parse_locale(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class NameType(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4
    """One of some names; `unknown` says what is wrong with another."""

    def __init__(self, name: str, names: Callable[[], Iterable[str]], unknown: Callable[[str], str]) -> None:
        self.name, self._names, self._unknown = name, names, unknown

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, if it is one of them."""
        if value not in self._names():
            self.fail(self._unknown(value), param, ctx)
        return value

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002  click's signature
        """The names that begin so."""
        return [CompletionItem(name) for name in self._names() if name.startswith(incomplete)]


RULE = NameType("rule", rule_names, unknown_rule)


class RuleListType(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4
    """Names of rules with commas between them."""

    name = "rules"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The names, if each is a rule's."""
        return tuple(RULE.convert(name.strip(), param, ctx) for name in value.split(","))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The rules that the last name begins like."""
        before, comma, last = incomplete.rpartition(",")
        return [CompletionItem(f"{before}{comma}{item.value}") for item in RULE.shell_complete(ctx, param, last)]
