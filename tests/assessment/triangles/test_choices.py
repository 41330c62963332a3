from __future__ import annotations

import pytest

from brief.factory import Draft, on
from comity.assess import Holdings
from comity.assessment.finding import Finding, insufficient
from comity.assessment.proof import Rows
from comity.assessment.triangles.choices import choices
from comity.assessment.triangles.followed import followed
from comity.assessment.triangles.triangle import Triangle
from comity.ledger import Ledger

RIVALS = Finding("rivalry", "Rivals?", "Yes.", "yes", proofs=(Rows("spells", "ours", "true", 1),))


def _told(ledger: Ledger, kind: str, *parties: str, **other: str) -> Triangle:
    text = f"They {kind.replace('_', ' ')}: {' and '.join(parties)}."
    ledger.add(Draft(text, "2024-09-13").tie(text, kind, *parties, **other).record())
    return Triangle(Holdings(ledger), "KHM", "KOR", "PRK")


def test_a_third_state_that_began_a_tie_is_told_with_its_day(ledger: Ledger) -> None:
    asked = _told(ledger, "diplomatic_relations", "CUB", "KOR", start="2024-02-14")
    found = choices(asked, RIVALS)
    assert found.answer.startswith("Cuba established diplomatic relations with South Korea on 14 February 2024.")
    assert "What Cuba keeps with North Korea no text here tells." in found.answer
    assert len(found.passages) == 1


def test_a_tie_that_ended_is_one_too(ledger: Ledger) -> None:
    asked = _told(ledger, "diplomatic_relations", "MYS", "PRK", end="2021-03", status="ended")
    assert (
        "Malaysia ended its diplomatic relations with North Korea in March 2021" in choices(asked, RIVALS).answer
    )


@pytest.mark.parametrize(
    ("kind", "parties"),
    [("diplomatic_relations", ("KHM", "KOR")), ("diplomatic_relations", ("KOR", "PRK")),
     ("mission", ("KOR", "CUB")), ("partnership", ("UN", "KOR"))],
)  # fmt: skip
def test_ties_of_the_three_of_bodies_and_missions_of_a_rival_are_none(
    ledger: Ledger, kind: str, parties: tuple[str, str]
) -> None:
    asked = _told(ledger, kind, *parties, start="2024-02-14")
    assert choices(asked, RIVALS).insufficient is not None


def test_where_there_is_no_rivalry_nobody_has_chosen(ledger: Ledger) -> None:
    asked = _told(ledger, "diplomatic_relations", "CUB", "KOR", start="2024-02-14")
    assert choices(asked, insufficient("rivalry", "Rivals?", "nothing is known")).insufficient is not None


def test_cases_tell_what_came_within_a_year_of_a_tie(ledger: Ledger) -> None:
    asked = _told(ledger, "partnership", "KHM", "KOR", level="strategic partnership", start="2024-05")
    near, far = "They met on 20 August 2024.", "They had met on 20 April 2024."
    draft = Draft(f"{near} {far}", "2024-09-13").act(near, "KHM", "PRK", on("2024-08-20"))
    ledger.add(draft.act(far, "KHM", "PRK", on("2024-04-20")).record())
    found = followed(asked, "KOR", "PRK")
    assert [(part.label, part.n) for part in found.parts] == [("May 2024, strategic partnership", 1)]
    assert followed(asked, "PRK", "KOR").insufficient is not None


def test_a_tie_known_to_the_year_only_is_no_case(ledger: Ledger) -> None:
    asked = _told(ledger, "diplomatic_relations", "KHM", "KOR", start="1997")
    assert followed(asked, "KOR", "PRK").insufficient is not None
