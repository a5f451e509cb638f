"""PO files that are damaged, unusual or large."""

from __future__ import annotations

import codecs

import pytest

from termkit.formats import po_locales, read_po
from termkit.model import Document, Locale, Position, State

HEADER = 'msgid ""\nmsgstr ""\n"Language: uk\\n"\n"Content-Type: text/plain; charset={charset}\\n"\n'
MESSAGE = '\nmsgid "5 people"\nmsgstr "5 людей"\n'
GOOD = HEADER.format(charset="UTF-8") + MESSAGE


def read(data: bytes) -> Document:
    return read_po("x.po", data, source_locale=Locale("en"), locale=Locale("uk"))


def faults(data: bytes) -> list[tuple[int, int, str, str]]:
    return [(*fault.origin.start(0), fault.rule, fault.message) for fault in read(data).faults]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(GOOD.encode(), id="plain"),
        pytest.param(codecs.BOM_UTF8 + GOOD.encode(), id="bom"),
        pytest.param(GOOD.replace("\n", "\r\n").encode(), id="crlf"),
        pytest.param(GOOD.replace("\n", "\r").encode(), id="cr"),
        pytest.param(GOOD.rstrip().encode(), id="no line end"),
        pytest.param(GOOD.replace("UTF-8", "windows-1251").encode("cp1251"), id="windows-1251"),
        pytest.param(GOOD.replace("UTF-8", "KOI8-U").encode("koi8-u"), id="koi8-u"),
        pytest.param(
            GOOD.replace("charset=", '"\n"charset=').replace("\nmsgid", "msgid").encode(), id="wrapped header"
        ),
    ],
)
def test_accepted(data: bytes) -> None:
    document = read(data)
    (segment,) = document.segments
    assert document.faults == ()
    assert (segment.source.string, segment.target.string) == ("5 people", "5 людей")
    assert segment.target.origin.start(2) == Position(7, 11)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(
            b"",
            (1, 1, "invalid-header", 'no header entry: begin the file with msgid "" and a msgstr that gives'),
            id="empty",
        ),
        pytest.param(MESSAGE.encode(), (1, 1, "invalid-header", "no header entry"), id="no header"),
        pytest.param(
            b'msgid ""\nmsgstr "Language: uk\\n"\n',
            (2, 9, "invalid-header", "Content-Type names no charset"),
            id="no charset",
        ),
        pytest.param(
            HEADER.format(charset="CHARSET").encode(),
            (4, 2, "invalid-header", "the charset is still the placeholder CHARSET"),
            id="placeholder charset",
        ),
        pytest.param(
            HEADER.format(charset="KOI9").encode(),
            (4, 2, "invalid-header", "the charset KOI9 is unknown"),
            id="unknown charset",
        ),
        pytest.param(
            HEADER.format(charset="base64").encode(),
            (4, 2, "invalid-header", "the charset base64 is unknown"),
            id="codec that is no charset",
        ),
        pytest.param(
            GOOD.replace("UTF-8", "ISO-8859-1").encode(),
            (4, 2, "invalid-header", "the charset ISO-8859-1 is wrong: the file is UTF-8"),
            id="wrong charset",
        ),
        pytest.param(
            GOOD.encode("cp1251"),
            (7, 11, "unreadable-file", "not UTF-8: byte 0xEB at offset 108, line 7, column 11"),
            id="not in its charset",
        ),
        pytest.param(
            GOOD.encode().replace("людей".encode(), b"\xed\xa0\x80"),
            (7, 11, "unreadable-file", "not UTF-8: byte 0xED"),
            id="lone surrogate",
        ),
        pytest.param(
            GOOD.encode().replace(b"people", b"peo\0ple"),
            (6, 13, "unreadable-file", "not text: byte 0x00 at offset 93, line 6, column 13 is a NUL byte"),
            id="nul byte",
        ),
        pytest.param(GOOD.encode("utf-16"), (1, 1, "unreadable-file", "UTF-16 text"), id="utf-16"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", (3, 1, "unreadable-file", "not text"), id="binary"),
        pytest.param(
            GOOD.encode() + b'\nmsgid "cut',
            (9, 7, "syntax-error", "the string is not closed"),
            id="truncated in a string",
        ),
        pytest.param(
            GOOD.encode() + b'\nmsgid "cut"\n',
            (10, 1, "syntax-error", "the file ends inside a message: after msgid there is no msgstr"),
            id="truncated in a message",
        ),
        pytest.param(
            (GOOD + MESSAGE).encode(),
            (9, 8, "duplicate-message", "a message with the same msgid and msgctxt stands on line 6"),
            id="duplicate",
        ),
        pytest.param(
            (GOOD + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n').encode(),
            (3, 2, "invalid-header", "no Plural-Forms, but the file has messages with plural forms"),
            id="no plural forms",
        ),
        pytest.param(
            (GOOD + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[0] "d"\n').encode(),
            (12, 1, "syntax-error", "msgstr[0] stands here for the second time"),
            id="repeated plural form",
        ),
        pytest.param(
            (GOOD + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[10] "c"\n').encode(),
            (11, 1, "syntax-error", "msgstr[10]: there are no more than 10 plural forms"),
            id="plural form out of range",
        ),
    ],
)
def test_fault(data: bytes, expected: tuple[int, int, str, str]) -> None:
    *place, rule, message = expected
    found = [fault for fault in faults(data) if fault[:3] == (*place, rule)]
    assert [fault[3][: len(message)] for fault in found] == [message]


@pytest.mark.parametrize("damage", ['msgid "cut', "<<<<<<< HEAD", 'msgstr "lost"', 'msgid "a"b"\nmsgstr "c"'])
def test_reading_goes_on(damage: str) -> None:
    document = read(f'{GOOD}\n{damage}\n\n# note\nmsgid "6"\nmsgstr "7"\n'.encode())
    assert [fault.rule for fault in document.faults] == ["syntax-error"]
    assert [segment.unit.id for segment in document.segments] == ["5 people", "6"]


@pytest.mark.parametrize(
    ("forms", "index"),
    [
        ("nplurals=2; plural=n != 1;", 0),
        ("nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2;", 0),
        ("nplurals=3; plural=(n==1 ? 2 : n==2 ? 1 : 0)", 2),
        ("nplurals=1; plural=0;", None),
    ],
)
def test_plural_form_of_one(forms: str, index: int | None) -> None:
    count = int(forms[9])
    strings = "".join(f'msgstr[{form}] "form {form}"\n' for form in range(count))
    message = f'"Plural-Forms: {forms}\\n"\n\nmsgid "one"\nmsgid_plural "many"\n{strings}'
    document = read((HEADER.format(charset="UTF-8") + message).encode())
    assert document.faults == ()
    sources = [segment.source.string for segment in document.segments]
    assert sources == ["one" if form == index else "many" for form in range(count)]


@pytest.mark.parametrize(
    "string",
    [
        pytest.param("\u202eעברית\u202c 5", id="right to left"),
        pytest.param("и\u0306", id="nfd"),
        pytest.param("п'ять п’ять пʼять", id="apostrophes"),
        pytest.param("Азов\u00adсталь", id="soft hyphen"),
        pytest.param("a\u2028b\u0085c\x0bd\x1ce", id="separators that are line ends to Python"),
        pytest.param(" \u00a0 x \u00a0", id="spaces at the ends"),
    ],
)
def test_text_is_read_as_written(string: str) -> None:
    (segment,) = read(GOOD.replace("5 людей", string).encode()).segments
    assert segment.target.string == string
    assert segment.target.origin.start(len(string)) == Position(7, 9 + len(string))


@pytest.mark.parametrize("content", ["a", "\\n", "\\"])
def test_string_of_50_megabytes(content: str) -> None:
    data = f'{GOOD}\nmsgid "big"\nmsgstr "{content * (50_000_000 // len(content))}"\n\nmsgid "6"\nmsgstr "7"\n'.encode()
    message = "a string of more than 1,000,000 characters: this message was not checked"
    assert faults(data) == [(10, 9, "unreadable-file", message)]
    assert [segment.unit.id for segment in read(data).segments] == ["5 people", "6"]


def test_100_000_messages() -> None:
    messages = "".join(f'\nmsgctxt "{number}"\nmsgid "{number} men"\nmsgstr "{number}"\n' for number in range(100_000))
    document = read((HEADER.format(charset="UTF-8") + messages).encode())
    assert document.faults == ()
    assert len(document.segments) == 100_000
    assert document.segments[-1].target.origin.start(0) == Position(400_004, 9)


def test_fuzzy_without_translation_is_empty() -> None:
    (segment,) = read((HEADER.format(charset="UTF-8") + '\n#, fuzzy\nmsgid "a"\nmsgstr ""\n').encode()).segments
    assert segment.state is State.EMPTY


@pytest.mark.parametrize(
    ("data", "locales"),
    [
        pytest.param(b"", (None, None), id="empty"),
        pytest.param(GOOD.encode(), (None, "uk"), id="language"),
        pytest.param(GOOD.replace("Language: uk", "X-Source-Language: en_GB").encode(), ("en_GB", None), id="source"),
        pytest.param(codecs.BOM_UTF8 + GOOD.replace("\n", "\r\n").encode(), (None, "uk"), id="bom and crlf"),
        pytest.param(GOOD.replace("Language: uk", "Language: ").encode(), (None, None), id="blank"),
        pytest.param(b'msgid "Language: de"\nmsgstr "Language: fr"\n', (None, None), id="no header"),
        pytest.param(b"\xff\xfe\x00\x89", (None, None), id="binary"),
    ],
)
def test_po_locales(data: bytes, locales: tuple[str | None, str | None]) -> None:
    assert po_locales(data) == locales
