"""What several processors read is what one reads."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from termkit.termbase import parallel, read_termbase
from termkit.termbase.packing import unpack
from termkit.termbase.parallel import read_packed

GLOSSARY = Path(__file__).parents[2] / "glossary"
ENTRY = "- {{id: place-{0}, kind: place, terms: {{en: Place {0}}}}}\n"


@pytest.fixture(autouse=True)
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_LARGE", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)


def test_sample_termbase() -> None:
    reading = read_termbase([GLOSSARY], cache=False)
    parsed = read_packed(reading.files)
    assert parsed is not None
    assert len(parsed) > 40
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parallel, "_LARGE", 10**9)
        alone = read_termbase([GLOSSARY], cache=False)
    assert dict(unpack(parsed)) == dict(reading.concepts) == dict(alone.concepts)
    assert list(parsed) == list(reading.concepts) == list(alone.concepts)
    assert reading.digest == alone.digest


@pytest.mark.parametrize(
    "text",
    [
        "".join(map(ENTRY.format, (*range(20), 3))),
        "".join(map(ENTRY.format, range(20))) + "- {id: place-x}\n",
        '- id: place-a\n  kind: place\n  terms: {en: "A\n- b"}\n' + "".join(map(ENTRY.format, range(20))),
        ENTRY.format(1).replace("kind", "related: {type: located-in, target: place-2}, kind"),
        "",
    ],
    ids=["id-twice", "fault", "cut-in-a-value", "relation-to-nothing", "empty"],
)
def test_faults_are_told_by_one(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parallel, "_LARGE", 10**9)
        alone = read_termbase([path], cache=False)
    reading = read_termbase([path], cache=False)
    assert reading == alone


def test_a_process_with_threads_is_not_forked() -> None:
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(parallel._start_method).result() == "spawn"
