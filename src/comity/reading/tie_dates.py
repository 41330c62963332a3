"""When a tie began or ended: the time of the word that tells of it, as a partial date."""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Token

from comity.reading.layers import Parsed, Times
from comity.reading.times import period_of
from comity.record import Period

_PAST = {"VBD", "VBN"}
_HANGING = {"acl", "relcl", "advcl", "xcomp", "conj"}


class TieDates:
    """Dates words of one text."""

    def __init__(self, parsed: Parsed, times: Times) -> None:
        self._parsed = parsed
        self._times = times

    def period(self, trigger: Token) -> Period:
        """The interval of a word's clause."""
        when = self._when(trigger)
        return when if when is not None else period_of(trigger, self._times, self._parsed)

    def _when(self, verb: Token) -> Period | None:
        """'January 2016, when it broke them off': the date that the clause hangs on."""
        date = self._times.by_token.get(verb.head.i) if verb.dep_ == "relcl" else None
        if date is None or not any(child.lower_ == "when" for child in verb.children):
            return None
        if not date.since or date.period.start is None:
            return date.period
        return _month_or_year(date.period.start, date.period.text)

    def of(self, trigger: Token, lasts: bool) -> str | None:
        """The date of an effect; of a tie that `lasts` the beginning, and only where that is said ('since')."""
        period = self.period(trigger)
        today = self._times.published
        if trigger.tag_ in _PAST and today and period.start and period.start > today:
            return None
        if period.start and self._since(period):
            return _named(period.start, period.text)
        if lasts or period.start or period.end:
            return None if lasts else partial(period)
        return self._under(trigger) or self._of_act_over(trigger)

    def _under(self, trigger: Token) -> str | None:
        """'Imposed it in February 2002, two days after the vote': the date right behind the word."""
        objects = [child for child in trigger.children if child.dep_ in {"dobj", "nsubjpass"}]
        words = (trigger, *objects, *(other for one in objects for other in one.conjuncts))
        inside = [child for word in words for child in word.children if child.lower_ in {"in", "on"}]
        held = [one for child in inside for one in child.children]
        dates = (self._times.by_token.get(one.i) for one in held)
        return next((partial(date.period) for date in dates if date and date.kind == "date"), None)

    def _of_act_over(self, trigger: Token) -> str | None:
        """'Signed a declaration raising relations to a partnership': the date of the act that it hangs on."""
        if trigger.pos_ != "VERB" or trigger.dep_ not in _HANGING:
            return None
        for above in trigger.ancestors:
            if above.i in self._times.acts:
                return partial(self._times.acts[above.i]) if above.tag_ in _PAST else None
        return None

    def in_name(self, noun: Token) -> str | None:
        """The year that tells a thing from others: 'the 1972 treaty', 'the treaty of 1949'."""
        of = [one for child in noun.children if child.lower_ == "of" for one in child.children]
        near = (child for child in (*noun.lefts, *of) if child.like_num or child.pos_ == "NUM")
        dates = (self._times.by_token.get(child.i) for child in near)
        return next((partial(date.period) for date in dates if date and date.kind == "date"), None)

    def others(self, trigger: Token) -> tuple[str, ...]:
        """Further years of 'in 1974 and 1976'."""
        held = [one for child in trigger.children if child.lower_ == "in" for one in child.children]
        joined = (other for one in held if one.i in self._times.by_token for other in one.conjuncts)
        dates = (self._times.by_token.get(other.i) for other in joined)
        return tuple(filter(None, (partial(date.period) for date in dates if date)))

    def since(self, noun: Token) -> str | None:
        """'Sanctions since 9 January': the beginning that stands right behind a thing."""
        found = (self._times.by_token.get(noun.i + 1), self._times.by_token.get(noun.right_edge.i))
        return next((opening(o.period.start) for o in found if o and o.since and o.period.start), None)

    def _since(self, period: Period) -> bool:
        return any(one.since and one.period == period for one in self._times.expressions)


def _named(day: dt.date, wording: str | None) -> str:
    """As `opening`, but of a wording that names January its month."""
    text = opening(day)
    return day.isoformat()[:7] if len(text) == 4 and "jan" in (wording or "").lower() else text


def _month_or_year(day: dt.date, wording: str | None) -> Period:
    """The month that a first of the month stands for, the year that a first of January does, else the day."""
    text = _named(day, wording)
    last = dt.date(day.year, 12, 31) if len(text) == 4 else day
    if len(text) == 7:
        last = dt.date(day.year + day.month // 12, day.month % 12 + 1, 1) - dt.timedelta(days=1)
    return Period(start=day, end=last)


def partial(period: Period) -> str | None:
    """A period as a partial date ('1997', '2024-05'); `None` where it is vaguer than a year."""
    start, end = period.start, period.end
    if start is None or end is None:
        return _closing(end) if end else None
    if start == end:
        return start.isoformat()
    if (start.year, start.month) == (end.year, end.month):
        return start.isoformat()[:7]
    return start.isoformat()[:4] if start.year == end.year else None


def opening(day: dt.date) -> str:
    """The year that a first of January stands for, the month that a first does, else the day."""
    return day.isoformat()[: 10 if day.day > 1 else 7 if day.month > 1 else 4]


def _closing(day: dt.date) -> str:
    """The year or month that ends on a day, else the day: 'by 2020', 'by May', 'by 10 May'."""
    if (day + dt.timedelta(days=1)).day > 1:
        return day.isoformat()
    return day.isoformat()[: 4 if day.month == 12 else 7]
