"""Measures how often the rules about names without an entry are right on translations that people made.

    python benchmarks/names.py [--evals PATH]

From English into the languages where they run by default: the rows of untouched translations that are flagged, with
and without the errors that translators really made (true_name_errors.yaml), and the corrupted rows that are. The data
is no part of the repository: see accuracy.py.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import polib
from accuracy import PLACES, ROOT, Checked, Results, alarms, directions, read_true_errors, recall

from termkit.check import check_paths
from termkit.config import Settings
from termkit.model import Category, Locale, Severity
from termkit.rules import is_off

TRUE_ERRORS = ROOT / "benchmarks/true_name_errors.yaml"
SETS = ("ntrex", "wmt22")
KINDS = {"name": "exchanged", "namedrop": "dropped", "typo": "a letter wrong"}
NAMES = frozenset({Category.NAME, Category.TERM, Category.CONSISTENCY})


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--evals", type=Path, help="the folder that has the evaluation data in data/")
    options = parser.parse_args(arguments)
    places = (options.evals,) if options.evals else PLACES
    folder = next((place / "data" for place in places if (place / "data").is_dir()), None)
    if folder is None:
        print(f"no evaluation data in {', '.join(map(str, places))}")
        return
    true_errors = read_true_errors(TRUE_ERRORS.read_text("utf-8"))
    for name in SETS:
        results = measure(
            [path for kind in ("", *(f"-inj-{kind}" for kind in KINDS)) for path in files(folder, name + kind)]
        )
        found = directions(results, name)
        figures = {
            "false alarms": alarms(results, name, found),
            "without true errors": alarms(results, name, found, true_errors),
            **{text: recall(results, name, kind, found) for kind, text in KINDS.items()},
        }
        print(
            f"{name}, {len(found)} languages:", ", ".join(f"{text} {count.whole()}" for text, count in figures.items())
        )


def files(folder: Path, name: str) -> list[Path]:
    paths = sorted((folder / name).glob("en-*.po"))
    return [path for path in paths if not is_off("name-missing", Locale("en"), Locale(path.stem.removeprefix("en-")))]


def measure(paths: Sequence[Path]) -> Results:
    """What the rules find, a file at a time: each is a document of its own."""
    settings = Settings(cache=False)
    results = {}
    for path in paths:
        found: dict[str, set[str]] = defaultdict(set)
        for finding in check_paths([str(path)], settings):
            if finding.category in NAMES and finding.severity != Severity.INFO and finding.segment:
                found[str(finding.segment.unit.context)].add(finding.rule)
        rows = frozenset(entry.msgctxt or "" for entry in polib.pofile(str(path)))
        results[path.parent.name, path.stem] = Checked(rows, {row: frozenset(rules) for row, rules in found.items()})
    return results


if __name__ == "__main__":
    main()
