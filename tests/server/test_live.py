"""The glossary changes while it is served, and the server starts and stops."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import termkit.exchange
import termkit.server.exports
from termkit.cli import run
from termkit.model import Locale
from termkit.server import LiveTermbase, make_app
from termkit.termbase import TermbaseError

from .serving import GLOSSARY, Server, serving, write_glossary

LVIV = "- {id: place-lviv, kind: place, terms: {en: Lviv, uk: Львів}}\n"
BROKEN = GLOSSARY.replace("kind: place", "kind: plaice")


def _health(server: Server) -> dict[str, Any]:
    health: dict[str, Any] = json.loads(server.ask("/healthz").body)
    return health


def _replace(path: Path, text: str) -> None:
    """Replace a file as editors do."""
    new = path.with_name(".new")
    new.write_text(text, "utf-8")
    new.replace(path)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("project")


@pytest.fixture(scope="module")
def _served(project: Path) -> Iterator[Server]:
    write_glossary(project)
    with serving(project) as running:
        yield running


@pytest.fixture
def edited(project: Path) -> Path:
    """The glossary of the server below, as it was in the beginning."""
    return write_glossary(project)


@pytest.fixture
def live(_served: Server, edited: Path) -> Server:
    """A server of the glossary above, which has no faults yet."""
    assert _health(_served)["status"] == "ok"
    _served.errors.clear()
    return _served


def test_an_edit_is_served_at_once(live: Server, edited: Path) -> None:
    before = live.ask("/glossary/uk.po")
    for number in range(5):  # the last one gives what was there before
        _replace(edited, GLOSSARY + LVIV * ((number + 1) % 2) + "\n" * number)
        after = live.ask("/glossary/uk.po")
        assert ("Львів" in after.text) == (number % 2 == 0)
        assert (after.headers["ETag"] == before.headers["ETag"]) == (number % 2 == 1)
        assert ("Львів" in live.ask("/").text) == (number % 2 == 0)


def test_two_edits_within_a_tick_of_the_clock(live: Server, edited: Path) -> None:
    for term in ("Київ", "Кияв", "Киив", "Киев"):
        edited.write_text(GLOSSARY.replace("term: Київ", f"term: {term}"), "utf-8")  # as long as it was
        assert f'msgstr "{term}"' in live.ask("/glossary/uk.po").text


def test_files_come_and_go(live: Server, edited: Path) -> None:
    more = edited.with_name("more.yaml")
    for _ in range(2):
        assert _health(live)["concepts"] == 2
        more.write_text(LVIV, "utf-8")
        assert _health(live)["concepts"] == 3
        more.unlink()
    assert _health(live)["concepts"] == 2


def test_what_an_edit_does_not_change_keeps_its_tag(live: Server, edited: Path) -> None:
    ukrainian, arabic = (live.ask(f"/glossary/{name}.po").headers["ETag"] for name in ("uk", "ar"))
    _replace(edited, GLOSSARY.replace("Києві", "Киеві"))
    assert live.ask("/glossary/ar.po", {"If-None-Match": arabic}).status == 304
    assert live.ask("/glossary/uk.po", {"If-None-Match": ukrainian}).status == 200


@pytest.mark.parametrize("broken", [BROKEN, "- {", "[]", "\0", None], ids=["entry", "yaml", "empty", "binary", "gone"])
def test_a_broken_edit_keeps_the_last_good_glossary(live: Server, edited: Path, broken: str | None) -> None:
    before = live.ask("/glossary/uk.po")
    if broken is None:
        edited.unlink()
    else:
        edited.write_text(broken, "utf-8")
    after = live.ask("/glossary/uk.po")
    assert (after.status, after.body, after.headers["ETag"]) == (200, before.body, before.headers["ETag"])
    health, page = _health(live), live.ask("/")
    assert (health["status"], health["concepts"], page.status) == ("degraded", 2, 200)
    assert health["faults"][0].startswith("glossary")
    assert "The glossary's files have faults" in page.text
    assert "Київ" in page.text
    edited.write_text(GLOSSARY, "utf-8")
    assert _health(live)["status"] == "ok"
    assert "faults" not in live.ask("/").text
    said = live.said_until("the faults of the termbase are gone")
    assert said.count("what was read before is kept") == 1
    assert health["faults"][0] in said


def test_whoever_asks_while_it_is_edited_gets_a_whole_file(live: Server, edited: Path) -> None:
    done = threading.Event()

    def edit() -> None:
        number = 0
        while not done.is_set():
            number += 1
            _replace(edited, (GLOSSARY, GLOSSARY + LVIV, BROKEN)[number % 3])
            time.sleep(0.01)

    whole = {live.ask("/glossary/uk.po").body}
    _replace(edited, GLOSSARY + LVIV)
    whole.add(live.ask("/glossary/uk.po").body)
    editor = threading.Thread(target=edit)
    editor.start()
    try:
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: live.ask("/glossary/uk.po"), range(100)))
    finally:
        done.set()
        editor.join()
    assert {answer.status for answer in answers} == {200}
    assert {answer.body for answer in answers} == whole


def test_fifty_at_once(live: Server, edited: Path) -> None:
    paths = ["/", "/glossary/uk.po", "/glossary/uk.tbx", "/concepts/place-kyiv", "/healthz"] * 10
    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(live.ask, paths))
    assert {answer.status for answer in answers} == {200}
    assert len({answer.body for answer in answers}) == 5


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The formats of the files that are made, as they are made."""
    names: list[str] = []
    original = termkit.exchange.exports

    def counted(concepts: Any, form: Any, *rest: Any) -> Any:
        if concepts:
            names.append(form.name)
        return original(concepts, form, *rest)

    monkeypatch.setattr(termkit.server.exports, "exports", counted)
    return names


