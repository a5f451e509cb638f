"""Libraries that decline people's names, by the name under which a language's file asks for them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

__all__ = ["PROPOSERS", "Proposer", "proposer_version"]

Proposer = Callable[[str, str, str], Mapping[str, str]]
"""(word, part, gender) -> its form by case; the part is given, middle or surname, the gender male or female."""


def _shevchenko(word: str, part: str, gender: str) -> Mapping[str, str]:
    import shevchenko  # noqa: PLC0415  only where a Ukrainian name is declined

    field = {"given": "given_name", "middle": "patronymic_name", "surname": "family_name"}[part]
    gender = {"male": "masculine", "female": "feminine"}[gender]
    cases = {"gen": "genitive", "dat": "dative", "acc": "accusative", "ins": "ablative", "loc": "locative"}
    return {
        case: shevchenko.in_case(name, {"gender": gender, field: word})[field]
        for case, name in (cases | {"voc": "vocative"}).items()
    }


@functools.cache
def _petrovich() -> Any:
    from pytrovich.maker import PetrovichDeclinationMaker  # noqa: PLC0415  only where a Russian name is declined

    return PetrovichDeclinationMaker()


def _pytrovich(word: str, part: str, gender: str) -> Mapping[str, str]:
    from pytrovich.enums import Case, Gender, NamePart  # noqa: PLC0415  as above

    name_part = {"given": NamePart.FIRSTNAME, "middle": NamePart.MIDDLENAME, "surname": NamePart.LASTNAME}[part]
    sex = {"male": Gender.MALE, "female": Gender.FEMALE}[gender]
    cases = {
        "gen": Case.GENITIVE,
        "dat": Case.DATIVE,
        "acc": Case.ACCUSATIVE,
        "ins": Case.INSTRUMENTAL,
        "loc": Case.PREPOSITIONAL,
    }
    return {case: _petrovich().make(name_part, sex, name, word) for case, name in cases.items()}


PROPOSERS: Mapping[str, Proposer] = MappingProxyType({"shevchenko": _shevchenko, "pytrovich": _pytrovich})
LABELS: Mapping[str, str] = MappingProxyType({"shevchenko": "shevchenko-py", "pytrovich": "pytrovich"})


def proposer_version(name: str) -> str:
    """The name and the version of a library: another one may give other forms.

    >>> proposer_version("pytrovich").split()[0]
    'pytrovich'
    """
    import importlib.metadata  # noqa: PLC0415  slow, and seldom asked for

    return f"{LABELS[name]} {importlib.metadata.version(LABELS[name])}"
