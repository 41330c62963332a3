"""The trade that a claim speaks of, by year, as each imported table has it: of two states, or of one in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from comity.assessment.checks.case import Case
from comity.assessment.checks.subjects import stems
from comity.assessment.dyads.sources import title
from comity.assessment.holdings import Holdings
from comity.assessment.literals import literal, one_of
from comity.assessment.proof import Rows
from comity.errors import UsageError
from comity.languages import say

if TYPE_CHECKING:
    import polars as pl

Way = Literal["both", "sold", "bought"]
Bounds = tuple[float, float]
_ROWS = ("start", "country", "partner", "kind", "value", "unit")
_TOTALS = ("country", "year", "variable", "value", "unit")
_WORDS = ("trade", "trading", "commerce", "export", "import")


@dataclass(frozen=True, slots=True)
class Form:
    """One form of one dataset: trade by pairs that may stand beside each other."""

    source: str
    condition: str
    rows: pl.DataFrame
    unit: str

    @property
    def title(self) -> str:
        """The dataset in words."""
        return title(self.source)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that any trade is told for."""
        return tuple(sorted(self.rows["year"].unique()))

    def by_pair(self, year: int) -> Mapping[tuple[str, str], Bounds]:
        """From least to most that either side reports, by seller and buyer."""
        rows = self.rows.filter(self.rows["year"] == year).to_dicts()
        return {(row["seller"], row["buyer"]): _bounds(row) for row in rows}

    def of_state(self, state: str, year: int, way: Way) -> Mapping[str, Bounds]:
        """The trade of a state with each partner of which the wanted ways are known."""
        pairs = self.by_pair(year)
        partners = sorted({one for pair in pairs for one in pair if state in pair} - {state})
        sums = {partner: _sum(pairs, state, partner, way) for partner in partners}
        return {partner: told for partner, told in sums.items() if told}


@dataclass(frozen=True, slots=True)
class Series:
    """Sums of one kind by year, in one unit; `what` is 'trade between Cambodia and South Korea', for which
    the verb is that of one (`is_one`).
    """

    source: str
    what: str
    years: Mapping[int, Bounds]
    unit: str
    table: str
    condition: str
    is_one: bool = False

    @property
    def title(self) -> str:
        """The dataset in words."""
        return title(self.source)

    def proof(self, holdings: Holdings, years: Sequence[int]) -> Rows:
        """The rows of some years."""
        year = "year(start)" if self.table == "flows" else "year"
        where = f"{self.condition} AND {year} IN ({', '.join(str(one) for one in years)})"
        return holdings.rows(self.table, self.source, where, _ROWS if self.table == "flows" else _TOTALS)


def way(case: Case) -> Way | None:
    """Which way the trade of a claim goes, from the side of the first state; `None` where it is not of trade."""
    said = set(stems(f"{case.claim.text} {case.value.get('of') or ''}")) & set(_WORDS)
    if not said:
        return None
    return (
        "both"
        if len(said) > 1 or said & {"trade", "trading", "commerce"}
        else "sold"
        if "export" in said
        else "bought"
    )


def forms(holdings: Holdings, state: str) -> tuple[Form, ...]:
    """The trade of a state with all others, by each form of each dataset."""
    return holdings.once(("forms of trade", state), lambda: tuple(_forms(holdings, state)))


def series(case: Case) -> tuple[Series, ...]:
    """The sums that a claim of trade speaks of: of its two states, or of its only one with the world."""
    told = way(case)
    if told is None or not case.claim.about:
        return ()
    if case.pair is None:
        return tuple(_totals(case, case.claim.about[0], told))
    return tuple(_between(case, case.pair, told))


def _between(case: Case, pair: tuple[str, str], told: Way) -> list[Series]:
    one, other = case.claim.about[0], next(state for state in pair if state != case.claim.about[0])
    found = []
    for form in forms(case.holdings, one):
        sums = {year: _sum(form.by_pair(year), one, other, told) for year in form.years}
        known = {year: bounds for year, bounds in sums.items() if bounds}
        where = f"{form.condition} AND country IN {one_of(pair)} AND partner IN {one_of(pair)}"
        what = {
            "both": say("trade between {both}", both=case.the(one, other)),
            "sold": say("exports of {one} to {other}", one=case.the(one), other=case.the(other)),
            "bought": say("imports of {one} from {other}", one=case.the(one), other=case.the(other)),
        }[told]
        found.append(Series(form.source, what, known, form.unit, "flows", where, is_one=told == "both"))
    return found


def _totals(case: Case, state: str, told: Way) -> list[Series]:
    holdings = case.holdings
    wanted = {"both": ("exports", "imports"), "sold": ("exports",), "bought": ("imports",)}[told]
    if not holdings.has("country_years"):
        return []
    where = f"country = {literal(state)} AND variable IN {one_of(wanted)} AND value IS NOT NULL"
    summed = "source, unit, year, sum(value), count(DISTINCT variable), count(*)"
    rows = holdings.table("country_years").filter(where).aggregate(summed).fetchall()
    what = {
        "both": say("exports and imports of {state}", state=case.the(state)),
        "sold": say("exports of {state}", state=case.the(state)),
        "bought": say("imports of {state}", state=case.the(state)),
    }[told]
    found: dict[tuple[str, str], dict[int, Bounds]] = {}
    for source, unit, year, value, variables, n in sorted(rows):
        if variables == n == len(wanted):
            found.setdefault((source, unit), {})[year] = (value, value)
    return [
        Series(source, what, years, unit, "country_years", where)
        for (source, unit), years in sorted(found.items())
    ]


def _forms(holdings: Holdings, state: str) -> list[Form]:
    from comity.measures import trade

    files: dict[tuple[str, str], list[int]] = {}
    for file in holdings.files:
        if file.source in holdings.datasets("flows"):
            files.setdefault((file.source, file.form), []).append(file.id)
    found = []
    for (source, _), ids in sorted(files.items()):
        where = f"file IN ({', '.join(str(one) for one in sorted(ids))}) AND kind IN ('export', 'import')"
        side = f"(country = {literal(state)} OR partner = {literal(state)})"
        rows = holdings.table("flows").filter(f"source = {literal(source)} AND {where} AND {side}").pl()
        try:
            mirrored = trade(rows) if len(rows) else rows
        except UsageError:  # nothing of a whole year, or units that must not stand beside each other
            continue
        if len(mirrored):
            found.append(Form(source, where, mirrored.sort("year", "seller", "buyer"), str(mirrored["unit"][0])))
    return found


def _sum(pairs: Mapping[tuple[str, str], Bounds], one: str, other: str, told: Way) -> Bounds | None:
    """Both ways together where both are known, or the one way."""
    ways = {"both": ((one, other), (other, one)), "sold": ((one, other),), "bought": ((other, one),)}[told]
    if any(pair not in pairs for pair in ways):
        return None
    return sum(pairs[pair][0] for pair in ways), sum(pairs[pair][1] for pair in ways)


def _bounds(row: Mapping[str, Any]) -> Bounds:
    reports = [row[side] for side in ("bought", "sold") if row[side] is not None]
    return min(reports), max(reports)
