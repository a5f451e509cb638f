"""The application: which address gives what."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping
from importlib.resources import files

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from termkit import __version__

from .caching import etag_of, kept
from .exports import NoExportError
from .guard import Guard
from .live import LiveTermbase, Snapshot
from .pages import WrongQueryError, concept_page, error_page, exports_page, glossary_page

__all__ = ["make_app"]

_ASSETS = {"style.css": "text/css; charset=utf-8", "icon.svg": "image/svg+xml"}
# What starlette says, in our words.
_WORDS = {
    "Not Found": "there is nothing at this address: / is the glossary, /exports lists its files",
    "Method Not Allowed": "this server only gives: use GET or HEAD",
}


def make_app(live: LiveTermbase, hosts: Collection[str] | None = None) -> ASGIApp:
    """The application that serves a termbase; `hosts` are the names that it may be asked by, None for any."""
    app = Starlette(
        routes=[
            Route("/", _glossary),
            Route("/concepts/{concept}", _concept),
            Route("/exports", _exports),
            Route("/glossary/{name}", _export),
            Route("/glossary/{form}/{name}", _export),
            Route("/healthz", _health),
            *(Route(f"/{name}", _asset) for name in _ASSETS),
        ],
        exception_handlers={HTTPException: _refused, Exception: _failed},
    )
    app.state.live = live
    return Guard(app, hosts)  # around all of it: starlette's own middleware would leave out answers to faults


async def _current(request: Request) -> Snapshot:
    live: LiveTermbase = request.app.state.live
    return await live.current()


async def _glossary(request: Request) -> Response:
    try:
        page = await run_in_threadpool(glossary_page, await _current(request), request.query_params)
    except WrongQueryError as error:
        raise HTTPException(400, str(error)) from error
    return _html(page)


async def _concept(request: Request) -> Response:
    snapshot, name = await _current(request), request.path_params["concept"]
    if name not in snapshot.concepts:
        raise HTTPException(404, f"no concept has the id `{name}`")
    return _html(await run_in_threadpool(concept_page, snapshot, snapshot.concepts[name]))


async def _exports(request: Request) -> Response:
    return _html(exports_page(await _current(request)))


async def _export(request: Request) -> Response:
    snapshot, parameters = await _current(request), request.path_params
    try:
        file = await snapshot.exports.find(parameters["name"], parameters.get("form"))
    except NoExportError as error:
        raise HTTPException(404, str(error)) from error
    response = kept(request, file.content, file.media_type, file.etag)
    response.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


async def _health(request: Request) -> Response:
    """Degraded is still well enough to serve, so the status code is 200 in any case."""
    snapshot = await _current(request)
    state = {
        "status": "degraded" if snapshot.faults else "ok",
        "version": __version__,
        "concepts": len(snapshot.concepts),
        "digest": snapshot.digest,
        "faults": [str(fault) for fault in snapshot.faults],
    }
    return JSONResponse(state, headers={"Cache-Control": "no-store"})


async def _asset(request: Request) -> Response:
    name = request.url.path.removeprefix("/")
    content, etag = _read_asset(name)
    return kept(request, content, _ASSETS[name], etag)


@functools.cache
def _read_asset(name: str) -> tuple[bytes, str]:
    content = files(__package__).joinpath("static", name).read_bytes()
    return content, etag_of(content)


def _html(page: str) -> HTMLResponse:
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


async def _refused(request: Request, error: Exception) -> Response:
    """What is wrong with a request: as a page for browsers, else as plain text."""
    if not isinstance(error, HTTPException):  # starlette's signature is wider than what it does
        raise error
    return _told(request, error.status_code, _WORDS.get(error.detail, error.detail), error.headers)


async def _failed(request: Request, _: Exception) -> Response:
    return _told(request, 500, "this is a fault of termkit: please report it, with what it printed")


def _told(request: Request, status: int, message: str, headers: Mapping[str, str] | None = None) -> Response:
    if "text/html" in request.headers.get("accept", ""):
        return HTMLResponse(error_page(status, message), status, headers)
    return PlainTextResponse(f"{message}\n", status, headers)
