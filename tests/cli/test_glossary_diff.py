"""`termkit glossary diff`, in git repositories of its own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .project import Termkit, Write

KYIV = """\
- id: place-kyiv
  kind: place
  updated: 2026-11-22
  terms:
    en:
      - Kyiv
      - {term: Kiev, status: deprecated}
    uk: {term: Київ, gender: masculine, forms: {gen: Києва, dat: [Києву, Києвові]}}
"""
YUSOV = """\
- id: person-yusov
  kind: person
  sex: male
  definition: {en: A spokesman.}
  terms:
    uk: Андрій Юсов
    en: Andriy Yusov
"""
Git = Callable[..., None]


@pytest.fixture
def git(project: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """`git …` in the project, which is made a repository; nothing of the user's own settings counts."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)

    def run_git(*arguments: str) -> None:
        names = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.symlinks=true")
        subprocess.run(["git", *names, *arguments], cwd=project, check=True, capture_output=True)

    run_git("init", "--quiet", "--initial-branch=main")
    return run_git


@pytest.fixture
def commit(git: Git) -> Git:
    def commit_all(name: str) -> None:
        git("add", "--all")
        git("commit", "--quiet", "--message", name)
        git("tag", name)

    return commit_all


@pytest.fixture
def diff(termkit: Termkit, write: Write) -> Termkit:
    write("termkit.toml", "")
    return lambda *arguments: termkit("glossary", "diff", *arguments)


def test_in_words(diff: Termkit, write: Write, commit: Git) -> None:
    write("glossary/a.yaml", KYIV + YUSOV)
    commit("one")
    new = KYIV.replace("status: deprecated", "status: forbidden, replace_with: Kyiv").replace(", Києвові", "")
    new = new.replace("gender: masculine", "gender: neuter, ambiguous: true").replace("11-22", "11-24")
    write("glossary/a.yaml", new.replace("      - Kyiv\n", "      - Kyiv\n      - {term: Kyjiv, status: admitted}\n"))
    write("glossary/b.yaml", "- {id: org-afp, kind: organisation, definition: {uk: Агенція.}, terms: {en: AFP}}\n")
    result = diff()
    head, *lines = result.out.splitlines()
    assert result.code == 0
    assert head.startswith("1 new, 1 gone, 1 changed: HEAD (")
    assert head.endswith(") → the working tree")
    assert lines == [
        "",
        "New",
        "  org-afp  AFP (organisation)",
        "    uk: definition: “Агенція.”",
        "    en: “AFP”, preferred",
        "",
        "Gone",
        "  person-yusov  Andriy Yusov (person)",
        "    en: definition: “A spokesman.”",
        "    uk: “Андрій Юсов”, preferred",
        "    en: “Andriy Yusov”, preferred",
        "",
        "Changed",
        "  place-kyiv  Kyiv (place)",
        "    day of the last look is now 2026-11-24, was 2026-11-22",
        "    en: “Kiev”: status is now forbidden, was deprecated",
        "    en: “Kiev”: replacement is now “Kyiv”, was not given",
        "    en: new: “Kyjiv”, admitted",
        "    uk: “Київ”: gender is now neuter, was masculine",
        "    uk: “Київ”: dative is now “Києву”, was “Києву”, “Києвові”",
        "    uk: “Київ”: now ambiguous",
    ]


def test_another_spelling_in_the_place_of_one(diff: Termkit, write: Write, commit: Git) -> None:
    write("glossary/a.yaml", YUSOV)
    commit("one")
    write("glossary/a.yaml", YUSOV.replace("Andriy Yusov", "{term: Andrii Yusov, gender: masculine}"))
    lines = diff("--locale", "en").out.splitlines()[4:]
    assert lines == [
        "    en: the preferred spelling is now “Andrii Yusov”, was “Andriy Yusov”",
        "    en: “Andrii Yusov”: gender is now masculine, was not given",
    ]


def test_two_terms_that_change_places(diff: Termkit, write: Write, commit: Git) -> None:
    write("glossary/a.yaml", "- {id: a, kind: place, terms: {en: [Kyiv, {term: Kiev, status: admitted}]}}")
    commit("one")
    write("glossary/a.yaml", "- {id: a, kind: place, terms: {en: [{term: Kyiv, status: admitted}, Kiev]}}")
    lines = diff().out.splitlines()[4:]
    assert lines == [
        "    en: the preferred spelling is now “Kiev”, was “Kyiv”",
        "    en: “Kyiv”: status is now admitted, was preferred",
        "    en: “Kiev”: status is now preferred, was admitted",
    ]


def test_what_is_no_change(diff: Termkit, write: Write, commit: Git, project: Path) -> None:
    write("glossary/a.yaml", KYIV + YUSOV)
    commit("one")
    (project / "glossary/a.yaml").unlink()
    write("glossary/b/people.yaml", "# another file, order and layout\n" + YUSOV.replace("uk: Анд", "uk:   Анд"))
    write(
        "glossary/c.yml",
        KYIV.replace("    uk: {", "    uk:\n      - {").replace("place\n", "place\n  status: approved\n"),
    )
    write("glossary/export/old.yaml", YUSOV)
    assert diff("--exit-code").code == 0
    assert diff().out.splitlines()[1:] == []


def test_two_revisions(diff: Termkit, write: Write, commit: Git) -> None:
    write("glossary/a.yaml", KYIV)
    commit("one")
    write("glossary/a.yaml", KYIV.replace("Kiev", "Kief"))
    commit("two")
    write("glossary/a.yaml", "no termbase at all")
    assert diff("one", "one", "--exit-code").out.splitlines()[1:] == []
    result = diff("one", "two", "--exit-code")
    assert (result.code, result.out.splitlines()[4:]) == (
        1,
        ["    en: gone: “Kiev”, deprecated", "    en: new: “Kief”, deprecated"],
    )


