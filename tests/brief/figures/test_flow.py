from __future__ import annotations

from assessment.rows import acts, imported
from brief.factory import Draft
from comity.brief.figures.flow import flow
from comity.ledger import Ledger

from .conftest import Draw, told

FIVE = (
    ("2006-05", "KHM", "KOR", "SUPPORT"), ("2006-11-20", "KOR", "KHM", "CONSULT"),
    ("2009-10", "KOR", "KHM", "AID"), ("2009-12", "KHM", "KOR", "ACCUSE"), ("2019-03-15", "KOR", "KHM", "AID"),
)  # fmt: skip
MONTHS = [f"{year}-{month:02}-10" for year in (2010, 2011, 2012, 2013) for month in range(1, 13)]


def test_acts_stand_by_year_way_and_kind(ledger: Ledger, draw: Draw) -> None:
    days = ("2006-01-02", "2006-02-02", "2007-01-01")
    imported(ledger, "events", acts(*((day, "KHM", "KOR", "AID", 5.0) for day in days)), "first")
    told(ledger, *((day, "KHM", "KOR", "AID") for day in ("2005-01-01", "2005-06-01")))
    imported(ledger, "events", acts(
        ("2006-01-05", "KOR", "KHM", "SANCTION", -5.0), ("2006-03-05", "KOR", "KHM", "CONSULT", 1.0),
        ("2008-03-05", "KHM", "KOR", "CONSULT", 1.0), ("2008-03-09", "KHM", "KOR", "CONSULT", 1.0),
        ("2008-04-05", "KHM", "KOR", "ACCUSE", -2.0),
    ), "second")  # fmt: skip
    figure = draw(flow, "KHM", "KOR")
    assert figure
    assert figure.rows[1:] == (
        ("2006", "South Korea", "conflict", "1"),
        ("2006", "South Korea", "cooperation", "1"),
        ("2008", "Cambodia", "conflict", "1"),
        ("2008", "Cambodia", "cooperation", "2"),
    )
    assert figure.alt == (
        "5 acts between 2006 and 2008, most in 2008: 3. Cambodia towards South Korea: 3 acts, 2 of cooperation and"
        " 1 of conflict. South Korea towards Cambodia: 2 acts, 1 of cooperation and 1 of conflict."
    )


def test_phases_that_texts_tell_are_numbered_with_their_evidence(ledger: Ledger, draw: Draw) -> None:
    told(ledger, *FIVE)
    sentence = "Cambodia has had relations with South Korea since 1997."
    draft = Draft(sentence, "2024-12-31").tie(sentence, "diplomatic_relations", "KHM", "KOR", start="1997")
    ledger.add(draft.record())
    figure = draw(flow, "KHM", "KOR")
    assert figure
    assert "Turning points that texts tell of: (1) " in figure.caption
    assert "1997" in figure.caption
    rules = [layer for layer in figure.spec["layer"] if "strokeDash" in str(layer["mark"])]
    assert [row["year"] for row in rules[0]["data"]["values"]] == [1997]


def test_a_lasting_change_of_level_in_a_dataset_is_marked_at_its_month(ledger: Ledger, draw: Draw) -> None:
    quiet = [(day, "JPN", "CHN", "ACCUSE", -2.0) for day in MONTHS[:24]]
    loud = [(day[:-2] + f"{at:02}", "CHN", "JPN", "ACCUSE", -2.0) for day in MONTHS[24:] for at in range(1, 13)]
    imported(ledger, "events", acts(*quiet, *loud))
    figure = draw(flow, "CHN", "JPN")
    assert figure
    assert figure.caption.endswith("Lasting changes in the number of acts of conflict: (1) January 2012.")
    assert figure.alt.endswith("Lasting changes in the number of acts of conflict: January 2012.")


def test_few_acts_or_those_of_one_year_make_no_picture(ledger: Ledger, draw: Draw) -> None:
    told(ledger, *FIVE[:4])
    assert draw(flow, "KHM", "KOR") is None
    imported(ledger, "events", acts(*((day, "KHM", "PRK", "AID", 5.0) for day in MONTHS[:8])))
    assert draw(flow, "KHM", "PRK") is None
