"""What each date of a text is read with: the tense, the earlier date that it counts from, the year it leaves
unsaid."""

from __future__ import annotations

import datetime as dt
import re
from typing import cast

from spacy.tokens import Span, Token

from comity.reading._calendar import DAYS_IN, Stretch
from comity.reading._date_clock import Clock, Tense
from comity.reading._date_grammar import Found
from comity.reading._date_join import Dated
from comity.reading._date_layout import entry_year
from comity.reading._date_run import line_year, run_year, section_year
from comity.reading._date_words import SEASONS, month_number, year_number
from comity.reading._tense import is_perfect, tense_of, verb_over
from comity.reading.layers import DateOrder, Parsed

_SHARED_YEAR = re.compile(
    r"\s*(?:,|and|or|to|until|through|[-–—])\s*(?:(?:on|in|again)\s+)*(?:the\s+)?", re.IGNORECASE
)
_TERM = re.compile(r"\b(?:by|before)\s+(?:the\s+)?$", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\b(?:ha(?:s|ve|d)|g[ai]ven?|gives)\b[^.;:]{0,48} until\s+(?:\w+\s+(?:on\s+)?)?(?:the\s+)?$", re.IGNORECASE
)
_MEMORY = 40
"""How many dates back another may point: keeps a text of nothing but dates linear."""
_WEEK = 7
_STATED = re.compile(r"\b(?:in|on)\s+$", re.IGNORECASE)
_WHEN = re.compile(r",? when\b", re.IGNORECASE)
YEARLESS = ("day_month", "month_day", "month", "season")
"""The forms that may leave their year unsaid."""


def touched(parsed: Parsed, start: int, end: int) -> Span:
    """The tokens that a stretch of the text touches."""
    return cast(Span, parsed.doc.char_span(start, end, alignment_mode="expand"))


def clock_at(
    parsed: Parsed,
    published: dt.date | None,
    order: DateOrder | None,
    one: Found,
    following: Found | None,
    dates: list[Dated],
) -> Clock:
    """The clock of one form; `dates` are those before it, `following` is the form after it."""
    head = touched(parsed, one.start, one.end).root
    verb = verb_over(head)
    sentence = parsed.sentence_of[head.i]
    dates = dates[-_MEMORY:]
    tense = _tense(parsed.text, one, verb, head)
    earlier = [date for date in dates if date.sentence == sentence]
    return Clock(
        published,
        tense=tense,
        perfect=is_perfect(verb),
        anchor=_anchor(parsed, one, _begun(dates, published, tense), parsed.sentences[sentence].paragraph),
        year=_shared_year(parsed.text, one, following)
        or _stated_year(parsed.text, [date for date in earlier if not _is_aside(parsed, date, head)])
        or _unsaid_year(parsed, one, published, dates),
        order=order,
        sentence=parsed.sentences[sentence].span.text,
    )


def _tense(text: str, one: Found, verb: Token | None, head: Token) -> Tense:
    """'has promised a third by December', 'have until Friday': a term lies ahead."""
    if is_perfect(verb) and _TERM.search(text, max(0, one.start - 12), one.start):
        return "future"
    if _DEADLINE.search(text, max(0, one.start - 72), one.start):
        return "future"
    return "future" if _is_invitation(text, one, verb) else tense_of(verb, head)


def _is_invitation(text: str, one: Found, verb: Token | None) -> bool:
    """'invited him to Lima in May': the May to come."""
    between = text[verb.idx : one.start] if verb is not None else ""
    if (
        verb is None
        or not (verb.lemma_ == "invite" or " invitation " in between)
        or one.rule not in ("month", "season", "slice", "bare_quarter")
    ):
        return False
    return verb.idx < one.start and " to " in between


def _anchor(parsed: Parsed, one: Found, dates: list[Dated], paragraph: int) -> Stretch | None:
    """The nearest earlier date, or for days and weeks the nearest of the paragraph that is as exact; 'that day'
    points at a day or a few, wherever they were told."""
    known = [date for date in reversed(dates) if _is_anchor(date)]
    unit = (one.group("u") or "").lower()
    exact = one.rule in ("weekday", "nth_day") or unit in DAYS_IN
    points = one.rule == "nth_day" or (one.rule == "unit_then" and exact)
    most = DAYS_IN.get(unit, _WEEK) if points else _WEEK
    fine = [date for date in known if exact and date.meaning.stretch and date.meaning.stretch.days <= most]
    here = [date for date in known if parsed.sentences[date.sentence].paragraph == paragraph]
    near = [date for date in fine if date in here]
    if unit in ("hour", "minute"):
        return next((date.meaning.stretch for date in near), None)
    far = fine if points and (unit != "week" or not here) else []
    return next((date.meaning.stretch for date in near or far or known), None)


def _begun(dates: list[Dated], published: dt.date | None, tense: Tense) -> list[Dated]:
    """What was done goes on from what had begun: 'signed a pact that runs to 2035. Within a month he …'."""
    if tense != "past" or published is None:
        return dates
    starts = ((one, one.meaning.stretch and one.meaning.stretch.start) for one in dates)
    return [one for one, start in starts if not (start and start > published)]


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
    if one.rule not in YEARLESS or one.group("y") or one.group("rel"):
        return None
    month = SEASONS[one.match["s"].lower()] if one.rule == "season" else month_number(one.match["m"])
    entry = entry_year(parsed.text, one.start, month, dates)
    return (
        entry
        or line_year(parsed.text, one.start, dates)
        or run_year(parsed, one.start, month, published, dates)
        or section_year(parsed.text, published, month, dates)
    )


def _is_aside(parsed: Parsed, date: Dated, head: Token) -> bool:
    """'The pact, signed in October 2023, took effect on 1 July': that year is only of the signing."""
    top = touched(parsed, date.start, date.end).root
    clause = next((one for one in top.ancestors if one.dep_ == "acl"), None)
    return clause is not None and clause not in (head, *head.ancestors)


def _stated_year(text: str, earlier: list[Dated]) -> int | None:
    """The year that a sentence has set before ('In 2019 …, and in May …', 'Ten years later …', '2006, when …')."""
    return next((year for date in reversed(earlier) if (year := _year_set(text, date))), None)


def _year_set(text: str, date: Dated) -> int | None:
    stretch = date.meaning.stretch
    if not stretch or not stretch.start or stretch.precision not in ("day", "month", "year"):
        return None
    stated = _STATED.search(text, max(0, date.start - 8), date.start) or _WHEN.match(text, date.end)
    explicit = date.meaning.basis == "explicit" and stated
    return stretch.start.year if explicit or (date.anchored and date.meaning.kind == "date") else None
