"""Measures how often termkit is right on translations that people made, and writes docs/accuracy.md (`make eval`).

    python benchmarks/accuracy.py [--evals PATH] [--page docs/accuracy.md]

The evaluation data is no part of the repository: PATH is a folder with data/ in it; without it ./evals, ../evals and
../shared/evals are looked at. Where there is none, that is said and nothing is written. pofilter (translate-toolkit,
GPL) is measured beside termkit where it is installed, or named in POFILTER.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import polib

from termkit import __version__
from termkit.check import check_paths
from termkit.config import Settings
from termkit.model import Category, Severity
from termkit.rules import load_rules, off_places, shown_place
from termkit.yaml_data import read_yaml

ROOT = Path(__file__).resolve().parent.parent
PLACES = (Path("evals"), Path("../evals"), Path("../shared/evals"))
TRUE_ERRORS = ROOT / "benchmarks/true_errors.yaml"
PAGE = ROOT / "docs/accuracy.md"

SETS = {"ntrex": "NTREX-128", "wmt22": "WMT 2022"}
KINDS = {
    "digit": "a digit changed",
    "drop": "digits dropped",
    "swap": "two digits swapped",
    "month": "month exchanged",
    "scale": "million/billion exchanged",
    "word": "number word exchanged",
}
GOOD, BAD = "demetr-numbers-mt", "demetr-numbers-bad"
FACTS = frozenset({Category.NUMBER, Category.DATE, Category.MEASURE, Category.MONEY})
NOISY = 0.005  # a rule that raises more false alarms than this in one direction is named
TOLERATED = 0.02  # and one that raises more than this is not to run there by default

# From the README of the evaluation data; both were run over it once, and l10n-lint is not run here.
PUBLISHED = {
    "pofilter 3.20.4 `numbers`": {
        "ntrex": "3.70 %",
        "wmt22": "2.30 %",
        "ntrex digit": "100 %",
        "ntrex drop": "100 %",
        "ntrex swap": "100 %",
        "ntrex month": "0 %",
        "ntrex scale": "0 %",
        "ntrex word": "0 %",
        "demetr": "67 %",
    },
    "l10n-lint 1.23.30": {
        "ntrex": "4.49 %",
        "wmt22": "2.57 %",
        "ntrex digit": "88 to 89 %",
        "ntrex drop": "88 to 89 %",
        "ntrex swap": "88 to 89 %",
        "ntrex month": "0 %",
        "ntrex scale": "0 %",
        "ntrex word": "0 %",
        "demetr": "52 %",
    },
}
NONE = "–"


class Row(NamedTuple):
    """A row of the evaluation data: its set, direction and msgctxt."""

    set: str
    direction: str
    id: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The rows of a file, and those that a tool flagged, each with the rules that did."""

    rows: frozenset[str]
    found: Mapping[str, frozenset[str]]


Results = Mapping[tuple[str, str], Checked]
"""What a tool found, by the folder and the direction of each file."""


@dataclass(frozen=True, slots=True)
class Count:
    """So many of so many rows."""

    hits: int
    rows: int

    @property
    def share(self) -> float:
        return self.hits / self.rows if self.rows else 0.0

    def percent(self) -> str:
        return f"{self.share:.2%}".replace("%", " %") if self.rows else NONE

    def fraction(self) -> str:
        return f"{self.hits:,}/{self.rows:,}" if self.rows else NONE

    def short(self) -> str:
        return f"{self.hits:,} · {self.percent()}" if self.rows else NONE

    def whole(self) -> str:
        return f"{self.percent()} ({self.hits:,} of {self.rows:,})" if self.rows else NONE


