from __future__ import annotations

import datetime as dt
import random

import pytest

from assessment.rows import imported
from assessment.tables import acted, traded, voted
from brief.factory import Draft, on
from comity.assess import Holdings, as_json, dyad
from comity.assessment.dyads import bound, dependence, flows, goods, interest, missions, reciprocity, votes
from comity.assessment.dyads.apart import apart
from comity.assessment.dyads.ideal import ideal
from comity.assessment.window import ALWAYS, Window
from comity.ledger import Ledger

PAIR = ("KHM", "KOR")


def test_each_direction_is_told_by_quad_and_score_from_the_source_with_most_acts(ledger: Ledger) -> None:
    sentence = "They met on 3 May 2020."
    ledger.add(Draft(sentence, "2020-05-04").act(sentence, "KHM", "KOR", on("2020-05-03")).record())
    good = [(f"2015-03-{day:02}", "KHM", "KOR", "AID", 4.0) for day in range(1, 6)]
    acted(
        ledger, *good, ("2015-04-01", "KHM", "KOR", "ACCUSE", -5.0), ("2015-04-02", "KOR", "KHM", "CONSULT", 1.0)
    )
    found = flows.there(Holdings(ledger), PAIR, ALWAYS)
    # Good 5 x 4, bad 5: 10 (20 - 5) / 25.
    assert found.value == pytest.approx(6.0)
    assert found.n == 6
    assert "5 of cooperation in deeds and 1 of conflict in words" in found.answer
    assert found.window == Window(dt.date(2015, 3, 1), dt.date(2015, 4, 2))
    (beside,) = [part for part in found.parts if part.label.startswith("beside it")]
    assert (beside.label, beside.value) == ("beside it, the texts", 1)
    other = flows.back(Holdings(ledger), PAIR, ALWAYS)
    assert (other.n, other.value) == (1, None)


def test_the_share_of_a_partner_is_set_beside_its_own_past(ledger: Ledger) -> None:
    early = [(f"2001-01-{day:02}", "KHM", "THA", "CONSULT", 1.0) for day in range(1, 31)]
    late = [(f"2015-01-{day:02}", "KHM", "KOR", "CONSULT", 1.0) for day in range(1, 31)]
    acted(ledger, *early, *late, ("2001-06-01", "KHM", "KOR", "CONSULT", 1.0))
    found = flows.there(Holdings(ledger), PAIR, ALWAYS)
    assert any("100 % (88 to 100 %)" in line and "which is more than before" in line for line in found.comparison)


def test_what_is_given_and_what_comes_back_are_weighed_apart_by_sign(ledger: Ledger) -> None:
    there = [(f"2015-03-{day:02}", "KHM", "KOR", "AID", 4.0) for day in range(1, 5)]
    back = [(f"2015-03-{day:02}", "KOR", "KHM", "AID", 4.0) for day in range(1, 3)]
    acted(ledger, *there, *back, ("2015-04-01", "KHM", "KOR", "ACCUSE", -5.0))
    good = reciprocity.good(Holdings(ledger), PAIR, ALWAYS)
    # 1 - (16 - 8) / (16 + 8).
    assert good.value == pytest.approx(2 / 3)
    assert good.n == 6
    bad = reciprocity.bad(Holdings(ledger), PAIR, ALWAYS)
    assert bad.insufficient == "there is 1 bad act of both together; at least 5 are needed"
    assert "at least 52 are needed" in str(reciprocity.answers(Holdings(ledger), PAIR, ALWAYS).insufficient)


