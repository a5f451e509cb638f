"""`termkit rules`: the list of rules, and the page of one."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterator

import click

from termkit.model import Example, Rule
from termkit.rules import RuleModule, load_rules

from ._output import table, write
from ._types import RULE

_WIDTH = 100


@click.command("rules", short_help="List the rules, or show the page of one.")
@click.argument("rule", required=False, type=RULE)
def command(rule: str | None) -> None:
    """List all rules, or show the page of one RULE with its examples."""
    rules = load_rules()
    write(_page(rules[rule]) if rule else table([_row(module.RULE) for module in rules.values()]))


def _row(rule: Rule) -> tuple[str, ...]:
    return rule.name, rule.category, rule.severity, rule.summary


def _page(module: RuleModule) -> Iterator[str]:
    rule = module.RULE
    yield f"# {rule.name}"
    yield ""
    yield f"category {rule.category}, severity {rule.severity}, MQM {rule.mqm}"
    yield ""
    yield _wrapped(inspect.cleandoc(module.__doc__ or rule.summary))
    for title, found in (("Found", True), ("Rightly not found", False)):
        examples = [example for example in module.EXAMPLES if bool(example.messages) == found and not example.fails]
        if examples:
            yield f"\n## {title}"
            for example in examples:
                yield from _example(example)


def _wrapped(page: str) -> str:
    """A page with the lines of its paragraphs as long as a terminal shows them; what is indented stays."""
    paragraphs = page.split("\n\n")
    return "\n\n".join(p if p.startswith(" ") else textwrap.fill(p, _WIDTH, break_long_words=False) for p in paragraphs)


def _example(example: Example) -> Iterator[str]:
    yield ""
    texts = (f"{locale}: {text}" for locale, text in (example.source, example.target))
    for line in (*texts, *(f"→ {message}" for message in example.messages)):
        yield textwrap.fill(line, _WIDTH, initial_indent=" " * 4, subsequent_indent=" " * 8)
