"""What the server answers over HTTP."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

import pytest

from termkit.exchange import FORMATS
from termkit.importing import read_glossary
from termkit.model import Locale
from termkit.server.exports import MEDIA_TYPES

from .serving import DEADLINE, TERMKIT, Server, serving, write_glossary

HTML = {"Accept": "text/html"}


# The files


def test_each_file_is_what_export_writes(server: Server, tmp_path: Path) -> None:
    write_glossary(tmp_path)
    command = [*TERMKIT, "glossary", "export", "--output", "out"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=DEADLINE)
    written = {path.relative_to(tmp_path / "out").as_posix(): path.read_bytes() for path in tmp_path.glob("out/*/*")}
    assert len(written) > 2 * len(FORMATS)
    assert {name: server.ask(f"/glossary/{name}").body for name in written} == written


@pytest.mark.parametrize(
    ("short", "long", "media_type"),
    [
        ("uk.po", "po/uk.po", "text/x-gettext-translation; charset=utf-8"),
        ("uk.tbx", "tbx-v2/uk.tbx", "application/x-tbx; charset=utf-8"),
        ("ar.utf8", "omegat/ar.utf8", "text/tab-separated-values; charset=utf-8"),
        ("glossary.csv", "csv/glossary.csv", "text/csv; charset=utf-8"),
        ("glossary.json", "json/glossary.json", "application/json"),
    ],
)
def test_a_name_that_one_format_has_needs_no_format(server: Server, short: str, long: str, media_type: str) -> None:
    one, other = server.ask(f"/glossary/{short}"), server.ask(f"/glossary/{long}")
    assert (one.status, one.body) == (200, other.body)
    assert one.headers["Content-Type"] == media_type
    assert one.headers["Content-Disposition"] == f'attachment; filename="{short}"'


def test_every_format_has_a_media_type() -> None:
    assert {form.suffix for form in FORMATS.values()} == set(MEDIA_TYPES)


def test_a_file_comes_back_through_import(server: Server) -> None:
    reading = read_glossary("uk.po", server.ask("/glossary/uk.po").body, Locale("en"))
    assert ([entry.id for entry in reading.entries], reading.faults) == (["organisation-b", "place-kyiv"], [])


def test_a_variant_has_the_terms_of_its_language(server: Server) -> None:
    answer = server.ask("/glossary/ar-EG.po")
    assert answer.status == 200
    assert 'msgstr "كييف"' in answer.text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/glossary/en.po", "`en` is the locale that is translated from: there are files in ar, uk"),
        ("/glossary/de.po", "the glossary has no terms in `de`; it has ar, en, uk"),
        ("/glossary/ar_eg.po", "there is no file ar_eg.po: did you mean ar-EG.po?"),
        ("/glossary/uk.csv", "several formats have a file uk.csv: weblate-csv/uk.csv, deepl/uk.csv, google/uk.csv, "),
        ("/glossary/skos/uk.po", "there is no file uk.po; the format skos has glossary.ttl"),
        ("/glossary/xliff/uk.po", "`xliff` is no format: there are po, tbx-v2, "),
        ("/glossary/..%2f..%2fetc%2fpasswd", "there is nothing at this address"),
        ("/glossary/%00.po", "there is no file \0.po"),
        ("/concepts/place-lviv", "no concept has the id `place-lviv`"),
        ("/wp-login.php", "there is nothing at this address: / is the glossary, /exports lists its files"),
    ],
)
def test_what_is_not_there_is_404_in_words(server: Server, path: str, words: str) -> None:
    answer = server.ask(path)
    assert (answer.status, answer.headers["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert answer.text.startswith(words)


def test_a_browser_is_told_in_a_page(server: Server) -> None:
    answer = server.ask("/concepts/%3Cscript%3E", HTML)
    assert (answer.status, answer.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert "No concept has the id `&lt;script&gt;`." in answer.text
    assert "<script" not in answer.text


# Kept by whoever asked


@pytest.mark.parametrize("tag", ["{}", "W/{}", '"other", {}', '"a,b",W/{},"c"', "*"])
@pytest.mark.parametrize("path", ["/glossary/uk.po", "/glossary/po/manifest.json", "/style.css"])
def test_what_is_known_is_not_sent_again(server: Server, path: str, tag: str) -> None:
    etag = server.ask(path).headers["ETag"]
    answer = server.ask(path, {"If-None-Match": tag.format(etag)})
    assert (answer.status, answer.body, answer.headers["ETag"]) == (304, b"", etag)


@pytest.mark.parametrize("tag", ['"other"', "{}", ""], ids=["other", "unquoted", "empty"])
def test_what_is_not_known_is_sent(server: Server, tag: str) -> None:
    etag = server.ask("/glossary/uk.po").headers["ETag"].strip('"')
    assert server.ask("/glossary/uk.po", {"If-None-Match": tag.format(etag)}).status == 200


def test_files_have_tags_of_their_own(server: Server) -> None:
    paths = ("uk.po", "ar.po", "uk.tbx", "deepl/uk.csv", "google/ar.csv")
    tags = [server.ask(f"/glossary/{path}").headers["ETag"] for path in paths]
    assert len(set(tags)) == len(paths)


# Methods


@pytest.mark.parametrize("path", ["/", "/healthz", "/glossary/uk.po", "/exports", "/style.css"])
def test_head_is_get_without_the_body(server: Server, path: str) -> None:
    got, head = server.ask(path), server.ask(path, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(got.body))
    assert head.headers["ETag"] == got.headers["ETag"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_changed(server: Server, method: str) -> None:
    answer = server.ask("/glossary/uk.po", method=method)
    assert (answer.status, answer.text) == (405, "this server only gives: use GET or HEAD\n")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD"}


# Who is asked, and what a browser may do with the answer


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:80", "[::1]:9"])
def test_names_of_this_machine(server: Server, host: str) -> None:
    assert server.ask("/healthz", {"Host": host}).status == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil", ""])
def test_another_name_is_refused(server: Server, host: str) -> None:
    answer = server.ask("/glossary/uk.po", {"Host": host})
    assert answer.status == 421
    assert "Kyiv" not in answer.text
    assert "--allow-host" in answer.text


def test_a_name_that_was_allowed(glossary: Path) -> None:
    with serving(glossary.parent.parent, "--allow-host", "Glossary.Example") as server:
        hosts = ("glossary.example", "localhost", "evil.example")
        assert [server.ask("/healthz", {"Host": host}).status for host in hosts] == [200, 200, 421]


@pytest.mark.parametrize(
    ("path", "headers"),
    [("/", {}), ("/concepts/place-kyiv", {}), ("/nope", HTML), ("/nope", {}), ("/healthz", {"Host": "evil"})],
)
def test_every_answer_is_guarded(server: Server, path: str, headers: Mapping[str, str]) -> None:
    answer = server.ask(path, headers)
    policy = dict(part.split(maxsplit=1) for part in answer.headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy.keys().isdisjoint({"script-src", "connect-src"})
    assert "unsafe" not in str(policy)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Access-Control-Allow-Origin"] is None
    assert answer.headers["Server"] is None


# The pages


def _words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


@pytest.mark.parametrize("path", ["/", "/?q=Kyiv", "/concepts/place-kyiv", "/concepts/organisation-b", "/exports"])
def test_pages_need_nothing_from_elsewhere(server: Server, path: str) -> None:
    page = server.ask(path).text
    assert re.findall(r"""(?:src|href|action|content)=["']?(?:https?:)?//""", page) == []
    assert re.findall(r"<script|javascript:|\son\w+=|\sstyle=", page.replace("&lt;", "")) == []


