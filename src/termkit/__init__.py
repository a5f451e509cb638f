"""termkit: every translated version of an article says the same as its source."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__all__ = ["Termbase", "__version__"]

__version__ = "0.1.0"

if TYPE_CHECKING:
    from .termbase import Termbase
else:  # a type checker would take any name for granted

    def __getattr__(name: str) -> Any:
        """`Termbase`, imported when asked for: all of termkit imports this package, and most needs no termbase."""
        if name == "Termbase":
            return importlib.import_module(".termbase", __name__).Termbase
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
