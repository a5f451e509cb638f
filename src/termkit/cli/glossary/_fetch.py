"""A file over HTTP: asked for again while its server is away, until the time is up, and taken only whole."""

from __future__ import annotations

import http.client
import socket
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import IO, Any, NamedTuple
from urllib.error import HTTPError, URLError

from termkit import __version__

__all__ = ["FetchError", "Fetched", "fetch", "parse_url"]

_AGAIN = frozenset({429, 502, 503, 504})  # answers of a server that is busy, or of a proxy before one that is away
_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 5.0  # seconds
_GRACE = 0.2  # seconds, in which the faults of a connection are told more exactly
_LATE = "the server does not answer in time"
_MOST_REDIRECTS = 5
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
_CHUNK = 2**16
_MOST_WORDS = 300  # characters of what a server says of a fault


class FetchError(Exception):
    """The file could not be had; the message says why."""


class _AwayError(Exception):
    """A fault that may be over soon; `pause` is for how many seconds the server asks to be left alone."""

    def __init__(self, message: str, pause: float = 0) -> None:
        super().__init__(message)
        self.pause = pause


class Fetched(NamedTuple):
    """What a server sent; no content where the one that is known is still right."""

    content: bytes | None
    media_type: str
    etag: str | None


def parse_url(url: str) -> str:
    """An HTTP address as it is sent; FetchError where it is none.

    >>> parse_url("http://localhost:8000/glossary/Київ.po#top")
    'http://localhost:8000/glossary/%D0%9A%D0%B8%D1%97%D0%B2.po'
    >>> parse_url("ftp://example.org/uk.po")
    Traceback (most recent call last):
    termkit.cli.glossary._fetch.FetchError: an address begins with http:// or https://
    """
    try:
        parts = urllib.parse.urlsplit(url.strip())
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except ValueError as error:  # UnicodeError too
        raise FetchError(f"this is no address: {error}") from error
    if parts.scheme not in {"http", "https"}:
        raise FetchError("an address begins with http:// or https://")
    if not host or parts.username is not None:
        raise FetchError("an address names a host after http:// or https://, and no user")
    place = f"[{host}]" if ":" in host else host
    path = urllib.parse.quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    query = urllib.parse.quote(parts.query, safe="/%:@!$&'()*+,;=~?")
    return urllib.parse.urlunsplit((parts.scheme, f"{place}:{port}" if port else place, path, query, ""))


def fetch(url: str, *, timeout: float, largest: int, etag: str | None = None) -> Fetched:
    """The file at an address, or the news that the one with a tag is still right.

    Where nobody answers, or the server says that it is busy, it is asked again with growing pauses until `timeout`
    seconds are over. Raises FetchError.
    """
    deadline = time.monotonic() + timeout
    pause = _FIRST_PAUSE
    while True:
        try:
            return _in_time(lambda: _ask(url, etag, deadline, largest), deadline)
        except _AwayError as error:
            wait = max(pause, error.pause)
            if time.monotonic() + wait >= deadline:
                raise FetchError(f"{error}; given up after {timeout:g} seconds, see --timeout") from error
        time.sleep(wait)
        pause = min(2 * pause, _LONGEST_PAUSE)


