"""Contact: when the two last met or spoke, how usual that silence is, and who travels to whom."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from comity.assessment import words
from comity.assessment.acts import Act, in_order
from comity.assessment.counting import counted
from comity.assessment.dyads import gaps, sources
from comity.assessment.dyads.common import Pair, both, capital, within
from comity.assessment.dyads.travel import Journey, calls, journeys
from comity.assessment.events import TEXTS
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.numbers import share
from comity.assessment.when import day
from comity.assessment.window import Window, spanned

_RANKS = (
    "weighed by rank of the traveller (head of state or government 3, minister or speaker 2, other or unknown 1)"
)


def last_contact(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """The latest dated meeting or talks that a text tells of, with how long before the last known day it was."""
    key, question = "contact.last", "When were they last in contact?"
    acts = within(holdings.between(*pair).dealings, window)
    talks = [act for act in acts if act.event.event_type == "CONSULT" and act.is_dated]
    if not talks:
        why = f"no dated meeting or talks of {both(holdings, pair)} are told of, {window}"
        return insufficient(key, question, why, would_change="a text that tells of one, with its day")
    last = in_order(talks)[-1]
    until = window.until or holdings.last_day
    gap = f", {counted((until - last.since).days, 'day')} before {day(until)}" if until and last.since else ""
    return Finding(
        key=key,
        question=question,
        answer=f"The last contact told of: {words.telling(last, holdings.names)}{gap}.",
        value=str(last.since),
        n=len(talks),
        window=Window(window.since, until),
        comparison=gaps.compared(holdings, pair, TEXTS, window),
        proofs=holdings.of_acts([last]),
        coverage=("meetings and talks that texts in the ledger tell of; others may have been",),
        would_change="a text that tells of a later meeting or talks",
    )


def in_datasets(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """Contacts that event datasets have, that with most of them first; none without an event dataset."""
    datasets = [name for name in holdings.datasets("events") if name != TEXTS]
    if not datasets:
        return None
    key, question = "contact.datasets", "Which contacts do event datasets have?"
    talks = holdings.dyad_events(*pair, window).filter(pl.col("event_type") == "CONSULT")
    counts = sorted(
        ((len(talks.filter(source=name)), name) for name in datasets), key=lambda one: (-one[0], one[1])
    )
    (n, source), covered = counts[0], tuple(line for name in datasets for line in sources.coverage(holdings, name))
    if not n:
        why = f"no contact of {both(holdings, pair)} is in {_titles(datasets)}, {window}"
        return insufficient(key, question, why, coverage=covered, would_change="a fuller dataset")
    found = talks.filter(source=source).sort("date", "id")
    first, last = found["date"][0], found["date"][-1]
    span = f", from {day(first)} to {day(last)}" if first < last else f", on {day(first)}"
    sampled = ", of which a sample was imported," if sources.is_sample(holdings, source) else ""
    return Finding(
        key=key,
        question=question,
        answer=f"{capital(sources.title(source))}{sampled} has {counted(n, 'report')} of contact{span}.",
        value=n,
        unit="reports",
        n=n,
        window=window,
        comparison=(*_by_dataset(holdings, pair, source, window), *gaps.compared(holdings, pair, source, window)),
        proofs=holdings.of_events(found, source, *pair, window, "event_type = 'CONSULT'"),
        coverage=covered,
        would_change="a dataset that covers other years or sources",
        parts=tuple(
            Part(sources.title(name), f"{counted(other, 'report')} of contact")
            for other, name in counts[1:]
            if other
        ),
    )


def visits(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """Who travelled to whom, by visits that texts tell of; an ambassador's call where he lives is none."""
    key, question = "contact.visits", "Who visits whom?"
    acts = within(holdings.between(*pair).dealings, window)
    found, called = journeys(holdings, pair, acts), calls(holdings, acts)
    if not found:
        more = f"; {_calls(len(called))} told of" if called else ""
        why = f"no journey between {both(holdings, pair)} is told of, {window}{more}"
        return insufficient(key, question, why, would_change="a text that tells of one")
    there, back = ([one for one in found if one.traveller == state] for state in pair)
    a, b = (holdings.names.the(state) for state in pair)
    note = f" {capital(_calls(len(called)))} not counted." if called else ""
    return Finding(
        key=key,
        question=question,
        answer=f"{counted(len(there), 'visit') if there else 'No visit'} from {a} to {b} and"
        f" {len(back) or 'none'} from {b} to {a}"
        f" {'is' if len(found) == 1 else 'are'} told of; {_RANKS} they come to"
        f" {_weight(there)} and {_weight(back)}.{note}",
        value=len(found),
        unit="visits",
        n=len(found),
        window=window,
        comparison=_balance(found, pair, (a, b)),
        coverage=("visits that texts in the ledger tell of; others may have been",),
        would_change="texts that tell of further visits",
        method="visits-v1",
        parts=tuple(
            Part(
                capital(words.telling(one.acts[0], holdings.names)),
                _more(one.acts),
                proofs=holdings.of_acts(one.acts),
            )
            for one in found
        ),
    )


def _calls(number: int) -> str:
    """'1 call of a resident envoy is', '2 calls of resident envoys are'."""
    return "1 call of a resident envoy is" if number == 1 else f"{number} calls of resident envoys are"


def _weight(found: Sequence[Journey]) -> int:
    return sum(one.rank for one in found)


def _more(acts: tuple[Act, ...]) -> str:
    return f"told {len(acts)} times" if len(acts) > 1 else ""


def _balance(found: Sequence[Journey], pair: Pair, names: tuple[str, str]) -> tuple[str, ...]:
    """Whether one side travels more, with the interval; from 5 visits on."""
    from comity.measures import visit_balance
    from comity.measures.contact import LEAST_VISITS

    if len(found) < LEAST_VISITS:
        return ()
    # The measure counts by period: here all visits are of one.
    days = spanned([act.since for one in found for act in one.acts if act.since])
    rows = [(one.traveller, one.host, days.since, days.since, float(one.rank)) for one in found]
    schema = {"traveller": pl.String, "host": pl.String, "first": pl.Date, "last": pl.Date, "rank": pl.Float64}
    row = visit_balance(pl.DataFrame(rows, schema, orient="row"), "year").to_dicts()[0]
    sign = 1 if row["a"] == pair[0] else -1
    part, low, high = ((sign * row[name] + 1) / 2 for name in ("balance", "low", "high"))
    told = share(part, (min(low, high), max(low, high)))
    return (f"{capital(names[0])} made {told} of the visits.",)


def _by_dataset(holdings: Holdings, pair: Pair, source: str, window: Window) -> tuple[str, ...]:
    """Visits each way in one dataset."""
    from comity.measures import visits as merged

    acts = holdings.dyad_events(*pair, window).filter(pl.col("source") == source, pl.col("mode") == "visit")
    if acts.is_empty():
        return ()
    made = merged(acts)
    there, back = (len(made.filter(traveller=state)) for state in pair)
    a, b = (holdings.names.the(state) for state in pair)
    return (
        f"Of them {there or 'none'} from {a} to {b} and {back or 'none'} from {b} to {a} are visits;"
        " reports up to 3 days apart count as one.",
    )


def _titles(datasets: list[str]) -> str:
    return " or ".join(sources.title(name) for name in datasets)
