"""What the notes say, and that no other byte of a PO file changes."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termkit.annotate import AnnotateError, annotate_po
from termkit.formats.po_notes import add_notes, read_po_sources, remove_notes
from termkit.model import Locale
from termkit.recognise.recognisers import Recognisers

EN, UK = Locale("en"), Locale("uk")
MARK = "#. termkit glossary:"
HEADER = 'msgid ""\nmsgstr "Language: uk\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
KYIV = f"{MARK} Kyiv → Київ (masculine; not: Киев, Кіїв) Never in quotes.\n"


def _annotate(text: str | bytes, recognisers: Recognisers) -> bytes:
    data = text if isinstance(text, bytes) else text.encode()
    return annotate_po("x.po", data, recognisers, source_locale=EN, locale=UK)


def _notes(source: str, recognisers: Recognisers, *more: str) -> list[str]:
    messages = "".join(f'msgid "{text}"\nmsgstr ""\n\n' for text in (*more, source))
    lines = _annotate(messages, recognisers).decode().split(f'msgid "{source}"')[0].splitlines()
    return [line.removeprefix(f"{MARK} ") for line in lines if line.startswith(MARK)]


@pytest.mark.parametrize(
    ("source", "notes"),
    [
        ("In Kyiv.", ["Kyiv → Київ (masculine; not: Киев, Кіїв) Never in quotes."]),
        ("In Kiev.", ["Kiev → Київ (masculine; not: Киев, Кіїв) Never in quotes."]),
        ("Ann Lee's", ["Ann Lee → Енн Лі (feminine, indeclinable) Прізвище не", "  відмінюється."]),
        ("The Guard of Kyiv", ["Guard of Kyiv → Варта (feminine, plural, proposed only)"]),
        ("A drone", ["drone (not: дрон)"]),
        ("Ann Lee: A drone, Kyiv", ["Ann Lee →", "  відм", "drone", "Kyiv →"]),
        ("Kyiv, Kyiv and Kyiv", ["Kyiv →"]),
        ("Kyivan Rus", []),
        ("Saturday", []),
        ("<a href='Kyiv'>https://x.org/Kyiv</a>", []),
        ("Lee came.", []),
    ],
)
def test_a_note_says_what_a_translator_needs(source: str, notes: list[str], recognisers: Recognisers) -> None:
    found = _notes(source, recognisers)
    assert len(found) == len(notes)
    assert all(line.startswith(note) for line, note in zip(found, notes, strict=True))


def test_an_ambiguous_name_counts_where_the_file_names_the_concept(recognisers: Recognisers) -> None:
    # The full name stands in another message; there is no Ukrainian surname, so the whole name is the advice.
    assert _notes("Lee came.", recognisers, "Ann Lee")[-2].startswith("Lee → Енн Лі")


FILES = {
    "plain": (HEADER + 'msgid "Kyiv"\nmsgstr ""\n', HEADER + KYIV + 'msgid "Kyiv"\nmsgstr ""\n'),
    "comments in gettext's order": (
        '# t\n#. x\n#: a.c:1\n#, fuzzy\n#| msgid "K"\nmsgid "Kyiv"\nmsgstr ""\n',
        f'# t\n#. x\n{KYIV}#: a.c:1\n#, fuzzy\n#| msgid "K"\nmsgid "Kyiv"\nmsgstr ""\n',
    ),
    "comments in another order": (
        '#: a.c:1\n#. x\n# t\nmsgid "Kyiv"\nmsgstr ""\n',
        f'#: a.c:1\n#. x\n{KYIV}# t\nmsgid "Kyiv"\nmsgstr ""\n',
    ),
    "no extracted comment": (
        '# t\n#, fuzzy\nmsgid "Kyiv"\nmsgstr ""\n',
        f'# t\n{KYIV}#, fuzzy\nmsgid "Kyiv"\nmsgstr ""\n',
    ),
    "context": (
        'msgid "a"\nmsgstr ""\nmsgctxt "c"\nmsgid "Kyiv"\nmsgstr ""\n',
        f'msgid "a"\nmsgstr ""\n{KYIV}msgctxt "c"\nmsgid "Kyiv"\nmsgstr ""\n',
    ),
    "plural": (
        'msgid "one"\nmsgid_plural "in Kyiv"\nmsgstr[0] ""\nmsgstr[1] ""\n',
        f'{KYIV}msgid "one"\nmsgid_plural "in Kyiv"\nmsgstr[0] ""\nmsgstr[1] ""\n',
    ),
    "several lines and escapes": (
        'msgid ""\n"\\"Ky"\n"iv\\"\\n"\nmsgstr ""\n',
        f'{KYIV}msgid ""\n"\\"Ky"\n"iv\\"\\n"\nmsgstr ""\n',
    ),
    "obsolete": (
        '#, fuzzy\n#~ msgid "Kyiv"\n#~ msgstr "K"\nmsgid "Kyiv"\nmsgstr ""\n\n#~ msgid "Kyiv"\n#~ msgstr ""\n',
        f'#, fuzzy\n#~ msgid "Kyiv"\n#~ msgstr "K"\n{KYIV}msgid "Kyiv"\nmsgstr ""\n\n#~ msgid "Kyiv"\n#~ msgstr ""\n',
    ),
    "no end of the last line": ('msgid "Kyiv"\nmsgstr ""', f'{KYIV}msgid "Kyiv"\nmsgstr ""'),
    "spaces and empty lines": (
        '\n  # t\n\t#: a\n \n  msgid "Kyiv"\n\n msgstr ""\n\n\n',
        f'\n  # t\n\t#: a\n \n{KYIV}  msgid "Kyiv"\n\n msgstr ""\n\n\n',
    ),
    "suppression": (
        '#. termkit: ignore[untranslated] later\nmsgid "Kyiv"\nmsgstr ""\n',
        f'#. termkit: ignore[untranslated] later\n{KYIV}msgid "Kyiv"\nmsgstr ""\n',
    ),
}


@pytest.mark.parametrize(("before", "after"), FILES.values(), ids=FILES)
@pytest.mark.parametrize(
    ("mark", "end"), [(b"", b"\n"), (b"\xef\xbb\xbf", b"\r\n"), (b"", b"\r")], ids=["lf", "bom-crlf", "cr"]
)
def test_only_the_notes_are_added_and_taken_away(
    before: str, after: str, mark: bytes, end: bytes, recognisers: Recognisers
) -> None:
    old, new = (mark + text.encode().replace(b"\n", end) for text in (before, after))
    assert _annotate(old, recognisers) == new
    assert _annotate(new, recognisers) == new
    assert remove_notes(new) == old


def test_line_ends_of_several_kinds_stay(recognisers: Recognisers) -> None:
    old = b'# t\r#: a\nmsgid "Kyiv"\r\nmsgstr ""\n\nmsgid "drone"\nmsgstr ""\r'
    new = _annotate(old, recognisers)
    assert KYIV.encode().replace(b"\n", b"\r\n") in new
    assert remove_notes(new) == old


def test_a_changed_termbase_changes_the_notes(recognisers: Recognisers) -> None:
    stale = f'{MARK} Moscow → Москва\n#. x\n{MARK} old\nmsgid "Kyiv"\nmsgstr ""\n{MARK} at the end\n'
    assert _annotate(stale, recognisers).decode() == f'#. x\n{KYIV}msgid "Kyiv"\nmsgstr ""\n'


_PARTS = st.sampled_from(
    ["#. x", "# t", "#: Kyiv", "#, fuzzy", '#~ msgid "Kyiv"', '#~ msgstr ""', "", "#", "#.", "# termkit glossary: x"]
)
_STRINGS = st.sampled_from(["Kyiv", "", "drone", "Ann Lee", "Lee\\n"])


@st.composite
def _po(draw: st.DrawFn) -> bytes:
    lines: list[str] = []
    for number in range(draw(st.integers(0, 5))):
        lines += draw(st.lists(_PARTS, max_size=5))
        lines += [f'msgctxt "{number}"'] * draw(st.booleans())
        lines += [f'msgid "{draw(_STRINGS)}"', 'msgstr ""']
    text = "".join(line + draw(st.sampled_from(["\n", "\r\n", "\r", "\n\n"])) for line in lines)
    return (b"\xef\xbb\xbf" if draw(st.booleans()) else b"") + text.encode()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=_po())
def test_any_file_comes_back(data: bytes, recognisers: Recognisers) -> None:
    noted = _annotate(data, recognisers)
    assert remove_notes(noted) == data
    assert _annotate(noted, recognisers) == noted
    names = [[text.string for text in message.texts] for message in read_po_sources("x.po", data, EN).messages]
    assert names == [[text.string for text in message.texts] for message in read_po_sources("x.po", noted, EN).messages]
    assert noted.count(b"Kyiv \xe2\x86\x92") == names.count(["Kyiv"])


def test_polib_keeps_the_notes(recognisers: Recognisers, tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_bytes(_annotate(HEADER + 'msgid "Ann Lee in Kyiv"\nmsgstr ""\n', recognisers))
    noted = path.read_bytes()
    po = polib.pofile(str(path))
    assert "Kyiv → Київ" in po[0].comment
    po.save()
    assert [line for line in path.read_bytes().splitlines() if b"glossary" in line] == [
        line for line in noted.splitlines() if b"glossary" in line
    ]


def test_a_note_in_the_charset_of_the_file() -> None:
    data = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=KOI8-U\\n"\n\nmsgid "Kyiv"\nmsgstr "Київ"\n'
    assert add_notes("x.po", data.encode("koi8-u"), {4: ["Київ"]}, "koi8-u") == data.replace(
        '\nmsgid "K', f'\n{MARK} Київ\nmsgid "K'
    ).encode("koi8-u")


def test_a_charset_without_room_for_a_note_is_told(recognisers: Recognisers) -> None:
    data = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=KOI8-U\\n"\n\nmsgid "Kyiv"\nmsgstr "Київ"\n'
    with pytest.raises(AnnotateError, match=r"^x\.po:4:1: KOI8-U has no “→”.*msgconv -t UTF-8"):
        _annotate(data.encode("koi8-u"), recognisers)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'msgid "Kyiv\nmsgstr ""\n', "x.po:1:7: the string is not closed"),
        (b"\xff\xfem\0s\0g\0", "x.po:1:1: UTF-16"),
        (b'msgid "\xff"\nmsgstr ""\n', "x.po:1:8: not UTF-8"),
        (b'msgid "Kyiv"\n', "x.po:2:1: the file ends inside a message"),
    ],
)
def test_a_broken_file_is_told(data: bytes, message: str, recognisers: Recognisers) -> None:
    with pytest.raises(AnnotateError) as caught:
        _annotate(data, recognisers)
    assert str(caught.value).startswith(message)
