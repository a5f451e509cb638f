"""JUnit's XML, which continuous integration servers read: a test suite a file, a failed test a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from termkit.model import Finding, Rule

from ._place import place_of
from .concise import headline

# XML 1.0, section 2.2: what a document may not hold, not even as references, or should not (U+007F to
# U+009F); and the marks that turn the direction of what follows.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def render(findings: Sequence[Finding], rules: Sequence[Rule], *, colour: bool = False) -> Iterator[str]:  # noqa: ARG001  a reporter's signature
    """The lines of one document."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="termkit" tests="{max(len(findings), 1)}" failures="{len(findings)}">'
    for path, group in groupby(sorted(findings, key=_path), key=_path):
        yield from _suite(path, list(group))
    if not findings:
        # Servers take a report without a test for one of a run that failed.
        yield '  <testsuite name="termkit" tests="1" failures="0">'
        yield '    <testcase classname="termkit" name="nothing found"/>'
        yield "  </testsuite>"
    yield "</testsuites>"


def _path(finding: Finding) -> str:
    return finding.text.origin.path


def _suite(path: str, findings: Sequence[Finding]) -> Iterator[str]:
    yield f'  <testsuite name={_attribute(path)} tests="{len(findings)}" failures="{len(findings)}">'
    for finding in findings:
        place = place_of(finding)
        name, file = _attribute(f"{finding.rule} ({place.line}:{place.column})"), _attribute(path)
        yield f'    <testcase classname={file} name={name} file={file} line="{place.line}">'
        yield f"      <failure type={_attribute(finding.severity)} message={_attribute(finding.message)}>"
        yield f"{escape(_allowed(headline(finding, colour=False)))}</failure>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _attribute(string: str) -> str:
    return quoteattr(_allowed(string))


def _allowed(string: str) -> str:
    r"""The string without the characters that should not be in XML.

    >>> _allowed("a\x1bb\ufffec\n")
    'abc\n'
    """
    return _FORBIDDEN.sub("", string)
