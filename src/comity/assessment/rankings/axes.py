"""Partners by interest, and by tradition: two axes that are never added up."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from comity.assessment.counting import AnyHeld
from comity.assessment.events import imported_of, told_of
from comity.assessment.holdings import Holdings
from comity.assessment.proof import Proof
from comity.assessment.rankings import depends, spans
from comity.assessment.rankings.ranking import Ranking, Score
from comity.assessment.window import Window
from comity.errors import UsageError
from comity.languages import say
from comity.measures.readacts import DONE

if TYPE_CHECKING:
    import polars as pl

    from comity.measures import Axes

METHOD = "interest-tradition-v1"
Name = Literal["interest", "tradition"]
RELATIONS = "diplomatic_relations"
YEARS = 10
"""Years at the end of a window without a beginning: they tell what a tie is worth, not all that it ever was."""
COVERED = "acts of {days} and ties that texts in the ledger tell of; the last known year of dependence"
WOULD = "texts that tell of further acts and ties of the two, or tables of trade, aid and arms"


def lately(holdings: Holdings, window: Window) -> Window:
    """The days whose acts count: those of the window, its last years where it has no beginning."""
    whole = Window(window.since, window.until or holdings.last_day)
    return whole if whole.since else spans.before(whole, YEARS)


def axes(holdings: Holdings, pair: tuple[str, str], window: Window) -> Axes | None:
    """Both axes of a pair at the end of a window, by its acts `lately`; none where nothing at all has a date."""
    return holdings.once(("axes", pair, window), lambda: _axes(holdings, pair, window))


def axis(holdings: Holdings, state: str, window: Window, name: Name) -> Ranking:
    """Partners by one of the axes; those that neither texts nor tables of dependence tell of are not looked at."""
    return holdings.once((name, state, window), lambda: _ranking(holdings, state, window, name))


def relations(holdings: Holdings, pair: tuple[str, str]) -> pl.DataFrame | str:
    """Spells of diplomatic relations as texts tell them, or why nothing can be read off them.

    An end that is told of and no new beginning is an end only where the two did not deal with each other after it.
    """
    import polars as pl

    found = _spells(holdings).filter(pl.col("country").is_in(pair), pl.col("partner").is_in(pair))
    if found.is_empty():
        return say("no text tells of relations of the two")
    ends = found["end"].drop_nulls()
    if found["is_ongoing"].any() or ends.is_empty():
        return found
    dealt = _cooperated(holdings, pair, ends.max())  # type: ignore[arg-type]
    return say("texts tell of their end, but the two cooperated after it") if dealt else found


def _cooperated(holdings: Holdings, pair: tuple[str, str], after: dt.date) -> bool:
    """Whether any source tells of an act of cooperation of the two after a day; looks for one only."""
    import polars as pl

    told = told_of(holdings.told(pair[0]), pair[0]).filter(
        pl.col("actor_country").is_in(pair), pl.col("recipient_country").is_in(pair),
        pl.col("date") > after, pl.col("quad").str.ends_with("cooperation"),
    )  # fmt: skip
    if len(told) or not holdings.has("events"):
        return bool(len(told))
    codes = "', '".join(pair)
    sides = f"actor_country IN ('{codes}') AND recipient_country IN ('{codes}')"
    whole = f"{sides} AND date > DATE '{after}' AND quad LIKE '%cooperation'"
    return bool(imported_of(holdings.table("events"), whole).select("date").limit(1).fetchall())


def proofs(holdings: Holdings, pair: tuple[str, str], window: Window) -> dict[str, tuple[Proof, ...]]:
    """What shows each part of the axes: acts, ties, rows of tables."""
    between = holdings.between(*pair)
    days = lately(holdings, window)
    acts = [act for act in between.dealings if act.since and act.is_dated and days.holds(act.since)]
    ties: list[AnyHeld] = [held for bond in between.bonds_of(RELATIONS) for held in bond.items]
    found = depends.world(holdings, window)
    looked = () if isinstance(found, str) else tuple(
        holdings.looked(name, source, _pair_of_year(name, source, pair, found.year), 0, window)
        for name, source in found.sources
    )  # fmt: skip
    of_acts = holdings.of_acts(acts)
    return {
        "first_on_second": looked,
        "second_on_first": looked,
        "practical_share": of_acts,
        "traditional_share": of_acts,
        "unbroken": holdings.passages(ties),
    }


def _axes(holdings: Holdings, pair: tuple[str, str], window: Window) -> Axes | None:
    import polars as pl

    from comity.measures import Grounds, interest_and_tradition

    days = lately(holdings, window)
    if days.since is None or days.until is None:
        return None
    found = depends.world(holdings, window)
    acts = holdings.told(pair[0])
    sides = (pl.col(side).str.contains(pair[1]) for side in ("actor_country", "recipient_country"))
    acts = acts.filter(pl.any_horizontal(*sides))
    spells = relations(holdings, pair)
    rows = None if isinstance(found, str) else found.rows.filter(
        pl.col("influencer").is_in(pair), pl.col("dependent").is_in(pair)
    )  # fmt: skip
    grounds = Grounds(_filled(rows), _filled(acts), None if isinstance(spells, str) else spells)
    try:
        return interest_and_tradition(pair, grounds, days.since, days.until)
    except UsageError:
        return None


def _ranking(holdings: Holdings, state: str, window: Window, name: Name) -> Ranking:
    empty = Ranking(state, say(name), METHOD, scale=say("from 0 to 1"), window=window, would_change=say(WOULD))
    partners = _partners(holdings, state, window)
    if not partners:
        why = say("no text tells of acts or ties, and {missing}", missing=say(depends.MISSING))
        return replace(empty, insufficient=why)
    scores = tuple(_score(holdings, (state, partner), window, name) for partner in partners)
    return replace(empty, scores=scores, coverage=(say(COVERED, days=lately(holdings, window)),))


def _score(holdings: Holdings, pair: tuple[str, str], window: Window, name: Name) -> Score:
    found = axes(holdings, pair, window)
    if found is None:
        return Score(pair[1], insufficient=say("nothing of the two is dated"))
    own = found.interest if name == "interest" else found.tradition
    n = sum(part.n for part in own.parts if part.value is not None)
    if own.value is None:
        return Score(pair[1], None, (own.low, own.high), n, insufficient=say(f"{own.insufficient}"))
    shown = proofs(holdings, pair, window)
    known = [part.name for part in own.parts if part.value is not None]
    told = say(
        "{known} of {parts} parts known, with {n100:.0f} % of the weight",
        known=len(known),
        parts=len(own.parts),
        n100=100 * own.weight,
    )
    every = tuple(dict.fromkeys(proof for part in known for proof in shown[part]))
    return Score(pair[1], own.value, (own.low, own.high), n, told, proofs=every)


def _partners(holdings: Holdings, state: str, window: Window) -> list[str]:
    """States that texts tell of beside this one, or that it depends on."""
    import polars as pl

    from comity.gazetteer.tables import states

    acts = holdings.told(state).filter(pl.col("status").is_in(DONE))
    told = {
        one
        for side in ("actor_country", "recipient_country")
        for row in acts[side].drop_nulls()
        for one in row.split(";")
    }
    spells = _spells(holdings).filter((pl.col("country") == state) | (pl.col("partner") == state))
    told |= {*spells["country"], *spells["partner"]}
    found = depends.world(holdings, window)
    if not isinstance(found, str):
        known = found.rows.filter(pl.col("influencer") == state, pl.col("dependence").is_not_null())
        told |= set(known["dependent"])
    return sorted(one for one in told if one in states() and one != state)


def _spells(holdings: Holdings) -> pl.DataFrame:
    """Diplomatic relations as texts tell them."""
    import polars as pl

    from comity.measures import spells_of_ties

    def read() -> pl.DataFrame:
        ties = pl.from_arrow(holdings.ledger.ties())
        assert isinstance(ties, pl.DataFrame)  # a table is never a series
        ties = _known(holdings, ties).filter(pl.col("kind") == RELATIONS)
        try:
            return spells_of_ties(ties)
        except UsageError:  # no relations that are or were, only some that texts deny or propose
            return pl.DataFrame(schema={"country": pl.String, "partner": pl.String})

    return holdings.once("relations", read)


def _known(holdings: Holdings, read: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    if holdings.known is None:
        return read
    return read.filter(pl.col("published").is_null() | (pl.col("published") <= holdings.known))


def _filled(frame: pl.DataFrame | None) -> pl.DataFrame | None:
    """A table without rows tells nothing, which is not the same as zero."""
    return frame if frame is not None and len(frame) else None


def _pair_of_year(name: str, source: str, pair: tuple[str, str], year: int) -> str:
    codes = "', '".join(pair)
    when = f"year(start) = {year}" if name == "flows" else f"year = {year}"
    return f"source = '{source}' AND country IN ('{codes}') AND partner IN ('{codes}') AND {when}"