def test_everything_is_escaped(server: Server) -> None:
    for path in ("/", "/concepts/organisation-b", "/?q=" + quote('"><img src=x>')):
        page = server.ask(path).text
        assert "<script" not in page
        assert "<b>" not in page
        assert "<img" not in page
    assert "&lt;b&gt;Брати&lt;/b&gt;" in server.ask("/concepts/organisation-b").text


def test_languages_stand_side_by_side(server: Server) -> None:
    page = server.ask("/").text
    assert re.findall(r'<th scope="col">(\w+)', page) == ["English", "Arabic", "Ukrainian"]
    assert '<span class="name preferred" lang="uk" dir="ltr">Київ</span>' in page
    assert '<span class="name preferred" lang="ar" dir="rtl">كييف</span>' in page
    words = _words(page)
    for said in ("Capital of Ukraine.", "Never in quotes.", "forbidden", "use instead: Kyiv", "Києва , Києві", "draft"):
        assert said in words


def test_languages_and_kinds_can_be_chosen(server: Server) -> None:
    page = server.ask("/?locale=uk&kind=place").text
    assert re.findall(r'<th scope="col">(\w+)', page) == ["English", "Ukrainian"]
    assert re.findall(r'href="/concepts/([\w-]+)"', page) == ["place-kyiv"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Київ", "Київ is a term (Ukrainian)"),
        ("Києва", "Києва is a form of Київ (Ukrainian)"),
        ("києвом", "Києвом is but for its spelling a form of Київ (Ukrainian)"),
        ("Кієва", "Києва is with one letter wrong a form of Київ (Ukrainian)"),
        ("Kiev", "Kiev is a term (English), which is forbidden: use Kyiv"),
        ("كييف", "كييف is a term (Arabic)"),
    ],
)
def test_search_by_any_form(server: Server, text: str, said: str) -> None:
    page = server.ask(f"/?q={quote(text)}").text
    assert re.findall(r'href="/concepts/([\w-]+)"', page) == ["place-kyiv"]
    assert said in _words(page).replace(" )", ")").replace("( ", "(")


