"""Interest and tradition: what a tie is worth to two states, and how much of it is memory."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from comity.errors import UsageError
from comity.measures.ages import unbroken
from comity.measures.axes import Axes, Part, axis
from comity.measures.catalogue import measure
from comity.measures.frames import gathered, opened
from comity.measures.pairs import different
from comity.measures.practice import cells_of, shares_of
from comity.measures.readacts import SIDES, by_pair
from comity.measures.rites import rite_cells, rites_of
from comity.measures.weighing import Given, Weights, part_weights

_COOPERATION = ("verbal_cooperation", "material_cooperation")
_NOT_GIVEN = "no table is given"


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the axes rest on, as frames of any kind; what is not given is missing.

    `dependence`: the result of `dependence`; `events`: the ledger's table of events; `spells`: the common table
    of spells or the result of `spells_of_ties`.
    """

    dependence: object = None
    events: object = None
    spells: object = None


@measure(
    "interest-tradition-v1",
    formula="interest = weighted mean of the dependence of each on the other and the practical share by weight of"
    " acts of cooperation; tradition = weighted mean of age / (age + half age) and the traditional share of acts",
    values="0 to 1 each; none where less than the least share of the weight is known",
    unit="share",
    interval="bounds, were each missing part 0 and were it 1; of the parts the intervals of their own measures",
    reference="Comity's own.",
    is_own=True,
)
def interest_and_tradition(
    pair: tuple[str, str], grounds: Grounds, since: dt.date, until: dt.date, changes: Given = None
) -> Axes:
    """What a tie is worth to two states, and how much of it is memory, in a window, on two axes with their parts.

    Acts count by their first day, both ways together; those without a day do not. Dependence is that of the last
    year of the window that the table has; the age of the tie is that at the window's end. A frozen dataclass.
    """
    _checked(pair, since, until)
    settings = part_weights(changes)
    parts = {
        **_dependence(pair, grounds.dependence, since, until),
        **_acts(pair, grounds.events, since, until, settings),
        "unbroken": _age(pair, grounds.spells, until, settings),
    }
    interest, tradition = (axis(name, parts, settings) for name in ("interest", "tradition"))
    return Axes(pair, since, until, interest, tradition, settings.version)


def _checked(pair: tuple[str, str], since: dt.date, until: dt.date) -> None:
    from comity.gazetteer import load

    for state in different(pair, 2):
        load().state(state)
    if since > until:
        raise UsageError(f"the window begins on {since} and ends on {until}: give the earlier day first")


def _dependence(pair: tuple[str, str], frame: object, since: dt.date, until: dt.date) -> dict[str, Part]:
    names = {"first_on_second": pair[::-1], "second_on_first": pair}
    if frame is None:
        return {name: Part(name, insufficient=_NOT_GIVEN) for name in names}
    needs = {
        "influencer": "text", "dependent": "text", "year": "number",
        **dict.fromkeys(("dependence", "dependence_low", "dependence_high", "dependence_n"), "number"),
    }  # fmt: skip
    lazy = opened(frame, "dependence", needs).select(*needs)
    both = nw.col("influencer").is_in(pair) & nw.col("dependent").is_in(pair)
    rows = gathered(lazy.filter(both & nw.col("year").is_between(since.year, until.year))).to_dicts()
    return {name: _depends(name, rows, sides) for name, sides in names.items()}


def _depends(name: str, rows: list[dict[str, Any]], sides: tuple[str, ...]) -> Part:
    own = [row for row in rows if (row["influencer"], row["dependent"]) == sides and row["dependence"] is not None]
    if not own:
        return Part(name, insufficient="no dependence is known in the window")
    last = max(own, key=lambda row: row["year"])
    value = last["dependence"]
    low, high = (
        bound if last[name] is None else last[name]
        for name, bound in (("dependence_low", 0.0), ("dependence_high", 1.0))
    )
    return Part(name, value, low, high, value, f"dependence in {last['year']}", last["dependence_n"])


def _acts(
    pair: tuple[str, str], events: object, since: dt.date, until: dt.date, settings: Weights
) -> dict[str, Part]:
    names = ("practical_share", "traditional_share")
    if events is None:
        return {name: Part(name, insufficient=_NOT_GIVEN) for name in names}
    lazy = opened(events, "events", {"date_start": "day", "quad": "text", **dict.fromkeys(SIDES, "text")})
    both = [nw.col(side).str.contains("|".join(pair)) for side in SIDES]
    acts = lazy.filter(*both, nw.col("date_start").cast(nw.Date).is_between(since, until))
    if not acts.head(1).collect("polars").shape[0]:
        return {name: Part(name, insufficient="no act in the window") for name in names}
    return {
        "practical_share": _practical(pair, acts.filter(nw.col("quad").is_in(_COOPERATION)), settings),
        "traditional_share": _traditional(pair, acts),
    }


def _practical(pair: tuple[str, str], acts: nw.LazyFrame[Any], settings: Weights) -> Part:
    name = "practical_share"
    if not acts.head(1).collect("polars").shape[0]:
        return Part(name, insufficient="no act of cooperation in the window")
    told = shares_of(_between(pair, cells_of(acts.to_native())), settings.table["costliness"])
    if told.get("weighed_share") is None:
        return Part(name, n=told["n"], insufficient=told.get("insufficient", "no act of known costliness"))
    share, low, high = (told[f"weighed_{end}"] for end in ("share", "low", "high"))
    return Part(name, share, low, high, share, "share of weight", told["n"] - told["n_unknown"])


def _traditional(pair: tuple[str, str], acts: nw.LazyFrame[Any]) -> Part:
    told = rites_of(_between(pair, rite_cells(acts.to_native())))[-1]
    if told.get("share") is None:
        return Part("traditional_share", n=told["n_acts"], insufficient=told["insufficient"])
    return Part(
        "traditional_share",
        told["share"],
        told["low"],
        told["high"],
        told["share"],
        "share of acts",
        told["n_acts"],
    )


def _between(pair: tuple[str, str], cells: nw.LazyFrame[Any]) -> list[dict[str, Any]]:
    return [row for row in by_pair(cells).to_dicts() if {row[side] for side in SIDES} == set(pair)]


def _age(pair: tuple[str, str], spells: object, until: dt.date, settings: Weights) -> Part:
    if spells is None:
        return Part("unbroken", insufficient=_NOT_GIVEN)
    rows = unbroken(spells, until).to_dicts()
    told = next((row for row in rows if {row["first"], row["second"]} == set(pair)), None)
    if told is None:
        return Part("unbroken", insufficient="no tie of the two is in the table")
    if told["insufficient"]:
        return Part("unbroken", n=told["n"], insufficient=told["insufficient"])
    half = float(settings.table["age"]["half"])
    value, low, high = (told[name] / (told[name] + half) for name in ("years", "years_low", "years_high"))
    return Part("unbroken", value, low, high, told["years"], "years", told["n"])
