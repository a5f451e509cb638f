"""Glossaries of other tools as a proposal for the termbase: read, compared with it, and written into its files."""

from .apply import Files, apply_proposal
from .compare import Proposal, compare
from .locales import read_locales_as, unknown_locales
from .reading import ImportFault, Reading, UnreadableError
from .sources import read_glossary

__all__ = [
    "Files",
    "ImportFault",
    "Proposal",
    "Reading",
    "UnreadableError",
    "apply_proposal",
    "compare",
    "read_glossary",
    "read_locales_as",
    "unknown_locales",
]
