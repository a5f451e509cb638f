"""One name, two spellings, in the articles of a run: what each shows alone, and what all of them show together."""

from __future__ import annotations

import itertools

import pytest

from .project import HEADER, Termkit, Write, message

GLOSSARY = """
- id: place-zorbania
  kind: place
  terms:
    en: [{term: Zorbania}]
    uk: [{term: Зорбанія, gender: feminine}, {term: Зурбанія, gender: feminine, status: admitted}]
    de: [{term: Zorbanien}, {term: Sorbanien, status: admitted}]
"""
USUAL = message("Zorbania won.", "Зорбанія перемогла.") + message("They left Zorbania.", "Вони залишили Зорбанію.")
OTHER = message("Rain fell.", "Падав дощ.") + message("They reached Zorbania.", "Вони дісталися Зурбанії.")
FOUND = ("articles-inconsistent", "uk/c.po", 10, 24)


@pytest.fixture(autouse=True)
def glossary(write: Write) -> None:
    write("termkit.toml", 'glossary = ["glossary"]\nfail-on = "info"\n')
    write("glossary/places.yaml", GLOSSARY)


def test_an_article_that_keeps_to_another_spelling_than_the_others(check: Termkit, write: Write) -> None:
    write("uk/a.po", HEADER + USUAL)
    write("uk/c.po", HEADER + OTHER)
    result = check(".")
    assert (result.code, result.places) == (1, [FOUND])
    assert result.findings[0]["severity"] == "info"
    assert result.findings[0]["message"].endswith(
        "is not spelt “Зорбанія”, as 2 times in the articles in uk, first in uk/a.po:7"
    )
    assert check("uk/c.po").rules == []


def test_every_place_of_the_minority_is_shown(check: Termkit, write: Write) -> None:
    write("uk/a.po", HEADER + USUAL + message("Zorbania!", "Зорбанія!"))
    write("uk/b.po", HEADER + OTHER + message("Zorbania is far.", "Зурбанія далеко."))
    assert check("uk").places == [
        ("articles-inconsistent", "uk/b.po", 10, 24),
        ("articles-inconsistent", "uk/b.po", 13, 9),
    ]


def test_where_two_are_even_the_preferred_spelling_is_right(check: Termkit, write: Write) -> None:
    write("uk/b.po", HEADER + message("Zorbania won.", "Зурбанія перемогла."))
    write("uk/c.po", HEADER + message("Zorbania won.", "Зорбанія перемогла."))
    assert [place[1] for place in check("uk").places] == ["uk/b.po"]


def test_other_locales_have_spellings_of_their_own(check: Termkit, write: Write) -> None:
    write("uk/a.po", HEADER + USUAL)
    write("de/a.po", HEADER.replace(": uk", ": de") + message("Zorbania won.", "Sorbanien siegte."))
    assert check(".").rules == []


def test_an_article_that_mixes_is_told_once(check: Termkit, write: Write) -> None:
    write("uk/a.po", HEADER + USUAL)
    write("uk/b.po", HEADER + OTHER + message("Zorbania is far.", "Зорбанія далеко."))
    assert check("uk").rules == ["name-inconsistent"]


def test_the_order_of_the_paths_does_not_matter(check: Termkit, write: Write) -> None:
    articles = {"uk/a.po": OTHER, "uk/b.po": USUAL, "uk/c.po": USUAL}
    for path, text in articles.items():
        write(path, HEADER + text)
    outputs = {check(*order).out for order in itertools.permutations(articles)}
    assert len(outputs) == 1
    assert '"path": "uk/a.po"' in outputs.pop()


def test_a_comment_suppresses_it_and_is_not_called_unused_where_the_other_articles_are_not_checked(
    check: Termkit, write: Write
) -> None:
    comment = "# termkit: ignore[articles-inconsistent] a quotation\n"
    write("uk/a.po", HEADER + USUAL)
    write("uk/c.po", HEADER + message("They reached Zorbania.", "Вони дісталися Зурбанії.", comment))
    assert check("uk").rules == []
    assert check("uk/c.po").rules == []


