"""When an office was held, as far as its telling shows: on the day of publication, or when its sentence is set."""

from __future__ import annotations

import datetime as dt
from itertools import chain

from comity.reading.layers import Parsed, Times
from comity.record.types import Evidence, Office, Period

_YEAR = dt.timedelta(days=366)
_THEN = {"then"}


def dated(offices: tuple[Office, ...], parsed: Parsed, times: Times) -> tuple[Office, ...]:
    """The offices with `on` where it can be told, one for each time.

    What a sentence set more than a year before publication tells was held then, and so was the office of a
    'then-president' in a sentence with a date; the rest was held, or had been given up, on publication.
    """
    return tuple(chain.from_iterable(_by_time(office, parsed, times) for office in offices))


def _by_time(office: Office, parsed: Parsed, times: Times) -> list[Office]:
    tellings: dict[tuple[Period | None, bool], list[Evidence]] = {}
    for one in office.evidence:
        tellings.setdefault(_held(one, office.former, parsed, times), []).append(one)
    return [
        office.model_copy(update={"on": period, "former": former, "evidence": tuple(found)})
        for (period, former), found in tellings.items()
    ] or [office]


def _held(one: Evidence, former: bool, parsed: Parsed, times: Times) -> tuple[Period | None, bool]:
    """When, and whether it had been given up by then."""
    told = _time_of_sentence(one, parsed, times)
    if former and _is_then(one, parsed):
        return (told, False) if told else (None, True)
    if told and not former and (times.published is None or _is_past(told, times.published)):
        return told, False
    if times.published is None:
        return None, former
    return Period(start=times.published, end=times.published, precision="day", basis="publication"), former


def _time_of_sentence(one: Evidence, parsed: Parsed, times: Times) -> Period | None:
    """The first date in the sentence that has both ends, else that of an act in it ('16 May 2021: ...')."""
    inside = (t for t in times.expressions if one.start <= t.start < one.end and t.kind == "date" and not t.since)
    acts = (period for at, period in times.acts.items() if one.start <= parsed.doc[at].idx < one.end)
    periods = chain((time.period for time in inside), acts)
    return next((period for period in periods if period.start and period.end), None)


def _is_past(told: Period, published: dt.date | None) -> bool:
    return bool(published and told.end and told.end < published - _YEAR)


def _is_then(one: Evidence, parsed: Parsed) -> bool:
    if one.trigger is None:
        return False
    before = parsed.text[max(0, one.trigger[0] - 12) : one.trigger[0]].lower().replace("-", " ").split()
    return bool(before) and before[-1] in _THEN
