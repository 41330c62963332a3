"""What a document tells of as a whole: the occasion of a communiqué, the news of a story, the day of issue."""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Token

from comity.reading._date_layout import is_dateline
from comity.reading._date_tellings import Tellings
from comity.reading._date_told import goes_on, is_short, is_told, line_of, told_by
from comity.reading._dating_words import CLOSES, GATHERS, OPENS, TALKS
from comity.reading.layers import Parsed, Times
from comity.record.types import Period

_OCCASION = 45
"""Days before publication in which an occasion lies that a communiqué tells of."""
_LEAD = 3
"""Sentences at the beginning of a story one of which tells its news."""
NEWS = 4
"""Days before publication in which the news lies that a story tells of."""


class Story:
    """The times that stand for a whole document; `None` where it names none."""

    def __init__(self, times: Times, parsed: Parsed, tellings: Tellings) -> None:
        self._times = times
        self._parsed = parsed
        self._tellings = tellings

    @cached_property
    def news(self) -> Period | None:
        """The day of what the lead tells."""
        published = self._times.published
        for sentence in self._parsed.sentences[:_LEAD] if published else ():
            verb = told_by(sentence.span.root)
            period = self._tellings.period(verb)
            if period.precision == "day" and period.end and published and is_told(verb):
                return period if 0 <= (published - period.end).days <= NEWS else None
        return None

    @cached_property
    def occasion(self) -> Period | None:
        """The first short time of an act, not long before publication."""
        published = self._times.published
        for sentence in self._parsed.sentences:
            verb = told_by(sentence.span.root)
            met = self._tellings.period(_met(verb))
            period = met if is_short(met) else self._tellings.period(verb)
            period = period if is_short(period) else by_subject(verb, self._tellings) or period
            recent = not published or (period.end and 0 <= (published - period.end).days <= _OCCASION)
            if is_short(period) and period.precision in ("day", "span") and recent and is_told(verb):
                return carried(period)
        return None

    @cached_property
    def issued(self) -> Period | None:
        """The day that the text says it was issued on: its dateline."""
        lines = (one.period for one in self._times.expressions if is_dateline(self._parsed.text, one))
        return next(map(carried, lines), None)


def by_subject(verb: Token, tellings: Tellings) -> Period | None:
    """'The ministers, meeting in Bern on 3 May, agreed …', 'the envoy, who arrived on Monday, met …'."""
    subjects = (one for one in verb.children if one.dep_ in ("nsubj", "nsubjpass"))
    clauses = (one for noun in subjects for one in noun.children if one.dep_ in ("acl", "relcl"))
    near = (tellings.period(one) for one in clauses if one.lemma_ in TALKS | OPENS | GATHERS)
    return next((carried(one) for one in near if is_short(one)), None)


def _met(verb: Token) -> Token:
    """The meeting of 'returned yesterday from Oslo, where he met …', else the verb itself."""
    return next((one for one in line_of(verb) if goes_on(one)), verb) if verb.lemma_ in CLOSES else verb


def carried(period: Period) -> Period:
    """As worked out from what was told."""
    return period.model_copy(update={"basis": "relative"})
