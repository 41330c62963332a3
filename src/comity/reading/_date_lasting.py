"""Acts that last for days: 'arrived on Tuesday for a three-day visit', 'returned from a two-day tour'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comity.reading import _calendar as cal
from comity.reading._date_grammar import scan
from comity.reading._date_lengths import length
from comity.reading._dating_words import CLOSES, OPENS
from comity.reading.layers import Times
from comity.record.types import Period

_MOST = 14
"""Days that a visit or a meeting lasts at most."""


def lasting(trigger: Token, period: Period, times: Times) -> Period:
    """The day on which an act began or ended, widened to the days that its words say it lasted."""
    verb = trigger.head.head if trigger.dep_ == "pobj" else trigger.head if trigger.dep_ == "dobj" else trigger
    if period.precision != "day" or verb.lemma_ not in OPENS | CLOSES:
        return period
    days = next((days for noun in _objects(verb) for days in _days(noun, times)), 0)
    if not 1 < days <= _MOST:
        return period
    start, end = period.start, period.end
    if verb.lemma_ in OPENS:
        end = cal.moved(start, days - 1, "day")
    else:
        start = cal.moved(end, 1 - days, "day")
    return period.model_copy(update={"start": start, "end": end, "precision": "span"})


def _objects(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "dobj":
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("for", "from", "on"):
            yield from (one for one in child.children if one.dep_ == "pobj")


def _days(noun: Token, times: Times) -> Iterator[int]:
    for child in noun.children:
        one = times.by_token.get(child.i) if child.i < noun.i else None
        form = next(scan(one.period.text or ""), None) if one and one.kind == "duration" else None
        if form and form.rule == "stretch" and form.match["u"].lower() == "day":
            yield int(length(form)[0])
