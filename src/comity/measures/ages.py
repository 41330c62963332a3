"""For how long a tie between two states has stood without a break."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import narwhals as nw

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.frames import gathered, opened
from comity.measures.results import table
from comity.measures.tie_spells import last_day

if TYPE_CHECKING:
    import polars as pl

_NEEDS = {
    "kind": "text", "country": "text", "partner": "text", "start": "day", "end": "day", "precision": "text",
    "is_ongoing": "yes or no",
}  # fmt: skip
_COLUMNS = {
    "first": "text", "second": "text", "on": "day", "n": "count", "since": "day", "years": "number",
    "years_low": "number", "years_high": "number", "insufficient": "text",
}  # fmt: skip
_YEAR = 365.25
_COARSENESS = {"day": 0, "month": 1, "year": 2}
_UNKNOWN_START = "the first day is not known"
_UNKNOWN_STAND = "whether it stands on that day is not known"


@dataclass(frozen=True, slots=True)
class _Spell:
    start: dt.date | None
    end: dt.date | None
    precision: str | None
    is_ongoing: bool | None

    def lasts_to(self, day: dt.date) -> bool:
        return self.end >= day if self.end else bool(self.is_ongoing)


@measure(
    "unbroken-v1",
    formula="(day - first day of the run of spells that stands on that day, each following within a day) / 365.25",
    values="from 0; 0 where the last spell has ended",
    unit="years",
    interval="bounds that the precision of the first day leaves open",
    reference="Comity's own.",
    is_own=True,
)
def unbroken(spells: object, on: dt.date, kinds: Sequence[str] = ("diplomatic_relations",)) -> pl.DataFrame:
    """For how many years the ties of each pair of states have stood without a break on a day.

    Takes the common table of spells, or the result of `spells_of_ties`, as a frame of any kind. Overlapping spells
    and such as follow within a day are one run; the direction does not matter. The interval is what the precision
    of the first day leaves open (day, month, year). A spell of unknown beginning tells only that the tie stands. A
    Polars frame, one row a pair in alphabetical order: on, n
    (spells), since, years with its bounds, and `insufficient`: why there is no age.
    """
    chosen = opened(spells, "spells", _NEEDS).filter(nw.col("kind").is_in(list(kinds)))
    found = gathered(chosen.select(*_NEEDS)).to_dicts()
    if not found:
        raise UsageError(f"spells have none of the kind {', '.join(kinds)}: give kinds that stand in it")
    pairs: dict[tuple[str, str], list[_Spell]] = {}
    for row in found:
        one, other = row["country"], row["partner"]
        if one and other and one != other:
            spell = _Spell(row["start"], row["end"], row["precision"], row["is_ongoing"])
            pairs.setdefault((min(one, other), max(one, other)), []).append(spell)
    if not pairs:
        raise UsageError("spells have none between two known states: give those of states by their ISO3 codes")
    rows = [
        {"first": one, "second": other, "on": on, "n": len(held), **_age(held, on)}
        for (one, other), held in sorted(pairs.items())
    ]
    return table(rows, _COLUMNS)


def _age(spells: list[_Spell], on: dt.date) -> dict[str, Any]:
    standing = [spell for spell in spells if spell.lasts_to(on) and (spell.start is None or spell.start <= on)]
    if not standing:
        if any(spell.end is None and spell.is_ongoing is None for spell in spells):
            return {"insufficient": _UNKNOWN_STAND}
        return {"years": 0.0, "years_low": 0.0, "years_high": 0.0}
    first, precision = _first(standing, [spell for spell in spells if spell.start])
    if first is None:
        return {"insufficient": _UNKNOWN_START}
    days = [on - first, on - last_day(first, precision), on - _first_day(first, precision)]
    years = [max(one.days, 0) / _YEAR for one in days]
    return {"since": first, **dict(zip(("years", "years_low", "years_high"), years, strict=True))}


def _first(standing: list[_Spell], spells: list[_Spell]) -> tuple[dt.date | None, str | None]:
    """The first day of the run, with its precision. Spells of unknown beginning tell only that it stands."""
    known = [(spell.start, spell.precision) for spell in standing if spell.start]
    while known:
        first, precision = min(known)
        brink = first - dt.timedelta(days=1)
        known = [
            (one.start, one.precision) for one in spells if one.start and one.start < first and one.lasts_to(brink)
        ]
        if not known:
            return _finest(first, precision, spells)
    return None, None


def _finest(first: dt.date, precision: str | None, spells: list[_Spell]) -> tuple[dt.date, str | None]:
    """'1964' and '1964-12-20' are one beginning, told more and less exactly."""
    last = last_day(first, precision)
    within = [one for one in spells if one.start and first <= one.start <= last]
    best = min(within, key=lambda one: (_COARSENESS.get(one.precision or "day", 0), one.start or last))
    return best.start or first, best.precision


def _first_day(day: dt.date, precision: str | None) -> dt.date:
    if precision == "year":
        return day.replace(month=1, day=1)
    return day.replace(day=1) if precision == "month" else day
