"""The sanctions in a file of FollowTheMoney entities, each with who or what it is about."""

from __future__ import annotations

import calendar
import datetime as dt
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from comity.errors import InputError
from comity.sources.form import Unreadable

COLUMNS = {
    **dict.fromkeys(
        (
            "id", "target", "schema", "name", "country", "programme", "programme_name", "authority", "status",
            "reason", "precision", "first_seen", "last_seen",
        ),
        "VARCHAR",
    ),
    "start": "DATE", "end": "DATE", "countries": "VARCHAR[]", "datasets": "VARCHAR[]",
}  # fmt: skip
_LONGEST = 16 << 20
"""Bytes of a line."""
_COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "flag")
_FIRSTS = {
    "country": "country", "programme": "programId", "programme_name": "program", "authority": "authority",
    "status": "status", "reason": "reason",
}  # fmt: skip

Row = Mapping[str, object]


def sanctions(path: Path) -> Iterator[Row | Unreadable]:
    """A row a sanction and target. The targets are held in memory, some 500 bytes each."""
    wanted = {id_ for _, one in _read(path, b'"Sanction"') if _is_sanction(one) for id_ in _texts(one, "entity")}
    targets: dict[str, Row] = {}
    for number, one in _read(path):
        if not _is_entity(one):
            yield Unreadable(number, "no entity", str(one)[:200])
        elif one["id"] in wanted:
            targets[one["id"]] = _target(one)
    for number, one in _read(path, b'"Sanction"'):
        if _is_sanction(one):
            yield from _rows(number, one, targets)


def _read(path: Path, within: bytes = b"") -> Iterator[tuple[int, Any]]:
    """Number and content of the lines that hold `within`; None for one that is no JSON."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(_LONGEST + 1):
            number += 1
            if len(line) > _LONGEST:
                raise InputError(
                    f"{path} has more than {_LONGEST >> 20} MiB in line {number:,}: it is no JSON lines"
                )
            if within in line and line.strip():
                try:
                    yield number, json.loads(line)
                except (ValueError, RecursionError):
                    yield number, None


def _is_entity(one: Any) -> bool:
    return (
        isinstance(one, dict)
        and isinstance(one.get("id"), str)
        and isinstance(one.get("schema"), str)
        and isinstance(one.get("properties"), dict)
    )


def _is_sanction(one: Any) -> bool:
    return _is_entity(one) and one["schema"] == "Sanction"


def _texts(one: Mapping[str, Any], name: str) -> list[str]:
    """The texts of a property; none where it is missing, or is no list."""
    return _only_texts(one["properties"].get(name))


def _only_texts(found: Any) -> list[str]:
    return [text for text in found if isinstance(text, str)] if isinstance(found, list) else []


def _target(one: Mapping[str, Any]) -> Row:
    countries = dict.fromkeys(code for name in _COUNTRIES for code in _texts(one, name))
    name = next(iter(_only_texts([one.get("caption")]) or _texts(one, "name")), None)
    return {"target": one["id"], "schema": one["schema"], "name": name, "countries": list(countries)}


def _rows(number: int, one: Mapping[str, Any], targets: Mapping[str, Row]) -> Iterator[Row | Unreadable]:
    try:
        told = _days(one)
    except ValueError as error:
        yield Unreadable(number, "not a date in startDate, listingDate or endDate", str(error))
        return
    told |= {column: next(iter(_texts(one, name)), None) for column, name in _FIRSTS.items()}
    told |= {name: next(iter(_only_texts([one.get(name)])), None) for name in ("id", "first_seen", "last_seen")}
    told["datasets"] = _only_texts(one.get("datasets"))
    for target in _texts(one, "entity"):
        if target in targets:
            yield {**told, **targets[target]}
        else:
            yield Unreadable(number, "its target is not in the file", target)


def _days(one: Mapping[str, Any]) -> dict[str, object]:
    """First and last day; `precision` is that of the first, or of the last where there is no other."""
    start = min(_texts(one, "startDate") or _texts(one, "listingDate"), default=None)
    end = max(_texts(one, "endDate"), default=None)
    told = start or end
    return {
        "start": _day(start, is_last=False),
        "end": _day(end, is_last=True),
        "precision": {4: "year", 7: "month"}.get(len(told), "day") if told else None,
    }


def _day(text: str | None, is_last: bool) -> dt.date | None:
    """The day of '2019', '2019-04', '2019-04-08' or one with a time; of a year or month the first or last."""
    if text is None:
        return None
    year, month, day = (*map(int, text[:10].split("-")), None, None)[:3]
    if year is None:
        return None
    if month is None:
        return dt.date(year, 12, 31) if is_last else dt.date(year, 1, 1)
    return dt.date(year, month, day or (calendar.monthrange(year, month)[1] if is_last else 1))
