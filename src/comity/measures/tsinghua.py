"""A relationship as one bounded state that acts move, after the Tsinghua scores of bilateral relations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from comity.errors import UsageError
from comity.measures.catalogue import measure
from comity.measures.flow import DYAD, between_states
from comity.measures.frames import gathered, opened
from comity.measures.intervals import DRAWS, SEED, Interval, percentiles
from comity.measures.pairs import among, one_scale

if TYPE_CHECKING:
    import polars as pl

BOUND = 9.0
_BANDS = ("rivalry", "tension", "discord", "normal", "good", "friendly")
_THIRDS = ("low", "middle", "high")
_SHOWN = ("id", "event_type")
_NEEDS = {"date": "day", "actor_country": "text", "recipient_country": "text"}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where acts have brought a relationship from a starting value that the caller stated.

    `steps` is a Polars frame, one row an act in the order taken: date, actor_country, recipient_country, id and
    event_type where the events have them, further columns that were asked for, value, change, before, after, band
    (of `after`). `interval` is of `score`, by a Poisson bootstrap over acts from the same start (fewer than two
    acts: None).
    """

    states: tuple[str, str]
    start: float
    score: float
    band: str
    interval: Interval | None
    n: int
    first: date | None
    last: date | None
    steps: pl.DataFrame


@measure(
    "tsinghua-v1",
    formula="I = v (9 - P) / 9 where v >= 0, v (9 + P) / 9 where v < 0; P' = P + I, act by act",
    values="-9 to 9",
    unit="points; six bands of three",
    interval="Poisson bootstrap over acts from the same start",
    reference="Yan Xuetong and Zhou Fangyin 2004, 中国社会科学 no. 6; the update formula recalled, not checked.",
)
def tsinghua(
    events: object,
    between: tuple[str, str],
    start: float,
    value: str = "score",
    repeats: bool = False,
    keep: Sequence[str] = (),
    scale: str | None = None,
) -> Standing:
    """The state of a relationship after each act of either side; good news moves a bad relation more than a good.

    The update formula is recalled from the literature and was not checked against the original [U]; the published
    table of values an act could not be reached, so that `value` names the column that has them, each from -9 to 9.
    `start`: the state before the first act; there is no default. Order: by day; the acts of one day from the worst
    to the best (equal ones come to the same in any order), so that a day that brings both ends on its good news.
    Acts without a value move nothing and are left out. `keep`: columns of the events that the steps
    shall show beside id and type. `scale`: of the scores, where there are several.
    """
    if not -BOUND <= start <= BOUND:
        raise UsageError(f"the start is {start!r}: give a state from -9 (rivalry) to 9 (friendship)")
    acts = between_states(opened(events, "events", {**_NEEDS, value: "number"}), repeats)
    known = among(acts, "events", between, 2).filter(~nw.col(value).is_null())
    found = one_scale(gathered(known), "events", scale) if value == "score" else gathered(known)
    rows = _in_order(found, value, keep)
    values = rows["value"].to_numpy()
    _check(values, value)
    states = _path(start, values)
    before, after = states[:-1], states[1:]
    steps = rows.with_columns(_columns(before, after))
    drawn = percentiles(_drawn(start, values)) if len(values) > 1 else None
    first, last = (rows["date"].min(), rows["date"].max())
    score = float(states[-1])
    return Standing(between, start, score, band(score), drawn, len(values), first, last, steps)  # type: ignore[arg-type]


def band(score: float) -> str:
    """The band of a state with its third, as 'tension, low': low is the third nearest to -9.

    Rivalry from -9, tension from -6, discord from -3, normal from 0, good from 3, friendly from 6 to 9.
    """
    if not -BOUND <= score <= BOUND:
        raise UsageError(f"{score!r} is no state of a relationship: it lies from -9 to 9")
    third = min(int(score + BOUND), 17)
    return f"{_BANDS[third // 3]}, {_THIRDS[third % 3]}"


def _in_order(acts: pl.DataFrame, value: str, keep: Sequence[str]) -> pl.DataFrame:
    import polars as pl

    missing = [name for name in keep if name not in acts.columns]
    if missing:
        raise UsageError(f"events has no column {missing[0]!r}: it has {', '.join(acts.columns)}")
    keep = (*(name for name in _SHOWN if name in acts.columns and name not in keep), *keep)
    shown = ("date", *DYAD, *keep)
    rows = acts.select(pl.col("date").cast(pl.Date), *DYAD, *keep, pl.col(value).cast(pl.Float64).alias("value"))
    return rows.sort("date", "value", *shown[1:], nulls_last=True)


def _check(values: NDArray[np.float64], name: str) -> None:
    wrong = values[~(np.abs(values) <= BOUND)]
    if len(wrong):
        raise UsageError(
            f"the column {name!r} of events has {float(wrong[0])!r}: values of acts lie from -9 to 9, so scale it"
        )


def _path(start: float, values: NDArray[np.float64]) -> NDArray[np.float64]:
    states = [start]
    for value in values.tolist():
        room = BOUND - states[-1] if value >= 0 else BOUND + states[-1]
        states.append(states[-1] + value * room / BOUND)
    return np.clip(states, -BOUND, BOUND)


def _drawn(start: float, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The last state, had each act come about as often as a Poisson draw of mean 1 says."""
    random = np.random.default_rng(SEED)
    states = np.full(DRAWS, start)
    for value in values.tolist():
        end = BOUND if value >= 0 else -BOUND
        states = end - (end - states) * (1 - abs(value) / BOUND) ** random.poisson(1.0, DRAWS)
    return states


def _columns(before: NDArray[np.float64], after: NDArray[np.float64]) -> list[pl.Series]:
    import polars as pl

    return [
        pl.Series("change", after - before),
        pl.Series("before", before),
        pl.Series("after", after),
        pl.Series("band", [band(state) for state in after.tolist()], pl.String),
    ]
