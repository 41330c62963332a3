"""Briefs of ledgers made by chance fit their pages, on paper and on screens of three widths."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, sync_playwright
from pypdf import PdfReader

from brief.generated import RECORDS, ROWS, filled
from comity.assess import Holdings
from comity.brief import Brief, Request, make
from comity.brief.forms.html import html_of
from comity.brief.forms.pdf import pdf_of, pictures_of
from comity.errors import UsageError
from comity.ledger import open_ledger
from comity.record import Record

from .boxes import Box, boxes
from .paper import rows_of

CHROMIUM = Path("/usr/bin/chromium")
MARGIN, FOOT = 56.7, 30.0
"""Points left and right of the text, and below the line with the page's number."""
SPACE = 0.65
"""Of the size of letters: how far the space at the end of a line may stand beyond it, unseen."""
MADE = st.tuples(RECORDS, ROWS)
few = settings(
    max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
OUTSIDE = """() => {
  const scrolls = (one) => one && (getComputedStyle(one).overflowX === 'auto' || scrolls(one.parentElement));
  return [...document.querySelectorAll('body *')].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && box.right > innerWidth + 1 && !one.closest('svg') && !scrolls(one.parentElement);
  }).map((one) => one.outerHTML.slice(0, 200));
}"""
CLIPPED = """() => [...document.querySelectorAll('main *:not(code)')].filter((one) =>
  ['hidden', 'clip'].includes(getComputedStyle(one).overflowX) && one.clientWidth > 1
  && one.scrollWidth > one.clientWidth + 1).map((one) => one.outerHTML.slice(0, 200))"""


def _brief(folder: Path, made: tuple[tuple[Record, ...], list[tuple[str, str, str, str, float]]]) -> Brief | None:
    with open_ledger(folder / "l.db") as ledger:
        try:
            return make(Holdings(filled(ledger, *made)), Request(("KHM", "KOR", "PRK"), "full"))
        except UsageError:
            return None


@few
@given(made=MADE)
def test_no_page_overflows_and_no_words_stand_upon_others(
    tmp_path_factory: pytest.TempPathFactory,
    made: tuple[tuple[Record, ...], list[tuple[str, str, str, str, float]]],
) -> None:
    brief = _brief(tmp_path_factory.mktemp("paper"), made)
    if brief is None:
        return
    reader = PdfReader(io.BytesIO(pdf_of(brief)))
    for page in reader.pages:
        wide, high = float(page.mediabox.width), float(page.mediabox.height)
        found = list(boxes(reader, page))
        for box in found:
            assert MARGIN - 1 <= box.left <= box.right <= wide - MARGIN + SPACE * box.size, box
            assert FOOT <= box.base <= high - MARGIN, box
        assert not any(one.is_over(other) for one, other in combinations(found, 2))
    for rows in map(rows_of, pictures_of(brief, 18)):
        assert not any(any(row[:12] + row[-12:]) for row in rows)
        assert not any(any(row) for row in rows[:12] + rows[-6:])


def test_words_upon_others_would_be_found() -> None:
    one = Box(100, 160, 500, 10, is_shaped=False)
    assert one.is_over(one._replace(left=150, right=200))
    assert not one.is_over(one._replace(left=160, right=200))
    assert not one.is_over(one._replace(left=150, right=200, base=488))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("chromium is not installed: apt-get install chromium")
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@few
@given(made=MADE)
def test_no_screen_scrolls_sideways_and_nothing_is_cut_off(
    tmp_path_factory: pytest.TempPathFactory,
    browser: Browser,
    made: tuple[tuple[Record, ...], list[tuple[str, str, str, str, float]]],
) -> None:
    folder = tmp_path_factory.mktemp("screen")
    brief = _brief(folder, made)
    if brief is None:
        return
    folder.joinpath("brief.html").write_text(html_of(brief), encoding="utf-8")
    page = browser.new_page()
    page.goto(folder.joinpath("brief.html").as_uri())
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate(OUTSIDE) == []
        assert page.evaluate(CLIPPED) == []
    page.close()
