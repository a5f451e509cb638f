"""No termbase, whatever is in it, makes a rule of `glossary lint` raise."""

import datetime
import tempfile
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from termkit.config import Settings
from termkit.lint import Glossary, load_lint
from termkit.linter import fix_paths, lint_reading
from termkit.model import AdministrativeStatus, Concept, Finding, Locale, Term, TermType
from termkit.reporters import REPORTERS
from termkit.termbase import read_termbase
from termkit.termbase.schema import CASES, CONCEPT_STATUSES, KINDS
from termkit.transliterate import system_ids

GLOSSARY = """\
# termkit: ignore[homograph] because
- id: person-a
  kind: person
  sex: male
  source: x # termkit: ignore[short-term]
  updated: 2026-11-22
  related: {type: located-in, target: person-a}
  terms:
    uk:
      - term: Лук'ян
        gender: feminine
        forms: {nom: [Лук’ян], other: Києве}
        valid: {from: 2014-05-05, to: 2023-02-09}
    en: [Kyiv, {term: Kiev, status: forbidden, transliteration: {system: uk-Latn-kmu2010, of: Київ}}]
- {id: person-b, kind: person, terms: {en: Kyiv}}
"""
PIECES = ["- ", "  ", "\n", "\r", ": ", "[", "]", "{", "}", "# termkit: ", "---\n", "|\n", '"', "\u2028", "\x85"]
PIECES += ["term: ", "uk: ", "forms: ", "id: ", "person-a", "person-b", "Київ", "Kyiv", "\ufeff", "'", "ignore[x] y"]

NAMES = st.sampled_from(
    ["Kyiv", "kyiv", "US", "Лук'ян", "Лук’ян", "Київ", "#x", "Азов", "კიევი", "基輔", "E\u0301"]
) | st.text(max_size=4)
DATES = st.dates().map(str) | st.sampled_from(["2026-11-22", "2062-01-01"])
TERMS = st.fixed_dictionaries(
    {"term": NAMES},
    optional={
        "status": st.sampled_from(["preferred", "admitted", "superseded", "deprecated", "forbidden"]),
        "type": st.sampled_from(list(map(str, TermType))),
        "gender": st.sampled_from(["masculine", "feminine", "neuter"]),
        "number": st.sampled_from(["singular", "plural"]),
        "case": st.sampled_from(["sensitive", "insensitive"]),
        "ambiguous": st.booleans(),
        "indeclinable": st.booleans(),
        "forms": st.dictionaries(st.sampled_from(CASES), NAMES, min_size=1, max_size=2),
        "replace_with": NAMES,
        "valid": st.fixed_dictionaries({}, optional={"from": DATES, "to": DATES}),
        "transliteration": st.fixed_dictionaries(
            {"system": st.sampled_from([*system_ids(), "x"])}, optional={"of": NAMES}
        ),
    },
)
IDS = st.sampled_from([f"place-{letter}" for letter in "abcd"])
TYPES = st.sampled_from(["located-in", "succeeded-by", "member-of", "other"])
CONCEPTS = st.fixed_dictionaries(
    {
        "id": IDS,
        "kind": st.sampled_from(KINDS),
        "terms": st.dictionaries(
            st.sampled_from(["en", "uk", "de", "fi", "pt-BR", "zh", "sr-Latn"]),
            st.lists(TERMS, min_size=1, max_size=3),
            min_size=1,
            max_size=3,
        ),
    },
    optional={
        "sex": st.sampled_from(["male", "female"]),
        "status": st.sampled_from(CONCEPT_STATUSES),
        "source": st.just("x"),
        "updated": DATES,
        "related": st.lists(st.fixed_dictionaries({"type": TYPES, "target": IDS}), min_size=1, max_size=3),
    },
)
SETTINGS = Settings(lint_locales=(Locale("de"), Locale("pt-BR")), lint_stale_after=0, cache=False)
TODAY = datetime.date(2026, 11, 22)


