"""Partners by the balance of good and bad acts between them and a state, and by how many acts there are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from comity.assessment.dyads import sources
from comity.assessment.holdings import Holdings
from comity.assessment.rankings import acts
from comity.assessment.rankings.ranking import Ranking, Score
from comity.assessment.window import Window
from comity.languages import say
from comity.measures.flow import QUADS

if TYPE_CHECKING:
    import polars as pl

Way = Literal["both", "there", "back"]
"""Acts of both, of the state towards its partner, or of the partner towards it."""
FEWEST = 5
"""Acts with a score other than 0 below which no balance is told."""
METHOD = "pri-balance-v1"
NO_ACTS = "neither imported events nor texts tell of a dated act of this state with another"
IMPORT = "acts of an event dataset, as 'comity import icews FILE' brings"


@dataclass(frozen=True, slots=True)
class Sums:
    """Acts of one or both directions together. `scores`: by score how many acts have it, on one scale."""

    n: int
    quads: dict[str, int]
    scores: tuple[tuple[float, int], ...]

    @property
    def n_scored(self) -> int:
        """Acts with a score other than 0."""
        return sum(n for score, n in self.scores if score)

    @property
    def positive(self) -> float:
        """Sum of the scores above 0."""
        return sum(score * n for score, n in self.scores if score > 0)

    @property
    def negative(self) -> float:
        """Sum of those below, without sign."""
        return sum(-score * n for score, n in self.scores if score < 0)

    @property
    def positive_squares(self) -> float:
        """Sum of the squares of the scores above 0."""
        return sum(score**2 * n for score, n in self.scores if score > 0)

    @property
    def score_squares(self) -> float:
        """Sum of the squares of all."""
        return sum(score**2 * n for score, n in self.scores)

    @property
    def interval(self) -> tuple[float, float] | None:
        """Of the balance, by a bootstrap over acts; where all are good, or all bad, exact by their number."""
        from comity.measures.intervals import share_interval, weighted_share_interval

        told = [(score, n) for score, n in self.scores if score]
        good = sum(n for score, n in told if score > 0)
        parts, wholes = [max(score, 0.0) for score, _ in told], [abs(score) for score, _ in told]
        is_mixed = 0 < good < self.n_scored
        found = (
            weighted_share_interval(parts, wholes, [n for _, n in told])
            if is_mixed
            else share_interval(good, self.n_scored)
        )
        return found and (20 * found[0] - 10, 20 * found[1] - 10)


def sums(tallied: pl.DataFrame, scale: str | None) -> Sums:
    """Of rows of a tally; scores of other scales are not counted in."""
    import polars as pl

    scored = tallied.filter(pl.col("score").is_not_null(), pl.col("score_scale").eq_missing(scale))
    by_score = scored.group_by("score").agg(pl.col("n").sum()).sort("score").rows()
    quads = dict(tallied.group_by("quad").agg(pl.col("n").sum()).rows())
    return Sums(int(tallied["n"].sum()), {quad: int(quads.get(quad, 0)) for quad in QUADS}, tuple(by_score))


def scale_of(tallied: pl.DataFrame) -> str | None:
    """The scale that most acts are scored on."""
    import polars as pl

    counts = tallied.filter(pl.col("score").is_not_null()).group_by("score_scale").agg(pl.col("n").sum())
    rows = sorted(counts.rows(), key=lambda row: (-row[1], row[0] or ""))
    return rows[0][0] if rows else None


def balances(found: dict[str, Sums]) -> dict[str, float | None]:
    """By name the balance of sums, -10 to 10."""
    import polars as pl

    from comity.measures import pri_balance

    if not found:
        return {}
    columns = ("positive", "negative", "positive_squares", "score_squares")
    rows = [(name, *(float(getattr(one, column)) for column in columns)) for name, one in found.items()]
    table = pl.DataFrame(rows, ["name", *columns], orient="row")
    return dict(pri_balance(table).select("name", "pri_balance").rows())


def tone(holdings: Holdings, state: str, window: Window, source: str | None) -> Ranking:
    """Partners by the balance of good and bad acts both ways, as one source tells of them."""
    return holdings.once(("tone", state, window, source), lambda: _tone(holdings, state, window, source))


def places(holdings: Holdings, state: str, window: Window, source: str, way: Way) -> tuple[Ranking, Ranking]:
    """Partners by how many acts there are of one way, and by their balance; without intervals and proofs."""

    def rank() -> tuple[Ranking, Ranking]:
        found = _sums(holdings, state, source, window, way)
        values = balances({partner: one for partner, one in found.items() if one.n_scored >= FEWEST})
        counts = tuple(Score(partner, float(one.n), n=one.n) for partner, one in found.items())
        tones = tuple(Score(partner, value) for partner, value in values.items())
        return (
            Ranking(state, say("number of acts"), "flow-v1", say("acts"), window=window, scores=counts),
            Ranking(state, say("balance of good and bad acts"), METHOD, window=window, scores=tones),
        )

    return holdings.once(("places", state, window, source, way), rank)


def _tone(holdings: Holdings, state: str, window: Window, source: str | None) -> Ranking:
    empty = Ranking(
        state,
        say("balance of good and bad acts"),
        METHOD,
        scale=say("from -10 to 10"),
        window=window,
        would_change=say(IMPORT),
    )
    if source is None:
        return replace(empty, insufficient=say(NO_ACTS))
    found = _sums(holdings, state, source, window, "both")
    values = balances(found)
    return replace(
        empty,
        by=say("balance of good and bad acts in {called}", called=sources.called(holdings, source)),
        window=window,
        coverage=sources.coverage(holdings, source),
        scores=tuple(
            _score(holdings, state, partner, one, values[partner], source, window)
            for partner, one in found.items()
        ),
    )


def _sums(holdings: Holdings, state: str, source: str, window: Window, way: Way) -> dict[str, Sums]:
    tallied = acts.tally(holdings, state, source, window)
    scale = scale_of(tallied)
    tallied = tallied if way == "both" else tallied.filter(tallied["is_there"] == (way == "there"))
    return {partner: sums(rows, scale) for partner, rows in acts.partners_of(tallied)}


def _score(
    holdings: Holdings, state: str, partner: str, one: Sums, value: float | None, source: str, window: Window
) -> Score:
    proofs = acts.proofs(holdings, state, partner, source, window, one.n)
    if one.n_scored < FEWEST or value is None:
        return Score(
            partner,
            n=one.n,
            insufficient=say("fewer than {fewest} acts with a score", fewest=FEWEST),
            proofs=proofs,
        )
    bad = one.quads["verbal_conflict"] + one.quads["material_conflict"]
    told = say("{n:,} of cooperation and {bad:,} of conflict", n=one.n - bad, bad=bad)
    return Score(partner, value, one.interval, one.n, told, proofs=proofs)
