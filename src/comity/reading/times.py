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
from comity.reading._date_beside import BESIDE, beside_acts
from comity.reading._date_clock import Clock, Tense
from comity.reading._date_eras import ERA_MEANINGS
from comity.reading._date_fiscal import FISCAL
from comity.reading._date_grammar import Found, scan
from comity.reading._date_guard import plausible
from comity.reading._date_join import Dated, joined
from comity.reading._date_layout import dateline, entry_year
from comity.reading._date_lengths import LENGTHS
from comity.reading._date_order import NUMERICS, order_in
from comity.reading._date_points import POINTS
from comity.reading._date_relative import RELATIVES
from comity.reading._date_run import run_year, section_year
from comity.reading._date_slices import SLICES
from comity.reading._date_words import month_number, year_number
from comity.reading._dating import MODIFIERS
from comity.reading._dating import period_of as _by_own_sentence
from comity.reading._tense import is_perfect, tense_of, verb_over
from comity.reading.layers import DateOrder, Parsed, TimeExpression, Times
from comity.record.types import Period

__all__ = ["find_times", "period_of"]

_MEANINGS = {**POINTS, **SLICES, **NUMERICS, **FISCAL, **ERA_MEANINGS, **RELATIVES, **LENGTHS}
_SHARED_YEAR = re.compile(
    r"\s*(?:,|and|or|to|until|through|[-–—])\s*(?:(?:on|in|again)\s+)*(?:the\s+)?", re.IGNORECASE
)
_TERM = re.compile(r"\b(?:by|before)\s+(?:the\s+)?$", re.IGNORECASE)
_MEMORY = 40
"""How many dates back another may point: keeps a text of nothing but dates linear."""
_YEARLESS = ("day_month", "month_day", "month")
_STATED = re.compile(r"\b(?:in|on)\s+$", re.IGNORECASE)


def find_times(parsed: Parsed, published: dt.date | None, order: DateOrder | None = None) -> Times:
    """All time expressions of a text; costs a few hundredths of its parse.

    `order` says how the document writes dates in digits (`_date_order.order_of` knows it by the publisher).
    """
    found = [one for one in scan(parsed.text) if plausible(one, parsed.doc)]
    order = order or order_in(found)
    dates: list[Dated] = []
    now = published
    for one, following in zip_longest(found, found[1:]):
        head = _words(parsed, one.start, one.end).root
        meaning = _MEANINGS[one.rule](one, _clock(parsed, now, order, one, following, dates))
        if meaning:
            sentence = parsed.sentence_of[head.i]
            dates.append(Dated(one.start, one.end, meaning, sentence, _modifies(head, one.end)))
            now = dateline(parsed.text, dates[-1], published) or now
    return _with_acts(_times(parsed, published, joined(dates, parsed.text, now)), found, parsed)


def _times(parsed: Parsed, published: dt.date | None, dates: list[Dated]) -> Times:
    return _indexed(parsed, published, tuple(_expression(parsed, one) for one in dates))


def _with_acts(times: Times, found: list[Found], parsed: Parsed) -> Times:
    """With the dates that count from acts worked out."""
    forms = {one.end: one for one in found if one.rule in BESIDE}
    return _indexed(parsed, times.published, beside_acts(times, forms, parsed)) if forms else times


def _indexed(parsed: Parsed, published: dt.date | None, expressions: tuple[TimeExpression, ...]) -> Times:
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
    parsed: Parsed,
    published: dt.date | None,
    order: DateOrder | None,
    one: Found,
    following: Found | None,
    dates: list[Dated],
) -> Clock:
    head = _words(parsed, one.start, one.end).root
    verb = verb_over(head)
    sentence = parsed.sentence_of[head.i]
    dates = dates[-_MEMORY:]
    earlier = [date for date in dates if date.sentence == sentence]
    return Clock(
        published,
        tense=_tense(parsed.text, one, verb, head),
        perfect=is_perfect(verb),
        anchor=_anchor(parsed, one, dates, parsed.sentences[sentence].paragraph),
        year=_shared_year(parsed.text, one, following)
        or _stated_year(parsed.text, earlier)
        or _unsaid_year(parsed, one, published, dates),
        order=order,
        sentence=parsed.sentences[sentence].span.text,
    )


def _tense(text: str, one: Found, verb: Token | None, head: Token) -> Tense:
    """'has promised a third by December': a term that something done sets lies ahead."""
    if is_perfect(verb) and _TERM.search(text, max(0, one.start - 12), one.start):
        return "future"
    return tense_of(verb, head)


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


def _unsaid_year(parsed: Parsed, one: Found, published: dt.date | None, dates: list[Dated]) -> int | None:
    """The year of an entry in a diary, or the one that the dates of the sentences before go on in."""
    if one.rule not in _YEARLESS or one.group("y") or one.group("rel"):
        return None
    month = month_number(one.match["m"])
    entry = entry_year(parsed.text, one.start, month, dates)
    old = None if entry else section_year(parsed.text, published, month, dates)
    return entry or old or run_year(parsed, one.start, month, published, dates)


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


def period_of(trigger: Token, times: Times, parsed: Parsed) -> Period:
    """The interval of the act that a word names: as the acts were dated, else by the word's own sentence."""
    return times.acts.get(trigger.i) or _by_own_sentence(trigger, times, parsed)