def lint(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "glossary.yaml")
        path.write_bytes(content)
        findings = lint_reading(read_termbase([path], cache=False), SETTINGS, TODAY)
        lines = content.decode("utf-8", "replace").splitlines() or [""]
        for finding in findings:
            origin = finding.text.origin
            assert origin.path == str(path)
            assert 1 <= origin.start(0).line <= len(lines) + 1
            assert 0 <= finding.span.start <= finding.span.end <= len(finding.text.string)
            assert finding.message
        for reporter in REPORTERS.values():
            "\n".join(reporter.render(findings, ())).encode("utf-8", "backslashreplace")
        fix(path, unreadable=[finding for finding in findings if finding.rule == "invalid-yaml"])


def fix(path: Path, unreadable: list[Finding]) -> None:
    """What is fixed once is no better or worse the second time, and no less readable."""
    fixed = fix_paths([path], SETTINGS, TODAY)
    for _, new in fixed.files:
        assert not unreadable
        path.write_bytes(new.content)
        again = fix_paths([path], SETTINGS, TODAY)
        assert (again.files, again.done) == ((), 0)
        assert not [finding for finding in again.findings if finding.rule == "invalid-yaml"]


@settings(deadline=None)
@given(st.lists(CONCEPTS, min_size=1, max_size=4))
def test_any_termbase(concepts: list[dict[str, object]]) -> None:
    lint(yaml.safe_dump(concepts, allow_unicode=True, sort_keys=False).encode())


LOCALES = st.sampled_from(list(map(Locale, ("en", "uk", "de", "fi", "zh"))))
DAYS = st.none() | st.dates()
MODEL_TERMS = st.builds(
    Term,
    term=NAMES,
    locale=LOCALES,
    status=st.sampled_from(AdministrativeStatus),
    type=st.sampled_from(TermType),
    gender=st.sampled_from([None, "masculine", "neuter"]),
    number=st.sampled_from([None, "plural"]),
    indeclinable=st.booleans(),
    forms=st.dictionaries(st.sampled_from(["nom", "gen", "*"]), st.tuples(NAMES), max_size=2),
    case_sensitive=st.booleans(),
    ambiguous=st.booleans(),
    replace_with=st.none() | NAMES,
    valid_from=DAYS,
    valid_to=DAYS,
    transliteration=st.none() | st.sampled_from(system_ids()) | NAMES,
    transliteration_of=st.none() | NAMES,
)


@st.composite
def glossaries(draw: st.DrawFn) -> Glossary:
    concepts = {}
    for name in draw(st.lists(IDS, unique=True)):
        terms: dict[Locale, tuple[Term, ...]] = {}
        for term in draw(st.lists(MODEL_TERMS, max_size=4)):
            terms[term.locale] = (*terms.get(term.locale, ()), term)
        concepts[name] = Concept(
            name,
            draw(st.sampled_from(["person", "place"])),
            terms,
            status=draw(st.sampled_from(CONCEPT_STATUSES)),
            sex=draw(st.sampled_from([None, "male", "female"])),
            updated=draw(DAYS),
            related=tuple(draw(st.lists(st.tuples(TYPES, IDS), max_size=3))),
        )
    return Glossary(concepts, TODAY, (), draw(LOCALES), (Locale("fi"),), draw(st.integers(0, 1000)))


@settings(deadline=None)
@given(glossaries())
def test_any_concepts(glossary: Glossary) -> None:
    for module in load_lint().values():
        for remark in module.check(glossary):
            assert remark.message
            assert remark.concept is not None
            assert remark.concept in glossary.concepts
            if remark.steps[:1] == ("terms",) and isinstance(remark.steps[-2], int):
                _, locale, number, *_ = remark.steps
                assert glossary.concepts[remark.concept].terms[Locale(str(locale))][int(number)]


@settings(deadline=None)
@given(st.data())
def test_any_change_to_a_glossary(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(GLOSSARY)))
    end = data.draw(st.integers(start, min(start + 12, len(GLOSSARY))))
    piece = data.draw(st.sampled_from(PIECES) | st.text(max_size=3))
    lint((GLOSSARY[:start] + piece + GLOSSARY[end:]).encode("utf-8", "replace"))


@settings(deadline=None)
@given(st.binary())
def test_any_bytes(content: bytes) -> None:
    lint(content)
