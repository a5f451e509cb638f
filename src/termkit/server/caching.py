"""Answers that whoever asked may keep, and ask for again by their tag."""

from __future__ import annotations

import hashlib
import re

from starlette.requests import Request
from starlette.responses import Response

__all__ = ["etag_of", "kept"]

_TAGS = re.compile(r'(?:W/)?("[^"]*")')


def etag_of(content: bytes) -> str:
    """A tag that differs where the content does."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def kept(request: Request, content: bytes, media_type: str, etag: str) -> Response:
    """An answer that is to be asked for again each time; 304 where whoever asks names its tag (RFC 9110, 13.1.2)."""
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    known = ",".join(request.headers.getlist("if-none-match"))
    if known.strip() == "*" or etag in _TAGS.findall(known):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)
