"""How the date of an act was worked out: the words, what they were counted from, and whose they are."""

from __future__ import annotations

from comity.reading._date_order import order_of
from comity.reading.layers import Act, TimeExpression
from comity.reading.times import find_times
from comity.reading.why.again import Again
from comity.record import Period


def when(act: Act, period: Period, again: Again) -> tuple[str, ...]:
    """Answers about a date, one sentence each; one where there is none."""
    if period.text is None:
        return ("No words of the text date it; the day of publication is not taken for its date.",)
    words = expression(act, period, again)
    said = [f"{_days(period)}: {_found(act, period, words, again)}."]
    if words is not None and period.basis == "relative":
        said.append(_counted_from(words, again))
    if words is not None and (words.period.start, words.period.end) != (period.start, period.end):
        said.append(f"“{period.text}” means {_days(words.period)}; the act is told beside it and was put to fit.")
    return tuple(said)


def expression(act: Act, period: Period, again: Again) -> TimeExpression | None:
    """The words that a date comes from: in the act's own sentence, else the nearest before, else after it."""
    alike = [one for one in again.times.expressions if one.period.text == period.text]
    span = again.parsed.sentence(act.trigger).span
    own = [one for one in alike if span.start_char <= one.start < span.end_char]
    before = [one for one in alike if one.start < span.start_char]
    return min(own or before[-1:] or alike, key=lambda one: abs(one.start - act.trigger.idx), default=None)


def _found(act: Act, period: Period, words: TimeExpression | None, again: Again) -> str:
    if words is None:
        same = [one for one in again.times.expressions if one.period.start == period.start]
        near = min(same, key=lambda one: abs(one.start - act.trigger.idx), default=None)
        dated = f", which “{near.period.text}” dates {again.where(near.start, act.trigger)}" if near else ""
        return f"from what it is told beside, “{period.text}”{dated}"
    where = again.where(words.start, act.trigger)
    after = words.start > act.trigger.idx
    carried = ", which tells more of it" if after else ", which the telling goes on from"
    carried = "" if where == "in this sentence" else carried
    return f"from “{again.parsed.text[words.start : words.end]}” {where}{carried}"


def _counted_from(words: TimeExpression, again: Again) -> str:
    """What a relative date rests on, found by reading the dates again as if nobody knew of publication."""
    published = again.times.published
    alone = find_times(again.parsed, None, order_of(again.layers.meta)).expressions
    same = next((one for one in alone if one.start == words.start), None)
    if published is not None and (same is None or same.period.start != words.period.start):
        return f"Counted from the day of publication, {published.isoformat()}."
    told = [one for one in again.times.expressions if one.end <= words.start and one.period.start]
    nearest = next((one for one in reversed(told) if one.period.basis == "explicit"), None) or next(
        iter(told), None
    )
    near = f": “{again.parsed.text[nearest.start : nearest.end]}” stands before it" if nearest else ""
    return f"Counted from what the text itself tells{near}."


def _days(period: Period) -> str:
    """'2024-05-01 to 2024-05-31 (month, relative)'."""
    if period.start is None and period.end is None:
        return "no days that could be worked out"
    start, end = period.start or "open", period.end or "open"
    days = str(start) if start == end else f"{start} to {end}"
    return f"{days} ({period.precision}{f', {period.basis}' if period.basis else ''})"
