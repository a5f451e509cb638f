"""Comments that suppress findings, and what is wrong with some of them."""

from __future__ import annotations

import pytest

from .project import HEADER, RIGHT, WRONG, Termkit, Write, message

LINE = 7


def commented(comment: str, text: str = WRONG) -> str:
    return f"{HEADER}# {comment}\n{text}"


@pytest.mark.parametrize(
    "comment",
    [
        "termkit: ignore[number-mismatch] rounded by the agency",
        "termkit:ignore[number-mismatch]\trounded",
        "see issue 5\n# termkit: ignore[number-mismatch] rounded",
    ],
    ids=["plain", "tight", "second-line"],
)
def test_suppressed(check: Termkit, write: Write, comment: str) -> None:
    write("locales/uk/x.po", commented(comment))
    assert check("locales") == (0, "", "")


def test_several_rules_of_which_one_is_unused(check: Termkit, write: Write) -> None:
    write("locales/uk/x.po", commented("termkit: ignore[number-mismatch, date-mismatch] the desk updated it"))
    result = check("locales")
    assert result.places == [("unused-ignore", "locales/uk/x.po", 6, 36)]
    assert result.findings[0]["message"].startswith("date-mismatch finds nothing here")


def test_holds_for_its_own_message_only(check: Termkit, write: Write) -> None:
    write(
        "locales/uk/x.po",
        HEADER + message("4 men", "5 чоловіків", "# termkit: ignore[number-mismatch] because\n") + message("6", "7"),
    )
    assert check("locales").places == [("number-mismatch", "locales/uk/x.po", 11, 9)]


def test_one_comment_serves_all_plural_forms(check: Termkit, write: Write) -> None:
    header = HEADER.rstrip() + '\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    forms = 'msgid "%d of 5"\nmsgid_plural "%d of 5"\nmsgstr[0] "%d з 6"\nmsgstr[1] "%d з 5"\n'
    write("locales/uk/x.po", f"{header}# termkit: ignore[number-mismatch] because\n{forms}")
    assert check("locales", "--select", "number-mismatch,unused-ignore").rules == []


def test_unused(check: Termkit, write: Write) -> None:
    write("locales/uk/x.po", commented("termkit: ignore[number-mismatch] because", RIGHT))
    result = check("locales")
    assert (result.code, result.places) == (1, [("unused-ignore", "locales/uk/x.po", 6, 19)])


def test_rule_that_did_not_run_is_not_unused(check: Termkit, write: Write) -> None:
    write("locales/uk/x.po", commented("termkit: ignore[number-mismatch] because", RIGHT))
    assert check("locales", "--ignore", "number-mismatch").rules == []


@pytest.mark.parametrize(
    ("comment", "column", "text"),
    [
        ("termkit: ignore[numbr-mismatch] because", 19, "did you mean `number-mismatch`?"),
        ("termkit: ignore[number-mismatch]", 12, "no reason is given"),
        ("termkit: ignore number-mismatch because", 12, "is not understood"),
        ("termkit: ignroe[number-mismatch] because", 12, "is not understood"),
        ("termkit: ignore[] because", 12, "is not understood"),
        ("termkit: ignore[number-mismatch because", 12, "is not understood"),
    ],
    ids=["unknown-rule", "no-reason", "no-brackets", "misspelt", "empty", "open-bracket"],
)
def test_invalid(check: Termkit, write: Write, comment: str, column: int, text: str) -> None:
    write("locales/uk/x.po", commented(comment))
    result = check("locales")
    assert result.places == [
        ("invalid-ignore", "locales/uk/x.po", 6, column),
        ("number-mismatch", "locales/uk/x.po", 8, 28),
    ]
    assert text in result.findings[0]["message"]
    assert result.findings[0]["severity"] == "error"


def test_a_comment_that_only_mentions_termkit(check: Termkit, write: Write) -> None:
    write("locales/uk/x.po", commented("checked with termkit: fine", RIGHT))
    assert check("locales").rules == []


def test_markdown(check: Termkit, write: Write) -> None:
    write("locales/en/x.md", "2 men came.\n\n3 women came.\n")
    comment = "<!-- termkit: ignore[number-mismatch] the desk updated it -->"
    write("locales/uk/x.md", f"{comment}\n\nПрийшли 4 чоловіки.\n\nПрийшли 5 жінок.\n")
    assert check("locales").places == [("number-mismatch", "locales/uk/x.md", 5, 9)]


SOURCES = (
    "On 5 May 4,217 men came home by train, and the trains were met by their wives and children.\n",
    "The government said on 12 May that 318 women had been left behind in the harbour of the city.\n",
    "In the north 90 of 411 villages had no water, the Red Cross told reporters on 14 May in Kyiv.\n",
    "At least 52 ships wait for grain; the harbour master hopes that 7 of them can leave in June.\n",
)
TARGETS = (
    "5 травня потягами повернулися 4217 чоловіків, і потяги зустрічали їхні дружини та діти.\n",
    "Уряд повідомив 12 травня, що 318 жінок залишилися в гавані міста без допомоги.\n",
    "На півночі 90 із 411 сіл не мали води, сказав журналістам Червоний Хрест 14 травня в Києві.\n",
    "Щонайменше 52 кораблі чекають на зерно; капітан порту сподівається, що 7 вийдуть у червні.\n",
)


@pytest.mark.parametrize("missing", [0, 1, 3])
def test_paragraph_that_was_left_out_on_purpose(check: Termkit, write: Write, missing: int) -> None:
    """The comment stands where the paragraph would."""
    comment = "<!-- termkit: ignore[paragraph-missing] of no interest -->\n"
    write("locales/en/x.md", "\n".join(SOURCES))
    for text, rules in (("", ["paragraph-missing"]), (comment, [])):
        write("locales/uk/x.md", "\n".join((*TARGETS[:missing], text, *TARGETS[missing + 1 :])))
        assert check("locales").rules == rules
