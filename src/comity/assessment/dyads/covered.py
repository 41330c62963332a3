"""Which datasets tell of two states, and which years of them."""

from __future__ import annotations

from dataclasses import dataclass

from comity.assessment import events
from comity.assessment.counting import counted
from comity.assessment.dyads import sources
from comity.assessment.dyads.common import Pair, both, pair_is, years_told
from comity.assessment.finding import Finding, Part
from comity.assessment.holdings import Holdings
from comity.assessment.proof import Proof
from comity.assessment.window import ALWAYS, Window
from comity.languages import say, say_of


@dataclass(frozen=True, slots=True)
class _Looked:
    """How a common table is looked through: rows of the pair, rows that could be of any, the year, the noun.

    `sides` is SQL for the number of states that the rows of the pair tell of.
    """

    mine: str
    any: str
    year: str
    noun: str
    sides: str = "2"


_SIDES = "country IS NOT NULL AND partner IS NOT NULL"
_TABLES = {
    "events": _Looked(
        "actor_country IN {pair} AND recipient_country IN {pair} AND actor_country <> recipient_country",
        "true", "year(date)", "event",
    ),
    "flows": _Looked("{sides}", _SIDES, "year(start)", "flow"),
    "dyad_years": _Looked("{sides}", _SIDES, "year", "yearly value"),
    "spells": _Looked("{sides}", _SIDES, "year(start)", "spell"),
    "votes": _Looked("country IN {pair}", "true", "year", "vote", "count(DISTINCT country)"),
}  # fmt: skip
_Count = tuple[int, int | None, int | None]


def datasets(holdings: Holdings, pair: Pair, _: Window) -> Finding | None:
    """The rows and years of each dataset on the two, of all years; none where no imported one tells of pairs."""
    found: dict[str, list[tuple[str, _Count, Proof]]] = {}
    for table in _TABLES:
        if holdings.has(table):
            for source, count, proof in _counts(holdings, pair, table):
                found.setdefault(source, []).append((table, count, proof))
    if not found:
        return None
    full = {source: rows for source, rows in sorted(found.items()) if any(count[0] for _, count, _ in rows)}
    empty = [sources.title(source) for source in sorted(found) if source not in full]
    none = say("; there is nothing on them in: {datasets}", datasets=say("; ").join(empty)) if empty else ""
    gaps = {"datasets": counted(len(found), "imported dataset"), "both": both(holdings, pair), "none": none}
    return Finding(
        key="coverage.datasets",
        question=say("Which datasets tell of them?"),
        answer=say_of(
            len(full),
            "{n} of {datasets} has rows on {both}{none}.",
            "{n} of {datasets} have rows on {both}{none}.",
            **gaps,
        )
        if full
        else say("None of {datasets} has rows on {both}{none}.", **gaps),
        value=len(full),
        unit=say("datasets"),
        n=len(found),
        proofs=tuple(proof for source in sorted(found) if source not in full for _, _, proof in found[source]),
        coverage=(say("all imported files with rows on two states, and votes of both"), *_before(holdings, pair)),
        would_change=say("further imports"),
        parts=tuple(_part(source, rows) for source, rows in full.items()),
    )


def _before(holdings: Holdings, pair: Pair) -> tuple[str, ...]:
    """How many acts of event datasets are left out, as one of the two was not there on their day."""
    told = []
    for state in pair:
        away = events.missing(state)
        if away and holdings.has("events"):
            rows = holdings.table("events").filter(f"{_TABLES['events'].mine.format(pair=str(pair))} AND ({away})")
            found = rows.aggregate("source, count(*)", "source").order("source").fetchall()
            told += [_left_out(n, sources.title(source), holdings.names.the(state)) for source, n in found]
    return tuple(told)


def _left_out(n: int, source: str, state: str) -> str:
    return say_of(
        n,
        "{n} event of {source} is of a day on which {state} was no state, and counts nowhere",
        "{n:,} events of {source} are of a day on which {state} was no state, and count nowhere",
        source=source,
        state=state,
    )


def _counts(holdings: Holdings, pair: Pair, table: str) -> list[tuple[str, _Count, Proof]]:
    """By dataset the rows of the pair with their years; datasets that never tell of two states are left out."""
    look = _TABLES[table]
    condition = look.mine.format(pair=str(pair), sides=pair_is(pair))
    rows = holdings.table(table).filter(condition)
    columns = f"source, count(*), min({look.year}), max({look.year}), {look.sides}"
    told = rows.aggregate(columns, "source").fetchall()
    counts: dict[str, _Count] = {source: (n, first, last) for source, n, first, last, sides in told if sides == 2}
    of_either = {source: n for source, n, *_ in told}
    found: list[tuple[str, _Count, Proof]] = []
    for source in holdings.datasets(table):
        if source in counts or _can_tell(holdings, table, source):
            count = counts.get(source, (0, None, None))
            whole = f"source = '{source}' AND ({condition})"
            found.append((source, count, holdings.looked(table, source, whole, of_either.get(source, 0), ALWAYS)))
    return found


def _can_tell(holdings: Holdings, table: str, source: str) -> bool:
    rows = holdings.table(table).filter(f"source = '{source}' AND {_TABLES[table].any}").limit(1)
    return bool(rows.fetchall())


def _part(source: str, rows: list[tuple[str, _Count, Proof]]) -> Part:
    told = [_told(table, count) for table, count, _ in rows if count[0]]
    proofs = tuple(proof for _, _, proof in rows)
    return Part(
        sources.title(source), say("; ").join(told), n=sum(count[0] for _, count, _ in rows), proofs=proofs
    )


def _told(table: str, count: _Count) -> str:
    """'22 events, 2006 to 2015'."""
    n, first, last = count
    years = "" if first is None or last is None else years_told(first, last)
    return ", ".join(filter(None, (counted(n, _TABLES[table].noun), years)))
