"""The ordinary words of a language, which tell its names from words that only have a capital."""

from __future__ import annotations

import functools
import importlib.resources
from typing import NamedTuple

from .model import Locale
from .yaml_data import read_yaml

__all__ = ["Vocabulary", "vocabulary"]


class Vocabulary(NamedTuple):
    """The words of a language in lower case; none where it has no list.

    `words` are those of a dictionary without proper names, `names` those of them that are names of people or firms as
    well (baker, apple), and `given` the given names.
    """

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()

    def has(self, key: str) -> bool:
        """Whether a word is in the dictionary, in the singular or the plural.

        >>> vocabulary(Locale("en")).has("bakers"), vocabulary(Locale("en")).has("trudell")
        (True, False)
        """
        return key in self.words or (key.endswith("s") and key[:-1] in self.words)


@functools.cache
def vocabulary(locale: Locale) -> Vocabulary:
    """The vocabulary of a locale's language."""
    table = importlib.resources.files("termkit") / "vocabularies" / f"{locale.partition('-')[0]}.yaml"
    if not table.is_file():
        return Vocabulary()
    lists = read_yaml(table.read_text("utf-8"))
    return Vocabulary(**{name: frozenset(words.split()) for name, words in lists.items()})
