"""What the tables of dyad years tell of directed pairs: alliances, organisations, missions, disputes.

A pair that a source has once, without direction, counts both ways and never twice. Absence of a row is zero in two
only: alliances (ATOP and COW list every alliance there was) and disputes (Gibler-Miller-Little and COW list every
one), in the years from the first to the last that the table has, for which it must be whole; a state that did not
exist has neither in that reckoning. Of organisations and missions the sources list the pairs that they know, so
that absence is null.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, get_args

import narwhals as nw

from comity.errors import UsageError
from comity.measures.dyad_columns import KEYS, Column, Columns, swapped
from comity.measures.frames import gathered, opened

if TYPE_CHECKING:
    import polars as pl

_NEEDS = {"country": "text", "partner": "text", "year": "number", "variable": "text", "value": "number"}
Alliances = Literal["atop", "cow"]
Disputes = Literal["gml", "cow_mid"]
_PLEDGES = {
    "atop": ("defense", "offense", "neutrality", "nonaggression", "consultation"),
    "cow": ("defense", "neutrality", "nonaggression", "entente"),
}
_NAMES = {"atop": "ATOP", "cow": "COW", "gml": "Gibler-Miller-Little", "cow_mid": "COW"}


def of_alliances(dyad_years: object, project: Alliances, states: Sequence[str]) -> Columns:
    """Whether either has pledged to fight for the other, or anything at all; what country has pledged to partner.

    Non-aggression alone makes no ally: it is in most of ATOP's alliances, that of the two Koreas among them.
    """
    import polars as pl

    _check("project", project, get_args(Alliances))
    pledges = {f"pledges_{one}": f"{project}_{one}" for one in _PLEDGES[project]}
    told, years = _values(dyad_years, pledges, states)
    found = told.with_columns(pl.col(name) > 0 for name in pledges)
    help_ = [name for name in pledges if name in ("pledges_defense", "pledges_offense")]
    any_of = {"is_allied": help_, "has_pact": list(pledges)}
    one = found.select(*KEYS, *(pl.any_horizontal(names).alias(name) for name, names in any_of.items()))
    either = pl.concat([one, swapped(one)]).group_by(KEYS).agg(pl.col(*any_of).max())
    source = _NAMES[project]
    columns = {
        "is_allied": Column(
            f"Either has pledged to defend or attack with the other ({source})", "max", False, years
        ),
        "has_pact": Column(f"Either has pledged anything to the other ({source})", "max", False, years),
        **{name: Column(_pledge(name, project), "max", False, years) for name in pledges},
    }
    return Columns(either.join(found, on=KEYS, how="left"), columns)


def _pledge(name: str, project: str) -> str:
    return f"Country has pledged {name.removeprefix('pledges_')} to partner ({_NAMES[project]})"


def of_igos(dyad_years: object, states: Sequence[str]) -> Columns:
    """Organisations that both belong to; and how many are not known, where the source tells that."""
    import polars as pl

    variables = {"shared_igos": "joint_memberships", "shared_igos_unknown": "joint_memberships_unknown"}
    told, _ = _values(dyad_years, variables, states, optional=("shared_igos_unknown",))
    told = told.with_columns(pl.exclude(KEYS).cast(pl.Int64))
    labels = (
        "Intergovernmental organisations with both as full members",
        "Organisations of which that is unknown",
    )
    columns = {name: Column(label, "max") for name, label in zip(variables, labels, strict=True)}
    return Columns(told, {name: column for name, column in columns.items() if name in told.columns})


def of_missions(dyad_years: object, variable: str, states: Sequence[str]) -> Columns:
    """Level of the mission of country in partner, and of that of partner in country, in ranks of the source."""
    import polars as pl

    told, _ = _values(dyad_years, {"mission_sent": variable}, states)
    received = swapped(told).rename({"mission_sent": "mission_received"})
    keys = pl.concat([told.select(KEYS), received.select(KEYS)]).unique()
    found = keys.join(told, on=KEYS, how="left").join(received, on=KEYS, how="left")
    columns = {
        "mission_sent": Column(f"Rank of the mission of country in partner ({variable})"),
        "mission_received": Column(f"Rank of the mission of partner in country ({variable})"),
    }
    return Columns(found, columns)


def of_disputes(dyad_years: object, project: Disputes, states: Sequence[str]) -> Columns:
    """Militarised disputes between the two, those that began, and how far country went in them."""
    import polars as pl

    _check("project", project, get_args(Disputes))
    parts = {"disputes": "disputes", "dispute_onsets": "onsets", "dispute_hostility": "hostility",
             "dispute_fatality": "fatality"}  # fmt: skip
    variables = {name: f"{project}_{part}" for name, part in parts.items()}
    told, years = _values(dyad_years, variables, states, optional=("dispute_hostility", "dispute_fatality"))
    told = told.with_columns(pl.exclude(KEYS).cast(pl.Int64))
    name = _NAMES[project]
    columns = {
        "disputes": Column(f"Militarised disputes of the two in the year ({name})", "max", 0, years),
        "dispute_onsets": Column(f"Disputes of the two that began in the year ({name})", "max", 0, years),
        "dispute_hostility": Column(f"Highest hostility of country, 1 to 5 ({name})", "max"),
        "dispute_fatality": Column(f"Highest level of deaths of country, 0 to 6 ({name})", "max"),
    }
    return Columns(told, {name: column for name, column in columns.items() if name in told.columns})


def _check(name: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise UsageError(f"{name} is {given!r}: choose one of {', '.join(known)}")


def _values(
    dyad_years: object, variables: dict[str, str], states: Sequence[str], optional: Sequence[str] = ()
) -> tuple[pl.DataFrame, tuple[int, int]]:
    """Values by column and directed pair, both ways where a row has no direction; and the years of the table."""
    import polars as pl

    told = opened(dyad_years, "dyad_years", _NEEDS)
    told = told.filter(nw.col("variable").is_in(list(variables.values())) & ~nw.col("year").is_null())
    there, years = _covered(told)
    for name, variable in variables.items():
        if variable not in there and name not in optional:
            raise UsageError(f"dyad_years has no {variable!r}: import the source that tells it, or choose another")
    directed = nw.col("is_directed") if "is_directed" in told.collect_schema().names() else nw.lit(True)
    told = told.filter(nw.col("country").is_in(states) & nw.col("partner").is_in(states))
    rows = gathered(told.select(*KEYS, "variable", "value", directed.alias("is_directed")))
    both = pl.concat([rows, swapped(rows.filter(~pl.col("is_directed").fill_null(True)))])
    wide = both.group_by(KEYS).agg(
        pl.col("value").filter(pl.col("variable") == variable).max().alias(name)
        for name, variable in variables.items()
        if variable in there
    )
    return wide, years


def _covered(told: nw.LazyFrame[Any]) -> tuple[set[str], tuple[int, int]]:
    """The variables that are told of any states, and the first and last year."""
    spans = told.group_by("variable").agg(nw.col("year").min().alias("first"), nw.col("year").max().alias("last"))
    found = gathered(spans)
    if found.is_empty():
        return set(), (0, 0)
    return set(found["variable"]), (int(str(found["first"].min())), int(str(found["last"].max())))
