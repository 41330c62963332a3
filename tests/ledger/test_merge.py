from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ledger import Held, Source, same_acts
from comity.record import Amount, Event, OwnType, Party, Period, Place

from . import factory

DAY_3, DAY_4 = factory.day("2021-06-03"), factory.day("2021-06-04")
JUNE = Period(start=dt.date(2021, 6, 1), end=dt.date(2021, 6, 30), precision="month")
YEAR = Period(start=dt.date(2021, 1, 1), end=dt.date(2021, 12, 31), precision="year")
UNKNOWN = Period()
TAKEN_OVER = DAY_4.model_copy(update={"basis": "publication"})


def span(first: int, last: int) -> Period:
    return Period(start=dt.date(2021, 6, first), end=dt.date(2021, 6, last), precision="span")


def report(
    number: int,
    date: Period = DAY_3,
    sides: tuple[str, str] = ("LAO", "MNG"),
    published: str | None = "2021-06-05",
    **other: Any,
) -> Held[Event]:
    """Document `number` tells of an act; a side is a country or 'country/person'."""
    text = f"Report {number}: they met."
    parties = []
    for side in sides:
        country, _, person = side.partition("/")
        parties.append(Party(entity=f"person:{person}" if person else country, country=country, start=0, end=6))
    item = factory.event(text, parties[:1], parties[1:], date=date, **other)
    day = dt.date.fromisoformat(published) if published else None
    document = factory.document(text, published=day)
    return Held(item, document, (Source(None, None, None, None, day, "unknown"),))


def joined(*reports: Held[Event]) -> bool:
    acts = same_acts(reports)
    assert sorted(held.document.id for act in acts for held in act.events) == sorted(
        held.document.id for held in reports
    )
    return len(acts) == 1


def test_two_papers_that_tell_of_one_act_count_it_once() -> None:
    first, second = report(1, JUNE), report(2, DAY_3)
    (act,) = same_acts([first, second])
    assert act.events == (second, first)
    assert act.best == second
    assert act.date == DAY_3
    assert act.documents == 2


def test_the_surest_of_equally_precise_reports_is_the_best() -> None:
    unsure, sure = report(1, confidence=0.5), report(2, confidence=0.8)
    (act,) = same_acts([unsure, sure])
    assert act.best == sure


def test_signing_and_supporting_are_two_acts() -> None:
    assert not joined(report(1, event_type="AGREE", mode=None), report(2, event_type="SUPPORT", mode=None))


@pytest.mark.parametrize("mutual", ["CONSULT", "AGREE", "SUPPORT", "COOPERATE"])
def test_a_mutual_act_may_be_told_from_either_side(mutual: str) -> None:
    told = {"event_type": mutual, "mode": None}
    assert joined(report(1, **told), report(2, sides=("MNG", "LAO"), **told))


def test_a_visit_and_the_visit_in_return_are_two_acts() -> None:
    assert not joined(report(1, mode="visit"), report(2, sides=("MNG", "LAO"), mode="visit"))


def test_talks_on_the_day_of_a_visit_are_part_of_it_and_talks_during_a_longer_one_are_not() -> None:
    assert joined(report(1, mode="visit"), report(2, mode=None))
    assert not joined(report(1, span(2, 5), mode="visit"), report(2, mode=None))


def test_two_amounts_are_two_acts_unless_one_is_the_other_rounded() -> None:
    given = {"event_type": "AID", "mode": None}
    first = report(1, amount=Amount(value=12e6, unit="USD"), **given)
    assert not joined(first, report(2, amount=Amount(value=3e6, unit="USD"), **given))
    assert joined(first, report(2, amount=Amount(value=12.4e6, unit="USD"), **given))
    assert joined(first, report(2, **given))


def test_meetings_of_one_day_in_two_towns_are_two_unless_somebody_was_at_both() -> None:
    here, there = Place(name="Darkhan", country="MNG"), Place(name="Erdenet", country="MNG")
    assert not joined(report(1, place=here, mode=None), report(2, place=there, mode=None))
    sides = ("LAO/a", "MNG")
    assert joined(report(1, sides=sides, place=here, mode=None), report(2, sides=sides, place=there, mode=None))
    assert joined(
        report(1, place=here, mode=None), report(2, place=Place(name="Mongolia", country="MNG"), mode=None)
    )


