"""What `make eval` counts and shows, on data made up for the purpose; the evaluation data is not needed."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from termkit.rules import is_off, off_places, rule_names, shown_place
from termkit.tags import parse_locale

ROOT = Path(__file__).resolve().parent.parent


def _load() -> ModuleType:
    """The benchmark, which is in no package."""
    spec = importlib.util.spec_from_file_location("accuracy", ROOT / "benchmarks/accuracy.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


accuracy = _load()
Count = accuracy.Count
Row = accuracy.Row


def _checked(rows: str, **found: set[str]) -> object:
    return accuracy.Checked(frozenset(rows), {row: frozenset(rules) for row, rules in found.items()})


RESULTS = {
    ("ntrex", "en-de"): _checked("abcd", a={"date-mismatch"}, b={"number-mismatch", "date-mismatch"}),
    ("ntrex", "en-uk"): _checked("abcd"),
    ("ntrex-inj-digit", "en-de"): _checked("abcd", a={"number-mismatch"}, c={"number-mismatch"}),
    ("ntrex-inj-digit", "en-uk"): _checked("ab", a={"date-mismatch"}, b={"number-mismatch"}),
    ("demetr-numbers-mt", "cs-en"): _checked("xyz", x={"number-mismatch"}),
    ("demetr-numbers-bad", "cs-en"): _checked("xyz", x={"number-mismatch"}, y={"number-mismatch"}),
}
TRUE_ERRORS = {Row("ntrex", "en-de", "a"): "Saturday became Sunday", Row("ntrex", "en-uk", "d"): "June is dropped"}


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        pytest.param(accuracy.alarms(RESULTS, "ntrex", ["en-de", "en-uk"]), Count(2, 8), id="all"),
        pytest.param(accuracy.alarms(RESULTS, "ntrex", ["en-de"]), Count(2, 4), id="direction"),
        pytest.param(accuracy.alarms(RESULTS, "ntrex", ["en-de"], TRUE_ERRORS), Count(1, 4), id="less-true-errors"),
        pytest.param(accuracy.alarms(RESULTS, "ntrex", ["en-de"], rule="number-mismatch"), Count(1, 4), id="rule"),
        pytest.param(accuracy.alarms(RESULTS, "wmt22", ["en-de"]), Count(0, 0), id="no-such-set"),
        # Rows a and b of en-de are flagged untouched: they show nothing about what was changed in them.
        pytest.param(accuracy.recall(RESULTS, "ntrex", "digit", ["en-de", "en-uk"]), Count(3, 4), id="recall"),
        pytest.param(
            accuracy.recall(RESULTS, "ntrex", "digit", ["en-uk"], "date-mismatch"), Count(1, 2), id="recall-rule"
        ),
        pytest.param(accuracy.told_apart(RESULTS), Count(1, 3), id="told-apart"),
    ],
)
def test_counts(counted: object, expected: object) -> None:
    assert counted == expected


def test_a_count_is_shown() -> None:
    count = Count(1234, 20_000)
    assert count.whole() == "6.17 % (1,234 of 20,000)"
    assert count.short() == "1,234 · 6.17 %"
    assert count.fraction() == "1,234/20,000"
    assert {Count(0, 0).whole(), Count(0, 0).short(), Count(0, 0).fraction()} == {"–"}


def test_table() -> None:
    shown = accuracy.table(["rule", "rows"], [["`a`", "1"], ["`b`", "2"]])
    assert shown == "| rule | rows |\n| --- | ---: |\n| `a` | 1 |\n| `b` | 2 |"


def _page(peers: dict[str, object]) -> list[str]:
    page: str = accuracy.page(accuracy.Measured(RESULTS, peers, TRUE_ERRORS))
    return page.splitlines()


def test_page_shows_the_figures() -> None:
    lines = _page({})
    assert "|  | termkit | pofilter 3.20.4 `numbers` | l10n-lint 1.23.30 |" in lines
    assert "| NTREX-128: false alarms | 25.00 % (2 of 8) | 3.70 % | 4.49 % |" in lines
    assert "| NTREX-128: less true errors | 12.50 % (1 of 8) | – | – |" in lines
    assert "| DEMETR numbers: told apart | 33.33 % (1 of 3) | 67 % | 52 % |" in lines
    assert "| en-de | 4 | 2 · 50.00 % | 1 · 25.00 % | 1/2 | – | – | – | – | – |" in lines
    assert "| all | 8 | 2 · 25.00 % | 1 · 12.50 % | 3/4 | – | – | – | – | – |" in lines
    assert "| `date-mismatch` | 2 | 1 | 1 · 12.50 % | 0 | 0 | – |" in lines
    assert "| `date-mismatch` | NTREX-128 | en-de | 25.00 % (1 of 4) |" in lines
    assert "| any of them | 3/4 | – | – | – | – | – |" in lines
    assert "| ntrex | en-de | a | Saturday became Sunday | `date-mismatch` |" in lines
    assert "| ntrex | en-uk | d | June is dropped | – |" in lines


def test_a_measured_peer_takes_the_place_of_its_published_figures() -> None:
    lines = _page({"pofilter 9 `numbers`": {("ntrex", "en-de"): _checked("abcd", d={"numbers"})}})
    assert "|  | termkit | pofilter 9 `numbers` | l10n-lint 1.23.30 |" in lines
    assert "| NTREX-128: false alarms | 25.00 % (2 of 8) | 25.00 % (1 of 4) | 4.49 % |" in lines
    assert "| en-de | 4 | 2 · 50.00 % | 1 · 25.00 % | 1 · 25.00 % | 1/2 | – | – | – | – | – |" in lines


def test_true_errors_are_read() -> None:
    text = "ntrex:\n  en-de:\n    a: Saturday became Sunday\n  en-uk:\n    d: June is dropped\n"
    assert accuracy.read_true_errors(text) == TRUE_ERRORS


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        pytest.param("- a\n", ["the file: not a mapping"], id="no-mapping"),
        pytest.param("wmt23: {en-de: {a: dropped}}\n", ["wmt23: not one of ntrex, wmt22"], id="unknown-set"),
        pytest.param("ntrex: {en-de: [a]}\n", ["ntrex en-de: not a mapping"], id="no-rows"),
        pytest.param(
            "ntrex: {en-de: {a: }, en-uk: [a]}\n",
            ["ntrex en-de a: has no reading", "ntrex en-uk: not a mapping"],
            id="all-faults",
        ),
    ],
)
def test_faults_of_true_errors(text: str, faults: list[str]) -> None:
    with pytest.raises(accuracy.DataError) as raised:
        accuracy.read_true_errors(text)
    assert str(raised.value).splitlines() == faults


def test_true_errors_in_names_are_read() -> None:
    text = (ROOT / "benchmarks/true_name_errors.yaml").read_text("utf-8")
    assert "Mississippi is dropped" in accuracy.read_true_errors(text).values()


def test_page_lists_the_true_errors() -> None:
    """The page in the repository was written after the list and the rules were changed."""
    page = (ROOT / "docs/accuracy.md").read_text("utf-8")
    true_errors = accuracy.read_true_errors(accuracy.TRUE_ERRORS.read_text("utf-8"))
    missing = [row for row, reading in true_errors.items() if f"| {' | '.join(row)} | {reading} |" not in page]
    assert missing == []
    assert [rule for rule in accuracy.fact_rules() if f"\n| `{rule}` |" not in page] == []
    assert set(accuracy.fact_rules()) < set(rule_names())


def test_page_lists_where_rules_are_off() -> None:
    page = (ROOT / "docs/accuracy.md").read_text("utf-8")
    rows = [f"| `{rule}` | {shown_place(place)} |" for rule, off in off_places().items() for place in off]
    assert [row for row in rows if row not in page] == []


def test_no_rule_runs_by_default_where_it_is_not_good_enough() -> None:
    """The table of the noisy rules was measured with the rules that run by default."""
    page = (ROOT / "docs/accuracy.md").read_text("utf-8")
    noisy = re.findall(r"^\| `([a-z-]+)` \| .+ \| ([a-z]+)-([a-z]+) \| ([0-9.]+) % \(", page, re.MULTILINE)
    assert noisy
    above = [row for row in noisy if float(row[3]) > 100 * accuracy.TOLERATED]
    assert [row for row in above if not is_off(row[0], parse_locale(row[1]), parse_locale(row[2]))] == []


def test_page_says_where_rules_are_off(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Nowhere." in _page({}) or off_places()
    monkeypatch.setattr(accuracy, "off_places", lambda: {"number-format": {"en-ja": "3 % of false alarms"}})
    assert "| `number-format` | from en into ja | 3 % of false alarms |" in _page({})


def test_without_data_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "accuracy.md"
    accuracy.main(["--evals", str(tmp_path / "evals"), "--page", str(page)])
    assert not page.exists()
    assert capsys.readouterr().out == f"no evaluation data in {tmp_path / 'evals'}: accuracy.md stays as it is\n"


def test_data_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    head = 'msgid ""\nmsgstr ""\n"Language: uk\\n"\n"X-Source-Language: en\\n"\n'
    for folder, found in (("ntrex", "три"), ("ntrex-inj-word", "чотири")):
        file = tmp_path / "data" / folder / "en-uk.po"
        file.parent.mkdir(parents=True)
        unit = f'\nmsgctxt "1"\nmsgid "They found three."\nmsgstr "Знайшли {found}."\n'
        file.write_text(head + unit, "utf-8")
    monkeypatch.setenv("POFILTER", "no-such-command")
    monkeypatch.setattr(accuracy, "TRUE_ERRORS", tmp_path / "true_errors.yaml")
    accuracy.TRUE_ERRORS.write_text("ntrex: {en-uk: {2: June is dropped}}\n", "utf-8")
    accuracy.main(["--evals", str(tmp_path), "--page", str(tmp_path / "accuracy.md")])
    assert capsys.readouterr().out.startswith("1 of the rows in true_errors.yaml are not in this data\n")
    page = (tmp_path / "accuracy.md").read_text("utf-8").splitlines()
    assert "| en-uk | 1 | 0 · 0.00 % | 0 · 0.00 % | – | – | – | – | – | 1/1 |" in page
    assert sorted(path.name for path in tmp_path.iterdir()) == ["accuracy.md", "data", "true_errors.yaml"]


def test_make_eval_says_that_there_is_no_data(tmp_path: Path) -> None:
    if shutil.which("make") is None:
        pytest.skip("make is not installed")
    page = ROOT / "docs/accuracy.md"
    before = page.read_bytes()
    command = ["make", "--no-print-directory", "-s", "eval", f"EVALS={tmp_path / 'a b'}"]
    command += [f"BIN={Path(sys.executable).parent}", "-o", ".venv/.installed"]
    environment = {name: value for name, value in os.environ.items() if name != "MAKEFLAGS"}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert run.stdout == f"no evaluation data in {tmp_path / 'a b'}: accuracy.md stays as it is\n"
    assert page.read_bytes() == before
