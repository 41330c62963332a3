"""Ties on sentences of our own: which stand, between whom, since when, and which a text does not tell of."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from comity.ontology import tie_types
from comity.reading.layers import Meta
from comity.reading.reader import read_text
from comity.record import Tie

CASES = [json.loads(line) for line in (Path(__file__).parent / "ties.jsonl").read_text("utf-8").splitlines()]
META = Meta(published=dt.date(2021, 6, 15), genre="news")


def ties(text: str) -> tuple[Tie, ...]:
    return read_text(text, META).ties


def is_meant(tie: Tie, wanted: dict[str, Any]) -> bool:
    directed = tie_types()[tie.kind].directed
    sides = list(tie.parties) if directed else sorted(tie.parties)
    if sides != (wanted["parties"] if directed else sorted(wanted["parties"])):
        return False
    return all(getattr(tie, key) == value for key, value in wanted.items() if key != "parties")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_exactly_the_ties_that_a_text_tells_of_are_found(case: dict[str, Any]) -> None:
    found = ties(case["text"])
    assert [w for w in case["ties"] if not any(is_meant(tie, w) for tie in found)] == []
    assert [t for t in found if not any(is_meant(t, w) for w in case["ties"])] == []
