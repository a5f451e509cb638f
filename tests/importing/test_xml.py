"""XML that is hostile or broken is refused, quickly and with its line; harmless oddities are read."""

from __future__ import annotations

import subprocess
import sys

import pytest

from termkit.importing import UnreadableError, tbx

from .reading import propose, read, terms

BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">\n' for n in range(1, 10))
ATTRIBUTES = " ".join(f'a{n}=""' for n in range(500_000))


def _tbx(body: str = "", before: str = "") -> str:
    return f'<?xml version="1.0"?>\n{before}<martif type="TBX"><text><body>{body}</body></text></martif>'


def _entry(term: str, locale: str = "en") -> str:
    return f'<termEntry><langSet xml:lang="{locale}"><tig><term>{term}</term></tig></langSet></termEntry>'


HARM: list[tuple[str | bytes, str]] = [
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
]
# Seconds of the processor and kilobytes, for all of it together; what grows without bound takes more.
LIMITED = 'ulimit -t 60 && ulimit -v 1000000 && exec "$@"'


@pytest.fixture(scope="module")
def refusals() -> list[str]:
    """What is said of each harmful file by a process that may not take much."""
    files = [data if isinstance(data, bytes) else data.encode() for data, _ in HARM]
    reader = (
        "import sys\n"
        "from termkit.importing import UnreadableError, read_glossary\n"
        "for size in map(int, sys.argv[1:]):\n"
        "    try:\n"
        "        read_glossary('x.tbx', sys.stdin.buffer.read(size), 'en')\n"
        "    except UnreadableError as error:\n"
        "        print(error)\n"
    )
    command = ["sh", "-c", LIMITED, "sh", sys.executable, "-c", reader, *(str(len(file)) for file in files)]
    done = subprocess.run(command, input=b"".join(files), capture_output=True, check=True)
    return done.stdout.decode().splitlines()


@pytest.mark.parametrize("number", range(len(HARM)), ids=[message.removeprefix("x.tbx:") for _, message in HARM])
def test_harm_is_refused_at_little_cost(number: int, refusals: list[str]) -> None:
    assert refusals[number].startswith(HARM[number][1])


def test_entries_of_one_name() -> None:
    proposal = propose(read("x.tbx", _tbx(_entry("a") * 3)))
    assert [entry["id"] for entry in proposal.new] == ["term-a", "term-a-2", "term-a-3"]


def test_very_many_entries_of_one_name() -> None:
    # To try all numbers for each would take minutes.
    take = "from termkit.termbase.ids import Ids; ids = Ids([]); [ids.take('a') for _ in range(100_000)]"
    subprocess.run(["sh", "-c", LIMITED, "sh", sys.executable, "-c", take], check=True)


def test_more_entries_than_a_termbase_should_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tbx, "_MOST_ENTRIES", 2)
    assert len(read("x.tbx", _tbx(_entry("a") * 2)).entries) == 2
    with pytest.raises(UnreadableError, match=r"^x\.tbx:4: more than 200,000 entries: import the file in parts"):
        read("x.tbx", _tbx("\n".join([_entry("a")] * 3 + ["<"])))  # what comes after is not looked at


@pytest.mark.parametrize(
    ("name", "size", "message"),
    [
        ("x.csv", 64 * 2**20 + 1, "x.csv:1: larger than 64 MB"),
        ("x.tbx", 256 * 2**20 + 1, "x.tbx:1: larger than 256 MB"),
    ],
)
def test_a_large_file_is_not_even_parsed(name: str, size: int, message: str) -> None:
    with pytest.raises(UnreadableError, match=f"^{message}: import it in parts"):
        read(name, bytes(size))


def test_a_large_text_is_not_read_to_its_end() -> None:
    with pytest.raises(UnreadableError, match=r"^x\.tbx:2: a text of more than 100,000"):
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