class DataError(Exception):
    """The list of true errors can't be used: all that is wrong with it, a line each."""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--evals", type=Path, help="the folder that has the evaluation data in data/")
    parser.add_argument("--page", type=Path, default=PAGE, help="the page to write")
    options = parser.parse_args(arguments)
    places = (options.evals,) if options.evals else PLACES
    files = data_files(places)
    if not files:
        print(f"no evaluation data in {', '.join(map(str, places))}: {options.page.name} stays as it is")
        return
    results = measure_termkit(files)
    try:
        listed = read_true_errors(TRUE_ERRORS.read_text("utf-8"))
    except DataError as error:
        raise SystemExit(f"{TRUE_ERRORS.name}:\n{error}") from error
    true_errors = {
        row: reading for row, reading in listed.items() if row.id in _file(results, row.set, row.direction).rows
    }
    if len(true_errors) < len(listed):
        print(f"{len(listed) - len(true_errors)} of the rows in {TRUE_ERRORS.name} are not in this data")
    write(options.page, page(Measured(results, measured_peers(files), true_errors)))
    print(f"{options.page}: written")


def data_files(places: Iterable[Path]) -> list[Path]:
    """The files that are measured, of the first of some folders that has data."""
    data = next((place / "data" for place in places if (place / "data").is_dir()), None)
    folders = [*SETS, *(f"{name}-inj-{kind}" for name in SETS for kind in KINDS), GOOD, BAD]
    return [path for folder in folders for path in sorted((data / folder).glob("*.po"))] if data else []


def write(path: Path, text: str) -> None:
    """Puts a text in the place of a file, at once."""
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, "utf-8")
    new.replace(path)


# --- the tools ---------------------------------------------------------------------------------------------------


def measure_termkit(files: Sequence[Path]) -> Results:
    """What `termkit check` finds without settings and without a termbase."""
    found: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for finding in check_paths([str(path) for path in files], Settings(cache=False), progress):
        if finding.category in FACTS and finding.severity != Severity.INFO and finding.segment:
            found[_key(Path(finding.text.origin.path))][str(finding.segment.unit.context)].add(finding.rule)
    return {
        _key(path): Checked(_rows(path), {row: frozenset(rules) for row, rules in found[_key(path)].items()})
        for path in files
    }


def measured_peers(files: Sequence[Path]) -> dict[str, Results]:
    """What pofilter finds, under its name and version; nothing where it is not installed."""
    command = os.environ.get("POFILTER", "pofilter").split()
    if shutil.which(command[0]) is None:
        return {}
    version = subprocess.run([*command, "--version"], capture_output=True, check=True, text=True).stdout.strip()
    results = {}
    for done, path in enumerate(files):
        progress(done, len(files), f"{command[0]} {path}")
        results[_key(path)] = _pofilter(command, path)
    return {f"{version} `numbers`": results}


def _pofilter(command: list[str], path: Path) -> Checked:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.po"
        language = path.stem.partition("-")[2]
        options = ["-t", "numbers", "--progress=none", "--language", language]
        subprocess.run([*command, *options, str(path), str(out)], capture_output=True, check=True)
        found = _rows(out) if out.exists() else ()
    return Checked(_rows(path), dict.fromkeys(found, frozenset({"numbers"})))


def _key(path: Path) -> tuple[str, str]:
    return path.parent.name, path.stem


def _rows(path: Path) -> frozenset[str]:
    return frozenset(entry.msgctxt for entry in polib.pofile(str(path)) if entry.msgctxt)


