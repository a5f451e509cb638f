"""How fast the recogniser of facts reads real translations: millions of bytes of UTF-8 a second, on one core.

Read as `check` reads at first: a text with units and without numbers is passed over.

    python benchmarks/recogniser.py [--evals PATH] [--runs N] [LOCALE...]

The texts are those of the evaluation data in PATH/data, ntrex and wmt22, each once; a first run fills what the
recogniser remembers of words, and of the others the fastest counts. The paragraphs of the sample articles, which are
dense with facts, are read too.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import polib
from accuracy import PLACES, SETS, data_files

from termkit.model import Locale, Text
from termkit.recognise.facts import recognise_facts

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("locales", nargs="*", default=["en", "uk", "de"])
    parser.add_argument("--evals", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    files = data_files((arguments.evals,) if arguments.evals else PLACES)
    files = [file for file in files if file.parent.name in SETS]
    real = {tag: real_texts(files, Locale(tag)) for tag in arguments.locales} if files else {}
    show("translations by people", real, arguments.runs)
    show("sample articles", {tag: sample_texts(Locale(tag)) for tag in arguments.locales}, arguments.runs)


def real_texts(files: Sequence[Path], locale: Locale) -> list[Text]:
    """The texts of a locale in some files, each once."""
    strings = (string for file in files for string in column(file, locale))
    return [Text(string, locale) for string in dict.fromkeys(strings)]


def column(file: Path, locale: Locale) -> Iterator[str]:
    """The texts of a file whose name says that its sources or its translations are in a locale."""
    source, _, target = file.stem.partition("-")
    if locale in {source, target}:
        for entry in polib.pofile(str(file)):
            yield entry.msgid if locale == source else entry.msgstr


def sample_texts(locale: Locale) -> list[Text]:
    paragraphs = (path.read_text("utf-8").split("\n\n") for path in sorted((ROOT / "locales" / locale).glob("*.md")))
    return [Text(paragraph, locale) for article in paragraphs for paragraph in article]


def show(name: str, texts: dict[str, list[Text]], runs: int) -> None:
    """Print the speed for each locale, and for all together."""
    if not texts:
        print(f"{name}: none here")
        return
    size = {tag: sum(len(text.string.encode()) for text in found) for tag, found in texts.items()}
    taken = {tag: seconds(found, runs) for tag, found in texts.items()}
    each = ", ".join(f"{tag} {size[tag] / taken[tag] / 1e6:.1f}" for tag in texts)
    total = sum(size.values()) / sum(taken.values()) / 1e6
    print(f"{name}: {total:.1f} MB a second ({each}; {sum(size.values()) / 1e6:.2f} MB)")


def seconds(texts: Sequence[Text], runs: int) -> float:
    """The processor time that reading some texts takes, at its best."""
    times = []
    for _ in range(runs + 1):
        start = time.process_time()
        for text in texts:
            recognise_facts(text, units=False)
        times.append(time.process_time() - start)
    return min(times[1:])


if __name__ == "__main__":
    main()
