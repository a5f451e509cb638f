"""How long a termbase takes to load and its names to compile, the first time and from the cache.

And how much longer `termkit check` takes with it than with one of 100 concepts, in one run.

python benchmarks/termbase.py [CONCEPTS]
"""

import functools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pofilter import sample

from termkit.language import load_language
from termkit.model import Locale
from termkit.recognise.names_cache import load_names
from termkit.termbase import load_termbase

CYRILLIC = ("uk", "ru")
LOCALES = ("en", *CYRILLIC, "pl", "de", "fr", "es", "cs")
GIVEN = {True: ("Іван", "Петро", "Тарас", "Олег"), False: ("Ivan", "Petro", "Taras", "Oleh")}
SYLLABLES = {
    True: ("ба", "ве", "ги", "до", "жу", "за", "ке", "ли", "мо", "ну", "па", "ре", "си", "то", "ху", "ша"),
    False: ("ba", "ve", "hy", "do", "zhu", "za", "ke", "ly", "mo", "nu", "pa", "re", "sy", "to", "khu", "sha"),
}
ENDINGS = {True: ("енко", "ський", "чук", "ов"), False: ("enko", "skyi", "chuk", "ov")}
WRONG = {True: ("енка", "скій", "чюк", "ав"), False: ("enka", "ski", "czuk", "av")}
CASES = {True: ("а", "у", "ові"), False: ("a", "u", "ovi")}
COMPILED = ("en", "uk")
FEW = 100
RUNS = 3
UNITS = 5_000


def surname(number: int, endings: tuple[str, ...], *, cyrillic: bool) -> str:
    """A surname that no other number below 65,536 has."""
    syllables = (SYLLABLES[cyrillic][number >> shift & 15] for shift in (0, 4, 8, 12))
    return "".join(syllables).capitalize() + endings[number % 4]


def terms(locale: str, number: int) -> str:
    cyrillic = locale in CYRILLIC
    given = GIVEN[cyrillic][number % 3]
    name, wrong = (f"{given} {surname(number, e[cyrillic], cyrillic=cyrillic)}" for e in (ENDINGS, WRONG))
    gen, *dat = (name + ending for ending in CASES[cyrillic])
    return (
        f"    {locale}:\n"
        f"      - term: {name}\n"
        "        status: preferred\n"
        "        gender: masculine\n"
        f"        forms: {{gen: {gen}, dat: [{', '.join(dat)}]}}\n"
        f"      - {{term: {wrong}, status: forbidden, replace_with: {name}}}\n"
    )


def entry(number: int) -> str:
    head = f"- id: person-n{number}\n  kind: person\n  sex: male\n  updated: 2026-11-22\n  terms:\n"
    return head + "".join(terms(locale, number) for locale in LOCALES)


def timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def show(what: str, action: Callable[[], object]) -> None:
    cold = timed(action)
    warm = min(timed(action) for _ in range(3))
    print(f"{what:12} cold {cold:6.2f} s   warm {warm:6.2f} s")


def check(po: Path, glossary: Path) -> float:
    """The shortest of some runs of `termkit check`, in seconds, what it keeps in the cache at hand."""
    command = [sys.executable, "-m", "termkit", "check", str(po), "--glossary", str(glossary), "--statistics"]
    return min(timed(lambda: subprocess.run(command, capture_output=True, check=False)) for _ in range(RUNS))


def written(path: Path, count: int) -> Path:
    path.write_text("".join(map(entry, range(count))), encoding="utf-8")
    return path


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        path = written(Path(folder, "glossary.yaml"), count)
        size = path.stat().st_size / 1e6
        print(f"{count:,} concepts, {len(LOCALES)} locales, {count * len(LOCALES) * 2:,} terms, {size:.1f} MB")
        show("load", lambda: load_termbase([path]))
        termbase = load_termbase([path])
        for language in map(load_language, map(Locale, COMPILED)):
            show(
                f"compile {language.locale}",
                functools.partial(load_names, termbase.concepts, language, termbase.digest),
            )
        po = sample(Path(folder) / "sample.po", UNITS)
        few, many = check(po, written(Path(folder, "few.yaml"), FEW)), check(po, path)
        print(f"check of {UNITS:,} units: {few:.2f} s with {FEW} concepts, {many:.2f} s with {count:,}")


if __name__ == "__main__":
    main()
