"""Times: every expression of a date, a duration, an anniversary or a recurrence, and what it means.

One scan of the text by the grammar of `_date_grammar`; what it finds is checked against the tags, read with
the day of publication, the tense and the earlier dates, and joined into spans. Nothing is guessed: without
a day of publication 'last month' stays an unknown period with its wording.
"""

from __future__ import annotations

import datetime as dt
import re
from itertools import zip_longest

from spacy.tokens import Token

from comity.reading._date_beside import BESIDE, beside_acts
from comity.reading._date_eras import ERA_MEANINGS
from comity.reading._date_fiscal import FISCAL
from comity.reading._date_grammar import Found, scan
from comity.reading._date_guard import plausible
from comity.reading._date_hold import MODIFIERS
from comity.reading._date_join import Dated, joined
from comity.reading._date_layout import dateline
from comity.reading._date_lengths import LENGTHS
from comity.reading._date_order import NUMERICS, order_in
from comity.reading._date_points import POINTS
from comity.reading._date_relative import RELATIVES
from comity.reading._date_setting import YEARLESS, clock_at, touched
from comity.reading._date_slices import SLICES
from comity.reading._dating import period_of as _by_own_sentence
from comity.reading.layers import DateOrder, Parsed, TimeExpression, Times
from comity.record.types import Period

__all__ = ["find_times", "period_of"]

_MEANINGS = {**POINTS, **SLICES, **NUMERICS, **FISCAL, **ERA_MEANINGS, **RELATIVES, **LENGTHS}
_ANCHORED = ("unit_then", "offset", "beside", "day_within")
"""The forms that count from another date of the text."""
_ON = re.compile(r"\bon\s$", re.IGNORECASE)
_WITHIN = re.compile(r"\w+\s+in\s", re.IGNORECASE)


def find_times(parsed: Parsed, published: dt.date | None, order: DateOrder | None = None) -> Times:
    """All time expressions of a text; costs a few hundredths of its parse.

    `order` says how the document writes dates in digits (`_date_order.order_of` knows it by the publisher).
    """
    found = [one for one in scan(parsed.text) if plausible(one, parsed.doc)]
    order = order or order_in(found)
    dates: list[Dated] = []
    now = published
    for one, following in zip_longest(found, found[1:]):
        head = touched(parsed, one.start, one.end).root
        clock = clock_at(parsed, now, order, one, following, dates)
        meaning = _MEANINGS[one.rule](one, clock)
        if meaning:
            sentence = parsed.sentence_of[head.i]
            anchored = one.rule in _ANCHORED or bool(clock.year and one.rule in YEARLESS)
            dates.append(Dated(one.start, one.end, meaning, sentence, _modifies(head, one), anchored))
            now = dateline(parsed.text, dates[-1], published) or now
    return _with_acts(_times(parsed, published, joined(dates, parsed.text, now)), found, parsed)


def _times(parsed: Parsed, published: dt.date | None, dates: list[Dated]) -> Times:
    return _indexed(parsed, published, tuple(_expression(parsed, one) for one in dates))


def _with_acts(times: Times, found: list[Found], parsed: Parsed) -> Times:
    """With the dates that count from acts worked out."""
    forms = {one.end: one for one in found if one.rule in BESIDE}
    return _indexed(parsed, times.published, beside_acts(times, forms, parsed)) if forms else times


def _indexed(parsed: Parsed, published: dt.date | None, expressions: tuple[TimeExpression, ...]) -> Times:
    by_token = {word.i: one for one in expressions for word in touched(parsed, one.start, one.end)}
    return Times(expressions, published, by_token)


def _modifies(head: Token, one: Found) -> bool:
    """Before the noun it belongs to: 'the May visit', 'Monday's talks'; not 'On 3 May 2008 troops …'."""
    led = _ON.search(one.match.string, max(0, one.start - 4), one.start) or _WITHIN.match(one.match[0])
    return head.dep_ in MODIFIERS and head.head.idx >= one.end and not led


def _expression(parsed: Parsed, one: Dated) -> TimeExpression:
    meaning = one.meaning
    return TimeExpression(
        start=one.start,
        end=one.end,
        head=touched(parsed, one.start, one.end).root.i,
        period=meaning.period(parsed.text[one.start : one.end]),
        kind=meaning.kind,
        years=meaning.years,
        since=meaning.since,
    )


def period_of(trigger: Token, times: Times, parsed: Parsed) -> Period:
    """The interval of the act that a word names: as the acts were dated, else by the word's own sentence."""
    return times.acts.get(trigger.i) or _by_own_sentence(trigger, times, parsed)
