"""How two states got to where they stand: phases with the acts that turned them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from comity.assessment import words
from comity.assessment.acts import Act
from comity.assessment.counting import counted
from comity.assessment.dyads import sources
from comity.assessment.dyads.common import Pair, both, capital, years_told
from comity.assessment.dyads.turns import Phase, phases, turns
from comity.assessment.events import TEXTS
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.names import Names
from comity.assessment.numbers import number
from comity.assessment.when import day, partial
from comity.assessment.window import Window
from comity.languages import say, say_of

if TYPE_CHECKING:
    from comity.measures.turning_points import TurningPoints
    from comity.measures.weights import Weight

LEVELS: dict[Weight, str] = {
    "conflict": "the number of acts of conflict",
    "quads": "the balance of cooperation and conflict",
}
_ACTS_SHOWN = 2


def told(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """The phases that texts show: ties begun and ended, breaks and uses of force."""
    key, question = "course.phases", say("How did they get there?")
    found = phases(turns(holdings, pair, window))
    if not found:
        why = say(
            "no dated beginning or end of a tie of {both} is told of, {window}",
            both=both(holdings, pair),
            window=window,
        )
        return insufficient(key, question, why, would_change=say("a text that dates one"))
    last = found[-1]
    number, year = counted(len(found), "phase"), last.start.year
    told = (
        say("{phases}, the latest since {year}", phases=number, year=year)
        if len(found) > 1
        else say("{phases} since {year}", phases=number, year=year)
    )
    return Finding(
        key=key,
        question=question,
        answer=say("Texts show {told}: {clause}.", told=told, clause=last.turns[0].clause),
        value=len(found),
        unit=say("phases"),
        n=sum(len(phase.turns) for phase in found),
        window=window,
        coverage=sources.coverage(holdings, TEXTS),
        would_change=say("a text that dates another beginning or end of a tie"),
        parts=tuple(_phase(holdings, pair, phase, window) for phase in found),
    )


def level(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """Where the level of acts changed in the event dataset with most of them; none without a dataset."""
    datasets = [name for name, _ in holdings.event_sources(*pair, window) if name != TEXTS]
    if not datasets:
        return None
    key, source = "course.level", datasets[0]
    question = say("When did the level of their dealings change?")
    turned = turning(holdings, pair, source, window)
    title = sources.title(source)
    if turned is None:
        n = dict(holdings.event_sources(*pair, window))[source]
        why = say(
            "{title} has {acts} of the two, too few to tell one level from another",
            title=title,
            acts=counted(n, "act"),
        )
        return insufficient(key, question, why, coverage=sources.coverage(holdings, source))
    weight, points = turned
    first, last = points.series["period"][0], points.series["period"][-1]
    changes = len(points.points)
    acts = holdings.dyad_events(*pair, window)
    acts = acts.filter(acts["source"] == source)
    span = say("between {first} and {last}", first=_month(first), last=_month(last))
    told = {"title": title, "levels": say(LEVELS[weight]), "span": span}
    answer = (
        say("By {title}, {levels} changed {times} {span}.", times=_times(changes), **told)
        if changes
        else say("By {title}, {levels} shows no lasting change {span}.", **told)
    )
    return Finding(
        key=key,
        question=question,
        answer=answer,
        value=changes,
        unit=say("changes of level"),
        n=points.n_acts,
        window=Window(first, last),
        proofs=holdings.of_events(acts, source, *pair, window),
        coverage=(
            *sources.coverage(holdings, source),
            say("a level may also change because a source reports more or less"),
        ),
        would_change=say("more acts, or another dataset"),
        method="turning-points-v1",
        parts=tuple(_levels(holdings, pair, source, points, weight)),
    )


def turning(holdings: Holdings, pair: Pair, source: str, window: Window) -> tuple[Weight, TurningPoints] | None:
    """Of conflict where there is enough of it, else of the balance of cooperation and conflict."""
    from comity.measures import Asked, turning_points

    acts = holdings.dyad_events(*pair, window)
    acts = acts.filter(acts["source"] == source)
    for weight in LEVELS:
        found = turning_points(acts, pair, Asked(weight=weight))
        if found.insufficient is None:
            return weight, found
    return None


def _levels(holdings: Holdings, pair: Pair, source: str, found: TurningPoints, weight: Weight) -> Iterator[Part]:
    """Each new level, with the acts from its first day to the day before the next one's."""
    points = found.points.to_dicts()
    ends = [point["period"] - dt.timedelta(days=1) for point in points[1:]]
    for point, last in zip(points, [*ends, found.last], strict=False):
        days = Window(point["period"], max(last, point["period"]))
        acts = holdings.dyad_events(*pair, days)
        proofs = holdings.of_events(acts.filter(acts["source"] == source), source, *pair, days)
        yield replace(_level(holdings.names, found, point, weight), proofs=proofs)


