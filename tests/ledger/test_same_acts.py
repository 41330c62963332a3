"""Pairs of short reports of our own, half of one act and half near misses, read and then joined or not."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import comity
from comity.ledger import Held, same_acts
from comity.record import Event

PAIRS = [json.loads(line) for line in (Path(__file__).parent / "same_acts.jsonl").read_text().splitlines()]


def read(told: dict[str, str]) -> list[Held[Event]]:
    record = comity.read(told["text"], published=dt.date.fromisoformat(told["published"]))
    assert record.events, told["text"]
    return [Held(event, record.document, ()) for event in record.events]


def test_of_forty_pairs_none_is_joined_wrongly_and_nine_in_ten_are_joined_rightly() -> None:
    assert [pair["same"] for pair in PAIRS].count(True) == [pair["same"] for pair in PAIRS].count(False) == 20
    joined = {
        pair["id"]
        for pair in PAIRS
        if any(act.documents == 2 for act in same_acts([*read(pair["one"]), *read(pair["other"])]))
    }
    right = {pair["id"] for pair in PAIRS if pair["same"]}
    assert joined - right == set()
    assert len(joined & right) >= 0.9 * len(right)