def test_one_who_follows_the_other_a_month_later_answers_in_kind(ledger: Ledger) -> None:
    drawn = random.Random(7)
    scores = [round(drawn.uniform(-6, 6), 1) for _ in range(96)]
    months = [f"{2000 + at // 12}-{at % 12 + 1:02}" for at in range(96)]
    first = [(f"{month}-05", "KHM", "KOR", "AID", score) for month, score in zip(months, scores, strict=True)]
    later = [score + drawn.uniform(0, 0.5) for score in scores]
    answer = [(f"{month}-06", "KOR", "KHM", "AID", score) for month, score in zip(months[1:], later, strict=False)]
    acted(ledger, *first, *answer)
    found = reciprocity.answers(Holdings(ledger), PAIR, ALWAYS)
    assert "South Korea answers Cambodia in kind" in found.answer
    turned = reciprocity.answers(Holdings(ledger), ("KOR", "KHM"), ALWAYS)
    assert turned.interval
    assert turned.interval[0] > 0


def test_both_axes_show_every_part_with_its_weight_and_are_never_added(ledger: Ledger) -> None:
    tied = "Cambodia and South Korea have had diplomatic relations since 1997."
    text = " ".join([tied, *(f"They built road {at} on {at} May 2020." for at in range(1, 7))])
    draft = Draft(text, "2022-01-01").tie(tied, "diplomatic_relations", "KHM", "KOR", start="1997")
    for at in range(1, 7):
        sentence, kind = f"They built road {at} on {at} May 2020.", "practical" if at < 6 else "symbolic"
        draft.act(sentence, "KHM", "KOR", on(f"2020-05-{at:02}"), event_type="COOPERATE", substance=kind)
    ledger.add(draft.record())
    holdings = Holdings(ledger)
    window = Window(None, dt.date(2022, 1, 1))
    worth = interest.interest(holdings, PAIR, window)
    # Five practical acts weigh 4 each and a ceremony 1; for the other two parts no table is imported.
    assert worth.value == pytest.approx(20 / 21)
    assert [part.weight for part in worth.parts] == [0.25, 0.25, 0.5]
    assert worth.interval
    assert worth.interval[0] < 0.5
    old = interest.tradition(holdings, PAIR, window)
    # 25 years count as one half; no act is traditional.
    assert old.value == pytest.approx(0.25, abs=0.01)
    assert {part.label for part in old.parts} == {
        "age of unbroken diplomatic relations",
        "traditional share of acts",
    }
    assert all(one.insufficient for one in (interest.interest(holdings, ("KHM", "PRK"), window),
                                            interest.tradition(holdings, ("KHM", "PRK"), window)))  # fmt: skip


def test_relations_told_to_have_ended_are_not_ended_where_the_two_cooperate_after_it(ledger: Ledger) -> None:
    tied = "Cambodia broke off relations with the United States in 1965."
    ledger.add(Draft(tied).tie(tied, "diplomatic_relations", "KHM", "USA", status="ended", end="1965").record())
    window = Window(None, dt.date(2016, 1, 1))
    assert Holdings(ledger).between("KHM", "USA").bonds
    age = interest.tradition(Holdings(ledger), ("KHM", "USA"), window).parts[0]
    assert age.value == 0
    acted(ledger, ("2015-03-01", "USA", "KHM", "CONSULT", 1.0))
    age = interest.tradition(Holdings(ledger), ("KHM", "USA"), window).parts[0]
    assert age.insufficient == "texts tell of their end, but the two cooperated after it"


def test_votes_are_told_with_those_apart_latest_first_and_no_day_where_only_the_month_is_known(
    ledger: Ledger,
) -> None:
    same = [(f"20{year:02}-11-0{day}", "day", "y", "y", "nnyyy") for year in range(1, 7) for day in (1, 2)]
    voted(ledger, *same, ("1995-12-01", "month", "y", "n", "yyyyy"), ("2006-12-24", "day", "n", "a", "yyyyy"))
    found = votes.alike(Holdings(ledger), PAIR, ALWAYS)
    # Sessions 57 to 61: ten alike and one a step apart.
    assert found.n == 11
    assert next(part.value for part in found.parts if part.label.startswith("agreement")) == pytest.approx(
        10.5 / 11
    )
    assert "in sessions 57 to 61 (2002 to 2006)" in found.answer.lower()
    stood = apart(Holdings(ledger), PAIR, ALWAYS)
    assert (stood.value, stood.n) == (1, 14)
    assert stood.parts[0].label == "December 1995, R/12"
    assert stood.parts[0].text == "“Question 12”; Cambodia for, South Korea against"
    inside = Window(dt.date(1995, 12, 15), dt.date(2000, 1, 1))
    assert apart(Holdings(ledger), PAIR, inside).insufficient
    assert votes.issues(Holdings(ledger), PAIR, ALWAYS).parts[0].n == 14


