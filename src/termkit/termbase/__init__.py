"""The termbase: the agreed names of people, places, units and organisations, from `glossary/*.yaml`."""

from .faults import TermbaseError, TermbaseFault
from .loader import (
    NO_FILE,
    FilesState,
    GlossaryFile,
    Reading,
    Termbase,
    files_state,
    is_glossary_file,
    load_files,
    load_termbase,
    read_files,
    read_termbase,
    settled_state,
)
from .places import KEY, Place, Steps, locate
from .schema import json_schema

__all__ = [
    "KEY",
    "NO_FILE",
    "FilesState",
    "GlossaryFile",
    "Place",
    "Reading",
    "Steps",
    "Termbase",
    "TermbaseError",
    "TermbaseFault",
    "files_state",
    "is_glossary_file",
    "json_schema",
    "load_files",
    "load_termbase",
    "locate",
    "read_files",
    "read_termbase",
    "settled_state",
]
