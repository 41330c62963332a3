"""Who travels to whom by texts: visits by the rank of the traveller, and calls of envoys who live there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from comity.assessment.acts import Act
from comity.assessment.dyads.common import Pair
from comity.assessment.holdings import Holdings
from comity.record import Office, Party
from comity.tables import rows

if TYPE_CHECKING:
    import polars as pl

OTHER = 1
RESIDENT = 0


@dataclass(frozen=True, slots=True)
class Journey:
    """One visit as all acts that tell of it; `rank` is that of the highest traveller, 1 where none is known."""

    traveller: str
    host: str
    rank: int
    acts: tuple[Act, ...]


def rank(holdings: Holdings, act: Act) -> int:
    """The highest of those who act: 3 head of state or government, 2 minister or speaker, 1 other, 0 envoy."""
    ranks = [_rank(title) for party in act.event.actors for title in _titles(holdings, act, party)]
    return max(ranks, default=OTHER)


def calls(holdings: Holdings, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """Visits that ambassadors make where they live: no journey."""
    return tuple(act for act in acts if act.event.mode == "visit" and rank(holdings, act) == RESIDENT)


def journeys(holdings: Holdings, pair: Pair, acts: tuple[Act, ...]) -> tuple[Journey, ...]:
    """Visits from one of the two to the other with a known way and day; reports up to 3 days apart are of one."""
    made = [act for act in acts if act.event.mode == "visit" and act.by != "both" and act.since]
    ranked = [(act, rank(holdings, act)) for act in made]
    known = [(act, height) for act, height in ranked if height != RESIDENT]
    if not known:
        return ()
    way = {"a": pair, "b": pair[::-1]}
    found = _merged([(*way[act.by], act, height) for act, height in known])
    return tuple(
        Journey(
            row["traveller"],
            row["host"],
            round(row["rank"]),
            tuple(
                act
                for act, _ in known
                if way[act.by][0] == row["traveller"] and act.since and row["first"] <= act.since <= row["last"]
            ),
        )
        for row in found.sort("first", "traveller").to_dicts()
    )


def _merged(made: list[tuple[str, str, Act, int]]) -> pl.DataFrame:
    import polars as pl

    from comity.measures import visits

    table = [(act.since, one, other, "CONSULT", "visit", height) for one, other, act, height in made]
    schema = {"date": pl.Date, "actor_country": pl.String, "recipient_country": pl.String}
    more = {"event_type": pl.String, "mode": pl.String, "height": pl.Int64}
    return visits(pl.DataFrame(table, {**schema, **more}, orient="row"), rank="height")


def _titles(holdings: Holdings, act: Act, party: Party) -> list[str]:
    """The traveller's office nearest in time to the act, or what an unnamed one is called."""
    prefix = f"group:{(party.country or '').lower()}-"
    if party.entity.startswith(prefix):
        return [party.entity.removeprefix(prefix).replace("-", " ")]
    entity = holdings.names.known(act.lead.document, party.entity)
    held = [office for office in entity.offices if not office.former] if entity else []
    return [min(held, key=lambda office: _distance(office, act)).title] if held else []


def _distance(office: Office, act: Act) -> tuple[int, str]:
    days = [day for day in (office.on.start, office.on.end) if day] if office.on else []
    apart = min((abs((day - act.since).days) for day in days if act.since), default=10**6)
    return apart, office.title


def _rank(title: str) -> int:
    """By the whole title, else by the longest known title in it; 1 where none is."""
    words = f" {title.lower()} "
    known = [word for word in _ranks() if f" {word} " in words]
    return _ranks()[max(known, key=lambda word: (len(word), word))] if known else OTHER


@cache
def _ranks() -> dict[str, int]:
    return {row["title"]: int(row["rank"]) for row in rows("assessment", "ranks.csv")}
