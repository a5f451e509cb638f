"""`termkit recognise`: what the recognisers see in a text, with its values."""

from __future__ import annotations

import json
from pathlib import Path

import click

from termkit.check import load_recognisers
from termkit.model import (
    PERIODS,
    Candidate,
    Country,
    Date,
    Language,
    Locale,
    Mention,
    Name,
    Number,
    Text,
    Time,
    UnitWord,
    Unlisted,
    Value,
    plain_digits,
)

from ._output import read_stdin, table, write
from ._settings import GLOSSARY, plain_faults, read_settings
from ._types import LocaleType

_HEADER = ("kind", "text", "span", "value", "hard", "reading")


@click.command("recognise", short_help="Show the facts and names that termkit sees in a text.")
@click.argument("lang", type=LocaleType())
@click.argument("text", default="-")
@click.option("--output-format", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@GLOSSARY
def command(lang: Locale, text: str, output_format: str, glossary: tuple[Path, ...]) -> None:
    """Show the facts and names that termkit sees in TEXT (- reads standard input), a text in the locale LANG.

    Names are those of the termbase that the configuration or --glossary names.
    """
    string = read_stdin() if text == "-" else text
    with plain_faults():
        recognisers = load_recognisers(read_settings((), glossary=glossary))
        mentions = recognisers.mentions(Text(string, lang))
    write(table([_HEADER, *map(_row, mentions)]) if output_format == "table" else map(_json, mentions))


def _row(mention: Mention) -> tuple[str, ...]:
    span = f"{mention.span.start}-{mention.span.end}"
    hard = "hard" if mention.hard else "soft"
    # A text of several lines keeps its row.
    return mention.kind, " ".join(mention.text.split()), span, _value(mention.value), hard, mention.reading


def _json(mention: Mention) -> str:
    return json.dumps(
        {
            "kind": mention.kind,
            "text": mention.text,
            "span": mention.span,
            "value": _value(mention.value),
            "hard": mention.hard,
            "reading": mention.reading,
        },
        ensure_ascii=False,
    )


def _value(value: Value) -> str:
    """A value in one word, as people write it.

    >>> _value(Date(year=2022, month=5)), _value(Time((3, 15), 30))
    ('2022-05-??', '03:30 or 15:30')
    """
    match value:
        case Number():
            return _number(value)
        case Date():
            return _date(value)
        case Time(hours=hours, minute=minute, zone=zone):
            return " or ".join(f"{hour:02}:{minute:02} {zone}".rstrip() for hour in hours)
        case Name(candidates=candidates):
            return _candidates(candidates)
        case _:
            return _named(value)


def _named(value: UnitWord | Unlisted | Country | Language) -> str:
    if isinstance(value, UnitWord):
        return " or ".join(dict.fromkeys((*(measure.unit for measure in value.measures), *value.currencies)))
    if isinstance(value, Country):
        return value.code
    return value.key if isinstance(value, Unlisted) else f"{value.locale} ({value.certainty})"


def _number(number: Number) -> str:
    """The readings, with what stands beside them: > 1000 dollar."""
    bound = {"above": "> ", "below": "< ", "about": "~ ", "": ""}[number.bound]
    beside = dict.fromkeys((*(measure.unit for measure in number.measures), *number.currencies))
    return f"{bound}{' or '.join(map(plain_digits, number.readings))} {' or '.join(beside)}".rstrip()


def _candidates(candidates: tuple[Candidate, ...]) -> str:
    cases: dict[tuple[str, str], list[str]] = {}
    for candidate in candidates:
        cases.setdefault((candidate.concept, candidate.why), []).append(candidate.case)
    return " or ".join(f"{concept} ({', '.join(found)}; {why})" for (concept, why), found in cases.items())


def _date(date: Date) -> str:
    if date.relative is not None:
        return f"today{date.relative:+}" if date.relative else "today"
    if date.period is not None:
        return PERIODS[date.period]
    year = "????" if date.year is None else f"{date.year:04}"
    month, day = ("??" if part is None else f"{part:02}" for part in (date.month, date.day))
    weekday = "" if date.weekday is None else f" weekday {date.weekday + 1}"
    return f"{year}-{month}-{day}{weekday}"
