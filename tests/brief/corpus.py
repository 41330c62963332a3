"""A small corpus of our own about one small state and two rivals, with sources that contradict each other."""

from __future__ import annotations

from comity.record import Period, Record

from .factory import Draft, money, on

VISIT = "Prime Minister Hun Manet visited South Korea from 15 to 18 May 2024."
PARTNERSHIP = "In Seoul the two states formed a strategic partnership."
ROADS = "South Korea lent Cambodia US$120 million for roads in May 2024."
RELATIONS = "Cambodia has had relations with South Korea since 1997."
NEXT = "A Korean naval vessel will call at a Cambodian port next year."
PRAISE = "President Yoon praised Cambodia as a friend that keeps its word."


def official() -> Record:
    """A release on a visit: a visit, a loan, a partnership and a plan."""
    text = " ".join([VISIT, PARTNERSHIP, ROADS, RELATIONS, NEXT, PRAISE])
    return (
        Draft(text, "2024-05-20", title="The visit to Seoul", publisher="Ministry Bulletin", genre="release")
        .person("person:hun-manet", "Hun Manet", "KHM")
        .person("person:yoon", "Yoon Suk Yeol", "KOR")
        .act(VISIT, "person:hun-manet", "KOR", on("2024-05"), mode="visit", trigger="visited")
        .act(PARTNERSHIP, "KHM", "KOR", on("2024-05"), event_type="AGREE")
        .act(ROADS, "KOR", "KHM", on("2024-05"), event_type="AID", amount=money(120e6), trigger="lent")
        .act(NEXT, "KOR", "KHM", on("2025"), event_type="AGREE", status="future", trigger="call")
        .tie(PARTNERSHIP, "partnership", "KHM", "KOR", level="strategic partnership", start="2024-05")
        .tie(RELATIONS, "diplomatic_relations", "KHM", "KOR", start="1997")
        .opinion(PRAISE, "a friend that keeps its word", "evaluation", "KHM", "KOR", holder="person:yoon")
        .record()
    )


TOLD = "Hun Manet paid a visit to South Korea in May."
MEETS = "On 20 August 2024 Hun Manet received the North Korean ambassador, Jang Yun Gon."
FIRST = "It was the first such meeting in eight years."
SINCE_64 = "Cambodia and North Korea have had relations since December 1964."
HOUSE = "The museum that North Korea built in Siem Reap closed in November 2019."
NO_TRADE = "The statistics show no trade between Cambodia and North Korea."
RECENT = "He had also met South Korea's ambassador a few days before."
SHOULD = "Cambodia should tell North Korea that tests have a price."


def column() -> Record:
    """A column that tells the visit again, and a meeting with the other side."""
    text = " ".join([TOLD, MEETS, FIRST, SINCE_64, HOUSE, NO_TRADE, RECENT, SHOULD])
    recent = Period(basis="publication", precision="unknown")
    return (
        Draft(text, "2024-09-13", title="An address", publisher="Mekong Ledger", author="A. Delmont",
              genre="opinion", url="https://mekong.example/address")
        .person("person:hun-manet", "Hun Manet", "KHM")
        .person("person:jang", "Jang Yun Gon", "PRK")
        .act(TOLD, "person:hun-manet", "KOR", on("2024-05"), mode="visit", trigger="visit")
        .act(MEETS, "person:hun-manet", "person:jang", on("2024-08-20"), substance="symbolic",
             trigger="received")
        .act(RECENT, "person:hun-manet", "KOR", recent, substance="symbolic", trigger="met")
        .tie(SINCE_64, "diplomatic_relations", "KHM", "PRK", start="1964-12")
        .tie(HOUSE, "project", "PRK", "KHM", name="Siem Reap museum", status="ended", end="2019-11")
        .tie(NO_TRADE, "trade", "KHM", "PRK", status="absent")
        .claim(FIRST, "the first such meeting in eight years", "ordinal", "KHM", "PRK")
        .opinion(SHOULD, "Cambodia should tell North Korea that tests have a price", "recommendation",
                 "KHM", "PRK")
        .record()
    )  # fmt: skip


SINCE_65 = "Cambodia and North Korea established diplomatic relations in 1965."
CLOSED = "Cambodia closed North Korea's museum in Siem Reap in 2020."
LAW = "The United Nations imposed sanctions on North Korea in 2006."
TRADE = "Trade between Cambodia and South Korea reached US$779 million in 2019."
NO_SIGN = "Nothing was signed with North Korea in 2020."


def note() -> Record:
    """A note by others, with another founding year and another year of closure."""
    text = " ".join([SINCE_65, CLOSED, LAW, TRADE, NO_SIGN])
    return (
        Draft(text, "2021-02-01", title="What is left", publisher="Peninsula Wire", genre="report")
        .act(SINCE_65, "KHM", "PRK", on("1965"), event_type="SUPPORT", status="historical")
        .act(CLOSED, "KHM", "PRK", on("2020"), event_type="SANCTION", trigger="closed")
        .act(NO_SIGN, "KHM", "PRK", on("2020"), event_type="AGREE", status="negated", trigger="signed")
        .tie(SINCE_65, "diplomatic_relations", "KHM", "PRK", start="1965")
        .tie(CLOSED, "project", "PRK", "KHM", name="museum in Siem Reap", status="ended", end="2020")
        .tie(LAW, "sanctions", "UN", "PRK", start="2006")
        .claim(TRADE, "US$779 million in 2019", "quantity", "KHM", "KOR")
        .record()
    )


def records() -> tuple[Record, ...]:
    """All of them."""
    return official(), column(), note()
