"""Ties that texts tell of, as spells: what a later report says of an end counts for the earlier ones."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import narwhals as nw

from comity.errors import UsageError
from comity.ledger.breaks import SAME_EVENT_YEARS
from comity.measures.frames import gathered, opened
from comity.measures.results import table
from comity.ontology import tie_types
from comity.record.values import TieKind

if TYPE_CHECKING:
    import polars as pl

_TEXTS = ("kind", "first", "second", "status", "date_start", "date_end")
_SPELL = {
    **dict.fromkeys(("kind", "country", "partner", "precision"), "text"),
    **{"start": "day", "end": "day", "is_ongoing": "truth"},
}
_PRECISIONS = {4: "year", 7: "month", 10: "day"}
_Row = dict[str, Any]


def spells_of_ties(ties: object) -> pl.DataFrame:
    """The ledger's table of ties between two states as spells, a Polars frame; proposed and absent ties left out.

    An active tie goes on until the first end after its beginning that any report of the same kind and pair tells;
    one whose beginning is not told, from its report. Where the latest report says that it has ended or is
    suspended, and not when, it is unknown whether it goes on; likewise where two states have one such tie at a
    time, and a later beginning shows that it had ended.
    """
    from comity.gazetteer.tables import states

    lazy = opened(ties, "ties", {**dict.fromkeys(_TEXTS, "text"), "published": "day"})
    stood = lazy.filter(nw.col("status").is_in(["active", "ended", "suspended"]), ~nw.col("kind").is_null())
    groups: dict[tuple[str, frozenset[str]], list[_Row]] = {}
    for row in gathered(stood.select(*_TEXTS, "published")).to_dicts():
        if row["first"] in states() and row["second"] in states():
            groups.setdefault((row["kind"], frozenset((row["first"], row["second"]))), []).append(row)
    if not groups:
        raise UsageError("ties has none between two states that is or was: give the ledger's table of ties")
    return table((spell for rows in groups.values() for spell in _spells(rows)), _SPELL)


def last_day(day: dt.date, precision: str | None) -> dt.date:
    """The last day that a first day of a year or month, or a day, may stand for."""
    if precision == "year":
        return day.replace(month=12, day=31)
    return day.replace(day=calendar.monthrange(day.year, day.month)[1]) if precision == "month" else day


def _spells(rows: list[_Row]) -> Iterable[_Row]:
    ends = sorted(end for row in rows if (end := _end(row)))
    latest = max(rows, key=lambda row: (row["published"] or dt.date.min, row["status"] == "active"))
    is_open = latest["status"] == "active" or _end(latest) is not None
    starts = [start for row in rows if (start := _day(row["date_start"]))]
    for row in rows:
        start = _day(row["date_start"])
        since = start or row["published"]
        end = _end(row)
        if row["status"] == "active" and end is None:
            end = next((one for one in ends if since and one > since), None)
        yield {
            "kind": row["kind"],
            "country": row["first"],
            "partner": row["second"],
            "precision": start and _PRECISIONS[len(row["date_start"])],
            "start": start,
            "end": end,
            "is_ongoing": end is None
            and row["status"] == "active"
            and (True if is_open and not _is_followed(row["kind"], start, starts) else None),
        }


def _is_followed(kind: TieKind, start: dt.date | None, starts: list[dt.date]) -> bool:
    """Whether another beginning lies so much later that it is not the same one told differently."""
    single = tie_types()[kind].is_single(None)
    return single and start is not None and any(one.year - start.year > SAME_EVENT_YEARS for one in starts)


def _end(row: _Row) -> dt.date | None:
    told = row["date_end"]
    return last_day(_day(told) or dt.date.max, _PRECISIONS[len(told)]) if told else None


def _day(told: str | None) -> dt.date | None:
    return dt.date.fromisoformat(told + "-01" * (3 - len(told.split("-")))) if told else None
