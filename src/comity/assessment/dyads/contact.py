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
from comity.languages import say, say_of

_RANKS = (
    "weighed by rank of the traveller (head of state or government 3, minister or speaker 2, other or unknown 1)"
)


def last_contact(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """The latest dated meeting or talks that a text tells of, with how long before the last known day it was."""
    key, question = "contact.last", say("When were they last in contact?")
    acts = within(holdings.between(*pair).dealings, window)
    talks = [act for act in acts if act.event.event_type == "CONSULT" and act.is_dated]
    if not talks:
        why = say(
            "no dated meeting or talks of {both} are told of, {window}", both=both(holdings, pair), window=window
        )
        return insufficient(key, question, why, would_change=say("a text that tells of one, with its day"))
    last = in_order(talks)[-1]
    until = window.until or holdings.last_day
    gap = (
        say(", {days} before {until}", days=counted((until - last.since).days, "day"), until=day(until))
        if until and last.since
        else ""
    )
    return Finding(
        key=key,
        question=question,
        answer=say(
            "The last contact told of: {telling}{gap}.", telling=words.telling(last, holdings.names), gap=gap
        ),
        value=str(last.since),
        n=len(talks),
        window=Window(window.since, until),
        comparison=gaps.compared(holdings, pair, TEXTS, window),
        proofs=holdings.of_acts([last]),
        coverage=(say("meetings and talks that texts in the ledger tell of; others may have been"),),
        would_change=say("a text that tells of a later meeting or talks"),
    )


def in_datasets(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """Contacts that event datasets have, that with most of them first; none without an event dataset."""
    datasets = [name for name in holdings.datasets("events") if name != TEXTS]
    if not datasets:
        return None
    key, question = "contact.datasets", say("Which contacts do event datasets have?")
    talks = holdings.dyad_events(*pair, window).filter(pl.col("event_type") == "CONSULT")
    counts = sorted(
        ((len(talks.filter(source=name)), name) for name in datasets), key=lambda one: (-one[0], one[1])
    )
    (n, source), covered = counts[0], tuple(line for name in datasets for line in sources.coverage(holdings, name))
    if not n:
        why = say(
            "no contact of {both} is in {titles}, {window}",
            both=both(holdings, pair),
            titles=_titles(datasets),
            window=window,
        )
        return insufficient(key, question, why, coverage=covered, would_change=say("a fuller dataset"))
    found = talks.filter(source=source).sort("date", "id")
    first, last = found["date"][0], found["date"][-1]
    span = (
        say(", from {first} to {last}", first=day(first), last=day(last))
        if first < last
        else say(", on {first}", first=day(first))
    )
    sampled = say(", of which a sample was imported,") if sources.is_sample(holdings, source) else ""
    return Finding(
        key=key,
        question=question,
        answer=say(
            "{source}{sampled} has {reports} of contact{span}.",
            source=capital(sources.title(source)),
            sampled=sampled,
            reports=counted(n, "report"),
            span=span,
        ),
        value=n,
        unit=say("reports"),
        n=n,
        window=window,
        comparison=(*_by_dataset(holdings, pair, source, window), *gaps.compared(holdings, pair, source, window)),
        proofs=holdings.of_events(found, source, *pair, window, "event_type = 'CONSULT'"),
        coverage=covered,
        would_change=say("a dataset that covers other years or sources"),
        parts=tuple(
            Part(sources.title(name), say("{reports} of contact", reports=counted(other, "report")))
            for other, name in counts[1:]
            if other
        ),
    )


def visits(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """Who travelled to whom, by visits that texts tell of; an ambassador's call where he lives is none."""
    key, question = "contact.visits", say("Who visits whom?")
    acts = within(holdings.between(*pair).dealings, window)
    found, called = journeys(holdings, pair, acts), calls(holdings, acts)
    if not found:
        why = say("no journey between {both} is told of, {window}", both=both(holdings, pair), window=window)
        if called:
            why = say("{why}; {calls} told of", why=why, calls=_calls(len(called)))
        return insufficient(key, question, why, would_change=say("a text that tells of one"))
    there, back = ([one for one in found if one.traveller == state] for state in pair)
    a, b = (holdings.names.the(state) for state in pair)
    note = capital(say("{calls} not counted.", calls=_calls(len(called)))) if called else ""
    return Finding(
        key=key,
        question=question,
        answer=say(
            "{visits} told of; {ranks} they come to {weight} and {weight_back}.",
            visits=_visits(len(there), len(back), a, b),
            ranks=say(_RANKS),
            weight=_weight(there),
            weight_back=_weight(back),
        )
        + (f" {note}" if note else ""),
        value=len(found),
        unit=say("visits"),
        n=len(found),
        window=window,
        comparison=_balance(found, pair, (a, b)),
        coverage=(say("visits that texts in the ledger tell of; others may have been"),),
        would_change=say("texts that tell of further visits"),
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


def _visits(there: int, back: int, a: str, b: str) -> str:
    """'2 visits from Cambodia to South Korea and none from South Korea to Cambodia are'."""
    visits = counted(there, "visit")
    if not there:
        told = say("No visit from {a} to {b} and {back} from {b} to {a}", a=a, b=b, back=back)
    elif back:
        told = say("{visits} from {a} to {b} and {back} from {b} to {a}", visits=visits, a=a, b=b, back=back)
    else:
        told = say("{visits} from {a} to {b} and none from {b} to {a}", visits=visits, a=a, b=b)
    return say("{told} is", told=told) if there + back == 1 else say("{told} are", told=told)


def _calls(number: int) -> str:
    """'1 call of a resident envoy is', '2 calls of resident envoys are'."""
    return say_of(number, "{n} call of a resident envoy is", "{n} calls of resident envoys are")


def _weight(found: Sequence[Journey]) -> int:
    return sum(one.rank for one in found)


def _more(acts: tuple[Act, ...]) -> str:
    return say("told {acts} times", acts=len(acts)) if len(acts) > 1 else ""


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
    return (capital(say("{a} made {told} of the visits.", a=names[0], told=told)),)


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
        say(
            "Of them {there} and {back} are visits; reports up to 3 days apart count as one.",
            there=_way(there, a, b),
            back=_way(back, b, a),
        ),
    )


def _way(number: int, a: str, b: str) -> str:
    return say("{n} from {a} to {b}", n=number, a=a, b=b) if number else say("none from {a} to {b}", a=a, b=b)


def _titles(datasets: list[str]) -> str:
    return say(" or ").join(sources.title(name) for name in datasets)
