"""The generated tables of number words are what CLDR's rules give, and each is that of a language with a file."""

from __future__ import annotations

import pytest

from termkit.language import has_data, languages_with_data
from termkit.model import Locale

from .spellout import FOLDER, LANGUAGES, table


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_table_is_current(tag: str) -> None:
    assert (FOLDER / f"{tag}.yaml").read_text("utf-8") == table(tag), "run `make spellout`"


def test_every_language_that_reads_numerals_has_a_table() -> None:
    assert set(LANGUAGES) == {tag for tag in languages_with_data() if has_data(Locale(tag))}
