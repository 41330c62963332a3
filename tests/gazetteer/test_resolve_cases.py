"""Accuracy of `resolve` on two sets of cases, against the floors in tests/floors.json.

`resolve.jsonl` is ours to learn from; `resolve_blind.jsonl` was written by another hand and is not looked at: only
its totals are.
"""

import datetime as dt
import json
from pathlib import Path

import pytest

from comity.gazetteer import Gazetteer

HERE = Path(__file__).parent
FLOORS = json.loads((HERE.parent / "floors.json").read_text(encoding="utf-8"))
Case = dict[str, str | None]


def cases(name: str) -> list[Case]:
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if line]


def accuracies(world: Gazetteer, tested: list[Case]) -> dict[str, float]:
    """The share right of the cases that test a field; null in a case is 'not tested', '' 'none expected'."""
    right: dict[str, list[bool]] = {"country": [], "sector": []}
    for case in tested:
        day = case.get("date")
        found = world.resolve(str(case["text"]), dt.date.fromisoformat(day) if day else None)
        for field, tally in right.items():
            if case.get(field) is not None:
                said = getattr(found, field) or ""
                tally.append(said in (case[field], case.get(f"{field}_2", case[field])))
    return {field: sum(tally) / len(tally) for field, tally in right.items()}


@pytest.mark.parametrize("name", ["resolve", "resolve_blind"])
def test_accuracy_stays_above_its_floor(world: Gazetteer, name: str) -> None:
    tested = cases(name)
    reached = accuracies(world, tested)
    assert len(tested) >= 100
    assert {field for field, floor in FLOORS[name].items() if reached[field] < floor} == set(), reached
