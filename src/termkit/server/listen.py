"""The socket that is listened on, and the server that answers until it is told to stop."""

from __future__ import annotations

import ipaddress
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

__all__ = ["ListenError", "address", "is_loopback", "listen", "run"]

_PATIENCE = 5  # seconds that answers under way get when the server is stopped
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class ListenError(Exception):
    """The host and port can't be listened on; the message says why."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes a free one. Raises ListenError."""
    where = f"port {port} of {host}"
    try:
        [(family, *_), *_] = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        return socket.create_server((host, port), family=family, backlog=1024)
    except (socket.gaierror, UnicodeError) as error:
        raise ListenError(f"`{host}` is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all") from error
    except PermissionError as error:
        raise ListenError(f"{where} may not be listened on: choose a --port above 1023") from error
    except OSError as error:
        raise ListenError(
            f"{where} can't be listened on ({os.strerror(error.errno or 0)}): choose another, or 0 for a free one"
        ) from error


def address(listening: socket.socket) -> str:
    """The URL of what is served on a socket."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def is_loopback(listening: socket.socket) -> bool:
    """Whether only this machine can reach the socket."""
    return ipaddress.ip_address(listening.getsockname()[0].partition("%")[0]).is_loopback


def run(app: ASGIApp, listening: socket.socket) -> None:
    """Answer what comes to a socket until SIGINT or SIGTERM; answers that are under way are finished first."""
    config = uvicorn.Config(
        app,
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=_PATIENCE,
    )
    server = uvicorn.Server(config)
    with _stopped_by_signals(server):
        server.run(sockets=[listening])


@contextmanager
def _stopped_by_signals(server: uvicorn.Server) -> Iterator[None]:
    """Signals stop the server, and end there: uvicorn raises them once more when it has stopped."""

    def stop(_: int, __: object) -> None:
        server.should_exit = True

    before = {number: signal.signal(number, stop) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
