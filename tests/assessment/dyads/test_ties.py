from __future__ import annotations

import datetime as dt

from assessment.rows import imported
from brief.factory import Draft
from comity.assessment.dyads import interest, obligations, ties
from comity.assessment.holdings import Holdings
from comity.assessment.window import Window
from comity.ledger import Ledger

PAIR = ("KHM", "KOR")
END = Window(None, dt.date(2024, 12, 31))


def _ledger(ledger: Ledger, published: str, *told: tuple[str, str, dict[str, str]]) -> None:
    draft = Draft(" ".join(sentence for sentence, _, _ in told), published)
    for sentence, kind, more in told:
        draft.tie(sentence, kind, "KHM", "KOR", **more)
    ledger.add(draft.record())


def test_standing_ended_proposed_and_absent_ties_are_told_apart(ledger: Ledger) -> None:
    _ledger(
        ledger,
        "2024-06-01",
        ("They have had relations since 1997.", "diplomatic_relations", {"start": "1997"}),
        ("The museum closed in 2020.", "project", {"name": "museum", "status": "ended", "end": "2020"}),
        ("A port is proposed.", "project", {"name": "port", "status": "proposed"}),
        ("There is no alliance.", "alliance", {"status": "absent"}),
    )
    holdings = Holdings(ledger)
    assert ties.standing(holdings, PAIR, END).answer == (
        "1 standing tie is told of: diplomatic relations since 1997."
    )
    ended, proposed, absent = (of(holdings, PAIR, END) for of in (ties.ended, ties.proposed, ties.absent))
    assert ended
    assert ended.answer == "1 tie has ended or lapsed: a museum (project)."
    assert ended.parts[0].text.startswith("ended 2020")
    assert proposed
    assert proposed.answer == "1 tie is told of as proposed, not as made: a port (project)."
    assert absent
    assert absent.answer == "Texts say that there was none of these: an alliance."


def test_a_tie_stands_until_its_end_and_not_before_its_start(ledger: Ledger) -> None:
    _ledger(
        ledger,
        "2024-06-01",
        ("The treaty held from 2000 to 2020.", "treaty", {"status": "ended", "start": "2000", "end": "2020"}),
        ("A bridge was told of.", "project", {"name": "bridge"}),
    )
    holdings = Holdings(ledger)
    until = {year: ties.standing(holdings, PAIR, Window(None, dt.date(year, 6, 1))) for year in (1999, 2010)}
    assert until[1999].insufficient
    assert [part.label for part in until[2010].parts] == ["An unnamed treaty"]
    assert ties.ended(holdings, PAIR, Window(dt.date(2021, 1, 1), dt.date(2024, 12, 31))) is None


def test_reports_that_differ_stand_side_by_side(ledger: Ledger) -> None:
    _ledger(ledger, "2020-01-01", ("Relations began in 1964.", "diplomatic_relations", {"start": "1964-12-20"}))
    _ledger(ledger, "2021-01-01", ("Relations date from 1965.", "diplomatic_relations", {"start": "1965"}))
    (part,) = ties.standing(Holdings(ledger), PAIR, END).parts
    assert "since 20 December 1964 or 1965" in part.text
    assert "reports differ on the start: 1 report says 20 December 1964, 1 report says 1965" in part.text


def test_the_level_is_a_rung_beside_those_of_other_partners(ledger: Ledger) -> None:
    one = "A strategic partnership was agreed in 2024."
    other = "With China there is a comprehensive strategic partnership."
    draft = Draft(f"{one} {other}", "2024-06-01")
    draft.tie(one, "partnership", "KHM", "KOR", level="strategic partnership", start="2024")
    draft.tie(other, "partnership", "KHM", "CHN", level="comprehensive strategic partnership")
    ledger.add(draft.record())
    found = ties.level(Holdings(ledger), PAIR, END)
    assert found
    assert found.answer == "A strategic partnership, since 2024: rung 5 of 8 of the ladder of partnerships."
    assert found.comparison == (
        "Other partners of Cambodia with a level told of: China (comprehensive strategic partnership)",
    )
    assert ties.level(Holdings(ledger), ("KHM", "PRK"), END) is None


def test_sanctions_of_others_are_told_of_texts_and_of_lists_that_stand_on_the_day(ledger: Ledger) -> None:
    text = "The United Nations has had sanctions on North Korea since 2006."
    ledger.add(Draft(text, "2020-01-01").tie(text, "sanctions", "UN", "PRK", start="2006").record())
    spell = {"kind": "sanction", "country": "USA", "country_code": "USA", "partner": "PRK"}
    rows = [
        {**spell, "id": 1, "role": "arms embargo", "start": "2006-10-14", "end": "", "is_ongoing": True},
        {**spell, "id": 2, "role": "travel ban", "start": "2006-10-14", "end": "2010-01-01", "is_ongoing": False},
    ]
    imported(ledger, "spells", rows)
    found = obligations.binding(Holdings(ledger), ("KHM", "PRK"), END)
    assert found
    assert found.answer.endswith("Those of the Security Council bind every member of the United Nations.")
    assert found.parts[1].label == "Sanctions of the United States on North Korea"
    assert (
        found.parts[1].text == "1 measure is in force by the list, the first since 14 October 2006: arms embargo"
    )
    assert obligations.binding(Holdings(ledger), ("KHM", "KOR"), END) is None


def test_a_pact_counts_from_the_first_year_of_its_last_unbroken_run(ledger: Ledger) -> None:
    pact = {"country": "KHM", "partner": "KOR", "variable": "atop_nonaggression", "is_directed": True}
    years = {2001: 1, 2002: 0, 2004: 1, 2005: 1}
    imported(ledger, "dyad_years", [{**pact, "year": year, "value": value} for year, value in years.items()])
    found = obligations.pacts(Holdings(ledger), PAIR, END)
    assert found
    assert found.answer == (
        "In 2005, the last year looked at, the two were bound by treaty to non-aggression (since 2004)."
    )
    assert obligations.pacts(Holdings(ledger), PAIR, Window(None, dt.date(2002, 6, 1))) is None


def test_relations_that_are_only_denied_have_no_age(ledger: Ledger) -> None:
    _ledger(ledger, "2024-06-01", ("They have no relations.", "diplomatic_relations", {"status": "absent"}))
    assert interest.tradition(Holdings(ledger), PAIR, END).insufficient is not None