def progress(done: int, total: int, path: str) -> None:
    """A line on stderr that says how far the run has come, on a terminal only."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{done}/{total} {path}" if done + 1 < total else "\r\033[K")
        sys.stderr.flush()


# --- the list of true errors -------------------------------------------------------------------------------------


def read_true_errors(text: str) -> dict[Row, str]:
    """The readings of true errors by row; `DataError` says all that is wrong."""
    faults: list[str] = []
    read = dict(_entries(read_yaml(text), faults))
    faults += [f"{name}: not one of {', '.join(SETS)}" for name in sorted({row.set for row in read} - SETS.keys())]
    if faults:
        raise DataError("\n".join(faults))
    return read


def _entries(data: object, faults: list[str]) -> Iterator[tuple[Row, str]]:
    for name, directions in _mapping(data, "the file", faults):
        for direction, rows in _mapping(directions, name, faults):
            for row, reading in _mapping(rows, f"{name} {direction}", faults):
                if isinstance(reading, str) and reading:
                    yield Row(name, direction, row), reading
                else:
                    faults.append(f"{name} {direction} {row}: has no reading")


def _mapping(data: object, place: str, faults: list[str]) -> Iterable[tuple[str, object]]:
    if isinstance(data, dict):
        return data.items()
    faults.append(f"{place}: not a mapping")
    return ()


# --- counting ----------------------------------------------------------------------------------------------------


def directions(results: Results, name: str) -> list[str]:
    """The directions of a set, sorted."""
    return sorted(direction for folder, direction in results if folder == name)


def alarms(
    results: Results, name: str, only: Iterable[str], less: Iterable[Row] = (), rule: str | None = None
) -> Count:
    """The rows of untouched files that are flagged, by one rule or by any, less some of them."""
    excused = frozenset(less)
    hits = rows = 0
    for direction in only:
        file = _file(results, name, direction)
        rows += len(file.rows)
        hits += sum(Row(name, direction, row) not in excused for row in _flagged(file, rule))
    return Count(hits, rows)


def recall(results: Results, name: str, kind: str, only: Iterable[str], rule: str | None = None) -> Count:
    """The corrupted rows that are flagged, over those that are not flagged untouched."""
    hits = rows = 0
    for direction in only:
        bad = _file(results, f"{name}-inj-{kind}", direction)
        counted = bad.rows - _file(results, name, direction).found.keys()
        rows += len(counted)
        hits += len(counted & _flagged(bad, rule))
    return Count(hits, rows)


def told_apart(results: Results) -> Count:
    """The rows of DEMETR that are flagged with another number and are not flagged with the right one."""
    hits = rows = 0
    for direction in directions(results, BAD):
        bad = _file(results, BAD, direction)
        rows += len(bad.rows)
        hits += len(bad.found.keys() - _file(results, GOOD, direction).found.keys())
    return Count(hits, rows)


def _file(results: Results, folder: str, direction: str) -> Checked:
    return results.get((folder, direction), Checked(frozenset(), {}))


def _flagged(file: Checked, rule: str | None) -> frozenset[str]:
    return frozenset(row for row, rules in file.found.items() if rule is None or rule in rules)


# --- the page ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Measured:
    """All that the page is made of; `peers` are the results of other tools by their names and versions."""

    results: Results
    peers: Mapping[str, Results]
    true_errors: Mapping[Row, str]


HEAD = """\
<!-- Written by `make eval`: nothing here is to be edited. -->

# How often termkit is right

