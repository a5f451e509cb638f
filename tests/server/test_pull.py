"""`termkit glossary pull`: from the real server, and from servers that do everything wrong."""

from __future__ import annotations

import gzip
import re
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest

from termkit.cli import run
from termkit.exchange import FORMATS, Format

from .serving import DEADLINE, GLOSSARY, TERMKIT, Server, serving

PO = b'msgid ""\nmsgstr ""\n"Language: uk\\n"\n\nmsgid "Kyiv"\nmsgstr "\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2"\n'
OLD = PO.replace(b"Kyiv", b"Kiev")
GOOD = {"Content-Type": "text/x-gettext-translation"}


class Result(NamedTuple):
    """The exit code of a run, and what it printed."""

    code: int
    out: str
    err: str


Pull = Callable[..., Result]


@pytest.fixture
def pull(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Pull:
    """`termkit glossary pull …` in an empty project, behind a proxy that knows nothing of this machine."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")

    def run_pull(*arguments: str) -> Result:
        return Result(run(["glossary", "pull", *arguments]), *capsys.readouterr())

    return run_pull


class Script:
    """A server that answers as it was told, one answer a request, the last one again and again."""

    def __init__(self) -> None:
        self.answers: list[Callable[[BaseHTTPRequestHandler], None]] = []
        self.asked: list[BaseHTTPRequestHandler] = []
        script = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                script.asked.append(self)
                script.answers[min(len(script.asked), len(script.answers)) - 1](self)
                self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()


@pytest.fixture
def script() -> Iterator[Script]:
    running = Script()
    yield running
    running.server.shutdown()
    running.server.server_close()


def answer(
    body: bytes = PO, status: int = 200, headers: dict[str, str] = GOOD, *, length: int | None = None
) -> Callable[[BaseHTTPRequestHandler], None]:
    """An answer with that body, which may say another length than it has."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body) if length is None else length), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


def raw(data: bytes) -> Callable[[BaseHTTPRequestHandler], None]:
    """Bytes of any kind as an answer."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(data)

    return send


# From the real server


@pytest.mark.parametrize("form", FORMATS.values(), ids=list(FORMATS))
def test_a_file_of_every_format_is_pulled_once(server: Server, pull: Pull, tmp_path: Path, form: Format) -> None:
    name = f"{form.name}/{'uk' if form.bilingual else 'glossary'}.{form.suffix}"
    url, path = f"{server.url}glossary/{name}", tmp_path / Path(name).name
    result = pull(url)
    assert (result.code, result.err) == (0, "")
    assert re.fullmatch(f"written: {path.name}, [12] entries\n", result.out)
    assert path.read_bytes() == server.ask(f"/glossary/{name}").body
    before = path.stat()
    assert pull(url) == (0, f"unchanged: {path.name}\n", "")
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_to_a_file_and_to_a_folder(server: Server, pull: Pull, tmp_path: Path) -> None:
    (tmp_path / "terms").mkdir()
    assert pull(f"{server.url}glossary/uk.po", "--output", "terms").code == 0
    assert pull(f"{server.url}glossary/uk.po", "--output", "terms/own.po").code == 0
    assert sorted(path.name for path in (tmp_path / "terms").iterdir()) == ["own.po", "uk.po"]


def test_a_change_is_pulled(glossary: Path, pull: Pull, tmp_path: Path) -> None:
    with serving(glossary.parent.parent) as running:
        url = f"{running.url}glossary/uk.po"
        assert pull(url).out.startswith("written")
        glossary.write_text(GLOSSARY.replace("term: Київ", "term: Кыив"), "utf-8")
        assert pull(url).out.startswith("written")
        assert "Кыив" in (tmp_path / "uk.po").read_text("utf-8")


def test_what_the_server_says_is_told(server: Server, pull: Pull) -> None:
    result = pull(f"{server.url}glossary/de.po")
    assert result.code == 2
    assert "the server answers 404: the glossary has no terms in `de`; it has ar, en, uk" in result.err


def test_a_server_that_starts_later_is_waited_for(glossary: Path, tmp_path: Path) -> None:
    project = tmp_path / "elsewhere"
    project.mkdir()
    (project / "uk.po").write_bytes(OLD)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [*TERMKIT, "glossary", "pull", f"http://127.0.0.1:{port}/glossary/uk.po"]
    with (
        subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) as waiting,
        serving(glossary.parent.parent, port=port) as running,
    ):
        whole = running.ask("/glossary/uk.po").body
        assert waiting.communicate(timeout=DEADLINE)[0] == "written: uk.po, 2 entries\n"
    assert (waiting.returncode, (project / "uk.po").read_bytes()) == (0, whole)


# The tag


def test_the_tag_is_sent_while_the_file_is_as_it_came(script: Script, pull: Pull, tmp_path: Path) -> None:
    tagged = GOOD | {"ETag": '"one"'}
    script.answers = [answer(headers=tagged), answer(b"", 304, {}), answer(headers=tagged)]
    path, url = tmp_path / "uk.po", f"{script.url}/uk.po"
    assert [pull(url).out, pull(url).out] == ["written: uk.po, 1 entries\n", "unchanged: uk.po\n"]
    path.write_bytes(PO + b"\n")  # edited here: it is sent again
    assert pull(url).out.startswith("written")
    path.unlink()
    assert pull(url).out.startswith("written")
    assert pull(f"{script.url}/uk.po?other").out.startswith("unchanged")
    assert [asked.headers["If-None-Match"] for asked in script.asked] == [None, '"one"', None, None, None]


def test_304_to_a_question_that_was_not_asked(script: Script, pull: Pull) -> None:
    script.answers = [answer(b"", 304, {})]
    assert "the server answers 304" in pull(f"{script.url}/uk.po").err


# Servers that come back


def reset(handler: BaseHTTPRequestHandler) -> None:
    """Ends a connection with a reset."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    handler.connection.close()


AWAY = {
    "503": answer(b"restarting", 503, {"Content-Type": "text/plain"}),
    "503-later": answer(b"", 503, {"Retry-After": "1"}),
    "502": answer(b"", 502, {}),
    "429": answer(b"", 429, {}),
    "breaks-off": answer(PO, length=len(PO) + 1),
    "chunks-break-off": raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nmsgid\r\n"),
    "says-nothing": raw(b""),
    "reset": reset,
}


@pytest.mark.parametrize("away", AWAY.values(), ids=AWAY)
def test_it_is_asked_again(
    script: Script, pull: Pull, tmp_path: Path, away: Callable[[BaseHTTPRequestHandler], None]
) -> None:
    script.answers = [away, away, answer()]
    assert pull(f"{script.url}/uk.po") == (0, "written: uk.po, 1 entries\n", "")
    assert ((tmp_path / "uk.po").read_bytes(), len(script.asked)) == (PO, 3)


def test_the_time_is_bounded(script: Script, pull: Pull) -> None:
    script.answers = [answer(b"back in a minute\nor two", 503, {"Content-Type": "text/plain"})]
    result = pull(f"{script.url}/uk.po", "--timeout", "0.5")
    assert result.err == (
        f"termkit: {script.url}/uk.po: the server answers 503: back in a minute; "
        "given up after 0.5 seconds, see --timeout\n"
    )
    assert len(script.asked) == 2


def test_a_server_that_says_nothing(pull: Pull) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        result = pull(f"http://127.0.0.1:{silent.getsockname()[1]}/uk.po", "--timeout", "0.3")
    assert "does not answer in time; given up after 0.3 seconds" in result.err


def test_a_server_that_sends_forever(script: Script, pull: Pull) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            try:
                handler.wfile.write(b"#" * 65536)
            except OSError:
                return
            time.sleep(0.05)

    script.answers = [drip]
    assert "given up after 0.5 seconds" in pull(f"{script.url}/uk.po", "--timeout", "0.5").err


def test_a_server_whose_headers_come_in_drops(script: Script, pull: Pull) -> None:
    given_up, dried_up = threading.Event(), threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        for _ in range(DEADLINE * 20):
            if given_up.wait(0.05):
                return
            handler.wfile.write(b"#")
        dried_up.set()

    script.answers = [drip]
    result = pull(f"{script.url}/uk.po", "--timeout", "0.5")
    given_up.set()
    assert "the server does not answer in time; given up after 0.5 seconds" in result.err
    assert not dried_up.is_set()


def test_nobody_is_there(pull: Pull) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    result = pull(f"http://127.0.0.1:{port}/uk.po", "--timeout", "0.5")
    assert result.code == 2
    assert "no server answers there (connection refused); given up after 0.5 seconds" in result.err


# What is refused, while the old file stays

BOMB = gzip.compress(b"#" * 10_000_000)
REFUSED = {
    "404": (answer(b"gone for good\x1b[2J", 404, {"Content-Type": "text/plain"}), "answers 404: gone for good[2J\n"),
    "500": (answer(b"<html>", 500, {"Content-Type": "text/html"}), "answers 500: Internal Server Error\n"),
    "401": (answer(b"", 401, {}), "answers 401"),
    "204": (answer(b"", 204, {}), "answers 204"),
    "206": (answer(PO, 206), "answers 206"),
    "page": (answer(b"<p>Log in", headers={"Content-Type": "text/html; charset=utf-8"}), "a web page came"),
    "page-in-disguise": (answer(b"\xef\xbb\xbf\n <!DOCTYPE html><p>Log in"), "a web page came"),
    "empty": (answer(b""), "there is no entry in what came"),
    "no-entry": (answer(PO[: PO.index(b"msgid", 5)]), "there is no entry in what came"),
    "half-an-entry": (answer(PO[:-12]), "--with-faults takes it as it is"),
    "no-text": (answer(PO + b"\xff"), "uk.po:"),
    "packed": (answer(BOMB, headers={"Content-Encoding": "gzip"}), "packed (gzip)"),
    "no-http": (raw(b"SSH-2.0-OpenSSH_9.2\r\n"), "no answer that can be understood"),
    "long-line": (raw(b"HTTP/1.1 200 " + b"a" * 100_000), "no answer that can be understood"),
    "to-a-file": (answer(b"", 302, {"Location": "file:///etc/passwd"}), "answers 302"),
    "to-ftp": (answer(b"", 301, {"Location": "ftp://127.0.0.1/uk.po"}), "which is not as safe"),
    "in-circles": (answer(b"", 302, {"Location": "/uk.po"}), "answers 302"),
}


@pytest.mark.parametrize(("bad", "words"), REFUSED.values(), ids=REFUSED)
def test_the_old_file_stays(
    script: Script, pull: Pull, tmp_path: Path, bad: Callable[[BaseHTTPRequestHandler], None], words: str
) -> None:
    (tmp_path / "uk.po").write_bytes(OLD)
    script.answers = [bad]
    result = pull(f"{script.url}/uk.po")
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert result.err.endswith("uk.po stays as it is\n")
    assert "Traceback" not in result.err
    assert (tmp_path / "uk.po").read_bytes() == OLD
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("announced", [True, False])
def test_a_file_that_is_too_large(
    script: Script, pull: Pull, monkeypatch: pytest.MonkeyPatch, *, announced: bool
) -> None:
    monkeypatch.setattr("termkit.cli.glossary.pull.LARGEST", 2**20)
    body = PO + b"#" * 2**21
    script.answers = [answer(body) if announced else raw(b"HTTP/1.0 200 OK\r\n\r\n" + body)]
    assert "larger than 1 MB" in pull(f"{script.url}/uk.po").err


def test_faults_can_be_taken(script: Script, pull: Pull, tmp_path: Path) -> None:
    faulty = PO + b'\nmsgid "x"\nmsgstr ""\n'
    script.answers = [answer(faulty)]
    result = pull(f"{script.url}/uk.po")
    assert (result.code, (tmp_path / "uk.po").exists()) == (2, False)
    assert "uk.po:8: “x” has no translation" in result.err
    assert pull(f"{script.url}/uk.po", "--with-faults").code == 0
    assert (tmp_path / "uk.po").read_bytes() == faulty


def test_a_redirect_is_followed(script: Script, pull: Pull) -> None:
    script.answers = [answer(b"", 302, {"Location": "/there/uk.po"}), answer()]
    assert pull(f"{script.url}/uk.po").code == 0
    assert [asked.path for asked in script.asked] == ["/uk.po", "/there/uk.po"]


def test_a_proxy_is_asked_for_other_machines(script: Script, pull: Pull, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", script.url)
    script.answers = [answer()]
    assert pull("http://glossary.example/uk.po").code == 0
    assert [asked.path for asked in script.asked] == ["http://glossary.example/uk.po"]


def test_a_file_without_a_length(script: Script, pull: Pull) -> None:
    script.answers = [raw(b"HTTP/1.0 200 OK\r\n\r\n" + PO)]
    assert pull(f"{script.url}/uk.po").code == 0


def test_a_format_that_the_name_does_not_tell(script: Script, pull: Pull) -> None:
    script.answers = [answer(PO.replace(b"Language: uk", b"X: "))]
    assert "of which format?" in pull(f"{script.url}/download?id=3").err
    options = ("--output", "terms", "--format", "po", "--locale", "uk")
    assert pull(f"{script.url}/download?id=3", *options).out == "written: terms, 1 entries\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ftp://127.0.0.1/uk.po",), "begins with http:// or https://"),
        (("uk.po",), "begins with http:// or https://"),
        (("http://",), "names a host"),
        (("http://me:secret@127.0.0.1/uk.po",), "and no user"),
        (("http://127.0.0.1:port/uk.po",), "this is no address"),
        (("http://[::1/uk.po",), "this is no address"),
        (("http://" + "ї" * 70 + "/uk.po",), "this is no address"),
        (("http://127.0.0.1:1/",), "name one with --output"),
        (("http://127.0.0.1:1/..",), "name one with --output"),
        (("http://127.0.0.1:1/a%2f..%2f.bashrc",), "name one with --output"),
        (("http://127.0.0.1:1/uk.po", "--output", "/dev/null"), "/dev/null is no file"),
        (("http://127.0.0.1:1/uk.po", "--timeout", "0"), "0"),
        (("http://127.0.0.1:1/uk.po", "--locale", "ua"), "did you mean `uk`?"),
    ],
)
def test_wrong_usage(pull: Pull, arguments: tuple[str, ...], words: str) -> None:
    result = pull(*arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert "secret" not in result.err


def test_no_such_host(pull: Pull, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name)
    assert "host" in pull("http://no.such.host.invalid/uk.po", "--timeout", "0.5").err


def test_a_folder_that_is_not_there(script: Script, pull: Pull) -> None:
    script.answers = [answer()]
    assert "can't write nope/uk.po" in pull(f"{script.url}/uk.po", "--output", "nope/uk.po").err
