from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from brief.made import brief
from comity.brief.forms.html import html_of

from .long import long_brief

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(
    not CHROMIUM.exists(), reason="chromium is not installed: apt-get install chromium"
)

LOOKED_INTO = [("made", 320), ("made", 1280), ("long", 320)]
"""Where axe looks; the contrast of the long page, whose colours are the same, takes it most of a minute."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("forms")
    made = {"made": html_of(brief()), "long": html_of(long_brief())}
    for name, html in made.items():
        folder.joinpath(f"{name}.html").write_text(html, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


def _drawn(page: Page) -> None:
    """Wait until the first figure is alive."""
    page.locator("[data-figure]").first.scroll_into_view_if_needed()
    page.wait_for_selector("[data-figure] > div svg")


def _grave(page: Page, has_contrast: bool) -> list[tuple[str, str]]:
    """What axe finds serious or critical, with the first place."""
    rules = {"color-contrast": {"enabled": has_contrast}}
    found = Axe().run(page, options={"resultTypes": ["violations"], "rules": rules}).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("name", ["made", "long"])
def test_the_page_opens_quietly_fits_and_is_accessible(
    browser: Browser, files: dict[str, Path], name: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    said: list[str] = []
    asked: set[str] = set()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.add(request.url))
    page.goto(files[name].as_uri())
    _drawn(page)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate("[...document.querySelectorAll('main > section, figure, article')]"
                         ".every(box => box.getBoundingClientRect().right <= innerWidth)")  # fmt: skip
    if (name, width) in LOOKED_INTO:
        assert _grave(page, has_contrast=name == "made") == []
    assert said == []
    assert asked == {files[name].as_uri()}


def test_a_mark_of_a_figure_tells_its_data_when_it_is_asked(browser: Browser, files: dict[str, Path]) -> None:
    page = browser.new_page()
    page.goto(files["long"].as_uri())
    _drawn(page)
    page.locator("[data-figure] path[transform]").nth(8).hover()
    page.wait_for_selector("#vg-tooltip-element.visible")
    assert page.inner_text("#vg-tooltip-element").split()[:2] == ["year", "1998"]


def test_without_scripts_every_figure_is_drawn(browser: Browser, files: dict[str, Path]) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(files["long"].as_uri())
    drawings = page.locator("[data-figure] > svg")
    assert drawings.count() == 6
    assert all(drawing.bounding_box()["width"] > 500 for drawing in drawings.all())  # type: ignore[index]


def test_the_first_key_leads_past_the_contents_to_the_text(browser: Browser, files: dict[str, Path]) -> None:
    page = browser.new_page()
    page.goto(files["made"].as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_text"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#n_1"


def test_in_print_marks_and_addresses_stay_and_navigation_goes(browser: Browser, files: dict[str, Path]) -> None:
    page = browser.new_page()
    page.goto(files["long"].as_uri())
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert not page.locator(".back").first.is_visible()
    assert page.locator("sup.cite").first.is_visible()
    assert page.locator("article a").first.is_visible()