def test_a_state_that_never_voted_and_a_ledger_without_votes_give_the_reason(ledger: Ledger) -> None:
    assert (
        votes.alike(Holdings(ledger), PAIR, ALWAYS).insufficient == "no votes of the United Nations are imported"
    )
    voted(ledger, ("2001-11-01", "day", "y", "n", "yyyyy"))
    assert (
        votes.alike(Holdings(ledger), ("SRB", "XKX"), ALWAYS).insufficient == "no vote of Serbia is in the tables"
    )
    assert "fewer than 10" in str(votes.alike(Holdings(ledger), PAIR, ALWAYS).insufficient)
    assert ideal(Holdings(ledger), PAIR, ALWAYS).insufficient == "no ideal points are imported"


def test_ideal_points_are_told_for_the_last_year_of_both(ledger: Ledger) -> None:
    points = [
        ("KHM", 2010, -0.5),
        ("KOR", 2010, 0.5),
        ("KHM", 2012, -0.25),
        ("KOR", 2012, 0.5),
        ("KHM", 2013, 0.0),
    ]
    imported(ledger, "country_years", [
        {"country": state, "year": year, "variable": "ideal_point_all", "value": value,
         "unit": "ideal point, by session"}
        for state, year, value in points
    ])  # fmt: skip
    found = ideal(Holdings(ledger), PAIR, ALWAYS)
    assert (found.value, found.interval) == (0.75, None)
    assert found.comparison == ("In 2010 they lay 1 apart.",)


def test_trade_is_told_by_the_buyer_first_and_what_is_not_reported_is_not_zero(ledger: Ledger) -> None:
    nothing = goods.trade(Holdings(ledger), PAIR, ALWAYS)
    assert nothing.insufficient is not None
    assert "comity import trade" in nothing.would_change
    traded(
        ledger, ("KHM", "KOR", "import", 2014, 3e6), ("KOR", "KHM", "export", 2014, 2e6),
        ("KOR", "KHM", "import", 2014, 1e6), ("KHM", "THA", "import", 2014, 4e6),
        ("THA", "KHM", "import", 2014, 2e6), ("KHM", "KOR", "import", 2013, 9e6),
    )  # fmt: skip
    found = goods.trade(Holdings(ledger), PAIR, ALWAYS)
    assert (found.value, found.interval, found.unit) == (4e6, (3e6, 4e6), "USD")
    assert found.answer.startswith(
        "In 2014 Cambodia sold South Korea goods for USD 1 million and South Korea sold"
    )
    assert {part.label: part.value for part in found.parts}["share in the trade of Cambodia"] == pytest.approx(0.4)
    silent = goods.trade(Holdings(ledger), ("KHM", "PRK"), ALWAYS)
    assert "unknown, not zero" in str(silent.insufficient)
    assert silent.evidence


def test_aid_and_arms_are_told_one_way_where_one_way_is_known(ledger: Ledger) -> None:
    assert "missing table is not zero" in str(goods.aid(Holdings(ledger), PAIR, ALWAYS).insufficient)
    imported(ledger, "flows", [
        {"country": "KOR", "partner": "KHM", "kind": "disbursement", "start": f"{year}-01-01", "frequency": "year",
         "value": value, "unit": "USD", "item": item}
        for year, value, item in ((2012, 7e6, "a"), (2013, 1e6, "a"), (2013, 2e6, "b"))
    ])  # fmt: skip
    assert goods.aid(Holdings(ledger), PAIR, ALWAYS).answer == "In 2013 South Korea gave Cambodia USD 3 million."
    assert goods.arms(Holdings(ledger), PAIR, ALWAYS).insufficient


