"""How much of the cooperation of two states is practical, and how much ceremony; acts of conflict stand apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import polars as pl

from comity.assessment import words
from comity.assessment.acts import Act, in_order
from comity.assessment.counting import counted
from comity.assessment.dyads import sources
from comity.assessment.dyads.common import Pair, both, capital, within
from comity.assessment.events import TEXTS
from comity.assessment.finding import Finding, Part, insufficient
from comity.assessment.holdings import Holdings
from comity.assessment.numbers import share
from comity.assessment.reasons import reason
from comity.assessment.window import Window
from comity.languages import say, say_of

_FEW = 4
COOPERATION = ("verbal_cooperation", "material_cooperation")
_Row = dict[str, Any]


def practical(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """The share of practical acts of cooperation both ways and each way, by number and by weight, and with others.

    Sanctions and criticism are no practical cooperation: acts of conflict are counted by themselves.
    """
    key, question = "practical.share", say("How much of their cooperation is practical?")
    rows = holdings.once(("practical by partner", pair[0], window), lambda: _shares(holdings, pair[0], window))
    own = rows.get(pair[1])
    every = within(holdings.between(*pair).dealings, window)
    acts = cooperation(every)
    conflict = tuple(act for act in every if act.event.quad not in COOPERATION)
    if own is None or own.get("insufficient"):
        why = say(
            "acts of cooperation of known substance between {both}, {window}: {n}, too few{apart}",
            both=both(holdings, pair),
            window=window,
            n=own["n"] if own else 0,
            apart=_apart(len(conflict)),
        )
        return insufficient(key, question, why, would_change=say("texts that tell of more acts"))
    return Finding(
        key=key,
        question=question,
        answer=say_of(
            own["n_practical"],
            "{n} act is practical and {symbolic} symbolic: {told} of the acts of cooperation"
            " are practical{weighed}{apart}.",
            "{n:,} acts are practical and {symbolic} symbolic: {told} of the acts of cooperation"
            " are practical{weighed}{apart}.",
            symbolic=own["n_symbolic"],
            told=_told(own),
            weighed=_weighed(own),
            apart=_apart(len(conflict)),
        ),
        value=own["practical_share"],
        unit=say("share of acts of cooperation"),
        interval=(own["practical_low"], own["practical_high"]),
        n=own["n"],
        window=window,
        comparison=_others(holdings, pair, rows),
        proofs=holdings.of_acts(acts),
        coverage=sources.coverage(holdings, TEXTS),
        would_change=say("texts that tell of acts of the other kind"),
        method="practical-share-v1",
        parts=(*(_way(holdings, pair, way, window) for way in (pair, pair[::-1])), *_conflict(holdings, conflict)),
    )


def symbolic(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """The symbolic acts of cooperation by name; none where there is none."""
    every = cooperation(within(holdings.between(*pair).dealings, window))
    acts = [act for act in every if substance(act) == "symbolic"]
    if not acts:
        return None
    return Finding(
        key="practical.symbolic",
        question=say("Which acts are symbolic?"),
        answer=say_of(len(acts), "{n} symbolic act is told of.", "{n:,} symbolic acts are told of."),
        value=len(acts),
        unit=say("acts"),
        n=len(acts),
        window=window,
        coverage=sources.coverage(holdings, TEXTS),
        would_change=say("texts that tell of further acts"),
        parts=tuple(
            Part(capital(words.telling(act, holdings.names)), proofs=holdings.of_acts([act]))
            for act in in_order(acts)
        ),
    )


def cooperation(acts: Iterable[Act]) -> tuple[Act, ...]:
    """The acts of cooperation among them, in words and in deeds."""
    return tuple(act for act in acts if act.event.quad in COOPERATION)


def _apart(others: int) -> str:
    return say("; acts of conflict, counted apart: {others}", others=others) if others else ""


def _conflict(holdings: Holdings, acts: tuple[Act, ...]) -> Iterator[Part]:
    if acts:
        label, number = say("Acts of conflict, counted apart"), len(acts)
        yield Part(label, counted(number, "act"), number, say("acts"), n=number, proofs=holdings.of_acts(acts))


def substance(act: Act) -> str:
    """Practical or symbolic, as the measure of shares counts the act: what the first of its reports by id says."""
    return min((held.item for held in act.reports), key=lambda event: event.id).substance


def dated(acts: pl.DataFrame, window: Window) -> pl.DataFrame:
    """The acts of a window; those without a day by the day of publication."""
    on = pl.coalesce("date_start", "date_end", "published")
    if window.since:
        acts = acts.filter(on >= window.since)
    return acts.filter(on.is_null() | (on <= window.until)) if window.until else acts


def _cooperative(holdings: Holdings, state: str, window: Window) -> pl.DataFrame:
    """The acts of cooperation of a window that texts tell of a state, as measures of read acts take them."""
    return dated(holdings.told(state), window).filter(pl.col("quad").is_in(COOPERATION))


def _shares(holdings: Holdings, a: str, window: Window) -> dict[str, _Row]:
    """By partner of a state, the shares of acts of cooperation; an act of both sides counts once each way."""
    from comity.measures import part_weights
    from comity.measures.practice import cells_of, shares_of
    from comity.measures.readacts import by_pair

    acts = _cooperative(holdings, a, window)
    if acts.is_empty():
        return {}
    actor, recipient = pl.col("actor_country"), pl.col("recipient_country")
    cells = by_pair(cells_of(acts)).filter((actor == a) | (recipient == a))
    partner = pl.when(actor == a).then(recipient).otherwise(actor)
    costs = part_weights().table["costliness"]
    groups = cells.with_columns(partner=partner).partition_by("partner", as_dict=True)
    return {str(one): shares_of(rows.to_dicts(), costs) for (one,), rows in sorted(groups.items())}


def _way(holdings: Holdings, pair: Pair, way: Pair, window: Window) -> Part:
    """The shares of what one did towards the other."""
    from comity.measures import practical_share

    one, other = (holdings.names.the(state) for state in way)
    label = say("{one} towards {other}", one=capital(one), other=other)
    found = holdings.once(
        ("practical ways", pair[0], window), lambda: practical_share(_cooperative(holdings, pair[0], window))
    )
    row = found.filter(actor_country=way[0], recipient_country=way[1]).to_dicts()
    if not row or row[0]["insufficient"]:
        why = reason(row[0]["insufficient"]) if row else say("no act of cooperation is told of")
        return Part(label, insufficient=why)
    text = say("{told} practical{weighed}", told=_told(row[0]), weighed=_weighed(row[0]))
    interval = (row[0]["practical_low"], row[0]["practical_high"])
    return Part(label, text, row[0]["practical_share"], say("share of acts of cooperation"), interval, row[0]["n"])


def _told(row: _Row) -> str:
    return share(row["practical_share"], (row["practical_low"], row["practical_high"]))


def _weighed(row: _Row) -> str:
    if row.get("weighed_share") is None:
        return ""
    weighed = share(row["weighed_share"], (row["weighed_low"], row["weighed_high"]))
    return say("; weighed by what they cost, {share}", share=weighed)


def _others(holdings: Holdings, pair: Pair, rows: dict[str, _Row]) -> tuple[str, ...]:
    """The share with other partners of the first state: by name where they are few, else how many are lower."""
    own = rows[pair[1]]
    others = {one: row for one, row in rows.items() if one != pair[1] and not row.get("insufficient")}
    owner = holdings.names.the(pair[0])
    if not others:
        return ()
    if len(others) <= _FEW:
        told = [
            say("{state} {told}, n = {n}", state=holdings.names.the(one), told=_told(row), n=row["n"])
            for one, row in others.items()
        ]
        return (say("With other partners of {owner}: {told}.", owner=owner, told=say("; ").join(told)),)
    lower = sum(row["practical_share"] < own["practical_share"] for row in others.values())
    gaps = {"others": len(others), "owner": owner}
    if not lower:
        return (say("Of {others} other partners of {owner} with enough acts, none have a lower share.", **gaps),)
    return (
        say_of(
            lower,
            "Of {others} other partners of {owner} with enough acts, {n} have a lower share.",
            "Of {others} other partners of {owner} with enough acts, {n} have a lower share.",
            **gaps,
        ),
    )
