"""Cases of a move: acts and ties that texts tell of, and acts that an event dataset records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from comity.assessment import words
from comity.assessment.acts import act_of
from comity.assessment.between import DONE
from comity.assessment.bonds import Bond, bonds
from comity.assessment.events import TEXTS, standing
from comity.assessment.holdings import Holdings
from comity.assessment.precedents.move import Move
from comity.assessment.proof import Proof
from comity.assessment.when import partial
from comity.gazetteer.tables import states
from comity.languages import say
from comity.ledger import same_acts
from comity.ledger.parties import stands_for
from comity.ontology import cameo_codes
from comity.record import Party

if TYPE_CHECKING:
    import duckdb

QUIET = 365
"""Days without an act of the kind between the two before one counts as a move, and not as its echo."""
SAME = 62
"""Days within which an act and a tie, or two tellings, of the same two states are one move."""


_FIRST = f"""
    SELECT actor_country, recipient_country, date FROM (
        SELECT *, lag(date) OVER (PARTITION BY actor_country, recipient_country ORDER BY date) AS earlier
        FROM (SELECT DISTINCT actor_country, recipient_country, date FROM moves)
    )
    WHERE earlier IS NULL OR date - earlier > {QUIET}
    ORDER BY date, actor_country, recipient_country
"""


@dataclass(frozen=True, slots=True)
class Case:
    """One state's move towards another. `on` is its first day, `when` its date in words as far as it is known."""

    mover: str
    target: str
    on: dt.date
    when: str
    text: str
    source: str
    proofs: tuple[Proof, ...] = ()


def told(holdings: Holdings, move: Move) -> tuple[Case, ...]:
    """Cases that texts tell of, each once, in order of time; those of no known date are left out."""
    found = [*_acts(holdings, move), *_ties(holdings, move)]
    kept: list[Case] = []
    for case in sorted(found, key=lambda case: (case.on, case.mover, case.target, case.text)):
        same = next((one for one in kept if _is_same(one, case)), None)
        if same is None:
            kept.append(case)
        else:
            proofs = tuple(dict.fromkeys((*same.proofs, *case.proofs)))
            kept[kept.index(same)] = Case(
                same.mover, same.target, same.on, same.when, same.text, same.source, proofs
            )
    return tuple(kept)


def recorded(holdings: Holdings, move: Move, source: str) -> tuple[Case, ...]:
    """Cases that an event dataset has: acts of the kind after `QUIET` days without one between the two."""
    condition = condition_of(move)
    if condition is None:
        return ()
    found = standing(holdings.table("events").filter(f"source = '{source}' AND {condition}"))
    moves = queried(found, "moves", _FIRST)
    names = holdings.names
    return tuple(
        Case(
            mover,
            target,
            on,
            partial(on.isoformat()),
            say("{mover} towards {target}", mover=names.nominal(mover), target=names.the(target)),
            source,
        )
        for mover, target, on in moves
    )


def queried(relation: duckdb.DuckDBPyRelation, name: str, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query in which the relation is called `name`."""
    found = relation.query(name, sql)
    return found.fetchall() if found else []


def condition_of(move: Move) -> str | None:
    """SQL over the table of events that is true of acts of the kind; none where the table cannot tell them."""
    if move.event_type is None:
        return None
    told = [
        f"event_type = '{move.event_type}'",
        "actor_country <> recipient_country",
        "NOT coalesce(is_repeat, false)",
    ]
    if move.mode:
        told.append(f"mode = '{move.mode}'")
    if move.words:
        named = [code for code, cameo in sorted(cameo_codes().items()) if move.is_told_in(cameo.name)]
        if not named:
            return None
        told.append(f"code IN ({', '.join(repr(code) for code in named)})")
    if move.target:
        told.append(f"recipient_country = '{move.target}'")
    return " AND ".join(told)


def _acts(holdings: Holdings, move: Move) -> Iterable[Case]:
    if move.event_type is None:
        return
    held = holdings.ledger.held("events", (move.target,) if move.target else None)
    wanted = [
        one
        for one in held
        if one.item.event_type == move.event_type
        and one.item.status in DONE
        and (not move.mode or one.item.mode == move.mode)
        and move.is_told_in(one.document.text[one.item.evidence[0].start : one.item.evidence[0].end])
    ]
    for group in same_acts(wanted):
        event = group.best.item
        for mover in _states(event.actors):
            for target in _states(event.recipients):
                if mover == target or (move.target and target != move.target):
                    continue
                act = act_of(group, mover, target)
                if act.is_dated and act.since:
                    text = words.telling(act, holdings.names)
                    yield Case(mover, target, act.since, act.when, text, TEXTS, holdings.of_acts([act]))


def _ties(holdings: Holdings, move: Move) -> Iterable[Case]:
    if move.tie is None:
        return
    wanted = [
        held
        for held in holdings.all_ties
        if held.item.kind == move.tie and (move.target is None or move.target in held.item.parties)
    ]
    for bond in bonds(wanted):
        mover, target = bond.parties if bond.parties[1] == (move.target or bond.parties[1]) else bond.parties[::-1]
        given = bond.starts if move.change == "begun" else bond.ends
        if given and mover in states() and target in states() and bond.status not in ("absent", "proposed"):
            yield _tie(holdings, bond, move, (mover, target), given[0].value)


def _tie(holdings: Holdings, bond: Bond, move: Move, pair: tuple[str, str], date: str) -> Case:
    day = dt.date.fromisoformat(date + "-01" * (2 - date.count("-")))
    names = holdings.names
    told = {
        "a": names.nominal(pair[0]),
        "b": names.the(pair[1]),
        "tie": words.tie(bond, names),
        "date": partial(date),
    }
    text = (
        say("{a} and {b}: {tie} begun, {date}", **told)
        if move.change == "begun"
        else say("{a} and {b}: {tie} ended, {date}", **told)
    )
    return Case(*pair, day, partial(date), text, TEXTS, holdings.passages(bond.items))


def _states(parties: Iterable[Party]) -> list[str]:
    return [code for code in dict.fromkeys(map(stands_for, parties)) if code in states()]


def _is_same(one: Case, other: Case) -> bool:
    return (one.mover, one.target) == (other.mover, other.target) and (other.on - one.on).days <= SAME