def test_search_that_finds_nothing_says_so(server: Server) -> None:
    answer = server.ask("/?q=Lviv")
    assert answer.status == 200
    assert "Nothing found." in answer.text


def test_search_in_the_languages_that_are_shown(server: Server) -> None:
    assert "Nothing found." in server.ask(f"/?q={quote('Київ')}&locale=ar").text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("locale=xx", "the glossary has no terms in `xx`; it has en, ar, uk"),
        ("kind=planet", "there are no concepts of the kind `planet`; there are organisation, place"),
        ("page=2", "there is no page 2: the last one is 1"),
        ("page=0", "`0` is no number of a page"),
        ("page=-1", "`-1` is no number of a page"),
        ("page=%D9%A2", "`٢` is no number of a page"),
        ("page=99999999999999999999", "there is no page"),
        ("q=" + "a" * 201, "search for at most 200 characters"),
    ],
)
def test_a_query_that_makes_no_sense_is_400_in_words(server: Server, query: str, words: str) -> None:
    answer = server.ask(f"/?{query}")
    assert answer.status == 400
    assert answer.text.startswith(words)


def test_a_concept_has_its_page(server: Server) -> None:
    page = server.ask("/concepts/place-kyiv").text
    words = _words(page)
    for said in ("place-kyiv", "approved", "Definition, Arabic", "2026-11-22", "genitive Києва listed in the termbase"):
        assert said in words
    assert '<dd lang="ar" dir="rtl">عاصمة أوكرانيا</dd>' in page
    assert 'href="/concepts/place-kyiv"' in server.ask("/concepts/organisation-b").text


def test_every_file_is_linked(server: Server) -> None:
    page = server.ask("/exports").text
    links = re.findall(r'href="(/glossary/[^"]+)"', page)
    assert "/glossary/po/uk.po" in links
    assert "/glossary/tbx-basic/glossary.tbx" in links
    assert {server.ask(link, method="HEAD").status for link in links} == {200}


def test_many_concepts_are_many_pages(tmp_path: Path) -> None:
    entries = (f"- {{id: place-{n}, kind: place, terms: {{en: Town {n:03}, uk: Місто {n}}}}}\n" for n in range(60))
    write_glossary(tmp_path, "".join(entries))
    with serving(tmp_path) as server:
        seen, address = [], "/?kind=place"
        while address:
            page = server.ask(address).text
            seen += re.findall(r'href="/concepts/place-(\d+)"', page)
            following = re.search(r'href="([^"]+)" rel="next"', page)
            address = following[1].replace("&amp;", "&") if following else ""
    assert seen == [str(number) for number in range(60)]


def test_health(server: Server) -> None:
    answer = server.ask("/healthz")
    health = json.loads(answer.body)
    assert (answer.status, answer.headers["Cache-Control"]) == (200, "no-store")
    assert (health["status"], health["concepts"], health["faults"]) == ("ok", 2, [])
    assert re.fullmatch("[0-9a-f]{64}", health["digest"])