@pytest.mark.parametrize("directed", ["AID", "SANCTION", "ACCUSE"])
def test_a_directed_act_has_one_direction(directed: str) -> None:
    assert not joined(report(1, event_type=directed), report(2, sides=("MNG", "LAO"), event_type=directed))


def test_acts_with_another_country_are_others() -> None:
    assert not joined(report(1), report(2, sides=("LAO", "PER")))


def test_a_minister_acts_for_the_state() -> None:
    assert joined(report(1), report(2, sides=("LAO/minister", "MNG")))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (DAY_3, DAY_3, True),
        (DAY_3, DAY_4, False),
        (DAY_3, JUNE, True),
        (JUNE, YEAR, True),
        (DAY_3, span(2, 5), True),
        (span(2, 4), span(4, 6), False),
        (JUNE, factory.day("2021-07-01"), False),
    ],
)
def test_dates_fit_when_one_lies_within_the_other(one: Period, other: Period, same: bool) -> None:
    assert joined(report(1, one, mode=None), report(2, other, mode=None)) is same
    assert joined(report(1, other, mode=None), report(2, one, mode=None)) is same


def test_the_days_of_a_visit_need_only_overlap() -> None:
    assert joined(report(1, span(2, 4), mode="visit"), report(2, span(4, 6), mode="visit"))
    assert not joined(report(1, span(2, 3), mode="visit"), report(2, span(4, 6), mode="visit"))
    assert not joined(report(1, DAY_3, mode="visit"), report(2, DAY_4, mode="visit"))


@pytest.mark.parametrize("undated", [UNKNOWN, TAKEN_OVER])
@pytest.mark.parametrize(
    ("published", "modes", "same"),
    [
        ("2021-06-19", ("visit", "visit"), True),
        ("2021-06-20", ("visit", "visit"), False),
        (None, ("visit", "visit"), False),
        ("2021-06-06", ("visit", None), False),
        ("2021-06-06", (None, None), False),
    ],
)
def test_without_a_date_it_takes_a_fortnight_and_the_same_mode(
    undated: Period, published: str | None, modes: tuple[str | None, str | None], same: bool
) -> None:
    first = report(1, DAY_3, mode=modes[0])
    assert joined(first, report(2, undated, published=published, mode=modes[1])) is same


def test_without_a_date_the_same_persons_will_do_for_the_mode() -> None:
    sides = ("LAO/a", "MNG/b")
    assert joined(report(1, sides=sides, mode=None), report(2, UNKNOWN, sides=sides, mode=None))
    assert not joined(report(1, sides=sides, mode=None), report(2, UNKNOWN, ("LAO/a", "MNG"), mode=None))


def test_what_is_told_as_history_is_not_the_news_of_another_text() -> None:
    past = report(1, factory.day("1999-01-01"), status="historical")
    assert not joined(past, report(2, UNKNOWN))


def test_modes_differ_only_where_both_are_known() -> None:
    assert joined(report(1, mode="visit"), report(2, mode=None))
    assert not joined(report(1, mode="visit"), report(2, mode="phone"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("actual", "historical", True),
        ("actual", "future", False),
        ("actual", "negated", False),
        ("future", "hypothetical", False),
        ("negated", "hypothetical", False),
        ("negated", "negated", True),
    ],
)
def test_what_was_done_stays_apart_from_what_was_not(one: str, other: str, same: bool) -> None:
    assert joined(report(1, status=one), report(2, status=other)) is same


def test_two_persons_of_a_state_on_one_day_were_at_one_act() -> None:
    assert joined(report(1, sides=("LAO/a", "MNG/x")), report(2, sides=("LAO/b", "MNG/x")))


def test_other_persons_on_both_sides_were_at_another_act_of_the_day() -> None:
    assert not joined(report(1, sides=("LAO/a", "MNG/x")), report(2, sides=("LAO/b", "MNG/y")))
    assert not joined(report(1, sides=("LAO/a", "MNG")), report(2, sides=("LAO/b", "MNG")))


