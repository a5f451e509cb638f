from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .serving import Server, serving, write_glossary


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose glossary no test changes."""
    folder = tmp_path_factory.mktemp("project")
    write_glossary(folder)
    with serving(folder) as running:
        yield running


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    """The glossary file of a project that a test may change."""
    return write_glossary(tmp_path)
