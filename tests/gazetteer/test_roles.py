"""Titles and role nouns."""

import csv
from importlib.resources import files

import pytest

from comity.gazetteer import Gazetteer

SECTORS = {
    "GOV", "MIL", "LEG", "JUD", "OPP", "REB", "CVL", "BUS", "COP", "SPY", "EDU", "MED", "NGO", "JRN", "CRM",
    "REL", "ELI", "PTY", "LAB", "AGR", "REF", "UAF",
}  # fmt: skip


@pytest.mark.parametrize(
    ("phrase", "title", "sector"),
    [
        ("prime minister", "Prime Minister", "GOV"), ("PM", "Prime Minister", "GOV"),
        ("foreign ministers", "Foreign Minister", "GOV"),
        ("Minister of Foreign Affairs", "Foreign Minister", "GOV"), ("ambassador", "Ambassador", "GOV"),
        ("chargé d’affaires", "Chargé d'Affaires", "GOV"), ("Senate president", "Senate President", "LEG"),
        ("lawmakers", "lawmaker", "LEG"), ("spokeswoman", "Spokesperson", "GOV"), ("troops", "troop", "MIL"),
        ("fishermen", "fisherman", "CVL"), ("warship", "warship", "MIL"), ("police", "police", "COP"),
        ("judges", "judge", "JUD"), ("workers", "worker", "CVL"), ("nationals", "national", "CVL"),
        ("ministries", "ministry", "GOV"), ("embassy", "embassy", "GOV"),
        ("national assembly", "national assembly", "LEG"), ("defence minister", "Defence Minister", "GOV"),
        ("defense ministry", "defense ministry", "MIL"), ("supreme patriarch", "Supreme Patriarch", "REL"),
        ("newspapers", "newspaper", "JRN"), ("former president", "President", "ELI"),
        ("ex-minister", "Minister", "ELI"), ("former rebel", "rebel", "REB"),
    ],
)  # fmt: skip
def test_roles(world: Gazetteer, phrase: str, title: str, sector: str) -> None:
    found = world.role(phrase)
    assert found is not None
    assert (found.title, found.sector) == (title, sector)


@pytest.mark.parametrize("phrase", ["", "table", "Hun Manet", "Cambodia", "former", "ministerial"])
def test_other_words_are_no_roles(world: Gazetteer, phrase: str) -> None:
    assert world.role(phrase) is None


def test_kinds_tell_persons_from_organs_and_groups(world: Gazetteer) -> None:
    kinds = [world.role(phrase).kind for phrase in ("envoy", "foreign ministry", "troops")]  # type: ignore[union-attr]
    assert kinds == ["person", "organisation", "group"]


def test_the_table_is_large_and_its_sectors_are_plovers() -> None:
    table = (files("comity.gazetteer") / "data" / "roles.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(table.splitlines()))
    assert len(rows) >= 250
    assert {row["sector"] for row in rows} - {""} == SECTORS
    assert {row["kind"] for row in rows} == {"person", "organisation", "group"}
