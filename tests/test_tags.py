import pytest

from termkit.tags import parse_locale


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("uk", "uk"),
        ("UK", "uk"),
        ("uk-UA", "uk-UA"),
        ("uk_ua", "uk-UA"),
        ("pt-br", "pt-BR"),
        ("sr-latn", "sr-Latn"),
        ("sr-ME", "sr-ME"),
        ("ZH-HANT", "zh-Hant"),
        ("zh-TW", "zh-TW"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("no", "no"),
        ("be-Tarask", "be-tarask"),
        ("ca-es-VALENCIA", "ca-ES-valencia"),
    ],
)
def test_tag_known_to_cldr(tag: str, locale: str) -> None:
    assert parse_locale(tag) == locale


@pytest.mark.parametrize(
    ("tag", "advice"),
    [
        ("ua", "did you mean `uk`?"),  # a country
        ("cz", "did you mean `cs`?"),
        ("ukr", "did you mean `uk`?"),  # three letters where there are two
        ("iw", "did you mean `he`?"),  # given up
        ("sh", "did you mean `sr-Latn`?"),
        ("de-Cyrl", "did you mean `de`?"),  # Babel drops the script
        ("be-Latn", "did you mean `be`?"),
        ("uk-DE", "did you mean `uk`?"),
        ("de-1996", "did you mean `de`?"),
        ("en-US-u-ca-gregory", "did you mean `en`?"),
        ("xx", "a tag looks like `uk`, `pt-BR` or `sr-Latn`"),
        ("root", "a tag looks like `uk`, `pt-BR` or `sr-Latn`"),
        ("und", "a tag looks like `uk`, `pt-BR` or `sr-Latn`"),
        ("Deutsch", "a tag looks like `uk`, `pt-BR` or `sr-Latn`"),
        ("укр", "a tag looks like `uk`, `pt-BR` or `sr-Latn`"),
        ("", "a tag looks like `uk`, `pt-BR` or `sr-Latn`"),
        ("../uk", "a tag looks like `uk`, `pt-BR` or `sr-Latn`"),
        ("uk\n", "a tag looks like `uk`, `pt-BR` or `sr-Latn`"),
    ],
)
def test_tag_unknown_to_cldr(tag: str, advice: str) -> None:
    with pytest.raises(ValueError, match="no language tag") as caught:
        parse_locale(tag)
    assert str(caught.value) == f"`{tag}` is no language tag known to CLDR; {advice}"