def _in_time(ask: Callable[[], Fetched], deadline: float) -> Fetched:
    """What a call gives before a deadline: to look up a host, and headers that come in drops, may take for ever."""
    answers: SimpleQueue[Fetched | Exception] = SimpleQueue()

    def run() -> None:
        try:
            answers.put(ask())
        except Exception as error:  # noqa: BLE001  it is raised below
            answers.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        answer = answers.get(timeout=_left(deadline) + _GRACE)
    except Empty:
        raise _AwayError(_LATE) from None
    if isinstance(answer, Fetched):
        return answer
    try:
        raise answer
    finally:
        del answer  # which would keep itself, and the connection with it


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows few redirects, and none from https to http."""

    max_redirections = _MOST_REDIRECTS

    def redirect_request(  # noqa: PLR0917  urllib's signature
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The request that a redirect leads to."""
        if urllib.parse.urlsplit(newurl).scheme not in ({"https"} if req.type == "https" else {"http", "https"}):
            raise FetchError(f"it leads on to {newurl}, which is not as safe")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(host: str | None) -> urllib.request.OpenerDirector:
    """Opens http and https, by the proxies of the environment; urllib's own would open local files too."""
    proxies: dict[str, str] | None = {} if host in _THIS_MACHINE else None
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(proxies),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        _Redirects(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _ask(url: str, etag: str | None, deadline: float, largest: int) -> Fetched:
    headers = {"User-Agent": f"termkit/{__version__}", "Accept": "*/*", "Accept-Encoding": "identity"}
    if etag:
        headers["If-None-Match"] = etag
    request = urllib.request.Request(url, headers=headers)  # noqa: S310  the opener has http and https only
    try:
        with _opener(urllib.parse.urlsplit(url).hostname).open(request, timeout=_left(deadline)) as response:
            if response.status != http.HTTPStatus.OK:
                raise FetchError(f"the server answers {response.status}, where a file would be 200")
            content = _body(response, deadline, largest)
            return Fetched(content, response.headers.get_content_type(), response.headers.get("ETag"))
    except HTTPError as error:
        with error:
            if error.code == http.HTTPStatus.NOT_MODIFIED and etag:
                return Fetched(None, "", etag)
            raise _answer(error) from error
    except (OSError, http.client.HTTPException) as error:
        raise _fault(error.reason if isinstance(error, URLError) else error) from error


def _left(deadline: float) -> float:
    return max(deadline - time.monotonic(), 0.01)


def _body(response: Any, deadline: float, largest: int) -> bytes:
    """All of a body: what breaks off is no file."""
    encoding = response.headers.get("Content-Encoding", "identity")
    if encoding != "identity":
        raise FetchError(f"the server sends it packed ({encoding}), which it was not asked for")
    length = response.length
    chunks, size = [], 0
    while chunk := response.read(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > largest:
            raise FetchError(f"larger than {largest // 2**20} MB")
        if time.monotonic() > deadline:
            raise _AwayError("the server sends too slowly")
    if length is not None and size < length:
        raise _AwayError(f"the answer broke off after {size} of {length} bytes")
    return b"".join(chunks)


def _answer(error: HTTPError) -> Exception:
    """What an answer that is no file means."""
    words = _words(error)
    message = f"the server answers {error.code}" + (f": {words}" if words else "")
    if error.code not in _AGAIN:
        return FetchError(message)
    pause = error.headers.get("Retry-After", "")
    return _AwayError(message, int(pause) if pause.isascii() and pause.isdecimal() else 0)


def _words(error: HTTPError) -> str:
    """What a server says of a fault: the first line where it is plain text, else the reason of the status."""
    text = str(error.reason)
    if error.headers.get_content_type() == "text/plain":
        try:
            text = error.read(4 * _MOST_WORDS).decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            return text
    line = next(iter(text.strip().splitlines()), "")
    return "".join(char for char in line if char.isprintable())[:_MOST_WORDS]


def _fault(reason: object) -> Exception:
    """What went wrong on the way, and whether it may be over soon."""
    if isinstance(reason, TimeoutError):
        return _AwayError(_LATE)
    if isinstance(reason, ConnectionRefusedError):
        return _AwayError("no server answers there (connection refused)")
    if isinstance(reason, ConnectionError):
        return _AwayError("the server broke off the connection")
    if isinstance(reason, http.client.IncompleteRead):
        return _AwayError(f"the answer broke off after {len(reason.partial)} bytes")
    if isinstance(reason, socket.gaierror):
        unknown = FetchError(f"no such host ({reason.strerror}): correct the address")
        return (
            _AwayError("the name of the host can't be looked up now") if reason.errno == socket.EAI_AGAIN else unknown
        )
    words = getattr(reason, "strerror", None) or str(reason) or repr(reason)
    return FetchError(f"no answer that can be understood ({words})")
