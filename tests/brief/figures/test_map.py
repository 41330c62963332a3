from __future__ import annotations

import re
from itertools import combinations

import pytest
import vl_convert

from assessment.rows import acts, imported
from comity.assessment.holdings import Holdings
from comity.assessment.questions.partners import ranking
from comity.brief.figures.map import standing_map
from comity.brief.figures.world import World
from comity.gazetteer.places import capitals_at
from comity.ledger import Ledger

from .conftest import Draw

STATES = ("VNM", "THA", "CHN", "JPN", "KOR", "PRK", "USA", "FRA")


def _dealings(ledger: Ledger, *states: str) -> None:
    """The further down a state is in the list, the fewer talks with it and the more accusations."""
    rows = []
    for at, state in enumerate(states):
        for day in range(1, 10):
            kind, score = ("CONSULT", 3.0) if day > at else ("ACCUSE", -3.0)
            rows.append((f"2012-0{day}-0{at + 1}", "KHM", state, kind, score))
    imported(ledger, "events", acts(*rows))


def test_partners_are_marked_by_quarter_of_their_rank(ledger: Ledger, draw: Draw) -> None:
    _dealings(ledger, *STATES)
    figure = draw(standing_map, "KHM", "KOR", "CUB")
    assert figure
    rows = [(name, rank) for name, rank, *_ in figure.rows[1:]]
    expected = ["Vietnam", "Thailand", "China", "Japan", "South Korea", "North Korea", "United States", "France"]
    assert rows == [*((name, str(at)) for at, name in enumerate(expected, 1)), ("Cuba", "–")]
    kinds = {row["told"]: row["kind"] for layer in figure.spec["layer"][3:4] for row in layer["data"]["values"]}
    assert kinds["Vietnam, 1st of 8"] == kinds["Thailand, 2nd of 8"] == "highest quarter"
    assert kinds["France, 8th of 8"] == "lowest quarter"
    assert kinds["Cuba, not ranked"] == "not ranked"
    assert figure.alt == (
        "Highest of 8 ranked partners of Cambodia: Vietnam, Thailand, China, Japan and South Korea. South Korea is"
        " 5th of 8. Cuba is not ranked."
    )


def test_the_ranks_are_those_of_the_question_on_partners(ledger: Ledger, draw: Draw) -> None:
    _dealings(ledger, *STATES)
    figure = draw(standing_map, "KHM", "KOR")
    assert figure
    holdings = Holdings(ledger)
    found = ranking(holdings, "KHM", "standing", holdings.last_day)
    names = holdings.names
    assert [(row[0], row[1]) for row in figure.rows[1:]] == [
        (names.state(score.partner), str(found.ranks[score.partner])) for score in found.ranked
    ]


def test_marks_stand_at_capitals_and_a_ring_round_those_of_the_brief(ledger: Ledger, draw: Draw) -> None:
    _dealings(ledger, *STATES)
    figure = draw(standing_map, "KHM", "KOR")
    assert figure
    *_, marks, rings, star = figure.spec["layer"][:6]
    at = {row["told"].partition(",")[0]: (row["north"], row["east"]) for row in marks["data"]["values"]}
    assert at["Japan"] == capitals_at()["JPN"] == pytest.approx((35.7, 139.7), abs=0.1)
    assert [row["told"] for row in rings["data"]["values"]] == ["South Korea, 5th of 8"]
    assert [row["told"] for row in star["data"]["values"]] == ["Cambodia"]
    assert "no borders are drawn" in figure.caption
    assert "a ring round those of this brief" in figure.caption


def test_all_partners_rest_on_one_look_and_those_named_on_their_own(ledger: Ledger, draw: Draw) -> None:
    _dealings(ledger, *STATES)
    figure = draw(standing_map, "KHM")
    assert figure
    assert 1 + 5 <= len(figure.notes) <= 1 + 2 * 5
    assert "ring" not in figure.caption


def test_fewer_than_five_ranked_partners_make_no_map(ledger: Ledger, draw: Draw) -> None:
    assert draw(standing_map, "KHM", "KOR") is None
    _dealings(ledger, *STATES[:4])
    assert draw(standing_map, "KHM", "KOR") is None


@pytest.mark.parametrize("place", [(0.0, 0.0), (37.5, 127.0), (-41.3, 174.8), (64.1, -21.9), (-77.0, -179.0)])
def test_places_are_worked_out_as_vega_draws_them(place: tuple[float, float]) -> None:
    world = World(640)
    point = {"data": {"values": [{"north": place[0], "east": place[1]}]}, "width": world.width,
             "height": world.height, "projection": world.spec, "mark": "point", "padding": 0,
             "encoding": {"longitude": {"field": "east", "type": "quantitative"},
                          "latitude": {"field": "north", "type": "quantitative"}}}  # fmt: skip
    svg = vl_convert.vegalite_to_svg(point)
    drawn = re.findall(r'translate\(([-\d.]+),([-\d.]+)\)"[^>]*d="M', svg)
    assert tuple(map(float, drawn[-1])) == pytest.approx(world.at(*place), abs=0.01)


def test_names_on_the_map_neither_overlap_nor_leave_it(ledger: Ledger, draw: Draw) -> None:
    _dealings(ledger, *STATES)
    figure = draw(standing_map, "KHM", "KOR", "PRK")
    assert figure
    svg = vl_convert.vegalite_to_svg(dict(figure.spec))
    names = ("Cambodia", "South Korea", "North Korea")
    assert all(f">{name}</text>" in svg for name in names)
    places = {row["name"]: row["py"] for layer in figure.spec["layer"][6:] for row in layer["data"]["values"]}
    assert all(abs(places[one] - places[other]) > 5 for one, other in combinations(names, 2))
    assert all(0 < py < World(640).height for py in places.values())
