"""Scores the reader on short texts of our own that ask who is meant."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from bench.gold import Scores, meant, whole

import comity
from comity.reading.slugs import plain_letters
from comity.reading.titles import may_stand_for
from comity.record import Entity, Record

CASES = Path(__file__).resolve().parents[1] / "tests" / "reading"


def score(name: str) -> Scores:
    """Identity, country, sector and office over the cases of `who` or `who_held`."""
    scores = Scores()
    for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        _score_case(case, _read(case), scores)
    return scores


def _read(case: dict[str, Any]) -> Record:
    day = case.get("published")
    return comity.read(
        case["text"],
        published=date.fromisoformat(day) if day else None,
        publisher=case.get("publisher"),
        genre=case.get("genre", "unknown"),
    )


def _score_case(case: dict[str, Any], record: Record, scores: Scores) -> None:
    text = record.document.text
    start = text.index(case["words"], text.index(case.get("in", case["words"])))
    found = list(meant(record, start, start + len(case["words"])))
    what = f"{case['words']!r} in {case['text']!r}"
    if "is" in case:
        said = {whole(entity.id) for entity in found}
        right = _is_right(found, case["is"])
        scores.count("identity", right, f"{what}: {sorted(said)} for {case['is']}")
    for key in ("country", "sector"):
        if key in case:
            values = {getattr(entity, key) for entity in found} or {None}
            scores.count(key, case[key] in values, f"{what}: {values} for {case[key]}")
    if "title" in case:
        scores.count(
            "office", _has_office(found, case), f"{what}: {[e.offices for e in found]} for {case['title']}"
        )


def _is_right(found: list[Entity], wanted: list[str] | None) -> bool:
    if not wanted:
        return not any(entity.kind in {"person", "state"} for entity in found)
    return {whole(entity.id) for entity in found} == {whole(entity) for entity in wanted}


def _is_title(wanted: str, said: str) -> bool:
    return plain_letters(wanted) in plain_letters(said) or may_stand_for(wanted, said)


def _has_office(found: list[Entity], case: dict[str, Any]) -> bool:
    return any(
        _is_title(case["title"], office.title)
        and case.get("of", office.of) == office.of
        and case.get("host", office.host) == office.host
        and case.get("former", office.former) == office.former
        for entity in found
        for office in entity.offices
    )
