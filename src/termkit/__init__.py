"""termkit: every translated version of an article says the same as its source."""

__all__ = ["__version__"]

__version__ = "0.1.0"
