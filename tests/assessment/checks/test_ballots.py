"""Claims of votes against roll calls made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.rows import Row, imported
from brief.factory import Draft
from comity.assess import Finding, check
from comity.assessment.checks.verdict import verdict_of
from comity.ledger import Ledger

_SAID = {"y": "yes", "n": "no", "a": "abstain", "-": "absent"}
_RIGHTS = "Situation of human rights in North Korea"


def _voted(ledger: Ledger, *calls: tuple[str, str, str, str]) -> None:
    """Import roll calls: number, day, title, and the votes of KHM, KOR, CHN and JPN as letters."""
    imported(ledger, "roll_calls", [
        {"id": at, "series": "voeten", "body": "UNGA", "session": int(number.split("/")[0]), "date": day,
         "date_precision": "day", "resolution": f"R/{number}", "title": title}
        for at, (number, day, title, _) in enumerate(calls)
    ])  # fmt: skip
    votes: list[Row] = [
        {"roll_call": at, "series": "voeten", "country": state, "vote": _SAID[vote], "year": day[:4]}
        for at, (_, day, _, letters) in enumerate(calls)
        for state, vote in zip(("KHM", "KOR", "CHN", "JPN"), letters, strict=True)
    ]
    imported(ledger, "votes", votes)


def _checked(ledger: Ledger, kind: str = "existence", on: str = "2016-01-10", **value: Any) -> Finding:
    """The finding on a claim of votes, of Cambodia unless `who` says otherwise."""
    text = "Cambodia voted so in the General Assembly."
    draft = Draft(text, on, publisher="Paper")
    draft.claim(text, text[:-1], kind, "KHM", value={"of": "vote", "who": ["KHM"], **value})
    ledger.add(draft.record())
    (found,) = (one for one in check(ledger).findings if one.key.startswith("claim"))
    return found


_TWO = (
    ("69/188", "2014-12-18", _RIGHTS, "aynn"),
    ("70/172", "2015-12-17", _RIGHTS, "nyny"),
    ("70/200", "2015-12-17", "Right of peoples to development", "yyya"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "value", "verdict"),
    [
        ("existence", {"resolution": "69/188", "vote": "abstain"}, "supported"),
        ("existence", {"resolution": "69/188", "vote": "no"}, "contradicted"),
        ("absence", {"resolution": "69/188", "vote": "no"}, "supported"),
        ("existence", {"date": "2014-12-18", "vote": "abstain"}, "supported"),
        (
            "existence",
            {"date": "2015-12-17", "matter": "the resolution on North Korea", "vote": "no"},
            "supported",
        ),
        ("existence", {"resolution": "70/172", "with": ["CHN"]}, "supported"),
        ("existence", {"resolution": "70/172", "with": ["KOR"]}, "contradicted"),
        ("existence", {"resolution": "70/172", "vote": "yes", "with": ["CHN"]}, "contradicted"),
        ("existence", {"who": ["KHM", "KOR"], "resolution": "69/188", "alike": False}, "supported"),
        ("existence", {"who": ["KHM", "CHN"], "resolution": "70/172", "alike": False}, "contradicted"),
    ],
)
def test_one_roll_call_settles_how_and_with_whom(
    ledger: Ledger, kind: str, value: dict[str, Any], verdict: str
) -> None:
    _voted(ledger, *_TWO)
    assert verdict_of(_checked(ledger, kind, **value)) == verdict


def test_the_answer_names_the_roll_call_its_day_and_each_vote(ledger: Ledger) -> None:
    _voted(ledger, *_TWO)
    found = _checked(ledger, resolution="70/172", **{"with": ["KOR"]})
    told = (
        "Cambodia voted against and South Korea voted in favour in the roll call on R/70/172 of 17 December 2015"
    )
    assert told in found.answer
    assert _RIGHTS in found.answer
    assert "sessions 69 to 70" in found.coverage[0]


def test_several_roll_calls_of_a_day_that_differ_leave_it_open(ledger: Ledger) -> None:
    _voted(ledger, *_TWO)
    found = _checked(ledger, date="2015-12-17", vote="no")
    assert verdict_of(found) == "not checkable"
    assert "in 1 of 2 roll calls" in found.answer


def test_what_was_adopted_without_a_vote_is_not_checkable(ledger: Ledger) -> None:
    _voted(ledger, *_TWO)
    found = _checked(ledger, resolution="67/181", vote="no")
    assert verdict_of(found) == "not checkable"
    assert "without a vote" in found.answer


def test_who_took_no_part_did_not_abstain(ledger: Ledger) -> None:
    _voted(ledger, ("69/188", "2014-12-18", _RIGHTS, "-yyn"))
    found = _checked(ledger, resolution="69/188", vote="abstain")
    assert verdict_of(found) == "contradicted"
    assert "Cambodia took no part" in found.answer


def test_a_state_without_votes_in_the_tables_is_not_checkable(ledger: Ledger) -> None:
    _voted(ledger, *_TWO)
    found = _checked(ledger, who=["THA"], resolution="69/188", vote="no")
    assert (verdict_of(found), "no vote of Thailand" in found.answer) == ("not checkable", True)


def test_without_votes_imported_nothing_is_checked(ledger: Ledger) -> None:
    found = _checked(ledger, resolution="69/188", vote="no")
    assert found.answer == "Not checkable: no votes of the General Assembly are imported."


def test_one_vote_contradicts_never_and_none_supports_it_while_the_tables_reach_so_far(ledger: Ledger) -> None:
    _voted(ledger, *_TWO)
    never = {"often": "never", "matter": "the resolution on North Korea"}
    against = _checked(ledger, "absence", vote="no", **never)
    assert verdict_of(against) == "contradicted"
    assert "Cambodia voted against in the roll call on R/70/172" in against.answer


@pytest.mark.parametrize(("on", "verdict"), [("2016-01-10", "supported"), ("2019-01-10", "not checkable")])
def test_tables_that_end_early_do_not_bear_out_never(ledger: Ledger, on: str, verdict: str) -> None:
    _voted(ledger, *_TWO)
    found = _checked(ledger, "absence", on, vote="yes", often="never", matter="the resolution on North Korea")
    assert verdict_of(found) == verdict


@pytest.mark.parametrize(("often", "verdict"), [("usually", "supported"), ("always", "contradicted")])
def test_habits_are_counted_over_all_roll_calls_on_the_matter(ledger: Ledger, often: str, verdict: str) -> None:
    year = ("68/183", "2013-12-18", _RIGHTS, "ayna")
    _voted(ledger, year, *_TWO)
    found = _checked(ledger, vote="abstain", often=often, matter="resolutions on human rights in North Korea")
    assert verdict_of(found) == verdict
    assert "in 2 of 3 roll calls" in found.answer


def test_a_matter_that_no_title_names_is_not_checkable(ledger: Ledger) -> None:
    _voted(ledger, *_TWO)
    found = _checked(ledger, date="2015-12-17", vote="no", matter="the resolution on whaling")
    assert verdict_of(found) == "not checkable"
    assert "none of the 2 roll calls of 17 December 2015" in found.answer


def test_a_vote_against_a_state_is_not_one_against_a_resolution_on_it(ledger: Ledger) -> None:
    _voted(ledger, *_TWO)
    found = _checked(ledger, "absence", vote="no", often="never", matter="North Korea")
    assert verdict_of(found) == "not checkable"
    assert "for or against a state" in found.answer
