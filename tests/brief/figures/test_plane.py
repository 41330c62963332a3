from __future__ import annotations

from brief.factory import Draft
from comity.brief.figures.plane import MOST, plane
from comity.gazetteer import load
from comity.ledger import Ledger

from .conftest import Draw, told

DAYS = tuple(f"{year}-05-03" for year in range(2015, 2023))


def _partner(ledger: Ledger, state: str, deeds: int, words: int, since: str | None = None) -> None:
    """So many acts of aid and of ceremony with Cambodia, and relations since a year."""
    told(ledger, *((day, "KHM", state, "AID") for day in DAYS[:deeds]), substance="practical")
    told(ledger, *((day, state, "KHM", "CONSULT") for day in DAYS[:words]), substance="symbolic")
    if since:
        text = f"Cambodia has had relations with {load().name(state)} since {since}."
        tie = Draft(text, "2024-12-31").tie(text, "diplomatic_relations", "KHM", state, start=since)
        ledger.add(tie.record())


def _points(figure: object) -> dict[str, tuple[float, float]]:
    rows = figure.spec["layer"][0]["data"]["values"]  # type: ignore[attr-defined]
    return {row["partner"]: (row["interest"], row["tradition"]) for row in rows}


def test_a_tie_of_deeds_lies_right_of_one_of_words_and_an_old_one_above_a_new_one(
    ledger: Ledger, draw: Draw
) -> None:
    _partner(ledger, "KOR", deeds=8, words=1, since="2015")
    _partner(ledger, "PRK", deeds=1, words=8, since="1964")
    figure = draw(plane, "KHM", "KOR", "PRK")
    assert figure
    points = _points(figure)
    assert points["South Korea"][0] > points["North Korea"][0]
    assert points["South Korea"][1] < points["North Korea"][1]
    assert all(0 <= value <= 1 for point in points.values() for value in point)
    assert [row[0] for row in figure.rows[1:]] == ["South Korea", "North Korea"]
    assert "Not drawn" not in figure.caption


def test_bars_hold_their_values(ledger: Ledger, draw: Draw) -> None:
    _partner(ledger, "KOR", deeds=8, words=1, since="1997")
    _partner(ledger, "PRK", deeds=1, words=8, since="1964")
    figure = draw(plane, "KHM", "KOR")
    assert figure
    for row in figure.spec["layer"][0]["data"]["values"]:
        for name in ("interest", "tradition"):
            assert 0 <= row[f"{name} low"] <= row[name] <= row[f"{name} high"] <= 1


def test_those_of_the_brief_differ_from_others_by_shape_and_weight(ledger: Ledger, draw: Draw) -> None:
    for at, state in enumerate(("KOR", "PRK", "CUB")):
        _partner(ledger, state, deeds=3 + at, words=4 - at, since="1980")
    figure = draw(plane, "KHM", "KOR")
    assert figure
    points, names = figure.spec["layer"]
    dots = points["layer"][-1]["encoding"]
    assert dots["shape"]["scale"] == {
        "domain": ["in this brief", "other partners"],
        "range": ["diamond", "circle"],
    }
    assert {row["partner"]: row["area"] for row in points["data"]["values"]}["South Korea"] == 190
    bold = [layer for layer in names["layer"] if layer["mark"].get("fontWeight") == 700]
    assert [row["name"] for layer in bold for row in layer["data"]["values"]] == ["South Korea"]


def test_partners_of_too_little_are_counted_and_named_and_not_drawn(ledger: Ledger, draw: Draw) -> None:
    _partner(ledger, "KOR", deeds=4, words=4, since="1997")
    _partner(ledger, "PRK", deeds=4, words=4, since="1964")
    _partner(ledger, "CUB", deeds=0, words=0, since="1960")
    figure = draw(plane, "KHM", "KOR", "PRK")
    assert figure
    assert figure.caption.endswith("Not drawn: 1 partner of which too little is known for both values.")
    assert figure.alt.endswith("Too little is known of Cuba.")
    assert "Cuba" not in _points(figure)


def test_of_many_partners_those_of_most_items_are_drawn_and_the_rest_counted(ledger: Ledger, draw: Draw) -> None:
    many = sorted("FRA DEU ITA ESP PRT POL SWE NOR FIN DNK NLD BEL AUT CHE GRC TUR EGY IND JPN CHN RUS".split())
    for state in many:
        _partner(ledger, state, deeds=3, words=2, since="1990")
    _partner(ledger, "VNM", deeds=8, words=8, since="1967")
    _partner(ledger, "KOR", deeds=3, words=2, since="1997")
    figure = draw(plane, "KHM", "KOR")
    assert figure
    points = _points(figure)
    assert len(points) == MOST + 1
    assert {"South Korea", "Vietnam"} <= set(points)
    assert "Not drawn: 2 others whose values rest on fewer items." in figure.caption
    assert "Marks without room for a name are named in the table." in figure.caption


def test_one_partner_or_none_of_the_brief_makes_no_picture(ledger: Ledger, draw: Draw) -> None:
    assert draw(plane, "KHM", "KOR") is None
    _partner(ledger, "KOR", deeds=4, words=4, since="1997")
    assert draw(plane, "KHM", "KOR") is None
    _partner(ledger, "PRK", deeds=4, words=4, since="1964")
    assert draw(plane, "KHM", "CUB") is None
    figure = draw(plane, "KHM")
    assert figure
    assert set(_points(figure)) == {"South Korea", "North Korea"}


def test_a_partner_of_the_brief_with_one_value_is_a_line_across_what_the_other_may_be(
    ledger: Ledger, draw: Draw
) -> None:
    _partner(ledger, "KOR", deeds=8, words=1, since="2015")
    _partner(ledger, "PRK", deeds=1, words=2, since="1964")
    figure = draw(plane, "KHM", "KOR", "PRK")
    assert figure
    north = next(row for row in figure.spec["layer"][0]["data"]["values"] if row["partner"] == "North Korea")
    assert north["interest"] is None
    assert (north["interest low"], north["interest high"]) == (0, 1)
    assert north["tradition"] is not None
    assert ("North Korea", "not known") in [row[:2] for row in figure.rows]
    assert "a line without a mark has one value only" in figure.caption
