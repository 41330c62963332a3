"""Dyad years for R and Stata: every pair of some states in every year, with columns for what the sources tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import narwhals as nw

from comity.errors import UsageError
from comity.measures import dyad_columns, dyad_values
from comity.measures.ballots import Choice
from comity.measures.dyad_columns import KEYS, Column, Columns, Rule, swapped, total
from comity.measures.dyad_export import write

if TYPE_CHECKING:
    import polars as pl

_KEY_LABELS = {
    "country": "First state, ISO 3166-1 alpha-3",
    "partner": "Second state, ISO 3166-1 alpha-3",
    "year": "Calendar year",
}


@dataclass(frozen=True, slots=True)
class DyadYears:
    """Pairs of states by year in a Polars frame, ordered by country, partner and year.

    Each `add_...` gives a new one with further columns and the same rows; what it takes are the common tables of a
    ledger or frames with their columns. Null is unknown. `prefix` is set before the names of the new columns, so
    that two sources may stand beside each other. Without direction (`is_directed` false) a pair stands once, the
    first by ISO3 as country: counts of acts are those of both directions together, pledges and disputes those of
    either, and what is told of country towards partner (trade, missions) is told of the first towards the second.
    """

    frame: pl.DataFrame
    is_directed: bool
    labels: Mapping[str, str] = field(default_factory=lambda: dict(_KEY_LABELS))

    @property
    def states(self) -> list[str]:
        """The states that are paired, by ISO3."""
        return sorted({*self.frame["country"].unique(), *self.frame["partner"].unique()})

    def add_events(
        self, events: object, score_scale: str | None = None, repeats: bool = False, prefix: str = ""
    ) -> DyadYears:
        """events, events_verbal_cooperation ..., events_scored, events_score_sum, events_score_mean.

        Sum and mean with the ends of their intervals (_low, _high), and events_score_squares that these rest on.
        Null where no act is told: sources of events do not say where they looked.
        """
        return self._with(dyad_columns.of_events(events, score_scale, repeats), prefix)

    def add_votes(
        self,
        votes: object,
        roll_calls: object,
        choice: Choice | None = None,
        issues: object | None = None,
        prefix: str = "",
    ) -> DyadYears:
        """common_votes, vote_agreement_share, vote_s and vote_pi, with ends of their intervals (_low, _high)."""
        return self._with(dyad_columns.of_votes(votes, roll_calls, choice, issues), prefix)

    def add_trade(self, flows: object, source: str | None = None, prefix: str = "") -> DyadYears:
        """exports_usd and imports_usd as country reports them; exports_mirror_usd, imports_mirror_usd as partner.

        COW has imports only, so that exports stand under exports_mirror_usd.
        """
        return self._with(dyad_columns.of_trade(flows, source, self.states), prefix)

    def add_alliances(
        self, dyad_years: object, project: dyad_values.Alliances = "atop", prefix: str = ""
    ) -> DyadYears:
        """is_allied (help in war), has_pact (any pledge), pledges_defense ...: false where no row is.

        That holds in the years that the table covers, for which it must be whole. Non-aggression
        alone makes a pact and no ally: the two Koreas have it.
        """
        return self._with(dyad_values.of_alliances(dyad_years, project, self.states), prefix)

    def add_igos(self, dyad_years: object, prefix: str = "") -> DyadYears:
        """shared_igos, and shared_igos_unknown where the source tells it."""
        return self._with(dyad_values.of_igos(dyad_years, self.states), prefix)

    def add_missions(self, dyad_years: object, variable: str = "mission_level", prefix: str = "") -> DyadYears:
        """mission_sent (of country in partner) and mission_received, in ranks of `variable` in dyad_years."""
        return self._with(dyad_values.of_missions(dyad_years, variable, self.states), prefix)

    def add_disputes(
        self, dyad_years: object, project: dyad_values.Disputes = "gml", prefix: str = ""
    ) -> DyadYears:
        """disputes and dispute_onsets, 0 where a covered year has no row; dispute_hostility, dispute_fatality."""
        return self._with(dyad_values.of_disputes(dyad_years, project, self.states), prefix)

    def codebook(self) -> pl.DataFrame:
        """One row a column: column, label."""
        import polars as pl

        return pl.DataFrame({"column": list(self.labels), "label": list(self.labels.values())})

    def write(self, path: str | Path) -> None:
        """Write CSV, Parquet or Stata (release 118), as the ending says (.csv, .parquet, .dta).

        Parquet and Stata carry the labels; in Stata yes and no are 1 and 0, null is missing (. or an empty text).
        """
        write(self.frame, self.labels, Path(path))

    def _with(self, found: Columns, prefix: str) -> DyadYears:
        import polars as pl

        names = {name: prefix + name for name in (*found.columns, *found.worked)}
        if taken := [name for name in names.values() if name in self.labels]:
            raise UsageError(f"there is a column {taken[0]!r} already: give a prefix")
        told = _on_keys(found.frame) if self.is_directed else _undirected(_on_keys(found.frame), found)
        told = told.rename({name: names[name] for name in found.columns}).with_columns(pl.lit(True).alias("_told"))
        frame = self.frame.join(told, on=KEYS, how="left", maintain_order="left")
        frame = frame.with_columns(_filled(names[name], column) for name, column in found.columns.items())
        worked = [
            work(lambda one: nw.col(names[one])).alias(names[name]) for name, (_, work) in found.worked.items()
        ]
        frame = nw.from_native(frame).with_columns(*worked).to_native() if worked else frame
        labels = {names[name]: column.label for name, column in found.columns.items()}
        labels |= {names[name]: label for name, (label, _) in found.worked.items()}
        return DyadYears(frame.select(*self.labels, *labels), self.is_directed, {**self.labels, **labels})


def create_dyad_years(states: Iterable[str], years: Iterable[int], directed: bool = True) -> DyadYears:
    """Every pair of these states (ISO codes or names) in each of these years; no state is paired with itself.

    Whether a state existed in a year is not asked: leave out the years in which it did not.
    """
    import polars as pl

    from comity.gazetteer.codes import country_code

    codes = sorted({country_code(state) for state in states})
    spans = sorted(set(years))
    if len(codes) < 2:
        raise UsageError(f"{', '.join(codes) or 'no state'} makes no pair: give two states or more")
    if not spans:
        raise UsageError("no year was given: give one or more, such as range(1990, 2020)")
    pairs = [(one, two) for one, two in product(codes, codes) if (one != two if directed else one < two)]
    rows = [(one, two, year) for (one, two), year in product(pairs, spans)]
    schema = {"country": pl.String, "partner": pl.String, "year": pl.Int64}
    return DyadYears(pl.DataFrame(rows, schema, orient="row"), directed)


def _on_keys(frame: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    return frame.with_columns(pl.col("country", "partner").cast(pl.String), pl.col("year").cast(pl.Int64))


def _undirected(told: pl.DataFrame, found: Columns) -> pl.DataFrame:
    """One row a pair, the first by ISO3 as country, each column put together as its rule says."""
    import polars as pl

    is_first = pl.col("country") < pl.col("partner")
    one = told.filter(is_first).with_columns(pl.lit(True).alias("_is_first"))
    other = swapped(told.filter(~is_first)).with_columns(pl.lit(False).alias("_is_first"))
    parts = [_combined(name, column.rule) for name, column in found.columns.items()]
    return pl.concat([one, other]).group_by(KEYS).agg(parts)


def _filled(name: str, column: Column) -> pl.Expr:
    """The column with what absence of a row says, where it says something."""
    import polars as pl

    if column.absent is None or column.covered is None:
        return pl.col(name)
    is_absent = pl.col("_told").is_null() & pl.col("year").is_between(*column.covered)
    return pl.when(is_absent).then(pl.lit(column.absent)).otherwise(pl.col(name)).alias(name)


def _combined(name: str, rule: Rule) -> pl.Expr:
    import polars as pl

    if rule == "sum":
        return total(name).alias(name)
    return pl.col(name).max() if rule == "max" else pl.col(name).filter("_is_first").first()
