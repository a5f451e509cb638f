"""The pages in a real browser: what it shows, reaches by keyboard, and finds to complain of."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.wait import WebDriverWait

from .serving import Server

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="no chromium and chromedriver: apt-get install chromium chromium-driver"
)

_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
)
# The contrast of each text with what it stands on, as WCAG 2.2 reckons it; 4.5 is enough for small text.
_CONTRAST = """
const linear = v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
const light = c => { const [r, g, b] = c.map(v => linear(v / 255)); return .2126 * r + .7152 * g + .0722 * b; };
const parts = c => c.match(/[\\d.]+/g).map(Number);
const ground = e => { for (; e; e = e.parentElement) { const c = parts(getComputedStyle(e).backgroundColor);
                      if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
const poor = [];
for (const e of document.querySelectorAll('body *')) {
  if (!e.checkVisibility() || ![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
  const [a, b] = [light(parts(getComputedStyle(e).color).slice(0, 3)), light(ground(e))];
  const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  if (ratio < 4.5) poor.push([e.tagName, e.className, e.textContent.trim().slice(0, 30), ratio]);
}
return poor;
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    assert CHROMIUM
    assert DRIVER
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in (*_ARGUMENTS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    try:
        yield driver
    finally:
        driver.quit()


@pytest.fixture(autouse=True)
def _as_a_screen(browser: Any) -> None:
    _emulate(browser, width=1280, scheme="light")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def _emulate(browser: Any, *, width: int, scheme: str) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )


def _find(browser: Any, selector: str) -> Any:
    return browser.find_element(By.CSS_SELECTOR, selector)


def test_a_translator_searches_and_reads(server: Server, browser: Any) -> None:
    browser.get(server.url)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    _find(browser, "#q").send_keys("Кієва" + Keys.ENTER)
    WebDriverWait(browser, 30).until(expected_conditions.title_is("“Кієва” · Glossary"))  # the page comes after the key
    assert "Києва is with one letter wrong a form of Київ (Ukrainian)" in _find(browser, "tbody").text
    browser.find_element(By.LINK_TEXT, "Kyiv").click()
    WebDriverWait(browser, 30).until(expected_conditions.url_to_be(f"{server.url}concepts/place-kyiv"))
    assert "genitive Києва listed in the termbase" in _find(browser, "[aria-labelledby=in-uk]").text


def test_a_language_is_chosen_by_keyboard_alone(server: Server, browser: Any) -> None:
    browser.get(server.url)
    keys = Keys.TAB * 6 + Keys.ENTER  # skip, two links, search, its button, the kind, the languages
    webdriver.ActionChains(browser).send_keys(Keys.TAB).perform()
    assert browser.switch_to.active_element.text == "Skip to the content"
    webdriver.ActionChains(browser).send_keys(keys).send_keys(Keys.TAB, Keys.SPACE).perform()
    assert browser.switch_to.active_element.get_attribute("value") == "ar"
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    WebDriverWait(browser, 30).until(expected_conditions.url_contains("?"))
    assert [cell.text for cell in browser.find_elements(By.CSS_SELECTOR, "thead th")] == [
        "Concept",
        "English en",
        "Arabic ar",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "?q=Kiev", "concepts/place-kyiv", "exports", "nope"])
def test_text_stands_out(server: Server, browser: Any, path: str, scheme: str) -> None:
    _emulate(browser, width=1280, scheme=scheme)
    browser.get(server.url + path)
    ground = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") == (scheme == "light")
    assert browser.execute_script(_CONTRAST) == []


@pytest.mark.parametrize("path", ["", "?q=Kiev", "concepts/place-kyiv", "exports", "nope"])
def test_a_telephone_is_wide_enough(server: Server, browser: Any, path: str) -> None:
    _emulate(browser, width=360, scheme="light")
    browser.get(server.url + path)
    assert browser.execute_script("return document.documentElement.scrollWidth") == 360


def test_headings_stay_in_view(server: Server, browser: Any) -> None:
    _emulate(browser, width=600, scheme="light")
    browser.get(server.url)
    scroll = "const t = document.querySelector('.table'); t.style.maxHeight = '200px'; t.scrollTo(300, 300); "
    assert browser.execute_script(scroll + "return [t.scrollLeft > 0, t.scrollTop > 0]") == [True, True]
    table = _find(browser, ".table").rect
    assert abs(_find(browser, "thead th:nth-child(2)").rect["y"] - table["y"]) <= 1
    assert abs(_find(browser, "tbody th").rect["x"] - table["x"]) <= 1


def test_names_are_in_their_language_and_direction(server: Server, browser: Any) -> None:
    browser.get(f"{server.url}concepts/place-kyiv")
    name = _find(browser, ".name[lang=ar]")
    assert name.value_of_css_property("direction") == "rtl"
    assert _find(browser, ".name[lang=uk]").value_of_css_property("direction") == "ltr"


def test_fields_have_labels_and_tables_headings(server: Server, browser: Any) -> None:
    browser.get(server.url)
    fields = browser.find_elements(By.CSS_SELECTOR, "input:not([type=hidden]), select, button")
    assert [field.accessible_name for field in fields if field.is_displayed()] == [
        "Search for a name in any form",
        "Search",
        "Kind",
        "Show",
    ]
    assert _find(browser, ".table").accessible_name == "All names"
    assert _find(browser, "html").get_attribute("lang") == "en"
    assert len(browser.find_elements(By.TAG_NAME, "h1")) == 1


def test_the_browser_has_nothing_to_complain_of(server: Server, browser: Any) -> None:
    browser.get_log("browser")
    for path in ("", "?q=Kiev", "concepts/organisation-b", "exports"):
        browser.get(server.url + path)
    assert browser.get_log("browser") == []
    loaded = browser.execute_script(
        "return performance.getEntriesByType('resource').map(e => new URL(e.name).pathname)"
    )
    assert "/style.css" in loaded
    assert set(loaded) <= {"/style.css", "/icon.svg"}
