"""The glossary over HTTP: its exports for tools, and pages for people. It needs the extra `server`."""

from .app import make_app
from .listen import ListenError, address, is_loopback, listen, run
from .live import LiveTermbase

__all__ = ["ListenError", "LiveTermbase", "address", "is_loopback", "listen", "make_app", "run"]
