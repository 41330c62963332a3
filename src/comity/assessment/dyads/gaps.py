"""How long two states have not met or spoken, against their own past and other partners, by one source."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from statistics import median

from comity.assessment.between import DONE
from comity.assessment.counting import counted
from comity.assessment.dyads import sources
from comity.assessment.dyads.common import Pair
from comity.assessment.events import LONGEST_DATE, TEXTS, standing
from comity.assessment.holdings import Holdings
from comity.assessment.names import listed
from comity.assessment.when import day
from comity.assessment.window import Window
from comity.languages import say, say_of

FEWEST_GAPS = 4
"""Below this many earlier intervals there is nothing to call usual."""
FEW_PARTNERS = 3


@dataclass(frozen=True, slots=True)
class Silence:
    """The contacts of a pair by one source: their days, and the last day that the source covers."""

    days: tuple[dt.date, ...]
    end: dt.date

    @property
    def now(self) -> int:
        """Days from the last contact to the end."""
        return (self.end - self.days[-1]).days

    @property
    def before(self) -> list[int]:
        """Days between one contact and the next."""
        return [(later - one).days for one, later in zip(self.days, self.days[1:], strict=False)]


def silences(holdings: Holdings, a: str, source: str, window: Window) -> dict[str, Silence]:
    """The contacts of a state by partner, where there is any in the window."""
    end = _end(holdings, source, window)
    if end is None:
        return {}
    found = _told(holdings, a) if source == TEXTS else _listed(holdings, a, source)
    days: dict[str, list[dt.date]] = {}
    for partner, date in found:
        if (window.since or dt.date.min) <= date <= end:
            days.setdefault(partner, []).append(date)
    return {partner: Silence(tuple(days[partner]), end) for partner in sorted(days)}


def _listed(holdings: Holdings, a: str, source: str) -> list[tuple[str, dt.date]]:
    """Partner and day of each contact in an event dataset, each day once, in order."""
    partner = f"CASE WHEN actor_country = '{a}' THEN recipient_country ELSE actor_country END"
    talks = holdings.table("events").filter(
        f"source = '{source}' AND event_type = 'CONSULT' AND date IS NOT NULL AND"
        f" (actor_country = '{a}' OR recipient_country = '{a}') AND actor_country <> recipient_country"
    )
    return sorted(standing(talks).select(f"{partner}, date").distinct().fetchall())


def _told(holdings: Holdings, a: str) -> list[tuple[str, dt.date]]:
    """The same of contacts that texts tell of as done, dated to within a month."""
    found = set()
    for row in holdings.told(a).filter(event_type="CONSULT").iter_rows(named=True):
        first, last = row["date_start"], row["date_end"]
        if row["status"] in DONE and first and last and (last - first).days < LONGEST_DATE:
            sides = [set((row[side] or "").split(";")) for side in ("actor_country", "recipient_country")]
            for own, others in (sides, sides[::-1]):
                found |= {(partner, first) for partner in others - {a, ""} if a in own}
    return sorted(found)


def compared(holdings: Holdings, pair: Pair, source: str, window: Window) -> tuple[str, ...]:
    """Sentences: the silence against earlier ones, and against those with other partners."""
    a, b = pair
    found = silences(holdings, a, source, window)
    if b not in found:
        return ()
    others = () if sources.is_sample(holdings, source) else _partners(holdings, a, b, found, source)
    return (*_past(found[b], source), *others)


def _past(own: Silence, source: str) -> tuple[str, ...]:
    gaps = own.before
    if len(gaps) < FEWEST_GAPS:
        return ()
    shorter = sum(gap < own.now for gap in gaps)
    told = {
        "than": _than(shorter, len(gaps)),
        "source": sources.title(source),
        "days": counted(own.now, "day"),
        "end": day(own.end),
        "gaps": len(gaps),
        "middle": counted(round(median(gaps)), "day"),
    }
    return (
        say(
            "By {source}, the interval from the last contact to {end}, of {days}, is {than} of the {gaps} earlier"
            " intervals between contacts; half of these were {middle} or longer.",
            **told,
        ),
    )


def _than(shorter: int, gaps: int) -> str:
    if shorter in (0, gaps):
        return say("longer than any") if shorter else say("shorter than any")
    return say("longer than {n}", n=shorter)


def _partners(holdings: Holdings, a: str, b: str, found: dict[str, Silence], source: str) -> tuple[str, ...]:
    others = {one: silence for one, silence in found.items() if one != b}
    if not others:
        return ()
    owner = holdings.names.the(a)
    if len(others) <= FEW_PARTNERS:
        told = [
            say("{one} on {date}", one=holdings.names.the(one), date=day(silence.days[-1]))
            for one, silence in others.items()
        ]
        return (
            say(
                "Last contacts of {owner} with others, by {source}: {told}.",
                owner=owner,
                source=sources.title(source),
                told=listed(told),
            ),
        )
    later = sum(silence.days[-1] > found[b].days[-1] for silence in others.values())
    more = sum(len(silence.days) > len(found[b].days) for silence in others.values())
    return (
        say(
            "Of {others} other partners of {owner} with a contact in {source}, {later} and {more}.",
            others=len(others),
            owner=owner,
            source=sources.title(source),
            later=_later(later),
            more=_more(more),
        ),
    )


def _later(number: int) -> str:
    return say_of(number, "{n} had a later one", "{n} had a later one") if number else say("none had a later one")


def _more(number: int) -> str:
    if not number:
        return say("none had more days of contact")
    return say_of(number, "{n} had more days of contact", "{n} had more days of contact")


def _end(holdings: Holdings, source: str, window: Window) -> dt.date | None:
    """The last day that a source covers within the window."""
    days = [file.last_day for file in holdings.files if file.source == source and file.last_day]
    last = holdings.last_day if source == TEXTS else max(days, default=None)
    return min(last, window.until) if last and window.until else last
