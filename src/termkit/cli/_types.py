"""What options and arguments can be, beyond click's own kinds."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable

import click
from click.shell_completion import CompletionItem

from termkit.lint import lint_names, unknown_lint
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


class LocalePairType(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4
    """Two locales with an equals sign between them."""

    name = "locale=locale"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Locale, Locale]:
        """The two locales."""
        one, sign, other = value.partition("=")
        if not sign:
            self.fail(f"`{value}` has no equals sign: write it like en-US=en", param, ctx)
        locale = LocaleType()
        return locale.convert(one, param, ctx), locale.convert(other, param, ctx)


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


def _unknown_to_check(name: str) -> str:
    return f"`{name}` is a rule of `termkit glossary lint`" if name in lint_names() else unknown_rule(name)


def _any_rules() -> tuple[str, ...]:
    return *rule_names(), *lint_names()


def _unknown_to_all(name: str) -> str:
    near = difflib.get_close_matches(name, lint_names(), n=1)
    return unknown_lint(name) if near and not difflib.get_close_matches(name, rule_names(), n=1) else unknown_rule(name)


RULE = NameType("rule", rule_names, _unknown_to_check)
ANY_RULE = NameType("rule", _any_rules, _unknown_to_all)


class RuleListType(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4
    """Names of rules with commas between them."""

    name = "rules"

    def __init__(self, rule: NameType = RULE) -> None:
        self._rule = rule

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The names, if each is a rule's."""
        return tuple(self._rule.convert(name.strip(), param, ctx) for name in value.split(","))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The rules that the last name begins like."""
        before, comma, last = incomplete.rpartition(",")
        return [CompletionItem(f"{before}{comma}{item.value}") for item in self._rule.shell_complete(ctx, param, last)]
