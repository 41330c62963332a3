from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from comity.brief import write_html
from comity.errors import UsageError
from comity.ledger import Ledger, open_ledger

from .corpus import records
from .factory import Draft, on
from .page import Page, plain

THREE = ["KHM", "KOR", "PRK"]


def test_same_contents_give_the_same_bytes_whatever_was_added_first(html: str, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "other.db") as other:
        for record in reversed(records()):
            other.add(record)
        assert write_html(other, THREE) == html
        assert write_html(other, THREE) == html


def test_three_countries_are_one_between_two_and_two_are_one_relationship(ledger: Ledger, page: Page) -> None:
    assert plain(page.all("//h1")[0]) == "Cambodia between South Korea and North Korea"
    two = Page(write_html(ledger, ["Cambodia", "North Korea"]))
    assert plain(two.all("//h1")[0]) == "Cambodia and North Korea"
    assert len(two.all("//table[@class='compared']/thead//th")) == 1
    assert not [title for title in two.all("//article/h3") if plain(title) == "The visit to Seoul"]


def test_the_page_names_the_ledger_state_and_its_counts(ledger: Ledger, page: Page) -> None:
    state = ledger.state()
    facts = {
        plain(fact.xpath("dt")[0]): plain(fact.xpath("dd")[0]) for fact in page.all("//dl[@class='facts']/div")
    }
    assert facts == {
        "Ledger state": state.id, "Documents": "3", "Events": "10", "Ties": "8", "Claims": "2",
        "Opinions": "2",
    }  # fmt: skip
    assert "published 1 February 2021 to 13 September 2024" in page.text("//p[@class='dek']")


@pytest.mark.parametrize("countries", [[], ["KHM"], ["KHM", "KHM"], ["KHM", "KOR", "PRK", "CUB"]])
def test_another_number_of_countries_is_refused(ledger: Ledger, countries: list[str]) -> None:
    with pytest.raises(UsageError, match="two or three different countries"):
        write_html(ledger, countries)


def test_a_pair_without_anything_is_refused_with_the_way_out(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match=r"nothing in the ledger between Cambodia and Cuba: add documents"):
        write_html(ledger, ["KHM", "CUB"])


def test_a_partner_without_anything_is_shown_as_such(ledger: Ledger) -> None:
    page = Page(write_html(ledger, ["KHM", "KOR", "CUB"]))
    assert page.lines("Dealings", 2) == ["none in the ledger"]
    assert "The ledger holds no tie between the two." in page.text("//section[@id='standing']")


HOSTILE = """He said "<script>alert('x')</script>" & left. Cambodia visited South Korea."""


@pytest.fixture
def hostile(tmp_path: Path) -> Page:
    record = (
        Draft(HOSTILE, "2024-01-01", title="""</title><script>alert("t")</script>""",
              publisher="<b>P</b>", author="""" onmouseover="x""", url="javascript:alert(1)")
        .person("person:x", "<img src=x>", "KHM")
        .act(HOSTILE, "person:x", "KOR", on("2023"), mode="visit", trigger="visited")
        .opinion(HOSTILE, HOSTILE, "evaluation", "KHM", "KOR")
        .record()
    )  # fmt: skip
    with open_ledger(tmp_path / "hostile.db") as ledger:
        ledger.add(record)
        return Page(write_html(ledger, ["KHM", "KOR"]))


def test_markup_in_texts_titles_and_names_is_shown_as_text(hostile: Page) -> None:
    assert hostile.all("//script | //img | //iframe | //@onmouseover | //p//b[text()='P']") == []
    assert """</title><script>alert("t")</script>""" in hostile.text("//article[@class='source']/h3")
    assert hostile.passages()[1] == HOSTILE


def test_only_web_addresses_become_links(hostile: Page, page: Page) -> None:
    assert not [link for link in hostile.all("//@href") if not link.startswith("#")]
    assert "javascript:alert(1)" in plain(hostile.all("//p[@class='origin']")[0])
    assert page.all("//a[@class='away']/@href") == ["https://mekong.example/address"]


def test_the_policy_allows_nothing_but_its_own_style(page: Page) -> None:
    (policy,) = page.all("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert page.all("//@style | //link | //script") == []


def test_headings_go_down_one_level_at_a_time(page: Page) -> None:
    levels = [int(heading.tag[1]) for heading in page.all("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.all("/html/@lang") == ["en"]


def test_no_slug_of_an_entity_is_shown(page: Page) -> None:
    assert "person:" not in page.text("//body")
    assert "Hun Manet (Cambodia) → Jang Yun Gon (North Korea)" in page.text("//section[@id='dealings']")
