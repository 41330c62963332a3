"""Looks into the public record that several findings of a triangle share."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from comity.assessment import sanctions
from comity.assessment.events import TEXTS
from comity.assessment.holdings import Holdings
from comity.assessment.proof import Rows
from comity.assessment.window import ALWAYS, Window
from comity.languages import say

if TYPE_CHECKING:
    import numpy as np
    import polars as pl
    from numpy.typing import NDArray

FEWEST_FOR_A_MEAN = 10
"""Below this many acts no mean score is told."""
_COLUMNS = ("id", "source", "name", "role", "start", "end", "is_ongoing", "details")
_QUOTED = ", ".join(f'"{name}"' for name in _COLUMNS)


def between(one: str, other: str) -> str:
    """SQL for rows of two states, in either order."""
    return f"((country = '{one}' AND partner = '{other}') OR (country = '{other}' AND partner = '{one}'))"


def spells(holdings: Holdings, kind: str, one: str, other: str) -> list[dict[str, Any]]:
    """Spells of a kind between two states; with `list` (the prefix of the id) and `last_year` of its details."""
    if not holdings.datasets("spells"):
        return []
    found = holdings.table("spells").filter(f"kind = '{kind}' AND {between(one, other)}")
    chosen = found.select(f"{_QUOTED}, {_LIST} AS list, {_LAST} AS last_year").order("id, start")
    rows: list[dict[str, Any]] = chosen.pl().to_dicts()
    return rows


_LIST = "split_part(id, ' ', 1)"
_LAST = "TRY_CAST(json_extract_string(details, '$.last_year') AS INTEGER)"


def looked(holdings: Holdings, kind: str, one: str, other: str, window: Window = ALWAYS) -> Rows:
    """The proof of a look for spells of a kind between two states, also in vain, in a window."""
    source = next(iter(_sources(holdings, kind)), "disputes")
    columns = ("id", "country", "partner", "name", "role", "start", '"end"')
    return holdings.rows("spells", source, f"kind = '{kind}' AND {between(one, other)}", columns, window)


def rivalry_lists(holdings: Holdings) -> dict[str, int]:
    """The last year of each list of rivalries."""
    if not holdings.datasets("spells"):
        return {}
    found = holdings.table("spells").filter("kind = 'rivalry'")
    rows = found.aggregate(f"{_LIST} AS list, max({_LAST}) AS last", _LIST).fetchall()
    return {name: last for name, last in sorted(rows) if last is not None}


def last_start(holdings: Holdings, kind: str) -> int | None:
    """The year in which the latest spell of a kind began."""
    if not holdings.datasets("spells"):
        return None
    found = holdings.table("spells").filter(f"kind = '{kind}'").aggregate("year(max(start))").fetchall()
    year: int | None = found[0][0]
    return year


def signed_years(events: pl.DataFrame, source: str) -> dict[int, int]:
    """The sign of a pair by year, for years with enough acts, by the scale that most of a source's acts have."""
    from comity.measures import flow, signs

    own = _of_main_scale(events.filter(events["source"] == source))
    if own.is_empty():
        return {}
    found = signs(flow(own, "year")).drop_nulls("sign").sort("period")
    return {row["period"].year: row["sign"] for row in found.to_dicts()}


def mean_score(events: pl.DataFrame) -> tuple[str, float, tuple[float, float] | None, int] | None:
    """Scale, mean, bootstrap interval and number of the scored acts of one source; none where none is scored."""
    own = _of_main_scale(events)
    if own.is_empty():
        return None
    classes = own.group_by("score").len().sort("score")
    mean, interval = _mean(classes["score"].to_numpy(), classes["len"].to_numpy())
    return own["score_scale"][0], mean, interval, len(own)


def _mean(scores: NDArray[np.float64], numbers: NDArray[np.int64]) -> tuple[float, tuple[float, float] | None]:
    """As `measures.intervals.mean_interval`, by classes of equal scores: a million acts cost what a dozen do."""
    import numpy as np

    from comity.measures.intervals import DRAWS, SEED, percentiles

    size = int(numbers.sum())
    mean = float(scores @ numbers) / size
    if size < 2:
        return mean, None
    draws = np.random.default_rng(SEED).multinomial(size, numbers / size, DRAWS)
    return mean, percentiles(draws @ scores / size)


def named(source: str) -> str:
    """'texts', 'ICEWS'."""
    return say("texts") if source == TEXTS else source.upper()


def coverage(holdings: Holdings, source: str) -> str:
    """What a source of events is, in a sentence."""
    if source == TEXTS:
        return say("acts that texts in the ledger tell of; others may have been")
    names = ", ".join(file.name for file in holdings.files if file.source == source)
    return say(
        "acts that {named} holds ({names}), coded by machine from the press, not all that happened",
        named=named(source),
        names=names,
    )


def _of_main_scale(events: pl.DataFrame) -> pl.DataFrame:
    scored = events.drop_nulls(["score", "score_scale"])
    if scored.is_empty():
        return scored
    counts = scored.group_by("score_scale").len().sort(["len", "score_scale"], descending=[True, False])
    return scored.filter(scored["score_scale"] == counts["score_scale"][0])


def _sources(holdings: Holdings, kind: str) -> list[str]:
    found = holdings.table("spells").filter(f"kind = '{kind}'").aggregate("source", "source").fetchall()
    return sorted(source for (source,) in found)


def has_regimes(holdings: Holdings) -> bool:
    """Whether the regimes of the Security Council are imported."""
    return sanctions.REGIMES in sanctions.datasets(holdings)


def pairs(events: pl.DataFrame, pair: tuple[str, str], window: Window) -> pl.DataFrame:
    """The acts of two states towards each other within two days that are both known."""
    import polars as pl

    sides = [pl.col(side).is_in(pair) for side in ("actor_country", "recipient_country")]
    return events.filter(*sides, pl.col("date").is_between(window.since, window.until))


def span(holdings: Holdings, source: str, events: pl.DataFrame, window: Window) -> tuple[dt.date, dt.date]:
    """The days that a source of acts covers within a window: those of its files, else of the acts given."""
    files = [file for file in holdings.files if file.source == source]
    days = [day for file in files for day in (file.first_day, file.last_day) if day] or events["date"].to_list()
    return max(min(days), window.since or dt.date.min), min(max(days), window.until or dt.date.max)


def last_year(holdings: Holdings, source: str, until: dt.date | None) -> int | None:
    """The last year of a dataset by its files, within the window; none where it is not imported."""
    ends = [file.last_day.year for file in holdings.files if file.source == source and file.last_day]
    return min(max(ends), until.year if until else 9999) if ends else None
