"""Times: every expression of a date, a duration, an anniversary or a recurrence, and what it means.

One scan of the text by the grammar of `_date_grammar`; what it finds is checked against the tags, read with
the day of publication, the tense and the earlier dates, and joined into spans. Nothing is guessed: without
a day of publication 'last month' stays an unknown period with its wording.
"""

from __future__ import annotations

import datetime as dt
import re
from itertools import zip_longest
from typing import cast

from spacy.tokens import Span, Token

from comity.reading._calendar import DAYS_IN, Stretch
from comity.reading._date_clock import Clock
from comity.reading._date_grammar import Found, scan
from comity.reading._date_guard import plausible
from comity.reading._date_join import Dated, joined
from comity.reading._date_lengths import LENGTHS
from comity.reading._date_points import POINTS
from comity.reading._date_relative import RELATIVES
from comity.reading._date_words import year_number
from comity.reading._dating import MODIFIERS, period_of
from comity.reading._tense import is_perfect, tense_of, verb_over
from comity.reading.layers import Parsed, TimeExpression, Times

__all__ = ["find_times", "period_of"]

_MEANINGS = {**POINTS, **RELATIVES, **LENGTHS}
_SHARED_YEAR = re.compile(
    r"\s*(?:,|and|or|to|until|through|[-–—])\s*(?:(?:on|in|again)\s+)*(?:the\s+)?", re.IGNORECASE
)
_MEMORY = 40
"""How many dates back another may point: keeps a text of nothing but dates linear."""
_STATED = re.compile(r"\b(?:in|on)\s+$", re.IGNORECASE)


def find_times(parsed: Parsed, published: dt.date | None) -> Times:
    """All time expressions of a text; costs a few hundredths of its parse."""
    found = [one for one in scan(parsed.text) if plausible(one, parsed.doc)]
    dates: list[Dated] = []
    for one, following in zip_longest(found, found[1:]):
        head = _words(parsed, one.start, one.end).root
        meaning = _MEANINGS[one.rule](one, _clock(parsed, published, one, following, dates))
        if meaning:
            sentence = parsed.sentence_of[head.i]
            dates.append(Dated(one.start, one.end, meaning, sentence, _modifies(head, one.end)))
    expressions = tuple(_expression(parsed, one) for one in joined(dates, parsed.text, published))
    by_token = {word.i: one for one in expressions for word in _words(parsed, one.start, one.end)}
    return Times(expressions, published, by_token)


def _words(parsed: Parsed, start: int, end: int) -> Span:
    """The tokens that a stretch of the text touches."""
    return cast(Span, parsed.doc.char_span(start, end, alignment_mode="expand"))


def _modifies(head: Token, end: int) -> bool:
    """True before the noun it belongs to: 'the May visit', 'Monday's talks'."""
    return head.dep_ in MODIFIERS and head.head.idx >= end


def _expression(parsed: Parsed, one: Dated) -> TimeExpression:
    meaning = one.meaning
    return TimeExpression(
        start=one.start,
        end=one.end,
        head=_words(parsed, one.start, one.end).root.i,
        period=meaning.period(parsed.text[one.start : one.end]),
        kind=meaning.kind,
        years=meaning.years,
        since=meaning.since,
    )


def _clock(
    parsed: Parsed, published: dt.date | None, one: Found, following: Found | None, dates: list[Dated]
) -> Clock:
    head = _words(parsed, one.start, one.end).root
    verb = verb_over(head)
    sentence = parsed.sentence_of[head.i]
    dates = dates[-_MEMORY:]
    earlier = [date for date in dates if date.sentence == sentence]
    return Clock(
        published,
        tense=tense_of(verb, head),
        perfect=is_perfect(verb),
        anchor=_anchor(parsed, one, dates, parsed.sentences[sentence].paragraph),
        year=_shared_year(parsed.text, one, following) or _stated_year(parsed.text, earlier),
    )


def _anchor(parsed: Parsed, one: Found, dates: list[Dated], paragraph: int) -> Stretch | None:
    """The nearest earlier date, or for days and weeks the nearest of the paragraph that is as exact."""
    known = [date for date in reversed(dates) if _is_anchor(date)]
    exact = one.rule == "weekday" or (one.group("u") or "").lower() in DAYS_IN
    near = [date for date in known if parsed.sentences[date.sentence].paragraph == paragraph]
    fine = [date for date in near if exact and date.meaning.stretch and date.meaning.stretch.days <= 7]
    return next((date.meaning.stretch for date in fine or known), None)


def _is_anchor(date: Dated) -> bool:
    stretch = date.meaning.stretch
    return date.meaning.kind == "date" and stretch is not None and None not in stretch


def _shared_year(text: str, one: Found, following: Found | None) -> int | None:
    """The year of '3 May' in '3 May and 5 June 2019', and that of an anniversary 'in 2014'."""
    words = following.group("y") if following else None
    if following is None or one.group("y") or not words or not words[-1].isdecimal():
        return None
    gap = text[one.end : following.start]
    if one.rule == "anniversary":
        return year_number(words) if gap.strip().lower() == "in" else None
    return year_number(words) if following.rule != "year" and _SHARED_YEAR.fullmatch(gap) else None


def _stated_year(text: str, earlier: list[Dated]) -> int | None:
    """The year that a sentence has set before ('In 2019 …, and in May …')."""
    for date in reversed(earlier):
        stretch = date.meaning.stretch
        if (
            date.meaning.basis == "explicit"
            and stretch
            and stretch.start
            and stretch.precision in ("day", "month", "year")
            and _STATED.search(text, max(0, date.start - 8), date.start)
        ):
            return stretch.start.year
    return None
