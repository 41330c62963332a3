"""What the forms mean that count from publication or from another date of the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from comity.reading import _calendar as cal
from comity.reading._calendar import Stretch
from comity.reading._date_clock import Clock, Meaning, is_anchored, step
from comity.reading._date_grammar import Found
from comity.reading._date_lengths import length, vaguely, years_in
from comity.reading._date_slices import place
from comity.reading._date_words import digits, month_number, part, unit

_RUNNING = 120
"""Days before publication in which a story still counts its days by the month it tells of."""
EARLIER = ("ago", "earlier", "before", "previously", "prior")
DAY_WORDS = {"the day before": -2, "the day after": 2, "yesterday": -1, "last night": -1, "tomorrow": 1}


def _ago(found: Found, clock: Clock) -> Meaning | None:
    count, name = length(found)
    return Meaning(around(cal.moved(clock.published, -count, name), name, count))


def _ago_fixed(found: Found, clock: Clock) -> Meaning | None:
    """'ten years ago this month', 'a year ago today': the day, week or month, and the years before it."""
    count, name = length(found)
    fix, month = (found.group("fix") or "").lower(), found.group("m")
    now = clock.published
    if fix == "yesterday" or fix.startswith("last"):
        now = cal.moved(now, -1, fix.split()[-1] if " " in fix else "day")
    then = cal.moved(now, -count, name)
    if month and then:
        return Meaning(cal.month(then.year, month_number(month)))
    return Meaning(cal.unit_of(then, fix.split()[-1] if " " in fix else "day"))


def around(date: dt.date | None, name: str, count: float) -> Stretch | None:
    """The time about a day, as exact as the unit that was counted: 'three weeks ago' is a week, half of a year
    a month."""
    finer = {"year": "month", "decade": "year", "century": "decade"}
    return cal.unit_of(date, name if count == int(count) else finer.get(name, name))


def _ahead(found: Found, clock: Clock) -> Meaning | None:
    """'in two weeks' lies ahead of a future verb; after a past one it is how long a thing took or lapsed."""
    count, name = length(found)
    if not (clock.tense == "future" or found.group("time") or found.group("n2")):
        return Meaning(None, kind="duration", years=years_in(count, name))
    return Meaning(around(cal.moved(clock.published, count, name), name, count))


def _offset(found: Found, clock: Clock) -> Meaning | None:
    """Counted from the anchor; where that is wider than the unit, the whole of it is moved."""
    count, name = length(found)
    back = found.match["way"].lower().startswith(EARLIER)
    count = -count if back else count
    if clock.anchor is None:
        return Meaning(None)
    start, end, _ = clock.anchor
    first, last = cal.moved(start, count, name), cal.moved(end, count, name)
    around_first, around_last = around(first, name, count), around(last, name, count)
    return Meaning(around_first if around_first == around_last else cal.span(first, last))


def _vague_offset(found: Found, clock: Clock) -> Meaning | None:
    """'a few days ago', 'weeks later': up to where the next unit would be used; what was done is over by
    publication, and 'hours later' is the same day."""
    way, name, now = found.match["way"].lower(), unit(found.match["u"]), clock.published
    if way == "ago":
        return Meaning(cal.span(vaguely(now, name, -1), now) if now else None)
    if clock.anchor is None:
        return Meaning(None)
    first, last, _ = clock.anchor
    if name in ("hour", "minute"):
        return Meaning(clock.anchor)
    if way == "earlier":
        return Meaning(cal.span(vaguely(first, name, -1), first))
    end = vaguely(last, name, 1)
    over = clock.tense == "past" and now and last and now >= last
    return Meaning(cal.span(last, min(end or now, now) if over and now else end))


def _beside_event(_: Found, __: Clock) -> Meaning | None:
    """'two days after the vote': counts from an act, which is looked up when all dates are known."""
    return Meaning(None)


def _day_within(found: Found, clock: Clock) -> Meaning | None:
    """'on the second day': of the few days that the text dated last."""
    whole, index = clock.anchor, place(found.match["nth"])
    if whole is None or not 2 <= whole.days <= 7:
        return Meaning(None)
    day = cal.moved(whole.start, index - 1, "day") if index > 0 else whole.end
    return Meaning(cal.unit_of(day, "day") if day and whole.end and day <= whole.end else None)


def _since_then(_: Found, clock: Clock) -> Meaning | None:
    return Meaning(clock.anchor)


def _day_word(found: Found, clock: Clock) -> Meaning | None:
    words = found.match[0].lower()
    if words == "overnight":
        return Meaning(
            cal.span(cal.moved(clock.published, -1, "day"), clock.published) if clock.published else None
        )
    if words.endswith("in the day"):
        return Meaning(cal.unit_of(clock.anchor.start, "day") if clock.anchor and clock.anchor.days == 1 else None)
    steps = next((count for start, count in DAY_WORDS.items() if words.startswith(start)), 0)
    return Meaning(cal.unit_of(cal.moved(clock.published, steps, "day"), "day"))


def _unit(found: Found, clock: Clock) -> Meaning | None:
    """A unit beside now ('last month') or beside the anchor ('the following year'), or a part of it."""
    name, words = unit(found.match["u"]), found.group("rel") or "this"
    whole = _wider(clock, words, name) or clock.related(words, name)
    if (
        whole
        and name == "weekend"
        and clock.tense == "past"
        and words.lower() == "this"
        and not clock.begun(whole)
    ):
        whole = clock.related("last", name)
    piece, side = part(found.group("part")), (found.group("side") or "").lower()
    if whole and side in ("earlier", "later", "so far"):
        return Meaning(_side(whole, side, clock, words))
    return Meaning(cal.part_of(whole, piece))


def _wider(clock: Clock, words: str, name: str) -> Stretch | None:
    """'the same week' of what was done in some month: that month; 'the following week' runs a week on."""
    if clock.anchor is None or not is_anchored(words) or clock.anchor.days <= max(7, cal.DAYS_IN.get(name, 1e9)):
        return None
    steps = step(words)
    return cal.span(cal.moved(clock.anchor.start, min(steps, 0), name), cal.moved(clock.anchor.end, steps, name))


def _side(whole: Stretch, side: str, clock: Clock, words: str) -> Stretch | None:
    """'earlier this week' ends with the day it is told from, 'later that month' begins with it; the whole
    unit where that day is not known."""
    first = last = clock.base(words)
    if is_anchored(words) and clock.anchor:
        first, last, _ = clock.anchor
    if not (first and last and whole.start and whole.end) or not whole.start <= first <= last <= whole.end:
        return whole._replace(precision="span")
    if (first, last) == (whole.start, whole.end):
        return whole._replace(precision="span")
    return cal.span(whole.start, first) if side != "later" else cal.span(last, whole.end)


def _unit_end(found: Found, clock: Clock) -> Meaning | None:
    """'by the end of the year': the year that is running."""
    return _unit(found, clock)


def _day_of_month(found: Found, clock: Clock) -> Meaning | None:
    words = found.match["rel"].lower()
    month = clock.related(words, "month")
    return Meaning(
        cal.day(month.start.year, month.start.month, digits(found.match["d"])) if month and month.start else None
    )


def _nth_day(found: Found, clock: Clock) -> Meaning | None:
    """'on the 15th': of the month of publication, or of its neighbour on the side of the tense."""
    today = clock.published
    if today is None:
        return Meaning(None)
    told = clock.anchor.start if clock.anchor and clock.anchor.days <= 31 else None
    if told and clock.tense != "future" and 0 <= (today - told).days <= _RUNNING:
        one = cal.day(told.year, told.month, digits(found.match["d"]))
        if one and one.start and one.start <= today:
            return Meaning(one)
    steps = (0, 1, 2) if clock.tense == "future" else (0, -1, -2)
    for date in (cal.moved(today.replace(day=1), count, "month") for count in steps):
        one = cal.day(date.year, date.month, digits(found.match["d"])) if date else None
        if one and one.start and (one.start >= today if clock.tense == "future" else one.start <= today):
            return Meaning(one)
    return Meaning(None)


RELATIVES: dict[str, Callable[[Found, Clock], Meaning | None]] = {
    "ago": _ago,
    "ahead": _ahead,
    "offset": _offset,
    "beside": _offset,
    "vague_offset": _vague_offset,
    "ago_fixed": _ago_fixed,
    "event_offset": _beside_event,
    "event_near": _beside_event,
    "event_day": _beside_event,
    "event_eve": _beside_event,
    "day_within": _day_within,
    "since_then": _since_then,
    "day_word": _day_word,
    "unit_now": _unit,
    "unit_then": _unit,
    "unit_end": _unit_end,
    "day_of_month": _day_of_month,
    "nth_day": _nth_day,
}
