"""What languages ask of a name: `grammar.yaml`."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Mapping

from termkit.model import Locale
from termkit.yaml_data import read_yaml

__all__ = ["has_cases", "has_genders"]


def has_cases(locale: Locale) -> bool:
    """Whether names change their endings with the case.

    >>> has_cases(Locale("sr-Latn")), has_cases(Locale("en"))
    (True, False)
    """
    return locale.partition("-")[0] in _languages()["cases"]


def has_genders(locale: Locale) -> bool:
    """Whether a name needs its gender told.

    >>> has_genders(Locale("bg")), has_genders(Locale("fi"))
    (True, False)
    """
    return locale.partition("-")[0] in _languages()["genders"]


@functools.cache
def _languages() -> Mapping[str, frozenset[str]]:
    text = (importlib.resources.files("termkit") / "lint" / "grammar.yaml").read_text("utf-8")
    return {key: frozenset(tags.split()) for key, tags in read_yaml(text).items()}