def test_dependence_shows_its_parts_or_says_what_is_missing(ledger: Ledger) -> None:
    found = dependence.there(Holdings(ledger), PAIR, ALWAYS)
    assert found.insufficient == "no table of trade, aid or arms between states is imported"
    states = ("KHM", "KOR", "THA", "VNM", "CHN", "JPN")
    traded(ledger, *((one, other, "import", 2014, 4e6 if (one, other) == ("KHM", "KOR") else 1e6)
                     for one in states for other in states if one != other))  # fmt: skip
    found = dependence.there(Holdings(ledger), PAIR, ALWAYS)
    assert found.insufficient == "less than 0.5 of the weight is known"
    # Of all trade of Cambodia, 5 of 13 million is with South Korea, the highest share of all pairs.
    share = found.parts[0]
    assert share.label == "share of the other in its trade"
    assert share.value == pytest.approx(1.0)
    assert share.text.startswith("0.385")
    assert all(part.insufficient for part in found.parts[1:])


def test_memberships_alliances_and_missions_name_their_year(ledger: Ledger) -> None:
    assert bound.memberships(Holdings(ledger), PAIR, ALWAYS).insufficient
    rows = [("KHM", "KOR", 2004, "joint_memberships", 5), ("KHM", "KOR", 2014, "joint_memberships", 9),
            ("KHM", "THA", 2014, "atop_defense", 1), ("KHM", "KOR", 2001, "atop_nonaggression", 1)]  # fmt: skip
    imported(ledger, "dyad_years", [
        {"country": one, "partner": other, "year": year, "variable": variable, "value": value,
         "is_directed": variable != "joint_memberships"}
        for one, other, year, variable, value in rows
    ])  # fmt: skip
    shared = bound.memberships(Holdings(ledger), PAIR, ALWAYS)
    assert (shared.value, shared.comparison) == (9, ("In 2004 they shared 5.",))
    none = bound.alliances(Holdings(ledger), PAIR, ALWAYS)
    assert none is not None
    assert none.answer == "In 2014 neither had pledged anything to the other by alliance."
    assert none.comparison == ("The last such pledge of either is of 2001.",)
    assert bound.alliances(Holdings(ledger), ("KHM", "THA"), ALWAYS) is None
    assert missions.missions(Holdings(ledger), PAIR, ALWAYS).insufficient
    imported(ledger, "spells", [
        {"kind": "mission", "country": "USA", "partner": "KHM", "role": role, "start": start, "end": end}
        for role, start, end in (("Legation", "1950-01-01", "1965-05-03"), ("Embassy", "1994-05-17", ""))
    ])  # fmt: skip
    found = missions.missions(Holdings(ledger), ("KHM", "USA"), ALWAYS)
    assert "The United States has had an embassy in Cambodia since 1994" in found.answer


def test_the_same_tables_give_the_same_bytes(ledger: Ledger) -> None:
    acted(ledger, *((f"2015-03-{day:02}", "KHM", "KOR", "AID", 4.0) for day in range(1, 9)))
    voted(ledger, *((f"200{year}-11-01", "day", "y", "n", "yyyyn") for year in range(10)))
    traded(ledger, ("KHM", "KOR", "import", 2014, 3e6), ("KOR", "KHM", "import", 2014, 2e6))
    assert as_json(dyad(ledger, *PAIR)) == as_json(dyad(ledger, *PAIR))


def test_votes_count_as_rows_on_two_states_only_where_both_voted(ledger: Ledger) -> None:
    voted(ledger, ("2001-11-01", "day", "y", "n", "yyyyy"))
    both = dyad(ledger, "KHM", "KOR").finding("coverage.datasets")
    assert both.value == 1
    one = dyad(ledger, "KHM", "VAT").finding("coverage.datasets")
    assert one.value == 0
    assert [proof.n for proof in one.proofs] == [1]  # the vote of Cambodia, which was looked at
