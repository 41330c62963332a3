"""Cases at the edge, put to every question that they can be put to: the right answers are worked out by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from brief.factory import Draft, on
from comity.assess import (
    Assessment,
    act_move,
    changes,
    check,
    compare,
    dyad,
    partners,
    precedents,
    tie_move,
    triangle,
    whatif,
)
from comity.errors import UsageError
from comity.ledger import Ledger
from comity.record import Record

SINCE = dt.date(1981, 1, 1)
MOVE = act_move("SANCTION")
Ask = Callable[..., Assessment]


def _told(ledger: Ledger, text: str, a: str, b: str, date: str, **other: Any) -> None:
    ledger.add(Draft(text, date).act(text, a, b, on(date), **other).record())


def _values(found: Assessment, key: str) -> list[object]:
    """The value of a finding, or those of its parts where it compares."""
    finding = found.finding(key)
    return [part.value for part in finding.parts] if key.startswith("compare.") else [finding.value]


@pytest.mark.parametrize("b", ["KHM", "Cambodia", "Atlantis", "", "'; DROP TABLE event; --"])
@pytest.mark.parametrize(
    "ask",
    [
        lambda of, b: dyad(of, "KHM", b),
        lambda of, b: dyad(of, b, "KHM"),
        lambda of, b: triangle(of, "KHM", "KOR", b),
        lambda of, b: compare(of, [("KHM", "KOR"), ("KHM", b)]),
        lambda of, b: whatif(of, "KHM", b, MOVE),
        lambda of, b: changes(of, "KHM", b, SINCE),
    ],
)
def test_a_state_with_itself_and_an_unknown_place_are_refused_in_a_sentence(
    ledger: Ledger, ask: Ask, b: str
) -> None:
    with pytest.raises(UsageError) as told:
        ask(ledger, b)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "ask",
    [lambda of: partners(of, "Atlantis"), lambda of: precedents(of, act_move("SANCTION of Atlantis")),
     lambda of: precedents(of, tie_move("mission begun with Atlantis"))],
)  # fmt: skip
def test_an_unknown_place_is_named(ledger: Ledger, ask: Ask) -> None:
    with pytest.raises(UsageError, match="Atlantis"):
        ask(ledger)


def _former(ledger: Ledger) -> None:
    _told(ledger, "Moscow and Berlin talked.", "SUN", "DDR", "1980-05-03")
    _told(ledger, "Belgrade and Moscow talked.", "YUG", "SUN", "1981-05-03")
    _told(ledger, "Belgrade and Berlin talked.", "YUG", "DDR", "1982-05-03")
    _told(ledger, "Belgrade cut its trade.", "YUG", "SUN", "1985-05-03", event_type="SANCTION")


FORMER: list[tuple[Ask, str, list[object]]] = [
    (lambda of, a, b, c: dyad(of, b, c), "contact.last", ["1980-05-03"]),
    (lambda of, a, b, c: partners(of, a, "contact"), "partners.contact", [2]),
    (triangle, "compare.contact.last", ["1981-05-03", "1982-05-03"]),
    (lambda of, a, b, c: compare(of, [(a, b), (a, c)]), "compare.contact.last", ["1981-05-03", "1982-05-03"]),
    (lambda of, a, b, c: changes(of, a, b, SINCE), "changes.acts", [2]),
    (lambda of, a, b, c: precedents(of, act_move(f"SANCTION of {b}")), "precedents.texts", [1]),
    (lambda of, a, b, c: whatif(of, a, b, MOVE), "precedents.texts", [1]),
]


@pytest.mark.parametrize(("ask", "key", "wanted"), FORMER)
def test_a_former_state_is_asked_about_in_its_own_time(
    ledger: Ledger, ask: Ask, key: str, wanted: list[object]
) -> None:
    _former(ledger)
    found = ask(ledger, "YUG", "Soviet Union", "East Germany")
    got = _values(found, key)
    assert ([len(found.finding(key).parts)] if key == "partners.contact" else got) == wanted


@pytest.mark.parametrize(("ask", "key", "wanted"), FORMER)
def test_the_acts_of_a_former_state_are_none_of_those_that_came_after_it(
    ledger: Ledger, ask: Ask, key: str, wanted: list[object]
) -> None:
    _former(ledger)
    assert ask(ledger, "SRB", "RUS", "DEU").finding(key).insufficient


def test_a_claim_on_states_of_today_is_not_held_against_former_ones(ledger: Ledger) -> None:
    _former(ledger)
    text = "It was the first meeting of Serbia and Russia."
    claim = Draft(text, "2010-05-04").claim(text, "the first meeting", "ordinal", "SRB", "RUS",
                                            value={"rank": 1, "window": None})  # fmt: skip
    ledger.add(claim.record())
    (found,) = [one for one in check(ledger).findings if one.key != "check.summary"]
    assert found.insufficient


def _without(record: Record, side: str) -> Record:
    """The record with one side of its acts missing."""
    return record.model_copy(update={"events": tuple(one.model_copy(update={side: ()}) for one in record.events)})


ONE_MEETING: list[tuple[Ask, str, list[object]]] = [
    (lambda of: dyad(of, "KHM", "KOR"), "contact.last", ["2020-05-03"]),
    (lambda of: partners(of, "KHM", "contact"), "partners.contact", [1]),
    (lambda of: triangle(of, "KHM", "KOR", "PRK"), "compare.contact.last", ["2020-05-03", None]),
    (lambda of: compare(of, [("KHM", "KOR"), ("KHM", "PRK")]), "compare.contact.last", ["2020-05-03", None]),
    (lambda of: changes(of, "KHM", "KOR", dt.date(2020, 1, 1)), "changes.acts", [1]),
    (lambda of: precedents(of, act_move("CONSULT of KOR")), "precedents.texts", [1]),
    (lambda of: whatif(of, "KHM", "KOR", act_move("CONSULT")), "precedents.texts", [1]),
]


@pytest.mark.parametrize(("ask", "key", "wanted"), ONE_MEETING)
def test_an_act_of_which_a_side_is_missing_is_none_between_two_states(
    ledger: Ledger, ask: Ask, key: str, wanted: list[object]
) -> None:
    _told(ledger, "They talked in Phnom Penh.", "KHM", "KOR", "2020-05-03")
    for side, day in (("actors", "2021-06-08"), ("recipients", "2021-06-09")):
        later = f"There were talks in the capital without {side}."
        ledger.add(_without(Draft(later, day).act(later, "KHM", "KOR", on(day)).record(), side))
    found = ask(ledger)
    got = [part.n for part in found.finding(key).parts] if key == "partners.contact" else _values(found, key)
    assert got == wanted


@pytest.mark.parametrize("pair", [("KHM", "KOR"), ("KOR", "KHM")])
def test_a_tie_of_one_side_stands_from_both_and_keeps_its_direction(ledger: Ledger, pair: tuple[str, str]) -> None:
    text = "South Korea has had an embassy in Cambodia since 1997."
    ledger.add(Draft(text, "2020-01-01").tie(text, "mission", "KOR", "KHM", start="1997").record())
    said = {
        dyad(ledger, *pair).finding("ties.standing").parts[0].label,
        whatif(ledger, *pair, MOVE).finding("stakes.ties").parts[0].label,
        changes(ledger, *pair, dt.date(1996, 1, 1)).finding("changes.ties").parts[0].text,
    }
    assert said == {
        "A mission of South Korea in Cambodia",
        "mission, South Korea → Cambodia: active since 1997",
    }
    (first, second) = compare(ledger, [pair, (pair[0], "PRK")]).finding("compare.ties.standing").parts
    assert (first.value, second.value) == (1, None)
    (case,) = precedents(ledger, tie_move(f"mission begun with {pair[0]}")).finding("precedents.texts").parts
    assert case.label.endswith("mission, South Korea → Cambodia begun, 1997")


def _contradicted(ledger: Ledger) -> None:
    for text, year, published in (
        ("The embassy was opened in 1997.", "1997", "2020-01-01"),
        ("It opened its embassy in 1999.", "1999", "2021-01-01"),
    ):
        ledger.add(Draft(text, published).tie(text, "mission", "KOR", "KHM", start=year).record())


@pytest.mark.parametrize(
    ("ask", "key"),
    [
        (lambda of: dyad(of, "KHM", "KOR"), "disputes.reports"),
        (lambda of: triangle(of, "KHM", "KOR", "PRK"), "compare.disputes.reports"),
        (lambda of: compare(of, [("KHM", "KOR"), ("KHM", "PRK")]), "compare.disputes.reports"),
        (lambda of: whatif(of, "KHM", "KOR", MOVE), "stakes.ties"),
        (lambda of: changes(of, "KHM", "KOR", dt.date(1998, 1, 1)), "changes.ties"),
    ],
)
def test_sources_that_contradict_each_other_stand_side_by_side(ledger: Ledger, ask: Ask, key: str) -> None:
    _contradicted(ledger)
    found = ask(ledger).finding(key)
    assert {one.quotation for one in found.passages} == {
        "The embassy was opened in 1997.", "It opened its embassy in 1999.",
    }  # fmt: skip


def test_a_tie_is_called_begun_since_a_day_only_where_every_source_says_so(ledger: Ledger) -> None:
    _contradicted(ledger)
    days = {1996: "begun", 1998: "begun, by some reports"}
    for year, label in days.items():
        (part,) = changes(ledger, "KHM", "KOR", dt.date(year, 1, 1)).finding("changes.ties").parts
        assert part.label == label
    assert changes(ledger, "KHM", "KOR", dt.date(2000, 1, 1)).finding("changes.ties").parts[0].label == (
        "first told of"
    )


@pytest.mark.parametrize(
    "ask",
    [
        lambda of, first, last: dyad(of, "KHM", "KOR", first, last),
        lambda of, first, last: triangle(of, "KHM", "KOR", "PRK", first, last),
        lambda of, first, last: compare(of, [("KHM", "KOR"), ("KHM", "PRK")], first, last),
    ],
)
def test_a_period_without_data_gives_reasons_and_nothing_of_other_years(ledger: Ledger, ask: Ask) -> None:
    for year in ("2000", "2020"):
        _told(ledger, f"They talked in Seoul in {year}.", "KHM", "KOR", f"{year}-05-03", mode="visit")
    found = ask(ledger, dt.date(2005, 1, 1), dt.date(2010, 12, 31))
    answered = [one for one in found.findings if one.insufficient is None]
    assert [one.key for one in answered] == []
    assert all("2020" not in one.answer for one in found.findings)