def _level(names: Names, found: TurningPoints, point: dict[str, Any], weight: Weight) -> Part:
    is_told = (found.acts["period"] == point["period"]) & found.acts["event_type"].is_not_null()
    acts = found.acts.filter(is_told).head(_ACTS_SHOWN)
    said = [_event(names, row) for row in acts.to_dicts()]
    because = say("; among the acts then: {acts}", acts=say("; ").join(said)) if said else ""
    lasting = counted(point["n_after"], "month")
    level, before = _mean(point["after"], weight), _before(point["before"], weight)
    text = say(
        "{level} a month on average for {lasting}, after {before}{because}",
        level=level,
        lasting=lasting,
        before=before,
        because=because,
    )
    return Part(say("From {month}", month=_month(point["period"])), text, value=point["after"], n=point["n_after"])


def _mean(value: float, weight: Weight) -> str:
    """'4.15 acts of conflict', '0.5 more acts of cooperation than of conflict'."""
    if weight == "conflict":
        return say_of(value, "{value} act of conflict", "{value} acts of conflict", value=number(value))
    if value == 0:
        return say("as many acts of cooperation as of conflict")
    of = {"value": number(abs(value))}
    if value > 0:
        return say_of(
            value,
            "{value} more acts of cooperation than of conflict",
            "{value} more acts of cooperation than of conflict",
            **of,
        )
    return say_of(
        value,
        "{value} more acts of conflict than of cooperation",
        "{value} more acts of conflict than of cooperation",
        **of,
    )


def _before(value: float, weight: Weight) -> str:
    """The same behind it, in short: '1.75', '0.5 more of cooperation', 'as many of each'."""
    if weight == "conflict":
        return number(value)
    if value == 0:
        return say("as many of each")
    told = number(abs(value))
    return (
        say("{value} more of cooperation", value=told)
        if value > 0
        else say("{value} more of conflict", value=told)
    )


def _event(names: Names, row: dict[str, Any]) -> str:
    actors, recipients = names.the(row["actor_country"]), names.the(row["recipient_country"])
    told = words.done(actors, words.phrase(row["event_type"], None) or "acted towards", recipients)
    return say("{told} on {date}", told=told, date=day(row["date"]))


def _phase(holdings: Holdings, pair: Pair, phase: Phase, window: Window) -> Part:
    acts = [act for act in holdings.between(*pair).dealings if act.is_dated and _falls(act, phase, window)]
    first, *rest = phase.turns
    more = (
        say(". In it: {turns}", turns=say("; ").join(dict.fromkeys(turn.clause for turn in rest))) if rest else ""
    )
    proofs = tuple(proof for turn in phase.turns for proof in turn.proofs)
    text = f"{capital(first.clause)}{more}. {_dealings(acts)}"
    return Part(_span(phase), text, n=len(acts), proofs=tuple(dict.fromkeys((*proofs, *holdings.of_acts(acts)))))


def _falls(act: Act, phase: Phase, window: Window) -> bool:
    return bool(
        act.since and window.holds(act.since) and phase.start <= act.since
        and (phase.next is None or act.since < phase.next)
    )  # fmt: skip


def _dealings(acts: list[Act]) -> str:
    if not acts:
        return say("No dated act is told of")
    conflict = sum((act.event.quad or "").endswith("conflict") for act in acts)
    if 0 < conflict < len(acts):
        return say(
            "{n} dated acts are told of: {cooperation} of cooperation, {conflict} of conflict",
            n=len(acts),
            cooperation=len(acts) - conflict,
            conflict=conflict,
        )
    if conflict:
        return say_of(conflict, "{n} dated act of conflict is told of", "{n:,} dated acts of conflict are told of")
    return say_of(
        len(acts), "{n} dated act of cooperation is told of", "{n:,} dated acts of cooperation are told of"
    )


def _span(phase: Phase) -> str:
    """'1962 to 1975', 'Since 2024'."""
    if phase.next is None:
        return say("Since {year}", year=phase.start.year)
    return years_told(phase.start.year, phase.next.year)


def _month(date: dt.date) -> str:
    return partial(f"{date:%Y-%m}")


def _times(changes: int) -> str:
    if changes > 2:
        return say("{n} times", n=changes)
    return say("once") if changes == 1 else say("twice")
