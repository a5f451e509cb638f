"""XML that is hostile or broken is refused, quickly and with its line; harmless oddities are read."""

from __future__ import annotations

import time

import pytest

from termkit.importing import UnreadableError

from .reading import propose, read, terms

BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">\n' for n in range(1, 10))
ATTRIBUTES = " ".join(f'a{n}=""' for n in range(500_000))


def _tbx(body: str = "", before: str = "") -> str:
    return f'<?xml version="1.0"?>\n{before}<martif type="TBX"><text><body>{body}</body></text></martif>'


def _entry(term: str, locale: str = "en") -> str:
    return f'<termEntry><langSet xml:lang="{locale}"><tig><term>{term}</term></tig></langSet></termEntry>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (_tbx(_entry("&e9;"), f'<!DOCTYPE martif [<!ENTITY e0 "ha">\n{BOMB}]>'), "x.tbx:2: declares the entity `e0`"),
        (
            _tbx(_entry("&x;"), '<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            "x.tbx:2: declares the entity",
        ),
        (
            _tbx(_entry("a"), '<!DOCTYPE martif [<!ENTITY % p SYSTEM "http://x.org/p"> %p;]>'),
            "x.tbx:2: declares the entity",
        ),
        (_tbx(_entry("a"), '<!DOCTYPE martif SYSTEM "http://x.org/evil.dtd">'), "x.tbx:2: the document type points to"),
        (_tbx(_entry("a"), '<!DOCTYPE martif SYSTEM "file:///tmp/TBX.dtd">'), "x.tbx:2: the document type points to"),
        (_tbx(_entry("a&nbsp;b"), '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">'), "x.tbx:2: the entity &nbsp; is"),
        (_tbx(_entry("a&nbsp;b")), "x.tbx:2: not well-formed XML: undefined entity"),
        (_tbx("\n" + "<a>" * 100_000), "x.tbx:3: elements more than 64 deep"),
        (_tbx(_entry("\n<hi>a</hi>" + "x" * 100_001)), "x.tbx:3: a text of more than 100,000"),
        (_tbx("\n\n<termEntry></langSet>"), "x.tbx:4: not well-formed XML: mismatched tag, in <termEntry> of line 4"),
        (_tbx(_entry("a" + "x<hi/>" * 100_001)), "x.tbx:2: too many elements in one entry"),
        (_tbx(f"<termEntry {ATTRIBUTES}/>"), "x.tbx:2: a tag or comment of more than"),
        (_tbx(f"<!--{'x' * 3_000_000}-->"), "x.tbx:2: a tag or comment of more than"),
        ("", "x.tbx:1: not well-formed XML: no element found"),
        ("<html>\n</html>", "x.tbx:1: no TBX: the outermost element is <html>"),
        ('<?xml version="1.0" encoding="utf-99"?><tbx/>', "x.tbx:1: "),
        (b'<?xml version="1.0"?>\n<tbx>\xff</tbx>', "x.tbx:2: not well-formed XML: not well-formed"),
    ],
)
def test_harm_is_refused(data: str | bytes, message: str) -> None:
    start = time.monotonic()
    with pytest.raises(UnreadableError) as caught:
        read("x.tbx", data)
    assert str(caught.value).startswith(message)
    assert time.monotonic() - start < 5


def test_very_many_entries_of_one_name() -> None:
    proposal = propose(read("x.tbx", _tbx(_entry("a") * 20_000)))
    assert [proposal.new[n]["id"] for n in (0, 1, -1)] == ["term-a", "term-a-2", "term-a-20000"]


def test_a_large_file_is_not_even_parsed() -> None:
    with pytest.raises(UnreadableError, match=r"^x\.tbx:1: larger than 64 MB"):
        read("x.tbx", _tbx(_entry("x" * 100_000_000)))


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">',
        '<!DOCTYPE martif PUBLIC "ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN" "TBXcdv04.dtd">',
        '<!DOCTYPE martif SYSTEM "http://www.ttt.org/oscarstandards/tbx/TBXcoreStructV02.dtd">',
        "<!-- a comment --><?a processing?>",
    ],
)
def test_what_tools_write_is_read_and_no_dtd_is_opened(before: str) -> None:
    assert terms(read("x.tbx", _tbx(_entry("<hi>K</hi>yiv &amp; <![CDATA[<Lviv>]]>"), before))) == [
        {"en": ["Kyiv & <Lviv>"]}
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1251"])
def test_encodings(encoding: str) -> None:
    locale, term = ("uk", "Київ") if encoding == "cp1251" else ("de", "Köln")
    declared = "utf-8" if encoding == "utf-8-sig" else encoding
    data = _tbx(_entry(term, locale)).replace('"1.0"', f'"1.0" encoding="{declared}"', 1).encode(encoding)
    assert terms(read("x.tbx", data)) == [{locale: [term]}]