Measured on translations that professionals made and on copies of them in which one fact of a row is corrupted:
termkit {version}, without settings and without a termbase. The data is no part of this repository: 36 documents of
[NTREX-128](https://github.com/MicrosoftTranslator/NTREX) (Microsoft, CC BY-SA 4.0), English news of 2018 translated
into {languages} languages; the human references of the general translation test of
[WMT 2022](https://github.com/wmt-conference/wmt22-news-systems), {directions} directions; the numbers of DEMETR
(Karpinska et al. 2022, MIT), good machine translations into English, and the same with another number.

A row is flagged when a rule of the category number, date, measure or money reports anything of a severity above info
about it. *False alarms* are the flagged rows of the untouched translations. Some of them are errors that translators
really made, which are listed at the end: *less true errors* leaves those out. *Recall* is the share of the
corrupted rows that are flagged, over the rows that are not flagged untouched. `make eval` measures all of it anew and
writes this page (`make eval EVALS=PATH`: with the data in `PATH/data`)."""

SUMMARY_NOTE = """\
*Told apart*: flagged with the other number, and not flagged with the right one. Figures of other tools without counts
were not measured in this run: they are published with the evaluation data, and were measured on the same rows."""

DIRECTION_NOTE = "Under the name of a kind of corruption: the corrupted rows that are flagged, of how many."

RULES_NOTE = """\
Under *true errors*: how many of the flagged rows are listed at the end. The other ones, over all rows of the set, are
the rule's false alarms."""

FOUND_NOTE = "Both sets together. A row can be flagged by more than one rule."

NOISY_NOTE = (
    "More than {share:.1f} % of the rows of a direction are false alarms of one rule here, true errors left out:"
)

OFF_NOTE = """\
`--extend-select RULE` runs it there all the same; the figures above are without it. A rule that `termkit rules` calls
off is off in every language."""

TRUE_ERRORS_NOTE = """\
Rows whose translation states another fact than its source: {listed}, of which termkit finds {found}. They came up in
reading the rows that were flagged, so there are more that nothing flags. What is loose but can be accepted (a century
for 100 years, a source sentence that breaks off and was completed) is none of them."""


def page(measured: Measured) -> str:
    """The whole page."""
    results = measured.results
    counts = {"languages": len(directions(results, "ntrex")), "directions": len(directions(results, "wmt22"))}
    parts = [
        HEAD.format(version=__version__, **counts),
        "## Summary",
        _summary(measured),
        SUMMARY_NOTE,
        "## By language: NTREX-128, from English",
        _by_direction(measured, "ntrex"),
        DIRECTION_NOTE,
        "## By direction: WMT 2022",
        _by_direction(measured, "wmt22"),
        "## By rule: false alarms",
        _by_rule(measured),
        RULES_NOTE,
        *_noisy(measured),
        "## Where a rule is off by default",
        *_off(),
        "## By rule: what it finds in the corrupted rows",
        _found_by_rule(results),
        FOUND_NOTE,
        "## True errors of the translators",
        *_true_errors(measured),
    ]
    return "\n\n".join(parts) + "\n"


def table(header: Sequence[str], rows: Iterable[Sequence[str]], *, left: int = 1) -> str:
    """A Markdown table with so many columns to the left, the others to the right."""
    marks = ["---" if column < left else "---:" for column in range(len(header))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (header, marks, *rows))


def _summary(measured: Measured) -> str:
    run = {_tool(name) for name in measured.peers}
    columns = {"termkit": _figures(measured.results, measured.true_errors)}
    columns |= {name: _figures(peer, measured.true_errors) for name, peer in measured.peers.items()}
    columns |= {name: figures for name, figures in PUBLISHED.items() if _tool(name) not in run}
    titles = {}
    for name, title in SETS.items():
        titles[name] = f"{title}: false alarms"
        titles[f"{name} less"] = f"{title}: less true errors"
        titles |= {f"{name} {kind}": f"{title}: recall, {meaning}" for kind, meaning in KINDS.items()}
    titles["demetr"] = "DEMETR numbers: told apart"
    rows = ([title, *(column.get(key, NONE) for column in columns.values())] for key, title in titles.items())
    return table(["", *columns], rows)


def _tool(name: str) -> str:
    """The name of a tool without its version."""
    return name.partition(" ")[0]


def _figures(results: Results, true_errors: Iterable[Row]) -> dict[str, str]:
    """A tool's column in the summary."""
    figures = {}
    for name in SETS:
        everywhere = directions(results, name)
        figures[name] = alarms(results, name, everywhere).whole()
        figures[f"{name} less"] = alarms(results, name, everywhere, true_errors).whole()
        figures |= {f"{name} {kind}": recall(results, name, kind, everywhere).whole() for kind in KINDS}
    return figures | {"demetr": told_apart(results).whole()}


def _by_direction(measured: Measured, name: str) -> str:
    everywhere = directions(measured.results, name)
    groups = [[direction] for direction in everywhere] + [everywhere]
    header = ["direction", "rows", "false alarms", "less true errors", *map(_tool, measured.peers), *KINDS]
    return table(header, (_direction_cells(measured, name, group) for group in groups))


def _direction_cells(measured: Measured, name: str, group: Sequence[str]) -> list[str]:
    results = measured.results
    flagged = alarms(results, name, group)
    return [
        group[0] if len(group) == 1 else "all",
        f"{flagged.rows:,}",
        flagged.short(),
        alarms(results, name, group, measured.true_errors).short(),
        *(alarms(peer, name, group).short() for peer in measured.peers.values()),
        *(recall(results, name, kind, group).fraction() for kind in KINDS),
    ]


def fact_rules() -> list[str]:
    return [name for name, module in load_rules().items() if module.RULE.category in FACTS]


def _by_rule(measured: Measured) -> str:
    columns = [f"{title}: {what}" for title in SETS.values() for what in ("flagged", "true errors", "false alarms")]
    return table(["rule", *columns], ([f"`{rule}`", *_rule_cells(measured, rule)] for rule in fact_rules()))


def _rule_cells(measured: Measured, rule: str) -> Iterator[str]:
    for name in SETS:
        everywhere = directions(measured.results, name)
        flagged = alarms(measured.results, name, everywhere, rule=rule)
        less = alarms(measured.results, name, everywhere, measured.true_errors, rule)
        yield from (f"{flagged.hits:,}", f"{flagged.hits - less.hits:,}", less.short())


def _noisy(measured: Measured) -> tuple[str, ...]:
    """The rules and directions with too many false alarms, most first."""
    counts = {
        (rule, name, direction): alarms(measured.results, name, [direction], measured.true_errors, rule)
        for rule in fact_rules()
        for name in SETS
        for direction in directions(measured.results, name)
    }
    noisy = sorted(((count.share, key) for key, count in counts.items() if count.share > NOISY), reverse=True)
    if not noisy:
        return (f"No rule raises false alarms on more than {100 * NOISY:.1f} % of the rows of a direction.",)
    rows = ([f"`{key[0]}`", SETS[key[1]], key[2], counts[key].whole()] for _, key in noisy)
    worst = noisy[0][0]
    verdict = f"Above {100 * TOLERATED:.0f} % a rule must not run by default in that language: "
    verdict += "none is above it." if worst <= TOLERATED else "the first of these belong into rules/off.yaml."
    return (
        NOISY_NOTE.format(share=100 * NOISY),
        table(["rule", "set", "direction", "false alarms"], rows, left=3),
        verdict,
    )


def _off() -> tuple[str, ...]:
    """Where each rule is off by default, and why."""
    rows = [[f"`{rule}`", shown_place(place), why] for rule, off in off_places().items() for place, why in off.items()]
    return (table(["rule", "translations", "why"], rows, left=3), OFF_NOTE) if rows else ("Nowhere.",)


def _found_by_rule(results: Results) -> str:
    rows = [[f"`{rule}`", *_found_cells(results, rule)] for rule in fact_rules()]
    return table(["rule", *KINDS], [*rows, ["any of them", *_found_cells(results, None)]])


def _found_cells(results: Results, rule: str | None) -> Iterator[str]:
    for kind in KINDS:
        counts = [recall(results, name, kind, directions(results, name), rule) for name in SETS]
        yield Count(sum(count.hits for count in counts), sum(count.rows for count in counts)).fraction()


def _true_errors(measured: Measured) -> tuple[str, str]:
    """The list, with the rules that find each of them."""
    found = {
        row: _file(measured.results, row.set, row.direction).found.get(row.id, frozenset())
        for row in measured.true_errors
    }
    rows = (
        [row.set, row.direction, row.id, reading, ", ".join(f"`{rule}`" for rule in sorted(found[row])) or NONE]
        for row, reading in measured.true_errors.items()
    )
    note = TRUE_ERRORS_NOTE.format(listed=len(found), found=sum(map(bool, found.values())))
    return note, table(["set", "direction", "row", "reading", "found by"], rows, left=5)


if __name__ == "__main__":
    main()