def test_locales(diff: Termkit, write: Write, commit: Git) -> None:
    write("glossary/a.yaml", KYIV)
    commit("one")
    write("glossary/a.yaml", KYIV.replace("Kiev", "Kief").replace("gender: masculine, ", "") + YUSOV)
    assert diff("--locale", "uk").out.splitlines()[2:] == [
        "New",
        "  person-yusov  Andriy Yusov (person)",
        "    uk: “Андрій Юсов”, preferred",
        "",
        "Changed",
        "  place-kyiv  Kyiv (place)",
        "    uk: “Київ”: gender is not given any more, was masculine",
    ]
    assert "Changed" not in diff("--locale", "de").out
    assert len(diff("--locale", "uk", "--locale", "en").out.splitlines()) == len(diff().out.splitlines())


def test_markdown(diff: Termkit, write: Write, commit: Git) -> None:
    write("glossary/a.yaml", YUSOV)
    commit("one")
    write("glossary/a.yaml", YUSOV.replace("A spokesman.", "A *bold* spokesman."))
    assert diff("--output-format", "markdown").out.splitlines()[1:] == [
        "",
        "## Changed",
        "",
        "### Andriy Yusov (`person-yusov`)",
        "",
        r"- en: definition is now “A \*bold\* spokesman.”, was “A spokesman.”",
    ]


def test_jsonl(diff: Termkit, write: Write, commit: Git) -> None:
    write("glossary/a.yaml", KYIV)
    commit("one")
    write("glossary/a.yaml", KYIV.replace("gender: masculine", "gender: neuter") + YUSOV)
    first, second = diff("--output-format", "jsonl", "--locale", "uk").findings
    assert first["change"] == "new"
    assert second == {
        "concept": "place-kyiv",
        "kind": "place",
        "change": "changed",
        "message": "“Київ”: gender is now neuter, was masculine",
        "locale": "uk",
        "term": "Київ",
        "field": "gender",
        "old": "masculine",
        "new": "neuter",
    }
    assert [found["change"] for found in diff("--output-format", "jsonl", "--locale", "fr").findings] == ["new"]


def test_links_in_a_revision(diff: Termkit, write: Write, commit: Git, project: Path) -> None:
    write("names/a.yaml", KYIV)
    (project / "glossary").mkdir()
    (project / "glossary/a.yaml").symlink_to("../names/a.yaml")
    (project / "glossary/empty.yaml").symlink_to("/nowhere.yaml")
    commit("one")
    (project / "glossary/empty.yaml").unlink()
    assert diff("--exit-code").code == 0


def test_a_revision_before_the_glossary(diff: Termkit, write: Write, commit: Git) -> None:
    write("README", "")
    commit("one")
    write("glossary/a.yaml", KYIV)
    result = diff()
    assert result.out.startswith("1 new, 0 gone, 0 changed")
    assert "has no glossary files there" in result.err


@pytest.mark.parametrize("name", ["no-such", "one..two", "--all", "", "a\0b", "HEAD:glossary", "$(touch x)"])
def test_unknown_revision(diff: Termkit, write: Write, commit: Git, name: str, project: Path) -> None:
    write("glossary/a.yaml", KYIV)
    commit("one")
    result = diff("--", name)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"termkit: git knows no revision `{name}`: name a commit, a tag or a branch\n"
    assert not (project / "x").exists()


def test_a_revision_with_faults(diff: Termkit, write: Write, commit: Git) -> None:
    write("glossary/a.yaml", KYIV.replace("kind: place", "kind: planet"))
    commit("one")
    write("glossary/a.yaml", KYIV)
    result = diff()
    assert result.code == 2
    assert "the termbase of the revision `HEAD` can't be read" in result.err
    assert "HEAD:glossary/a.yaml:2:9: `planet` is no kind" in result.err


def test_faults_in_the_working_tree(diff: Termkit, write: Write, commit: Git) -> None:
    write("glossary/a.yaml", KYIV)
    commit("one")
    write("glossary/a.yaml", KYIV.replace("kind: place", "kind: planet"))
    result = diff()
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("glossary/a.yaml:2:9: ")


def test_outside_a_repository(diff: Termkit, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    write("glossary/a.yaml", KYIV)
    result = diff()
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("termkit: glossary: not in a git repository")


def test_a_repository_without_commits(diff: Termkit, write: Write, git: Git) -> None:
    del git  # it has been made
    write("glossary/a.yaml", KYIV)
    assert "git knows no revision `HEAD`" in diff().err


def test_without_git(diff: Termkit, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("glossary/a.yaml", KYIV)
    monkeypatch.setenv("PATH", "")
    result = diff()
    assert result.code == 2
    assert "git can't be run (No such file or directory): install it" in result.err


def test_files_of_two_repositories(diff: Termkit, write: Write, commit: Git, tmp_path: Path) -> None:
    write("glossary/a.yaml", KYIV)
    commit("one")
    other = tmp_path / "other.yaml"
    other.write_text(YUSOV, encoding="utf-8")
    result = diff("--glossary", "glossary", "--glossary", str(other))
    assert result.code == 2
    assert f"{other}: not in the git repository" in result.err


def test_names_that_git_reads_as_patterns(diff: Termkit, write: Write, commit: Git) -> None:
    write("glossary/a[b]*ї .yaml", KYIV)
    commit("one")
    assert diff("--exit-code").code == 0
    assert diff("--glossary", "glossary/a[b]*ї .yaml", "--exit-code").code == 0
