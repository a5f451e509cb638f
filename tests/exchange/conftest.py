from __future__ import annotations

from pathlib import Path

import pytest

from termkit.model import Concept

from .files import sample


@pytest.fixture
def concepts(tmp_path: Path) -> list[Concept]:
    return sample(tmp_path)
