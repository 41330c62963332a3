from __future__ import annotations

import datetime as dt

from assessment.rows import imported
from brief.factory import Draft, on
from comity.assessment.dyads import course
from comity.assessment.dyads.turns import phases, turns
from comity.assessment.holdings import Holdings
from comity.assessment.window import ALWAYS, Window
from comity.ledger import Ledger

PAIR = ("KHM", "KOR")


def test_a_break_a_restoration_and_an_upgrade_make_four_phases(ledger: Ledger) -> None:
    begun, cut, restored, raised = (
        "They established relations in 1970.", "South Korea closed its embassy on 5 April 1975.",
        "They restored relations in 1997.", "A strategic partnership was agreed on 16 May 2024.",
    )  # fmt: skip
    signed = "They signed a treaty in 2009."
    draft = Draft(" ".join((begun, cut, restored, signed, raised)), "2024-06-01")
    draft.tie(begun, "diplomatic_relations", "KHM", "KOR", start="1970", end="1975-04-05", status="ended")
    draft.tie(restored, "diplomatic_relations", "KHM", "KOR", start="1997")
    draft.tie(signed, "treaty", "KHM", "KOR", start="2009")
    draft.tie(raised, "partnership", "KHM", "KOR", start="2024-05-16", level="strategic partnership")
    draft.act(cut, "KOR", "KHM", on("1975-04-05"), event_type="SANCTION", cameo="161")
    ledger.add(draft.record())
    found = course.told(Holdings(ledger), PAIR, ALWAYS)
    assert (
        found.answer == "Texts show 4 phases, the latest since 2024: a strategic partnership began (16 May 2024)."
    )
    assert [part.label for part in found.parts] == ["1970 to 1975", "1975 to 1997", "1997 to 2024", "Since 2024"]
    assert "an unnamed treaty was concluded (2009)" in found.parts[2].text
    assert found.parts[1].text.endswith("1 dated act of conflict is told of")
    assert found.parts[1].proofs


def test_two_major_turns_within_a_year_are_of_one_phase(ledger: Ledger) -> None:
    one, other = "Relations began in May 2020.", "A partnership was agreed in June 2020."
    draft = Draft(f"{one} {other}", "2021-01-01").tie(one, "diplomatic_relations", "KHM", "KOR", start="2020-05")
    ledger.add(draft.tie(other, "partnership", "KHM", "KOR", start="2020-06").record())
    assert len(phases(turns(Holdings(ledger), PAIR, ALWAYS))) == 1


def test_without_a_dated_turn_there_is_no_course(ledger: Ledger) -> None:
    text = "They have a treaty."
    ledger.add(Draft(text, "2021-01-01").tie(text, "treaty", "KHM", "KOR").record())
    assert course.told(Holdings(ledger), PAIR, ALWAYS).insufficient
    assert course.level(Holdings(ledger), PAIR, ALWAYS) is None


def test_a_dataset_shows_when_conflict_rose_and_fell_and_too_few_acts_show_nothing(ledger: Ledger) -> None:
    quiet, war = [(year, month) for year in (2010, 2012) for month in range(1, 13)], range(1, 13)
    days = [dt.date(year, month, 3) for year, month in quiet]
    days += [dt.date(2011, month, day) for month in war for day in range(1, 11)]
    row = {
        "actor_country": "KHM",
        "recipient_country": "THA",
        "event_type": "ASSAULT",
        "quad": "material_conflict",
    }
    acts = [{"id": at, "date": day, **row} for at, day in enumerate(days)]
    acts.append({**acts[0], "id": 999, "actor_country": "KOR", "recipient_country": "KHM"})
    imported(ledger, "events", acts)
    found = course.level(Holdings(ledger), ("KHM", "THA"), ALWAYS)
    assert found
    assert found.answer == (
        "By ours, the number of acts of conflict changed twice between January 2010 and December 2012."
    )
    assert [part.label for part in found.parts] == ["From January 2011", "From January 2012"]
    assert found.parts[0].text.startswith("10 acts of conflict a month on average for 12 months, after 1; ")
    few = course.level(Holdings(ledger), PAIR, Window())
    assert few
    assert few.insufficient == "ours has 1 act of the two, too few to tell one level from another"
