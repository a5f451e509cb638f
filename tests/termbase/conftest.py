from collections.abc import Callable
from pathlib import Path

import pytest

from termkit.termbase import TermbaseError, load_termbase


@pytest.fixture(autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own."""
    home = tmp_path_factory.mktemp("cache")
    monkeypatch.setattr("platformdirs.user_cache_path", home.joinpath)
    return home / "termkit" / "termbase"


@pytest.fixture
def faults_of_text(tmp_path: Path, cache_folder: Path) -> Callable[[str], list[str]]:
    """The faults of a glossary file with some text, as `line:column: message`, in order."""

    def load(text: str) -> list[str]:
        path = tmp_path / "glossary.yaml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(TermbaseError) as caught:
            load_termbase([path])
        assert {fault.path for fault in caught.value.faults} == {str(path)}
        assert not cache_folder.exists()
        return [
            str(fault).replace(str(tmp_path) + "/", "").removeprefix("glossary.yaml:") for fault in caught.value.faults
        ]

    return load
