"""What binds two states by the tables: memberships that they share, and that no alliance does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING

from comity.assessment.counting import counted
from comity.assessment.dyads import sources
from comity.assessment.finding import Finding, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.proof import SHOWN, Rows
from comity.assessment.rankings.ranking import Ranking, Score
from comity.assessment.window import Window
from comity.languages import say

if TYPE_CHECKING:
    import polars as pl

Pair = tuple[str, str]
_JOINT = ("joint_memberships",)
_PLEDGES = ("defense", "offense", "neutrality", "nonaggression", "consultation", "entente")
_VARIABLES = tuple(f"{project}_{pledge}" for project in ("atop", "cow") for pledge in _PLEDGES)
_ALLIANCES = "a newer table of alliances, as 'comity import alliances FILE' brings"
_IGOS = "a newer table of memberships, as 'comity import igo FILE' brings"


def alliances(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """That neither is bound to the other by alliance; none where one is: 'ties.pacts' tells of that."""
    key, question = "dependence.alliances", say("Are they bound by an alliance?")
    found = reach(holdings, _VARIABLES, window)
    if found is None:
        return insufficient(key, question, say("no alliances are imported"), would_change=say(_ALLIANCES))
    source, year = found
    rows = rows_of(holdings, source, _VARIABLES, pair)
    if any(row["value"] > 0 for row in rows.filter(rows["year"] == year).to_dicts()):
        return None
    before = [row["year"] for row in rows.to_dicts() if row["value"] > 0]
    looked = (year, *([max(before)] if before else []))
    proofs = tuple(proof_of(holdings, source, _VARIABLES, pair, one, rows) for one in looked)
    return Finding(
        key=key,
        question=question,
        answer=say("In {year} neither had pledged anything to the other by alliance.", year=year),
        n=proofs[0].n,
        window=Window(dt.date(year, 1, 1), dt.date(year, 12, 31)),
        comparison=(say("The last such pledge of either is of {before}.", before=max(before)),) if before else (),
        proofs=proofs,
        coverage=(
            say(
                "{source} up to {year}; it lists every alliance: a pair without a row had none",
                source=sources.title(source),
                year=year,
            ),
        ),
        would_change=say(_ALLIANCES),
    )


def memberships(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """Organisations that both are full members of in the last year of the table."""
    key, question = "dependence.memberships", say("How many organisations do they share?")
    found = reach(holdings, _JOINT, window)
    if found is None:
        return insufficient(key, question, say("no memberships of states are imported"), would_change=say(_IGOS))
    source, year = found
    rows = rows_of(holdings, source, _JOINT, pair)
    now = rows.filter(rows["year"] == year)["value"].drop_nulls()
    proof = proof_of(holdings, source, _JOINT, pair, year, rows)
    if now.is_empty():
        a, b = (holdings.names.the(state) for state in pair)
        why = say(
            "the table does not tell of {a} and {b} in {year}; a missing row is not zero", a=a, b=b, year=year
        )
        return insufficient(key, question, why, proofs=(proof,), would_change=say(_IGOS))
    value = int(now.max())  # type: ignore[arg-type]
    place = _shared(holdings, pair[0], source, year).place(pair[1], holdings.names.the(pair[0]))
    before = rows.filter(rows["year"] == year - 10)["value"].drop_nulls()
    past = (say("In {year} they shared {n}.", year=year - 10, n=int(before.max())),) if len(before) else ()  # type: ignore[arg-type]
    return Finding(
        key=key,
        question=question,
        answer=say(
            "In {year} both were full members of {organisations}.",
            year=year,
            organisations=counted(value, "intergovernmental organisation"),
        ),
        value=value,
        unit="organisations",
        n=value,
        window=Window(dt.date(year, 1, 1), dt.date(year, 12, 31)),
        comparison=((say("{b} is {place}.", b=holdings.names.nominal(pair[1]), place=place),) if place else ())
        + past,
        proofs=(proof,),
        coverage=(say("{source} up to {year}", source=sources.title(source), year=year),),
        would_change=say(_IGOS),
    )


def reach(holdings: Holdings, variables: Collection[str], window: Window) -> tuple[str, int] | None:
    """The source of some variables that reaches furthest in the window, with its last year."""
    found = [row for row in _reaches(holdings, window) if row[1] in variables]
    best = min(found, key=lambda row: (-row[2], row[0]), default=None)
    return (best[0], best[2]) if best else None


def _reaches(holdings: Holdings, window: Window) -> list[tuple[str, str, int]]:
    """By source and variable the last year of values in a window; all in one pass."""

    def read() -> list[tuple[str, str, int]]:
        end = f" AND year <= {window.until.year}" if window.until else ""
        known = holdings.table("dyad_years").filter(f"value IS NOT NULL{end}")
        return sorted(known.aggregate("source, variable, max(year)").fetchall())

    return holdings.once(("reach", window.until), read)


def rows_of(holdings: Holdings, source: str, variables: Collection[str], pair: Pair) -> pl.DataFrame:
    """The values of the pair in all years, both ways."""
    import polars as pl

    def read() -> pl.DataFrame:
        found: pl.DataFrame = holdings.table("dyad_years").filter(f"{_of(pair)} AND value IS NOT NULL").pl()
        return found.sort("year", "country", "variable")

    every = holdings.once(("dyad_years", *sorted(pair)), read)
    return every.filter(pl.col("source") == source, pl.col("variable").is_in(list(variables)))


def proof_of(
    holdings: Holdings, source: str, variables: Collection[str], pair: Pair, year: int, rows: pl.DataFrame
) -> Rows:
    """The rows of a year, or that there is none."""
    names = ", ".join(f"'{one}'" for one in variables)
    whole = (
        f"source = '{source}' AND variable IN ({names}) AND {_of(pair)} AND year = {year} AND value IS NOT NULL"
    )
    of_year = rows.filter(rows["year"] == year)
    shown = tuple(
        f"{row['country']} {row['partner']} {row['variable']} {row['value']:g}"
        for row in of_year.head(SHOWN).to_dicts()
    )
    window = Window(dt.date(year, 1, 1), dt.date(year, 12, 31))
    return holdings.looked("dyad_years", source, whole, len(of_year), window, shown)


def _of(pair: Pair) -> str:
    codes = "', '".join(sorted(pair))
    return f"country IN ('{codes}') AND partner IN ('{codes}')"


def _shared(holdings: Holdings, state: str, source: str, year: int) -> Ranking:
    """All partners by shared organisations in a year."""
    whole = f"source = '{source}' AND variable = '{_JOINT[0]}' AND year = {year} AND value IS NOT NULL"
    found = holdings.table("dyad_years").filter(f"{whole} AND '{state}' IN (country, partner)")
    other = f"CASE WHEN country = '{state}' THEN partner ELSE country END AS other"
    rows = sorted(row for row in found.aggregate(f"{other}, max(value)").fetchall() if row[0])
    scores = tuple(Score(partner, value, n=int(value)) for partner, value in rows)
    return Ranking(state, say("shared organisations"), "joint_memberships", scores=scores)
