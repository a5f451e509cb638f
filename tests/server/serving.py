"""`termkit glossary serve` as a process of its own, and what it answers."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.parse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

TERMKIT = (sys.executable, "-m", "termkit")
DEADLINE = 60  # seconds, after which a test fails rather than wait on


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


class Server:
    """A running server."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.process, self.url = process, url
        self.errors: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        self.errors.extend(self.process.stderr)

    @property
    def port(self) -> int:
        """The port that it printed."""
        port = urllib.parse.urlsplit(self.url).port
        assert port
        return port

    def ask(self, path: str, headers: Mapping[str, str] | None = None, method: str = "GET") -> Answer:
        """Its answer to a request on a connection of its own."""
        host = urllib.parse.urlsplit(self.url).hostname
        assert host
        with contextlib.closing(http.client.HTTPConnection(host, self.port, timeout=DEADLINE)) as connection:
            connection.request(method, path, headers=dict(headers or {}))
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())

    def said_until(self, words: str) -> str:
        """What it has said on stderr once it has said some words."""
        end = time.monotonic() + DEADLINE
        while words not in "".join(self.errors):
            assert time.monotonic() < end, self.errors
            time.sleep(0.01)
        return "".join(self.errors)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Its exit code once it has been told to stop."""
        self.process.send_signal(number)
        code = self.process.wait(DEADLINE)
        self._reader.join(DEADLINE)
        return code


@contextlib.contextmanager
def serving(folder: Path, *arguments: str, port: int = 0) -> Iterator[Server]:
    """A server for the glossary of a folder, on a free port."""
    with subprocess.Popen(
        [*TERMKIT, "glossary", "serve", "--port", str(port), *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "XDG_CACHE_HOME": str(folder / "cache")},
    ) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            found = re.search(r"on (http://\S+/) until", line)
            assert found, line or (process.stderr and process.stderr.read())
            yield Server(process, found[1])
        finally:
            process.kill()


GLOSSARY = """\
- id: place-kyiv
  kind: place
  updated: 2026-11-22
  definition: {en: Capital of Ukraine., ar: عاصمة أوكرانيا}
  note_translators: {en: Never in quotes.}
  terms:
    en: [Kyiv, {term: Kiev, status: forbidden, replace_with: Kyiv, reason: transliterated from Russian}]
    uk: [{term: Київ, gender: masculine, forms: {gen: Києва, loc: Києві}}]
    ar: [كييف]
- id: organisation-b
  kind: organisation
  status: draft
  related: [{type: related, target: place-kyiv}]
  terms: {en: "<script>alert(1)</script> & \\"Sons\\"", uk: "<b>Брати</b>"}
"""


def write_glossary(folder: Path, text: str = GLOSSARY) -> Path:
    """A project in a folder with that glossary; its file comes back."""
    (folder / "termkit.toml").write_text("")
    path = folder / "glossary" / "places.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path
