"""What is not prose in a text."""

from __future__ import annotations

import subprocess
import sys

import pytest

from termkit.formats.protect import protected_spans


def protected(string: str, *flags: str) -> list[str]:
    return [string[span.start : span.end] for span in protected_spans(string, flags)]


@pytest.mark.parametrize(
    ("string", "expected"),
    [
        ("5 < 6 and 7 > 3 & 4; a@b", []),
        ("See (https://example.org/5), www.b.org/6.", ["https://example.org/5", "www.b.org/6"]),
        ("https://en.example.org/wiki/A_(5)!", ["https://en.example.org/wiki/A_(5)"]),
        ("«https://example.org/5»，http://b.org/6。", ["https://example.org/5", "http://b.org/6"]),
        ("mailto:a@b.org, c.d+5@e-f.org.", ["mailto:a@b.org", "c.d+5@e-f.org"]),
        ("<a href='x > 5'>6</a><br/>", ["<a href='x > 5'>", "</a>", "<br/>"]),
        ("a<!-- 5 -- 6 -->7", ["<!-- 5 -- 6 -->"]),
        ("5&nbsp;6&#160;7&#xA0;8", ["&nbsp;", "&#160;", "&#xA0;"]),
        ("п`ять, сім`я; `code 5` and ``a`` b", ["`code 5`", "``a``"]),
        ("a[^5] b [^note]: c", ["[^5]", "[^note]:"]),
        ("%s {a} $b %1", []),
    ],
)
def test_prose(string: str, expected: list[str]) -> None:
    assert protected(string) == expected


@pytest.mark.parametrize(
    ("flag", "string", "expected"),
    [
        ("c-format", "%s %5.2f %-3d %lld %1$s %% %%d 100 % of", ["%s", "%5.2f", "%-3d", "%lld", "%1$s"]),
        ("c-format", "%<PRIu64> %*d", ["%<PRIu64>", "%*d"]),
        ("python-format", "%(count)05d of %r", ["%(count)05d", "%r"]),
        ("python-brace-format", "{a} {{5}} {0!r:>{w}} {}", ["{a}", "{0!r:>{w}}", "{}"]),
        ("qt-format", "%1 of %L2, %n", ["%1", "%L2", "%n"]),
        ("sh-format", "$a ${b} $ 5", ["$a", "${b}"]),
        ("no-c-format", "%s", []),
    ],
)
def test_placeholders(flag: str, string: str, expected: list[str]) -> None:
    assert protected(string, "fuzzy", flag) == expected


PATTERNS = (
    "<!--",
    "<a b='",
    '<a b="',
    "<a ",
    "a@",
    "a",
    "www.",
    "http://(",
    "`",
    "``a",
    "&",
    "[^",
    "%(",
    "{",
    "{a{b}",
    "%0",
    "-->",
)


def test_cost_grows_with_length_only() -> None:
    # Each takes a tenth of a second. A cost that grew with the square of the length would take hours, and is cut off.
    look = (
        "import sys\n"
        "from termkit.formats.protect import protected_spans\n"
        "for pattern in sys.argv[1:]:\n"
        "    protected_spans(pattern * (300_000 // len(pattern)) + '<', ['c-format', 'python-brace-format'])\n"
    )
    limited = 'ulimit -t 60 && exec "$@"'  # seconds of the processor
    subprocess.run(["sh", "-c", limited, "sh", sys.executable, "-c", look, *PATTERNS], check=True)
