"""What options and arguments can be, beyond click's own kinds."""

from __future__ import annotations

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


class RuleType(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4
    """The name of a rule."""

    name = "rule"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, if there is such a rule."""
        if value not in rule_names():
            self.fail(unknown_rule(value), param, ctx)
        return value

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002  click's signature
        """The rules that begin so."""
        return [CompletionItem(name) for name in rule_names() if name.startswith(incomplete)]


class RuleListType(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4
    """Names of rules with commas between them."""

    name = "rules"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The names, if each is a rule's."""
        return tuple(RuleType().convert(name.strip(), param, ctx) for name in value.split(","))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The rules that the last name begins like."""
        before, comma, last = incomplete.rpartition(",")
        return [CompletionItem(f"{before}{comma}{item.value}") for item in RuleType().shell_complete(ctx, param, last)]
