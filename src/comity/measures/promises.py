"""Promises, and the acts that kept them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import narwhals as nw

from comity.errors import UsageError
from comity.measures import rules
from comity.measures.catalogue import measure
from comity.measures.readacts import DONE, SIDES, by_pair, read_acts
from comity.measures.results import table

if TYPE_CHECKING:
    import polars as pl

_TEXTS = ("event_type", "mode", "cameo", "contexts", "sentence")
LONGEST_DATE = 31
"""Days that a date may span to be set in order with others."""
_COLUMNS = {
    "promiser": "text", "promisee": "text", "promise": "text", "made": "day", "made_by": "text",
    "made_sentence": "text", "kept": "day", "kept_by": "text", "kept_sentence": "text", "days": "count",
    "until": "day",
}  # fmt: skip
_Row = dict[str, Any]


@measure(
    "promises-v1",
    formula="days = first day of the first later act of the promised kind between the two - last day of the"
    " promise; open ones: end of the window - last day of the promise",
    values="days from 1 where kept; from 0 where open",
    unit="days",
    interval="none: a list of single promises; delivery-v1 has the interval of what became of them",
    reference="Comity's own; PLOVER codes CONSULT, SUPPORT, COOPERATE and AID in the future tense as AGREE.",
    is_own=True,
)
def promises(
    events: object, until: dt.date, kinds: Iterable[rules.Rule] | None = None, one_each: bool = True
) -> pl.DataFrame:
    """Each promise of one state to another, with the act that kept it or none, and the sentences of both.

    Takes the ledger's table of events as a frame of any kind. A promise is an AGREE act, or any act with the
    status 'future', of a kind in `data/promises.csv` (or `kinds`), which also says what keeps it, and whether
    either side may; the first row that holds decides. It is made on the last day of the act, one in the future on
    the day the text was published; it is kept by the first later act of that kind, by day. With `one_each` an act
    keeps one promise only, the oldest that waits; without, all that wait. Acts dated no closer than within 31 days
    keep nothing; promises so dated have `made` and `days` null. What is after `until` is left out. That an act is
    of the promised kind does not show that it is the promised act: read the sentences.

    A Polars frame, one row a promise: promiser, promisee, promise (name of its kind), made, made_by (id),
    made_sentence, kept, kept_by, kept_sentence, days, until.
    """
    given = rules.table("promises", kinds)
    acts = read_acts(events, _TEXTS, ("date_start", "date_end", "published"))
    made = _made(acts, given, until)
    done = _done(acts, given, until)
    if made.is_empty():
        raise UsageError(f"events have no promise until {until}: no AGREE act and none with the status 'future'")
    waiting = _Acts(done, one_each)
    found = []
    for promise in made.to_dicts():
        rule = given[promise["rule"]]
        found.append(_row(promise, waiting.first(promise, rule["direction"]), rule["name"], until))
    return table(found, _COLUMNS).sort("promiser", "promisee", "made", "made_by")


def _made(acts: nw.LazyFrame[Any], given: tuple[rules.Rule, ...], until: dt.date) -> pl.DataFrame:
    import polars as pl

    wanted = acts.filter(nw.col("status").is_in([*DONE, "future"]))
    numbered = [{**rule, "name": str(number)} for number, rule in enumerate(given)]
    wanted = wanted.with_columns(rules.named(numbered, "promise_").alias("rule"))
    found = by_pair(wanted.filter(~nw.col("rule").is_null()).select(*_KEPT, "rule"))
    is_ahead = pl.col("status") == "future"
    day = pl.when(is_ahead).then("published").when(_is_dated()).then("date_end").cast(pl.Date)
    made = found.with_columns(day.alias("made"), pl.col("rule").cast(pl.Int64))
    return made.filter(pl.col("made").is_null() | (pl.col("made") <= until)).sort("made", "id")


_KEPT = ("id", *SIDES, "status", "sentence", "date_start", "date_end", "published")


def _done(acts: nw.LazyFrame[Any], given: tuple[rules.Rule, ...], until: dt.date) -> pl.DataFrame:
    """The acts that may keep a promise, with a column a rule: whether they are of its kind."""
    import polars as pl

    happened = acts.filter(nw.col("status").is_in(DONE))
    kinds = [rules.holds(rule, "act_").alias(f"rule{number}") for number, rule in enumerate(given)]
    some = nw.col("event_type").is_in(sorted({one for rule in given for one in rule["act_event_type"].split("|")}))
    found = by_pair(happened.filter(some).with_columns(*kinds).select(*_KEPT, *_names(given)))
    known = found.filter(_is_dated()).with_columns(pl.col("date_start").cast(pl.Date).alias("day"))
    return known.filter(pl.col("day") <= until).sort("day", "id")


def _names(given: tuple[rules.Rule, ...]) -> list[str]:
    return [f"rule{number}" for number in range(len(given))]


def _is_dated() -> pl.Expr:
    import polars as pl

    span = (pl.col("date_end").cast(pl.Date) - pl.col("date_start").cast(pl.Date)).dt.total_days()
    return (span < LONGEST_DATE).fill_null(False)


class _Acts:
    """The acts that may keep promises, by pair of states, each pair's in order; what kept one may be used up."""

    def __init__(self, done: pl.DataFrame, one_each: bool) -> None:
        self._by_states: dict[tuple[object, ...], list[_Row]] = {
            states: one.to_dicts() for states, one in done.group_by(*SIDES, maintain_order=True)
        }
        self._one_each = one_each

    def first(self, promise: _Row, direction: str) -> _Row | None:
        """The first act after a promise that is of its kind."""
        states = tuple(promise[side] for side in SIDES)
        ways = (states, states[::-1]) if direction == "either" else (states,)
        kind, made = f"rule{promise['rule']}", promise["made"]
        acts = (act for way in ways for act in self._by_states.get(way, ()) if act[kind])
        later = (act for act in acts if made and act["day"] > made and act["id"] != promise["id"])
        found = min(later, key=lambda act: (act["day"], act["id"]), default=None)
        if found and self._one_each:
            self._by_states[tuple(found[side] for side in SIDES)].remove(found)
        return found


def _row(promise: _Row, act: _Row | None, name: str, until: dt.date) -> _Row:
    made = promise["made"]
    last = act["day"] if act else until
    return {
        "promiser": promise[SIDES[0]],
        "promisee": promise[SIDES[1]],
        "promise": name,
        "made": made,
        "made_by": promise["id"],
        "made_sentence": promise["sentence"],
        "kept": act and act["day"],
        "kept_by": act and act["id"],
        "kept_sentence": act and act["sentence"],
        "days": (last - made).days if made else None,
        "until": until,
    }
