"""A file or folder can't be opened, or is not text.

## Why

A file that is passed over is a file that nobody checked.

**What is reported**: a file or folder, found on the way through a folder, that may not be read, is a
symbolic link that leads nowhere or in a circle, or is not a regular file; and a file that holds NUL bytes
or bytes that its character set does not have, at the first of them. A text of more than a million characters is
left out, and reported likewise. A path given on the command line that does not exist is no finding: termkit
stops there with exit code 2.

## How to fix it

Give the user that runs termkit the right to read it, or mend the link; save the text as UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule

from ._faults import report_faults

RULE = Rule(
    name="unreadable-file",
    category=Category.FORMAT,
    summary="a file or folder can't be opened, or is not text",
    mqm="design/markup",
)

EXAMPLES: tuple[Example, ...] = ()  # a fault stands in a file, not in two texts: see tests/cli


def check(comparison: Comparison) -> Iterator[Finding]:
    """The files and folders of which nothing could be read."""
    yield from report_faults(RULE, comparison)
