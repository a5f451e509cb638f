"""A file or folder can't be opened.

**Why**: a file that is passed over is a file that nobody checked.

**What is reported**: a file or folder, found on the way through a folder, that may not be read, is a
symbolic link that leads nowhere or in a circle, or is not a regular file. A path given on the command line
that does not exist is no finding: termkit stops there with exit code 2.

**How to fix**: give the user that runs termkit the right to read it, or mend the link.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.model import Category, Comparison, Example, Finding, Rule

from ._faults import report_faults

RULE = Rule(
    name="unreadable-file",
    category=Category.FORMAT,
    summary="a file or folder can't be opened",
    mqm="design/markup",
)

EXAMPLES: tuple[Example, ...] = ()  # a fault stands in a file, not in two texts: see tests/cli/test_faults.py


def check(comparison: Comparison) -> Iterator[Finding]:
    """The file itself, where it could not be opened."""
    yield from report_faults(RULE, comparison)
