"""What the two promised each other, what became of it, and what is only planned or conditional."""

from __future__ import annotations

import datetime as dt
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
from comity.assessment.proof import Passage
from comity.assessment.when import day
from comity.assessment.window import Window
from comity.languages import say, say_of

_Row = dict[str, Any]


def kept(holdings: Holdings, pair: Pair, window: Window) -> Finding:
    """Each promise with the first later act of its kind, or open."""
    key, question = "promises.kept", say("What did they promise each other, and what became of it?")
    until = window.until or holdings.last_day
    rows = _promises(holdings, pair, window, until) if until else []
    if not rows:
        why = say("no promise between {both} is told of, {window}", both=both(holdings, pair), window=window)
        return insufficient(key, question, why, would_change=say("a text that tells of one"))
    followed = sum(row["kept"] is not None for row in rows)
    return Finding(
        key=key,
        question=question,
        answer=_fates(len(rows), followed, sum(row["made"] is None for row in rows)),
        value=followed,
        unit=say("promises followed"),
        n=len(rows),
        window=window,
        comparison=_delivery(holdings, rows),
        coverage=(
            *sources.coverage(holdings, TEXTS),
            say("an act of the promised kind need not be the promised act: read both sentences"),
        ),
        would_change=say("a text that tells of an act that keeps an open promise"),
        method="promises-v1",
        parts=tuple(_promise(holdings, pair, row) for row in rows),
    )


def planned(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """Acts that are only planned and no promise; none where there is none."""
    question = say("What else is planned?")
    until = window.until or holdings.last_day
    promised = {row["made_by"] for row in (_promises(holdings, pair, window, until) if until else [])}
    every = within(holdings.between(*pair).planned, window)
    acts = tuple(act for act in every if not promised & {held.item.id for held in act.reports})
    answer = say_of(
        len(acts),
        "{n} act is told of as planned, not as done.",
        "{n:,} acts are told of as planned, not as done.",
    )
    return _listed(holdings, "promises.planned", question, answer, acts, window)


def conditional(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """Acts that depend on a condition or are only supposed; none where there is none."""
    question = say("What is conditional or only supposed?")
    acts = within(holdings.between(*pair).conditional, window)
    answer = say_of(
        len(acts), "{n} act is told of under a condition.", "{n:,} acts are told of under a condition."
    )
    return _listed(holdings, "promises.conditional", question, answer, acts, window)


def _promises(holdings: Holdings, pair: Pair, window: Window, until: dt.date) -> list[_Row]:
    return holdings.once(("promises", pair, window), lambda: _found(holdings, pair, window, until))


def _found(holdings: Holdings, pair: Pair, window: Window, until: dt.date) -> list[_Row]:
    from comity.errors import UsageError
    from comity.measures import promises

    acts = holdings.told(pair[0])
    for state in pair:
        sides = pl.col("actor_country").str.split(";"), pl.col("recipient_country").str.split(";")
        acts = acts.filter(pl.any_horizontal(*(side.list.contains(state) for side in sides)))
    if acts.is_empty():
        return []
    try:
        found = promises(acts, until)
    except UsageError:  # no promise among the acts
        return []
    mine = found.filter(pl.col("promiser").is_in(pair), pl.col("promisee").is_in(pair))
    return [row for row in mine.sort("made", "made_by", nulls_last=True).to_dicts() if _is_within(row, window)]


def _fates(every: int, followed: int, undated: int) -> str:
    """'9 promises are told of; 1 was followed by an act of the promised kind, 7 are open, 1 without a day.'"""
    waiting = every - followed - undated
    was = (
        say_of(
            followed,
            "{n} was followed by an act of the promised kind",
            "{n} were followed by an act of the promised kind",
        )
        if followed
        else say("none was followed by an act of the promised kind")
    )
    return say(
        "{told} told of; {followed}, {waiting}{more}.",
        told=say_of(every, "{n} promise is", "{n:,} promises are"),
        followed=was,
        waiting=say_of(waiting, "{n} is open", "{n} are open") if waiting else say("none is open"),
        more=say(", {undated} without a day", undated=undated) if undated else "",
    )


def _is_within(row: _Row, window: Window) -> bool:
    return window.since is None if row["made"] is None else window.holds(row["made"])


def _promise(holdings: Holdings, pair: Pair, row: _Row) -> Part:
    names, kind = holdings.names, row["promise"]
    label = say(
        "{promiser} to {promisee}, {promise}",
        promiser=capital(names.the(row["promiser"])),
        promisee=names.the(row["promisee"]),
        promise=say(kind),
    )
    when = f", {day(row['made'])}" if row["made"] else say(", no day told")
    fate = _followed(row) if row["kept"] else _open(row)
    text = say("“{sentence}” — {fate}", sentence=row["made_sentence"], fate=fate)
    return Part(label + when, text, row["days"], say("days"), proofs=_proofs(holdings, pair, row))


def _followed(row: _Row) -> str:
    return say(
        "followed {days} later, on {kept}: “{sentence}”",
        days=counted(row["days"], "day"),
        kept=day(row["kept"]),
        sentence=row["kept_sentence"],
    )


def _open(row: _Row) -> str:
    return (
        say("open since {made}", made=day(row["made"]))
        if row["made"]
        else say("whether it was kept cannot be told")
    )


def _proofs(holdings: Holdings, pair: Pair, row: _Row) -> tuple[Passage, ...]:
    between = holdings.between(*pair)
    wanted = {row["made_by"], row["kept_by"]}
    acts = (*between.dealings, *between.planned)
    return holdings.of_acts(act for act in acts if wanted & {held.item.id for held in act.reports})


def _delivery(holdings: Holdings, rows: list[_Row]) -> tuple[str, ...]:
    """The share of promises of each side that were followed within a year, where there are enough of them."""
    from comity.measures import delivery

    found = delivery(
        pl.DataFrame(
            rows, schema_overrides={"made": pl.Date, "kept": pl.Date, "days": pl.Int64, "until": pl.Date}
        ),
        12,
    ).filter(promise="all")
    lines = []
    for row in found.to_dicts():
        if row["share_kept"] is not None:
            line = say_of(
                row["n"],
                "Of {n} promise of {promiser} with a day, {kept} were followed by an act of the kind within 12"
                " months (Kaplan-Meier).",
                "Of {n:,} promises of {promiser} with a day, {kept} were followed by an act of the kind within 12"
                " months (Kaplan-Meier).",
                promiser=holdings.names.the(row["promiser"]),
                kept=share(row["share_kept"], (row["share_low"], row["share_high"])),
            )
            lines.append(line)
    return tuple(lines)


def _listed(
    holdings: Holdings, key: str, question: str, answer: str, acts: tuple[Act, ...], window: Window
) -> Finding | None:
    if not acts:
        return None
    return Finding(
        key=key,
        question=question,
        answer=answer,
        value=len(acts),
        unit=say("acts"),
        n=len(acts),
        window=window,
        coverage=sources.coverage(holdings, TEXTS),
        would_change=say("a text that tells of one as done or given up"),
        parts=tuple(_quoted(holdings, act) for act in in_order(acts)),
    )


def _quoted(holdings: Holdings, act: Act) -> Part:
    """Never told as done: the kind, the sides and the words of the text."""
    (shown, *_) = holdings.of_acts([act])
    names = holdings.names
    sides = words.parties(act, names)
    return Part(f"{capital(words.kind_of_act(act.event))}, {sides}, {act.when}",
                say("“{words}”", words=shown.quotation), proofs=holdings.of_acts([act]))  # fmt: skip
