"""Settings: where they are found, what they say, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.config import ConfigError, Settings, find_configuration, load_settings
from termkit.model import Severity

from .project import HEADER, RIGHT, WRONG, Termkit, Write


def faults(path: Path) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_settings(path)
    return [str(fault) for fault in caught.value.faults]


def test_without_a_file_the_defaults_hold() -> None:
    assert load_settings(None) == Settings()


def test_all_keys(write: Write) -> None:
    write("names/x.yaml", "")
    path = write(
        "termkit.toml",
        'source-locale = "pt_br"\nglossary = ["names"]\nselect = ["syntax-error"]\nignore = ["source-missing"]\n'
        'fail-on = "error"\noutput-format = "concise"\n',
    )
    settings = load_settings(path)
    assert settings.source_locale == "pt-BR"
    assert settings.glossary == (Path("names"),)
    assert settings.select == frozenset({"syntax-error"})
    assert settings.ignore == frozenset({"source-missing"})
    assert settings.fail_on is Severity.ERROR
    assert settings.output_format == "concise"


def test_glossary_beside_the_file_is_the_default(write: Write) -> None:
    path = write("termkit.toml", "")
    assert load_settings(path).glossary == ()
    write("glossary/x.yaml", "")
    assert load_settings(path).glossary == (Path("glossary"),)
    assert load_settings(write("termkit.toml", "glossary = []\n")).glossary == ()


def test_all_faults_at_once_with_their_lines(write: Write) -> None:
    path = write(
        "termkit.toml",
        'source-locale = "ua"\n\nselect = [\n  "syntax-error",\n  "numbr-mismatch",\n]\nglosary = "x"\n'
        'glossary = "x"\nfail-on = "never"\noutput-format = 3\nignore = "all"\n',
    )
    found = faults(path)
    assert [fault.split(" ")[0] for fault in found] == [f"termkit.toml:{line}:" for line in (1, 5, 7, 8, 9, 10, 11)]
    assert "did you mean `uk`?" in found[0]
    assert "there is no rule `numbr-mismatch`" in found[1]
    assert "unknown key; known are source-locale, glossary," in found[2]
    assert "must be a list of strings" in found[3]
    assert "`never` must be one of error, warning, info" in found[4]


def test_glossary_that_does_not_exist(write: Write) -> None:
    (fault,) = faults(write("termkit.toml", '\nglossary = ["none"]\n'))
    assert fault == "termkit.toml:2: glossary: `none` does not exist (paths are relative to this file)"


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"x = 1\ny =\n", 2), (b"x = 1\nx = [\n", 3), (b'x = 1\n\ny = "\xff"\n', 3)],
    ids=["no-value", "breaks-off", "not-utf-8"],
)
def test_file_that_is_no_toml(write: Write, content: bytes, line: int) -> None:
    (fault,) = faults(write("termkit.toml", content))
    assert fault.startswith(f"termkit.toml:{line}: ")


def test_pyproject(write: Write) -> None:
    path = write(
        "pyproject.toml", '[project]\nname = "x"\nselect = 1\n\n[tool.termkit]\nfail-on = "error"\nselect = 1\n'
    )
    assert find_configuration(path.parent) == path
    assert [fault.split(" ")[0] for fault in faults(path)] == ["pyproject.toml:7:"]


def test_pyproject_without_our_table_is_passed_over(write: Write) -> None:
    path = write("termkit.toml", "")
    inner = write("inner/pyproject.toml", '[project]\nname = "termkit"\n')
    assert find_configuration(inner.parent) == path


def test_broken_pyproject_with_our_table_is_not_passed_over(write: Write) -> None:
    path = write("pyproject.toml", "[tool.termkit]\nfail-on = error\n")
    assert find_configuration(path.parent) == path
    assert faults(path)[0].startswith("pyproject.toml:2: is not valid TOML")


def test_nearest_to_the_checked_path_first(check: Termkit, write: Write) -> None:
    write("termkit.toml", 'ignore = ["number-mismatch"]\n')
    write("inner/termkit.toml", "")
    for folder in ("locales", "inner/locales"):
        write(f"{folder}/uk/x.po", HEADER + WRONG)
    assert check("locales").rules == []
    assert check("inner/locales").rules == ["number-mismatch"]


def test_glossary_is_relative_to_the_file(write: Write, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("termkit.toml", 'glossary = ["names"]\n')
    write("names/x.yaml", "")
    monkeypatch.chdir(write("inner/x.po", "").parent)
    assert load_settings(path).glossary == (project / "names",)


def test_command_line_wins(check: Termkit, write: Write) -> None:
    write("termkit.toml", 'select = ["date-mismatch"]\nfail-on = "info"\noutput-format = "full"\n')
    write("locales/uk/x.po", HEADER + WRONG)
    assert check("locales").rules == []
    assert check("locales", "--select", "number-mismatch").rules == ["number-mismatch"]


def test_faults_end_the_run(termkit: Termkit, write: Write) -> None:
    write("termkit.toml", "selct = []\n")
    write("locales/uk/x.po", HEADER + RIGHT)
    result = termkit("check", "locales")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("termkit.toml:1: selct: unknown key")
