"""Partners by trade in goods, in the last year that is reported."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from comity.assessment.holdings import Holdings
from comity.assessment.rankings.ranking import Ranking, Score
from comity.assessment.window import Window
from comity.errors import UsageError
from comity.languages import say

if TYPE_CHECKING:
    import polars as pl

METHOD = "trade-mirrored-v1"
IMPORT = "a table of trade between states, as 'comity import trade FILE' brings"
KINDS = ("import", "export")


@dataclass(frozen=True, slots=True)
class Goods:
    """Trade of one state with all others in the last year that is known; rows as `measures.trade` has them."""

    year: int
    source: str
    form: str
    condition: str
    rows: pl.DataFrame
    unit: str


def one_form(
    holdings: Holdings, kinds: tuple[str, ...], until: dt.date | None
) -> tuple[str, str, str, int] | None:
    """Source, form, SQL and last year of the form of flows of some kinds that reaches furthest.

    Several forms (customs reports of two publishers) tell of the same goods and are never mixed.
    """
    if not holdings.has("flows"):
        return None
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    end = f" AND start <= DATE '{until}'" if until else ""
    whole = f"kind IN ({listed}) AND value IS NOT NULL AND partner IS NOT NULL AND country IS NOT NULL{end}"
    found = holdings.table("flows").filter(whole).aggregate("file, max(year(start)), count(*)").fetchall()
    files = {file.id: file for file in holdings.files}
    forms: dict[tuple[str, str], list[tuple[int, int, int]]] = {}
    for file, last, n in found:
        if file in files:
            forms.setdefault((files[file].source, files[file].form), []).append((last, n, file))
    if not forms:
        return None
    best = min(
        forms, key=lambda key: (-max(one[0] for one in forms[key]), -sum(one[1] for one in forms[key]), key)
    )
    ids = ", ".join(str(file) for _, _, file in sorted(forms[best]))
    return (*best, f"file IN ({ids})", max(one[0] for one in forms[best]))


def goods(holdings: Holdings, state: str, window: Window) -> Goods | str:
    """Trade of a state with all others in the last year up to the end of a window, or why it is not known."""
    return holdings.once(("goods", state, window.until), lambda: _goods(holdings, state, window))


def trade(holdings: Holdings, state: str, window: Window) -> Ranking:
    """Partners by goods sold and bought together, of which both must be known."""
    found = goods(holdings, state, window)
    empty = Ranking(state, say("trade in goods"), METHOD, would_change=say(IMPORT), window=window)
    if isinstance(found, str):
        return replace(empty, insufficient=found)
    partners = sorted({*found.rows["seller"], *found.rows["buyer"]} - {state})
    year = Window(dt.date(found.year, 1, 1), dt.date(found.year, 12, 31))
    return replace(
        empty,
        by=say("trade in goods in {year}", year=found.year),
        unit=found.unit,
        window=year,
        coverage=(say("goods as customs report them in {year}; services are not among them", year=found.year),),
        scores=tuple(_score(holdings, state, partner, found, year) for partner in partners),
    )


def ways(found: Goods, state: str, partner: str) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """What the state sells to the partner, and what it buys from it."""
    rows = {(row["seller"], row["buyer"]): row for row in found.rows.to_dicts()}
    return rows.get((state, partner)), rows.get((partner, state))


def proof(holdings: Holdings, found: Goods, state: str, partner: str, year: Window, n: int) -> Any:
    """The rows of either side's reports."""
    pair = f"country IN ('{state}', '{partner}') AND partner IN ('{state}', '{partner}')"
    whole = f"{found.condition} AND {pair} AND year(start) = {found.year}"
    return holdings.looked("flows", found.source, whole, n, year)


def _goods(holdings: Holdings, state: str, window: Window) -> Goods | str:
    from comity.measures import trade as mirrored

    form = one_form(holdings, KINDS, window.until)
    if form is None:
        return say("no trade between states is imported, and a missing table is no absence of trade")
    source, name, condition, _ = form
    either = f"(country = '{state}' OR partner = '{state}') AND kind IN ('import', 'export')"
    end = f" AND start <= DATE '{window.until}'" if window.until else ""
    flows = holdings.table("flows").filter(f"{condition} AND {either}{end}").pl()
    if flows.is_empty():
        return say("no trade of this state is in the tables, and a missing row is no absence of trade")
    try:
        rows = mirrored(flows)
    except UsageError as error:
        return say("the tables of trade cannot stand beside each other: {error}", error=error)
    if rows.is_empty():
        return say("no whole year of trade of this state is in the tables")
    year = int(str(rows["year"].max()))
    last = rows.filter(rows["year"] == year).sort("seller", "buyer")
    return Goods(year, source, name, f"source = '{source}' AND {condition}", last, str(last["unit"][0]))


def _score(holdings: Holdings, state: str, partner: str, found: Goods, year: Window) -> Score:
    sold, bought = ways(found, state, partner)
    reports = [row[side] for row in (sold, bought) if row for side in ("bought", "sold") if row[side] is not None]
    proofs = (proof(holdings, found, state, partner, year, len(reports)),)
    if sold is None or bought is None:
        return Score(partner, n=len(reports), insufficient=say("only one direction is reported"), proofs=proofs)
    told = [[row[side] for side in ("bought", "sold") if row[side] is not None] for row in (sold, bought)]
    bounds = sum(min(one) for one in told), sum(max(one) for one in told)
    return Score(partner, sold["value"] + bought["value"], bounds, len(reports), proofs=proofs)
