"""`termkit rules`: the list of rules, and the page of one."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterator, Sequence

import click

from termkit.lint import LintModule, lint_names, load_lint
from termkit.model import Example, Rule
from termkit.rules import RuleModule, load_rules, off_places, shown_place

from ._output import table, write
from ._types import ANY_RULE

_WIDTH = 100


@click.command("rules", short_help="List the rules, or show the page of one.")
@click.argument("rule", required=False, type=ANY_RULE)
def command(rule: str | None) -> None:
    """List the rules of `check` and of `glossary lint`, or show the page of one RULE with its examples."""
    if rule is None:
        write(_list())
    elif rule in lint_names():
        write(_lint_page(load_lint()[rule]))
    else:
        write(_check_page(load_rules()[rule]))


def _list() -> Iterator[str]:
    yield from table([_row(module.RULE) for module in load_rules().values()])
    yield "\nRules of `termkit glossary lint`:\n"
    yield from table([_row(module.RULE) for module in load_lint().values()])


def _row(rule: Rule) -> tuple[str, ...]:
    return rule.name, rule.category, rule.severity if rule.default else "off", rule.summary


def _check_page(module: RuleModule) -> Iterator[str]:
    examples = [(_texts(example), example.messages) for example in module.EXAMPLES if not example.fails]
    return _page(module.RULE, module.__doc__, examples)


def _lint_page(module: LintModule) -> Iterator[str]:
    return _page(module.RULE, module.__doc__, [(example.text, example.messages) for example in module.EXAMPLES])


def _page(rule: Rule, text: str | None, examples: Sequence[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    yield f"# {rule.name}"
    yield ""
    yield f"category {rule.category}, severity {rule.severity}, MQM {rule.mqm}"
    yield from _off(rule)
    yield ""
    yield _wrapped(inspect.cleandoc(text or rule.summary))
    for title, found in (("Found", True), ("Rightly not found", False)):
        if some := [(shown, messages) for shown, messages in examples if bool(messages) == found]:
            yield f"\n## {title}"
            for shown, messages in some:
                yield ""
                yield from _example(shown, messages)


def _off(rule: Rule) -> Iterator[str]:
    """Where a rule is off by default, and why."""
    places = off_places().get(rule.name, {})
    if not rule.default:
        yield f"off by default: `--extend-select {rule.name}` runs it"
    elif places:
        yield f"off by default in some languages; `--extend-select {rule.name}` runs it there too:"
        for place, why in places.items():
            yield textwrap.fill(
                f"{shown_place(place)}: {why}", _WIDTH, initial_indent="    ", subsequent_indent=" " * 8
            )


def _wrapped(page: str) -> str:
    """A page with the lines of its paragraphs as long as a terminal shows them; what is indented stays."""
    paragraphs = page.split("\n\n")
    return "\n\n".join(p if p.startswith(" ") else textwrap.fill(p, _WIDTH, break_long_words=False) for p in paragraphs)


def _texts(example: Example) -> str:
    return "\n".join(f"{locale}: {text}" for document in example.documents for locale, text in document)


def _example(shown: str, messages: tuple[str, ...]) -> Iterator[str]:
    for line in (*shown.splitlines(), *(f"→ {message}" for message in messages)):
        own = " " * (4 + len(line) - len(line.lstrip()))
        yield textwrap.fill(line.lstrip(), _WIDTH, initial_indent=own, subsequent_indent=f"{own}    ")
