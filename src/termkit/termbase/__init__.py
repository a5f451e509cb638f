"""The termbase: the agreed names of people, places, units and organisations, from `glossary/*.yaml`."""

from .faults import TermbaseError, TermbaseFault
from .loader import GlossaryFile, Reading, Termbase, load_termbase, read_termbase
from .places import KEY, Place, Steps, locate
from .schema import json_schema

__all__ = [
    "KEY",
    "GlossaryFile",
    "Place",
    "Reading",
    "Steps",
    "Termbase",
    "TermbaseError",
    "TermbaseFault",
    "json_schema",
    "load_termbase",
    "locate",
    "read_termbase",
]