def test_an_export_is_made_once(glossary: Path, made: list[str]) -> None:
    live = LiveTermbase([glossary], Locale("en"), cache=False)

    async def ask() -> None:
        await asyncio.gather(*(live.latest.exports.find("uk.po") for _ in range(20)))
        assert made == ["po"]
        _replace(glossary, GLOSSARY + "\n# another comment\n")
        assert await (await live.current()).exports.find("uk.po")
        assert made == ["po", "po"]
        os.utime(glossary)  # touched, and as it was
        assert await (await live.current()).exports.find("uk.po")
        assert made == ["po", "po"]

    asyncio.run(ask())


def test_what_was_asked_for_longest_ago_is_let_go(
    glossary: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(termkit.server.exports, "_MOST_FILES", 2)
    exports = LiveTermbase([glossary], Locale("en"), cache=False).latest.exports

    async def ask() -> None:
        first = await exports.find("uk.po")
        for name in ("uk.utf8", "uk.po", "glossary.csv", "uk.po"):
            await exports.find(name)
        assert made == ["po", "omegat", "csv"]
        await exports.find("uk.utf8")
        assert made == ["po", "omegat", "csv", "omegat"]
        await asyncio.gather(*(exports.find(name) for name in ("glossary.csv", "uk.utf8", "glossary.json")))
        again = await exports.find("uk.po")
        assert made[-1] == "po"
        assert again == first

    asyncio.run(ask())


def test_files_of_more_bytes_than_are_kept(glossary: Path, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    exports = LiveTermbase([glossary], Locale("en"), cache=False).latest.exports

    async def ask() -> None:
        sizes = [len((await exports.find(name)).content) for name in ("uk.po", "uk.utf8")]
        monkeypatch.setattr(termkit.server.exports, "_MOST_BYTES", sum(sizes))
        await exports.find("uk.po")
        assert made == ["po", "omegat"]
        await exports.find("glossary.json")
        await exports.find("uk.po")
        assert made == ["po", "omegat", "json", "po"]

    asyncio.run(ask())


def test_a_fault_of_termkit_is_told_and_guarded(glossary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("termkit.server.app.exports_page", lambda _: 1 // 0)
    app = make_app(LiveTermbase([glossary], Locale("en"), cache=False))
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request"}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/exports", "headers": [], "query_string": b""}

    async def ask() -> None:
        await app(scope, receive, send)

    with pytest.raises(ZeroDivisionError):  # which uvicorn prints
        asyncio.run(ask())
    start, body = sent
    assert start["status"] == 500
    assert b"default-src 'none'" in dict(start["headers"])[b"content-security-policy"]
    assert b"a fault of termkit" in body["body"]
    assert b"division" not in body["body"]


def test_faults_from_the_beginning(glossary: Path) -> None:
    glossary.write_text(BROKEN, "utf-8")
    with pytest.raises(TermbaseError, match="plaice"):
        LiveTermbase([glossary], Locale("en"), cache=False)


# Start and stop


def test_it_stops_at_a_signal_and_starts_again_on_the_same_port(glossary: Path) -> None:
    port = 0
    for number in (signal.SIGINT, signal.SIGTERM):
        with serving(glossary.parent.parent, port=port) as server, socket.create_connection(("127.0.0.1", server.port)):
            assert server.ask("/").status == 200
            assert server.stop(number) == 0  # an idle connection does not keep it up
            port = server.port
        assert server.errors == []


def test_it_listens_on_this_machine_only(live: Server) -> None:
    assert live.url == f"http://127.0.0.1:{live.port}/"


def test_all_addresses(glossary: Path) -> None:
    with serving(glossary.parent.parent, "--host", "0.0.0.0") as server:
        assert server.ask("/healthz", {"Host": "glossary.example"}).status == 200


@pytest.fixture
def refused(glossary: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What the command says when it does not start."""
    monkeypatch.chdir(glossary.parent.parent)

    def run_serve(*arguments: str) -> str:
        assert run(["glossary", "serve", *arguments]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        return said.err

    return run_serve


def test_a_port_in_use(refused: Callable[..., str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refused("--port", str(port))
    assert said == (
        f"termkit: port {port} of 127.0.0.1 can't be listened on (Address already in use): "
        "choose another, or 0 for a free one\n"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--host", "no.such.host.invalid"), "`no.such.host.invalid` is no address of this machine"),
        (("--host", "192.0.2.1"), "can't be listened on"),
        (("--port", "70000"), "70000 is not in the range"),
        (("--source-locale", "fr"), "the termbase has no terms in `fr`; it has ar, en, uk"),
        (("--glossary", "nope"), "'nope' does not exist"),
    ],
)
def test_wrong_usage(refused: Callable[..., str], arguments: tuple[str, ...], words: str) -> None:
    assert words in refused("--port", "0", *arguments)


def test_no_termbase(refused: Callable[..., str], glossary: Path) -> None:
    glossary.unlink()
    glossary.parent.rmdir()
    assert "no termbase" in refused("--port", "0")


def test_a_broken_termbase(refused: Callable[..., str], glossary: Path) -> None:
    glossary.write_text(BROKEN, "utf-8")
    assert "plaice" in refused("--port", "0")


def test_without_the_extra(refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("termkit.server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr(termkit, "server")
    monkeypatch.setitem(sys.modules, "starlette.applications", None)
    assert "is not installed: pip install 'termkit[server]'" in refused("--port", "0")
