"""Which state a code or a name meant on a day."""

from __future__ import annotations

import datetime as dt
from functools import cache

from comity.gazetteer.tables import day, rows, split, states

_Period = tuple[dt.date | None, dt.date | None]


def state_on(code: str, on: dt.date, wording: str = "") -> str | None:
    """The state that spoke for the territory of `code` on a day: itself, or the one it came out of.

    Where two did (Vietnam in 1965), the one whose capital is in the wording ('Hanoi'), else `None`; also
    `None` for a past state before its time. A past state is never replaced by its successor.
    """
    state = states()[code]
    if state.start is None or on >= state.start:
        return code
    if state.end:
        return None
    before = [past for past in states().values() if code in past.successors and past.existed(on)]
    if not before:
        return code
    if len(before) > 1:
        before = [past for past in before if past.capital and past.capital in wording]
    return before[0].code if len(before) == 1 else None


def out_of_use(name: str, on: dt.date) -> bool:
    """Whether a day lies outside the time in which a former name was the official one."""
    start, end = _former_names().get(name, (None, None))
    return bool((start and on < start) or (end and on >= end))


@cache
def absences() -> tuple[tuple[str, dt.date | None, dt.date], ...]:
    """Code of a state, with the first day without it and the first day with it again; `None`: since ever.

    Days of independence as proclaimed, where others counted from then on; states that carry on an earlier one,
    as Russia does, have none.
    """
    found = ((row["code"], day(row["start"]), day(row["end"])) for row in rows("absences"))
    return tuple((code, start, end) for code, start, end in found if end)


@cache
def _former_names() -> dict[str, _Period]:
    return {
        name: (day(row["start"]), day(row["end"]))
        for row in rows("former_names")
        for name in (row["name"], *split(row["adjectives"]), *split(row["people"]))
    }


def iso3(code: str) -> str:
    """The ISO 3166 code for a code of ours: South Vietnam was VNM, North Yemen YEM; most stay the same."""
    return _iso3().get(code, code)


@cache
def _iso3() -> dict[str, str]:
    return {row["code"]: row["iso3"] for row in rows("states") if row["iso3"]}
