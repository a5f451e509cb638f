"""The termbase: the agreed names of people, places, units and organisations, from `glossary/*.yaml`."""

from .faults import TermbaseError, TermbaseFault
from .loader import Termbase, load_termbase
from .schema import json_schema

__all__ = ["Termbase", "TermbaseError", "TermbaseFault", "json_schema", "load_termbase"]
