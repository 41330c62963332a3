"""What states depend on one another by, for the last year that tables of trade, aid or arms have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from comity.assessment.holdings import Holdings
from comity.assessment.rankings.trade import one_form
from comity.assessment.window import Window
from comity.errors import UsageError
from comity.languages import say

if TYPE_CHECKING:
    import duckdb
    import polars as pl

METHOD = "dependence-fbic-style-v1"
IMPORT = "tables of trade, aid or arms between states, as 'comity import trade FILE' brings"
MISSING = "no table of trade, aid or arms between states is imported"
_THINGS = ("trade", "aid", "arms")
_PAIRED = ("missions", "memberships", "alliance")


@dataclass(frozen=True, slots=True)
class World:
    """The result of `measures.dependence` for one year; `sources` are the datasets of its tables."""

    year: int
    rows: pl.DataFrame
    sources: tuple[tuple[str, str], ...]

    def of(self, influencer: str, dependent: str) -> dict[str, Any] | None:
        """What one depends on the other by."""
        import polars as pl

        found = self.rows.filter(pl.col("influencer") == influencer, pl.col("dependent") == dependent)
        return found.row(0, named=True) if len(found) else None


def world(holdings: Holdings, window: Window) -> World | str:
    """Of all states in the last year up to the end of a window, or why it cannot be told."""
    return holdings.once(("world", window.until), lambda: _world(holdings, window))


def _world(holdings: Holdings, window: Window) -> World | str:
    import polars as pl

    from comity.measures import Tables, dependence, part_weights

    settings = part_weights()
    forms = {thing: one_form(holdings, tuple(settings.named(thing)), window.until) for thing in _THINGS}
    known = {thing: form for thing, form in forms.items() if form}
    if not known:
        return say(MISSING)
    year = max(form[3] for form in known.values())
    flows = [_of_form(holdings, form[2], settings.named(thing), year, settings.unit if thing != "arms" else None)
             for thing, form in known.items()]  # fmt: skip
    dyads, more = _dyad_years(holdings, settings, year)
    tables = Tables(pl.concat(flows), dyads, _gdp(holdings, settings, year))
    try:
        rows = dependence(tables)
    except UsageError as error:
        return say("the tables cannot stand beside each other: {error}", error=error)
    sources = {("flows", form[0]) for form in known.values()} | {("dyad_years", source) for source in more}
    return World(year, rows.filter(pl.col("year") == year), tuple(sorted(sources)))


def _of_form(holdings: Holdings, condition: str, kinds: list[str], year: int, unit: str | None) -> pl.DataFrame:
    """Rows of the year; in the unit of the weights where some are in it."""
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    found: pl.DataFrame = (
        holdings.table("flows").filter(f"{condition} AND kind IN ({listed}) AND year(start) = {year}").pl()
    )
    wanted = found.filter(found["unit"] == unit) if unit else found
    return wanted if len(wanted) else found


def _dyad_years(holdings: Holdings, settings: Any, year: int) -> tuple[pl.DataFrame | None, set[str]]:
    """Missions, memberships and alliances of the year, each of one source, the first by name."""
    import polars as pl

    names = [name for thing in _PAIRED for name in settings.named(thing)]
    listed = ", ".join(f"'{name}'" for name in names)
    relation: duckdb.DuckDBPyRelation = holdings.table("dyad_years")
    found = relation.filter(f"variable IN ({listed}) AND year = {year}").pl()
    first = found.group_by("variable").agg(pl.col("source").min())
    found = found.join(first, on=["variable", "source"], how="semi")
    return (found, set(found["source"])) if len(found) else (None, set())


def _gdp(holdings: Holdings, settings: Any, year: int) -> pl.DataFrame | None:
    listed = ", ".join(f"'{name}'" for name in settings.named("gdp"))
    relation: duckdb.DuckDBPyRelation = holdings.table("country_years")
    found = relation.filter(f"variable IN ({listed}) AND year = {year}").pl()
    return found if len(found) else None
