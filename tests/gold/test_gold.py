"""The gold documents are sound, and the reader keeps above the floors that it has reached on them."""

import json
from datetime import date
from pathlib import Path

import pytest
from bench import floors, gold, who

from comity import gazetteer

HERE = Path(__file__).parent
DOCUMENTS = sorted(HERE.glob("*/*.json"))
SETS = {
    "gold_dev": lambda: gold.score("dev"),
    "gold_held": lambda: gold.score("held"),
    "who": lambda: who.score("who"),
    "who_held": lambda: who.score("who_held"),
}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_quotation_of_the_gold_stands_once_in_its_text(path: Path) -> None:
    wanted = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    quotes = [item["in"] for kind in ("events", "mentions") for item in wanted.get(kind, [])]
    assert {quote: text.count(quote) for quote in quotes} == dict.fromkeys(quotes, 1)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_gold_names_states_and_days_that_exist(path: Path) -> None:
    wanted = json.loads(path.read_text(encoding="utf-8"))
    for item in wanted.get("events", []):
        for party in (*item["actors"], *item["recipients"]):
            assert gazetteer.load().name(party) != party or len(party) != 3, party
        first, last = (date.fromisoformat(day) for day in item.get("date") or ["2000-01-01", "2000-01-01"])
        assert first <= last, item


def test_both_halves_hold_enough_documents() -> None:
    assert len(list((HERE / "dev").glob("*.json"))) >= 10
    assert len(list((HERE / "held").glob("*.json"))) >= 10


@pytest.mark.parametrize("name", SETS)
def test_no_figure_falls_under_its_floor(name: str) -> None:
    assert floors.below({name: SETS[name]().rates()}) == []
    assert floors.floors().get(name), f"{name} has no floors: make eval ARGS=--set-floors"
