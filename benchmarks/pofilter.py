"""Times `termkit check` against pofilter (translate-toolkit) on the same PO file, in one run, and prints the ratios.

    python benchmarks/pofilter.py [--units 20000] [FILE.po]

Without FILE the sample messages and paragraphs are repeated, numbered, until the file has that many units. pofilter
is no dependency of termkit (its licence is GPL): install translate-toolkit beside it, or name the command in POFILTER.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polib

from termkit.formats.markdown import read_markdown
from termkit.tags import parse_locale

ROOT = Path(__file__).resolve().parent.parent
RUNS = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--units", type=int, default=20_000)
    arguments = parser.parse_args()
    pofilter = os.environ.get("POFILTER", "pofilter").split()
    if shutil.which(pofilter[0]) is None:
        raise SystemExit("pofilter is not installed: pip install translate-toolkit, or name it in POFILTER")
    with tempfile.TemporaryDirectory() as folder:
        po = arguments.file or sample(Path(folder) / "sample.po", arguments.units)
        compare(po.resolve(), pofilter, Path(folder))


def sample(path: Path, units: int) -> Path:
    """A PO file made of the sample articles' paragraphs in Ukrainian, repeated."""
    pairs = [pair for article in sorted((ROOT / "locales/en").glob("*.md")) for pair in paragraphs(article)]
    catalogue = polib.POFile()
    catalogue.metadata = {
        "Language": "uk",
        "X-Source-Language": "en",
        "Content-Type": "text/plain; charset=UTF-8",
    }
    for number in range(units):
        source, target = pairs[number % len(pairs)]
        catalogue.append(polib.POEntry(msgctxt=str(number), msgid=source, msgstr=target))
    catalogue.save(str(path))
    return path


def paragraphs(article: Path) -> list[tuple[str, str]]:
    """The paragraphs of an article with their translations; the samples have them in the same order."""
    pages = [
        read_markdown(str(path), path.read_bytes(), locale=parse_locale(tag))
        for tag, path in (("en", article), ("uk", ROOT / "locales/uk" / article.name))
    ]
    texts = [[passage.text.string for passage in page.passages] for page in pages]
    return list(zip(*texts, strict=True))


def compare(po: Path, pofilter: list[str], folder: Path) -> None:
    out = folder / "out.po"
    check = [sys.executable, "-m", "termkit", "check", str(po), "--output-format", "jsonl", "--fail-on", "error"]
    commands = {
        "termkit, all rules": check,
        "termkit, and the termbase": [*check, "--glossary", str(ROOT / "glossary")],
        "termkit, number-mismatch": [*check, "--select", "number-mismatch"],
        "pofilter, all checks": [*pofilter, "--progress=none", "--language", "uk", str(po), str(out)],
        "pofilter, numbers": [*pofilter, "-t", "numbers", "--progress=none", "--language", "uk", str(po), str(out)],
    }
    times = {name: best(command, folder) for name, command in commands.items()}
    print(f"{po.name}: {len(polib.pofile(str(po))):,} units, best of {RUNS}")
    for name, seconds in times.items():
        print(f"  {name:<26} {seconds:6.2f} s  {seconds / times['pofilter, all checks']:5.2f} of pofilter's all checks")


def best(command: list[str], folder: Path) -> float:
    """The shortest of some runs of a command in a folder without settings, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run = subprocess.run(command, capture_output=True, check=False, cwd=folder)
        times.append(time.perf_counter() - start)
        if run.returncode not in {0, 1}:
            raise SystemExit(f"{' '.join(command)}: exit {run.returncode}: {run.stderr.decode()[-500:]}")
    return min(times)


if __name__ == "__main__":
    main()