# Names without an entry


@pytest.mark.parametrize("order", [("uk/a.po", "uk/b.po"), ("uk/b.po", "uk/a.po")])
def test_a_name_without_an_entry_in_two_articles(check: Termkit, write: Write, order: tuple[str, str]) -> None:
    write("uk/a.po", HEADER + message("They met Wayde Brauk.", "Вони зустріли Вейда Браука."))
    write(
        "uk/b.po",
        HEADER
        + message("Then Wayde Brauk left.", "Потім Уейд Браук пішов.")
        + message("They thanked Wayde Brauk.", "Вони подякували Вейдові Брауку."),
    )
    result = check(*order, "--extend-select", "name-varies")
    assert result.places == [("name-varies", "uk/b.po", 7, 15)]
    [finding] = result.findings
    assert (finding["expected"], finding["found"], finding["severity"]) == ("Вейда", "Уейд", "warning")
    assert "is “Вейда” elsewhere: 2 times, first in uk/a.po:7" in finding["message"]


def test_a_place_that_is_wrong_as_a_name_is_not_told_twice(check: Termkit, write: Write) -> None:
    write(
        "uk/a.po",
        HEADER
        + message("They met Ramona Trudell.", "Вони зустріли Рамону Трунелл.")
        + message("They thanked Ramona Trudell.", "Вони подякували Рамоні Труделл.")
        + message("Then Ramona Trudell left.", "Потім Рамона Труделл пішла."),
    )
    assert check("uk", "--select", "name-varies").rules == ["name-varies"]
    assert check("uk", "--extend-select", "name-varies").rules == ["name-garbled"]


def test_two_people_with_one_given_name_may_be_spelt_in_two_ways(check: Termkit, write: Write) -> None:
    write("uk/a.po", HEADER + message("They met Charles Brauk.", "Вони зустріли Чарльза Браука."))
    write("uk/b.po", HEADER + message("They met Charles Lenoir.", "Вони зустріли Шарля Ленуара."))
    assert check("uk", "--extend-select", "name-varies").rules == []


def test_without_an_entry_such_names_are_compared_on_request_only(check: Termkit, write: Write) -> None:
    write("uk/a.po", HEADER + message("They met Wayde Brauk.", "Вони зустріли Вейда Браука."))
    write("uk/b.po", HEADER + message("They met Wayde Brauk.", "Вони зустріли Уейда Браука."))
    assert check("uk").rules == []


def in_locale(tag: str, target: str, comment: str = "") -> str:
    return HEADER.replace(": uk", f": {tag}") + message("The guests met Ramona Trudell in Lakeview.", target, comment)


def test_a_name_that_the_other_locales_have(check: Termkit, write: Write) -> None:
    write("uk/a.po", in_locale("uk", "Гості зустріли Рамону Труделл у Лейквʼю."))
    write("pl/a.po", in_locale("pl", "Goście spotkali Ramonę Trudell w Lakeview."))
    write("de/a.po", in_locale("de", "Die Gäste trafen Ramona Trudell."))
    assert check(".", "--select", "name-absent").places == [("name-absent", "de/a.po", 7, 9)]
    assert check("uk", "de", "--select", "name-absent").rules == []
    comment = "# termkit: ignore[name-absent] the desk wants it short\n"
    write("de/a.po", in_locale("de", "Die Gäste trafen Ramona Trudell.", comment))
    assert check(".", "--select", "name-absent").rules == []


def test_a_name_that_the_document_has_elsewhere_is_not_absent(check: Termkit, write: Write) -> None:
    write("uk/a.po", in_locale("uk", "Гості зустріли Рамону Труделл у Лейквʼю."))
    write("pl/a.po", in_locale("pl", "Goście spotkali Ramonę Trudell w Lakeview."))
    second = message("Lakeview is far.", "Lakeview ist weit.")
    write("de/a.po", in_locale("de", "Die Gäste trafen Ramona Trudell.") + second)
    assert check(".", "--select", "name-absent").rules == []
