from __future__ import annotations

from pathlib import Path

import pytest

from assessment.rows import imported
from brief.factory import Draft, on
from comity.assess import Holdings
from comity.assessment.triangles.bound import compliance, treaties
from comity.assessment.triangles.regime import regime
from comity.assessment.triangles.triangle import Triangle
from comity.assessment.triangles.votes import positions, votes
from comity.assessment.window import Window
from comity.ledger import Ledger
from comity.sources import import_files


def _asked(ledger: Ledger, a: str = "KHM", b: str = "KOR", c: str = "PRK", until: str = "2024-12-31") -> Triangle:
    return Triangle(Holdings(ledger), a, b, c, Window(None, on(until).start))


@pytest.mark.parametrize(
    ("until", "beginning"),
    [
        ("2005-12-31", "No sanctions regime"),
        ("2024-12-31", "Yes: the UN Security Council's sanctions on North Korea"),
    ],
)
def test_a_regime_binds_from_its_first_day(ledger: Ledger, until: str, beginning: str) -> None:
    import_files(ledger, "sanctions", [Path("regimes")])
    assert regime(_asked(ledger, until=until), "PRK").answer.startswith(beginning)


def test_a_regime_that_has_ended_binds_no_longer(ledger: Ledger) -> None:
    import_files(ledger, "sanctions", [Path("regimes")])
    found = regime(_asked(ledger, "KHM", "ERI", "ETH"), "ERI")
    assert found.value == 0
    assert found.answer.startswith("No longer")


def test_measures_against_groups_outlive_those_against_a_government(ledger: Ledger) -> None:
    import_files(ledger, "sanctions", [Path("regimes")])
    answer = regime(_asked(ledger, "KHM", "SOM", "ETH"), "SOM").answer
    assert answer.startswith("No longer")
    assert answer.endswith("measures against groups there stand.")


def test_without_the_list_nothing_is_said_of_regimes(ledger: Ledger) -> None:
    assert regime(_asked(ledger), "PRK").insufficient is not None
    assert compliance(_asked(ledger), "PRK") is None


def _said(ledger: Ledger, text: str) -> None:
    draft = Draft(f"North Korea is under sanctions of the Security Council. {text}", "2020-05-04")
    draft.tie("North Korea is under sanctions of the Security Council.", "sanctions", "UN", "PRK")
    ledger.add(draft.act(text, "KHM", "PRK", on("2020-05-03")).record())


@pytest.mark.parametrize(
    "text",
    ["Cambodia will carry out both resolutions.",
     "Seoul praised Cambodia for its implementation of the sanctions.",
     "The minister told a visitor that Cambodia was bound to comply."],
)  # fmt: skip
def test_who_complies_is_the_state_named_last_before_the_word(ledger: Ledger, text: str) -> None:
    _said(ledger, text)
    found = compliance(_asked(ledger), "PRK")
    assert found is not None
    assert [text in part.text for part in found.parts] == [True]


@pytest.mark.parametrize(
    "text",
    ["Cambodia urged North Korea to comply with the resolutions.", "Cambodia complies with international law.",
     "Cambodia praised South Korea for its implementation of the sanctions."],
)  # fmt: skip
def test_calls_on_others_and_the_compliance_of_others_are_none(ledger: Ledger, text: str) -> None:
    _said(ledger, text)
    found = compliance(_asked(ledger), "PRK")
    assert found is not None
    assert found.insufficient is not None


def _roll_calls(ledger: Ledger, *titles: str) -> None:
    calls = [
        {"id": at, "series": "ours", "body": "UNGA", "date": f"200{at}-12-01", "date_precision": "day",
         "resolution": f"R/{at}", "title": title}
        for at, title in enumerate(titles)
    ]  # fmt: skip
    own = {"KHM": "abstain", "KOR": "yes", "PRK": "no"}
    cast = [
        {"roll_call": at, "series": "ours", "country": state, "year": 2000 + at, "vote": vote}
        for at in range(len(titles))
        for state, vote in own.items()
    ]
    imported(ledger, "roll_calls", calls)
    imported(ledger, "votes", cast)


def test_votes_on_a_state_are_told_with_those_of_the_two(ledger: Ledger) -> None:
    _roll_calls(ledger, *["SITUATION IN THE DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA"] * 3)
    found = votes(_asked(ledger), "PRK")
    assert found.n == 3
    assert "abstained 3 times; in the last, R/2 of 1 December 2002, it abstained." in found.answer
    assert "as South Korea did in none of 3 and as North Korea did in none of 3" in found.answer
    assert votes(_asked(ledger), "KOR").insufficient is not None


def test_one_vote_is_told_as_one(ledger: Ledger) -> None:
    _roll_calls(ledger, "Situation in North Korea")
    answer = votes(_asked(ledger), "PRK").answer
    assert (
        answer == "In the one roll call known that names North Korea, R/0 of 1 December 2000, Cambodia abstained."
    )


@pytest.mark.parametrize(
    "title",
    ["The North Korea proposal on outer space", "Motion submitted by the representative of North Korea",
     "Condemns collaboration of France, Germany, Israel, Japan and North Korea",
     "The President: I put to the vote what North Korea has asked for"],
)  # fmt: skip
def test_roll_calls_that_name_a_state_and_are_not_on_it_do_not_count(ledger: Ledger, title: str) -> None:
    _roll_calls(ledger, title)
    assert votes(_asked(ledger), "PRK").insufficient is not None


def test_positions_are_acts_of_the_state_itself(ledger: Ledger) -> None:
    own, other = "Cambodia condemned North Korea.", "North Korea condemned Cambodia."
    draft = Draft(f"{own} {other}", "2020-05-04").act(own, "KHM", "PRK", on("2020-05-03"), event_type="ACCUSE")
    ledger.add(draft.act(other, "PRK", "KHM", on("2020-05-02"), event_type="ACCUSE").record())
    found = positions(_asked(ledger), "PRK")
    assert (found.n, found.passages[0].quotation) == (1, own)


def test_treaties_of_texts_stand_beside_listed_pacts(ledger: Ledger) -> None:
    text = "Cambodia and South Korea signed an extradition treaty."
    ledger.add(
        Draft(text, "2009-10-23")
        .tie(text, "treaty", "KHM", "KOR", name="extradition treaty", start="2009")
        .record()
    )
    found = treaties(_asked(ledger))
    with_south, with_north = found.parts
    assert with_south.text == "extradition treaty since 2009"
    assert with_north.insufficient is not None
