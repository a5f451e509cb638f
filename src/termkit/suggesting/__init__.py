"""Proposes entries for names that recur in the articles and that the termbase does not have."""

from __future__ import annotations

from .entries import entry_comments, entry_of, seen_forms
from .names import NamesFound
from .proposals import Proposal, Rendering, proposals

__all__ = ["NamesFound", "Proposal", "Rendering", "entry_comments", "entry_of", "proposals", "seen_forms"]
