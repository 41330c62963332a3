from __future__ import annotations

from brief.made import HOSTILE, LONG
from comity.brief.figures.labels import Spot, layers, note, placed

PLOT = (300.0, 200.0)


def test_a_name_stands_beside_its_mark_where_nothing_else_does() -> None:
    near, far = placed([Spot("Laos", 150, 100, 5), Spot("Peru", 20, 180, 5)], PLOT)
    assert (near.align, near.x > 150, near.y < 100) == ("left", True, True)
    assert far.spot.name == "Peru"


def test_a_name_stands_away_from_its_neighbour() -> None:
    north, south = placed([Spot("North", 150, 95, 5, must=True), Spot("South", 155, 105, 5, must=True)], PLOT)
    assert north.y < 95
    assert south.y > 105


def test_a_name_without_room_is_left_out_unless_it_must_be_there() -> None:
    crowd = [Spot(f"State {at}", 150 + at % 4, 100 + at // 4, 5) for at in range(16)]
    shown = placed([*crowd, Spot("Ours", 151, 101, 5, must=True)], PLOT)
    assert shown[0].spot.name == "Ours"
    assert len(shown) < 17
    assert note(crowd, shown[:3]).startswith(" Marks without room")
    assert note(shown, shown) == ""


def test_a_mark_without_a_name_is_not_covered() -> None:
    (free,) = placed([Spot("Laos", 150, 100, 5)], PLOT)
    (moved,) = placed([Spot("Laos", 150, 100, 5)], PLOT, [Spot("", free.x + 10, free.y, 4)])
    assert (moved.x, moved.y) != (free.x, free.y)


def test_very_long_and_hostile_names_are_text_in_a_layer() -> None:
    found = placed([Spot(LONG, 150, 100, 5, must=True), Spot(HOSTILE, 40, 40, 5, must=True)], PLOT)
    names = [row["name"] for layer in layers(found, PLOT) for row in layer["data"]["values"]]
    assert set(names) == {LONG, HOSTILE}
