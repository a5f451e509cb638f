"""How long a termbase takes to load, the first time and from the cache.

python benchmarks/termbase.py [CONCEPTS]
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from termkit.termbase import load_termbase

CYRILLIC = ("uk", "ru")
LOCALES = ("en", *CYRILLIC, "pl", "de", "fr", "es", "cs")


def terms(locale: str, number: int) -> str:
    name, wrong = ("Іван Петренко", "Иван Петренко") if locale in CYRILLIC else ("Ivan Petrenko", "Iwan Petrenko")
    return (
        f"    {locale}:\n"
        f"      - term: {name}-{number}\n"
        "        status: preferred\n"
        "        gender: masculine\n"
        f"        forms: {{gen: {name}-{number}, dat: [{name}-{number}, {name}-{number}]}}\n"
        f"      - {{term: {wrong}-{number}, status: forbidden, replace_with: {name}-{number}}}\n"
    )


def entry(number: int) -> str:
    head = f"- id: person-n{number}\n  kind: person\n  sex: male\n  updated: 2026-11-22\n  terms:\n"
    return head + "".join(terms(locale, number) for locale in LOCALES)


def timed(path: Path) -> float:
    start = time.perf_counter()
    load_termbase([path])
    return time.perf_counter() - start


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        path = Path(folder, "glossary.yaml")
        path.write_text("".join(map(entry, range(count))), encoding="utf-8")
        size = path.stat().st_size / 1e6
        print(f"{count:,} concepts, {len(LOCALES)} locales, {count * len(LOCALES) * 2:,} terms, {size:.1f} MB")
        print(f"cold  {timed(path):6.2f} s")
        print(f"warm  {min(timed(path) for _ in range(3)):6.2f} s")


if __name__ == "__main__":
    main()
