"""The public record of conflict between two states: militarised disputes, wars and rivalries, with their dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from comity.assessment.counting import counted
from comity.assessment.dyads import common
from comity.assessment.dyads.common import Pair, both, capital
from comity.assessment.finding import Finding, Part
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed
from comity.assessment.when import day, partial
from comity.assessment.window import Window
from comity.languages import say

KINDS = ("dispute", "war", "armed conflict", "rivalry")
_HOSTILITY = {2: "a threat of force", 3: "a show of force", 4: "the use of force", 5: "war"}
_SHOWN = 5
"""Disputes shown, the latest of them."""


@dataclass(frozen=True, slots=True)
class Spell:
    """One dispute or rivalry, both directions of it as one; `hostility` from 1 (none) to 5 (war), of either side.

    `by` is the list that has it: two lists tell of the same, so that they never add up.
    """

    by: str
    kind: str
    name: str | None
    role: str | None
    start: dt.date | None
    end: dt.date | None
    precision: str | None
    is_ongoing: bool
    hostility: int | None


def record(holdings: Holdings, pair: Pair, window: Window) -> Finding | None:
    """Disputes and rivalries by imported lists; none where no such list was imported."""
    sources = _sources(holdings)
    if not sources:
        return None
    key, question = "disputes.record", say("What does the public record have of conflict between them?")
    condition = _condition(pair, window)
    columns = ("start", '"end"', "kind", "name", "role", "country", "partner")
    looked = tuple(holdings.rows("spells", source, condition, columns) for source in sources)
    found = _spells(holdings, condition)
    until = _covered(holdings, sources)
    coverage = (
        (say("lists of disputes, wars and rivalries, whose last day is {until}", until=day(until)),)
        if until
        else ()
    )
    if not found:
        return Finding(
            key,
            question,
            say("No militarised dispute, war or rivalry of {both} is listed.", both=both(holdings, pair)),
            0,
            say("disputes and rivalries"),
            n=0,
            window=window,
            proofs=looked,
            coverage=coverage,
            would_change=say("a newer list"),
        )
    return Finding(
        key=key,
        question=question,
        answer=_answer(found),
        value=sum(len(_leading(found, kind)) for kind in KINDS),
        unit=say("disputes and rivalries"),
        n=len(found),
        window=window,
        proofs=looked,
        coverage=coverage,
        would_change=say("a newer list"),
        parts=tuple(Part(_title(spell), _told(spell)) for spell in _shown(found)),
    )


def _sources(holdings: Holdings) -> tuple[str, ...]:
    if not holdings.has("spells"):
        return ()
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)
    found = holdings.table("spells").filter(f"kind IN ({kinds})").select("source").distinct()
    return tuple(sorted(source for (source,) in found.fetchall()))


def _condition(pair: Pair, window: Window) -> str:
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)
    until = f" AND start <= DATE '{window.until}'" if window.until else ""
    since = f' AND ("end" IS NULL OR "end" >= DATE \'{window.since}\')' if window.since else ""
    return f"kind IN ({kinds}) AND {common.pair_is(pair)}{until}{since}"


def _spells(holdings: Holdings, condition: str) -> list[Spell]:
    """Each once: a dispute stands in both directions with one id, and the harder side says how hard it was."""
    days = 'min(start), max("end"), min(precision), coalesce(bool_or(is_ongoing), false)'
    hostility = "max(try_cast(json_extract_string(details, '$.hostility') AS INTEGER))"
    columns = f"split_part(id, ' ', 1), kind, min(name), min(role), {days}, {hostility}"
    table = holdings.table("spells").filter(condition)
    spells = [Spell(*row) for row in table.aggregate(columns, "id, source, kind").fetchall()]
    return sorted(spells, key=lambda one: (one.start or dt.date.max, one.kind, one.name or "", str(one)))


def _answer(found: list[Spell]) -> str:
    """'17 militarised disputes, the last from July 2008; 1 rivalry, from 2006, going on.'"""
    told = [
        f"{counted(len(group), common.record_words()[kind])}, {_last(group)}"
        for kind in KINDS
        if (group := _leading(found, kind))
    ]
    return f"{say('; ').join(told)}."


def _shown(found: list[Spell]) -> list[Spell]:
    """Everything but disputes, and the latest of these."""
    disputes = [spell for spell in found if spell.kind == "dispute"]
    return [spell for spell in found if spell.kind != "dispute"] + disputes[-_SHOWN:]


def _leading(found: list[Spell], kind: str) -> list[Spell]:
    """Those of the list that has most of a kind."""
    lists: dict[str, list[Spell]] = {}
    for spell in found:
        if spell.kind == kind:
            lists.setdefault(spell.by, []).append(spell)
    return max((lists[by] for by in sorted(lists)), key=len, default=[])


def _last(group: list[Spell]) -> str:
    last = group[-1]
    dates = say("the last {dates}", dates=_dates(last)) if len(group) > 1 else _dates(last)
    return say("{dates}, going on when the list ends", dates=dates) if last.is_ongoing else dates


def _title(spell: Spell) -> str:
    words = common.record_words()
    noun = capital(say(words[spell.kind]))
    called = f"{noun} {spell.name}" if spell.name else noun
    return say("{called}, by {source}", called=called, source=say(words.get(spell.by, spell.by)))


def _told(spell: Spell) -> str:
    about = (
        [say("over {over}", over=over)] if spell.kind == "rivalry" and (over := _over(spell.role or "")) else []
    )
    hard = (
        [say("reached {hostility}", hostility=say(_HOSTILITY[spell.hostility]))]
        if spell.hostility in _HOSTILITY
        else []
    )
    more = [say("going on when the list ends")] if spell.is_ongoing else []
    return ", ".join([_dates(spell), *about, *hard, *more])


def _over(role: str) -> str:
    """'territory and intervention' for 'spatial, interventionary'."""
    known = common.record_words()
    return listed([say(known[one]) for one in role.split(", ") if one in known])


def _dates(spell: Spell) -> str:
    """'from July 2008', 'from 1994 to September 1996', 'in June 1967'."""
    start = _date(spell.start, spell.precision)
    end = None if spell.is_ongoing else _date(spell.end, spell.precision)
    if start and end:
        return (
            say("in {start}", start=start)
            if start == end and spell.precision != "day"
            else say("from {start} to {end}", start=start, end=end)
        )
    return say("from {start}", start=start) if start else say("without dates")


def _date(date: dt.date | None, precision: str | None) -> str | None:
    if date is None:
        return None
    if precision == "year":
        return str(date.year)
    return partial(f"{date:%Y-%m}") if precision == "month" else day(date)


def _covered(holdings: Holdings, sources: tuple[str, ...]) -> dt.date | None:
    return max(
        (file.last_day for file in holdings.files if file.source in sources and file.last_day), default=None
    )
