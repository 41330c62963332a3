from __future__ import annotations

from pathlib import Path

import pytest

from assessment.rows import acts, imported
from brief.factory import Draft, on
from comity.assess import Assessment, Holdings, as_json, as_markdown, triangle
from comity.errors import UsageError
from comity.ledger import Ledger
from comity.sources import import_files

LOAN = "South Korea signed an agreement to lend Cambodia money on 16 May 2024."
PARTNERS = "Cambodia and South Korea became strategic partners on 16 May 2024."
SEOUL = "Hun Manet visited South Korea on 16 May 2024."
RELATIONS = "Cambodia has had relations with South Korea since 1997, with North Korea since 1964."
MUSEUM = "North Korea's museum opened in Cambodia on 4 December 2015 and closed in 2020."
CUT = "Cambodia ended cooperation with North Korea in 2019 under the sanctions of the Security Council."
CALL = "Hun Manet received North Korea's ambassador on 20 August 2024."
FEAST = "Cambodia and North Korea marked the 60th anniversary of diplomatic relations."
CUBA = "On 14 February 2024 Cuba and South Korea, rivals of North Korea no longer, opened relations."
COMPLY = "Cambodia has complied with the UN resolution on North Korea."


def _told(ledger: Ledger) -> None:
    old = Draft(" ".join((RELATIONS, MUSEUM, CUT)), "2021-02-15", genre="report")
    old.tie(RELATIONS, "diplomatic_relations", "KHM", "KOR", start="1997")
    old.tie(RELATIONS, "diplomatic_relations", "KHM", "PRK", start="1964")
    old.tie(MUSEUM, "project", "PRK", "KHM", name="museum", start="2015-12-04", end="2020", status="ended")
    old.act(MUSEUM, "PRK", "KHM", on("2015-12-04"), event_type="AID")
    old.act(CUT, "KHM", "PRK", on("2019"), event_type="SANCTION", mode="discontinue", score=-6.0)
    ledger.add(old.record())
    new = Draft(" ".join((SEOUL, LOAN, PARTNERS, CALL, FEAST, CUBA, COMPLY)), "2024-09-13", genre="news")
    new.act(SEOUL, "KHM", "KOR", on("2024-05-16"), mode="visit")
    new.act(LOAN, "KOR", "KHM", on("2024-05-16"), event_type="SUPPORT", cameo="057")
    new.tie(PARTNERS, "partnership", "KHM", "KOR", level="strategic partnership", start="2024-05-16")
    new.act(CALL, "PRK", "KHM", on("2024-08-20"), mode="visit")
    new.claim(FEAST, "the 60th anniversary of diplomatic relations", "anniversary", "KHM", "PRK")
    new.tie(CUBA, "diplomatic_relations", "CUB", "KOR", start="2024-02-14")
    ledger.add(new.record())


@pytest.fixture
def asked(ledger: Ledger) -> Assessment:
    _told(ledger)
    return triangle(ledger, "Cambodia", "KOR", "North Korea")


def test_interest_with_one_and_tradition_with_the_other(asked: Assessment) -> None:
    assert asked.finding("sides.worth").value == "interest with KOR and tradition with PRK"
    first = asked.finding("headline.ties").answer
    assert first.startswith(
        "Cambodia's tie with South Korea is one of interest, that with North Korea one of tradition"
    )
    assert "was in 2015, and Cambodia has since cut off cooperation under sanctions" in first


def test_contacts_are_practical_with_one_and_symbolic_with_the_other(asked: Assessment) -> None:
    assert [part.value for part in asked.finding("sides.contacts").parts] == ["practical", "symbolic"]
    assert FEAST in {passage.quotation for passage in asked.finding("sides.contacts").passages}


def test_last_practical_acts_have_their_days(asked: Assessment) -> None:
    assert [part.value for part in asked.finding("sides.practical").parts] == ["2024-05-16", "2015-12-04"]


def test_headlines_are_findings_with_evidence(asked: Assessment) -> None:
    assert 2 <= len(asked.headline) <= 4
    assert all(asked.finding(key).evidence for key in asked.headline)


def test_the_same_ledger_gives_the_same_bytes(ledger: Ledger, asked: Assessment) -> None:
    again = triangle(Holdings(ledger), "KHM", "KOR", "PRK")
    assert as_json(again) == as_json(asked)
    assert "<" not in as_markdown(asked, explain=True).replace("<br>", "")


def test_each_tie_is_also_asked_the_questions_on_two_states(asked: Assessment) -> None:
    contact = asked.finding("compare.contact.last")
    assert [part.value for part in contact.parts] == ["2024-05-16", "2024-08-20"]


def test_the_end_of_the_period_keeps_out_what_came_later(ledger: Ledger) -> None:
    _told(ledger)
    found = triangle(ledger, "KHM", "KOR", "PRK", until=on("2021-02-15").start)
    assert found.finding("sides.practical").parts[0].insufficient is not None
    assert found.finding("others.ties").insufficient is not None
    assert "strategic" not in found.finding("sides.level").answer


def test_sanctions_of_the_council_bind_a_member_by_their_resolutions(ledger: Ledger) -> None:
    _told(ledger)
    import_files(ledger, "sanctions", [Path("regimes")])
    found = triangle(ledger, "KHM", "KOR", "PRK")
    assert "since 14 October 2006 under resolutions 1718 (2006)" in found.finding("bound.regime.PRK").answer
    assert found.finding("bound.regime.KOR").value == 0
    assert [part.text for part in found.finding("bound.compliance.PRK").parts] != []
    assert "bound.compliance.KOR" not in {finding.key for finding in found.findings}
    assert "headline.bound" in found.headline


def test_an_empty_ledger_answers_nothing_and_says_so(ledger: Ledger) -> None:
    found = triangle(ledger, "FJI", "TUV", "NZL")
    assert all(finding.insufficient for finding in found.findings)
    assert found.headline == ("headline",)


@pytest.mark.parametrize(
    "states", [("KHM", "KHM", "PRK"), ("KHM", "PRK", "North Korea"), ("KHM", "KOR", "Nowhere")]
)
def test_a_state_given_twice_or_unknown_is_refused(ledger: Ledger, states: tuple[str, str, str]) -> None:
    with pytest.raises(UsageError):
        triangle(ledger, *states)


def test_a_period_that_runs_backwards_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="earlier day first"):
        triangle(ledger, "KHM", "KOR", "PRK", on("2020").start, on("2019").start)


def _scored(ledger: Ledger, *scores: tuple[str, float]) -> None:
    days = [f"2015-{month:02}-10" for month in range(1, 13)]
    rows = [
        (day, "KHM", other, "CONSULT", score + at % 2) for other, score in scores for at, day in enumerate(days)
    ]
    imported(ledger, "events", acts(*rows))


def test_without_texts_the_warmer_tie_is_told_first_with_its_mean(ledger: Ledger) -> None:
    _scored(ledger, ("THA", 1.0), ("VNM", 5.0))
    found = triangle(ledger, "KHM", "THA", "VNM").finding("headline.ties")
    assert "with Vietnam are warmer than those with Thailand: mean scores 5.5 (" in found.answer
    assert found.answer.index("5.5 (") < found.answer.index("1.5 (")


def test_without_texts_no_tie_is_warmer_whose_means_may_be_the_same(ledger: Ledger) -> None:
    _scored(ledger, ("THA", 1.0), ("VNM", 1.0))
    found = triangle(ledger, "KHM", "THA", "VNM").finding("headline.ties")
    assert "with Thailand and with Vietnam neither is shown the warmer" in found.answer