def test_ministers_of_two_offices_were_at_two_acts_though_nobody_names_them() -> None:
    def told(number: int, office: str) -> Held[Event]:
        held = report(number, sides=("LAO", "MNG"), mode=None)
        minister = held.item.actors[0].model_copy(update={"entity": f"group:lao-{office}"})
        return Held(held.item.model_copy(update={"actors": (minister,)}), held.document, held.sources)

    assert not joined(told(1, "defence-minister"), told(2, "foreign-minister"))
    assert joined(told(1, "defence-minister"), told(2, "minister"))
    assert joined(told(1, "defence-minister"), told(2, "officials"))


def test_a_person_under_a_longer_name_is_the_same() -> None:
    assert joined(report(1, sides=("LAO/sisoulith", "MNG")), report(2, sides=("LAO/thongloun-sisoulith", "MNG")))


def test_two_persons_of_a_state_in_one_month_did_two_acts() -> None:
    assert not joined(report(1, JUNE, ("LAO/a", "MNG/x")), report(2, JUNE, ("LAO/b", "MNG/x")))
    assert not joined(report(1, JUNE, ("LAO/a", "MNG/x")), report(2, DAY_3, ("MNG/x", "LAO/b")))
    assert joined(report(1, JUNE, ("LAO/a", "MNG/x")), report(2, JUNE, ("LAO/a", "MNG")))


def test_a_vague_report_does_not_tie_two_precise_ones_together() -> None:
    acts = same_acts([report(1, DAY_3), report(2, DAY_4), report(3, JUNE)])
    assert [act.date for act in acts] == [DAY_3, DAY_4]
    assert sum(len(act.events) for act in acts) == 3


def test_a_text_printed_in_two_places_is_one_document() -> None:
    twice = report(1)
    second = twice.item.model_copy(update={"id": "event-second-telling"})
    (act,) = same_acts([twice, Held(second, twice.document, twice.sources)])
    assert (len(act.events), act.documents) == (2, 1)


def test_nothing_told_is_no_act() -> None:
    assert same_acts([]) == ()


REPORTS = st.builds(
    report,
    number=st.integers(1, 10_000),
    date=st.sampled_from([DAY_3, DAY_4, JUNE, YEAR, span(2, 4), span(3, 6), UNKNOWN, TAKEN_OVER]),
    sides=st.sampled_from([("LAO", "MNG"), ("MNG", "LAO"), ("LAO/a", "MNG/x"), ("LAO/b", "MNG")]),
    published=st.sampled_from([None, "2021-06-05", "2021-06-15", "2021-06-25"]),
    mode=st.sampled_from([None, "visit", "phone"]),
    status=st.sampled_from(["actual", "historical", "future"]),
    confidence=st.sampled_from([0.5, 0.9]),
)


@given(data=st.data(), reports=st.lists(REPORTS, max_size=8, unique_by=lambda held: held.document.id))
def test_the_order_of_the_reports_plays_no_part(data: st.DataObject, reports: Sequence[Held[Event]]) -> None:
    acts = same_acts(reports)
    assert same_acts(data.draw(st.permutations(reports))) == acts
    assert sum(len(act.events) for act in acts) == len(reports)
    assert len({act.id for act in acts}) == len(acts)
    for act in acts:
        told = [held.item.date for held in act.events]
        assert not (DAY_3 in told and DAY_4 in told)


def test_reports_that_a_user_codes_differently_are_different_acts() -> None:
    loan = OwnType(ontology="heritage@1.0", type="LOAN", quad="material_cooperation", score=6)
    long_loan, short_loan = (loan.model_copy(update={"mode": mode}) for mode in ("long", "short"))
    show = loan.model_copy(update={"type": "SHOW"})
    other = show.model_copy(update={"ontology": "sea@2"})
    assert joined(report(1, own_type=loan), report(2, own_type=loan))
    assert joined(report(1, own_type=loan), report(2, own_type=long_loan))
    assert joined(report(1, own_type=loan), report(2))
    assert joined(report(1, own_type=loan), report(2, own_type=other))
    assert not joined(report(1, own_type=loan), report(2, own_type=show))
    assert not joined(report(1, own_type=long_loan), report(2, own_type=short_loan))
