"""The numbers of the comparison against counts made by hand from the corpus.

Cambodia and South Korea: a visit (told twice), a partnership, a loan, an undated meeting. Cambodia and North
Korea: relations in 1965, a closure in 2020, a meeting in 2024. One plan and one denial count nowhere.
"""

from __future__ import annotations

from .corpus import TRADE
from .page import Page, plain


def test_dealings_count_each_act_once(page: Page) -> None:
    assert page.lines("Dealings", 1) == ["4 | n = 4 acts from 2 documents, 2 independent, 2024, 1 undated"]
    assert page.lines("Dealings", 2) == ["3 | n = 3 acts from 2 documents, 2 independent, 1965 to 2024"]


def test_directions_add_up_to_the_dealings(page: Page) -> None:
    assert page.lines("Who acts", 1) == [
        "Cambodia acts: 3 | n = 3 acts from 2 documents, 2 independent, 2024, 1 undated",
        "South Korea acts: 1 | n = 1 act from 1 document, 2024",
    ]
    assert page.lines("Who acts", 2) == [
        "Cambodia acts: 3 | n = 3 acts from 2 documents, 2 independent, 1965 to 2024"
    ]


def test_a_share_is_given_from_four_acts_on(page: Page) -> None:
    assert page.lines("Practical or symbolic", 1)[2].startswith("share of practical acts: 75% | n = 4 acts")
    assert page.lines("Practical or symbolic", 2)[2] == (
        "share of practical acts: not enough data | a share needs 4 acts; there are 3"
    )


def test_last_contact_is_the_latest_dated_one(page: Page) -> None:
    assert page.lines("Last contact", 1) == [
        "Hun Manet (Cambodia) → South Korea: visit, May 2024, practical | 2 reports, 2 independent"
    ]
    assert page.lines("Last contact", 2)[0].startswith(
        "Hun Manet (Cambodia) → Jang Yun Gon (North Korea): talks, 20 August 2024, symbolic"
    )


def test_projects_show_contradicting_ends_side_by_side(page: Page) -> None:
    (project,) = page.lines("Projects, zones, aid, investment", 2)
    assert project.endswith("ended November 2019 or 2020 | 2 reports, 2 independent")


def test_sanctions_of_others_are_shown_with_the_partner_they_bind(page: Page) -> None:
    assert page.lines("Sanctions", 1) == ["none in the ledger"]
    assert "United Nations → North Korea: active since 2006" in page.lines("Sanctions", 2)[0]
    assert page.lines("Sanctions", 2)[1].startswith("sanctions or cuts in relations: 1 | n = 1 act")


def test_trade_is_quoted_as_stated(page: Page) -> None:
    assert page.lines("Trade as stated", 1) == [f"“{TRADE}” | as stated in “What is left”"]
    assert page.lines("Trade as stated", 2) == ["trade: none, as stated | 1 report"]


def test_chart_and_list_hold_the_same_acts(page: Page) -> None:
    listed = page.all("//ol[@class='acts']/li/@id")
    assert len(listed) == 7
    for chart in ("wide", "narrow"):
        drawn = page.all(f"//figure/div[@class='{chart}']//*[local-name()='a']/@href")
        assert sorted(drawn) == sorted(f"#{act}" for act in listed)


def test_planned_and_denied_acts_stand_apart(page: Page) -> None:
    heads = {plain(head): plain(head.getnext()) for head in page.all("//section[@id='dealings']/h4")}
    assert "naval vessel" in heads["Planned or announced"]
    assert "Nothing was signed" in heads["Denied, or said not to have happened"]


def test_opinions_are_grouped_by_who_holds_them(page: Page) -> None:
    holders = {plain(head): head.getnext() for head in page.all("//section[@id='opinions']/h3")}
    assert list(holders) == ["Yoon Suk Yeol", "A. Delmont"]
    assert [quote.text for quote in holders["Yoon Suk Yeol"].xpath(".//q")] == ["a friend that keeps its word"]
